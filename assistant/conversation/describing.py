"""Which of some recommendations a description means: what they say, in their own words and in all of their parts."""

from __future__ import annotations

from dataclasses import replace

from assistant.conversation.subject import AS_WELL
from assistant.evidence.matcher import Matcher
from assistant.language.tagging import tagged
from assistant.language.words import stems
from assistant.library.library import Library
from assistant.question.question import Question
from corpus.model import Part

#: Share of a condition's terms that a member must say to meet it.
SAYS_IT = 0.95
#: The same for the one member that is described best.
SAYS_BEST = 0.5

#: Lead over the next, of the three shares together, below which two fit a description alike (a plural for its singular).
NEARLY = 0.12


def saying(condition: Question, members: tuple[int, ...], library: Library, anywhere: bool) -> frozenset[int]:
    """The members that say what a condition names.

    Args:
        anywhere: whether any part may say it, or the recommendation's own words must.
    """
    matcher = matching(condition, library)
    says = {n: says_of(n, matcher, library) for n in members}
    return frozenset(
        n for n, (first, any_part) in says.items() if (any_part if anywhere else first) >= SAYS_IT
    )


def matching(condition: Question, library: Library) -> Matcher:
    """Matches what a condition names; pronouns name nothing."""
    pronouns = {word.lower() for word, tag in tagged(condition.focus) if tag == "PRP"}
    terms = tuple(t for t in condition.terms if t.text not in pronouns)
    return Matcher(replace(condition, terms=terms), library)


def best_of(members: tuple[int, ...], matcher: Matcher, library: Library, lead: float = NEARLY) -> int | None:
    """The one of some recommendations that a description fits best; None where it fits none, or two as well."""
    titles = {n: matcher.coverage(frozenset(stems(library.corpus.recommendations[n].title))) for n in members}
    says = {n: (*says_of(n, matcher, library), titles[n]) for n in members}
    ranked = sorted(members, key=lambda n: sum(says[n]), reverse=True)
    clear = sum(says[ranked[0]]) > sum(says[ranked[1]]) + lead
    return ranked[0] if clear and max(says[ranked[0]]) >= SAYS_BEST else None


def as_well(says: dict[int, tuple[float, float]], now: tuple[int, ...]) -> bool:
    """Whether one of those spoken of says a description as well as any other.

    Where another says all of it in its own words, one of them must do so too.

    Args:
        says: of every recommendation that may be meant, as ``says_of`` gives it.
        now: those spoken of.
    """
    here = [says[n] for n in now if n in says]
    if not here:
        return False
    first, anywhere = (max(some[i] for some in says.values()) for i in (0, 1))
    own, any_part = (max(some[i] for some in here) for i in (0, 1))
    return any_part >= AS_WELL * anywhere and not first >= SAYS_IT > own


def says_of(number: int, matcher: Matcher, library: Library) -> tuple[float, float]:
    """How much one passage of a recommendation says of what is asked: of its own words, and of any of its parts."""
    own = [u for u in library.units if u.passage.recommendation == number]
    said = [(matcher.coverage(u.stems | u.lead), u.passage.part) for u in own]
    first = max((s for s, part in said if part is Part.RECOMMENDATION), default=0.0)
    return first, max((s for s, _ in said), default=0.0)
