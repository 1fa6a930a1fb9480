"""Recommendations that a question only counts ("which of the fifteen …", "… for three recommendations. Which?"), named and asked for."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.language.numbers import SEVERAL, SEVERAL_IN_WORDS, pattern_of, spelt
from assistant.library.library import Library
from corpus.patterns import lazy_regex

#: What may follow a number that counts recommendations without naming them.
_GOES_ON = (
    r"(?=\W*$|\s*[,;:?!–—)]| (?:have|has|had|did|do|does|were|was|are|is|get|gets|got|that|which|where|whose|with|without"
    r"|in|on|by|under|from|for|would|could|carr\w+|name[sd]?|mention\w*|cite[sd]?|say|says|said|talk|speak|refer\w*|call\w*"
    r"|bring\w*|include[sd]?|involve[sd]?|feature[sd]?|contain\w*|give[sn]?|gave|use[sd]?|ask\w*|touch\w*|appear\w*|fall\w*|fell)\b)"
)
_ASKED_AFTER = lazy_regex(
    rf"\b(?:just |only |exactly |all of )?(?P<count>{SEVERAL}|several|some|a few) (?P<noun>recommendations|recs)\b"
    r"(?P<after>[^.?!]*)[.;:!] (?:so |and )?which(?: (?:ones?|are they|were they|recommendations|recs|of them))?(?P<rest>(?:,? and\b[^?]*)?\?)",
    re.IGNORECASE,
)


#: "Where in the table …?": recommendations are the places of a table.
_WHERE_IN_TABLE = lazy_regex(
    r"\b(?:where(?:abouts)? in|in (?:which|what) (?:bits|parts|places|rows|entries) of) the (?:(?:response|main|whole|full) )?table(?: of (?:the )?responses)?\b"
    r"|\bwhere(?: in (?:it|there))?(?=[^.?!]*\? ?(?:(?:i need |give me |list )?all (?:of )?the (?:recommendations|recs)|(?:recommendation|rec) numbers)\b)",
    re.IGNORECASE,
)
#: A number of what was accepted, and no list ("nine were accepted").
_SO_MANY = lazy_regex(
    rf"(?:^|\b(?:that|think|thought|gather|believe|reckons?|says?|said|heard|only|just|exactly|apparently|if|did|were|have)\s+|[,;:–—-]\s+)(?<!\d, )(?<!\d,)(?:only |just |exactly )?"
    rf"{SEVERAL_IN_WORDS}(?= (?:were|had|got|have|get|are|been)\b[^.?!;:]*\b(?:accept\w*|principle)\b| (?:fully |been )?accepted\b)(?! (?:and|or|,))",
    re.IGNORECASE,
)
#: What tells two apart that are asked for together.
_ONE_EACH = lazy_regex(
    r",? (?:with )?(?:one|the first) (?:in|for|at|on|to|of|by|about|inside|within) [^?.;:,\d]{2,40}?,? (?:and|&) (?:one|another|the other|the second) [^?.;:,\d]{2,40}(?=[?.;:,]|$)",
    re.IGNORECASE,
)


#: "Two recommendations are about X. What did each get?"
_TOLD_ABOUT = lazy_regex(
    rf"^\W*(?:there are |we have |munro made |i know )?(?P<count>{SEVERAL}|several|both) (?P<noun>recommendations|recs)(?: (?:that|which))?(?: (?:are|were|is))?(?: all| both)?"
    r" (?P<about>(?:about|on|to do with|concern(?:ed|ing)? (?:with )?|dealing with|deal with|cover(?:ing)?) [^.?!:;]{3,80})[.:;!] (?P<asks>(?:what|how|when|were|was|did|are|do|have|has)\b[^?]*\b(?:each|them|they|both|those|all|either)\b[^?]*\?)",
    re.IGNORECASE,
)


def with_recommendations(text: str, library: Library) -> str:
    """A question with the recommendations named that it only counts, and asked for where it tells of them first; itself where it does neither."""
    lower = text.lower()
    if "where" in lower or "table" in lower:
        text = _WHERE_IN_TABLE.sub("In which recommendations", text)
    if "accept" in lower or "principle" in lower:
        text = _SO_MANY.sub(r"\g<0> recommendations", text)
    if not any(word in lower for word in ("recs", "recommendations", " two ", *_spelt(library))):
        return text
    if " two " in lower:
        text = _ONE_EACH.sub("", text)
    if told := _TOLD_ABOUT.match(text):
        return (
            f"the {told['count'].lower()} {told['noun']} {told['about']} - {told['asks']}{text[told.end() :]}"
        )
    if told := _ASKED_AFTER.search(text):
        return (
            f"{text[: told.start()]}which {told['count']} {told['noun']}{told['after']}"
            f"{told['rest']}{text[told.end() :]}"
        )
    total = len(library.corpus.recommendations)
    counted = total > 1 and any(word in lower for word in _spelt(library))
    return _all_of_them(total).sub(r"\g<0> recommendations", text) if counted else text


def _spelt(library: Library) -> tuple[str, str]:
    """How many recommendations there are, in words and in figures."""
    total = len(library.corpus.recommendations)
    return spelt(total), str(total)


@lru_cache(maxsize=4)
def _all_of_them(total: int) -> re.Pattern[str]:
    return lazy_regex(
        rf"\b(?:of|all) (?:the |her |his |their |these |those |(?:professor )?munro's )?{pattern_of(total)}\b{_GOES_ON}",
        re.IGNORECASE,
    )
