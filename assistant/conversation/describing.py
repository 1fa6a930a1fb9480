"""Which of some recommendations a description means: what they say, in their own words and in all of their parts."""

from __future__ import annotations

from dataclasses import replace

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


def best_of(members: tuple[int, ...], matcher: Matcher, library: Library) -> int | None:
    """The one of some recommendations that a description fits best; None where it fits none, or two as well."""
    titles = {n: matcher.coverage(frozenset(stems(library.corpus.recommendations[n].title))) for n in members}
    says = {n: (*says_of(n, matcher, library), titles[n]) for n in members}
    ranked = sorted(members, key=lambda n: says[n], reverse=True)
    clear = says[ranked[0]] > says[ranked[1]]
    return ranked[0] if clear and max(says[ranked[0]]) >= SAYS_BEST else None


def says_of(number: int, matcher: Matcher, library: Library) -> tuple[float, float]:
    """How much one passage of a recommendation says of what is asked: of its own words, and of any of its parts."""
    own = [u for u in library.units if u.passage.recommendation == number]
    said = [(matcher.coverage(u.stems | u.lead), u.passage.part) for u in own]
    first = max((s for s, part in said if part is Part.RECOMMENDATION), default=0.0)
    return first, max((s for s, _ in said), default=0.0)
