"""Answers to "when": the dated sentences that say what was asked about."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers.aside import away, says_any, wordings
from assistant.answers.clauses import whens_asked
from assistant.answers.compose import bold_dates
from assistant.answers.dated_about import about
from assistant.answers.dated_sentences import Dated, candidates, dated, is_today, same_words
from assistant.answers.dates_apart import dates_apart
from assistant.answers.dates_heard import heard_dated, of_date_doubted
from assistant.answers.dates_named import of_dates_named
from assistant.answers.document_dates import date_of_document
from assistant.answers.doers import agents, does
from assistant.answers.draft import Draft, Line
from assistant.answers.gap import date_in_gap
from assistant.answers.places import capital, document_inside, named
from assistant.answers.primary import lasting, primary, says_the_same
from assistant.answers.step import asks_how_long
from assistant.answers.timescales import timescale, with_counterparts
from assistant.answers.units_asked import of_unit
from assistant.answers.whole_timescale import whole_timescale, without_dates
from assistant.evidence.asked import Asked
from assistant.evidence.linking import linked
from assistant.evidence.quote import Quote, sentence_quote
from assistant.model import Outcome
from assistant.question.facets import Want
from assistant.question.nouns import noun_terms
from corpus.model import Modality, Part, When
from corpus.patterns import lazy_regex

#: A sentence that scores less is no ground for a date: below it, fewer than half of the development questions'
#: dates were right, and a wrong date is worse than none.
SURE = 1.8

#: How much better an undated sentence must say what was asked before "no date" is the answer.
UNDATED_LEAD = 0.4
#: A dated sentence that says this share of the terms is the answer, whatever an undated one says.
SAID_ENOUGH = 0.5

#: Sentences of one timescale whose match is this near to the best are given with it.
TOGETHER = 0.12


def answer_when(asked: Asked) -> Draft | None:
    """The dates of what was asked about; None where no dated sentence can be found at all."""
    if (
        len(asked.recommendations) == 1
        and not asked.question.terms
        and not asks_how_long(asked.question.focus)
    ):
        return timescale(asked, asked.recommendations[0])
    if own := date_of_document(asked):
        return own
    if planned := plans_of_agent(asked):
        return _draft(asked, [planned], [])
    every = dated(asked)
    found = of_date_doubted(asked, every) or of_dates_named(asked, every)
    if found is None:
        return None
    if not found:
        return timescale(asked, asked.recommendations[0]) if asked.recommendations else None
    heard = heard_dated(asked, found)
    if (
        not heard
        and found[0].score < SURE
        and not (asked.recommendations or asked.question.documents or asked.question.whens)
    ):
        return None
    if not heard and (rec := without_dates(asked, primary(asked, found))) is not None:
        return timescale(asked, rec)
    found = found if heard else about(asked, found)
    if not found:
        return None
    best = primary(asked, heard or found)
    if undated := None if heard else _undated_instead(asked, found, best):
        return undated
    best = lasting(asked, found, best)
    if apart := dates_apart(asked, found, best):
        return _draft(asked, apart, [d for d in found if any(same_words(d, own) for own in apart)])
    if (whole := whole_timescale(asked, best)) is not None:
        return timescale(asked, whole)
    alone = asks_how_long(asked.question.focus)
    together = [
        best,
        *(
            d
            for d in heard or found
            if not alone and d is not best and _belongs(asked, d, best) and _meant(asked, d)
        ),
    ]
    alike = [d for d in found if same_words(d, best) and _as_likely(asked, d, best)]
    if alone and found[0] is not best and says_the_same(asked, found[0], best):
        draft = _draft(asked, together, [*alike, found[0]])
        return replace(draft, whens=(*draft.whens, *(w for w in found[0].sentence.whens if w.until)))
    return _draft(asked, together, alike)


def answer_gap(asked: Asked) -> Draft | None:
    """The date that a question's sentence leaves out ("to be in place by ____"); None where it leaves out none."""
    found = date_in_gap(asked)
    return found and _draft(asked, [found[0]], [], (found[1],))


def plans_of_agent(asked: Asked) -> Dated | None:
    """What the one person whose doing is asked about was going to do, where nothing else is asked about."""
    question = asked.question
    names = agents(question.focus, asked.library)
    if not names or question.whens or not question.has(Want.WHEN):
        return None
    if question.terms and (noun_terms(question) or not _TO_COME.search(question.focus)):
        return None
    found = tuple(d for d in dated(asked) if does(d.sentence, names) and _WILL.search(d.sentence.text))
    return primary(asked, found) if found else None


