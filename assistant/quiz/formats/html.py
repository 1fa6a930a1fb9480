"""Words of an item as HTML for the systems that show it; every character of theirs is shown, none acts."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from assistant.quiz.formats.sources import source
from assistant.quiz.model import Item
from assistant.rendering.inline import emphasised
from assistant.rendering.plain import one_line
from corpus.model import Document


def shown(text: str) -> str:
    """Plain text on one line."""
    return escape(one_line(text), quote=False)


def quoted(text: str) -> str:
    """A quote with the emphasis of its edition and its line breaks."""
    made = "".join(_run(run.text, run.bold, run.italic) for run in emphasised(text.strip()))
    return f"“{made}”"


def explanation(item: Item, documents: Mapping[str, Document]) -> str:
    """The quotes that prove the key, each with who says it, where and when."""
    return "".join(
        f"<blockquote><p>{quoted(c.quote)}</p></blockquote><p>— {shown(source(c, documents))}</p>"
        for c in item.citations
    )


def _run(text: str, bold: bool, italic: bool) -> str:
    made = escape(text, quote=False).replace("\n", "<br/>")
    made = f"<em>{made}</em>" if italic else made
    return f"<strong>{made}</strong>" if bold else made
