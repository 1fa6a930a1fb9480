"""Questions for all the places that say a thing: numbered paragraphs, documents, letters, people quoted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.language.numbers import SEVERAL
from assistant.language.phrases import Phrases
from assistant.language.quoted import QUOTED
from assistant.language.words import STOPWORDS, words
from corpus.patterns import lazy_regex


class Kind(StrEnum):
    """What the members of a set are."""

    PARAGRAPHS = "numbered paragraphs"
    DOCUMENTS = "documents"
    LETTERS = "letters"
    PEOPLE = "people quoted"


@dataclass(frozen=True, slots=True)
class PlacesAsked:
    """What a question asks the places of."""

    kind: Kind
    thing: str
    """The words for what they say; empty where all of the kind are asked for."""


_ALL = (
    rf"(?:which|what|how many|list|name|all|every|find|show me|give me|tell me)(?: of)?"
    rf"(?: (?:the|these|those|our|your|{SEVERAL}|other))*"
)
_KINDS = (
    (Kind.PARAGRAPHS, Phrases(rf"{_ALL}(?: \w+)? ?(?:numbered )?para(?:graph)?s?(?: numbers)?")),
    (Kind.LETTERS, Phrases(rf"{_ALL} (?:ministers'? |ministerial )?letters?")),
    (Kind.DOCUMENTS, Phrases(rf"{_ALL} (?:\w+ )?(?:documents?|papers?|publications?)")),
    (
        Kind.PEOPLE,
        Phrases(
            rf"{_ALL} (?:\w+ )?(?:people|persons?|speakers?|voices?|names|men|women)",
            "whose (?:words|voices?|comments?|remarks|views|statements?|quotes?|quotations?)",
            "(?:everyone|everybody|anyone|who)(?: all)?(?:'s| is| was| are| were| else is)?",
        ),
    ),
)
#: People are asked for as those whose words are there.
_QUOTED = Phrases("quoted|quotes?|quotations?|quoting|(?:spoke|speak|speaks|said|comments?|statements?) in")
#: What says that something stands in a text.
_SAYS = Phrases(
    "mention(?:s|ed|ing)?|nam(?:e|es|ed|ing)|speaks? (?:of|about)|spoke (?:of|about)|talks? (?:about|of)|talking about",
    "refer(?:s|red|ring)? to|bring(?:s|ing)? up|brought up|rais(?:e|es|ed|ing)|discuss(?:es|ed)?|deals? with|touch(?:es|ed)? (?:on|upon)",
    "covers?|contains?|contain(?:ed|ing)|includes?|included|describes?|insists?(?: on)?|stat(?:e|es|ed)|claims?|warns?(?: of| about)?|stress(?:es|ed)?",
    "(?:has|have|holds?)(?= (?:that|this|those|the) (?:words?|phrase|term|expression))",
    "says?|said|saying|tells?(?: us)?(?: about| of)?|calls?|call for|uses?|use|cites?|acknowledges?|promises?|points? (?:out|to)",
)
#: The same where the thing is the subject: "where does it come up?"
_STANDS = Phrases(
    "mentioned|named|come up|comes up|crops? up|appears?|occurs?|features?|figures?|turns? up|referred to|discussed|gets? (?:a )?(?:mention|name[- ]?check|named|mentioned)|brought up|touched on|raised|named?|said"
)
_LEAD_IN = lazy_regex(
    r"^\W*(?:(?:something|anything|someone|that|about|of|to|on|with|this|the (?:words?|phrase|term|expression))\b\W*)+",
    re.IGNORECASE,
)
#: "Two things are down for the autumn in the numbered paragraphs."
_THINGS_INSIDE = lazy_regex(
    rf"\b(?:{SEVERAL}|what|which) things?\b.*\bin the (?:numbered )?para(?:graph)?s\b", re.IGNORECASE
)


def places_asked(text: str) -> PlacesAsked | None:
    """What a text asks all the places of; None where it asks something else."""
    if _THINGS_INSIDE.search(text) and (match := QUOTED.search(text)):
        return PlacesAsked(Kind.PARAGRAPHS, match[0])
    for kind, pattern in _KINDS:
        if (match := pattern.search(text)) and (made := _asked(kind, text, match)):
            return made
    return None


def _asked(kind: Kind, text: str, named: re.Match[str]) -> PlacesAsked | None:
    rest = _SENTENCE_ENDS.split(text[named.end() :])[0]
    quoted = bool(_QUOTED.search(named[0] + rest))
    if kind is Kind.PEOPLE:
        if not quoted and not _INSIDE.match(rest):
            return None
        rest = _QUOTED.pattern.split(rest)[-1]
    if _OTHERS_TOO.search(rest):
        return None
    says, stands = _SAYS.search(rest), _STANDS.search(rest)
    if says and _tells(said := _LEAD_IN.sub("", rest[says.end() :])):
        return PlacesAsked(kind, said)
    if stands and _tells(inside := _HELPS.sub("", rest[: stands.start()])):
        return PlacesAsked(kind, inside)
    if (says or stands) and _tells(text[: named.start()]):
        return PlacesAsked(kind, text[: named.start()])
    return PlacesAsked(kind, "") if quoted and kind is Kind.PEOPLE and not says else None


#: Another question joined to the first: "which say …, and which say …?"
_OTHERS_TOO = Phrases(r"(?:and|or),? (?:which|what|who|when|how|why)")
#: "Who in the press notice …": one of those heard there.
_INSIDE = lazy_regex(r"\s+(?:in|from|among)\b", re.IGNORECASE)
_HELPS = lazy_regex(r"^\W*(?:do|does|did|is|are|was|were)\b", re.IGNORECASE)
_SENTENCE_ENDS = lazy_regex(r"[?!.](?:\s|$)")


#: What points at words given before.
_POINTS_BACK = frozenset("word words phrase phrases term terms expression expressions wording".split())


def _tells(text: str) -> bool:
    return any(w.text not in STOPWORDS | _POINTS_BACK for w in words(text))
