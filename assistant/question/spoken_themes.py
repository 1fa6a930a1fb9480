"""The theme that a text tells by part of its name, beside the word itself ("the early help theme", "the theme about …")."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.language.phrases import Phrases
from assistant.language.tagging import tagged
from assistant.language.words import STOPWORDS, Word, stems, words
from assistant.library.library import Library
from corpus.patterns import lazy_regex

#: What a document sorts its recommendations into; a number behind it tells which.
_THEME = Phrases("themes?|strands?", after=r"(?! \d)")
_RECOMMENDATIONS = Phrases("recommendations|recs|proposals")
#: "Which theme …?" asks for it.
_ASKED_FOR = lazy_regex(r"\b(?:which|what|whose) $", re.IGNORECASE)
#: What leads from the word to its subject.
_LEADS = Phrases(
    r"(?:[,:]? (?:that|which|is|was|are|all|mainly|we call|they call|has|having))*"
    r" (?:about|on|of|around|covering|concern\w*(?: with)?|called|named|titled|headed|entitled|label+ed|for|over"
    r"|deal\w* with|to do with|relat\w+ to|look\w* at|covers|focus\w* on)\b|[:,]? ?(?=[\"'“‘(])",
    whole_words=False,
)
#: What joins the words of a name.
_JOINS = frozenset("and of for the a an & in".split())
#: A clause ends the subject.
_ENDS = lazy_regex(r"[,;:.?!)\]–—]|\s-|(?<=\w)[\"”](?=\W|$)")


def spoken_themes(text: str, library: Library) -> tuple[int, ...]:
    """The one theme that a text tells beside "theme", or right before "recommendations"; none where it tells none, or several could be meant."""
    for match in _THEME.finditer(text):
        before = text[: match.start()]
        if _ASKED_FOR.search(before):
            continue
        onward = _onward(text, match.end())
        own = _longest(_back(before), library) or _longest(onward, library, least=max(1, len(onward)))
        if own:
            return own
    for match in _RECOMMENDATIONS.finditer(text):
        named = _back(text[: match.start()])
        if own := _longest(named, library, least=2):
            return own
    return ()


def _back(text: str) -> list[str]:
    """The words of the clause before a place, the nearest first, up to the article that opens their phrase."""
    start = max((m.end() for m in _ENDS.finditer(text.rstrip("\"'”’ "))), default=0)
    found: list[str] = []
    for word in reversed(words(text[start:].replace("-", " "))):
        if _is_joint(word):
            if word.text in ("the", "a", "an"):
                break
            continue
        if word.text in STOPWORDS:
            break
        found.append(word.stem)
    return found


def _onward(text: str, at: int) -> list[str]:
    """The words of the phrase that tells what a theme is about, in order."""
    lead = _LEADS.match(text, at)
    if lead is None:
        return []
    begins = lead.end() + len(text[lead.end() :]) - len(text[lead.end() :].lstrip(" \"'“‘("))
    end = _ENDS.search(text, begins)
    clause = text[begins : end.start() if end else len(text)].replace("-", " ")
    kinds = {word.lower(): tag for word, tag in tagged(clause)}
    found: list[str] = []
    for word in words(clause):
        if _is_joint(word):
            continue
        if word.text in STOPWORDS or kinds.get(word.text, "NN") in ("VBD", "VBZ", "VBP", "MD"):
            break
        found.append(word.stem)
    return found


def _is_joint(word: Word) -> bool:
    return word.text in _JOINS


def _longest(nearest: list[str], library: Library, least: int = 1) -> tuple[int, ...]:
    """The one theme whose name holds the most of some stems from the nearest on; none where that is fewer than wanted."""
    names = {number: frozenset(stems(name)) for number, name in library.corpus.themes.items()}
    reach = {number: _run(nearest, name) for number, name in names.items()}
    best = max(reach.values(), default=0)
    found = tuple(n for n, length in reach.items() if length == best)
    return found if best >= least and len(found) == 1 else ()


def _run(nearest: Iterable[str], name: frozenset[str]) -> int:
    """How many stems from the first on a name holds."""
    count = 0
    for stem in nearest:
        if stem not in name:
            break
        count += 1
    return count
