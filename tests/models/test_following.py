"""Follow-ups that the rules cannot settle: rewritten from the conversation, shown, and never made up."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.model import Notice, Outcome
from assistant.models.following import completed
from assistant.notices.signpost import PRIVACY
from tests.models.conftest import Explained

EARLIER = ("Let us talk about recommendation 15.", "My e-mail is jane.doe@example.org by the way.")
UNSETTLED = "When will it happen?"
COMPLETE = "When will recommendation 15 happen?"


@pytest.mark.parametrize(
    ("reply", "made"),
    [
        (COMPLETE, COMPLETE),
        (f'"{COMPLETE}"\n', COMPLETE),
        (UNSETTLED, None),
        ("When will recommendation 14 happen?", None),
        ("When will recommendation 15 happen in Leeds?", None),
        (f"Sure!\n{COMPLETE}", None),
        ("", None),
        ("recommendation 15 " * 50, None),
    ],
)
def test_nothing_is_added_that_nobody_said(reply: str, made: str | None) -> None:
    assert completed(reply, UNSETTLED, EARLIER) == made


@pytest.mark.slow
def test_a_first_question_is_never_rewritten(explained: Explained) -> None:
    assistant = explained(COMPLETE)
    assert assistant.ask(UNSETTLED).outcome is Outcome.CLARIFY
    assert assistant.caller.model.asked == []  # type: ignore[attr-defined]


def test_what_the_rules_settle_is_not_rewritten(explained: Explained) -> None:
    assistant = explained("The Government plans for a Chief Social Worker to be in post by late 2012 [1].")
    answer = assistant.ask("and when?", ["Was recommendation 15 accepted?"])
    assert answer.recommendations == (15,)
    assert len(assistant.caller.model.asked) == 1  # type: ignore[attr-defined]


#: The rules take these for follow-ups, and find nothing to complete them with.
HISTORY = ("Good morning, my e-mail is jane.doe@example.org!",)


@pytest.mark.slow
def test_only_the_masked_conversation_is_sent(explained: Explained) -> None:
    assistant = explained("nothing")
    assert assistant.ask(UNSETTLED, HISTORY).outcome is not Outcome.ANSWERED
    (asked,) = assistant.caller.model.asked  # type: ignore[attr-defined]
    assert UNSETTLED in str(asked)
    assert "Good morning" in str(asked)
    assert "jane.doe" not in str(asked)


@pytest.mark.slow
def test_a_rewrite_that_makes_things_up_changes_nothing(explained: Explained, quoting: Assistant) -> None:
    answer = explained(COMPLETE).ask(UNSETTLED, HISTORY)
    assert answer.text == quoting.ask(UNSETTLED, HISTORY).text


@pytest.mark.slow
def test_a_rewrite_is_answered_and_shown(explained_over_index: Explained) -> None:
    history = ["recommendation 15", "Who won the cup final?"]
    assert explained_over_index("").ask(UNSETTLED, history).outcome is not Outcome.ANSWERED
    assistant = explained_over_index(
        COMPLETE, "The Government plans for a Chief Social Worker to be in post by late 2012 [1]."
    )
    answer = assistant.ask(UNSETTLED, history)
    assert (answer.question, answer.understood) == (UNSETTLED, COMPLETE)
    assert answer.recommendations == (15,)
    assert answer.explanation is not None


@pytest.mark.slow
def test_a_model_that_fails_leaves_the_question_as_it_was(explained: Explained, quoting: Assistant) -> None:
    answer = explained([ConnectionRefusedError()], seconds=0.2).ask(UNSETTLED, HISTORY)
    assert answer.text == quoting.ask(UNSETTLED, HISTORY).text


@pytest.mark.slow
def test_a_rewrite_keeps_the_word_on_personal_data(explained_over_index: Explained) -> None:
    typed = f"{UNSETTLED} My e-mail is jane.doe@example.org."
    answer = explained_over_index(COMPLETE, "").ask(typed, ["recommendation 15", "Who won the cup final?"])
    assert answer.understood == COMPLETE
    assert answer.text.startswith(PRIVACY)
    assert answer.notices.count(Notice.PERSONAL_DATA) == 1


@pytest.mark.slow
@pytest.mark.parametrize("question", ["what did the Government say about that?", "and what about her?"])
def test_what_earlier_questions_told_of_people_is_neither_shown_nor_sent(
    explained: Explained, question: str
) -> None:
    told = "Kayleigh Bradshaw, NHS number 943 476 5919, lives at 14 Elm Road. What did Munro argue about early help?"
    assistant = explained("")
    answer = assistant.ask(question, [told])
    everything = f"{answer.as_dict()} {assistant.caller.model.asked}".lower()  # type: ignore[attr-defined]
    for secret in ("kayleigh", "bradshaw", "943", "elm"):
        assert secret not in everything
