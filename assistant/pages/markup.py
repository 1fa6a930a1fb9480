"""Words from documents and questions as Markdown that shows them and does nothing else.

Streamlit reads Markdown with its own additions (colours, icons, emoji names, formulas) wherever it shows
text, in button labels too.
"""

from __future__ import annotations

import re

from corpus.patterns import lazy_regex

_ANYWHERE = lazy_regex(r"[\\`_{}\[\]<>#|~$&]|:(?=[\w:])")
#: What begins a list, a heading, a rule or the line under a table's head, after a number or not.
_LINE_START = lazy_regex(r"^(\d*)([-+=.):])", re.MULTILINE)
#: Streamlit turns these into dashes, arrows and signs, escaped or not; an invisible joiner keeps them.
_LIGATURE = lazy_regex(r"(?<=-)(?=[->])|(?<=<)(?=[-=])|(?<=[>~])(?==)")
#: An address would become a link, escaped or not.
_ADDRESS = lazy_regex(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?=@)", re.IGNORECASE)
_JOINER = "\u2060"
_INDENT = lazy_regex(r"^[ \t]+", re.MULTILINE)


def escape(text: str) -> str:
    """Text from a person or a document that is shown as it stands."""
    joined = _ADDRESS.sub(_JOINER, _LIGATURE.sub(_JOINER, text))
    marked = _ANYWHERE.sub(r"\\\g<0>", joined).replace("*", r"\*")
    made = _LINE_START.sub(r"\1\\\2", _INDENT.sub("", marked))
    return re.sub(r"(?<!\n)\n(?!\n)", "  \n", made)
