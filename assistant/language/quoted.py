"""Words that a text puts in quotation marks."""

from __future__ import annotations

import re

#: Words in quotation marks; an apostrophe inside a word is none.
QUOTED = re.compile(r"(?<!\w)['‘\"“](?P<words>[^'‘’\"“”]{3,}(?:['’](?=\w)[^'‘’\"“”]*)*)['’\"”](?!\w)")
