"""Which passages are quoted: labels with their block, both sides of a recommendation, what another document is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answers.asked import Asked
from assistant.answers.content import answer_content
from assistant.answers.documents import answer_document
from assistant.evidence.linking import linked
from assistant.evidence.queries import pairs_asked
from assistant.prepared import Prepared
from corpus.model import Part

AskedOf = Callable[[str], Asked]


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("Whose signatures stand at the foot of the letter to the NHS?", "ANNE MILTON"),
        ("Which building were the ministers writing from in the letter to councils?", "Sanctuary Buildings"),
        ("What postcode is on the letter to the NHS Confederation?", "SW1E 5DD"),
        ("Who put his name to the foreword, and in what post?", "Parliamentary Under Secretary of State"),
    ],
)
def test_head_and_foot_of_a_document_answer_what_asks_for_them(
    asked: AskedOf, question: str, shown: str
) -> None:
    draft = answer_document(asked(question))
    assert draft is not None
    assert any(shown in q.passage.text for q in draft.quotes)


@pytest.mark.parametrize(
    "question",
    [
        "Which bodies does the press notice say wrote to the minister?",
        "What is the postal address of the town hall in the council briefing?",
        "When was the letter to the NHS sent?",
        "What did the letter sent to the NHS say about partnership?",
    ],
)
def test_what_a_document_says_is_no_question_about_its_head_or_foot(asked: AskedOf, question: str) -> None:
    assert answer_document(asked(question)) is None


def test_a_label_is_quoted_with_the_labels_around_it(asked: AskedOf) -> None:
    draft = answer_content(asked("What stands at 29 Bressenden Place?"))
    assert draft is not None
    assert {"Jo Webber", "SW1E 5DD"} <= {q.passage.text for q in draft.quotes}


def test_the_answer_to_a_recommendation_is_quoted_beside_it(asked: AskedOf) -> None:
    draft = answer_content(
        asked("Which social work practice should the Chief Social Worker advise the Government on?")
    )
    assert draft is not None
    parts = {q.passage.part for q in draft.quotes if q.passage.recommendation == 15}
    assert {Part.RECOMMENDATION, Part.GOVERNMENT_RESPONSE} <= parts


@pytest.mark.parametrize(
    ("beginning", "question", "number"),
    [
        ("The current trials will now run", "How long will the assessment trials run?", 1),
        ("The ‘designation’ of a Principal", "Is a principal social worker a challenge?", 14),
        ("How to provide effective and accountable", "What is said of reducing budgets and demand?", None),
        ("Corinne May-Chahal, interim chair", "What did the interim chair of the college say?", None),
    ],
)
def test_a_passage_of_another_document_needs_words_in_common_with_one_recommendation(
    ready: Prepared, asked: AskedOf, beginning: str, question: str, number: int | None
) -> None:
    unit = next(u for u in ready.library.units if u.passage.text.startswith(beginning))
    assert linked(unit, asked(question).matcher, ready.library) == number


def test_neighbouring_words_are_found_with_up_to_two_words_between(ready: Prepared, asked: AskedOf) -> None:
    assert ("start", "reform") in pairs_asked(asked("Who spoke of the start of a reform?").question)
    near = ready.library.scopes.near.holding("start reform")
    texts = [u.passage.text for u, held in zip(ready.library.units, near, strict=True) if held]
    assert texts
    assert all("start of a reform process" in text for text in texts)


def test_a_paper_named_by_its_author_is_searched_without_the_author_s_name(asked: AskedOf) -> None:
    question = asked("What does Hilary Corrick's paper say of the DCS?").question
    assert question.documents == ("committee-briefing",)
    assert not {"hilary", "corrick"} & {t.text for t in question.terms}
