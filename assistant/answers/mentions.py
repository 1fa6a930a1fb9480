"""Which recommendations say something: by very words, or by what a question's terms mean."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.answers.asked import Asked
from assistant.answers.draft import Quote, whole
from assistant.evidence.kinds import together
from assistant.evidence.library import Stems, supports
from assistant.language.vocabulary import Term
from assistant.language.words import stems
from corpus.model import Part, PassageKind, Recommendation

_OPENS = re.compile(r"\b(?:start|starts|begin|begins|open|opens|opening|starting|beginning)\b", re.IGNORECASE)
_PART_NAMED = (
    (re.compile(r"\b(?:timescale|deadline)s?\b", re.IGNORECASE), Part.TIMESCALE),
    (re.compile(r"\b(?:argument|argues?|argued|reasoning)\b", re.IGNORECASE), Part.MUNRO_ARGUMENT),
    (
        re.compile(r"\b(?:government(?:'s)? response|responses?|government sa(?:y|id))\b", re.IGNORECASE),
        Part.GOVERNMENT_RESPONSE,
    ),
    (
        re.compile(
            r"\b(?:recommend|recommendation text|wording|open|start|ask|asks|addressed)\b", re.IGNORECASE
        ),
        Part.RECOMMENDATION,
    ),
)
#: Words of an opening.
OPENING = 6

Found = dict[int, tuple[Quote, ...]]
"""Recommendation number to the quotes that show it."""


def with_words(asked: Asked, pool: Iterable[Recommendation], words: str) -> Found:
    """Recommendations whose text holds (or opens with) the very words."""
    wanted = " ".join(words.lower().split()).strip(" .")
    opening = bool(_OPENS.search(asked.question.focus))
    parts = parts_named(asked.question.focus)
    made: Found = {}
    for rec in pool:
        for part in parts or ({Part.RECOMMENDATION} if opening else set(rec.passages)):
            for passage in rec.passages[part][: 1 if opening else None]:
                text = " ".join(passage.text.lower().split())
                if text.startswith(wanted) if opening else wanted in text:
                    made.setdefault(rec.number, (whole(asked.library.by_id[passage.id]),))
    return made


def mentioning(asked: Asked, pool: Iterable[Recommendation], wanted: tuple[Term, ...], any_of: bool) -> Found:
    """Recommendations where one passage says all the terms (or any of them): in the very words, else in others."""
    opening = bool(_OPENS.search(asked.question.focus))
    wanted = tuple(t for t in wanted if not (opening and _OPENS.fullmatch(t.text)))
    if not wanted:
        return {}
    pool = tuple(pool)
    for enough in (1.0, 0.9):
        if found := _mentions(asked, pool, wanted, opening, enough, any_of):
            return found
    return {}


def _mentions(
    asked: Asked,
    pool: tuple[Recommendation, ...],
    wanted: tuple[Term, ...],
    opening: bool,
    enough: float,
    any_of: bool,
) -> Found:
    parts = {Part.RECOMMENDATION} if opening else parts_named(asked.question.focus)
    quantifier = any if any_of else all
    made: Found = {}
    for rec in pool:
        for part, passages in rec.passages.items():
            for passage in passages[: 1 if opening else None] if not parts or part in parts else ():
                unit = asked.library.by_id[passage.id]
                said: Stems = unit.stems | unit.lead
                if opening:
                    said = frozenset(stems(" ".join(passage.text.split()[:OPENING])))
                near = unit.order if not opening else stems(" ".join(passage.text.split()[:OPENING]))
                if passage.kind is not PassageKind.STATUS_LINE and quantifier(
                    supports(said, t) >= enough and _near(t, near + tuple(unit.lead), enough) for t in wanted
                ):
                    made.setdefault(rec.number, (whole(unit),))
    return made


def _near(term: Term, order: tuple[str, ...], enough: float) -> bool:
    """Whether the words of a wording stand near each other, not strewn over a passage."""
    wordings = [term.own] if enough == 1.0 else list(term.alternatives)
    return any(len(w) == 1 or together(w, order) for w in wordings if set(w) <= set(order))


def parts_named(text: str) -> set[Part]:
    """Parts of a recommendation that a text names."""
    return {part for pattern, part in _PART_NAMED if pattern.search(text)}
