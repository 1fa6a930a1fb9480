"""Who said, wrote or holds something, where a question quotes it, wants it confirmed or takes it for granted."""

from __future__ import annotations

import pytest

from assistant.answers.another_paper import answer_another_paper
from assistant.answers.claimed_posts import answer_claimed_post
from assistant.answers.claims import answer_claim
from assistant.answers.documents import answer_claimed_paper, answer_document
from assistant.answers.draft import Draft
from assistant.answers.persons import answer_person
from assistant.answers.verbatim import answer_verbatim
from assistant.evidence.named import unknown_names
from assistant.evidence.quote import whole
from assistant.evidence.voices import wordless
from assistant.language.spelling import Speller
from assistant.model import Outcome
from assistant.question.naming import other_letter
from assistant.question.speakers import answered_by
from assistant.refusals.support import unsupported
from tests.assistant.conftest import AskedOf


def _shown(made: Draft | None) -> str:
    return " / ".join(q.passage.text for q in made.shown) if made else ""


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("Does Dunkley say 'I trust the workforce to deliver the reforms' anywhere?", "Tim Loughton"),
        ("Whose remark is 'a clear line of sight through the organisation'?", "The Government"),
        ("'valuing the knowledge and capabilities of social workers' - Munro's words?", "Corinne May-Chahal"),
    ],
)
def test_quoted_words_are_given_to_the_one_who_says_them(asked: AskedOf, question: str, speaker: str) -> None:
    made = answer_verbatim(asked(question))
    assert made is not None
    assert made.shown[0].passage.speaker.find(speaker) >= 0


@pytest.mark.parametrize(
    "question",
    [
        "When will 'a clear line of sight through the organisation' be checked?",
        "Who says 'zebras are to be counted twice'?",
        "Which recommendation has the words 'a clear line of sight through the organisation'?",
        "Who pays for keeping 'a clear line of sight through the organisation' in zoos?",
    ],
)
def test_quoted_words_are_left_where_nothing_holds_them_or_something_else_is_asked(
    asked: AskedOf, question: str
) -> None:
    assert answer_verbatim(asked(question)) is None


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Zebedee Quux put his name to the letter to councils, didn't he?", "TIM LOUGHTON MP"),
        ("They tell me Zebedee Quux signed the letter to the NHS. True?", "ANNE MILTON"),
        ("Was it Zebedee Quux that the NHS letter was addressed to?", "Jo Webber"),
        ("Was the letter to the NHS penned by Zebedee Quux?", "ANNE MILTON"),
        ("Isn't the foreword written by Zebedee Quux?", "Tim Loughton MP"),
    ],
)
def test_a_claim_of_a_paper_is_met_with_its_head_or_foot(asked: AskedOf, question: str, name: str) -> None:
    assert name in _shown(answer_claimed_paper(asked(question)))


def test_a_claim_of_what_a_paper_says_is_no_claim_of_who_wrote_it(asked: AskedOf) -> None:
    assert answer_claimed_paper(asked("Did Tim Loughton write to councils about school meals?")) is None


@pytest.mark.parametrize(
    ("question", "holder"),
    [
        ("Zebedee Quux spoke for the College of Social Work, isn't that so?", "Corinne May-Chahal"),
        ("Is Zebedee Quux the chief executive of Barnardo's?", "Anne Marie Carrie"),
        ("Did Zebedee Quux chair the implementation group?", "Tim Loughton"),
        ("Zebedee Quux represented Barnardo's on the implementation group, right?", "Anne Marie Carrie"),
        ("Was Reena Keeble headteacher at Challney High School?", "Yasmin Bevan"),
    ],
)
def test_a_claim_of_a_post_is_met_with_the_one_who_holds_it(
    asked: AskedOf, question: str, holder: str
) -> None:
    assert holder in _shown(answer_claimed_post(asked(question)))


def test_a_claim_of_a_post_that_several_share_is_left(asked: AskedOf) -> None:
    assert answer_claimed_post(asked("Is Zebedee Quux an assistant director?")) is None


