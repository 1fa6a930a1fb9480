"""The unit of time in which a question asks for its date ("in which season", "what month")."""

from __future__ import annotations

from assistant.language.phrases import Phrases
from assistant.question.topic import without_aside
from corpus.model import When

_UNIT = Phrases(
    r"(?:what|which|until|till|the|in|a|exact) (?P<unit>month|season|day|year)(?! (?:on|ago|after|before)\b)"
)


def unit_asked(text: str) -> str:
    """The one unit of time that a text asks for, as a date's grain; "" where it names several or none."""
    units = {m["unit"].lower() for m in _UNIT.finditer(without_aside(text))}
    return units.pop() if len(units) == 1 else ""


def of_unit(text: str, whens: tuple[When, ...]) -> tuple[When, ...]:
    """The dates in the unit that a text asks for; all of them where none is."""
    unit = unit_asked(text)
    return tuple(w for w in whens if w.grain == unit) or whens
