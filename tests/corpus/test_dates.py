"""Date expressions: all of those in the documents, and what other documents may hold."""

from __future__ import annotations

import re
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given
from hypothesis import strategies as st

from corpus import Corpus
from corpus.dates import find_whens, name_of
from corpus.model import Passage, When
from corpus.sentences import sentence_spans

DATA = Path(__file__).parent / "data"
DOCUMENTS: dict[str, list[dict[str, Any]]] = yaml.safe_load((DATA / "dates.yaml").read_text(encoding="utf-8"))
OTHERS: list[dict[str, Any]] = yaml.safe_load((DATA / "other-dates.yaml").read_text(encoding="utf-8"))
WRITTEN = date(2011, 7, 13)


def dated(corpus: Corpus, document: str) -> list[tuple[Passage, When]]:
    """Every expression of a document in reading order, found sentence by sentence as the program does."""
    written = corpus.document[document].date
    return [
        (p, when)
        for p in corpus.passages
        if p.document == document
        for s in sentence_spans(p.text)
        for when in find_whens(p.text[s.start : s.end], written)
    ]


def held(when: When) -> tuple[object, ...]:
    return when.wording, when.modality.value, when.first, when.last


# The five documents


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_expression_of_a_document_is_recognised_and_no_other(corpus: Corpus, document: str) -> None:
    found = [
        (*held(when), p.recommendation, p.part.value, p.place.paragraph)
        for p, when in dated(corpus, document)
    ]
    typed = [
        (
            *(d["wording"], d["modality"], d["first"], d["last"]),
            *(d.get("rec"), d.get("part", "narrative"), d.get("paragraph")),
        )
        for d in DOCUMENTS[document]
    ]
    assert found == typed


def test_the_list_covers_every_word_of_time_in_the_editions(corpus: Corpus) -> None:
    """A second, cruder reading: what looks like a date and is in no expression is one of these."""
    crude = re.compile(
        r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|[Ss]pring"
        r"|[Ss]ummer|[Aa]utumn|[Ww]inter|(?:19|20)\d\d|[Tt]oday|(?:last|this|next|coming) (?:year|month)|ago"
        r"|[Oo]nce|as soon|pace)\b"
    )
    left = []
    for p in corpus.passages:
        whens = find_whens(p.text, corpus.document[p.document].date)
        for match in crude.finditer(p.text):
            if not any(w.span.start <= match.start() < w.span.end for w in whens):
                left.append(p.text[max(0, match.start() - 8) : match.end() + 7])
    assert left == [
        "ty Bill 2010-11 wil",
        "ren Act 1989.",
        "ren Act 2004, of ap",
        "Corinne May-Chahal",
        "Corinne May Chahal",
    ]


def test_whole_passages_and_single_sentences_hold_the_same_expressions(corpus: Corpus) -> None:
    for document, typed in DOCUMENTS.items():
        written = corpus.document[document].date
        whole = [
            held(w) for p in corpus.passages if p.document == document for w in find_whens(p.text, written)
        ]
        assert whole == [(d["wording"], d["modality"], d["first"], d["last"]) for d in typed]


def test_precision_is_kept() -> None:
    late, end = (find_whens(t, WRITTEN)[0] for t in ("by late 2012", "by the end of 2012"))
    assert late.last == end.last == date(2012, 12, 31)
    assert (late.grain, late.edtf) == ("part_of_year", "../2012-12~")
    assert (end.grain, end.edtf) == ("month", "../2012-12")


def test_relative_dates_follow_the_day_of_writing() -> None:
    text = "It is due next year, and over the summer we will consult."
    first, second = find_whens(text, date(2013, 2, 1))
    assert (first.first, first.last) == (date(2014, 1, 1), date(2014, 12, 31))
    assert (second.first, second.last) == (date(2013, 6, 1), date(2013, 8, 31))


@pytest.mark.parametrize(
    ("text", "until"), [("until March 2012", True), ("by March 2012", False), ("from March 2012", False)]
)
def test_until_when_something_goes_on_is_told_from_other_dates(text: str, until: bool) -> None:
    (when,) = find_whens(f"It is planned {text}.", WRITTEN)
    assert when.until is until


# Other documents


@pytest.mark.parametrize("case", OTHERS, ids=[c["text"][:48] for c in OTHERS])
def test_expressions_of_other_documents(case: dict[str, Any]) -> None:
    found = [[*held(w), w.edtf, w.grain] for w in find_whens(case["text"], WRITTEN)]
    assert found == case["whens"]


