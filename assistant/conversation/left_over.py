"""What is left when the sets of some statuses were told ("so that leaves which?", "and the odd one out?", "and which weren't?")."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.conversation.signs import REST
from assistant.language.phrases import Phrases
from assistant.language.spelling import Speller
from assistant.library.library import Library
from assistant.question.question import Question, read
from assistant.question.statuses import statuses
from corpus.model import Recommendation, Status
from corpus.patterns import lazy_regex

_LEFT = Phrases(
    r"what(?:'s| is| was| does that| do(?:es)? (?:those|these))? (?:left|leaves?)|(?:that|which|those|these) leaves?|left(?: over)?",
    "remain(?:s|ing)?|in either (?:way|form|sense)|(?:in )?neither(?: way| of (?:those|these|them))?",
)
#: One alone is meant.
_ODD_ONE = Phrases(
    "odd (?:one|rec|recommendation|man|thing) out|(?:the|an|any|no|one|single|only|lone) (?:exception|outlier|odd one)(?!s)",
    r"(?:(?:the|that|which) )?(?:missing|outstanding|last) (?:one|rec|recommendation)(?=\W*$)|which(?: one)?(?:['’]s| is| was) (?:missing|left|the odd one)",
    "(?:the|which|that) (?:one|single one|last one|recommendation|rec)(?: (?:that|which))?(?:['’]s| is| was|s)?(?: still)? (?:left|leave|remain|over)(?:s|ing)?",
    "(?:leaves|leaving|left with)(?: us)?(?: with)?(?: just| only)? (?:the )?(?:one|single one)",
    r"the (?:one|rec|recommendation)(?: (?:that|which|to))?[^?.;,]{0,20} neither",
)
#: "Neither that nor accepted": what is said after it is denied beside what was told.
_NEITHER_NOR = lazy_regex(
    r"\b(?:neither|not) (?:that|those|this|these|of (?:those|them)|one)\b[^?.;]*?\b(?:nor|or)\b(?P<named>[^?.;]*)",
    re.IGNORECASE,
)
#: "And which weren't?": all but those of the last set.
_NOT_SO = lazy_regex(
    r"^\W*(?:(?:and|so|but|ok|what about|how about|what of)\W+)*(?:(?:which|what|who|the|those|any)(?: ones?)?)(?: (?:that|which|who))?"
    r" (?:was|were|did|is|are|has|have|had|do|does)(?:n['’]t| not)(?:\W+(?:please|then|though|too))?\W*$",
    re.IGNORECASE,
)
#: The one of a theme that was not told.
_OTHER_ONE = lazy_regex(r"\bthe other(?: one)?\W*$", re.IGNORECASE)
_NO = r"(?:n['’]t|\bnot|\bnever|\bno)\b"
#: In neither form ("which did they not accept at all?"), or any but those just told ("any they didn't accept?").
_NOT_AT_ALL = lazy_regex(
    rf"{_NO}[^.?;,]*\b(?:at all|whatsoever|either|in any (?:way|form|sense)|even (?:in part|partly|in principle))\b",
    re.IGNORECASE,
)
_ANY_NOT = lazy_regex(
    rf"^\W*(?:(?:and|so|but|ok|were|are|was|is|there)\W+)*any\b[^.?;,]*{_NO}", re.IGNORECASE
)
_DENIES = lazy_regex(_NO, re.IGNORECASE)
_ACCEPTED = frozenset({Status.ACCEPT, Status.ACCEPT_IN_PRINCIPLE})


def left_of_all(
    question: Question, states: list[Question], library: Library, speller: Speller
) -> Question | None:
    """The set of all statuses that were not told, under the themes that were spoken of; None where nothing asks for it."""
    if question.recommendations or question.whens or question.themes:
        return None
    denied, odd = _denied(question), _ODD_ONE.search(question.text)
    asked = _LEFT.search(question.text) or REST.search(question.text) or _NOT_SO.match(question.text)
    other = _OTHER_ONE.search(question.text) if states[-1].themes else None
    if not (denied or odd or asked or other):
        return None
    told = _told(states[-1:] if _NOT_SO.match(question.text) else states)
    if not told:
        return None
    nor = _NEITHER_NOR.search(question.text)
    told |= denied | ((statuses(nor["named"])[0] or frozenset()) if nor else frozenset())
    rest = [s for s in Status if s not in told]
    own = question.statuses or frozenset()
    if own and REST.search(question.text):
        rest = [s for s in rest if (s in own) is not bool(_DENIES.search(question.text))]
    elif not (nor or odd or told.issuperset(own)):
        return None
    themes = states[-1].themes
    if other and sum(r.status in rest for r in _held(themes, library)) != 1:
        return None
    if odd:
        rest = _given_once(rest, themes, library) or rest
    return read(f"{of_statuses(rest)}{under(themes)}?", library, speller) if rest else None


def _told(states: list[Question]) -> frozenset[Status]:
    """The statuses whose sets were asked for last, one after another, of all or under the same themes."""
    told: frozenset[Status] = frozenset()
    for state in reversed(states):
        if not state.statuses or state.recommendations or state.themes != states[-1].themes or state.whens:
            break
        told |= state.statuses
    return told


def _given_once(rest: list[Status], themes: tuple[int, ...], library: Library) -> list[Status]:
    """The one status that only one recommendation was given, under some themes or of all; none where there are more such."""
    given = [r.status for r in _held(themes, library)]
    once = [s for s in rest if given.count(s) == 1]
    return once if len(once) == 1 else []


def _held(themes: tuple[int, ...], library: Library) -> list[Recommendation]:
    """The recommendations under some themes; all of them for none."""
    return [r for r in library.corpus.recommendations.values() if not themes or r.theme in themes]


def _denied(question: Question) -> frozenset[Status]:
    """The answers that a question says were not given; all that accept, where it denies any acceptance."""
    match = _NOT_AT_ALL.search(question.text)
    own = [t for t in question.terms if not (match and t.text in match[0].lower())]
    if not question.statuses or own or question.themes:
        return frozenset()
    if match:
        return question.statuses | (_ACCEPTED if question.statuses & _ACCEPTED else frozenset())
    return question.statuses if _ANY_NOT.search(question.text) else frozenset()


def of_statuses(some: Iterable[Status]) -> str:
    """The set question of some statuses, without its end."""
    names = " or ".join(s.value.replace("_", " ") for s in Status if s in some)
    return f"Which recommendations were answered {names}"


def under(themes: tuple[int, ...]) -> str:
    """Where the recommendations of some themes stand, as it may end a question; empty for no theme."""
    return f" in theme {' and '.join(map(str, themes))}" if themes else ""
