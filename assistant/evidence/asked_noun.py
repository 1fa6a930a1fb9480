"""The thing that a question counts: the noun after "how many", and numbers that count it."""

from __future__ import annotations

import re
from itertools import dropwhile, takewhile

from assistant.language.numbers import CARDINALS, value
from assistant.language.tagging import tags
from assistant.language.words import STOPWORDS, Word, words
from assistant.question.topic import FRAME
from corpus.patterns import lazy_regex

_MOST = "(?:most|maximum|max|fewest|minimum)"
_ASKS_NUMBER = (
    rf"how many|how much(?! (?:the|longer)\b)|what(?:'s|s| is| was) the {_MOST}"
    r"|^(?:max|maximum|min|minimum)(?: (?:no|number)\.?(?: of)?)?"
    r"|what (?:percentage|proportion|share) of|total"
    r"|(?:^|(?<=\bthe )|(?<=\bwhat )|(?<=\btotal )|(?<=\bexact )|(?<=\bactual )|(?<=\boverall ))number of"
)
#: Words before the noun that say which of it, and words that end its phrase.
_BESIDE = "more|extra|of the|of|new|additional|the|other|further|different"
_ENDS = (
    "is|are|was|were|do|does|did|will|would|should|shall|has|have|had|can|could|must|may"
    "|to|of|for|in|on|at|by|about|that|who|we|they|you"
)
_COUNTS = lazy_regex(
    rf"\b(?:{_ASKS_NUMBER})(?: (?:{_BESIDE}))* (?P<noun>(?:(?!(?:{_ENDS})\b)[\w'-]+ ?){{1,4}})", re.IGNORECASE
)
#: Kinds, parts and points of anything.
_KINDS = """kind kinds sort sorts type types thing things way ways example examples detail details point points stage part
    circumstances extent difference differences area areas factor factors condition conditions measure measures option options
    element elements aspect aspects effect line position place places side sides case subject matter matters topic topics period season
    day month year years time"""
#: What an argument is made of, and what it leads to.
_ARGUMENT = """reason reasons reasoning rationale thinking view views idea ideas notion stance statement answer evidence approach purpose
    aim aims goal goals issue issues problem problems concern concerns worry worries fear fears risk risks benefit benefits support
    plan plans step steps action actions change changes arrangement arrangements promise promises proposal proposals suggestion
    message gist wording words"""
#: Whoever acts or is acted for, where no name says who.
_ACTORS = """body bodies organisation organisations organization people person group groups role roles agency agencies department
    departments minister ministers council councils authority authorities official officials professional professionals partner
    partners colleague colleagues boss job jobs"""
#: What points out one of several.
_POINTING = "latest earliest next first last other others one ones main key wider new wrong different happening expected meant"
#: What the asker writes the answer into, or has it from.
_PAPERS = "diary planner agenda slide slides handout letter note notes title"
#: Words of everyday asking that any passage can be an answer to.
GENERIC = frozenset(f"{_KINDS} {_ARGUMENT} {_ACTORS} {_POINTING} {_PAPERS}".split())
#: Words that give a number without being one.
_AMOUNTS = frozenset("hundred thousand million half both single several".split())
_PARAGRAPH_NUMBER = lazy_regex(r"^\d+\.\s")
#: "In every force" says how many forces; of nothing else.
_ALL = frozenset(("every", "each"))
#: Words between a number and what it counts.
REACH = 5


def is_generic(word: str) -> bool:
    """Whether any passage can be an answer to a lower-case word: one of everyday asking, of the frame, or a number."""
    return word in GENERIC or word in FRAME or value(word) is not None


def counted_noun(text: str) -> Word | None:
    """The noun that a question asks the number of; None where it asks for none."""
    match = _COUNTS.search(text)
    if match is None:
        return None
    own = words(match["noun"])
    found = list(takewhile(lambda w: not _is_small(w), dropwhile(_is_small, own)))
    return found[-1] if found else next((w for w in own[:1] if _is_plural(w)), None)


def _is_small(word: Word) -> bool:
    return word.text in STOPWORDS


def _is_plural(word: Word) -> bool:
    """Whether a small word is a plural that tells what is counted ("how many questions …")."""
    return tags(word.text).get(word.text) == "NNS" and not is_generic(word.text)


def _is_number(token: str) -> bool:
    return token[:1].isdigit() or token in CARDINALS or token in _AMOUNTS


def counts(text: str, noun: Word, others: frozenset[str] = frozenset()) -> bool:
    """Whether a text gives a number of something: a number a few words before the noun (or another wording of it).

    Args:
        text: a passage.
        noun: what is counted.
        others: stems that mean the same.
    """
    found = re.findall(r"[A-Za-z]+(?:'[a-z]+)?|£?\d[\d,.]*", _PARAGRAPH_NUMBER.sub("", text))
    for i, token in enumerate(found):
        if _is_number(token.lstrip("£").lower()):
            following = {w.stem for t in found[i + 1 : i + 1 + REACH] for w in words(t)}
            if noun.stem in following or others & following:
                return True
        if token.lower() in _ALL and noun.stem in {w.stem for t in found[i + 1 : i + 3] for w in words(t)}:
            return True
    return False
