"""Which recommendations say something: by very words, or by what a question's terms mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.evidence.asked import Asked
from assistant.evidence.quote import Quote, whole
from assistant.language.order import near_each_other
from assistant.language.phrases import Phrases
from assistant.language.vocabulary import Phrase, Term
from assistant.language.words import STOPWORDS, stems
from assistant.library.library import OTHER_WORDING, Unit
from assistant.question.negation import negated
from assistant.question.set_query.capitals import written_as_named
from assistant.question.set_query.names import full_forms
from corpus.model import Part, PassageKind, Recommendation
from corpus.patterns import lazy_regex

_OPENS = lazy_regex(
    r"\b(?:start|starts|begin|begins|open|opens|opening|starting|beginning|addressed|directed|aimed|first words?)\b",
    re.IGNORECASE,
)
#: The table as a whole, and all that it says of a recommendation.
_TABLE = Phrases("table of responses|response table|responses table|(?:full|main) response")
_ANY_PART = Phrases(
    "(?:any|whichever|whatever|every|each|all) parts?|anywhere|at all",
    r"(?<!timescale )(?<!response )(?<!argument )entr(?:y|ies)",
)
_PART_NAMED = (
    (lazy_regex(r"\b(?:timescale|deadline)s?\b", re.IGNORECASE), Part.TIMESCALE),
    (lazy_regex(r"\b(?:argument|argues?|argued|reasoning)\b", re.IGNORECASE), Part.MUNRO_ARGUMENT),
    (
        lazy_regex(
            r"\b(?:government(?:'s)? response|responses?|repl(?:y|ies)|government sa(?:y|id))\b",
            re.IGNORECASE,
        ),
        Part.GOVERNMENT_RESPONSE,
    ),
    (
        lazy_regex(
            r"\b(?:recommend|recommendation text|recommendations? (?:itself|themselves|proper)|wording|worded|own words|open|start|begins?|asks?|addressed|directed|aimed)\b",
            re.IGNORECASE,
        ),
        Part.RECOMMENDATION,
    ),
)
#: Words of an opening.
OPENING = 8

Found = dict[int, tuple[Quote, ...]]
"""Recommendation number to the quotes that show it."""


def with_words(
    asked: Asked, pool: Iterable[Recommendation], words: str, within: frozenset[Part] = frozenset()
) -> Found:
    """Recommendations whose text holds (or opens with) the very words; in some parts alone where they are given."""
    wanted = " ".join(words.lower().split()).strip(" .")
    if all(w in STOPWORDS for w in wanted.split()):
        return {}
    opening = bool(_OPENS.search(asked.question.focus))
    parts = within or parts_named(asked.question.focus) or ({Part.RECOMMENDATION} if opening else set())
    made: Found = {}
    for rec in pool:
        for part, passages in rec.passages.items():
            for passage in passages[: 1 if opening else None] if not parts or part in parts else ():
                text = " ".join(passage.text.lower().split())
                if text.startswith(wanted) if opening else wanted in text:
                    made.setdefault(rec.number, (whole(asked.library.by_id[passage.id]),))
    return made


#: Share of what the best recommendation says of the terms that another must say to be in the set; of a single term, nearly all.
AS_GOOD, AS_GOOD_ALONE = 0.85, 0.95
#: Share of the terms' weight that the best must say at all.
SAYS = 0.5
#: Passages of one recommendation that are quoted where each says all that must be said.
OF_ONE = 3


def mentioning(
    asked: Asked, pool: Iterable[Recommendation], wanted: tuple[Term, ...], any_of: bool, strict: bool = False
) -> Found:
    """Recommendations with a passage that says the terms (or any of them) about as fully as the best one does.

    Args:
        asked: the question.
        pool: the recommendations to look through.
        wanted: the terms.
        any_of: whether one of them is enough.
        strict: whether each must be said, and in its own words where anything says it in those.
    """
    opening = bool(_OPENS.search(asked.question.focus))
    wanted = tuple(t for t in wanted if not (opening and _OPENS.fullmatch(t.text)))
    rows = list(_rows(asked, pool, wanted, opening))
    if strict:
        rows = _in_own_words(rows)
    best: dict[int, tuple[float, tuple[Quote, ...]]] = {}
    for number, unit, said in rows:
        share = _share(asked, wanted, said, any_of, strict)
        fullest, quotes = best.get(number, (0.0, ()))
        if share > fullest:
            best[number] = (share, (whole(unit),))
        elif strict and share == fullest > 0.0 and len(quotes) < OF_ONE:
            best[number] = (share, (*quotes, whole(unit)))
    most = max((said for said, _ in best.values()), default=0.0)
    if most < SAYS:
        return {}
    enough = most * (AS_GOOD if len(wanted) > 1 and not any_of else AS_GOOD_ALONE)
    return {n: quotes for n, (said, quotes) in best.items() if said >= enough}


def recommending(
    asked: Asked, pool: Iterable[Recommendation], wanted: tuple[Term, ...], any_of: bool, count: int = 0
) -> Found:
    """Recommendations that are about the terms: title and wording say them as fully as those of any other do.

    Where a question says how many there are, the first so many, if those behind them say less.
    """
    forms = [(full_forms(t.own, asked.library), t.alternatives) for t in wanted]
    shares: dict[int, float] = {}
    made: Found = {}
    for rec in pool:
        units = [asked.library.by_id[p.id] for p in rec.passages[Part.RECOMMENDATION]]
        orders = [tuple(stems(rec.title)), *(u.order + tuple(u.lead) for u in units)]
        said = [tuple(says(own, others, order) for own, others in forms) for order in orders]
        shares[rec.number] = _share(asked, wanted, tuple(map(max, zip(*said, strict=True))), any_of, False)
        fullest = max(range(len(units)), key=lambda i: sum(said[i + 1]))
        made[rec.number] = (whole(units[fullest]),)
    most = max(shares.values(), default=0.0)
    enough = max(SAYS, most * (AS_GOOD if len(wanted) > 1 and not any_of else AS_GOOD_ALONE))
    ranked = sorted(shares.values(), reverse=True)
    if 1 < count < len(ranked) and ranked[count - 1] > max(ranked[count], SAYS):
        enough = ranked[count - 1]
    return {n: quotes for n, quotes in made.items() if shares[n] >= enough}


Row = tuple[int, Unit, tuple[float, ...]]
"""A recommendation, one of its passages, and how far that says each term."""


def _rows(
    asked: Asked, pool: Iterable[Recommendation], wanted: tuple[Term, ...], opening: bool
) -> Iterator[Row]:
    """How far the passages where the question says to look say each term."""
    parts = {Part.RECOMMENDATION} if opening else parts_named(asked.question.focus)
    forms = [(full_forms(t.own, asked.library), t.alternatives) for t in wanted]
    named = [written_as_named(t, asked.question.focus, asked.library) for t in wanted]
    for rec in pool:
        for part, passages in rec.passages.items():
            for passage in passages[: 1 if opening else None] if not parts or part in parts else ():
                unit = asked.library.by_id[passage.id]
                order = unit.order[:OPENING] if opening else unit.order + tuple(unit.lead)
                if passage.kind is not PassageKind.STATUS_LINE:
                    yield (
                        rec.number,
                        unit,
                        tuple(
                            says(own, others, order) if so(unit) else 0.0
                            for (own, others), so in zip(forms, named, strict=True)
                        ),
                    )


def _in_own_words(rows: list[Row]) -> list[Row]:
    """The rows without another wording of a term that some passage says as it is."""
    best = [max(said) for said in zip(*(said for _, _, said in rows), strict=True)]
    return [
        (n, unit, tuple(s if s >= b else 0.0 for s, b in zip(said, best, strict=True)))
        for n, unit, said in rows
    ]


def _share(
    asked: Asked, wanted: tuple[Term, ...], said: tuple[float, ...], any_of: bool, strict: bool
) -> float:
    """Share of the terms' weight that is said; of any term, the most; where each must be said, that of the least."""
    if any_of:
        return max(said, default=0.0)
    if strict:
        return min(said, default=0.0)
    weights = [asked.library.rarity(t.own) for t in wanted]
    return sum(f * w for f, w in zip(said, weights, strict=True)) / (sum(weights) or 1.0)


def says(own: frozenset[Phrase], others: frozenset[Phrase], order: tuple[str, ...]) -> float:
    """1 where the words of a term (or what they abbreviate) stand near each other, a little less for another wording, else 0."""
    if any(_stands(w, order) for w in own):
        return 1.0
    return OTHER_WORDING if any(_stands(w, order) for w in others) else 0.0


def _stands(wording: Phrase, order: tuple[str, ...]) -> bool:
    return set(wording) <= set(order) and (len(wording) == 1 or near_each_other(wording, order))


def parts_named(text: str) -> set[Part]:
    """Parts of a recommendation that a text names and does not set aside ("not the reply", "never mind the replies")."""
    if _ANY_PART.search(text):
        return set()
    text = _TABLE.blanked(text)
    return {
        part
        for pattern, part in _PART_NAMED
        if any(not negated(text, m.start(), near=20) for m in pattern.finditer(text))
    }
