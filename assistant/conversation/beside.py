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
    "before|after|ahead of|behind|alongside",
)
_ITS = Phrases("its|their|theirs|there")


def beside_named(question: Question, state: Question, about: About) -> Question | None:
    """The question about both, where a pronoun stands for one and a number names the other; else None."""
    text = question.focus
    sets_beside = question.has(Want.COMPARE, Want.ORDER) or _SETS_BESIDE.search(text)
    if not question.recommendations or not sets_beside or not (points_back(text) or _ITS.search(text)):
        return None
    spoken = spoken_of(state, about)
    both = tuple(sorted({*spoken, *question.recommendations}))
    if not spoken or len(both) == len(question.recommendations):
        return None
    return replace(question, recommendations=both, wants=question.wants | {Want.COMPARE})
