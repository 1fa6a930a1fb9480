"""The dated sentences that fit a date named in a question."""

from __future__ import annotations

from assistant.answers.dated_sentences import Dated
from assistant.answers.matching import same_period, within
from assistant.answers.step import taken_for_granted
from assistant.evidence.asked import Asked
from assistant.language.phrases import Phrases
from assistant.question.facets import Want
from corpus.model import Modality


def of_dates_named(asked: Asked, found: tuple[Dated, ...]) -> tuple[Dated, ...] | None:
    """The sentences with a date that the question names, where some have it; None where it names one that stands nowhere."""
    question = asked.question
    if question.whens and question.has(Want.YES_NO):
        return _of_the_thing(asked, found)
    if not question.whens or taken_for_granted(question):
        return found
    if not question.has(Want.ARGUMENT) and not _names_date(asked, found):
        return None
    if finer := _inside(asked, found):
        return finer
    same = tuple(d for d in found if any(same_period(w, q) for w in d.sentence.whens for q in question.whens))
    during = [q for q in question.whens if q.modality is not Modality.BY]
    inside = tuple(d for d in found if any(within(w, q) for w in d.sentence.whens for q in during))
    if same and _fullest(inside) >= _fullest(same) + FULLER:
        return inside
    return same or inside or found


def _fullest(found: tuple[Dated, ...]) -> float:
    """The greatest share of the terms that one of some sentences says."""
    return max((d.coverage for d in found), default=0.0)


#: So much more of a question must a sentence say to be meant, whatever date another shares with the question.
FULLER = 0.3


def _of_the_thing(asked: Asked, found: tuple[Dated, ...]) -> tuple[Dated, ...]:
    """The sentences, first those of the recommendation that matches best, where one says much more of what is asked than the best does.

    A date that is only supposed tells no place.
    """
    fullest = max(found, key=lambda d: d.coverage, default=None)
    leading = next(iter(asked.groups), None)
    if fullest is None or fullest.coverage < found[0].coverage + FULLER:
        return found
    if fullest.unit.passage.recommendation != leading:
        return found
    place = fullest.unit.passage.document, fullest.unit.passage.recommendation
    there = [d for d in found if (d.unit.passage.document, d.unit.passage.recommendation) == place]
    return (*there, *(d for d in found if d not in there))


#: "What point in 2012", "when in June": a time inside the one that is named.
_IN_IT = Phrases(
    r"\b(?:when|point|dates?|day|month|time|part|bit|season|quarter|stage)(?: exactly| roughly)?(?: of| in| during| within)?\s*$",
    whole_words=False,
)


def _inside(asked: Asked, found: tuple[Dated, ...]) -> tuple[Dated, ...]:
    """The sentences with a finer date inside the one that a question asks a part of; none where it asks for no part."""
    text = asked.question.focus
    whole = [q for q in asked.question.whens if _IN_IT.search(text[: q.span.start])]
    return tuple(
        d for d in found if any(within(w, q) and w.grain != q.grain for w in d.sentence.whens for q in whole)
    )


def _names_date(asked: Asked, found: tuple[Dated, ...]) -> bool:
    """Whether some good sentence holds a date that the question names."""
    return any(
        same_period(w, q) or within(w, q)
        for d in found[:40]
        for w in d.sentence.whens
        for q in asked.question.whens
    )
