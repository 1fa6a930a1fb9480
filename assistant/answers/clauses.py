"""Which of several dates in one sentence a question asks for."""

from __future__ import annotations

import re

from assistant.answers.matching import deadline
from assistant.evidence.asked import Asked
from assistant.language.words import words
from assistant.library.library import Sentence
from assistant.question.facets import Want
from assistant.question.question import Question
from assistant.question.times_apart import dates_announced
from assistant.question.topic import set_aside
from corpus.model import Modality, When

#: Words that say how many of a kind are meant: all of them, or the greater part.
_HOW_MANY = (
    frozenset(("all", "every", "everywhere", "everyone", "everybody")),
    frozenset(("most", "majority", "bulk")),
)
#: Words before a bracket that name what the bracket speaks of.
NEAR = 6


def whens_asked(asked: Asked, sentence: Sentence) -> tuple[When, ...]:
    """The dates of a sentence that the question asks for; all of them where nothing tells them apart."""
    question = asked.question
    if len(sentence.whens) < 2 or question.whens or question.has(Want.YES_NO):
        return sentence.whens
    main = tuple(w for w in sentence.whens if not _aside(asked, sentence, w)) or sentence.whens
    if dates_announced(question.text) == len(main):
        return main
    return _last(question, _of_so_many(question.focus, sentence, main))


def _last(question: Question, whens: tuple[When, ...]) -> tuple[When, ...]:
    """The last of the dates by which the same thing is done, where the latest of all is asked for."""
    if not question.has(Want.LATEST) or any(w.modality is not Modality.BY for w in whens):
        return whens
    return (max(whens, key=deadline),) if whens else whens


def _aside(asked: Asked, sentence: Sentence, when: When) -> bool:
    """Whether a date stands in brackets that speak of something not asked about."""
    before = sentence.text[: when.span.start]
    opened = before.rfind("(")
    if opened <= before.rfind(")"):
        return False
    near = {w.stem for w in words(before[:opened])[-NEAR:]} | {w.stem for w in words(before[opened:])}
    return not any(
        near.issuperset(wording) for t in asked.question.terms for wording in (t.own, *t.alternatives)
    )


def _of_so_many(text: str, sentence: Sentence, whens: tuple[When, ...]) -> tuple[When, ...]:
    """The dates whose clause speaks of all, or of most, as the question does."""
    meant = _quantity(_without(text, set_aside(text)))
    if meant is None:
        return whens
    starts = [0, *(w.span.end for w in whens)]
    found = tuple(
        w
        for start, w in zip(starts, whens, strict=False)
        if _quantity(sentence.text[start : w.span.end]) == meant
    )
    return found or whens


def _quantity(text: str) -> int | None:
    """Which kind of quantity a text speaks of; None where it names none or both."""
    said = set(re.findall(r"[a-z]+", text.lower()))
    kinds = [i for i, some in enumerate(_HOW_MANY) if said & some]
    return kinds[0] if len(kinds) == 1 else None


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
