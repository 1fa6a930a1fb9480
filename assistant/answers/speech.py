"""What people say in a notice, and the lines that introduce it ("…, Director in East Sussex, said:")."""

from __future__ import annotations

from assistant.evidence.asked import Asked
from assistant.evidence.quote import Quote, whole
from assistant.evidence.ranking import Ranked
from assistant.library.library import Unit
from assistant.library.posts import posts
from assistant.question.facets import Want


def introduces(unit: Unit) -> bool:
    """Whether a line only introduces speech."""
    return unit.passage.text.endswith("said:")


def introducing(asked: Asked, unit: Unit) -> tuple[Unit, ...]:
    """The line that introduces the speech which a passage belongs to."""
    speaker = unit.passage.speaker
    firsts = (p.units[0] for p in posts(asked.library))
    return tuple(u for u in firsts if introduces(u) and u.passage.text.startswith(speaker))[:1]


def with_introduction(asked: Asked, best: Ranked, quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """The quotes of some speech with the line that introduces it behind the first, where it is asked who spoke."""
    if not asked.question.has(Want.WHO):
        return quotes
    before = (best.unit,) if introduces(best.unit) else introducing(asked, best.unit)
    more = (whole(u) for u in before if all(q.passage is not u.passage for q in quotes))
    return (*quotes[:1], *more, *quotes[1:])
