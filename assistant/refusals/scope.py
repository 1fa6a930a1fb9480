"""Questions about something else than the documents."""

from __future__ import annotations

from assistant.evidence.asked import Asked
from assistant.language.phrases import Phrases
from assistant.question.facets import Want

#: A question whose nearest passage is farther than this is about something else,
FAR = 0.12
#: and so is one a little nearer, of whose words no passage holds even this share.
RATHER_FAR, LITTLE = 0.2, 0.3
#: No question is, of whose words one passage holds this share: a few words jotted down lie far from any sentence.
NEARLY_ALL = 0.9

#: The program is to do something other than answer.
_CHORE = Phrases(
    r"\b(?:can|could|will|would) you (?:please )?(?:write|draft|compose|translate|book|order|calculate|sing|sign)\b",
    r"^\W*(?:please )?(?:write|draft|compose|translate) (?:me )?(?:a|an|my|this|the) (?:\w+ )?"
    r"(?:letter|e-?mail|poem|story|essay|speech|song|cv|report|code|program)\b",
    whole_words=False,
)


def out_of_scope(asked: Asked) -> bool:
    """Whether a question is about something else altogether."""
    question = asked.question
    if _CHORE.search(question.text):
        return True
    if (
        question.recommendations
        or question.themes
        or question.paragraphs
        or question.documents
        or question.sections
    ):
        return False
    if (
        question.speakers
        or question.statuses is not None
        or question.whens
        or question.has(Want.WHICH, Want.UNDATED)
    ):
        return False
    if not question.terms or not asked.ranked:
        return False
    nearest = max(r.dense for r in asked.ranked[:10])
    coverage = max(r.own for r in asked.ranked[:10])
    return (nearest < FAR and coverage < NEARLY_ALL) or (nearest < RATHER_FAR and coverage < LITTLE)
