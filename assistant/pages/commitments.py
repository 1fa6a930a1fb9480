"""Commitments as rows: what a chart, a table and a file show of each."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assistant.answers.places import locator
from assistant.quiz.formats.cells import safe
from corpus import Corpus
from corpus.dates import find_whens, name_of
from corpus.model import Commitment, Modality
from corpus.patterns import lazy_regex

NOBODY = "Not said"
NO_RECOMMENDATION = "Outside the recommendations"
NO_THEME = "Outside the themes"

MODALITIES = {
    Modality.BY: "by: no later than",
    Modality.IN: "in: at some time in",
    Modality.DURING: "during: over the whole of",
    Modality.FROM: "from: beginning with",
    Modality.AROUND: "around: about then",
    Modality.BEFORE: "before",
    Modality.AFTER: "after",
    Modality.NONE: "no date",
}
_SELVES = lazy_regex(r"(?:we|i|us)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """One commitment with everything that is shown of it."""

    key: str
    """Names it in an address: passage id and its number within the passage."""
    commitment: Commitment
    where: str
    """Its place in words."""
    who: str
    """Who acts, "we" and "I" resolved to the speaker; ``NOBODY`` where the text names nobody."""
    recommendation: str
    theme: str
    document: str
    """Short title and date."""
    period: tuple[date, date] | None
    """What the wording names, whole: July 2012 for "by July 2012". None where there is no date."""

    @property
    def dated(self) -> bool:
        """Whether there is anything to draw."""
        return self.period is not None


#: What rows can be grouped by.
GROUPINGS: dict[str, Callable[[Row], str]] = {
    "Recommendation": lambda row: row.recommendation,
    "Theme": lambda row: row.theme,
    "Who must act": lambda row: row.who,
}


@lru_cache(maxsize=2)
def rows(corpus: Corpus) -> tuple[Row, ...]:
    """Every commitment of every document, in reading order."""
    counts: dict[str, int] = {}
    made = []
    for commitment in corpus.commitments:
        n = counts[commitment.passage] = counts.get(commitment.passage, 0) + 1
        made.append(_row(commitment, f"{commitment.passage}/{n}", corpus))
    return tuple(made)


def _row(commitment: Commitment, key: str, corpus: Corpus) -> Row:
    passage = corpus.by_id[commitment.passage]
    recommendation = corpus.recommendations.get(passage.recommendation or 0)
    document, theme = corpus.document[passage.document], corpus.theme_of(passage)
    return Row(
        key=key,
        commitment=commitment,
        where=locator(passage, corpus),
        who=_who(commitment.who, passage.speaker),
        recommendation=f"{recommendation.number}. {recommendation.title}"
        if recommendation
        else NO_RECOMMENDATION,
        theme=f"Theme {theme}: {corpus.themes[theme]}" if theme in corpus.themes else NO_THEME,
        document=f"{document.short_title}, {document.date_text}",
        period=_period(commitment, document.date),
    )


def _who(named: str | None, speaker: str) -> str:
    if not named:
        return NOBODY
    who = speaker if _SELVES.fullmatch(named) else named
    return who[0].upper() + who[1:]


def _period(commitment: Commitment, written: date) -> tuple[date, date] | None:
    """The days that the wording names, without the word that bounds them."""
    when = commitment.when
    bare = name_of(when.wording)
    read = [w for w in find_whens(bare, written) if w.first and w.last] if bare != when.wording else []
    first, last = (read[0].first, read[0].last) if len(read) == 1 else (when.first, when.last)
    first, last = first or last, last or first
    return (first, last) if first and last else None


def in_groups(shown: Iterable[Row], grouping: str) -> dict[str, list[Row]]:
    """Rows by what they are grouped by: numbered groups by their numbers, then the others by name, "none" last."""
    groups: dict[str, list[Row]] = {}
    for row in sorted(shown, key=moment):
        groups.setdefault(GROUPINGS[grouping](row), []).append(row)
    return {name: groups[name] for name in sorted(groups, key=_group_order)}


def moment(row: Row) -> tuple[date, date]:
    """What rows are ordered by: the last day that the wording names, then the first; what has no date comes last."""
    return (row.period[1], row.period[0]) if row.period else (date.max, date.max)


def _group_order(name: str) -> tuple[bool, int, str]:
    number = re.match(r"(?:Theme )?(\d+)", name)
    return name in (NOBODY, NO_RECOMMENDATION, NO_THEME), int(number[1]) if number else 0, name.casefold()


def as_csv(shown: Iterable[Row]) -> str:
    """Rows as CSV with a header line; a cell that a spreadsheet would calculate is prefixed with an apostrophe."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(
        "who what wording modality first last edtf recommendation theme part document place sentence passage".split()
    )
    for row in shown:
        c = row.commitment
        when = c.when
        cells = (
            row.who, c.what, when.wording, when.modality.value, when.first, when.last, when.edtf,
            c.place.recommendation, row.theme, c.place.part.value, row.document, row.where, c.sentence, c.passage,
        )  # fmt: skip
        writer.writerow(safe("" if cell is None else str(cell)) for cell in cells)
    return text.getvalue()
