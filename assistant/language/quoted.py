"""Words that a text puts in quotation marks."""

from __future__ import annotations

from corpus.patterns import lazy_regex

#: Words in quotation marks; an apostrophe inside a word is none.
QUOTED = lazy_regex(r"(?<!\w)['‘\"“](?P<words>[^'‘’\"“”]{3,}(?:['’](?=\w)[^'‘’\"“”]*)*)['’\"”](?!\w)")
