"""Answers to "when": the dated sentences that say what was asked about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answers.asked import Asked
from assistant.answers.compose import bold_dates
from assistant.answers.differing import dates_differ, same_subject
from assistant.answers.document_dates import date_of_document, is_date_line
from assistant.answers.draft import Draft, Line, Quote, sentence_quote
from assistant.answers.matching import same_period, within
from assistant.answers.places import named
from assistant.answers.timescales import timescale, with_counterparts
from assistant.evidence.library import Sentence, Unit
from assistant.evidence.linking import linked
from assistant.evidence.ranking import Ranked
from assistant.model import Outcome
from assistant.question.facets import Want
from corpus.model import Modality, Part, Recommendation, When

SENTENCE = 0.9
GROUP = 0.5
UNIT = 0.5
TIMESCALE = 0.2
#: A sentence whose only date wording names no date ("at a realistic pace").
NO_DATE = -0.35
NAMED_DATE = 0.6
#: How much better an undated sentence must say what was asked before "no date" is the answer.
UNDATED_LEAD = 0.4
#: Sentences of one timescale whose match is this near to the best are given with it.
TOGETHER = 0.12


@dataclass(frozen=True, slots=True)
class Dated:
    """A sentence that may say when."""

    unit: Unit
    sentence: Sentence
    coverage: float
    """Share of the question's terms that the sentence says, with the one before where it points back."""
    own: float
    """The same for the sentence alone."""
    score: float


def dated(asked: Asked) -> tuple[Dated, ...]:
    """Sentences with a date expression, best first."""
    return tuple(sorted(_candidates(asked, with_date=True), key=lambda d: -d.score))


def _candidates(asked: Asked, with_date: bool) -> list[Dated]:
    groups = asked.groups
    made = []
    for ranked in asked.ranked:
        passage = ranked.unit.passage
        group = (
            groups.get(passage.recommendation or 0, ranked.score) if passage.recommendation else ranked.score
        )
        for sentence in ranked.unit.sentences:
            if bool(sentence.whens) is not with_date or is_date_line(sentence):
                continue
            made.append(_scored(asked, ranked, sentence, group))
    return made


def _scored(asked: Asked, ranked: Ranked, sentence: Sentence, group: float) -> Dated:
    coverage = own = asked.matcher.coverage(sentence.stems | ranked.unit.lead)
    if before := _continued(ranked.unit, sentence):
        coverage = max(
            coverage, 0.95 * asked.matcher.coverage(sentence.stems.union(*(s.stems for s in before)))
        )
    score = (
        UNIT * ranked.score
        + GROUP * group
        + SENTENCE * coverage
        + TIMESCALE * (ranked.unit.passage.part is Part.TIMESCALE)
        + NO_DATE * all(_no_date(w) for w in sentence.whens)
        + NAMED_DATE * any(same_period(w, q) for w in sentence.whens for q in asked.question.whens)
    )
    return Dated(ranked.unit, sentence, coverage, own, score)


_CONTINUES = re.compile(
    r"^(?:To be|These|This|They|It|Both|Such|Their|Its|That|Those|Implementation|Ownership)\b|^(?:\w+ ){0,6}\b(?:both|these|this|those|its|their)\b",
    re.IGNORECASE,
)


def _continued(unit: Unit, sentence: Sentence) -> tuple[Sentence, ...]:
    """The one or two sentences before, where this one points back to them ("Ownership of both …", "To be identified by …")."""
    at = unit.sentences.index(sentence)
    if not at or not _CONTINUES.match(sentence.text):
        return ()
    return (
        unit.sentences[max(0, at - 2) : at]
        if re.search(r"\bboth\b", sentence.text)
        else (unit.sentences[at - 1],)
    )


def _no_date(when: When) -> bool:
    """A wording that dates nothing: undated, or only the day of writing ("today")."""
    return (when.edtf is None and when.modality is Modality.NONE) or when.wording.lower() == "today"


def answer_when(asked: Asked) -> Draft | None:
    """The dates of what was asked about; None where no dated sentence can be found at all."""
    if len(asked.recommendations) == 1 and not asked.question.terms:
        return timescale(asked, asked.recommendations[0])
    if own := date_of_document(asked):
        return own
    found = dated(asked)
    if (
        asked.question.whens
        and not asked.question.has(Want.YES_NO, Want.ARGUMENT)
        and not _names_date(asked, found)
    ):
        return None
    if asked.question.whens and not asked.question.has(Want.YES_NO):
        found = (
            tuple(
                d
                for d in found
                if any(same_period(w, q) for w in d.sentence.whens for q in asked.question.whens)
            )
            or found
        )
    if not found:
        return timescale(asked, asked.recommendations[0]) if asked.recommendations else None
    best = _primary(asked, found)
    if (rec := _without_dates(asked, best)) is not None:
        return timescale(asked, rec)
    undated = _undated_instead(asked, best)
    if undated is not None:
        return undated
    best = _lasting(asked, found, best)
    together = [best, *(d for d in found if d is not best and _belongs(d, best))]
    return _draft(asked, together, [d for d in found if same_words(d, best)])


