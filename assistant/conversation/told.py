"""What an earlier question of the conversation was answered with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.evidence.quote import Quote
from assistant.language.words import stems
from assistant.library.library import Library
from assistant.question.question import Question
from corpus.model import Passage


@dataclass(frozen=True, slots=True)
class Told:
    """What the answer to an earlier question was about."""

    recommendations: tuple[int, ...] = ()
    paragraphs: tuple[int, ...] = ()
    """Numbers of the paragraphs quoted in its direct answer."""
    people: tuple[str, ...] = ()
    """Whose words its first quote gives, or whom it names among those heard in the documents; not the one who recommends."""
    beside: bool = False
    """Whether its first quote stands outside the recommendations, as in a letter or a notice."""


About = Callable[[Question], Told]
"""What the answer to a question is about."""


def told(recommendations: tuple[int, ...], quotes: Sequence[Quote], library: Library) -> Told:
    """What an answer was about.

    Args:
        recommendations: numbers that it names.
        quotes: those of its direct answer, in order.
    """
    paragraphs = (q.passage.place.paragraph for q in quotes)
    first = quotes[0] if quotes else None
    return Told(
        recommendations=recommendations,
        paragraphs=tuple(dict.fromkeys(p for p in paragraphs if p is not None)),
        people=_people(first.passage, library) if first else (),
        beside=first is not None and first.passage.recommendation is None,
    )


def _people(passage: Passage, library: Library) -> tuple[str, ...]:
    """The person who speaks in a passage, by each of the names that passages give; else those whom it names."""
    speaker = library.speaker_names.get(passage.speaker)
    named = speaker or frozenset(stems(passage.text))
    others = ((s, own) for s, own in library.speaker_names.items() if library.reviewer.surname not in own)
    return tuple(s for s, own in others if own and own <= named)
