"""Which passages are quoted: labels with their block, both sides of a recommendation, what another document is about."""

from __future__ import annotations

import pytest

from assistant.answers.content import answer_content
from assistant.answers.documents import answer_document
from assistant.answers.roll import answer_roll
from assistant.evidence.linking import linked
from assistant.evidence.queries import pairs_asked
from assistant.prepared import Prepared
from corpus.model import Part
from tests.assistant.conftest import AskedOf


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
    draft = answer_content(asked("Whose address is 29 Bressenden Place, London?"))
    assert draft is not None
    assert {"Jo Webber", "SW1E 5DD"} <= {q.passage.text for q in draft.quotes}


@pytest.mark.parametrize(
    ("question", "number", "beside"),
    [
        ("Should annual reports of the safeguarding boards go to senior leaders?", 5, True),
        ("Which social work practice should the Chief Social Worker advise the Government on?", 15, False),
    ],
)
def test_the_answer_to_a_recommendation_is_quoted_beside_it_where_it_is_as_near(
    asked: AskedOf, question: str, number: int, beside: bool
) -> None:
    draft = answer_content(asked(question))
    assert draft is not None
    parts = {q.passage.part for q in draft.quotes if q.passage.recommendation == number}
    assert Part.RECOMMENDATION in parts
    assert (Part.GOVERNMENT_RESPONSE in parts) is beside


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


def test_words_of_somebody_are_no_name_line(asked: AskedOf) -> None:
    told = answer_content(asked("What did Anne Milton say to NHS colleagues?"))
    assert told is not None
    assert all(len(q.passage.text.split()) > 10 for q in told.quotes)


def test_names_that_are_counted_are_looked_for_by_their_number(asked: AskedOf) -> None:
    told = answer_content(asked("Which four boroughs were trialling flexible assessment timescales?"))
    assert told is not None
    assert "Westminster, Knowsley, Cumbria and Hackney" in told.quotes[0].passage.text


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Who was chairing the Munro implementation group?", ["Tim Loughton"]),
        ("which constable sat on the implementation group", ["Brian Moore"]),
        ("people from Haringey and Knowsley on the implementation group, names", ["Andrew Martin", "Graham Wright"]),
        ("Who deputised for Anne Milton on the implementation group?", ["Heather Gwynn"]),
        ("Who from Swindon was on the implementation group?", []),
        ("Who sat on the Social Work Reform Board?", []),
    ],
)  # fmt: skip
def test_a_list_of_people_gives_just_those_asked_for(asked: AskedOf, question: str, names: list[str]) -> None:
    told = answer_roll(asked(question))
    quoted = [q.passage.text for q in told.quotes] if told else []
    assert [text.split("-")[0].replace(" MP", "").strip() for text in quoted] == names


def test_who_else_is_on_a_list_gives_all_of_it(asked: AskedOf) -> None:
    told = answer_roll(asked("Who else was on the implementation group that Tim Loughton chaired?"))
    assert told is not None
    assert len(told.quotes) == 19


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Who chaired the implementation group that helped ministers with the reply?", 1),
        ("Who was on the implementation group which met over the summer?", 20),
        ("Which member of the implementation group was from Barnardo's?", 1),
    ],
)
def test_a_clause_behind_the_body_only_says_which_is_meant(asked: AskedOf, question: str, found: int) -> None:
    made = answer_roll(asked(question))
    assert made is not None
    people = [q for q in made.quotes if " - " in q.passage.text]
    assert len(people) == 1 if found == 1 else len(people) > found / 2
