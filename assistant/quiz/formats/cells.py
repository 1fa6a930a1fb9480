"""Texts as cells of a spreadsheet that is opened from a text file, where a first sign can make a formula.

A cell that begins with such a sign is led by an apostrophe, as one typed by hand would be; so is one that begins
with an apostrophe, which makes the way back exact. Source: OWASP, "CSV Injection".
"""

from __future__ import annotations

MARK = "'"
#: With their full-width forms, which some spreadsheets read alike.
_FORMULA = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


def safe(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula."""
    return MARK + text if text[:1] in _FORMULA or text.startswith(MARK) else text


def unsafe(cell: str) -> str:
    """The text of a cell that ``safe`` made."""
    return cell.removeprefix(MARK)
