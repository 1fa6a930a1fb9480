"""Answers as JSON that is read again years later: exactly, or with a clear word why not."""

from __future__ import annotations

import json

from assistant.conversations.typed import from_json, to_json
from assistant.model import Answer

#: Number of the form in which answers are written: that of ``Answer`` itself. A new field with a default keeps it;
#: any other change needs a new number, and a reader for the old form.
FORMAT = 1
_READERS = {FORMAT: Answer}


class UnreadableAnswer(Exception):
    """A kept answer that this version cannot show; the message is one line for the person."""


def pack(answer: Answer) -> str:
    """The answer as JSON text in the form ``FORMAT``."""
    return json.dumps(to_json(answer), sort_keys=True)


def unpack(form: int, text: str) -> Answer:
    """The answer that was packed.

    Args:
        form: number of the form in which it was written.

    Raises:
        UnreadableAnswer: the form is unknown, or the text is not in it.
    """
    kind = _READERS.get(form)
    if kind is None:
        known = ", ".join(map(str, _READERS))
        raise UnreadableAnswer(
            f"This answer was kept by another version of the program (form {form}; this one reads {known}). "
            "Ask the question again."
        )
    try:
        return from_json(kind, json.loads(text))
    except (ValueError, RecursionError) as error:
        raise UnreadableAnswer(
            "This answer is damaged, or was kept by a later version of the program. Ask the question again."
        ) from error
