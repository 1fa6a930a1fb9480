"""Comparisons of what two documents, or a document and a section, say."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.answers.asked import Asked
from assistant.answers.compose import bold_dates
from assistant.answers.draft import Draft, Line, sentence_quote, whole
from assistant.evidence.library import Unit
from assistant.evidence.linking import linked
from assistant.evidence.ranking import Ranked, rank
from assistant.model import Notice, Outcome
from assistant.question.facets import Want
from corpus.model import When

_SETS_BESIDE = re.compile(
    r"\b(?:same|differ|differs|agrees?|match(?:es)?|consistent|contradict\w*|as (?:firm|definite|strong|precise|clear)|line up|conflict\w*|compared?|identical)\b",
    re.IGNORECASE,
)

_A_DATE = re.compile(r"\b(?:dates?|month|year|deadline|timing|timescale|by when)\b", re.IGNORECASE)


def two_documents(asked: Asked) -> bool:
    """Whether a question sets two documents beside each other."""
    return len(_compared(asked)) > 1 and asked.question.has(Want.COMPARE, Want.YES_NO)


def _compared(asked: Asked) -> tuple[str | tuple[str, str], ...]:
    """Documents or sections set beside each other; the response is meant where only one other is named with it."""
    question = asked.question
    found: list[str | tuple[str, str]] = [*question.documents]
    found = [*(("section", s) for s in question.sections), *found]
    response = asked.corpus.documents[0].id
    if (
        len(found) == 1
        and question.documents
        and found[0] != response
        and _SETS_BESIDE.search(question.focus)
    ):
        found.insert(0, response)
    return tuple(found)


def compare_documents(asked: Asked) -> Draft | None:
    """What each of two documents says, the response first; None where one of them says nothing of it."""
    chosen = _best_of_each(asked)
    if len(chosen) < 2:
        return None
    rows = [_row(asked, r, _dates_asked(asked, chosen)) for r in chosen]
    whens = tuple(w for _, found in rows for w in found)
    recs = tuple({n for r in chosen if (n := linked(r.unit, asked.matcher, asked.library)) is not None})
    asks_whether = bool(_SETS_BESIDE.search(asked.question.focus))
    differ = _dates_differ([found for _, found in rows]) or (
        asks_whether and not whens and len({_plain(r.unit.passage.text) for r in chosen}) > 1
    )
    head = "The documents put it differently:" if differ else "Side by side:"
    return Draft(
        Outcome.ANSWERED,
        (Line(head), *(line for line, _ in rows)),
        recommendations=recs,
        whens=whens,
        notices=(Notice.DOCUMENTS_DIFFER,) if differ else (),
        from_records=True,
    )


def _dates_differ(dates: list[tuple[When, ...]]) -> bool:
    """Whether the documents that give dates word them differently."""
    return len({frozenset(_plain(w.wording) for w in found) for found in dates if found}) > 1


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()


def _best_of_each(asked: Asked) -> list[Ranked]:
    """The best passage of each document, dated where dates are asked for; what the first says helps to find the next."""
    question = asked.question
    dates = question.has(Want.WHEN) or question.whens or _A_DATE.search(question.focus)
    chosen: list[Ranked] = []
    for where in _compared(asked):
        if chosen:
            said = max(chosen[0].unit.sentences, key=lambda s: asked.matcher.coverage(s.stems), default=None)
            question = replace(asked.question, focus=f"{asked.question.focus} {said.text if said else ''}")
        ranked = rank(question, asked.library, asked.scores, _inside(where))
        dated = tuple(r for r in ranked if any(s.whens for s in r.unit.sentences)) if dates else ()
        chosen += (dated or ranked)[:1]
    return chosen


def _dates_asked(asked: Asked, chosen: list[Ranked]) -> bool:
    """Whether dates are asked for: outright, or by a word that both passages answer with one."""
    return asked.question.has(Want.WHEN) or (
        bool(_A_DATE.search(asked.question.focus))
        and all(any(s.whens for s in r.unit.sentences) for r in chosen)
    )


def _row(asked: Asked, ranked: Ranked, dates: bool) -> tuple[Line, tuple[When, ...]]:
    """The line of one document, and the dates that it shows."""
    short = asked.corpus.document[ranked.unit.passage.document].short_title
    sentences = [s for s in ranked.unit.sentences if s.whens]
    if not dates or not sentences:
        return Line(f"- {short}:", (whole(ranked.unit),)), ()
    best = max(sentences, key=lambda s: asked.matcher.coverage(s.stems))
    quote = sentence_quote(ranked.unit, best)
    return Line(f"- {short}: {bold_dates(best.whens)}", (quote,)), best.whens


def _inside(where: str | tuple[str, str]) -> Callable[[Unit], bool]:
    if isinstance(where, tuple):
        return lambda unit: where[1] in unit.passage.headings
    return lambda unit: unit.passage.document == where and len(unit.passage.text.split()) > 5
