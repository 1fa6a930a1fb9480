"""Ways of reaching somebody - by telephone, e-mail, post - as a question asks for them and a line gives them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.language.phrases import Phrases
from corpus.patterns import lazy_regex


@dataclass(frozen=True, eq=False)
class Way:
    """A way of reaching somebody: how a question asks for it, and what a line that gives it holds."""

    asked: Phrases
    held: re.Pattern[str]


WAYS = (
    Way(
        Phrases(
            r"(?:tele)?phone(?: numbers?)?|tel|fax|contact details|helpline|numbers? (?:\w+ ){0,3}?(?:ring|call|phone|dial)",
            r"(?:ring|call|phone|dial)(?= )(?=[^?.]*\bnumber)|contact numbers?",
            r"numbers?(?! of\b)(?= [^?.;,]{0,40}\b(?:enquir(?:y|ies)|switchboard|news ?desk|press office)\b)",
        ),
        lazy_regex(r"\b\d{3,5} \d{3,}"),
    ),
    Way(Phrases("e-?mails?|contact details"), lazy_regex(r"\w@\w")),
    Way(Phrases("websites?|urls?|web address(?:es)?"), lazy_regex(r"\bwww\.|https?://")),
    Way(Phrases("post ?codes?|zip ?codes?"), lazy_regex(r"\b[A-Z]{1,2}\d\w? \d[A-Z]{2}\b")),
)


def ways_asked(text: str) -> list[Way]:
    """The ways of reaching somebody that a text asks for."""
    return [w for w in WAYS if w.asked.search(text)]