def _names_date(asked: Asked, found: tuple[Dated, ...]) -> bool:
    """Whether some good sentence holds a date that the question names."""
    return any(
        same_period(w, q) or within(w, q)
        for d in found[:40]
        for w in d.sentence.whens
        for q in asked.question.whens
    )


def _without_dates(asked: Asked, best: Dated) -> Recommendation | None:
    """The recommendation a question is plainly about, where its timescale holds no calendar date."""
    top = asked.ranked[0].unit.passage.recommendation
    if top is None or (best.unit.passage.recommendation != top and best.coverage >= 0.6):
        return None
    rec = asked.corpus.recommendations[top]
    whens = [
        w for p in rec.passages[Part.TIMESCALE] for s in asked.library.by_id[p.id].sentences for w in s.whens
    ]
    return None if any(w.edtf for w in whens) else rec


_HOW_LONG = re.compile(
    r"\b(?:how long|until when|till when|how much longer|carry on until|last until|end date|run until)\b",
    re.IGNORECASE,
)


def _primary(asked: Asked, found: tuple[Dated, ...]) -> Dated:
    """The best sentence, or the one of the corpus's first document that says the same thing."""
    best, first = found[0], asked.corpus.documents[0].id
    if best.unit.passage.document == first or asked.question.documents or asked.question.sections:
        return best
    same = [
        d
        for d in found[:40]
        if d.unit.passage.document == first
        and same_subject(asked.library, d.sentence, best.sentence)
        and not any(dates_differ(a, b) for a in d.sentence.whens for b in best.sentence.whens)
    ]
    return same[0] if same else best


def _lasting(asked: Asked, found: tuple[Dated, ...], best: Dated) -> Dated:
    """For "how long", the best sentence that says until when, where it is about as good as the best."""
    if not _HOW_LONG.search(asked.question.focus):
        return best
    until = [
        d
        for d in found
        if any(
            w.modality is Modality.DURING and w.first is None and w.last is not None for w in d.sentence.whens
        )
    ]
    return until[0] if until and until[0].score >= best.score - 0.5 else best


def same_words(other: Dated, best: Dated) -> bool:
    """Whether a sentence stands word for word in another recommendation too."""
    return other.sentence.text == best.sentence.text and other.unit.passage.recommendation not in (
        None,
        best.unit.passage.recommendation,
    )


def _belongs(other: Dated, best: Dated) -> bool:
    return other.unit.passage.id == best.unit.passage.id and other.own >= best.own - TOGETHER


def _undated_instead(asked: Asked, best: Dated) -> Draft | None:
    """Where the sentence that really says what was asked carries no date, that is the answer."""
    others = [
        d
        for d in _candidates(asked, with_date=False)
        if d.unit.passage.id != best.unit.passage.id
        and d.unit.passage.part is Part.TIMESCALE
        and d.coverage >= best.coverage + UNDATED_LEAD
        and best.coverage < 0.5
    ]
    if not others:
        return None
    first = max(others, key=lambda d: d.score)
    number = first.unit.passage.recommendation
    line = Line(
        "The guidance gives no date for this; it says:", (sentence_quote(first.unit, first.sentence),)
    )
    return Draft(Outcome.ANSWERED, (line,), recommendations=(number,) if number else ())


def _draft(asked: Asked, together: list[Dated], repeated: list[Dated]) -> Draft:
    together = sorted(together, key=lambda d: d.sentence.span.start)
    every = tuple(w for d in together for w in d.sentence.whens)
    whens = tuple(w for w in every if w.modality is not Modality.NONE) or every
    unit = together[0].unit
    number = unit.passage.recommendation
    quotes = tuple(_quote(d) for d in (*together, *repeated))
    numbers = {
        n for d in (*together, *repeated) if (n := linked(d.unit, asked.matcher, asked.library)) is not None
    }
    if number is not None:
        about = named(asked.corpus.recommendations[number])
    else:
        about = asked.corpus.document[unit.passage.document].short_title.lower()
    text = f"{_capital(bold_dates(whens))}, according to {about}."
    draft = Draft(
        Outcome.ANSWERED,
        (Line(text, quotes),),
        recommendations=tuple(sorted(numbers)),
        whens=whens,
    )
    return with_counterparts(asked, draft, [(d.unit, d.sentence) for d in together])


def _quote(d: Dated) -> Quote:
    return sentence_quote(d.unit, d.sentence, *_continued(d.unit, d.sentence))


def _capital(text: str) -> str:
    return text[:2] + text[2].upper() + text[3:] if text.startswith("**") else text[:1].upper() + text[1:]
