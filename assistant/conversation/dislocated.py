"""A thing named before the question that is asked of it ("and the vet from Leeds, who was that?")."""

from __future__ import annotations

import re

from assistant.conversation.signs import OPENER
from corpus.patterns import lazy_regex

_NAMED_BEFORE = lazy_regex(
    r"^(?P<thing>(?:the|that) [^,;:?]+),\s*(?P<asked>(?:who|what|when|where)(?:['’]?s| is| was| were| are)) "
    r"(?:that|it|this|he|she|they)(?P<rest>[^,;:]*?)\W*$",
    re.IGNORECASE,
)


def in_place(text: str) -> str:
    """The question with the thing in place of its pronoun ("who was the vet from Leeds?"); any other text as it is."""
    begun = text
    while opening := OPENER.match(begun):
        begun = begun[opening.end() :].lstrip(" ,")
    match = _NAMED_BEFORE.match(begun)
    return f"{match['asked']} {match['thing']}{match['rest']}?" if match else text
