"""The two or more things that a question asks about at once, each with a recommendation of its own."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations, pairwise

from assistant.answers.step import idle_words
from assistant.answers.subjects import Side
from assistant.evidence.asked import Asked
from assistant.evidence.matcher import Matcher
from assistant.evidence.ranking import NEAR
from assistant.language.phrases import Phrases
from assistant.language.vocabulary import Term
from assistant.language.words import stems, words
from assistant.library.library import Library, Stems
from assistant.question.facets import Want
from assistant.question.times_apart import dates_announced
from corpus.model import Part
from corpus.patterns import lazy_regex

#: What may stand between two things.
_JOINTS = lazy_regex(
    r"[,;:.?!()]+(?=\s|$)|\s[-–—&+/]+\s"
    r"|\b(?:and|or|plus|versus|vs\.?|v|than|(?:before|after)(?! \w+ing\b)|ahead of|by the time|at the same time as|(?:the )?same (?:\w+ )?as)\b",
    re.IGNORECASE,
)
#: A clause that only asks of the things named beside it.
_REFERS = Phrases("they|them|it|both|either|neither|each(?= (?:one|of)|\\W*$)|the (?:two|three)")
#: Several are said to be asked of.
_SEVERAL = Phrases(
    "both|either|neither|each(?= (?:one|of)|\\W*$)|respectively|shar(?:e|es|ed|ing)",
    "(?:sort|rank|order|arrange|line up|put) (?:them|these|those|the following)",
)
#: One is set in time beside another.
_IN_TIME = Phrases(
    r"(?:before|after)(?! \w+ing\b)|ahead of|by the time|(?:at the )?same (?:time|date|deadline|day|month) as|than"
)
_WHAT_ORDER = Phrases("(?:what|which) order")
_ASKING = Phrases("who|what|which|how|why|when|wh?en")
#: What leads to each of several things alike ("on X, on Y and on Z").
_LEADS = Phrases("on|for|about|to|of|with|from|in|by")

#: Share of a thing's terms that its recommendation must say, in its title, its own words or its timescale.
SAYS = 0.5
#: What these words count beside the match with whole passages.
CORE = 0.6
#: How far its share may lie below that of another recommendation.
NEARLY = 0.1
#: More pieces than this are no list of things to compare.
MOST = 7


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of a question between two joints."""

    start: int
    end: int
    terms: tuple[Term, ...]


def things(asked: Asked) -> tuple[Side, ...]:
    """The things, in the order of the question; empty where it asks about one, or one of them is told by no recommendation."""
    pieces = _pieces(asked)
    if not 1 < len(pieces) <= MOST or not _may_be_several(asked, pieces):
        return ()
    several = _asks_of_several(asked)
    if not several and not _asked_apart(asked, pieces, 2):
        return ()
    found = _joined(asked, pieces)
    apart = several or _asked_apart(asked, [p for p, _ in found], len(found))
    numbers = {side.recommendation.number for _, side in found}
    return tuple(side for _, side in found) if len(numbers) > 1 and apart else ()


def _may_be_several(asked: Asked, pieces: list[_Piece]) -> bool:
    """Whether, by the words alone, the recommendations that say most of one piece are not those that say most of another."""
    by_piece = [_core_shares(asked, p.terms) for p in pieces]
    firm = [{n for n, share in shares.items() if share >= max(SAYS, *shares.values())} for shares in by_piece]
    firm = [f for f in firm if f]
    return any(a != b for a, b in combinations(firm, 2))


def _asks_of_several(asked: Asked) -> bool:
    """Whether the wording of a question says that it asks about more than one thing."""
    question, text = asked.question, asked.question.focus
    if question.has(Want.COMPARE, Want.ORDER, Want.EARLIEST, Want.LATEST) or set_in_time(asked):
        return True
    return bool(_SEVERAL.search(text) or dates_announced(text))


def set_in_time(asked: Asked) -> bool:
    """Whether it is asked how things stand in time to each other ("was X to come before Y?")."""
    text = asked.question.focus
    beside = asked.question.has(Want.YES_NO) and _IN_TIME.search(text)
    return bool(beside or _WHAT_ORDER.search(text))


@lru_cache(maxsize=4)
def _cores(library: Library) -> dict[int, tuple[Stems, ...]]:
    """Recommendation number to the stems of each passage of its own words and its timescale, its title with each."""
    return {
        n: tuple(
            library.by_id[p.id].stems.union(stems(rec.title))
            for part in (Part.RECOMMENDATION, Part.TIMESCALE)
            for p in rec.passages[part]
        )
        for n, rec in library.corpus.recommendations.items()
    }


