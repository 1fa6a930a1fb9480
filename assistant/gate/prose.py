"""What free prose must do beyond its typed claims: say with the words of the cited passages what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from assistant.gate.binding import binding_faults
from assistant.gate.claims import DateClaim, FigureClaim, StatusClaim
from assistant.gate.dated import same_when
from assistant.gate.evidence import Evidence, Read
from assistant.gate.reading import Understood
from assistant.gate.tone import tone_faults
from assistant.language.words import STOPWORDS, Word, stems, words
from corpus.patterns import lazy_regex

#: Words by which prose speaks of the documents, not of what they say.
_ABOUT = frozenset(
    "recommendation recommendations response timescale timescales stated states noted notes outlined".split()
)
_SOURCE = lazy_regex(
    r"^\W*(?:according to|as (?:stated|set out) in|in) (?:the|this|its) (?:guidance|documents?|passages?|response|text|report)\b",
    re.IGNORECASE,
)
#: Share of the neighbouring words of a sentence that must be neighbours in the passage too.
ORDERED = 0.6
_REACH = 8
#: Different words of the passage that make a sentence more than a label.
_FEWEST = 3
#: "We will …": the one who speaks may be named instead.
_FIRST_PERSON = lazy_regex(r"\b(?:we|our|us|I|my)\b", re.IGNORECASE)
_POINTS_BACK = lazy_regex(r"\W*(?:they|it|he|she|this|these|that|those|such)\b", re.IGNORECASE)


def prose_faults(understood: Understood, found: Evidence) -> Iterator[str]:
    """What a sentence of free prose says beyond the passages that it cites."""
    if not found.cited:
        yield "it cites nothing"
        return
    content = _content(understood)
    wanted = frozenset(w.stem for w in content)
    if not _is_statement(understood, content, found):
        yield "it is no statement about the guidance"
        return
    aligned = _aligned(wanted, understood, found)
    held = {s for read in aligned for s in read.stems}
    if any(_FIRST_PERSON.search(read.text) for read in aligned):
        held |= {s for x in found.cited for s in stems(x.citation.speaker)}
    missing = [w.text for w in content if w.stem not in held]
    if missing:
        yield f"no passage that it cites says {', '.join(dict.fromkeys(missing))!r}"
        return
    yield from tone_faults(understood, wanted, aligned)
    yield from _elsewhere(understood, aligned)
    if not _ordered(content, aligned):
        yield "it puts the words of the passage together otherwise"
    yield from binding_faults(understood, content, aligned)


def _is_statement(understood: Understood, content: Sequence[Word], found: Evidence) -> bool:
    """Whether a sentence says something, of something that it names itself."""
    own = understood.said.own.strip()
    if own.endswith((":", "?")) or _POINTS_BACK.match(own):
        return False
    speakers = {s for x in found.cited for s in stems(x.citation.speaker)}
    if any(isinstance(c, StatusClaim) and c.numbers for c in understood.claims):
        return True
    return len({w.stem for w in content} - speakers) >= _FEWEST


def _content(understood: Understood) -> tuple[Word, ...]:
    """The words that a passage must say."""
    left = _SOURCE.sub(lambda m: " " * len(m[0]), understood.left)
    return tuple(w for w in words(left) if w.text not in STOPWORDS and w.text not in _ABOUT)


def _aligned(wanted: frozenset[str], understood: Understood, found: Evidence) -> tuple[Read, ...]:
    """The sentences that say most of what is wanted: of each quote the best one or two that stand together."""
    made: list[Read] = []
    for cited in found.cited:
        windows = [(s,) for s in cited.sentences] + list(pairwise(cited.sentences))
        best = max(windows, key=lambda w: (_says(w, wanted, understood), -len(w)), default=())
        made += best
    return tuple(made)


def _says(window: Sequence[Read], wanted: frozenset[str], understood: Understood) -> int:
    held = frozenset(s for read in window for s in read.stems)
    dated = sum(
        any(same_when(c.when, w) for read in window for w in read.whens)
        for c in understood.claims
        if isinstance(c, DateClaim)
    )
    return len(wanted & held) + 2 * dated


def _elsewhere(understood: Understood, aligned: Sequence[Read]) -> Iterator[str]:
    """Dates and figures that the cited quotes hold, but not where the rest of the sentence stands."""
    for claim in understood.claims:
        if isinstance(claim, DateClaim) and claim.when.edtf is not None:
            if not any(same_when(claim.when, w) for read in aligned for w in read.whens):
                yield f"the date {claim.when.wording!r} belongs to something else"
        elif isinstance(claim, FigureClaim) and not any(claim.value in read.figures for read in aligned):
            yield f"the figure {claim.wording!r} belongs to something else"


def _ordered(content: Sequence[Word], aligned: Sequence[Read]) -> bool:
    """Whether most neighbours among the words are neighbours in the passage, in the same order."""
    pairs = [(a.stem, b.stem) for a, b in pairwise(content) if a.stem != b.stem]
    if len(pairs) < 2:
        return True
    near = {
        (a.stem, b.stem)
        for read in aligned
        for i, a in enumerate(read.words)
        for b in read.words[i + 1 : i + 1 + _REACH]
    }
    return sum(p in near for p in pairs) >= ORDERED * len(pairs)
