"""Documents beside rows, columns and paragraphs of the response, and the names that documents are called by."""

from __future__ import annotations

import pytest

from assistant.answers.compare import answer_compare
from assistant.answers.compare_documents import compare_documents
from assistant.answers.documents_beside import compared
from assistant.answers.same_words import echoing
from assistant.answers.where import Where
from assistant.model import Notice
from corpus.model import Part
from tests.assistant.conftest import AskedOf


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Joint programme: the media release against rec 8's timetable",
            {Where(document="press-release"), Where(recommendation=8, part=Part.TIMESCALE)},
        ),
        (
            "Put paragraph 27 on grading reviews beside what was asked for in recommendation 9.",
            {Where(paragraph=27), Where(recommendation=9, part=Part.RECOMMENDATION)},
        ),
        (
            "Principal social worker: the press release next to Munro's own recommendation",
            {Where(document="press-release"), Where(recommendation=14, part=Part.RECOMMENDATION)},
        ),
    ],
)
def test_a_document_stands_beside_a_part_of_the_response(
    asked: AskedOf, text: str, places: set[Where]
) -> None:
    assert set(compared(asked(text))) == places


def test_each_place_shows_its_own_passage(asked: AskedOf) -> None:
    made = answer_compare(asked("Joint programme with Health: the media release against rec 8's timetable"))
    assert made is not None
    assert [(q.passage.document, q.passage.part) for q in made.leading] == [
        ("press-release", Part.NARRATIVE),
        ("government-response", Part.TIMESCALE),
    ]


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        (
            "Loughton's note to chief execs and the letter to the NHS",
            {"letter-to-councils", "letter-to-nhs"},
        ),
        (
            "Corrick's paper and the letter to local authorities",
            {"committee-briefing", "letter-to-councils"},
        ),
        ("the journalists' version and the council briefing", {"press-release", "committee-briefing"}),
    ],
)
def test_documents_are_called_by_author_reader_and_kind_in_one_breath(
    asked: AskedOf, text: str, documents: set[str]
) -> None:
    assert set(asked(f"What do {text} each say on trust?").question.documents) == documents


def test_whose_a_paper_is_and_for_whom_is_nothing_that_is_asked_about(asked: AskedOf) -> None:
    terms = asked("How did the Department's announcement put the national post to the media?").question.terms
    assert not {"department", "media"} & {t.text for t in terms}


def test_the_other_letter_is_the_one_not_named(asked: AskedOf) -> None:
    found = compared(asked("To whom did the NHS letter go, and to whom the other letter?"))
    assert {where.document for where in found} == {"letter-to-nhs", "letter-to-councils"}


def test_a_coarser_date_does_not_differ_from_the_one_it_holds(asked: AskedOf) -> None:
    text = "Munro's interim assessment of progress: what date do the foreword and the press notice each give?"
    made = compare_documents(asked(text))
    assert made is not None
    assert {w.wording for w in made.whens} == {"in spring 2012", "next year"}
    assert Notice.DOCUMENTS_DIFFER not in made.notices


def test_a_passage_that_repeats_the_words_of_the_other_document_comes_first(asked: AskedOf) -> None:
    quoting = asked("sufficient provision of early help local profile of need in the council briefing")
    chosen = list(quoting.ranked[:1])
    plain = asked("recommendation 10 response early help")
    own = [r for r in plain.ranked if r.unit.passage.part is Part.GOVERNMENT_RESPONSE]
    repeats = next(r for r in own if "local profile of need" in r.unit.passage.text)
    rival = max((r for r in own if r is not repeats and r.own <= repeats.own), key=lambda r: r.score)
    assert echoing(chosen, (rival, repeats))[0] is repeats
