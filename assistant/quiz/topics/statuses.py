"""Items on the status that a recommendation was given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.quiz.drafting import Draft, Statement, never
from assistant.quiz.model import Claim, Difficulty, Kind, Level, Relation, Topic
from assistant.quiz.records import Records
from assistant.quiz.sources import merged, status_source
from assistant.quiz.text import capital
from assistant.quiz.wording import WHICH, fitting
from corpus.model import Status


def status_words(records: Records, number: int) -> str:
    """The status as the document words it: "Accept in principle"."""
    wording = records.corpus.recommendations[number].status_wording
    return capital(re.split(r"[-–—:]\s*", wording, maxsplit=1)[-1].strip(" ."))


def drafts(records: Records) -> Iterator[Draft]:
    """Single choice, multiple response and short answer on statuses."""
    words = {n: status_words(records, n) for n in records.labels}
    for number in records.labels:
        yield _short(records, number, words[number])
    if len(set(words.values())) > 2:
        for number in _as_many_of_each(records):
            yield _direct(records, number, words)
    for theme in records.corpus.themes:
        yield from _under_theme(records, theme, words)
    yield from _one_that(records, words)
    yield from _all_that(records, words)


def statements(records: Records) -> Iterator[Statement]:
    """True or false: the status of each recommendation, or another."""
    words = {n: status_words(records, n) for n in records.labels}
    for number, status in words.items():
        yield Statement(
            topic=Topic.STATUS,
            level=Level.RECALL,
            before=f"The status that {records.response_name} gives {records.named(number)} is “",
            brief=tuple(
                f"{capital(response)} gives {named} the status “"
                for named in records.namings(number)
                for response in records.response_names
            ),
            after="”.",
            key=status,
            pool=tuple(dict.fromkeys(w for w in words.values() if w != status)),
            claim=Claim(Relation.STATUS, records.labels[number], None),
            source=status_source(records, number),
        )


def _as_many_of_each(records: Records) -> list[int]:
    """Some recommendations of each status, about as many of the common ones as of the rare."""
    by_status: dict[Status, list[int]] = {}
    for number, r in records.corpus.recommendations.items():
        by_status.setdefault(r.status, []).append(number)
    fewest = max(2, min(map(len, by_status.values())))
    return sorted(n for numbers in by_status.values() for n in numbers[-fewest:])


def _short(records: Records, number: int, status: str) -> Draft:
    return Draft(
        kind=Kind.SHORT_ANSWER,
        topic=Topic.STATUS,
        level=Level.RECALL,
        stem=f"Which status does {records.response_name} give {records.named(number)}?",
        key=(status,),
        claim=Claim(Relation.STATUS, records.labels[number], None),
        source=status_source(records, number),
        difficulty=Difficulty.EASY,
    )


def _direct(records: Records, number: int, words: dict[int, str]) -> Draft:
    ranked = {
        w: 120.0 * i for i, s in enumerate(Status) for n, w in words.items() if _status(records, n) is s
    }
    return Draft(
        kind=Kind.CHOICE,
        topic=Topic.STATUS,
        level=Level.RECALL,
        stem=fitting(
            f"Which status did the Government give {records.named(number)} in its response of {records.response_date}?",
            *(f"Which status does {records.response_names[1]} give {n}?" for n in records.namings(number)),
        ),
        key=(words[number],),
        claim=Claim(Relation.STATUS, records.labels[number], None),
        source=status_source(records, number),
        pool=tuple(ranked),
        wrong=len(ranked) - 1,
        clash=lambda a, b: a == b,
        scale=ranked,
    )


def _status(records: Records, number: int) -> Status:
    return records.corpus.recommendations[number].status


def _under_theme(records: Records, theme: int, words: dict[int, str]) -> Iterator[Draft]:
    own = [n for n, r in records.corpus.recommendations.items() if r.theme == theme]
    for status in dict.fromkeys(words[n] for n in own):
        having = [n for n in own if words[n] == status]
        others = tuple(records.labels[n] for n in own if words[n] != status)
        if len(having) != 1 or len(others) < 2:
            continue
        yield Draft(
            kind=Kind.CHOICE,
            topic=Topic.STATUS,
            level=Level.RECALL,
            stem=f"Which recommendation under theme {theme} was given the status “{status}” in {records.response_name}?",
            key=(records.labels[having[0]],),
            claim=Claim(Relation.STATUS, None, status),
            source=status_source(records, having[0]),
            pool=others,
            clash=never,
        )


def _one_that(records: Records, words: dict[int, str]) -> Iterator[Draft]:
    """Which of these was answered so? As many items for each status, where it was given so often."""
    for status in dict.fromkeys(words.values()):
        having = [n for n in words if words[n] == status]
        for which, number in zip(WHICH, having[:: max(1, len(having) // len(WHICH))], strict=False):
            yield Draft(
                kind=Kind.CHOICE,
                topic=Topic.STATUS,
                level=Level.RECALL,
                stem=f"{which} recommendations was given the status “{status}” in {records.response_name}?",
                key=(records.labels[number],),
                claim=Claim(Relation.STATUS, None, status),
                source=status_source(records, number),
                pool=tuple(records.labels[n] for n in words if words[n] != status),
                clash=never,
            )


def _all_that(records: Records, words: dict[int, str]) -> Iterator[Draft]:
    """Which of these were answered so? Two or three were, and two or three were not."""
    for status in dict.fromkeys(words.values()):
        having = [n for n in words if words[n] == status]
        if len(having) > 1:
            key = having[:: max(1, len(having) // 3)][:3]
            yield Draft(
                kind=Kind.MULTIPLE_RESPONSE,
                topic=Topic.STATUS,
                level=Level.RECALL,
                stem=f"Which of these recommendations were given the status “{status}” in {records.response_name}? Choose all that apply.",
                key=tuple(records.labels[n] for n in key),
                claim=Claim(Relation.STATUS, None, status),
                source=merged(*(status_source(records, n) for n in key)),
                pool=tuple(records.labels[n] for n in words if words[n] != status),
                wrong=5 - len(key),
                clash=never,
            )
