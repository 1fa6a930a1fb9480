"""What is made from typed items: rewrites, changed corpora, noise, an injected document."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from corpus import Corpus, load
from corpus.errors import CorpusError
from corpus.model import Status
from evals.changed import dates_items, recommendations_items, statuses_items
from evals.changes import CHANGES, EXCHANGED, SWAPPED, shifted, shifted_day
from evals.injected import INJECTED, PAYLOADS, injected_items
from evals.items import Item, ItemError, load_items
from evals.noise import LEVELS, noise_at, noise_items
from evals.rewriting import REWRITES, bases, rewrites
from evals.suites import TIERS, digest, suites

Make = Callable[..., Item]
LEAST = {
    "timescales": 150, "status": 60, "content": 80, "together": 60, "refuse": 120, "notices": 60, "rewrites": 320,
    "follow-ups": 40, "adversarial": 60, "changed-dates": 60, "changed-statuses": 60, "changed-recommendations": 60,
    "noise": 750,
}  # fmt: skip


@pytest.fixture(scope="module")
def guidance() -> Corpus:
    return load()


@pytest.fixture
def named(make_item: Make) -> Item:
    return make_item(
        id="n14",
        question="By when should recommendation 14 be carried out by local authorities?",
        recommendations=(14,),
    )


def test_every_rewrite_keeps_what_is_asked(named: Item) -> None:
    made = {r.variant: r.question for r in rewrites([named])}
    assert list(made) == list(REWRITES)
    assert (
        made["number words"] == "By when should recommendation fourteen be carried out by local authorities?"
    )
    assert (
        made["ordinals"]
        == "By when should the fourteenth recommendation be carried out by local authorities?"
    )
    assert re.fullmatch(r"By when should (rec|R|rec\.) ?14 be carried out by LAs\?", made["abbreviations"])
    assert made["casing"] in (named.question.upper(), named.question.lower())
    assert named.question in made["politeness"]
    assert made["order"] == "Recommendation 14 - by when should it be carried out by local authorities?"
    assert re.fullmatch(r"I do not mean recommendation (?!14\.)\d+\. By when .*", made["negation"])
    assert made["typing errors"] != named.question
    assert "14" in made["typing errors"]


def test_rewrites_keep_their_gold_and_can_be_repeated(named: Item) -> None:
    made = rewrites([named])
    assert made == rewrites([named])
    assert {(r.set, r.base, r.dates, r.places) for r in made} == {
        ("rewrites", "n14", named.dates, named.places)
    }


@pytest.mark.parametrize(
    "changes",
    [
        {"history": ("before",)},
        {"outcome": "not_in_guidance"},
        {"question": "What of recommendation 14 and recommendation 15?"},
        {"question": "What is due by 2012 under recommendation 14?"},
        {"recommendations": (14, 15)},
        {"notices": ("personal_data",)},
    ],
)
def test_only_plain_questions_are_rewritten(named: Item, make_item: Make, changes: dict[str, object]) -> None:
    values = {"question": named.question, "recommendations": (14,)} | changes
    assert bases([make_item(**values)]) == ()


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("by July 2012", "by December 2015"),
        ("from 1 August 2011", "from 1 January 2015"),
        ("in each of 2011-12 and 2012-13", "in each of 2014-15 and 2015-16"),
        ("autumn 2011, and late 2012", "autumn 2014, and late 2015"),
        ("over the summer", "over the summer"),
    ],
)
def test_shifted_texts(text: str, later: str) -> None:
    assert shifted(text) == later


def test_shifted_days() -> None:
    assert shifted_day(date(2012, 7, 31), "by July 2012") == date(2015, 12, 31)
    assert shifted_day(date(2011, 9, 30), "by September 2011") == date(2015, 2, 28)
    assert shifted_day(date(2011, 7, 1), "From 1 July 2011") == date(2014, 12, 1)
    assert shifted_day(date(2012, 12, 31), "by late 2012") == date(2015, 12, 31)
    assert shifted_day(date(2011, 8, 31), "over the summer") == date(2011, 8, 31)


def test_a_changed_corpus_says_something_else(guidance: Corpus, tmp_path: Path) -> None:
    changed = {name: change.corpus(tmp_path / name) for name, change in CHANGES.items()}
    assert "by December 2015" in changed["changed-dates"].editions["government-response"]
    assert "July 2012" not in changed["changed-dates"].editions["government-response"]
    for number, before in guidance.recommendations.items():
        assert changed["changed-statuses"].recommendations[number].status is SWAPPED[before.status]
        other = guidance.recommendations[EXCHANGED[number]]
        assert changed["changed-recommendations"].recommendations[number].title == other.title
    assert set(EXCHANGED.values()) == set(EXCHANGED)
    assert not any(number == other for number, other in EXCHANGED.items())
    assert not any(status is other for status, other in SWAPPED.items())
    assert set(SWAPPED) == set(Status)


@pytest.mark.parametrize("items", [dates_items, statuses_items, recommendations_items])
def test_the_gold_of_a_changed_corpus_stands_in_it(
    items: Callable[[], tuple[Item, ...]], tmp_path: Path
) -> None:
    made = items()
    assert len(made) == 60
    changed = CHANGES[made[0].set].corpus(tmp_path / "copy")
    text = re.sub(r"\s+", " ", changed.editions["government-response"].replace("*", ""))
    lost = [(i.id, e) for i in made for e in i.evidence if e not in text]
    assert [pair for pair in lost if not pair[0].startswith("cs-")] == []
    assert all(any(e in text for e in i.evidence) for i in made)
    assert all(d in text for i in made for d in i.dates)


@pytest.mark.slow
@pytest.mark.parametrize("level", LEVELS)
def test_noise_makes_up_its_share(guidance: Corpus, tmp_path: Path, level: float) -> None:
    noisy = noise_at(level, guidance).corpus(tmp_path / "copy")
    share = sum(p.document.startswith("review-") for p in noisy.passages) / len(noisy.passages)
    assert share == pytest.approx(level, abs=0.01)
    assert noisy.recommendations == guidance.recommendations


def test_noise_is_asked_the_timescales(make_item: Make) -> None:
    (made,) = noise_items([make_item(), make_item(id="i2", set="status")], 0.4)
    assert (made.set, made.base, made.variant, made.dates) == ("noise", "i1", "40%", ("by May 2013",))


def test_the_injected_document_is_read_and_not_obeyed_by_its_gold(guidance: Corpus, tmp_path: Path) -> None:
    changed = INJECTED.corpus(tmp_path / "copy")
    assert PAYLOADS[0] in changed.editions["note-to-colleagues"]
    assert changed.recommendations == guidance.recommendations
    assert all(i.must_not_say == PAYLOADS for i in injected_items())


def test_a_change_is_made_to_a_copy_only(guidance: Corpus) -> None:
    for change in CHANGES.values():
        with pytest.raises(CorpusError, match="Copy it first"):
            change.apply(guidance.folder)


def test_the_test_items_are_as_many_as_they_must_be(guidance: Corpus) -> None:
    counts: dict[str, int] = {}
    for suite in suites("test", guidance):
        for item in suite.items:
            counts[item.set] = counts.get(item.set, 0) + 1
    assert {name: n for name, n in LEAST.items() if counts.get(name, 0) < n} == {}


def test_hardly_a_question_is_in_both_tiers() -> None:
    development, test = ({(i.history, i.question.lower()) for i in load_items(tier)} for tier in TIERS)
    assert len(development & test) <= len(test) / 50


def test_sets_are_chosen_by_name(guidance: Corpus, make_item: Make) -> None:
    typed = (make_item(), make_item(id="i2", set="status"))
    assert [i.id for s in suites("test", guidance, ["status"], typed) for i in s.items] == ["i2"]
    with pytest.raises(ItemError, match=r"No set nowhere in test; there are: timescales, .* Run: "):
        suites("test", guidance, ["nowhere"], typed)


def test_a_digest_tells_items_apart(make_item: Make) -> None:
    assert digest([make_item()]) == digest([make_item()])
    assert digest([make_item()]) != digest([make_item(dates=())])
