"""A number that a question puts right names nothing."""

from __future__ import annotations

import pytest

from assistant.opening import open_assistant
from assistant.question.question import read


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("I typed 13, I wanted 12. Status of that?", (12,)),
        ("I put rec 5 but I meant rec 8", (8,)),
        ("Sorry, I asked about recommendation 3 and I really need recommendation 4", (4,)),
        ("I asked about recommendations 3 and 4: were they accepted?", (3, 4)),
        ("You said rec 5 was accepted. Was it?", (5,)),
    ],
)
def test_what_was_typed_in_error_is_left_out(text: str, numbers: tuple[int, ...]) -> None:
    assistant = open_assistant()
    assert read(text, assistant.library, assistant.speller).recommendations == numbers
