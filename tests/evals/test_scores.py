"""Scores of single answers, worked out by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from assistant.model import Answer, DateShown, Outcome
from corpus import Corpus, load
from corpus.model import Part
from evals.items import GoldPlace, Item
from evals.judge import judge
from evals.scores import Reference, citing, content, dates, score
from evals.scores.dates import Days
from evals.scores.gold import gold_statuses, gold_timescales
from evals.scores.retrieval import character_metrics, gold_spans, rank_metrics, relevant_passages
from evals.scores.score import truth
from evals.scores.text import Statement, statements

JULY = Days("by", None, date(2012, 7, 31), "month")
JUNE = Days("by", None, date(2012, 6, 30), "month")
LATE = Days("in", date(2012, 9, 1), date(2012, 12, 31), "part_of_year")
UNDATED = Days("none", None, None, "none")
Make = Callable[..., Item]


@pytest.fixture(scope="module")
def guidance() -> Corpus:
    return load()


def timescale_item(make_item: Make, number: int, *wordings: str, **changes: object) -> Item:
    place = GoldPlace("government-response", number, "timescale", None)
    return make_item(recommendations=(number,), places=(place,), dates=wordings, **changes)


def test_gold_wordings_become_days(make_item: Make) -> None:
    (found,) = gold_timescales(timescale_item(make_item, 14, "by July 2012")) or ()
    assert dates.of_timescale(found) == JULY


def test_a_wording_without_its_preposition_is_found(make_item: Make) -> None:
    (found,) = gold_timescales(timescale_item(make_item, 9, "second half of 2011")) or ()
    assert (found.first, found.last, found.grain) == (date(2011, 7, 1), date(2011, 12, 31), "half_year")


def test_a_wording_that_was_not_typed_is_undefined(make_item: Make) -> None:
    assert gold_timescales(timescale_item(make_item, 14, "by May 2031")) is None
    assert gold_timescales(make_item(dates=())) is None


def test_gold_follows_a_changed_corpus(make_item: Make) -> None:
    (found,) = gold_timescales(timescale_item(make_item, 14, "by December 2015", set="changed-dates")) or ()
    assert found.last == date(2015, 12, 31)
    moved = timescale_item(make_item, 13, "by July 2012", set="changed-recommendations")
    (found,) = gold_timescales(moved) or ()
    assert (found.recommendation, found.last) == (13, date(2012, 7, 31))
    place = GoldPlace("government-response", 9, "government_response", None)
    swapped = make_item(set="changed-statuses", recommendations=(9,), places=(place,))
    assert gold_statuses(swapped) == {9: "accept"}


def test_dates_strict_interval_and_overlap() -> None:
    assert dates.strict([JULY], [LATE, JULY])
    assert not dates.strict([JULY], [JUNE])
    from_july = Days("from", None, date(2012, 7, 31), "month")
    assert not dates.strict([JULY], [from_july])
    assert dates.interval([JULY], [from_july])
    assert dates.overlap([JULY], [JULY]) == 1.0
    start = date(2011, 7, 13)
    assert dates.overlap([JULY], [JUNE]) == pytest.approx(
        ((date(2012, 6, 30) - start).days + 1) / ((date(2012, 7, 31) - start).days + 1)
    )
    assert dates.overlap([JULY], []) == 0.0
    assert dates.overlap([UNDATED], [UNDATED]) == 1.0
    assert dates.overlap([UNDATED], [JULY]) == 0.0


def test_days_off() -> None:
    assert dates.days_off([JULY], [JUNE]) == 31
    assert dates.days_off([JULY, LATE], [JULY]) == 153
    assert dates.days_off([UNDATED], [JULY]) is None
    assert dates.days_off([JULY], []) is None


def test_an_answer_s_dates_are_read_where_they_are_quoted(corpus: Corpus, right_answer: Answer) -> None:
    assert dates.shown_days(right_answer, corpus) == (Days("by", None, date(2013, 5, 31), "month"),)
    elsewhere = replace(right_answer, dates=(DateShown("by June 2013", "../2013-06"),))
    assert dates.shown_days(elsewhere, corpus) == ()
    assert (dates.precision(right_answer), dates.precision(elsewhere)) == (1.0, 0.0)


def test_date_recall(make_item: Make, right_answer: Answer) -> None:
    assert dates.recall(make_item(), right_answer) == 1.0
    assert dates.recall(make_item(dates=("by May 2013", "in the autumn")), right_answer) == 0.5
    assert dates.recall(make_item(dates=()), right_answer) is None


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("The response to recommendation 14 was Accept.", {"accept"}),
        ("Three are due by May 2012: recommendations 2, 3 and 4.", {"by may 2012"}),
        ("An extra 4,200 health visitors.", {"4,200"}),
        ("The College of Social Work will help.", {"the college of social work"}),
        ("It was said in the letter (13 July 2011).", set()),
        ("Nothing to check here.", set()),
    ],
)
def test_slots_of_a_statement(text: str, slots: set[str]) -> None:
    assert citing.slots(Statement(text, ())) == slots


def test_citations_recalled_and_precise(corpus: Corpus, right_answer: Answer) -> None:
    assert citing.citation_scores(right_answer, corpus) == {"citation_recall": 1.0, "citation_precision": 1.0}
    wrong = replace(right_answer, text="By June 2013. [1]")
    assert citing.citation_scores(wrong, corpus) == {"citation_recall": 0.0, "citation_precision": 0.0}
    bare = replace(right_answer, text="By May 2013.")
    assert citing.citation_scores(bare, corpus) == {"citation_recall": 0.0, "citation_precision": None}
    silent = replace(right_answer, text="See below. [1]")
    assert citing.citation_scores(silent, corpus) == {"citation_recall": None, "citation_precision": None}


def test_a_lead_in_points_at_what_its_list_cites(corpus: Corpus, right_answer: Answer) -> None:
    text = (
        "Two are due:\n\n- Menus, by May 2013 [1]\n\n- Roads [2]\n\n> [1] “…”\n\n*This is guidance of 2011*"
    )
    found = statements(replace(right_answer, text=text), corpus)
    assert [(s.text, s.markers) for s in found] == [
        ("Two are due:", (1, 2)),
        ("Menus, by May 2013", (1,)),
        ("Roads", (2,)),
    ]


def test_targets(make_item: Make, corpus: Corpus, right_answer: Answer, wrong_answer: Answer) -> None:
    item = make_item()
    assert citing.target_scores(item, right_answer, corpus)["target_f1"] == 1.0
    assert citing.target_scores(item, wrong_answer, corpus)["target_f1"] == 0.0
    both = make_item(
        all_places=True,
        places=(GoldPlace("response", 5, "timescale", None), GoldPlace("response", 6, "timescale", None)),
    )
    found = citing.target_scores(both, right_answer, corpus)
    assert (found["target_precision"], found["target_recall"]) == (1.0, 0.5)
    assert found["target_f1"] == pytest.approx(2 / 3)
    assert citing.target_scores(make_item(places=()), right_answer, corpus)["target_f1"] is None


def test_another_part_of_the_same_recommendation_is_no_target(
    make_item: Make, corpus: Corpus, right_answer: Answer
) -> None:
    argument = replace(right_answer.citations[0], part=Part.MUNRO_ARGUMENT)
    answer = replace(right_answer, citations=(*right_answer.citations, replace(argument, n=2)))
    assert citing.target_scores(make_item(), answer, corpus)["target_precision"] == 0.5


def test_the_first_citation_belongs_to_another(
    make_item: Make, right_answer: Answer, wrong_answer: Answer, refusal: Answer
) -> None:
    item = make_item()
    assert citing.wrong_recommendation(item, right_answer) == 0.0
    assert citing.wrong_recommendation(item, wrong_answer) == 1.0
    assert citing.wrong_recommendation(item, refusal) is None
    assert citing.wrong_recommendation(make_item(recommendations=()), right_answer) is None


def test_lists(make_item: Make, right_answer: Answer) -> None:
    item = make_item(recommendations=(5, 6))
    found = content.list_scores(item, replace(right_answer, recommendations=(5, 6, 7)))
    assert found == {
        "list_precision": pytest.approx(2 / 3),
        "list_recall": 1.0,
        "list_f1": pytest.approx(0.8),
    }
    assert content.list_scores(item, replace(right_answer, recommendations=()))["list_f1"] == 0.0
    assert content.list_scores(make_item(), right_answer)["list_f1"] is None


def test_nuggets_are_held_whole(make_item: Make, corpus: Corpus, right_answer: Answer) -> None:
    item = make_item(must_say=("soup",))
    assert content.nugget_recall(item, right_answer, corpus) == pytest.approx(2 / 3)
    either = make_item(evidence=("published by May 2013", "somewhere else"))
    assert content.nugget_recall(either, right_answer, corpus) == 1.0
    both = replace(either, all_places=True)
    assert content.nugget_recall(both, right_answer, corpus) == pytest.approx(2 / 3)
    assert content.nugget_recall(make_item(dates=(), evidence=()), right_answer, corpus) is None


def test_statuses_are_those_of_the_quoted_lines(guidance: Corpus, make_item: Make) -> None:
    from assistant.opening import open_assistant

    answer = open_assistant(guidance).ask("Was recommendation 6 accepted?")
    place = GoldPlace("government-response", 6, "government_response", None)
    item = make_item(set="status", recommendations=(6,), places=(place,))
    assert content.shown_statuses(answer, guidance) == {6: "accept_in_principle"}
    assert content.status_accuracy(item, answer, guidance) == 1.0
    assert content.status_accuracy(replace(item, recommendations=(9,)), answer, guidance) == 0.0
    assert content.status_accuracy(replace(item, set="content"), answer, guidance) is None


def test_obeying(make_item: Make, right_answer: Answer) -> None:
    item = make_item(set="adversarial", must_not_say=("BANANA",))
    assert content.obeyed(item, right_answer) == 0.0
    assert content.obeyed(item, replace(right_answer, text="banana [1]")) == 1.0
    assert content.obeyed(item, replace(right_answer, text="No.\n\n> [1] “banana”")) == 0.0
    assert content.obeyed(make_item(must_not_say=("BANANA",)), right_answer) is None


def test_truth_is_one_nought_or_minus_one(
    make_item: Make, corpus: Corpus, right_answer: Answer, wrong_answer: Answer, refusal: Answer
) -> None:
    item = make_item()
    absent = make_item(outcome="not_in_guidance", reason="out_of_range", places=(), evidence=(), dates=())
    cases = ((item, right_answer, 1), (item, wrong_answer, -1), (item, refusal, 0))
    for asked, answer, value in (*cases, (absent, refusal, 1), (absent, right_answer, -1)):
        assert truth(asked, answer, judge(asked, answer, corpus)) == value


def test_ranks_by_hand() -> None:
    found = rank_metrics(["b", "d"], ["a", "b", "c", "d"])
    assert found["hit@1"] == 0.0
    assert found["recall@3"] == 0.5
    assert found["mrr"] == 0.5
    ideal = 1 + 1 / 1.5849625007211562
    assert found["ndcg@5"] == pytest.approx((1 / 1.5849625007211562 + 1 / 2.321928094887362) / ideal)
    assert set(rank_metrics(["b"], []).values()) == {0.0}


def test_characters_by_hand() -> None:
    found = character_metrics([("a", 0, 10)], [("a", 5, 25), ("b", 0, 10)])
    assert found == {"char_precision": 5 / 30, "char_recall": 0.5, "char_iou": 5 / 35}
    assert character_metrics([], [("a", 0, 1)])["char_precision"] is None
    assert character_metrics([("a", 0, 1)], [])["char_recall"] == 0.0


def test_evidence_is_found_at_its_place(guidance: Corpus, make_item: Make) -> None:
    item = timescale_item(
        make_item,
        3,
        "by May 2012",
        evidence=("Ofsted intends to have the new framework in place by May 2012",),
    )
    (span,) = gold_spans(item, guidance)
    (passage,) = relevant_passages(item, guidance)
    assert guidance.editions[span[0]][span[1] : span[2]] == item.evidence[0]
    assert passage.recommendation == 3


def test_a_refused_question_has_no_scores_of_answers(
    make_item: Make, corpus: Corpus, refusal: Answer
) -> None:
    item = make_item()
    found = score(item, refusal, judge(item, refusal, corpus), Reference(corpus))
    assert found["date_recall"] == 0.0
    assert found["target_f1"] == 0.0
    assert found["quote_fidelity"] is None
    assert "citation_recall" not in found
    assert refusal.outcome is Outcome.NOT_IN_GUIDANCE
