"""Which of the sentences that say one thing is given: the response's, or the one that says until when."""

from __future__ import annotations

from assistant.answers.dated_sentences import Dated
from assistant.answers.differing import FEWEST_SHARED, dates_differ, same_subject
from assistant.answers.step import asks_how_long
from assistant.evidence.asked import Asked

#: How much less a sentence that says until when may score than the best of all.
NEAR = 0.5


def primary(asked: Asked, found: tuple[Dated, ...]) -> Dated:
    """The best sentence, or the one of the corpus's first document that says the same thing."""
    best, first = found[0], asked.corpus.documents[0].id
    if best.unit.passage.document == first or asked.question.documents or asked.question.sections:
        return best
    same = [d for d in found[:40] if d.unit.passage.document == first and says_the_same(asked, d, best)]
    return same[0] if same else best


#: Words that two sentences with the same date must have in common.
FEWEST_WITH_DATE = 2


def says_the_same(asked: Asked, d: Dated, best: Dated) -> bool:
    """Whether two sentences speak of one thing and their dates agree."""
    pairs = [(a, b) for a in d.sentence.whens for b in best.sentence.whens]
    if any(dates_differ(a, b) for a, b in pairs):
        return False
    lasts = asks_how_long(asked.question.focus)
    alike = lasts and any(a.until and b.until and a.edtf == b.edtf for a, b in pairs)
    fewest = FEWEST_WITH_DATE if alike else FEWEST_SHARED
    return same_subject(asked.library, d.sentence, best.sentence, fewest)


def lasting(asked: Asked, found: tuple[Dated, ...], best: Dated) -> Dated:
    """For "how long", the best sentence that says until when, where it is about as good as the best."""
    if not asks_how_long(asked.question.focus):
        return best
    if any(w.until for w in best.sentence.whens):
        return best
    until = [d for d in found if any(w.until for w in d.sentence.whens)]
    enough = bool(until) and (bool(asked.recommendations) or until[0].score >= best.score - NEAR)
    return until[0] if enough else best
