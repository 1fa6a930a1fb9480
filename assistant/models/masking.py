"""Personal data out of what is sent, and back into what the person alone sees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.language.clean import QuestionError, clean
from assistant.notices import mask, personal_data


def masked(questions: Sequence[str], public_names: frozenset[str]) -> tuple[str, ...]:
    """Questions with personal data replaced by markers such as "[name]"; those that cannot be read left out."""
    made = []
    for question in questions:
        try:
            text = clean(question)
        except QuestionError:
            continue
        made.append(mask(text, personal_data(text, public_names)))
    return tuple(made)


def restored(text: str, typed: Sequence[str], public_names: frozenset[str]) -> str:
    """A text with its markers replaced by what the person typed, for the person's own screen and for nothing else.

    A marker that may stand for several things is left as it is.

    Args:
        text: masked.
        typed: the questions as they were typed.
    """
    behind: dict[str, set[str]] = {}
    for question in typed:
        for finding in personal_data(question, public_names):
            alone = replace(finding, start=0, end=len(finding.text))
            marker = mask(finding.text, [alone])
            behind.setdefault(marker, set()).add(finding.text)
    for marker, found in behind.items():
        if len(found) == 1:
            text = text.replace(marker, next(iter(found)))
    return text
