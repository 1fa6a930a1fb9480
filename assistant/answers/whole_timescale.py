"""Where all of a recommendation's timescale is the answer, and not one step of it."""

from __future__ import annotations

from assistant.answers.aside import away
from assistant.answers.dated_sentences import Dated
from assistant.answers.step import ASKS_WHICH_IS_WHICH
from assistant.evidence.asked import Asked
from assistant.language.numbers import SEVERAL
from assistant.language.phrases import Phrases
from assistant.language.words import stems
from assistant.library.library import supports
from assistant.question.times import WHICH_IS_WHICH
from corpus.model import Part, Recommendation


def without_dates(asked: Asked, best: Dated) -> Recommendation | None:
    """The recommendation a question is plainly about, where its timescale holds no calendar date."""
    top = asked.ranked[0].unit.passage.recommendation
    if top is None or (best.unit.passage.recommendation != top and best.coverage >= 0.6):
        return None
    rec = asked.corpus.recommendations[top]
    whens = [
        w for p in rec.passages[Part.TIMESCALE] for s in asked.library.by_id[p.id].sentences for w in s.whens
    ]
    return None if any(w.edtf for w in whens) else rec


#: "What timescale was given for …", "which dates …": the time of the whole, not of one step.
_WHOLE = Phrases(
    r"(?:what|which|the|give me|list)(?: \w+){0,2}? (?:timescales?|timetables?|dates|deadlines|milestones)",
    rf"(?:{SEVERAL}|several|both) (?:\w+ )?(?:dates|deadlines|milestones|targets)",
    WHICH_IS_WHICH,
)
#: Share of the terms that a single sentence must say to be asked about alone.
ALONE = 0.75


def whole_timescale(asked: Asked, best: Dated) -> Recommendation | None:
    """The recommendation whose whole timescale is asked for by its subject.

    None where a sentence alone says what is asked, and the title of the recommendation does not.
    """
    number = best.unit.passage.recommendation
    if (
        number is None
        or best.unit.passage.part is not Part.TIMESCALE
        or not _WHOLE.search(asked.question.focus)
        or away(asked)
    ):
        return None
    rec = asked.corpus.recommendations[number]
    title = frozenset(stems(rec.title))
    of_all = all(supports(title, t) for t in asked.question.terms)
    alone = best.own >= ALONE and not of_all and not ASKS_WHICH_IS_WHICH.search(asked.question.focus)
    return None if alone else rec
