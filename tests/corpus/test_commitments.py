"""Commitments: who does what by when, in the words of the documents."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from corpus import Corpus
from corpus.commitments import commitments, passage_commitments
from corpus.model import Commitment, Modality, Part, Passage, PassageKind, Place, Span
from corpus.statements import lead_in_actor
from corpus.statements.actors import is_actor

DATA = Path(__file__).parent / "data"
TYPED: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (DATA / "commitments.yaml").read_text(encoding="utf-8")
)
OTHERS: list[dict[str, Any]] = yaml.safe_load((DATA / "statements.yaml").read_text(encoding="utf-8"))
WRITTEN = date(2011, 7, 13)


def passage(text: str, lead_in: str | None = None, part: Part = Part.NARRATIVE) -> Passage:
    kind = PassageKind.LIST_ITEM if lead_in else PassageKind.PARAGRAPH
    place = Place("note", None, part, None, Span(0, len(text)), ())
    return Passage("note/narrative/0", place, text, kind, "The council", (), lead_in, None)


def read(text: str, lead_in: str | None = None, part: Part = Part.NARRATIVE) -> list[Commitment]:
    return list(passage_commitments(passage(text, lead_in, part), WRITTEN))


# The five documents


@pytest.mark.parametrize("document", TYPED)
def test_every_dated_statement_of_a_document_is_read_as_a_person_reads_it(
    corpus: Corpus, document: str
) -> None:
    found = [c for c in corpus.commitments if c.place.document == document]
    assert [c.when.wording for c in found] == [t["when"] for t in TYPED[document]]
    for commitment, typed in zip(found, TYPED[document], strict=True):
        first, last = typed["what"]
        assert (commitment.who, commitment.past) == (typed["who"], typed["past"]), commitment.sentence
        assert commitment.what.startswith(first), commitment.what
        assert commitment.what.endswith(last), commitment.what


def test_the_timescales_of_all_recommendations_hold_a_commitment(corpus: Corpus) -> None:
    timed = {c.place.recommendation for c in corpus.commitments if c.place.part is Part.TIMESCALE}
    assert timed == set(range(1, 16))


def test_all_words_are_the_documents_own(corpus: Corpus) -> None:
    for c in corpus.commitments:
        p = corpus.by_id[c.passage]
        edition = corpus.editions[c.place.document]
        assert edition[c.sentence_span.start : c.sentence_span.end] == c.sentence
        assert c.sentence in p.text
        assert c.sentence[c.when.span.start : c.when.span.end] == c.when.wording
        assert c.what
        assert c.what in c.sentence
        assert c.who is None or c.who in c.sentence or c.who in (p.lead_in or "")
        assert c.place == p.place


def test_they_stand_in_reading_order(corpus: Corpus) -> None:
    order = {p.id: i for i, p in enumerate(corpus.passages)}
    places = [(order[c.passage], c.sentence_span.start, c.when.span.start) for c in corpus.commitments]
    assert all(a < b for a, b in pairwise(places))


@pytest.mark.parametrize(
    "text",
    ["Published 13 July 2011", "Date: 11th October 2011", "July 2011", "13 July 2011", "13th July 2011"],
)
def test_date_lines_and_headings_promise_nothing(corpus: Corpus, text: str) -> None:
    (line,) = (p for p in corpus.passages if p.text == text)
    assert not [c for c in corpus.commitments if c.passage == line.id]


def test_a_status_line_promises_nothing() -> None:
    heading = passage("Government response - Accept by May 2012")
    line = Passage(
        heading.id, heading.place, heading.text, PassageKind.STATUS_LINE, heading.speaker, (), None, None
    )
    assert list(passage_commitments(line, WRITTEN)) == []


def test_what_is_promised_under_a_condition_has_no_days(corpus: Corpus) -> None:
    (royal,) = (c for c in corpus.commitments if "Royal Assent" in c.when.wording)
    (soon,) = (c for c in corpus.commitments if "practicable" in c.when.wording)
    assert (royal.when.modality, royal.when.first, royal.when.last) == (Modality.AFTER, None, None)
    assert (soon.when.modality, soon.when.first, soon.when.last) == (Modality.NONE, None, None)


# Other documents


@pytest.mark.parametrize("case", OTHERS, ids=[c["text"][:50] for c in OTHERS])
def test_statements_of_other_documents(case: dict[str, Any]) -> None:
    found = read(case["text"], case.get("lead_in"))
    assert [[c.when.wording, c.who, c.what, c.past] for c in found] == case["whens"]


def test_an_entry_of_a_timescale_needs_no_verb_but_a_paragraph_does() -> None:
    text = "Publication of the final report: May 2012."
    assert read(text) == []
    (found,) = read(text, part=Part.TIMESCALE)
    assert (found.who, found.what) == (None, "Publication of the final report")


def test_a_promise_becomes_past_when_the_document_is_written_after_it() -> None:
    made = passage("The Board will meet in June 2011.")
    (before,) = commitments((made,), {"note": date(2011, 5, 1)})
    (after,) = commitments((made,), {"note": date(2012, 5, 1)})
    assert (before.past, after.past) == (False, True)


@pytest.mark.parametrize(
    ("lead_in", "who"),
    [
        ("We will:", "We"),
        ("Local authorities should:", "Local authorities"),
        ("The response includes the following actions by the Government:", "the Government"),
        ("Actions for local services to implement include:", "local services"),
        ("Much is to be done. The Department will:", "The Department"),
        ("We anticipate that this will include:", None),
        ("These include:", None),
        ("Milestones:", None),
        ("", None),
    ],
)
def test_who_acts_in_a_list(lead_in: str, who: str | None) -> None:
    assert lead_in_actor(lead_in) == who


@pytest.mark.parametrize(
    "phrase",
    [
        *("The Government", "Ofsted", "LSCBs", "we", "Local authorities and their partners", "All councils"),
        *(
            "The Department of Health and the Department for Education",
            "Professor Munro",
            "most local authorities",
        ),
        *(
            "the Children's Minister Tim Loughton",
            "The Secretary of State",
            "CEOP",
            "The new DCS",
            "all of the councils",
        ),
    ],
)
def test_those_who_can_act(phrase: str) -> None:
    assert is_actor(phrase)


@pytest.mark.parametrize(
    "phrase",
    [
        *(
            "Further work",
            "Guidance on JSNA",
            "The aim",
            "Professor Munro's recommendations",
            "Ownership of both",
        ),
        *(
            "Emerging evidence from the four trial authorities",
            "These trials",
            "An interim amendment",
            "",
            "2012",
        ),
        *(
            "The Family Justice Review's final recommendations",
            "New inspection framework",
            "this",
            "Working Together",
        ),
    ],
)
def test_those_who_cannot(phrase: str) -> None:
    assert not is_actor(phrase)


# Any text

_WORDS = """
The Government Ofsted we it will be should has was is been to of by the a plan plans framework
published publish which that and , , ( ) – : ; by May 2012 in autumn 2011 July 2010 today once
agreed when it ends with a view to It is for councils to decide not 12. review's “so” *now*
""".split()
_TEXTS = st.lists(st.sampled_from(_WORDS), max_size=24).map(" ".join)


@given(_TEXTS, st.one_of(st.none(), _TEXTS.filter(bool)))
def test_whatever_the_text_a_commitment_is_verbatim(text: str, lead_in: str | None) -> None:
    for c in read(text, lead_in):
        assert c.what
        assert c.what in c.sentence
        assert c.sentence in text
        assert c.who is None or c.who in c.sentence or c.who in (lead_in or "")
        assert c.who != ""


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit", ["the Board will meet by May 2012 and ", "which will, by May 2012, ", "and the "]
)
def test_a_sentence_without_end_is_read_in_time_that_grows_with_it(unit: str) -> None:
    def taken(times: int) -> float:
        start = time.process_time()
        read(unit * times + "by July 2012")
        return time.process_time() - start

    assert taken(160) < 20 * min(taken(40) for _ in range(2)) + 0.1
