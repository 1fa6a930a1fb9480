"""The recommendations whose numbers stand in a sentence beside the question ("Looking at recs 2 and 6. Which …?")."""

from __future__ import annotations

from dataclasses import replace

from assistant.evidence.asked import Asked
from assistant.question.numbers import numbers
from assistant.question.references import references


def with_numbers_beside(asked: Asked) -> Asked:
    """The question about the several recommendations that sentences beside it name, where it names nothing itself.

    What it calls in words is then one of these: numbers say for certain which is meant.
    """
    question = asked.question
    own = question.recommendations or question.themes or question.paragraphs or question.documents
    if own or question.sections or not any(t.text.isdigit() for t in question.background):
        return asked
    named = numbers(references(question.text), "recommendation")
    if len(named) < 2 or not set(named) <= set(asked.corpus.recommendations):
        return asked
    return replace(asked, question=replace(question, recommendations=named))
