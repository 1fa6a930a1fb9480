"""The parts of a recommendation as a question names them: its own text, the reviewer's argument, the response, the timescale."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.language.phrases import Phrases
from assistant.library.library import Library
from corpus.model import Part
from corpus.patterns import lazy_regex

Span = tuple[int, int]

#: Any of them may stand in a question that sets conditions on parts; looked for before all else.
_SIGN = lazy_regex(
    r"\b(?:own|itself|themselves|proper|actual|bare|text|wording|argument|arguments|reasoning|rationale|case|responses?|repl(?:y|ies)"
    r"|time ?scales?|time ?tables?|(?:said|says?) back)\b",
    re.IGNORECASE,
)
_THE = r"(?:(?:the|its|their|each|every|any|a|whose|which|what) )?"
_GOVERNMENT = r"(?:government|ministers?|ministerial|department|whitehall|dfe)(?:['’]s?)?"
_FIELD = r"(?: (?:own )?(?:text|wording|column|columns|box|boxes|section|sections|entry|entries|cell|cells|itself|themselves)\b)?"
_RECOMMENDATION = r"(?:recommendations?|recs?|proposals?)"
#: What each part is called; of two names in one place the longer counts.
_NAMES: tuple[tuple[Part | None, str], ...] = (
    (Part.RECOMMENDATION, rf"{_THE}{_RECOMMENDATION}(?:['’]s?)? (?:itself|themselves|proper)"),
    (
        Part.RECOMMENDATION,
        rf"{_THE}{_RECOMMENDATION}(?:['’]s?)? (?:own )?(?:actual )?(?:texts?|wordings?|words)",
    ),
    (Part.RECOMMENDATION, r"(?:(?:its|their|whose|the|my) )?(?:very )?own (?:text|wording|words?)"),
    (Part.RECOMMENDATION, r"(?<!in )(?<!by )(?<!of )themselves"),
    (Part.RECOMMENDATION, r"(?:its|their|whose) (?:actual |very |exact )?(?:text|wording)"),
    (
        Part.RECOMMENDATION,
        rf"(?:the )?(?:own |actual |very )?(?:text|wording|words|body) of (?:the|a|each|any) {_RECOMMENDATION}",
    ),
    (Part.RECOMMENDATION, rf"(?:the )?(?:actual|bare) {_RECOMMENDATION}(?:['’]s?)?"),
    (
        Part.MUNRO_ARGUMENT,
        r"(?:REVIEWER(?:['’]?s)?|her|his|the|its|their|whose)(?: own)? (?:arguments?|reasoning|rationale)"
        + _FIELD,
    ),
    (Part.MUNRO_ARGUMENT, r"(?:REVIEWER(?:['’]?s)|her|his)(?: own)? case(?: for \w+)?"),
    (Part.MUNRO_ARGUMENT, r"(?:REVIEWER(?:['’]?s)|her|his)(?: own)? (?:side|half|column|comments|remarks)"),
    (Part.MUNRO_ARGUMENT, r"REVIEWER(?:['’]?s)? own words|REVIEWER (?:argues?|argued|reasons|reasoned)"),
    (
        Part.GOVERNMENT_RESPONSE,
        rf"(?:the |whose |which )?{_GOVERNMENT} (?:own |written |formal )?(?:responses?|repl(?:y|ies)|answers?|words){_FIELD}",
    ),
    (
        Part.GOVERNMENT_RESPONSE,
        rf"(?:its|their|each|every|any|whose|which|what)(?: \w+['’]s?)? (?:responses?|repl(?:y|ies)){_FIELD}",
    ),
    (Part.GOVERNMENT_RESPONSE, rf"{_THE}(?:responses?|repl(?:y|ies)) (?:text|wording|columns?|box(?:es)?)"),
    (Part.GOVERNMENT_RESPONSE, r"(?:the )?(?:replies|responses|reply)(?! to\b)"),
    (
        Part.GOVERNMENT_RESPONSE,
        rf"what (?:the )?{_GOVERNMENT} (?:said|says?|wrote|replied|answered)(?: back| in (?:reply|response|return|answer))?",
    ),
    (Part.TIMESCALE, rf"{_THE}(?:time ?scales?|time ?tables?){_FIELD}"),
    (
        None,
        r"(?:the )?(?:commentary|discussion|surrounding text)|(?:the )?(?:rest|remainder) of (?:it|the \w+)|everything else|the other (?:parts|columns|bits)",
    ),
)
#: The recommendation or the response as one of the parts, where another is named beside it; not where a clause tells which is meant.
_PLAIN: tuple[tuple[Part, Phrases], ...] = (
    (
        Part.RECOMMENDATION,
        Phrases(
            rf"(?:(?:the|neither the|each|a) (?:recommendation|rec|proposal)|in the {_RECOMMENDATION})(?! (?:that|which|whose|where|with|in|for|under|on|about|\d))(?!['’]s)",
            "the (?:original )?ask",
        ),
    ),
    (Part.RECOMMENDATION, Phrases("(?<=in )the (?:text|wording)(?! of)")),
    (Part.GOVERNMENT_RESPONSE, Phrases("(?:the|neither the) (?:responses?|answers?)(?! to\\b)")),
)
#: Recommendations are spoken of: the response is what each of them got.
_OF_THEM = Phrases("recommendations|recs|whose|(?:numbers?|nos?) \\d+")
#: Time limits on assessments are a subject, no part of a recommendation.
_SUBJECT = Phrases(
    "table of responses|responses? table",
    r"assess\w*(?: \w+){0,4}? time ?scales?|time ?scales? (?:for|on) (?:\w+ ){0,3}assess\w*",
)

#: What sets a part aside that is named right behind it.
_SETS_ASIDE = Phrases(
    r"(?:never mind|forget(?:ting)?(?: about)?|ignor(?:e|ing)|disregard(?:ing)?|skip(?:ping)?|regardless of|whatever)(?: \w+){0,2}",
    r"(?:as opposed to|rather than|instead of|as distinct from|not counting|not to be confused with)(?: \w+){0,2}?",
    r"(?:^|[,(;:–—-] ?|\b(?:so|and|but) )not",
    r"\b(?:leav|put|sett?)(?:e|ing)? ?(?:aside)?",
    after=r"\s*$",
    whole_words=False,
)
_PUT_OUT = lazy_regex(r"\b(?:leav|put|sett?|tak)(?:e|ing)?\s*$", re.IGNORECASE)
_OUT = lazy_regex(r"\s*(?:out|aside|to one side|away)\b(?: of (?:it|this))?", re.IGNORECASE)
_OUT_LATER = lazy_regex(r"[^,.;:?!]{0,40}?\s(?:out|aside|to one side)\b", re.IGNORECASE)
#: What joins a part to the one before it.
_JOINED = lazy_regex(
    r"\s*(?:,|and|or|nor|/|&)(?: (?:or|and|nor))?(?: (?:in|from|under|of))?\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class NamedPart:
    """A part where a question names it."""

    part: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PartsNamed:
    """The parts that a question looks into, and where it sets others aside."""

    looked_into: tuple[NamedPart, ...]
    aside: tuple[Span, ...]
    """What is set aside, with the words that say so."""


_NONE = PartsNamed((), ())


def names_parts(text: str) -> bool:
    """Whether a text may name a part, by a look at its words alone."""
    return bool(_SIGN.search(text))


def parts_in(text: str, library: Library) -> PartsNamed:
    """The parts of a recommendation that a text names; none where it names none."""
    return _parts_in(text, library.reviewer.pattern) if names_parts(text) else _NONE


@lru_cache(maxsize=64)
def _parts_in(text: str, reviewer: str) -> PartsNamed:
    every = _named(text, reviewer)
    if any(p is not None for p, _, _ in every) or _OF_THEM.search(text):
        plain = ((part, *m.span()) for part, names in _PLAIN for m in names.finditer(text))
        every = _longest([*every, *plain])
    kept: list[NamedPart] = []
    aside: list[Span] = []
    before = False
    last = 0
    for part, start, end in every:
        opening = _set_aside(text, last, start, end)
        chained = before and _JOINED.fullmatch(text, last, start) is not None
        before = opening is not None or chained or part is None
        if before:
            after = _OUT.match(text, end)
            aside.append(
                (
                    opening if opening is not None else start,
                    after.end() if opening is not None and after else end,
                )
            )
        elif part is not None:
            kept.append(NamedPart(part, start, end))
        last = end
    return PartsNamed(tuple(kept), tuple(aside)) if kept else _NONE


def _set_aside(text: str, last: int, start: int, end: int) -> int | None:
    """Where the words begin that set a part aside; None where it is not."""
    before = text[last:start]
    if (put := _PUT_OUT.search(before)) and _OUT_LATER.match(text, end):
        return last + put.start()
    opening = _SETS_ASIDE.search(before)
    if opening is None or _PUT_OUT.search(opening[0]):
        return None
    return last + opening.start()


@lru_cache(maxsize=4)
def _patterns(reviewer: str) -> tuple[tuple[Part | None, Phrases], ...]:
    return tuple((part, Phrases(names).of({"REVIEWER": reviewer})) for part, names in _NAMES)


def _named(text: str, reviewer: str) -> list[tuple[Part | None, int, int]]:
    text = _SUBJECT.blanked(text)
    return _longest([(part, *m.span()) for part, names in _patterns(reviewer) for m in names.finditer(text)])


def _longest(found: list[tuple[Part | None, int, int]]) -> list[tuple[Part | None, int, int]]:
    """Names in order of mention, the longest of those that share a place."""
    kept: list[tuple[Part | None, int, int]] = []
    for one in sorted(found, key=lambda f: f[1] - f[2]):
        if not any(one[1] < end and start < one[2] for _, start, end in kept):
            kept.append(one)
    return sorted(kept, key=lambda f: f[1])
