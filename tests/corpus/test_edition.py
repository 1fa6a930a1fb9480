"""Passages and recommendations: exact spans, stable ids, and nothing under the wrong recommendation."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from corpus import Corpus
from corpus.catalogue import DATA
from corpus.edition import read_edition, status_of
from corpus.errors import CorpusError
from corpus.fidelity.words import split_words
from corpus.model import Part, Passage, PassageKind, Status
from corpus.sentences import sentence_spans
from tests.editions import catalogue_entry

TYPED: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "data" / "recommendations.yaml").read_text(encoding="utf-8")
)
PARTS = (Part.RECOMMENDATION, Part.MUNRO_ARGUMENT, Part.GOVERNMENT_RESPONSE, Part.TIMESCALE)
#: Words that an edition corrects, by recommendation: of "child- centred", "content." and "embedded;a".
CORRECTED = {(3, "child-centred"), (12, "content,"), (9, "embedded;"), (9, "a")}
NOTE = catalogue_entry("note", "Note", "The council", date(2012, 1, 31), numbered=True)


def of(corpus: Corpus, document: str) -> list[Passage]:
    return [p for p in corpus.passages if p.document == document]


# Every passage of the corpus


def test_every_passage_is_what_its_span_holds(corpus: Corpus) -> None:
    for p in corpus.passages:
        assert corpus.editions[p.document][p.place.span.start : p.place.span.end] == p.text
        assert p.text == p.text.strip()
        assert p.text


def test_spans_stand_in_order_and_do_not_overlap(corpus: Corpus) -> None:
    for document in corpus.editions:
        spans = [p.place.span for p in of(corpus, document)]
        assert all(a.end <= b.start for a, b in pairwise(spans))


def test_passages_and_headings_hold_all_of_an_edition(corpus: Corpus) -> None:
    for document, edition in corpus.editions.items():
        left = list(edition)
        for p in of(corpus, document):
            left[p.place.span.start : p.place.span.end] = " " * len(p.text)
        rest = [line.strip() for line in "".join(left).splitlines() if line.strip(" ->")]
        assert all(line.startswith("#") for line in rest)


def test_ids_are_unique_and_say_where_a_passage_stands(corpus: Corpus) -> None:
    assert len({p.id for p in corpus.passages}) == len(corpus.passages) > 330
    for p in corpus.passages:
        where = f"rec-{p.recommendation}/{p.part.value}" if p.recommendation else "narrative"
        assert p.id.startswith(f"{p.document}/{where}/")
    assert corpus.by_id[corpus.passages[40].id] is corpus.passages[40]


def test_the_source_lines_of_a_passage_hold_its_words(corpus: Corpus) -> None:
    sources = {
        d.id: (DATA / "sources" / f"{d.id}.txt").read_text(encoding="utf-8").split("\n")
        for d in corpus.documents
    }
    missing = set()
    for p in corpus.passages:
        words = Counter(split_words(p.text).words)
        on_lines = [split_words(sources[p.document][n - 1]).words for n in p.place.lines]
        assert all(set(words) & set(line) for line in on_lines), p.id
        there = Counter(word for line in on_lines for word in line)
        missing |= {(p.recommendation, word) for word in words - there}
        assert p.place.lines == tuple(sorted(p.place.lines))
    assert missing == CORRECTED


def test_list_items_know_what_introduces_them(corpus: Corpus) -> None:
    items = [p for p in corpus.passages if p.kind is PassageKind.LIST_ITEM]
    assert len(items) > 90
    for item in items:
        assert item.lead_in_id is not None
        lead = corpus.by_id[item.lead_in_id]
        assert item.lead_in
        assert item.lead_in.endswith(lead.text)
        assert lead.place.span.end < item.place.span.start
        assert (lead.recommendation, lead.part) == (item.recommendation, item.part)
    nested = next(p for p in items if p.text.startswith("timeliness in the identification"))
    assert nested.lead_in
    assert re.search(
        r"The Government should revise .* to: require local attention is given to:$", nested.lead_in
    )


# Recommendations


def test_the_fifteen_recommendations_have_the_statuses_and_themes_of_the_source(corpus: Corpus) -> None:
    typed = {t["number"]: (Status(t["status"]), t["theme"]) for t in TYPED}
    assert {n: (r.status, r.theme) for n, r in corpus.recommendations.items()} == typed
    assert list(corpus.recommendations) == list(range(1, 16))
    counts = Counter(r.status for r in corpus.recommendations.values())
    assert counts == {Status.ACCEPT: 9, Status.ACCEPT_IN_PRINCIPLE: 5, Status.CONSIDER_FURTHER: 1}


@pytest.mark.parametrize("typed", TYPED, ids=[f"recommendation-{t['number']}" for t in TYPED])
@pytest.mark.parametrize("part", PARTS)
def test_each_part_begins_and_ends_as_in_the_source(
    corpus: Corpus, typed: dict[str, Any], part: Part
) -> None:
    text = corpus.recommendations[typed["number"]].text(part)
    first, last = typed[part.value]
    assert text.startswith(first)
    assert text.endswith(last)


def test_recommendations_stand_in_the_order_of_the_contents_page(corpus: Corpus) -> None:
    order = dict.fromkeys(p.recommendation for p in corpus.passages if p.recommendation)
    assert list(order) == [t["number"] for t in TYPED]
    assert list(order) == [1, 2, 3, 4, 8, 10, 13, 11, 12, 14, 15, 5, 6, 7, 9]


def test_each_title_is_used_once(corpus: Corpus) -> None:
    titles = [r.title for r in corpus.recommendations.values()]
    assert len(set(titles)) == 15
    assert corpus.recommendations[14].title == "Designate a Principal Child and Family Social Worker"
    assert not any(title.endswith("…") for title in titles)


def test_the_four_themes(corpus: Corpus) -> None:
    assert list(corpus.themes) == [1, 2, 3, 4]
    assert corpus.themes[3] == (
        "Developing social work expertise and supporting effective social work practice"
    )


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("Government response – Accept", Status.ACCEPT),
        ("Government response - Accept in principle.", Status.ACCEPT_IN_PRINCIPLE),
        ("Government response - Consider further.", Status.CONSIDER_FURTHER),
        ("Timescale", None),
    ],
)
def test_statuses_are_read_from_headings(heading: str, status: Status | None) -> None:
    assert status_of(heading) is status


def test_an_unknown_status_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(CorpusError, match=r"Unknown status 'Reject'.*Run: "):
        status_of("Government response - Reject")


# Places and speakers


def test_paragraphs_one_to_thirty_are_complete(corpus: Corpus) -> None:
    response = of(corpus, "government-response")
    numbers = [p.place.paragraph for p in response if re.match(r"\d{1,2}\. ", p.text)]
    assert numbers == list(range(1, 31))
    assert all(
        p.text.startswith(f"{n}. ")
        for p, n in zip((p for p in response if re.match(r"\d{1,2}\. ", p.text)), range(1, 31), strict=True)
    )
    assert {
        p.place.paragraph for p in response if p.kind is PassageKind.LIST_ITEM and not p.recommendation
    } == {
        None,
        2,
        5,
        10,
        16,
        27,
    }
    assert all(p.place.paragraph is None for p in response if p.recommendation)


def test_other_documents_have_no_paragraph_numbers(corpus: Corpus) -> None:
    assert {p.place.paragraph for p in corpus.passages if p.document != "government-response"} == {None}


def test_who_speaks_in_the_press_notice(corpus: Corpus) -> None:
    said = [
        (p.speaker, p.text[:30])
        for p in of(corpus, "press-release")
        if p.speaker != "The Department for Education"
    ]
    loughton = "Children’s Minister Tim Loughton"
    munro = "Professor Eileen Munro, Professor of Social Policy at the London School of Economics"
    college = "Corinne May-Chahal, interim chair of The College of Social Work"
    dunkley = "Matt Dunkley, Director of Children’s Services in East Sussex"
    assert said == [
        (loughton, "Today’s response is the first "),
        (loughton, "This is a new mindset and a ne"),
        (loughton, "We have worked openly and coll"),
        (loughton, "The changes will take time to "),
        (munro, "This is the start of a reform "),
        (college, "The Munro Review concentrated "),
        (college, "The review proposes developing"),
        (college, "The College of Social Work wel"),
        (dunkley, "My personal reflection is to s"),
    ]


def test_who_speaks_in_the_response(corpus: Corpus) -> None:
    for p in of(corpus, "government-response"):
        if p.part in (Part.RECOMMENDATION, Part.MUNRO_ARGUMENT):
            assert p.speaker == "Professor Munro"
        elif "Foreword" in p.headings:
            assert p.speaker == "Tim Loughton MP"
        else:
            assert p.speaker == "The Government"


def test_letters_and_briefing_have_one_speaker_each(corpus: Corpus) -> None:
    speakers = {d: {p.speaker for p in of(corpus, d)} for d in corpus.editions}
    assert speakers["letter-to-councils"] == {"Tim Loughton MP"}
    assert speakers["letter-to-nhs"] == {"Tim Loughton MP and Anne Milton MP"}
    assert speakers["committee-briefing"] == {"The council's lead officer"}


# Sentences


def test_sentences_hold_all_words_of_a_passage(corpus: Corpus) -> None:
    for p in corpus.passages:
        cut = [p.text[s.start : s.end] for s in sentence_spans(p.text)]
        assert " ".join(cut).split() == p.text.split()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("12. The Board met. It agreed.", 2),
        ("Dr Smith, e.g. of Leeds, met St. Mary's. Prof. Munro came.", 2),
        ("“We will.” She said so.", 2),
        ("Version 2.0 of the form", 1),
        ("", 0),
    ],
)
def test_where_sentences_end(text: str, count: int) -> None:
    assert len(list(sentence_spans(text))) == count


@given(st.text(max_size=200))
def test_sentences_of_any_text_are_ordered_and_lose_nothing(text: str) -> None:
    position = 0
    for span in sentence_spans(text):
        assert position <= span.start < span.end
        assert not text[position : span.start].strip()
        position = span.end
    assert not text[position:].strip()


# Any edition

_WORDS = st.lists(
    st.sampled_from("the Board will meet in May once a plan, (or two) exists: 1. *now* “so” – é ’".split()),
    min_size=1,
    max_size=7,
).map(" ".join)
_BLOCK = st.one_of(
    st.builds("{} {}".format, st.sampled_from(["#", "##", "###"]), _WORDS),
    st.builds("{}- {}".format, st.sampled_from(["", "  ", "    "]), _WORDS),
    st.builds("> {}".format, _WORDS),
    _WORDS,
)
_EDITIONS = st.lists(_BLOCK, max_size=12)


@given(_EDITIONS)
def test_any_edition_is_cut_into_verbatim_ordered_passages_with_ids_of_their_own(lines: list[str]) -> None:
    edition = "\n\n".join(lines)
    passages = read_edition(NOTE, edition)
    assert len(passages) == sum(not line.startswith("#") for line in lines)
    assert all(edition[p.place.span.start : p.place.span.end] == p.text for p in passages)
    spans = [p.place.span for p in passages]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert len({p.id for p in passages}) == len(passages)


@given(
    _EDITIONS,
    st.integers(0, 12),
    st.sampled_from(["Quite another paragraph.", "- An item of its own.", "> Said."]),
)
def test_an_edit_elsewhere_leaves_an_id_as_it_was(lines: list[str], at: int, added: str) -> None:
    before = [p.id for p in read_edition(NOTE, "\n\n".join(lines))]
    edited = [*lines[:at], added, *lines[at:]]
    after = [p.id for p in read_edition(NOTE, "\n\n".join(edited)) if p.text != added.lstrip("-> ")]
    assert after == before


@given(_EDITIONS)
def test_another_edition_with_windows_line_ends_has_the_same_ids(lines: list[str]) -> None:
    unix, windows = (read_edition(NOTE, end.join(lines)) for end in ("\n\n", "\r\n\r\n"))
    assert [(p.id, p.text) for p in unix] == [(p.id, p.text) for p in windows]


def test_an_id_changes_with_the_words_and_with_the_document() -> None:
    (first,) = read_edition(NOTE, "The Board will meet in May.")
    (second,) = read_edition(NOTE, "The Board will meet in June.")
    assert first.id != second.id


def test_an_unknown_part_of_a_recommendation_is_refused() -> None:
    with pytest.raises(CorpusError, match=r"note: unknown part 'Costs' under recommendation 2.*Run: "):
        read_edition(NOTE, "# Recommendation 2\n\n## Costs\n\nNone.")
