"""Whether a set question asks what recommendations are about ("which recs deal with inspection?"), not what they mention."""

from __future__ import annotations

import re

from assistant.language.numbers import SEVERAL
from assistant.language.phrases import Phrases
from corpus.patterns import lazy_regex

#: What stands between recommendations and their subject.
_ABOUT = Phrases(
    r"(?:deal|dealing|dealt|deals) with|(?:(?:has|have|having|had) (?:\w+ )?)?to do with|focus(?:es|ed|ing)? (?:up)?on",
    "tackl(?:e|es|ed|ing)|(?:relat|pertain)(?:es?|s|ed|ing)? to|centr(?:es?|ed|ing) on|look(?:s|ed|ing)? at",
    "address(?:es|ed|ing)?(?! to)|cover(?:s|ed|ing)?|concern(?:s|ed|ing)?(?: with)?",
)
#: The small words do so only right behind recommendations, or behind what says that they are.
_SMALL = Phrases(
    "about|on|to do with",
    before=rf"(?:^\W*{SEVERAL}|\b(?:recommendations|recs|ones|proposals|those|are|were|(?:any|every|each|no|single) (?:one|rec|recommendation)))"
    r"(?: that['’]s| (?:that|which) (?:is|are))?(?: (?:all|mainly|mostly|really|only|just|anything))? ",
)
#: "All the inspection recs": what stands right before them.
_BEFORE = lazy_regex(
    rf"\b(?:(?:(?:the|of|all|any|every|each|both|these|those|which|what|{SEVERAL}) )+|(?=[\w-]+['’]s )|^\W*)(?P<what>[A-Za-z][\w'’&-]*(?: [\w'’&-]+){{0,3}}?)"
    r" (?:recommendations?|recs?|ones|proposals?)\b(?! \d)",
    re.IGNORECASE,
)
#: Recommendations, in the clause before.
_OF_THEM = lazy_regex(
    r"\b(?:recommendations|recs|ones|proposals|those|which|what|any\w*|every\w*|they|all)\b[^,;:.?!]{0,40}$",
    re.IGNORECASE,
)
#: "On hold", "on the fence" tell how something stands.
_SETS_NO_SUBJECT = Phrases(
    "on (?:hold|track|time|schedule|board|ice|file|(?:a|the|this|that|my|our) (?:fence|list|table|page|agenda|slide|record|same))"
)


#: Several with a subject behind them, or right before them.
_SEVERAL_ABOUT = Phrases(
    r"(?:recommendations|recs|ones|proposals)(?: (?:that|which))?(?: (?:are|were))?(?: (?:all|both))? (?:about|on|to do with|concern(?:ing|ed with)|deal(?:ing)? with|cover(?:ing)?)\b"
)
_SEVERAL_BEFORE = lazy_regex(
    rf"(?:\b(?:the|all|these|those|both|her|munro's|of|{SEVERAL}) |^\W*)(?P<what>[A-Za-z][\w'’&-]*(?: [\w'’&-]+){{0,3}}?) (?:recommendations|recs)\b(?! \d)",
    re.IGNORECASE,
)
_NO_SUBJECT = Phrases(
    f"which|what|whose|how many|the|all|any|list|of|her|his|munro(?:'s)?|{SEVERAL}|these|those|both|each|accepted|main|other|whole|remaining|first|last"
)


def several_of_a_subject(text: str) -> bool:
    """Whether a text speaks of several recommendations by their subject ("the zoo recommendations", "recs about zoos")."""
    if _SEVERAL_ABOUT.search(text):
        return True
    before = _SEVERAL_BEFORE.search(text)
    return before is not None and not all(_NO_SUBJECT.pattern.fullmatch(w) for w in before["what"].split())


def named_before(text: str) -> tuple[int, int]:
    """Where what recommendations are about stands right before them ("all the inspection recs"); an empty span where nothing does."""
    match = _BEFORE.search(text)
    return match.span("what") if match else (0, 0)


def asks_what_about(text: str) -> re.Match[str] | None:
    """The words that ask what recommendations are about; None where nothing does."""
    found = [m for p in (_ABOUT, _SMALL) if (m := p.search(text))]
    first = min(found, key=lambda m: m.start(), default=None)
    small = first is not None and first.re is _SMALL.pattern
    if first is None or (small and _SETS_NO_SUBJECT.match(text, first.end() - 2)):
        return None
    return first if small or _OF_THEM.search(text, 0, first.start()) else None