@pytest.mark.parametrize("text", ["next year", "within a year", "in two years' time", "over the coming year"])
def test_a_leap_day_of_writing_is_no_trouble(text: str) -> None:
    (when,) = find_whens(text, date(2012, 2, 29))
    assert when.last
    assert when.last >= date(2013, 2, 28)


# Any text

_WORDS = """
by from until before after around in between and to the end of early late mid- second half quarter
Q1 2011 2012 1999 2011-12 31 29 1 February July May march autumn winter/spring next last this year
month years ago within six three – - / , . ( ) once as soon possible today Act Bill onwards at
latest
""".split()
_PIECES = st.lists(st.sampled_from(_WORDS), max_size=14).map(" ".join)


def test_what_is_twice_approximate_is_said_to_be_so_once() -> None:
    assert [w.edtf for w in find_whens("around early autumn 2012", WRITTEN)] == ["2012-09~"]


@given(_PIECES, st.dates(date(1950, 1, 1), date(2090, 12, 31)))
def test_whatever_the_text_expressions_are_verbatim_ordered_and_sound(text: str, written: date) -> None:
    whens = find_whens(text, written)
    position = 0
    for when in whens:
        assert position <= when.span.start < when.span.end
        position = when.span.end
        assert text[when.span.start : when.span.end] == when.wording
        assert not (when.first and when.last and when.last < when.first)
        assert (when.edtf is None) == (when.grain in ("none", "event"))
        if when.edtf:
            parse_edtf(when.edtf)


@given(st.text(max_size=300))
def test_no_text_breaks_the_reader(text: str) -> None:
    for when in find_whens(text, WRITTEN):
        assert when.wording in text


def test_every_edtf_text_can_be_read_and_says_the_same_days(corpus: Corpus) -> None:
    texts = [(w.first, w.last, w.edtf) for d in DOCUMENTS for _, w in dated(corpus, d)]
    texts += [(first, last, edtf) for case in OTHERS for _, _, first, last, edtf, _ in case["whens"]]
    for first, last, edtf in texts:
        if edtf is None:
            assert first is last is None
            continue
        parsed = parse_edtf(edtf)
        begins, ends = (edtf.split("/") * 2)[:2] if "/" in edtf else (edtf, edtf)
        assert (begins == "..") == (first is None)
        assert (ends == "..") == (last is None)
        if first and last and not edtf.startswith("2011-24") and not edtf.startswith("2010-24"):
            assert date(*parsed.lower_strict()[:3]) == first
            assert date(*parsed.upper_strict()[:3]) == last


def test_the_edtf_reader_would_notice_a_wrong_text() -> None:
    with pytest.raises(EDTFParseException):
        parse_edtf("by 2012")


# Speed


def _timed(text: str) -> float:
    start = time.process_time()
    find_whens(text, WRITTEN)
    return time.process_time() - start


def test_reading_all_sentences_is_fast(corpus: Corpus) -> None:
    """It takes 0.03 s; the limit leaves room for a slower machine."""
    sentences = [
        (p.text[s.start : s.end], corpus.document[p.document].date)
        for p in corpus.passages
        for s in sentence_spans(p.text)
    ]
    assert len(sentences) > 550
    taken = []
    for _ in range(5):
        start = time.process_time()
        for text, written in sentences:
            find_whens(text, written)
        taken.append(time.process_time() - start)
    assert min(taken) < 0.15


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    ["by ", "2011 ", "1 ", "between April and ", "the end of the ", "once the ", "May ", "31/12/2011-", " "],
)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    small, large = (unit * (size // len(unit)) for size in (2_000, 20_000))
    assert min(_timed(large) for _ in range(3)) < 40 * min(_timed(small) for _ in range(3)) + 0.05


@pytest.mark.parametrize(
    ("wording", "name"),
    [
        ("by July 2012", "July 2012"),
        ("By no later than July 2012", "July 2012"),
        ("by around July 2012", "July 2012"),
        ("up to July 2012", "July 2012"),
        ("over the course of 2012", "2012"),
        ("in each of 2011-12", "2011-12"),
        ("to December 2011", "December 2011"),
        ("the end of 2012", "the end of 2012"),
    ],
)
def test_a_date_is_named_without_the_words_that_bound_it(wording: str, name: str) -> None:
    assert name_of(wording) == name
