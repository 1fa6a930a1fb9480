"""Copies of the corpus that say something else: dates shifted, statuses swapped, recommendations exchanged.

The questions and their gold come from what was typed by hand (``evals.known``), changed in the same way: an
answer that follows the text is right, one that remembers the documents as they are is wrong.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus import Corpus, load
from corpus.catalogue import load_catalogue
from corpus.copies import copy_corpus, put_document
from corpus.fidelity.files import edition_path
from corpus.model import Status

MONTHS = 41
YEARS = 3
RESPONSE = "government-response"

_NAMES = tuple(calendar.month_name)
_MONTH_YEAR = re.compile(rf"\b({'|'.join(_NAMES[1:])}) (20\d\d)\b")
_YEARS = re.compile(r"\b(20\d\d)(-)(\d\d)\b|\b(20\d\d)\b")
_SECTION = re.compile(r"^#### Recommendation (\d+)$", re.MULTILINE)
_NEXT = re.compile(r"^#{3,4} ", re.MULTILINE)
_STATUS_LINE = re.compile(r"^(##### Government response [-–] )[A-Z][a-z ]+?(\.?)$", re.MULTILINE)
_WORDING = {
    Status.ACCEPT: "Accept",
    Status.ACCEPT_IN_PRINCIPLE: "Accept in principle",
    Status.CONSIDER_FURTHER: "Consider further",
}
#: Each status gives way to another.
SWAPPED = {
    Status.ACCEPT: Status.ACCEPT_IN_PRINCIPLE,
    Status.ACCEPT_IN_PRINCIPLE: Status.CONSIDER_FURTHER,
    Status.CONSIDER_FURTHER: Status.ACCEPT,
}
#: Heading to the recommendation whose text stands under it after the exchange; none keeps its own.
EXCHANGED = {n: n + 1 if n % 2 else n - 1 for n in range(1, 13)} | {13: 14, 14: 15, 15: 13}


@dataclass(frozen=True, slots=True)
class Change:
    """A way to change the copy of a corpus."""

    name: str
    apply: Callable[[Path], None]
    """Given the folder of a copy."""

    def corpus(self, folder: Path) -> Corpus:
        """A changed copy of the corpus, made in a folder that does not exist yet.

        Raises:
            CorpusError: the copy does not have the shape of a corpus.
        """
        self.apply(copy_corpus(folder))
        return load(folder)


def shifted(text: str) -> str:
    """A text with "July 2012" moved on by 41 months, and a year that no month stands before by 3 years."""
    pieces: list[str] = []
    at = 0
    for match in _MONTH_YEAR.finditer(text):
        pieces.append(_YEARS.sub(_later, text[at : match.start()]))
        months = _NAMES.index(match[1]) - 1 + MONTHS
        pieces.append(f"{_NAMES[months % 12 + 1]} {int(match[2]) + months // 12}")
        at = match.end()
    return "".join([*pieces, _YEARS.sub(_later, text[at:])])


def shifted_day(day: date, wording: str) -> date:
    """The first or last day of a wording after the shift; the last day of a month stays a last day."""
    months = MONTHS if _MONTH_YEAR.search(wording) else 12 * YEARS if _YEARS.search(wording) else 0
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    length = calendar.monthrange(year, month + 1)[1]
    is_last = day.day == calendar.monthrange(day.year, day.month)[1]
    return date(year, month + 1, length if is_last else min(day.day, length))


def shift_dates(folder: Path) -> None:
    """Shift the dates of every document of a copy; the days on which they were published stay."""
    for document in load_catalogue(folder):
        text = edition_path(folder, document.id).read_text(encoding="utf-8")
        put_document(folder, document, shifted(text))


def swap_statuses(folder: Path) -> None:
    """Give every recommendation of a copy another status."""

    def swapped(match: re.Match[str]) -> str:
        before = next(s for s in _WORDING if _WORDING[s] == match[0][len(match[1]) :].rstrip("."))
        return f"{match[1]}{_WORDING[SWAPPED[before]]}{match[2]}"

    _rewrite(folder, lambda text: _STATUS_LINE.sub(swapped, text))


def exchange_recommendations(folder: Path) -> None:
    """Put the text of every recommendation of a copy under the number of another."""
    _rewrite(folder, exchanged)


def exchanged(text: str) -> str:
    """The edition of the response with the sections of its recommendations exchanged."""
    spans = {int(m[1]): (m.end(), _section_end(text, m.end())) for m in _SECTION.finditer(text)}
    bodies = {number: text[start:end].rstrip("\n") for number, (start, end) in spans.items()}
    for number, (start, end) in sorted(spans.items(), key=lambda item: -item[1][0]):
        gap = text[start:end][len(bodies[number]) :]
        text = text[:start] + bodies[EXCHANGED[number]] + gap + text[end:]
    return text


def _section_end(text: str, start: int) -> int:
    following = _NEXT.search(text, start)
    return following.start() if following else len(text)


def _rewrite(folder: Path, change: Callable[[str], str]) -> None:
    entry = next(d for d in load_catalogue(folder) if d.id == RESPONSE)
    put_document(folder, entry, change(edition_path(folder, RESPONSE).read_text(encoding="utf-8")))


def _later(match: re.Match[str]) -> str:
    if match[2]:
        return f"{int(match[1]) + YEARS}-{int(match[3]) + YEARS}"
    return str(int(match[4]) + YEARS)


CHANGES = {
    change.name: change
    for change in (
        Change("changed-dates", shift_dates),
        Change("changed-statuses", swap_statuses),
        Change("changed-recommendations", exchange_recommendations),
    )
}
