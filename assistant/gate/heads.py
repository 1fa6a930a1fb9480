"""The first lines of lists, and other fixed wordings of the program: counts, periods as asked, verdicts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from assistant.gate.claims import (
    AskedClaim,
    Claim,
    CountClaim,
    MembershipClaim,
    NoDateClaim,
    NoneClaim,
    OtherDateClaim,
    TallyClaim,
    VerdictClaim,
)
from assistant.gate.naming import Found, themes_named
from assistant.gate.statuses import status_claims
from assistant.language.numbers import value
from corpus.dates import find_whens
from corpus.patterns import lazy_regex

_COUNT = lazy_regex(r"^\W*(\w+)\b[^:]*: recommendations? |\bholds (\w+) recommendations?:? ", re.IGNORECASE)
#: "Three of the numbered paragraphs", "Four people", "Seven items".
_TALLY = lazy_regex(
    r"^\W*(?P<count>\w+) (?:of the )?(?:numbered )?(?P<kind>paragraph|document|letter|person|people|item)s?\b",
    re.IGNORECASE,
)
_DATED = lazy_regex(
    r"\b(?P<not>not )?dated (?:(?P<relation>after|before|only) )?"
    r"(?P<period>.+?)(?=\s*(?::|\b(?:not )?dated\b|\bwith(?:out)?\b|\bthat (?:do not )?speak of\b|$))"
)
_SPEAKS_OF = lazy_regex(r"\bthat (?:do not )?speak of .*?(?=:|$)")
_NO_DATE = lazy_regex(
    r"\b(?:no|without an?) (?:calendar )?date\b(?: (?:was|is) (?:given|set)| in the timescale)?",
    re.IGNORECASE,
)
_OTHER_DATE = lazy_regex(r"^That is (?P<not>not )?the date given\.$")
_VERDICT = lazy_regex(r"^(?:(?P<yes>Yes|It was)|(?P<no>No|It was not))\.$")
_NONE = lazy_regex(r"None of the recommendations is (?!not\b)(.+)")
_FRAMES = lazy_regex(r"\bnot outright\b")


def verdict(text: str) -> Claim | None:
    """The claim of a sentence that only says yes, no, or not then."""
    if other := _OTHER_DATE.match(text.strip()):
        return OtherDateClaim(denied=bool(other["not"]))
    found = _VERDICT.match(text.strip())
    return VerdictClaim(bool(found["yes"])) if found else None


def head_claims(text: str, named: tuple[int, ...], written: date) -> Iterator[Found]:
    """How many are listed, and which dates those listed are said to have."""
    if none := _NONE.match(text.strip()):
        themes = list(themes_named(none[1]))
        statuses = frozenset(s for c, _, _ in status_claims(none[1], (), frame=True) for s in c.statuses)
        outside = any(o for _, o in themes)
        yield NoneClaim(statuses, tuple(n for n, _ in themes), outside), 0, len(text)
        return
    if counted := _COUNT.search(text):
        at = 1 if counted[1] else 2
        if (count := _count(counted[at])) is not None:
            yield CountClaim(count, named), counted.start(at), counted.end(at)
    if (tally := _TALLY.search(text)) and (count := _count(tally["count"])) is not None:
        yield TallyClaim(count, tally["kind"].lower()), tally.start(), tally.end()
    for match in _DATED.finditer(text):
        whens = find_whens(match["period"], written)
        if whens:
            claim = MembershipClaim(whens[0], whens[1:], match["relation"] or "", not match["not"], named)
            yield claim, match.start(), match.end()
    for match in _SPEAKS_OF.finditer(text):
        yield AskedClaim(match[0]), match.start(), match.end()
    for match in _FRAMES.finditer(text):
        yield AskedClaim(match[0]), match.start(), match.end()


def no_date_claims(text: str, named: tuple[int, ...]) -> Iterator[Found]:
    """That there is no date."""
    for match in _NO_DATE.finditer(text):
        yield NoDateClaim(named), match.start(), match.end()


def _count(word: str) -> int | None:
    return 0 if word.lower() == "none" else value(word)
