"""Text as every format can hold it: one kind of line end, no control characters, nothing that XML forbids."""

from __future__ import annotations

import unicodedata

from corpus.patterns import lazy_regex

#: Shown where a character cannot be.
REPLACEMENT = "\ufffd"
_LINE_END = lazy_regex("\r\n|[\r\v\f\x85\u2028\u2029]")
_FORBIDDEN = lazy_regex("[\ud800-\udfff\ufdd0-\ufdef]")


def plain(text: str) -> str:
    """Text without control characters; line ends become ``\\n``, tabs blanks, code points that are no characters U+FFFD."""
    folded = _LINE_END.sub("\n", text).replace("\t", " ")
    if folded.isascii() and folded.isprintable():
        return folded
    kept = "".join(c for c in folded if c == "\n" or unicodedata.category(c) != "Cc")
    return "".join(REPLACEMENT if _no_character(c) else c for c in kept)


def one_line(text: str) -> str:
    """The same with all white space folded into single blanks."""
    return " ".join(plain(text).split())


def shortened(text: str, most: int) -> str:
    """At most so many characters in one line, cut between words where that can be, with an ellipsis."""
    line = one_line(text)
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[most // 2 :] else cut).rstrip(" ,;:-–(") + "…"


def _no_character(char: str) -> bool:
    return ord(char) & 0xFFFE == 0xFFFE or _FORBIDDEN.match(char) is not None
