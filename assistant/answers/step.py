"""Which words of a question name the step whose date is asked for, beside those that only lead up to it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from assistant.evidence.asked import Asked
from assistant.evidence.matcher import Matcher
from assistant.language.phrases import Phrases
from assistant.language.vocabulary import Term
from assistant.language.words import stems, words
from assistant.question.facets import Want
from assistant.question.focus import sentences
from assistant.question.question import Question
from assistant.question.times import WHEN_WORDINGS, WHICH_IS_WHICH, asks_wait
from assistant.question.topic import without_aside
from assistant.question.wants import wants
from corpus.patterns import lazy_regex

#: What every dated thing does or is: it begins, it ends, it is planned. None of these says which thing is meant.
_ASPECT = (
    "begin begun began start started commence end ended finish finished complete completed conclude concluded happen "
    "happened occur due expect expected plan planned intend intended suppose supposed hope hoped aim aimed schedule "
    "scheduled envisage envisaged mean meant done ready want wanted"
)

#: Where one clause of a message ends and the next begins.
_CLAUSES = lazy_regex(r"(?<=[.!?;:])\s+|\s-+\s|\s*[–—]\s*")
_ASKS_WHEN = Phrases(*WHEN_WORDINGS)


@lru_cache(maxsize=1)
def _aspect() -> frozenset[str]:
    return frozenset(stems(_ASPECT))


def asking_clause(text: str) -> str:
    """The last clause of a text, from where it begins, where it asks when; "" where it does not."""
    starts = [0, *(m.end() for m in _CLAUSES.finditer(text))]
    last = text[starts[-1] :]
    return last if _ASKS_WHEN.search(last) else ""


_TAKES_PLACE = lazy_regex(r"\bt(?:ake|akes|aking|ook|aken) place\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _place() -> frozenset[str]:
    return frozenset(stems("take place"))


def idle_words(text: str) -> frozenset[str]:
    """Stems of the words that say no more than that something begins, ends or is planned."""
    return _aspect() | _place() if _TAKES_PLACE.search(text) else _aspect()


def step_terms(text: str, terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """The terms in the clause that asks when, without those that only say that something begins, ends or is planned.

    All of the terms where that leaves none.
    """
    idle = idle_words(text)
    telling = tuple(t for t in terms if not idle.issuperset(t.own))
    clause = asking_clause(text)
    found = {w.stem for w in words(clause)}
    inside = () if _POINTS_BACK.search(clause) else tuple(t for t in telling if found.issuperset(t.own))
    return inside or telling or terms


#: The clause leaves its thing to what stands before ("when was guidance on that coming?").
_POINTS_BACK = lazy_regex(
    r"\b(?:of|on|to|for|about|with|in) (?:that|this|it|them|those|these)\b(?! \w+(?:s|ed)\b)", re.IGNORECASE
)


@lru_cache(maxsize=16)
def step_matcher(asked: Asked) -> Matcher:
    """Matches the terms that name the step."""
    terms = step_terms(asked.question.focus, asked.question.terms)
    if terms == asked.question.terms:
        return asked.matcher
    return Matcher(replace(asked.question, terms=terms), asked.library)


#: Several dates are known, and it is asked what each is of.
ASKS_WHICH_IS_WHICH = Phrases(WHICH_IS_WHICH)


def taken_for_granted(question: Question) -> bool:
    """Whether every date of a question stands before the sentence, or the clause, that asks when: what the asker believes."""
    text = question.focus
    last = sentences(text)[-1]
    start = len(text) - len(asking_clause(text) or last)
    asks = question.has(Want.WHEN) and (Want.WHEN in wants(last)[0] or bool(ASKS_WHICH_IS_WHICH.search(last)))
    return asks and all(w.span.end <= start for w in question.whens)


_HOW_LONG = Phrases(
    "how long(?! (?:had|has|have|ago))|(?:until|till) (?:when|(?:what|which) (?:date|day|month|season|year))|how much longer|end (?:dates?|points?)",
    r"how far\b[^.?;]*\b(?:stretch|exten(?:d|sion)|prolong|run)\w*",
    r"(?:carr(?:y|ied)|go|keep|run|last|stay|continue|extended|prolonged)\w*(?: on| going| running)? (?:un)?till?",
    r"(?:when|what (?:date|month))\b[^?.;]*\b(?:finish|end|stop|conclude|wind up|wrap up|run out)(?:ed|s|ing)?(?=\W*$)",
)


def asks_how_long(text: str) -> bool:
    """Whether it is asked how long something goes on."""
    return bool(_HOW_LONG.search(text) and _HOW_LONG.search(without_aside(text))) and not asks_wait(text)
