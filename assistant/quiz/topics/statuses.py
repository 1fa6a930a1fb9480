"""Items on the status that a recommendation was given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.quiz.drafting import Draft, Statement
from assistant.quiz.model import Claim, Difficulty, Kind, Level, Relation, Topic
from assistant.quiz.records import Records
from assistant.quiz.sources import merged, status_source
from assistant.quiz.text import capital
from assistant.quiz.topics.sorting import Sorting
from assistant.quiz.wording import WHICH, fitting
from corpus.model import Status


def status_words(records: Records, number: int) -> str:
    """The status as the document words it: "Accept in principle"."""
    wording = records.corpus.recommendations[number].status_wording
    return capital(re.split(r"[-–—:]\s*", wording, maxsplit=1)[-1].strip(" ."))


def drafts(records: Records) -> Iterator[Draft]:
    """Single choice, multiple response and short answer on statuses."""
    given = _given(records)
    for number, status in given.values.items():
        yield _short(given, number, status)
    yield from given.values_of(_as_many_of_each(records), lambda n: _asked(records, n), _ranked(given))
    for theme in records.corpus.themes:
        yield from _under_theme(given, theme)
    yield from _one_that(given)
    yield from _all_that(given)


def statements(records: Records) -> Iterator[Statement]:
    """True or false: the status of each recommendation, or another."""
    given = _given(records)
    yield from given.statements(
        lambda response, named: f"{capital(response)} gives {named} the status “",
        given.values.values(),
        full=lambda response, named: f"The status that {response} gives {named} is “",
    )


def _given(records: Records) -> Sorting:
    return Sorting(
        records,
        Topic.STATUS,
        Relation.STATUS,
        {n: status_words(records, n) for n in records.labels},
        lambda *numbers: merged(*(status_source(records, n) for n in numbers)),
    )


def _ranked(given: Sorting) -> dict[str, float]:
    """The statuses that were given, from acceptance on, as far apart as dates of the scale would be."""
    recommendations = given.records.corpus.recommendations
    order = list(Status)
    return {w: 120.0 * order.index(recommendations[n].status) for n, w in given.values.items()}


def _as_many_of_each(records: Records) -> list[int]:
    """Some recommendations of each status, about as many of the common ones as of the rare."""
    by_status: dict[Status, list[int]] = {}
    for number, r in records.corpus.recommendations.items():
        by_status.setdefault(r.status, []).append(number)
    fewest = max(2, min(map(len, by_status.values())))
    return sorted(n for numbers in by_status.values() for n in numbers[-fewest:])


def _short(given: Sorting, number: int, status: str) -> Draft:
    records = given.records
    return Draft(
        kind=Kind.SHORT_ANSWER,
        topic=Topic.STATUS,
        level=Level.RECALL,
        stem=f"Which status does {records.response_name} give {records.named(number)}?",
        key=(status,),
        claim=Claim(Relation.STATUS, records.labels[number], None),
        source=given.source(number),
        difficulty=Difficulty.EASY,
    )


def _asked(records: Records, number: int) -> str:
    return fitting(
        f"Which status did the Government give {records.named(number)} in its response of {records.response_date}?",
        *(f"Which status does {records.response_names[1]} give {n}?" for n in records.namings(number)),
    )


def _under_theme(given: Sorting, theme: int) -> Iterator[Draft]:
    records = given.records
    own = [n for n, r in records.corpus.recommendations.items() if r.theme == theme]
    for status in dict.fromkeys(given.values[n] for n in own):
        having = [n for n in own if given.values[n] == status]
        if len(having) == 1 and len(own) > 2:
            stem = f"Which recommendation under theme {theme} was given the status “{status}” in {records.response_name}?"
            yield given.which(having, stem, among=own)


def _one_that(given: Sorting) -> Iterator[Draft]:
    """Which of these was answered so? As many items for each status, where it was given so often."""
    for status in dict.fromkeys(given.values.values()):
        having = given.having(status)
        for which, number in zip(WHICH, having[:: max(1, len(having) // len(WHICH))], strict=False):
            asked = f"{which} recommendations was given the status “{status}”"
            yield given.which([number], f"{asked} in {given.records.response_name}?")


def _all_that(given: Sorting) -> Iterator[Draft]:
    """Which of these were answered so? Two or three were, and two or three were not."""
    for status in dict.fromkeys(given.values.values()):
        having = given.having(status)
        if len(having) > 1:
            asked = f"Which of these recommendations were given the status “{status}”"
            key = having[:: max(1, len(having) // 3)][:3]
            yield given.which(key, f"{asked} in {given.records.response_name}?")
