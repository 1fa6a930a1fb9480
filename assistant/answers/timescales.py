"""The timescale of a recommendation as a whole, and dates that other documents word otherwise."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers.compose import bold_dates
from assistant.answers.differing import counterparts
from assistant.answers.draft import Draft, Line
from assistant.answers.matching import same_period, within
from assistant.answers.places import document_inside, named
from assistant.evidence.asked import Asked
from assistant.evidence.quote import Quote, of_passage, sentence_quote, whole
from assistant.language.phrases import Phrases
from assistant.library.library import Sentence, Unit
from assistant.model import Notice, Outcome
from assistant.question.filler import all_filler
from corpus.model import Modality, Part, Recommendation, When
from corpus.patterns import lazy_regex


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
    extra: list[tuple[Quote, tuple[When, ...]]] = []
    for unit, sentence in said:
        for other_unit, other in counterparts(asked.library, unit, sentence):
            if not asked.question.documents or (_due(sentence) and _due(other)):
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


def _due(sentence: Sentence) -> bool:
    """Whether a sentence says by when: two of these on one thing are two accounts of one deadline."""
    return any(w.modality is Modality.BY for w in sentence.whens)


#: Undated wordings that still answer "when".
_SAYS_WHEN = lazy_regex(r"(?:as soon as|once|in due course|when)\b", re.IGNORECASE)


def says_when(units: list[Unit]) -> tuple[When, ...]:
    """Wordings of some passages that say when without a date ("as soon as practicable")."""
    return tuple(w for u in units for s in u.sentences for w in s.whens if _SAYS_WHEN.match(w.wording))


_SAME_WORDS = Phrases("same|identical|alike|word[- ]for[- ]word|verbatim|share[sd]?|sharing|repeat(?:s|ed)?")


_AS_THAT = lazy_regex(r"\b(?:same|identical) (?:\w+ )?time ?scales? (?:as|to)\b", re.IGNORECASE)


def _says_the_rest(asked: Asked, recommendation: Recommendation) -> bool:
    """Whether a timescale says all that a question says beside that timescales are the same ("share Ofsted's timescale")."""
    rest = [t for t in asked.question.terms if not (all_filler(t) or _SAME_WORDS.search(t.text))]
    units = [asked.library.by_id[p.id] for p in recommendation.passages[Part.TIMESCALE]]
    return all(any(u.stems.issuperset(t.own) for u in units) for t in rest)


def same_timescales(asked: Asked) -> Draft | None:
    """The recommendations whose timescales are the same word for word, where that is asked; None where it is not, or none are."""
    question = asked.question
    like = question.recommendations
    if question.statuses is not None or len(like) > 1 or (like and not _AS_THAT.search(question.focus)):
        return None
    if not (_TIMESCALE.search(question.focus) and _SAME_WORDS.search(question.focus)):
        return None
    groups: dict[str, list[Recommendation]] = {}
    for rec in asked.corpus.recommendations.values():
        groups.setdefault("\n".join(p.text for p in rec.passages[Part.TIMESCALE]), []).append(rec)
    alike = [
        group
        for text, group in groups.items()
        if text
        and len(group) > 1
        and all(n in [r.number for r in group] for n in like)
        and _says_the_rest(asked, group[0])
    ]
    if not alike:
        return None
    made = [(group, timescale(asked, group[0]).whens) for group in alike]
    lines = tuple(
        Line(
            f"Recommendations {listed(group)} have the same timescale word for word: {bold_dates(whens)}.",
            tuple(of_passage(p) for rec in group for p in rec.passages[Part.TIMESCALE]),
        )
        for group, whens in made
    )
    return Draft(
        Outcome.ANSWERED,
        lines,
        recommendations=tuple(rec.number for group in alike for rec in group),
        whens=tuple(w for _, whens in made for w in whens),
        from_records=True,
    )


def listed(group: list[Recommendation]) -> str:
    """Numbers as a list in words: "2, 3 and 7"."""
    *some, last = (str(rec.number) for rec in group)
    return f"{', '.join(some)} and {last}" if some else last


#: Timescales, not the time limits of assessments.
_TIMESCALE = lazy_regex(r"\btime ?scales?\b", re.IGNORECASE)


def with_dates_named(asked: Asked, draft: Draft) -> Draft:
    """The draft with those dates that the question names and its quotes hold, where it gives none."""
    if draft.whens or not asked.question.whens:
        return draft
    quotes = (*(q for line in draft.lines for q in line.quotes), *draft.quotes)
    said = dict.fromkeys(
        w
        for q in quotes
        for s in asked.library.by_id[q.passage.id].sentences
        for w in s.whens
        if q.span.start <= s.span.start and s.span.end <= q.span.end
        if any(same_period(w, named) for named in asked.question.whens)
    )
    return replace(draft, whens=tuple(said))