def _core_shares(asked: Asked, terms: tuple[Term, ...]) -> dict[int, float]:
    """Recommendation number to the share of some terms that one of these passages says."""
    matcher = Matcher(replace(asked.question, terms=terms), asked.library)
    return {
        n: max((matcher.coverage(core, NEAR) for core in some), default=0.0)
        for n, some in _cores(asked.library).items()
    }


def _asked_apart(asked: Asked, pieces: list[_Piece], least: int) -> bool:
    """Whether so many pieces are each asked about anew ("who …, and who …?"), or led to by the same word ("on …, on …")."""
    before = _before(asked, pieces)
    anew = sum(bool(_ASKING.search(text)) for text in before)
    leads = Counter(word for text in before for word in {m[0].lower() for m in _LEADS.finditer(text)})
    return max(anew, *leads.values(), 0) >= least


def _before(asked: Asked, pieces: list[_Piece]) -> list[str]:
    """What stands before the first term of each piece, from the piece before."""
    text, made, end = asked.question.focus, [], 0
    for piece in pieces:
        own = {s for t in piece.terms for s in t.own}
        inside = (w.start for w in words(text) if piece.start <= w.start < piece.end and w.stem in own)
        made.append(text[end : next(inside, piece.start)])
        end = piece.end
    return made


def _pieces(asked: Asked) -> list[_Piece]:
    """The pieces of a question that name something the documents speak of, those aside that only refer to the others."""
    text, known = asked.question.focus, asked.library.document_frequency
    idle = idle_words(text).union(*(stems(m[0]) for m in _SEVERAL.finditer(text)))
    own = [
        t
        for t in asked.question.terms
        if any(all(s in known for s in w) for w in (*t.alternatives, *t.near)) and not idle.issuperset(t.own)
    ]
    cuts = [m.span() for m in _JOINTS.finditer(text) if not _inside(m, own)]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    made = [
        _Piece(start, end, tuple(t for t in own if said.issuperset(t.own)))
        for start, end in zip(starts, ends, strict=True)
        for said in (frozenset(w.stem for w in words(text[start:end])),)
    ]
    made = [p for p in made if p.terms]
    named = [p for p in made if not _REFERS.search(text[p.start : p.end])]
    return named if len(named) > 1 else made


def _inside(joint: re.Match[str], terms: list[Term]) -> bool:
    """Whether a joint stands inside a term ("child and family social worker")."""
    before, after = words(joint.string[: joint.start()]), words(joint.string[joint.end() :])
    if not before or not after:
        return False
    return any((before[-1].stem, after[0].stem) in pairwise(t.own) for t in terms)


def _alone(asked: Asked, piece: _Piece) -> Asked:
    text = asked.question.focus[piece.start : piece.end].strip()
    return replace(asked, question=replace(asked.question, terms=piece.terms, focus=text, background=()))


def _side(asked: Asked, piece: _Piece) -> Side | None:
    """A piece with the recommendation that tells of it best; None where none says enough of it, or another says more."""
    alone = _alone(asked, piece)
    shares = _core_shares(asked, piece.terms)
    number = max(alone.groups, key=lambda n: alone.groups[n] + CORE * shares[n], default=None)
    if number is None or shares[number] < max(SAYS, max(shares.values()) - NEARLY):
        return None
    return Side(alone, asked.corpus.recommendations[number])


def _joined(asked: Asked, pieces: list[_Piece]) -> list[tuple[_Piece, Side]]:
    """One piece for each recommendation; nothing where a piece of several words means none, with its neighbours or alone."""
    made: list[tuple[_Piece, Side]] = []
    vague: _Piece | None = None
    for piece in pieces:
        if _is_word(asked, piece):
            continue
        whole = _one(vague, piece) if vague else piece
        found = _side(asked, whole) or (_with_last(asked, made[-1], whole) if made else None)
        if found is None:
            vague = whole
            continue
        vague = None
        if made and made[-1][1].recommendation is found.recommendation:
            whole = _one(made.pop()[0], whole)
            found = Side(_alone(asked, whole), found.recommendation)
        made.append((whole, found))
    return made if vague is None else []


def _with_last(asked: Asked, last: tuple[_Piece, Side], piece: _Piece) -> Side | None:
    """A piece with the recommendation of the one before, where this one says both."""
    found = _side(asked, _one(last[0], piece))
    return found if found and found.recommendation is last[1].recommendation else None


def _is_word(asked: Asked, piece: _Piece) -> bool:
    """Whether a piece holds one everyday word, which names no thing."""
    own = piece.terms[0].own
    return len(piece.terms) == 1 and len(own) == 1 and own not in asked.library.vocabulary.short_forms


def _one(a: _Piece, b: _Piece) -> _Piece:
    return _Piece(a.start, b.end, tuple(dict.fromkeys((*a.terms, *b.terms))))
