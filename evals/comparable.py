"""Text made comparable: what differs only in marks, signs and spaces comes out the same."""

from __future__ import annotations

import re

_TYPED = str.maketrans("’‘–—“”", "''--\"\"")


def plain(text: str) -> str:
    """Lower case, straight quotes, single spaces, no emphasis."""
    return re.sub(r"\s+", " ", re.sub(r"[*>]", "", text.lower().translate(_TYPED))).strip()


def folded(text: str) -> str:
    """Words as they are written, without emphasis marks, with single spaces."""
    return re.sub(r"\s+", " ", text.replace("*", "")).strip()
