"""Words from documents, questions and settings as HTML that shows them and does nothing else."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from itertools import groupby

from corpus.model import Span, Status
from corpus.patterns import lazy_regex

_EMPHASIS = lazy_regex(r"\*\*(?P<strong>[^*]+)\*\*|\*(?P<em>[^*\s](?:[^*]*[^*\s])?)\*")
_STATUS_SIGNS = {
    Status.ACCEPT: ("accept", "✓", "Accept"),
    Status.ACCEPT_IN_PRINCIPLE: ("principle", "◐", "Accept in principle"),
    Status.CONSIDER_FURTHER: ("consider", "?", "Consider further"),
}


def plain(text: str) -> str:
    """Text as it stands, its line breaks shown."""
    return html.escape(text, quote=True).replace("\n", "<br>")


def rich(text: str, *marked: Span) -> str:
    """Text of an edition: its asterisks become emphasis, and parts of it are marked.

    Args:
        text: as in the edition.
        marked: half-open ranges of ``text`` to highlight.
    """
    covered = {n for span in marked for n in range(max(span.start, 0), min(span.end, len(text)))}
    return "".join(_styled(text, start, end, tag, covered) for start, end, tag in _runs(text))


def _runs(text: str) -> Iterator[tuple[int, int, str | None]]:
    """Pieces of a text with the tag that their asterisks stand for."""
    at = 0
    for found in _EMPHASIS.finditer(text):
        yield at, found.start(), None
        tag = found.lastgroup
        assert tag is not None
        yield found.start(tag), found.end(tag), tag
        at = found.end()
    yield at, len(text), None


def _styled(text: str, start: int, end: int, tag: str | None, covered: set[int]) -> str:
    made = []
    for marked, group in groupby(range(start, end), key=covered.__contains__) if covered else ():
        words = plain("".join(text[n] for n in group))
        made.append(f"<mark>{words}</mark>" if marked else words)
    shown = "".join(made) if covered else plain(text[start:end])
    return f"<{tag}>{shown}</{tag}>" if tag and shown else shown


def element(tag: str, content: str, **attributes: str | None) -> str:
    """An element around HTML; attribute values are escaped, None leaves one out, "_" stands for "-"."""
    given = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{html.escape(value, quote=True)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{given}>{content}</{tag}>"


def page_link(address: str, content: str, label: str | None = None, class_: str | None = None) -> str:
    """A link to another page of this app, followed without losing the conversation."""
    return element("a", content, href=address, data_page="", aria_label=label, class_=class_)


def status_badge(status: Status) -> str:
    """A status as a word with a sign, so that it does not rest on colour."""
    name, sign, words = _STATUS_SIGNS[status]
    return element("span", element("span", sign, aria_hidden="true") + f" {words}", class_=f"badge {name}")


def row(cells: Iterable[tuple[str, str]], *, header: bool = False) -> str:
    """A row of a table that can be shown as a card: pairs of column name and HTML."""
    made = []
    for n, (name, content) in enumerate(cells):
        tag, role = ("th", "columnheader") if header else ("th", "rowheader") if not n else ("td", "cell")
        scope = "col" if header else "row" if not n else None
        made.append(element(tag, content, role=role, scope=scope, data_name=None if header else name))
    return element("tr", "".join(made), role="row")


def table(caption: str, columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table with named columns; the cells are HTML. The roles keep it a table where CSS makes cards of it."""
    names = list(columns)
    head = element("thead", row(((n, plain(n)) for n in names), header=True), role="rowgroup")
    body = element("tbody", "".join(row(zip(names, cells, strict=True)) for cells in rows), role="rowgroup")
    return element("table", element("caption", plain(caption)) + head + body, role="table", class_="cards")
