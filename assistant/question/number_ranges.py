"""Recommendations that a question names by where their numbers lie ("from 9 upwards", "the first ten", "odd-numbered")."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.language.numbers import SEVERAL, SEVERAL_IN_WORDS, value
from assistant.library.library import Library
from assistant.question.references import Reference
from corpus.patterns import lazy_regex

#: One of these stands in every such question; looked for before all else.
_SIGN = lazy_regex(
    r"\d(?: |\w|-)*?\b(?:upwards?|onwards?|and (?:up|above|over|beyond|higher|later|below|under|lower|down)|or (?:above|over|higher|later|below|under|lower)"
    r"|to the end|downwards?|inclusive)\b|\b(?:above|beyond|over|below|under|than|up to|including|as far as|between|after|before|past) (?:rec\w* |numbers? )?\d|\b(?:single|double) (?:figures|digits)"
    rf"|\b(?:odd|even)[- ](?:num|rec|one)|\b(?:first|last|final) {SEVERAL}\b|\b{SEVERAL_IN_WORDS} (?:and (?:up|above|below|under)|upwards?|onwards?|downwards?)"
    rf"|\bbetween {SEVERAL_IN_WORDS}\b",
    re.IGNORECASE,
)
_N = rf"(?:\d{{1,2}}|one|{SEVERAL})"
_NOUN = r"(?:(?:rec(?:ommendation)?s?|numbers?|nos?|numbered)\.? )"
_SOME = rf"(?:{_NOUN}|(?:everything|anything|those|ones|all) )"
#: The first number of two digits.
TWO_DIGITS = 10
#: What stands before a range that is one of recommendations, not of ages or pages.
_OPENS = rf"(?:^\W*|[,;:(–—-] ?|\b(?:and|so|of|among|amongst|those|ones?|the|only|just|for|taking|looking at|consider(?:ing)?|say|from|anything|everything|all) |(?={_NOUN}))"
_GOES_UP = r"(?:upwards?|onwards?|and (?:up|above|over|beyond|higher|later|upwards?|onwards?)|or (?:above|over|higher|later)|to the end)"
_GOES_DOWN = r"(?:downwards?|and (?:below|under|lower|down)|or (?:below|under|lower))"
_ENDS = r"(?![\w.]|\s*(?:years?|months?|weeks?|days?|hours?|per cent|%))"
#: Each way of naming a range, with what numbers it holds of all that there are.
_WAYS: tuple[tuple[str, Callable[[int, int, int], bool]], ...] = (
    (rf"{_OPENS}(?:from )?{_NOUN}?(?P<a>{_N}) {_GOES_UP}{_ENDS}", lambda n, a, b: n >= a),
    (
        rf"{_OPENS}{_NOUN}?(?:up to(?: and including)?|as far as) {_NOUN}?(?P<a>{_N}){_ENDS}",
        lambda n, a, b: n <= a,
    ),
    (rf"{_OPENS}(?:from )?{_NOUN}?(?P<a>{_N}) {_GOES_DOWN}{_ENDS}", lambda n, a, b: n <= a),
    (
        rf"\b{_SOME}(?:above|beyond|over|higher than|after|past) {_NOUN}?(?P<a>{_N}){_ENDS}",
        lambda n, a, b: n > a,
    ),
    (rf"\b{_SOME}(?:below|under|lower than|before) {_NOUN}?(?P<a>{_N}){_ENDS}", lambda n, a, b: n < a),
    (r"\bdouble[- ](?:figures?|digits?)\b", lambda n, a, b: n >= TWO_DIGITS),
    (r"\bsingle[- ](?:figures?|digits?)\b", lambda n, a, b: n < TWO_DIGITS),
    (
        rf"{_OPENS}(?:(?:in|from) )?{_NOUN}?between {_NOUN}?(?P<a>{_N}) (?:and|to) {_NOUN}?(?P<b>{_N}){_ENDS}",
        lambda n, a, b: a <= n <= b,
    ),
    (
        rf"{_OPENS}(?:from )?{_NOUN}?{_NOUN}?(?P<a>{_N})(?: to | through | ?[-–] ?){_NOUN}?(?P<b>{_N}),? inclusive",
        lambda n, a, b: a <= n <= b,
    ),
    (r"\bodd(?:[- ]numbered|(?= (?:recommendations|recs|numbers|ones)\b))", lambda n, a, b: n % 2 == 1),
    (r"\beven(?:[- ]numbered|(?= (?:recommendations|recs|numbers|ones)\b))", lambda n, a, b: n % 2 == 0),
)
_WAYS_READ = tuple((lazy_regex(way, re.IGNORECASE), holds) for way, holds in _WAYS)
#: Of whom a range tells the ages.
_AGES = lazy_regex(
    r"\b(?:aged?|ages|children|child|kids?|teenagers|pupils|(?:young )?people|anyone)\W*$", re.IGNORECASE
)
#: "Of the first ten, how many …?"
_END = lazy_regex(
    rf"\b(?:of|among|amongst|in|within|for|from|take|taking|looking at) (?:just |only )?the (?P<end>first|last|final) (?P<count>{SEVERAL})(?=\W*$|[,:;?]| (?:recommendations|recs|which|who|were|was|got|have|has|had|did)\b)",
    re.IGNORECASE,
)


def ranges(text: str, library: Library) -> tuple[Reference, ...]:
    """The recommendations of every range of numbers that a text names, some but not all; none where it names none."""
    if not _SIGN.search(text):
        return ()
    every = sorted(library.corpus.recommendations)
    found = [*_by_ends(text, every), *_by_place(text, every)]
    return tuple(r for r in found if 0 < len(r.numbers) < len(every))


def _by_ends(text: str, every: list[int]) -> list[Reference]:
    made: list[Reference] = []
    for pattern, holds in _WAYS_READ:
        for match in pattern.finditer(text):
            ends = [value(n) or 0 for n in match.groupdict().values() if n]
            within = all(n in every for n in ends) and ends == sorted(ends)
            within = within and not _AGES.search(text, 0, match.start())
            if within and not any(match.start() < r.end and r.start < match.end() for r in made):
                a, b = [*ends, 0, 0][:2]
                some = tuple(n for n in every if holds(n, a, b))
                made.append(Reference("recommendation", some, match.start(), match.end()))
    return made


def _by_place(text: str, every: list[int]) -> list[Reference]:
    match = _END.search(text)
    count = (value(match["count"]) or 0) if match else 0
    if match is None or not 0 < count < len(every):
        return []
    few = every[:count] if match["end"].lower() == "first" else every[-count:]
    return [Reference("recommendation", tuple(few), match.start(), match.end())]
