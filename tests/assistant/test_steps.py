"""Which step, which date of a sentence, and which event or day a question about time means."""

from __future__ import annotations

import pytest

from assistant.answers.clauses import _quantity
from assistant.answers.doers import agents
from assistant.answers.step import asking_clause, asks_how_long, step_terms
from assistant.assistant import Assistant
from assistant.evidence.pointing import continued
from assistant.language.vocabulary import terms
from assistant.language.words import words
from assistant.library.library import Library
from assistant.model import Outcome
from assistant.opening import open_assistant
from assistant.question.question import Question, read


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return open_assistant()


@pytest.fixture(scope="module")
def library(assistant: Assistant) -> Library:
    return assistant.library


def _read(text: str, assistant: Assistant) -> Question:
    return read(text, assistant.library, assistant.speller)


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("Zebras were to be counted - when was the fence due to start?", {"fence"}),
        ("When will the zebra count be finished?", {"zebra", "count"}),
        ("The fence keeps zebras in. When was painting to take place?", {"painting"}),
        ("When was it expected to end?", {"expected", "end"}),
    ],
)
def test_the_step_is_named_in_the_clause_that_asks_when(text: str, step: set[str], library: Library) -> None:
    kept = tuple(w for w in words(text) if w.text in "zebras counted fence due start zebra count finished keeps painting take place expected end".split())  # fmt: skip
    found = step_terms(text, terms(kept, library.vocabulary))
    assert {t.text for t in found} == step


def test_a_clause_that_does_not_ask_when_names_no_step() -> None:
    assert asking_clause("Zebras - how many of them?") == ""
    assert asking_clause("Zebras: by when?") == "by when?"
    assert asking_clause("We count zebras. Any milestones?") == "Any milestones?"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("When will Professor Munro return?", {"munro"}),
        ("When was the Munro response due?", set()),
        ("When was Munro's report due?", set()),
        ("When was it asked for by Professor Munro?", set()),
    ],
)
def test_a_person_who_does_something_is_told_from_a_name_for_a_thing(
    text: str, named: set[str], library: Library
) -> None:
    assert agents(text, library) == named


def test_a_sentence_points_at_what_the_passage_before_it_names(library: Library) -> None:
    pairs = zip(library.units, library.units[1:], strict=False)
    before, unit = next((b, u) for b, u in pairs if u.passage.text.startswith("The current trials"))
    assert all("trials" in s.text for _, s in continued(unit, unit.sentences[0], before))
    assert continued(unit, unit.sentences[0], before)
    assert not continued(unit, unit.sentences[0], None)


@pytest.mark.parametrize(("text", "kind"), [("every zebra", 0), ("most zebras", 1), ("all, not most", None)])
def test_how_many_are_meant(text: str, kind: int | None) -> None:
    assert _quantity(text) == kind


@pytest.mark.parametrize(
    ("text", "wordings"),
    [
        ("What had to wait until the Health and Social Care Bill got its Royal Assent?", ["once the Health"]),
        ("What does the Health and Social Care Bill do?", []),
        ("Until when do the zebras graze once they've been counted?", []),
    ],
)
def test_an_event_is_a_date_where_the_documents_date_something_by_it(
    text: str, wordings: list[str], assistant: Assistant
) -> None:
    found = [w.wording[:15].strip() for w in _read(text, assistant).whens]
    assert found == [w[:15].strip() for w in wordings]


def test_a_date_beside_a_question_for_what_was_due_selects(assistant: Assistant) -> None:
    told = _read(
        "My wall chart has July 2012 ringed in red. What were boards meant to have ready?", assistant
    )
    assert [w.wording for w in told.whens] == ["July 2012"]
    assert not _read("My wall chart has July 2012 ringed in red. Who leads the board?", assistant).whens


def test_a_paper_named_by_its_date_alone(assistant: Assistant) -> None:
    assert _read("What does the October 2011 paper say of budgets?", assistant).documents == (
        "committee-briefing",
    )
    assert not _read("What does the July 2011 letter say of schools?", assistant).whens


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "numbers", "dates"),
    [
        (
            "Our trial in Cumbria - until when was it extended?",
            (1,),
            {"until December 2011", "to December 2011"},
        ),
        ("May 2012: what was meant to be ready?", (2, 3, 4, 10), {"by May 2012", "from May 2012"}),
        ("When will every council have its principal social worker?", (14,), {"by July 2012"}),
        ("When would most councils have their principal social worker?", (14,), {"by April 2012"}),
        ("When will Munro come back?", (), {"in spring 2012"}),
        ("when's Munro coming back to us", (), {"in spring 2012"}),
        ("When do the assessment trials stop?", (1,), {"until December 2011"}),
        (
            "The timescale for serious case reviews?",
            (9,),
            {"During the second half of 2011", "over the summer"},
        ),
        ("When would they decide on ending the evaluation of SCRs?", (9,), {"over the summer"}),
    ],
)
def test_the_step_asked_about_gives_its_own_date(
    assistant: Assistant, text: str, numbers: tuple[int, ...], dates: set[str]
) -> None:
    answer = assistant.ask(text)
    assert answer.outcome is Outcome.ANSWERED
    assert answer.recommendations == numbers
    assert {d.wording for d in answer.dates} == dates


@pytest.mark.parametrize(
    ("text", "lasts"),
    [
        ("How long will the zebras stay?", True),
        ("How much longer were the counts in Ayr, Bude and Crewe to go on?", True),
        ("When will the counts in Ayr, Bude and Crewe finish?", True),
        ("How long must we wait for the fence?", False),
        ("How long before the fence is up?", False),
        ("How long have keepers got to count them?", False),
    ],
)
def test_how_long_asks_for_an_end_or_for_a_wait(text: str, lasts: bool) -> None:
    assert asks_how_long(text) is lasts


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("What date in June was the review set up?", "2010-06"),
        ("What is due by December?", "../2011-12"),
        ("What was done in June 2011?", "2011-06"),
    ],
)
def test_a_month_without_its_year_is_that_of_the_documents(
    text: str, edtf: str, assistant: Assistant
) -> None:
    assert [w.edtf for w in _read(text, assistant).whens] == [edtf]
