"""Paper as Markdown (CommonMark, with GitHub's tables) that shows the words and does nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from string import punctuation

from assistant.rendering.blocks import Heading, PageBreak, Paper, Paragraph, Quote, Rule, Run, Runs, Table
from assistant.rendering.lists import Gathered, ItemList, Kind, gathered, letter
from corpus.patterns import lazy_regex

#: What can mean something in the middle of a line, in CommonMark or in a dialect of it. A number in brackets can only
#: before a bracket or a colon, as no definition for it is ever written.
_ANYWHERE = lazy_regex(r"(\[\d{1,3}\](?![\[(:]))|[\\`*_{}\[\]<>#|~^$]|&(?=[#\w])")
#: What can begin a list, a rule, the underline of a heading or of a table's header.
_LINE_START = lazy_regex(r"^(\d{1,9})(?=[.)](?:\s|$))|^(?=[-+=:])")
_RULE = "---"


def to_markdown(paper: Paper) -> str:
    """The paper as Markdown text; ends with a line end."""
    made = [f"# {_inline((Run(paper.title),))}", *_written(tuple(gathered(paper.blocks)))]
    return "\n\n".join(filter(None, made)) + "\n"


def _written(blocks: Sequence[Gathered]) -> Iterator[str]:
    second = False
    for before, block in zip((None, *blocks), blocks, strict=False):
        second = _touch(before, block) and not second
        yield _block(block, second)


def _touch(before: Gathered | None, block: Gathered) -> bool:
    """Whether two lists follow each other that readers would join; the second then takes other marks."""
    if not (isinstance(before, ItemList) and isinstance(block, ItemList)):
        return False
    return (before.kind is Kind.NUMBER) is (block.kind is Kind.NUMBER)


def _block(block: Gathered, second: bool) -> str:
    match block:
        case Heading(text, level):
            return f"{'#' * (level + 1)} {_inline((Run(text),))}".rstrip()
        case Paragraph(runs):
            return _inline(runs)
        case ItemList():
            return _list(block, second)
        case Quote():
            return _quote(block)
        case Table():
            return _table(block)
        case Rule() | PageBreak():
            return _RULE


def _quote(quote: Quote) -> str:
    parts = [_inline(quote.runs), f"— {_inline((Run(quote.source),))}" if quote.source else ""]
    lines = "\n\n".join(filter(None, parts)).split("\n")
    return "\n".join(f"> {line}".rstrip(" ") if not line else f"> {line}" for line in lines)


def _table(table: Table) -> str:
    rows = [table.header, ("---",) * len(table.header), *table.rows]
    shown = [[c if i == 1 else _inline((Run(c),)) for c in row] for i, row in enumerate(rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in shown)


def _list(items: ItemList, second: bool) -> str:
    made = []
    for number, item in enumerate(items.items, start=items.start):
        mark = _mark(items.kind, number, second)
        lead = f"{letter(number)}\\. " if items.kind is Kind.LETTER else ""
        inside = list(_written(item.lists))
        # A list that does not begin with 1 begins after an empty line, or it is part of the text above it.
        gap = "\n" if all(inner.start == 1 for inner in item.lists) else "\n\n"
        text = gap.join([lead + _inline(item.runs), *inside])
        made.append(mark + text.replace("\n", "\n" + " " * len(mark)))
    return "\n".join(made)


def _mark(kind: Kind, number: int, second: bool) -> str:
    if kind is Kind.NUMBER:
        return f"{number}{')' if second else '.'} "
    return "+ " if second else "- "


def _inline(runs: Runs) -> str:
    """Runs as one paragraph: bold around italic, line breaks kept, nothing else active."""
    groups = [(bold, list(group)) for bold, group in groupby(_trimmed(runs), key=lambda run: run.bold)]
    made = _joined([(_italics(group), "**" if bold else "") for bold, group in groups])
    lines = [line.strip(" ") for line in made.split("\n") if line.strip(" ")]
    return "  \n".join(_LINE_START.sub(r"\1\\", line) for line in lines)


def _italics(runs: list[Run]) -> str:
    groups = [(italic, list(group)) for italic, group in groupby(runs, key=lambda run: run.italic)]
    return _joined(
        [(_escaped("".join(r.text for r in group)), "_" if italic else "") for italic, group in groups]
    )


def _escaped(text: str) -> str:
    return _ANYWHERE.sub(lambda m: m[1] or f"\\{m[0]}", text)


def _trimmed(runs: Runs) -> list[Run]:
    """Marks must touch words: the blanks at the ends of a run lose its look."""
    made = []
    for run in runs:
        core = run.text.strip()
        before, _, after = run.text.partition(core) if core else (run.text, "", "")
        made += [Run(before), Run(core, run.bold, run.italic), Run(after)]
    return [run for run in made if run.text]


def _joined(pieces: list[tuple[str, str]]) -> str:
    """Pieces, some of them between marks (the second value).

    A mark counts as one only beside a blank, a sign or, for some, a letter. Where its neighbour outside would
    undo it, the neighbour is written as a reference, which begins and ends with a sign.
    """
    made, closed = "", ""
    for text, mark in pieces:
        if mark:
            made = _referred(made, -1) if _weak(mark, text[0]) else made
            made, closed = made + mark + text + mark, mark if _weak(mark, text[-1]) else ""
        else:
            made, closed = made + (_referred(text, 0) if closed else text), ""
    return made


def _weak(mark: str, edge: str) -> bool:
    return mark == "_" or not edge.isalnum()


def _referred(text: str, at: int) -> str:
    """The text with its first (0) or last (-1) character as a numeric reference, unless it is a blank or a sign."""
    if not text or text[at].isspace() or text[at] in punctuation:
        return text
    reference = f"&#{ord(text[at])};"
    return text[:-1] + reference if at else reference + text[1:]
