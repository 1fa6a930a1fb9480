"""One of the recommendations just spoken of, chosen by what it is about ("of those two, which is about training?")."""

from __future__ import annotations

from dataclasses import replace

from assistant.conversation.subject import About
from assistant.evidence.matcher import Matcher
from assistant.language.numbers import SEVERAL
from assistant.language.phrases import Phrases
from assistant.library.library import Library
from assistant.question.facets import Want
from assistant.question.question import Question
from corpus.model import Part

_THEM = f"(?:those|these|them|the (?:{SEVERAL}|lot))(?: {SEVERAL})?"
#: One of several is asked for; "which of them are …" asks for more.
_ONE_OF_THEM = Phrases(
    rf"which (?:one )?of {_THEM},? (?:is|was|has|does|\w+s)",
    rf"(?:of|out of|among) {_THEM},? (?:which|what) (?:one )?(?:is|was|has|does|\w+s)",
    rf"which one (?:is|was|has|does|\w+s)|the one of {_THEM}",
)
_SOME_OF_THEM = Phrases(
    rf"(?:which|what|any|how many|all|none|some|both|are|were)(?: one)? of {_THEM}",
    rf"of {_THEM},? (?:which|what)",
)
#: Share of what is asked that the chosen recommendation must say.
SAYS_IT = 0.5


def of_them(question: Question, state: Question, library: Library, about: About) -> Question | None:
    """A question that picks one of several just spoken of, as one about that one; None where it picks none.

    What is said of the one comes whole: its words, its status and its timescale.
    """
    keyed = question.statuses is not None or question.whens or question.recommendations
    orders = question.has(Want.UNDATED, Want.EARLIEST, Want.LATEST, Want.ORDER, Want.COUNT)
    if keyed or orders or not question.terms or not _ONE_OF_THEM.search(question.text):
        return _some_of_them(question, state, about)
    spoken_of = about(state).recommendations
    if len(spoken_of) < 2:
        return None
    matcher = Matcher(question, library)
    best = max(spoken_of, key=lambda n: _says(n, matcher, library))
    if max(_says(best, matcher, library)) < SAYS_IT:
        return None
    return replace(
        question, recommendations=(best,), terms=(), wants=question.wants - {Want.WHICH, Want.LIST, Want.WHO}
    )


def _some_of_them(question: Question, state: Question, about: About) -> Question | None:
    """ "Which of them are due in 2011?": the same selection among those spoken of."""
    keyed = question.statuses is not None or question.whens
    if question.recommendations or question.terms or not keyed or not _SOME_OF_THEM.search(question.text):
        return None
    spoken_of = about(state).recommendations
    if len(spoken_of) < 2:
        return None
    return replace(question, recommendations=spoken_of, wants=question.wants | {Want.WHICH})


def _says(number: int, matcher: Matcher, library: Library) -> tuple[float, float]:
    """How much one passage of a recommendation says of what is asked, its own words before its answer's."""
    own = [u for u in library.units if u.passage.recommendation == number]
    said = [(matcher.coverage(u.stems | u.lead), u.passage.part) for u in own]
    first = max((s for s, part in said if part is Part.RECOMMENDATION), default=0.0)
    return first, max((s for s, _ in said), default=0.0)
