"""Comparisons of what two documents, or a document and a section, say."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations

from assistant.answers.compose import bold_dates
from assistant.answers.documents_beside import (
    all_documents,
    asks_of_difference,
    compared,
    contrasts,
    names_a_date,
    which_speak,
)
from assistant.answers.draft import Draft, Line
from assistant.answers.places import capital
from assistant.answers.reasons import CAUSE
from assistant.answers.same_words import alike, echoing
from assistant.answers.step import asks_how_long, idle_words
from assistant.answers.where import Where
from assistant.evidence.asked import Asked
from assistant.evidence.linking import linked
from assistant.evidence.pointing import continued
from assistant.evidence.quote import Quote, sentence_quote, whole
from assistant.evidence.ranking import Ranked, rank
from assistant.language.numbers import in_words
from assistant.language.words import stems
from assistant.library.library import Stems, Unit
from assistant.model import Notice, Outcome
from assistant.question.facets import Want
from assistant.question.question import Question
from corpus.model import When

#: Share of what the best passage says from which on a document that was not named speaks of the same thing.
SPEAKS = 0.5
#: The same where the documents that speak of it are asked for.
WHOLLY = 0.9


def compare_documents(asked: Asked) -> Draft | None:
    """What each of two documents says, the response first; None where one of them says nothing of it."""
    chosen = _best_of_each(asked)
    if not chosen or (len(chosen) < 2 and not which_speak(asked)):
        return None
    dates = _dates_asked(asked, chosen)
    rows = [
        _row(asked, r, _title(asked, r, chosen), dates, [o.unit.stems for o in chosen if o is not r])
        for r in chosen
    ]
    whens = tuple(w for _, found in rows for w in found)
    named = (
        r.unit.passage.recommendation if which_speak(asked) else linked(r.unit, asked.matcher, asked.library)
        for r in chosen
    )
    recs = tuple(sorted({n for n in named if n is not None}))
    differ = _dates_differ([found for _, found in rows]) or (
        asks_of_difference(asked) and not whens and len(chosen) > 1 and not alike(asked, chosen)
    )
    head = "The documents put it differently:" if differ else "Side by side:"
    if which_speak(asked):
        head = f"{capital(in_words(len(chosen)))} of the documents {'speaks' if len(chosen) == 1 else 'speak'} of it:"
    return Draft(
        Outcome.ANSWERED,
        (Line(head), *(line for line, _ in rows)),
        recommendations=recs,
        whens=whens,
        notices=(Notice.DOCUMENTS_DIFFER,) if differ else (),
        from_records=True,
    )


def _dates_differ(dates: list[tuple[When, ...]]) -> bool:
    """Whether the documents that give dates mean, or bound, them differently."""
    given = [found for found in dates if found]
    return any(_differ(a, b) for a, b in combinations(given, 2))


def _differ(a: tuple[When, ...], b: tuple[When, ...]) -> bool:
    """Whether no date of one is, or holds, a date of the other."""
    same = {w.edtf or _plain(w.wording) for w in a} & {w.edtf or _plain(w.wording) for w in b}
    return not same and not any(_holds(x, y) or _holds(y, x) for x in a for y in b)


def _holds(a: When, b: When) -> bool:
    """Whether a date is a coarser wording for another ("next year", "in spring 2012")."""
    if not (a.first and a.last and b.first and b.last):
        return False
    return a.first <= b.first and b.last <= a.last


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()


def _best_of_each(asked: Asked) -> list[Ranked]:
    """The best passage of each document, dated where dates are asked for; what the first says helps to find the next."""
    question = _with_what_is_beside(asked.question)
    asked = replace(asked, question=question)
    dates = question.has(Want.WHEN) or question.whens or names_a_date(asked) or contrasts(asked)
    chosen: list[Ranked] = []
    places = compared(asked)
    for where in telling_first(asked, places):
        if chosen:
            said = max(chosen[0].unit.sentences, key=lambda s: asked.matcher.coverage(s.stems), default=None)
            question = replace(asked.question, focus=f"{asked.question.focus} {said.text if said else ''}")
        ranked = rank(question, asked.library, asked.scores, where.holds)
        dated = tuple(r for r in ranked if _is_dated(r, ranked[0])) if dates else ()
        if which_speak(asked):
            ranked = tuple(sorted(ranked, key=lambda r: (-r.own, r.unit.passage.place.span.start)))
        fitting = dated or _with_cause(asked, ranked) or echoing(chosen, ranked)
        chosen += [r for r in fitting if all(r.unit is not other.unit for other in chosen)][:1]
    chosen.sort(key=lambda r: next(i for i, where in enumerate(places) if where.holds(r.unit)))
    if not all_documents(asked):
        return chosen
    best = max((r.own for r in chosen), default=0.0)
    enough = WHOLLY * max(best, WHOLLY) if which_speak(asked) else SPEAKS * best
    return [r for r in chosen if r.own >= enough]


def telling_first(asked: Asked, places: tuple[Where, ...]) -> tuple[Where, ...]:
    """Of two places, the one that says more of the question first: what it says helps to find the other's words for it."""
    if len(places) != 2:
        return places
    said = {where: _most_said(asked, where) for where in places}
    return tuple(sorted(places, key=lambda where: -said[where]))


