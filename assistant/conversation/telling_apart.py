"""One of two recommendations spoken of together, told by what it alone says ("why did she want the vets covered?")."""

from __future__ import annotations

from dataclasses import replace

from assistant.conversation.describing import SAYS_BEST, SAYS_IT, matching, says_of
from assistant.conversation.signs import things
from assistant.conversation.subject import OF_WORDS, TOGETHER
from assistant.language.phrases import Phrases
from assistant.library.library import Library
from assistant.question.facets import Want
from assistant.question.question import Question

OF_BOTH = Phrases("both|of the two|the two|the pair|those two|these two|either|neither")
"""Both of two are meant."""

#: What is asked of the whole of a recommendation; the things named in it only tell which.
_OF_THE_WHOLE = (Want.ARGUMENT, Want.RESPONSE, Want.STATUS)


def told_apart(question: Question, numbers: tuple[int, ...], library: Library) -> Question | None:
    """The question of the one that alone speaks of the things asked about in its own words; None where both may be meant."""
    named = things(question) if len(numbers) == TOGETHER and question.wants & OF_WORDS else ()
    if not named or OF_BOTH.search(question.text) or question.has(Want.COMPARE):
        return None
    matcher = matching(replace(question, terms=named), library)
    says = {n: says_of(n, matcher, library) for n in numbers if n in library.corpus.recommendations}
    own = [n for n, (first, _) in says.items() if first >= SAYS_IT]
    others = [anywhere for n, (_, anywhere) in says.items() if n not in own]
    if len(own) != 1 or max(others, default=0.0) >= SAYS_BEST:
        return None
    return replace(
        question, recommendations=(own[0],), terms=() if question.has(*_OF_THE_WHOLE) else question.terms
    )
