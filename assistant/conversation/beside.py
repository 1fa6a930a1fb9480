"""What was spoken of set beside a recommendation named by number ("is that sooner than 8?", "how does its status compare with 14's?")."""

from __future__ import annotations

from dataclasses import replace

from assistant.conversation.signs import points_back
from assistant.conversation.subject import spoken_of
from assistant.conversation.told import About
from assistant.language.phrases import Phrases
from assistant.question.facets import Want
from assistant.question.question import Question

_SETS_BESIDE = Phrases(
    "than|as|same|different(?:ly)?|differs?|compare[sd]?|comparison|versus|vs|beside|against|like|match(?:es)?",
    "ahead of|behind|alongside",
    r"(?<!one )(?<!recommendation )(?<!rec )(?:before|after)",
)
#: "Is that the same for 6?": asked of that one alone.
_ASKS_AGAIN = Phrases("same (?:for|with|of)")
#: "Same date as rec 2?": what is the same is left to what was spoken of.
_SAME_AS = Phrases(
    r"same(?: [\w-]+){0,2} as|(?:earlier|later|sooner|before|after)(?: or (?:earlier|later|sooner|before|after))?",
    before=r"^\W*(?:(?:and|so|the|at|in|is|also|due)\W+)*",
)
#: "What's the difference from 12?"
_FROM = Phrases(
    "(?:different|difference|compared?|comparison|distinct)\\w* (?:from|to|with)(?: that of)?(?: rec\\w*)?(?: \\d+)?",
    after=r"\W*$",
)
_ITS = Phrases(
    "its|their|theirs|there|(?:is|was|are|were|does|do|did|would|will|can|could|compare|set|put) (?:that|this|it)",
)


def beside_named(question: Question, state: Question, about: About) -> Question | None:
    """The question about both, where a pronoun stands for one and a number names the other; else None."""
    text = question.focus
    if not question.recommendations or not sets_beside(question):
        return None
    leans = points_back(text) or _ITS.search(text) or _SAME_AS.search(text) or _FROM.search(text)
    if _ASKS_AGAIN.search(text) or not leans:
        return None
    spoken = spoken_of(state, about)
    both = tuple(sorted({*spoken, *question.recommendations}))
    if not spoken or len(both) == len(question.recommendations):
        return None
    return with_compared(replace(question, recommendations=both))


def sets_beside(question: Question) -> bool:
    """Whether a question sets one thing beside another."""
    return question.has(Want.COMPARE, Want.ORDER) or bool(_SETS_BESIDE.search(question.focus))


def with_compared(question: Question) -> Question:
    """A question that asks for a comparison."""
    return replace(question, wants=question.wants | {Want.COMPARE})
