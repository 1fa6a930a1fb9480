"""The timescale of a recommendation as a whole, and dates that other documents word otherwise."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers.asked import Asked
from assistant.answers.compose import bold_dates
from assistant.answers.differing import counterparts
from assistant.answers.draft import Draft, Line, Quote, sentence_quote, whole
from assistant.answers.matching import same_period, within
from assistant.answers.places import document_inside, named
from assistant.evidence.library import Sentence, Unit
from assistant.model import Notice, Outcome
from corpus.model import Modality, Part, Recommendation, When


def gives_date(asked: Asked, recommendation: Recommendation) -> bool:
    """Whether some passage of a recommendation gives a date that the question names."""
    units = [asked.library.by_id[p.id] for part in recommendation.passages.values() for p in part]
    return any(
        same_period(w, q) or within(w, q)
        for u in units
        for s in u.sentences
        for w in s.whens
        for q in asked.question.whens
    )


def corrected_date(asked: Asked, recommendation: Recommendation) -> Draft:
    """The timescale of a recommendation, for a question that takes another date for granted."""
    made = timescale(asked, recommendation)
    first = made.lines[0]
    return replace(
        made,
        lines=(Line(f"That is not the date given. {first.text}", first.quotes), *made.lines[1:]),
        from_records=True,
    )


def timescale(asked: Asked, recommendation: Recommendation) -> Draft:
    """The whole timescale of a recommendation."""
    units = [asked.library.by_id[p.id] for p in recommendation.passages[Part.TIMESCALE]]
    every = tuple(w for u in units for s in u.sentences for w in s.whens)
    whens = tuple(w for w in every if w.modality is not Modality.NONE) or every
    quotes = tuple(whole(u) for u in units)
    title = named(recommendation)
    real = [w for w in whens if w.edtf or w.modality is not Modality.NONE or "practicable" in w.wording]
    if any(w.edtf for w in whens):
        text = f"The timescale given for {title} was {bold_dates(tuple(real))}."
    elif real:
        text = f"No calendar date was given for {title}; the timescale was {bold_dates(tuple(real))}."
    else:
        text = f"No date was given for {title}; its timescale sets out how it was to be taken forward."
    draft = Draft(
        Outcome.ANSWERED, (Line(text, quotes),), recommendations=(recommendation.number,), whens=whens
    )
    return with_counterparts(asked, draft, [(u, s) for u in units for s in u.sentences if s.whens])


def with_counterparts(asked: Asked, draft: Draft, said: list[tuple[Unit, Sentence]]) -> Draft:
    """The draft with what other documents say of the same thing, where they word its date otherwise."""
    if asked.question.documents:
        return draft
    extra: list[tuple[Quote, tuple[When, ...]]] = []
    for unit, sentence in said:
        for other_unit, other in counterparts(asked.library, unit, sentence):
            extra.append((sentence_quote(other_unit, other), other.whens))
    if not extra:
        return draft
    documents = sorted({document_inside(asked.corpus.document[q.passage.document]) for q, _ in extra})
    line = Line(
        f"The documents differ: the {' and the '.join(documents)} put it as "
        f"{bold_dates(tuple(w for _, whens in extra for w in whens))}.",
        tuple(q for q, _ in extra),
    )
    return replace(
        draft,
        lines=(*draft.lines, line),
        whens=(*draft.whens, *(w for _, whens in extra for w in whens)),
        notices=(*draft.notices, Notice.DOCUMENTS_DIFFER),
    )


#: Undated wordings that still answer "when".
_SAYS_WHEN = re.compile(r"(?:as soon as|once|in due course|when)\b", re.IGNORECASE)


def says_when(units: list[Unit]) -> tuple[When, ...]:
    """Wordings of some passages that say when without a date ("as soon as practicable")."""
    return tuple(w for u in units for s in u.sentences for w in s.whens if _SAYS_WHEN.match(w.wording))
