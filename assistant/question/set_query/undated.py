"""Whether a text says that something has no date, naming none ("never got a deadline", "said nothing about when")."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.language.phrases import Phrases
from assistant.language.tagging import is_noun, tagged
from assistant.question.negation import denial

Span = tuple[int, int]

#: A date as such, or the time that is told.
_DATE = Phrases(
    "(?:(?:target|due|end|start|delivery|completion|calendar|review) )?(?:dates?|deadlines?|time ?(?:scales?|lines?|frames?|tables?))",
    "months?(?:,? (?:(?:or |nor )?(?:season|year|day)s?))*",
    "(?:say(?:s|ing)?|said|tells?|told|stat(?:e|es|ed|ing)|specif(?:y|ies|ied|ying)|about|on|as to) when",
)
#: How far before a date its denial may stand.
NEAR = 40
#: Between a denial and what it denies: another noun, a number, a comparative or a new clause is denied instead.
_DENIED_INSTEAD = ("CD", "JJR", "RBR", "CC", "W", ",", ".", ":")
_CERTAIN = frozenset("the that this same other different further more less later earlier".split())


def lacking_dates(text: str) -> Iterator[Span]:
    """Where a text denies that there is a date: from the denial to the date."""
    for match in _DATE.finditer(text):
        denied = denial(text, match.start(), NEAR)
        if denied and not any(map(_takes_it, tagged(text[denied.end() : match.start()]))):
            yield denied.start(), match.end()


def _takes_it(token: tuple[str, str]) -> bool:
    """Whether a word between a denial and a date takes the denial, or tells of one certain date."""
    word, tag = token
    return is_noun(tag) or tag.startswith(_DENIED_INSTEAD) or word.lower() in _CERTAIN
