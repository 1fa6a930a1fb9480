"""Recommendations called by what their titles share: "the two inspection recommendations"."""

from __future__ import annotations

from assistant.evidence.asked import Asked
from assistant.evidence.saying import near, singular
from assistant.language.numbers import SEVERAL, value
from assistant.language.phrases import Phrases
from assistant.language.vocabulary import Term, terms
from assistant.language.words import stems, words
from corpus.model import Recommendation

_GROUP = Phrases(
    rf"(?:(?:the|her|his|their|those|these|munro's) )?(?P<count>{SEVERAL}|both)(?: of)?(?: the)? (?P<what>[\w' -]{{2,40}}?) (?:recommendations|recs|proposals|ones)",
)
_BEHIND = Phrases(
    rf"(?P<count>{SEVERAL}|both)(?: of)?(?: the)? (?:recommendations|recs|proposals|ones)(?: that are)? (?:on|about|concerning|to do with) (?P<what>[\w' -]{{2,40}}?)(?=[,:;.?!(]|\s[-–—]|$)"
)


def grouped(asked: Asked) -> tuple[Recommendation, ...]:
    """The recommendations of a group named by its size and what they are about; none where the titles do not bear it out."""
    match = _BEHIND.search(asked.question.focus) or _GROUP.search(asked.question.focus)
    if match is None:
        return ()
    about = terms(words(match["what"]), asked.library.vocabulary)
    found = tuple(
        r
        for _, r in sorted(asked.corpus.recommendations.items())
        if about and all(_titled(t, r.title) for t in about)
    )
    count = 2 if match["count"].lower() == "both" else value(match["count"])
    return found if len(found) == count else ()


def _titled(term: Term, title: str) -> bool:
    """Whether a title says a term, in whatever wording and number."""
    held = stems(title)
    return near(singular(term.text), singular(title)) or any(near(w, held) for w in term.alternatives)
