"""A thing named before the question that is asked of it ("and the vet from Leeds, who was that?")."""

from __future__ import annotations

import re

from assistant.conversation.signs import OPENER
from assistant.language.words import stems
from assistant.library.library import Library
from corpus.patterns import lazy_regex

_NAMED_BEFORE = lazy_regex(
    r"^(?P<thing>(?:the|that) [^,;:?]+),\s*(?P<asked>(?:who|what|when|where)(?:['’]?s| is| was| were| are)) "
    r"(?:that|it|this|he|she|they)(?P<rest>[^,;:]*?)\W*$",
    re.IGNORECASE,
)
#: The same of somebody, in whatever is asked then ("and the vet, what did she say?").
_SOMEBODY_BEFORE = lazy_regex(
    r"^(?P<thing>(?:the )?[A-Z][^,;:?.]*)[,:;–—]\s*(?P<asked>(?:who|what|when|where|why|how|did|does|is|was|has|will)\b[^?]*?)"
    r"\b(?:he|she)\b(?P<rest>[^?]*)\W*$"
)


def names_somebody(text: str, library: Library) -> bool:
    """Whether a text names a person heard in the documents."""
    heard = frozenset().union(*library.speaker_names.values()) | library.reviewer.words
    return not heard.isdisjoint(s for w in re.findall(r"\w+", text.lower()) for s in stems(w))


def in_place(text: str, library: Library) -> str:
    """The question with the thing in place of its pronoun ("who was the vet from Leeds?"); any other text as it is."""
    begun = text
    while opening := OPENER.match(begun):
        begun = begun[opening.end() :].lstrip(" ,")
    match = _NAMED_BEFORE.match(begun)
    if (
        match is None
        and (somebody := _SOMEBODY_BEFORE.match(begun))
        and names_somebody(somebody["thing"], library)
    ):
        match = somebody
    return f"{match['asked'].rstrip()} {match['thing']}{match['rest']}?" if match else text
