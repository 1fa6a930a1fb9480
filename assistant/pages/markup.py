"""Words from documents and questions as Markdown that shows them and does nothing else.

Streamlit reads Markdown with its own additions (colours, icons, emoji names, formulas) wherever it shows
text, in button labels too. Emphasis is the one mark that the editions use themselves: it can be let through.
"""

from __future__ import annotations

import re

from corpus.model import Span

_ANYWHERE = re.compile(r"[\\`_{}\[\]<>#|~$&]|:(?=[\w:])")
#: What begins a list, a heading or a rule at the start of a line, after a number or not.
_LINE_START = re.compile(r"^(\d*)([-+=.)]|\*(?=\s|$))", re.MULTILINE)
#: Streamlit turns these into dashes, arrows and signs, escaped or not; an invisible joiner keeps them.
_LIGATURE = re.compile(r"(?<=-)(?=[->])|(?<=<)(?=[-=])|(?<=[>~])(?==)")
#: An address would become a link, escaped or not.
_ADDRESS = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?=@)", re.IGNORECASE)
_JOINER = "\u2060"
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_MARKER = re.compile(r"\\\[(\d+)\\\](?!\()")
_ITEM = re.compile(r"^\\- ", re.MULTILINE)


def escape(text: str, *, emphasis: bool = False) -> str:
    """Text that is shown as it stands.

    Args:
        text: from a person or a document.
        emphasis: True, for an edition, lets asterisks mean what they do there and addresses be links.
    """
    return _lines(_inline(text, emphasis))


def answer_line(text: str) -> str:
    """A line of an answer: its emphasis, list items and [n] markers are kept, all else is plain words."""
    made = _ITEM.sub("- ", escape(text, emphasis=True))
    return _MARKER.sub(r":gray-badge[\1]", made)


def highlighted(text: str, quoted: Span) -> str:
    """A passage with a part of it marked; the span counts from the start of the passage."""
    inside = text[quoted.start : quoted.end]
    start = quoted.start + len(inside) - len(inside.lstrip())
    end = start + len(inside.strip())
    marked = [_inline(line.strip(), True) for line in text[start:end].split("\n")]
    shown = "\n".join(f":yellow-background[{line}]" if line else "" for line in marked)
    return _lines(_inline(text[:start], True) + shown + _inline(text[end:], True))


def _inline(text: str, emphasis: bool) -> str:
    text = _LIGATURE.sub(_JOINER, text)
    if emphasis:
        return _ANYWHERE.sub(r"\\\g<0>", text)
    return _ANYWHERE.sub(r"\\\g<0>", _ADDRESS.sub(_JOINER, text)).replace("*", r"\*")


def _lines(text: str) -> str:
    """Text whose lines begin as words, and whose single line breaks are shown."""
    made = _LINE_START.sub(r"\1\\\2", _INDENT.sub("", text))
    return re.sub(r"(?<!\n)\n(?!\n)", "  \n", made)
