"""A number of things told of first and asked for afterwards ("Two of them cite an Act. Which?"), as one question."""

from __future__ import annotations

import re

from assistant.language.numbers import SEVERAL
from corpus.patterns import lazy_regex

_A_SINGLE = ("one", "1", "a single", "just the one")
_COUNT = rf"(?P<n>{'|'.join(_A_SINGLE)}|{SEVERAL}|a couple|a few|several|some)"
_NOUN = "(?:recommendations?|recs?|things?|ones?|items?|points?|commitments?|proposals?|bits?|parts?)"
#: What opens the sentence that announces them: how many, and of what.
_OPENS = (
    r"(?:^|(?<=[.!?] ))\W*(?:(?:ok|okay|so|and|hi|hello|apparently),? )*(?:i(?:'m| am)? (?:think|believe|told|gather|hear|know)(?: that)? )?"
    rf"(?:there(?:'s| is| are| was| were)? )?(?:just |only |exactly |at least )?{_COUNT}(?: of)?"
    rf"(?: (?:the|them|these|those|her|his|their|[\w-]+['’]s|all|other))*(?: {_NOUN})?(?: (?:that|which|who))? "
)
#: What asks for them, in the next sentence or behind a dash.
_ASKS = (
    r"(?:(?:so|and|but|please|now|ok) )*(?:(?:which|what)(?: (?:was|is|were|are) (?:it|they|those|these|the \w+)| (?:ones?|recs?|recommendations?|"
    rf"{SEVERAL})(?: (?:was|is|were|are) (?:it|they|those|these))?| of (?:them|the recs|the recommendations))?"
    r"|(?:recommendation |rec )?numbers(?: please)?(?=\W*$)"
    r"|(?:name|list|show(?: me)?|give me|tell me)(?: (?:them|it|those|these|which(?: (?:ones?|they are|it is))?|what they (?:are|were)))(?: both| all| please)*)"
    r"(?= ?[?.,;:–—!-]| and\b|\s*$)"
)
_ANNOUNCED = lazy_regex(
    rf"{_OPENS}(?P<told>(?!i |we |you |my |to )[^.?!;:]{{6,150}}?)(?:[.;:!]|,| [-–—]) ?{_ASKS}(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
#: What is told of elsewhere is no recommendation.
_ELSEWHERE = lazy_regex(
    r"\b(?:paragraphs?|paras?|documents?|letters?|foreword|press|introduction|narrative|annex|pages?)\b",
    re.IGNORECASE,
)
_ASKED_AFTER = lazy_regex(
    r"[.;:!,–—-] ?(?:\w+ ){0,2}?(?:which|what|name|list|show|give|tell|numbers)\b", re.IGNORECASE
)


def as_one_question(text: str) -> str:
    """A message whose second sentence only asks for what its first announces, as one question; else the message itself."""
    if _ASKED_AFTER.search(text) is None:
        return text
    match = _ANNOUNCED.search(text)
    if match is None or _ELSEWHERE.search(match["told"]):
        return text
    count = match["n"].lower()
    asked = "Which recommendation" if count in _A_SINGLE else "Which recommendations"
    if re.fullmatch(SEVERAL, count):
        asked = f"Which {count} recommendations"
    rest = match["rest"].strip().lstrip("?.,;:!–—- ")
    told = match["told"].strip()
    before = text[: match.start()].strip()
    goes_on = ", " if rest.lower().startswith("and ") else "? "
    return f"{before} {asked} {told}{goes_on}{rest}".strip(" ,?") + "?"