#: "When's she coming back?", "when was she to return?" ask of what is to come; "when did she …?" does not.
_TO_COME = lazy_regex(
    r"\bwhen(?:'?s| is| will|(?: was| were)\b[^?.]*? (?:\w{2,}ing|to|due))\b", re.IGNORECASE
)
_WILL = lazy_regex(r"\b(?:will|plans?|intends?)\b", re.IGNORECASE)


#: How much less a question may match another recommendation that says the same sentence.
AS_LIKELY = 0.15


def _as_likely(asked: Asked, other: Dated, best: Dated) -> bool:
    """Whether a question may as well mean the other recommendation in which the best sentence stands."""
    if asked.question.recommendations:
        return False
    groups = asked.groups
    score = {
        n: groups.get(n, 0.0)
        for n in (other.unit.passage.recommendation, best.unit.passage.recommendation)
        if n
    }
    return len(score) < 2 or max(score.values()) - min(score.values()) <= AS_LIKELY


def _belongs(asked: Asked, other: Dated, best: Dated) -> bool:
    """Whether two sentences are of one timescale, and neither alone says what the other leaves unsaid."""
    if other.unit.passage.id != best.unit.passage.id or other.own < best.own - TOGETHER:
        return False
    if all(map(is_today, other.sentence.whens)):
        return False
    said, more = (
        {t for t in asked.question.terms if says_any(d.sentence.stems, wordings(t))} for d in (other, best)
    )
    return not said < more


def _meant(asked: Asked, other: Dated) -> bool:
    """Whether a sentence is not about what the question only sets aside."""
    return len(other.sentence.whens) > 1 or not says_any(other.sentence.stems, away(asked))


def _undated_instead(asked: Asked, found: tuple[Dated, ...], best: Dated) -> Draft | None:
    """Where the sentence that really says what was asked carries no date, nor does one that points back to it, that is the answer."""
    if best.coverage >= SAID_ENOUGH:
        return None
    dated_after = {s.span for d in found for _, s in d.before}
    places = {best.unit.passage.recommendation, next(iter(asked.groups), None)}
    others = [
        d
        for d in candidates(asked, with_date=False, part=Part.TIMESCALE)
        if d.unit.passage.recommendation in places
        and d.sentence.span not in dated_after
        and d.coverage >= best.coverage + UNDATED_LEAD
    ]
    if not others:
        return None
    first = max(others, key=lambda d: d.score)
    number = first.unit.passage.recommendation
    line = Line(
        "The guidance gives no date for this; it says:", (sentence_quote(first.unit, first.sentence),)
    )
    return Draft(Outcome.ANSWERED, (line,), recommendations=(number,) if number else ())


def _draft(asked: Asked, together: list[Dated], repeated: list[Dated], meant: tuple[When, ...] = ()) -> Draft:
    """The dates of some sentences (those meant alone, where there are any) with their quotes."""
    together = sorted(together, key=lambda d: d.sentence.span.start)
    every = meant or of_unit(
        asked.question.focus, tuple(w for d in together for w in whens_asked(asked, d.sentence))
    )
    whens = tuple(w for w in every if w.modality is not Modality.NONE) or every
    unit = together[0].unit
    number = unit.passage.recommendation
    quotes = tuple(q for d in (*together, *repeated) for q in _quotes(d))
    numbers = {
        n for d in (*together, *repeated) if (n := linked(d.unit, asked.matcher, asked.library)) is not None
    }
    if number is not None:
        about = named(asked.corpus.recommendations[number])
    else:
        about = f"the {document_inside(asked.corpus.document[unit.passage.document])}"
    text = f"{capital(bold_dates(whens))}, according to {about}."
    draft = Draft(
        Outcome.ANSWERED,
        (Line(text, quotes),),
        recommendations=tuple(sorted(numbers)),
        whens=whens,
    )
    return with_counterparts(asked, draft, [(d.unit, d.sentence) for d in together])


def _quotes(d: Dated) -> tuple[Quote, ...]:
    """The sentence with those of its passage that it points back to, then those of the passage before."""
    own = sentence_quote(d.unit, d.sentence, *(s for u, s in d.before if u is d.unit))
    return (own, *(sentence_quote(u, s) for u, s in d.before if u is not d.unit))
