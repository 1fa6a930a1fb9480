"""The two or more things that a question asks about at once, each with a recommendation of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache, reduce
from itertools import combinations, groupby

from assistant.answers.pieces import (
    MOST,
    Piece,
    alone,
    asked_apart,
    asks_of_several,
    joined,
    lettered,
    pieces_of,
)
from assistant.evidence.asked import Asked
from assistant.evidence.matcher import Matcher
from assistant.evidence.ranking import NEAR, Ranked
from assistant.language.vocabulary import Term
from assistant.language.words import stems
from assistant.library.library import Library, Stems
from assistant.question.facets import Want
from corpus.model import Part, Passage, Recommendation

#: Share of a thing's terms that its recommendation must say, in its title, its own words or its timescale.
SAYS = 0.5
#: The same of its best passage, whatever part that stands in.
SAYS_ALL = 0.95
#: The same where it matches better than any other by so much.
SAYS_LESS, AHEAD = 0.35, 0.35
#: What these words count beside the match with whole passages.
CORE = 0.6
#: How far its share may lie below that of another recommendation.
NEARLY = 0.1


@dataclass(frozen=True, slots=True)
class Thing:
    """One of several things."""

    asked: Asked
    """The question as if it were about this thing alone."""
    recommendation: Recommendation
    piece: Piece
    """Where the question names it."""

    def shown(self, part: Part) -> tuple[Passage, ...]:
        """One part of its recommendation: an argument in full, of another part what says most of the thing."""
        own = self.recommendation.passages[part]
        if part is Part.MUNRO_ARGUMENT:
            return own
        return (next((r.unit.passage for r in self.asked.ranked if r.unit.passage in own), own[0]),)


def things(asked: Asked) -> tuple[Thing, ...]:
    """The things, in the order of the question; empty where it asks about one, or one of them is told by no recommendation."""
    if len(asked.question.terms) < 2:
        return ()
    several = asks_of_several(asked)
    pieces = pieces_of(asked)
    if not 1 < len(pieces) <= MOST:
        return ()
    if not (several or asked_apart(asked, pieces, 2)):
        return ()
    listed = asked.question.has(Want.COMPARE, Want.ORDER, Want.STATUS) or lettered(asked.question.focus)
    compared = several and listed
    if not (compared or _may_be_several(asked, pieces)):
        return ()
    found = _found(asked, pieces)
    apart = several or asked_apart(asked, [t.piece for t in found], len(found))
    numbers = {t.recommendation.number for t in found}
    return tuple(found) if len(numbers) > 1 and apart else ()


def _may_be_several(asked: Asked, pieces: list[Piece]) -> bool:
    """Whether, by the words alone, the recommendations that say most of one piece are not those that say most of another."""
    by_piece = [_core_shares(asked, p.terms) for p in pieces]
    firm = [{n for n, share in shares.items() if share >= max(SAYS, *shares.values())} for shares in by_piece]
    firm = [f for f in firm if f]
    return any(a != b for a, b in combinations(firm, 2))


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


def _thing(asked: Asked, piece: Piece) -> Thing | None:
    """A piece with the recommendation that tells of it best; None where none says enough of it, or another says more."""
    own = alone(asked, piece)
    shares = _core_shares(asked, piece.terms)
    values = sorted(((score + CORE * shares[n], n) for n, score in own.groups.items()), reverse=True)
    if not values:
        return None
    (best, number), *others = values
    ahead = not others or best - others[0][0] >= AHEAD
    least = SAYS_LESS if ahead else max(SAYS, max(shares.values()) - NEARLY)
    said = shares[number] >= least or _best_of(own, number).own >= (SAYS if ahead else SAYS_ALL)
    return Thing(own, asked.corpus.recommendations[number], piece) if said else None


def _best_of(asked: Asked, number: int) -> Ranked:
    return next(r for r in asked.ranked if r.unit.passage.recommendation == number)


def _found(asked: Asked, pieces: list[Piece]) -> list[Thing]:
    """One piece for each recommendation; nothing where a piece of several words means none, with its neighbours or alone."""
    made: list[Thing] = []
    vague: Piece | None = None
    for piece in _without_words(asked, pieces):
        whole = joined(vague, piece) if vague else piece
        found = _thing(asked, whole) or (_with_last(asked, made[-1], whole) if made else None)
        if found is None:
            vague = whole
            continue
        vague = None
        if made and made[-1].recommendation is found.recommendation:
            whole = joined(made.pop().piece, whole)
            found = Thing(alone(asked, whole), found.recommendation, whole)
        made.append(found)
    return made if vague is None else []


def _with_last(asked: Asked, last: Thing, piece: Piece) -> Thing | None:
    """A piece with the recommendation of the one before, where this one says both."""
    found = _thing(asked, joined(last.piece, piece))
    return found if found and found.recommendation is last.recommendation else None


def _without_words(asked: Asked, pieces: list[Piece]) -> list[Piece]:
    """The pieces without those of one everyday word, several of which on end are one piece ("employers and universities")."""
    made: list[Piece] = []
    for is_word, run in groupby(pieces, lambda p: _is_word(asked, p)):
        some = list(run)
        if not is_word:
            made += some
        elif (len(some) > 1 or _says_alone(asked, some[0])) and _thing(asked, one := reduce(joined, some)):
            made.append(one)
    return made


def _says_alone(asked: Asked, piece: Piece) -> bool:
    """Whether one recommendation alone has the word of a piece in its title."""
    own = frozenset(piece.terms[0].own)
    return sum(own.issubset(stems(rec.title)) for rec in asked.corpus.recommendations.values()) == 1


def _is_word(asked: Asked, piece: Piece) -> bool:
    """Whether a piece holds one everyday word, which names no thing."""
    own = piece.terms[0].own
    return len(piece.terms) == 1 and len(own) == 1 and own not in asked.library.vocabulary.short_forms
