"""A set question cut into the part that selects and the pieces that it leaves out ("minus …", "outside …")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.language.phrases import Phrases
from assistant.question.references import references
from corpus.patterns import lazy_regex

Span = tuple[int, int]

_A_SET = r"(?:the |those |any )?(?:recs?|recommendations?|themes?|numbers?|ones?|\d)"
#: What opens a piece that is left out.
_OPENS = Phrases(
    "minus|except(?:ing)?(?: for)?|apart from|other than|aside from|save for|outside(?: of)?|excluding|barring|besides",
    r"neither(?= (?:of )?(?:the )?themes? \d)",
    "(?:not|without|don't|do not|never) (?:count|includ)(?:e|ing)?|discounting|disregarding|never mind|but not",
    r"(?:not|(?:is|are|was|were)n't) (?:in|under|from|part of)(?=[^,.;?]{0,60}\btheme)",
    rf"(?:bar|without|leaving)(?= (?:{_A_SET}|the (?:[\w'-]+ ){{1,6}}?(?:one|rec|recommendation|theme))\b)",
)
#: Verbs that leave something out where they tell the program to; "which recommendations drop …" tells it nothing.
_ORDERS = Phrases(
    "(?:leav|set|sett|putt|put)(?:e|ing)? (?:out|aside)|drop(?:ping)?|ignor(?:e|ing)|disregard|skip(?:ping)?",
    r"(?:strip|tak|cut|rul|filter|weed|screen)\w* (?:out|away)|omit(?:ting)?|exclude|remov(?:e|ing)|subtract(?:ing)?",
    "forget(?:ting)?(?: about)?",
    before=r"(?:(?:^|[,;:.?!(]|\s[-–—]|\b(?:and|but|then|please|you|we|i))\s*)",
)
#: "leaving recommendation 9 aside": what is left out stands between.
_BETWEEN = lazy_regex(
    r"\b(?:leav|set|sett|putt|put|tak)(?:e|ing)? (?P<what>[^,.;:?!]{1,40}?) (?:aside|out|to one side|away)\b",
    re.IGNORECASE,
)
#: Small words before a number that is left out ("the ones in theme 3").
_LEADS_IN = lazy_regex(
    r"\s*(?:(?:the|those|any|ones?|of|in|under|for|from|numbers?|everything|all) ?)*", re.IGNORECASE
)
#: Several numbers without their noun.
_NUMBERS = lazy_regex(
    r"\s*(?:the |those )?\d{1,2}(?:(?:, ?(?:and |or )?| ?& ?| and | or )\d{1,2})+\b", re.IGNORECASE
)
#: Where a piece ends at the latest.
_ENDS = lazy_regex(
    r"[,;:.?!)]|\s[-–—]\s|\b(?:please|which|what|who|how|and (?:when|give|tell|show|list|their))\b",
    re.IGNORECASE,
)
#: A verb that goes on with the sentence around a piece, unless the piece has a clause of its own.
_GOES_ON = lazy_regex(
    r"\b(?:were|was|are|is|got|gets?|have|has|had|did|does|(?<!to )do|fall|falls|carr(?:y|ies))\b",
    re.IGNORECASE,
)
_OWN_CLAUSE = lazy_regex(r"\b(?:that|which|who|they|it)\b", re.IGNORECASE)
#: A clause goes with what it stands behind where that alone says nothing ("those that …"); behind a name it goes on with the sentence.
_HEADS_CLAUSE = lazy_regex(
    r"(?:^|\b(?:ones?|those|any|anything|everything|all|things?|recs?|recommendations?|repl(?:y|ies)|responses?|timescales?))\s*$",
    re.IGNORECASE,
)

#: The other answer that a yes-or-no question offers ("…, or was one of them watered down?").
ALTERNATIVE = (
    r"or (?:(?:was|were|is|are|did|do|does|has|have|had) )(?:there )?"
    r"(?:(?:just |only )?one|any(?:thing|one)?|some(?:thing)?|a few|a couple)\b[^.?!]*"
)
#: Asides that neither select nor leave out: what is all the same to the asker, a guess at the count, for whom it is.
_ASIDES = Phrases(
    r"\bi (?:really )?(?:don't|do not|dont) (?:mind|care)\b[^.?!]*|\b(?:it )?(?:doesn't|does not) matter\b[^.?!]*",
    r"\bi (?:(?:seem to|do|can|vaguely) )?(?:remember|recall)\b[^?.!]*",
    r"\bi (?:think|believe|gather|guess)(?: that)? there(?:'s| is| are| were|'re)\b[^.?!,;]*",
    r"^\s*for (?:[\w'-]+ ){1,5}?[\w'-]+:",
    rf",? {ALTERNATIVE}",
    whole_words=False,
)


@dataclass(frozen=True, slots=True)
class Clauses:
    """A question cut in pieces; the places of the pieces are those of the question."""

    main: str
    """What selects: as long as the question, blank where something else stands."""
    left_out: tuple[Span, ...]
    """What is left out, without the words that say so."""


@lru_cache(maxsize=256)
def clauses(text: str) -> Clauses:
    """Cut a set question."""
    main = _ASIDES.blanked(text)
    found: list[Span] = []
    for match in _BETWEEN.finditer(main):
        found.append(match.span("what"))
        main = _blank(main, match.span())
    at = 0
    while opening := _opening(main, at):
        end = _end(main, opening.end())
        if main[opening.end() : end].strip():
            found.append((opening.end(), end))
            main = _blank(main, (opening.start(), end))
        at = end
    return Clauses(main, tuple(found))


def _opening(text: str, at: int, end: int | None = None) -> re.Match[str] | None:
    """The next words that open a piece to be left out."""
    stop = len(text) if end is None else end
    found = [m for p in (_OPENS, _ORDERS) if (m := p.pattern.search(text, at, stop))]
    return min(found, key=lambda m: m.start(), default=None)


def _blank(text: str, span: Span) -> str:
    return text[: span[0]] + " " * (span[1] - span[0]) + text[span[1] :]


def _end(text: str, start: int) -> int:
    """Where the piece that begins at a place ends: with the numbers that it begins with, else with its clause."""
    for reference in references(text[start:]):
        lead = _LEADS_IN.match(text, start)
        if lead and start + reference.start <= lead.end():
            return start + reference.end
        break
    if listed := _NUMBERS.match(text, start):
        return listed.end()
    stop = _ENDS.search(text, start + len(text[start:]) - len(text[start:].lstrip()))
    end = stop.start() if stop else len(text)
    if another := _opening(text, start, end):
        end = another.start() - (4 if text[: another.start()].endswith(" and ") else 0)
    verb = _GOES_ON.search(text, start, end)
    if verb is None:
        return end
    own = _OWN_CLAUSE.search(text, start, verb.start())
    if own is None:
        return verb.start()
    return end if _HEADS_CLAUSE.search(text, start, own.start()) else own.start()
