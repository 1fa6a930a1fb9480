"""Which recommendation a passage outside the table of responses speaks of."""

from __future__ import annotations

from functools import lru_cache

from assistant.evidence.library import Library, Stems, Unit
from assistant.evidence.matcher import Matcher
from assistant.evidence.ranking import is_label
from assistant.language.words import STOPWORDS, words

#: Share of a passage's rare words that a recommendation must hold, and its lead over the next.
SHARE, LEAD = 0.42, 1.5
#: A passage that is nearly all in one recommendation may lead by less.
MOST, LESS = 0.76, 1.25
#: Share of the question's terms that the recommendation must say as well.
SAID = 0.5


def linked(unit: Unit, matcher: Matcher, library: Library) -> int | None:
    """The recommendation that a passage of another document speaks of, where the question does too; else None.

    The first document's own narrative is cited for itself: it speaks of the recommendations as a whole.
    """
    passage = unit.passage
    if passage.recommendation is not None or passage.document == library.corpus.documents[0].id:
        return passage.recommendation
    if passage.speaker != library.corpus.document[passage.document].speaker:
        return None
    number = _nearest(unit, library)
    if number is None or matcher.coverage(_stems(number, library)) < SAID:
        return None
    return number


@lru_cache(maxsize=2048)
def _nearest(unit: Unit, library: Library) -> int | None:
    own = {w.stem for w in words(unit.passage.text) if w.text not in STOPWORDS}
    if is_label(unit) or len(own) < 5:
        return None
    total = sum(library.rarity((s,)) for s in own) or 1.0
    shares = sorted(
        (
            (sum(library.rarity((s,)) for s in own & _stems(n, library)) / total, n)
            for n in library.recommendation_stems
        ),
        reverse=True,
    )
    if len(shares) < 2:
        return None
    (best, _), (second, _) = shares[:2]
    if not (best >= SHARE and best >= LEAD * second) and not (best >= MOST and best >= LESS * second):
        return None
    return shares[0][1]


@lru_cache(maxsize=256)
def _stems(number: int, library: Library) -> Stems:
    return frozenset().union(*library.recommendation_stems[number].values())
