"""Messages that ask nothing are passed over, and leave what was spoken of."""

from __future__ import annotations

import pytest

from assistant.conversation.small_talk import says_nothing
from assistant.prepared import Prepared
from tests.assistant.conftest import Resolve


@pytest.mark.parametrize(
    "text",
    [
        "superb, many thanks",
        "That's really clear now.",
        "Evening! Just trying this out",
        "I'm a student on my first week",
        "got it, makes sense",
        "cheers for sorting that",
    ],
)
def test_small_talk_says_nothing(ready: Prepared, text: str) -> None:
    assert says_nothing(text, ready.library)


@pytest.mark.parametrize(
    "text",
    [
        "ok, early help",
        "right, the annual reports",
        "no, the interim one",
        "great, what about rec 4",
        "lovely - when?",
        "early help",
    ],
)
def test_what_names_or_asks_is_no_small_talk(ready: Prepared, text: str) -> None:
    assert not says_nothing(text, ready.library)


def test_thanks_between_leave_the_subject(after: Resolve) -> None:
    made = after(
        "and its date?", "What is recommendation 6?", "smashing, much obliged, that's great"
    ).question
    assert made.recommendations == (6,)
