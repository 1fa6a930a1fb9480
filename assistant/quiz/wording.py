"""Room for a question: of several wordings the fullest that fits where there is little."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.patterns import lazy_regex

ROOM = 120
"""Characters of a stem that every format holds; Kahoot's limit is the narrowest."""
OPTION_ROOM = 75
"""Characters of an option that every format holds."""
WHICH = ("Which of these", "Which one of these", "Which of the following")
"""Ways to begin the same question about different options, so that no two stems are the same."""


def fitting(*wordings: str) -> str:
    """The first wording that fits, so give the fullest first; where none fits, the first of all.

    Every wording must be understood by itself: only names and places are said more briefly, never a quote.
    """
    return next((w for w in wordings if len(w) <= ROOM), wordings[0])


def briefer(title: str, room: int, others: Iterable[str]) -> str:
    """A title of ours cut before a joining word, as late as fits; whole where it fits or would be taken for another.

    Args:
        room: characters that it may have.
        others: the titles from which it must be told.
    """
    cuts = [title, *(title[: m.start()] for m in reversed(list(_JOIN.finditer(title))))]
    told = list(others)
    fit = (c for c in cuts if len(c) <= room and not any(o.startswith(c) for o in told))
    return next(fit, title)


_JOIN = lazy_regex(r"(?<=\w\w) (?=(?:and|for|in|of|on|to|with) )")
