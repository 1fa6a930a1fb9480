"""An answer through the gate: every sentence held against the quotes that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.gate.claims import (
    DateClaim,
    FigureClaim,
    QuotedClaim,
    RecommendationClaim,
    StatusClaim,
    TitleClaim,
)
from assistant.gate.evidence import Evidence, evidence, plain, written
from assistant.gate.naming import numbers
from assistant.gate.places import citation_faults
from assistant.gate.prose import prose_faults
from assistant.gate.reading import understand
from assistant.gate.support import fault
from assistant.gate.text import Said, explained, make, said
from assistant.gate.whole import whole_faults
from assistant.model import QUOTES, Answer, Citation, Outcome
from corpus import Corpus


def faults(answer: Answer, corpus: Corpus) -> tuple[str, ...]:
    """What is wrong with an answer, one line each; empty where it may be shown."""
    made = list(citation_faults(answer, corpus))
    sentences = said(answer.text, explained(answer))
    shown = {c.n for c in answer.citations}
    made += [f"marker [{n}] has no quote" for s in sentences for n in s.markers if n not in shown]
    if answer.outcome is Outcome.ANSWERED:
        asked = f"{answer.question} {answer.understood or ''}"
        # Where a model is named but not which sentences are its own, all of them are.
        frame = answer.model == QUOTES or answer.explanation is not None
        for sentence in sentences:
            made += sentence_faults(sentence, answer.citations, corpus, asked if frame else "", frame=frame)
            made += _strays(sentence, answer, corpus, asked)
        for text in answer.explanation.sentences if answer.explanation else ():
            made += sentence_faults(make(text), answer.citations, corpus, "", frame=False)
        made += whole_faults(answer, sentences, evidence(answer.citations, corpus))
    return tuple(dict.fromkeys(made))


def sentence_faults(
    sentence: Said, citations: tuple[Citation, ...], corpus: Corpus, asked: str, *, frame: bool
) -> tuple[str, ...]:
    """What is wrong with one sentence.

    Args:
        sentence: the sentence.
        citations: those that may be cited; the sentence is held against those that it marks.
        asked: the question, whose words may be repeated.
        frame: whether it is one of the program's own sentences, or free prose, which must be covered word by word.
    """
    scope = tuple(c for c in citations if c.n in sentence.scope)
    if frame:
        return _against(sentence, scope or citations, corpus, asked, frame=True)
    made = _against(sentence, scope, corpus, asked, frame=False)
    if len(scope) < 2 or any(not _against(sentence, (c,), corpus, asked, frame=False) for c in scope):
        return () if len(scope) > 1 else made
    return made or _joined(sentence, scope, corpus)


def _against(
    sentence: Said, scope: tuple[Citation, ...], corpus: Corpus, asked: str, *, frame: bool
) -> tuple[str, ...]:
    found = evidence(scope, corpus, asked)
    if not frame and word_for_word(sentence, found):
        return ()
    day = written(scope[0].document if scope else "", corpus)
    understood = understand(sentence, corpus, day, frame=frame)
    made = [wrong for claim in understood.claims if (wrong := fault(claim, found))]
    if not frame:
        made += prose_faults(understood, found)
    return tuple(made)


def _joined(sentence: Said, scope: tuple[Citation, ...], corpus: Corpus) -> tuple[str, ...]:
    """Prose may put several passages together only to say which recommendations were answered alike."""
    understood = understand(sentence, corpus, written(scope[0].document, corpus), frame=False)
    alike = all(isinstance(c, StatusClaim | RecommendationClaim | TitleClaim) for c in understood.claims)
    statuses = sum(isinstance(c, StatusClaim) for c in understood.claims)
    return () if alike and statuses == 1 else ("it puts together what several passages say",)


def word_for_word(sentence: Said, found: Evidence) -> bool:
    """Whether a sentence of a quote that it cites begins with the very words."""
    words = plain(sentence.own).lower().strip(" .;,")
    starts = (re.sub(r"^\d+\. ", "", read.text).lower() for read in found.sentences)
    return len(re.findall(r"\w+", words)) >= _ENOUGH and any(s.startswith(words) for s in starts)


_ENOUGH = 6
"""Words of a sentence that make it more than a scrap of another."""


def _strays(sentence: Said, answer: Answer, corpus: Corpus, asked: str) -> Iterator[str]:
    """Markers that lead to another recommendation than the sentence speaks of.

    Only a recommendation that the answer is about too may stand beside those named, and only where its quote carries
    a date, a figure or words of the sentence: two recommendations may be given in one sentence.
    """
    named = numbers(sentence.own) or sentence.about
    for citation in answer.citations if named else ():
        number = citation.recommendation
        if citation.n not in sentence.markers or number is None or number in named:
            continue
        found = evidence((citation,), corpus, asked)
        claims = understand(sentence, corpus, written(citation.document, corpus), frame=True).claims
        carried = [c for c in claims if isinstance(c, DateClaim | FigureClaim | QuotedClaim)]
        if number not in answer.recommendations or not any(fault(c, found) is None for c in carried):
            yield f"[{citation.n}] stands under recommendation {number}"