def _most_said(asked: Asked, where: Where) -> float:
    units = (u for u in asked.library.units if where.holds(u))
    return max((asked.matcher.coverage(u.stems) for u in units), default=0.0)


def _is_dated(ranked: Ranked, best: Ranked) -> bool:
    """Whether a passage holds a date and speaks of what was asked nearly as fully as the best one does."""
    return ranked.score >= best.score - AS_GOOD and any(s.whens for s in ranked.unit.sentences)


def _with_what_is_beside(question: Question) -> Question:
    """The question about what the sentence beside it is about too, where only that one names the documents, or the matter."""
    placed = question.documents or question.sections
    if not question.background or (placed and _says_matter(question)):
        return question
    known = {t.own for t in question.terms}
    more = tuple(t for t in question.background if t.own not in known)
    return replace(question, terms=(*question.terms, *more), focus=question.text)


def _says_matter(question: Question) -> bool:
    """Whether a question says of what it asks, beyond that something begins or ends."""
    idle = idle_words(question.focus) | _POINT
    return any(not idle.issuperset(t.own) for t in question.terms)


#: What begins and ends is a point, a date, a line.
_POINT = frozenset(stems("point date line wording words bit version list"))
#: How much worse a passage that gives the reason asked for may match.
AS_GOOD = 0.5


def _with_cause(asked: Asked, ranked: tuple[Ranked, ...]) -> tuple[Ranked, ...]:
    """The best passages with a reason, where the question asks for one, or names one, and they match about as well as the best."""
    asks = asked.question.has(Want.ARGUMENT) or CAUSE.search(asked.question.text)
    if not asks or not ranked:
        return ()
    near = (r for r in ranked[:5] if r.score >= ranked[0].score - AS_GOOD)
    return tuple(r for r in near if CAUSE.search(r.unit.passage.text))


def _dates_asked(asked: Asked, chosen: list[Ranked]) -> bool:
    """Whether dates are asked for: outright, or by a word that one of the passages answers with one."""
    dated = [any(s.whens for s in r.unit.sentences) for r in chosen]
    if asked.question.has(Want.WHEN) or len(asked.question.whens) > 1:
        return True
    return any(dated) if names_a_date(asked) else contrasts(asked) and all(dated)


def _title(asked: Asked, one: Ranked, chosen: list[Ranked]) -> str:
    """What a row is called: its document, with the heading that tells it apart from others of the same document."""
    passage = one.unit.passage
    title = asked.corpus.document[passage.document].short_title
    others = [r.unit.passage for r in chosen if r is not one and r.unit.passage.document == passage.document]
    own = (h for h in passage.headings if not any(h in other.headings for other in others))
    heading = next(own, None) if others else None
    return f"{title}, “{heading.rstrip(':')}”" if heading else title


def _row(
    asked: Asked, ranked: Ranked, title: str, dates: bool, others: list[Stems]
) -> tuple[Line, tuple[When, ...]]:
    """The line of one document, or section, and the dates that it shows.

    Of sentences that say as much of the question, the one that says most of what the others say.
    """
    sentences = [s for s in ranked.unit.sentences if s.whens]
    if not dates or not sentences:
        return Line(f"- {title}:", _with_what_it_continues(asked, ranked.unit)), ()
    lasting = [s for s in sentences if any(w.until for w in s.whens)]
    some = (asks_how_long(asked.question.focus) and lasting) or sentences
    beside: Stems = frozenset().union(*others)
    best = max(some, key=lambda s: (asked.matcher.coverage(s.stems), len(s.stems & beside)))
    quote = sentence_quote(ranked.unit, best)
    return Line(f"- {title}: {bold_dates(best.whens)}", (quote,)), best.whens


def _with_what_it_continues(asked: Asked, unit: Unit) -> tuple[Quote, ...]:
    """A whole passage, after the one before where its beginning points back to that ("The current trials …")."""
    every = asked.library.units
    at = every.index(unit)
    before = continued(unit, unit.sentences[0], every[at - 1] if at else None) if unit.sentences else ()
    return (*(whole(u) for u in dict.fromkeys(u for u, _ in before)), whole(unit))
