"""What a question is about, without what it says of that."""

from __future__ import annotations

from assistant.language.tagging import is_noun, tags
from assistant.language.vocabulary import Term
from assistant.question.question import Question


def noun_terms(question: Question) -> tuple[Term, ...]:
    """The terms of a question that hold a noun."""
    kinds = tags(question.focus)
    return tuple(t for t in question.terms if any(is_noun(kinds.get(w, "NN")) for w in t.text.split()))
