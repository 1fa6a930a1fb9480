"""What a question points back at inside itself ("I chair a school council … these councils", "ABC here … our association"), said in full."""

from __future__ import annotations

import re

from assistant.language.order import content, in_a_row
from assistant.language.words import stem, words
from assistant.library.library import Library
from corpus.patterns import lazy_regex

#: A noun that points back at a longer name.
_POINTS = lazy_regex(
    r"\b(?P<which>these|those|such|our|my|both) (?:own )?(?P<noun>[a-z]{4,})\b", re.IGNORECASE
)
#: Without one of them nothing points back.
_SIGNS = (" these ", " those ", " such ", " our ", " my ", " both ", " us", " we ")
#: Any body, as one of its own calls it.
_BODY = frozenset(
    "association organisation organization body college agency profession inspectorate institute union society board".split()
)
#: Who asks, before the question.
_ASKER = lazy_regex(
    r"^\W*(?:(?:hi|hello|hey|morning|afternoon|dear all)\W+)?(?:(?:as|for|from|i'm|i am|we're|we are) )?(?:an? |the )?(?P<name>[A-Z][A-Za-z]*[A-Z]s?|[A-Z]{2,8})\b(?=[\w ]{0,30}[:,–—-] )"
)


def with_antecedents(text: str, library: Library) -> str:
    """A question with what it points back at put in full; itself where nothing before says it."""
    if not any(word in text for word in _SIGNS):
        return text
    points = _POINTS.search(text)
    if points is None:
        return _with_asker(text, library)
    noun, before = points["noun"].lower(), text[: points.start()]
    named = _longer(stem(noun), before, library) if points["which"].lower() != "my" else ""
    if not named and (asked := _with_asker(text, library)) != text:
        return asked
    if not named and noun.removesuffix("s") in _BODY and points["which"].lower() in ("our", "my"):
        named = _asker(before, library)
    return f"{text[: points.start()]}{named}{text[points.end() :]}" if named else text


#: Whether somebody is named is asked of those who ask.
_NAMES_US = lazy_regex(
    r"\b(?:mention|name|cite|involve|include|refer to|concern|feature|bring in)(?:s|d|ing)? (?P<us>us(?: or our [a-z]+)?)\b"
    r"|\b(?P<we>are we|were we|do we|did we)(?= (?:mentioned|named|cited|brought|referred|come|turn|crop|appear|feature|get|listed)\b)",
    re.IGNORECASE,
)
_FOR_WE = {"are we": "is", "were we": "is", "do we": "does", "did we": "does"}


def _with_asker(text: str, library: Library) -> str:
    """A question who names "us", with the name of those who ask; itself where they do not say it."""
    named = _NAMES_US.search(text)
    asker = _asker(text[: named.start()], library) if named else ""
    if named is None or not asker:
        return text
    if named["we"]:
        return f"{text[: named.start()]}{_FOR_WE[named['we'].lower()]} {asker}{text[named.end() :]}"
    return f"{text[: named.start('us')]}{asker}{text[named.end('us') :]}"


def _asker(before: str, library: Library) -> str:
    """The name of a body that the words before a question say is asking; empty where they say none that the documents name."""
    asker = _ASKER.match(before)
    if asker and stem(asker["name"].lower()) in library.known:
        return asker["name"]
    body = _BODY_ASKS.match(before)
    return body["name"] if body and _held(content([w.stem for w in words(body["name"])]), library) else ""


_BODY_ASKS = lazy_regex(
    r"^\W*(?i:(?:hi|hello|hey|morning)\W+)?(?i:(?:as|for|from|i'm (?:from|at|with)|i am (?:from|at|with)|we're|we are|i work (?:for|at)) )(?i:the |a |an )?"
    r"(?P<name>[A-Z][\w'’]*(?:(?: (?:of|for|and|the))* [A-Z][\w'’]*)+)\b(?=[\w ]{0,20}(?:[:,–—-]|\.) )"
)


def _longer(noun: str, before: str, library: Library) -> str:
    """The longest name before it that ends with a noun and that some passage holds; empty where none does."""
    found = words(before)
    ends = [i for i, w in enumerate(found) if w.stem == noun]
    for end in reversed(ends):
        for start in range(max(0, end - _LONGEST), end):
            if any(w.text in ("a", "an", "the") for w in found[start:end]):
                continue
            own = content([w.stem for w in found[start : end + 1]])
            if len(own) > 1 and own[0] == found[start].stem and _held(own, library):
                return before[found[start].start : found[end].end]
    return ""


#: Words of a name beside its last.
_LONGEST = 5


def _held(own: tuple[str, ...], library: Library) -> bool:
    return any(u.stems.issuperset(own) and in_a_row(own, u.order) for u in library.units)