@pytest.mark.parametrize(
    ("question", "document"),
    [
        (
            "The press notice says members will note the recommendations of the report, doesn't it?",
            "committee-briefing",
        ),
        ("It's the council briefing that talks of an approach where one size fits all, no?", "letter-to-nhs"),
    ],
)
def test_what_one_paper_is_taken_to_say_is_told_of_the_other_that_says_it(
    asked: AskedOf, question: str, document: str
) -> None:
    made = answer_another_paper(asked(question))
    assert made is not None
    assert {q.passage.document for q in made.shown} == {document}


@pytest.mark.parametrize(
    "question",
    [
        "Does the press notice say the new DCS takes up her appointment?",
        "The council briefing says the new DCS takes up her appointment, doesn't it?",
        "The press notice says zebras get free hay and carrots, doesn't it?",
    ],
)
def test_a_paper_is_not_put_right_where_it_says_so_or_no_other_does(asked: AskedOf, question: str) -> None:
    assert answer_another_paper(asked(question)) is None


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Letter to the NHS: recipient and post?", "Jo Webber"),
        ("Whose name stands beneath the letter to councils?", "TIM LOUGHTON MP"),
        ("A couple of ministers are at the foot of the NHS letter. Names?", "ANNE MILTON"),
    ],
)
def test_the_head_and_the_foot_are_asked_for_in_many_words(asked: AskedOf, question: str, name: str) -> None:
    assert name in _shown(answer_document(asked(question)))


@pytest.mark.parametrize(
    "question",
    [
        "Brian Moore had two roles. Name them.",
        "Brian Moore held what post in 2011?",
        "Which hats did Brian Moore wear?",
    ],
)
def test_the_posts_of_somebody_listed_are_asked_for_by_any_noun_for_them(
    asked: AskedOf, question: str
) -> None:
    assert "Chief Constable Wiltshire" in _shown(answer_person(asked(question)))


def test_how_the_reviewer_took_the_answers_only_others_who_quote_her_can_tell(asked: AskedOf) -> None:
    library = asked("who?").library
    for question in ("What was Munro's reaction to that?", "How did Professor Munro react to the reply?"):
        assert [s.split(",")[0] for s in answered_by(question, library)] == ["Professor Eileen Munro"]
    assert answered_by("What was Loughton's reaction to that?", library) == ()


def test_how_the_reviewer_took_one_answer_is_refused_where_nobody_quotes_her_on_it(asked: AskedOf) -> None:
    answer = Draft(Outcome.ANSWERED, ())
    assert unsupported(asked("How did Munro respond to what was made of recommendation 5?"), answer)
    assert not unsupported(asked("What was made of recommendation 5?"), answer)


def test_a_note_to_others_is_a_letter_that_is_not_here(asked: AskedOf) -> None:
    library = asked("who?").library
    assert other_letter("What were vets told in the note to the zoos?", library)
    assert not other_letter("What does it say in the notes to editors?", library)


def test_initials_before_an_apostrophe_are_no_misspelling() -> None:
    speller = Speller(["based", "bases", "zebra"], [])
    assert speller.correct("what of BASD's plan and a zebraa?") == "what of BASD's plan and a zebra?"


def test_a_question_that_claims_nothing_is_left(asked: AskedOf) -> None:
    assert answer_claim(asked("What did ministers tell councils about training?")) is None


@pytest.mark.parametrize(
    "question",
    [
        "What of the ZQX's view?",
        "Jo Webber got the letter. What did she think?",
        "Did the keeper give any reasons?",
        "Did Jo Webber promise hay?",
    ],
)
def test_a_line_of_a_list_of_people_holds_nobodys_words(asked: AskedOf, question: str) -> None:
    listed = [u for u in asked("who?").library.units if u.passage.text.startswith("Reena Keeble -")]
    assert wordless(asked(question), [whole(u) for u in listed])
    assert not wordless(asked("Who is the zebra keeper?"), [whole(u) for u in listed])


def test_initials_that_open_a_question_may_be_unknown(asked: AskedOf) -> None:
    assert unknown_names(asked("ZQX: any plans?")) == ("ZQX",)
    assert unknown_names(asked("ADCS: any plans?")) == ()
