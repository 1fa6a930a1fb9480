"""Words that set questions are made of and that say nothing of a topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.language.vocabulary import Term
from assistant.question.topic import FRAME
from assistant.question.wordings import wordings

if TYPE_CHECKING:
    from assistant.question.question import Question


def is_filler(word: str) -> bool:
    """Whether a word is one of those that set questions are made of, or of the frame that every question may have."""
    return word.lower() in wordings("filler") or word.lower() in FRAME


def all_filler(term: Term) -> bool:
    """Whether a term is made of such words, numbers and verbs of mentioning alone."""
    filler, mentioning = wordings("filler"), wordings("mentioning")
    return all(w in filler or w.isdigit() or w in mentioning for w in term.text.split())


def topical(question: Question) -> bool:
    """Whether a question has a topic of its own."""
    filler = wordings("filler")
    return any(w not in filler and not w.isdigit() for t in question.terms for w in t.text.split())
