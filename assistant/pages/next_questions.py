"""Questions that a person may want to ask next."""

from __future__ import annotations

from assistant.model import Answer, Citation, Outcome
from corpus import Corpus
from corpus.model import Part, PassageKind

#: Shown on an empty page.
EXAMPLES = (
    "When should every council have a Principal Child and Family Social Worker?",
    "Which recommendations were accepted in principle?",
    "What is due by December 2011?",
    "Why did Professor Munro want statutory timescales removed?",
    "Was recommendation 9 rejected?",
    "What did ministers ask of local health services?",
)
#: How many are offered under an answer.
OFFERED = 3

_ABOUT = {
    Part.TIMESCALE: "When is recommendation {n} due?",
    Part.GOVERNMENT_RESPONSE: "How did the Government respond to recommendation {n}?",
    Part.RECOMMENDATION: "What does recommendation {n} say?",
    Part.MUNRO_ARGUMENT: "What was Professor Munro's argument for recommendation {n}?",
}


def next_questions(answer: Answer, corpus: Corpus) -> tuple[str, ...]:
    """The answer's own suggestions; else the parts of its recommendation that it did not show; else examples.

    An answer about several recommendations leads on to each of the first few.
    """
    if answer.suggestions:
        return answer.suggestions[:OFFERED]
    about = [n for n in answer.recommendations if n in corpus.recommendations]
    if len(about) == 1:
        shown = {c.part for c in answer.citations if c.recommendation == about[0] and _says(c, corpus)}
        return tuple(text.format(n=about[0]) for part, text in _ABOUT.items() if part not in shown)[:OFFERED]
    if about:
        return tuple(_ABOUT[Part.GOVERNMENT_RESPONSE].format(n=n) for n in about[:OFFERED])
    return EXAMPLES[:OFFERED] if answer.outcome is not Outcome.ANSWERED else ()


def about_recommendation(number: int) -> tuple[str, ...]:
    """A question about each part of a recommendation."""
    return tuple(text.format(n=number) for text in _ABOUT.values())


def _says(citation: Citation, corpus: Corpus) -> bool:
    """Whether a citation shows something of its part, more than the heading with the status."""
    passage = corpus.by_id.get(citation.passage)
    return passage is None or passage.kind is not PassageKind.STATUS_LINE
