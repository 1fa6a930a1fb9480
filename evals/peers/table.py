"""The peers side by side, for a terminal and for the README."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table

from evals.peers.scoring import Row
from evals.tables import percent

_HEADS = (
    "system",
    "dates",
    "status",
    "first",
    "in k",
    "under",
    "density",
    "refused",
    "over-refused",
    "cites",
    "how",
)


def terminal_table(rows: Sequence[Row]) -> Table:
    """A row for each system."""
    table = Table(title=f"The same {rows[0].n} questions, per cent")
    for n, head in enumerate(_HEADS):
        table.add_column(head, justify="right" if 0 < n < len(_HEADS) - 2 else "left")
    for row in rows:
        table.add_row(*_cells(row))
    return table


def markdown_table(rows: Sequence[Row], day: str, tier: str) -> str:
    """The same in Markdown, with what the columns mean."""
    lines = [
        f"Run of {day} over the same {rows[0].n} typed questions of the {tier} items (`python -m evals peers`), per cent. "
        "Same MiniLM weights; a common reader takes the first date and the first status of what is retrieved.",
        "",
        f"| {' | '.join(_HEADS)} |",
        "|---" * len(_HEADS) + "|",
        *(f"| {' | '.join(_cells(row))} |" for row in rows),
        "",
        "dates, status: the one taken is right. first, in k: the evidence stands in what is shown first, or anywhere. "
        "under: the evidence is put under its recommendation. density: evidence in what is shown. refused: of the "
        "unanswerable; over-refused: of the answerable.",
    ]
    return "\n".join(lines)


def _cells(row: Row) -> list[str]:
    figures = (
        row.dates, row.status, row.first, row.found, row.under, row.density, row.refused, row.over_refused,
    )  # fmt: skip
    return [row.name, *map(percent, figures), row.cites, row.note]
