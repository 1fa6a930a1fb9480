"""Answers about a document itself: who signed it, whom it is addressed to, and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import takewhile

from assistant.answers.draft import Draft, Line
from assistant.evidence.asked import Asked
from assistant.evidence.named import people_named
from assistant.evidence.quote import whole
from assistant.language.phrases import Phrases
from assistant.language.words import stems, words
from assistant.library.library import Stems, Unit
from assistant.model import Outcome
from assistant.question.facets import Want
from assistant.question.naming import named_documents, named_sections
from assistant.question.nouns import noun_terms
from assistant.question.paper import BY, SAID, SAYS, TO, WHERE
from assistant.question.question import Question
from corpus.patterns import lazy_regex

_POSTCODE = lazy_regex(r"\b[A-Z]{1,2}\d\w? \d[A-Z]{2}\b")
_ASKS = Phrases(
    r"who|whom|whose|(?:which|what) (?!did|does|do|is|was|are|were|has|had|will|would)[\w-]+|names?|address(?= )",
    r"addressees?|recipients?|signator(?:y|ies)|what(?:'s| is| was) the (?:name|job|post|title|role)",
)


def answer_document(asked: Asked) -> Draft | None:
    """The head or the foot of a letter, a foreword or a paper; None where the question asks for something else."""
    question = asked.question
    if not (question.documents or question.sections) or question.has(Want.WHEN):
        return None
    text = question.focus
    claim = claimed_of_paper(asked)
    if not (claim or question.has(Want.WHO, Want.WHICH) or _ASKS.search(text)):
        return None
    said, to, by, where = (p.search(claim.text if claim else text) for p in (SAYS, TO, BY, WHERE))
    if said:
        return None
    if not (to or by or where):
        return None
    asked_for = _asked_for(asked, claim)
    for foot in (False,) if to or where else (True, False):
        labels = edges_of(asked, foot)
        shown: Stems = frozenset().union(*(u.stems for u in labels))
        located = not where or any(_POSTCODE.search(u.passage.text) for u in labels)
        if labels and located and asked_for <= shown:
            return Draft(
                Outcome.ANSWERED,
                (Line("It is signed:" if foot else "It is addressed as follows:", (whole(labels[0]),)),),
                tuple(whole(u) for u in labels),
                from_records=True,
            )
    return None


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody and a paper of whom a question wants something confirmed ("Bo Lee signed the letter, right?")."""

    text: str
    """From the first of the two on."""
    names: frozenset[str]
    """Words of the names of people, in lower case."""


def only_confirms(question: Question) -> bool:
    """Whether a question wants no more than a claim confirmed, if it asks who it was that did it as well."""
    return Want.YES_NO in question.wants and question.wants <= {Want.YES_NO, Want.WHO}


def claimed_of_paper(asked: Asked) -> Claim | None:
    """The claim that a question makes of a paper, and nothing more; None where it names nobody, or asks for something else."""
    question, text = asked.question, asked.question.focus
    if not only_confirms(question):
        return None
    papers = named_sections(text, asked.library)[1] or named_documents(text, asked.library)[1]
    people = [
        s for s in people_named(text, asked.library) if not any(a < s[1] and s[0] < b for a, b in papers)
    ]
    if not people or not papers:
        return None
    first, last = min(a for a, _ in (*people, *papers)), max(b for _, b in (*people, *papers))
    behind = {w.text for w in words(text[last:])}
    if any(behind.intersection(t.text.split()) for t in noun_terms(question)):
        return None
    return Claim(text[first:], frozenset(w.text for a, b in people for w in words(text[a:b])))


def answer_claimed_paper(asked: Asked) -> Draft | None:
    """The head or the foot of the paper, or the section, that a question claims somebody wrote, signed or got; None where it claims none."""
    question = asked.question
    if not (question.documents or question.sections) or claimed_of_paper(asked) is None:
        return None
    return answer_document(
        replace(asked, question=replace(question, documents=())) if question.sections else asked
    )


def _asked_for(asked: Asked, claim: Claim | None) -> frozenset[str]:
    """What the head or the foot must say to be what a question asks for: names that one only wants confirmed it need not."""
    papers = called(asked, asked.question.documents)
    inside = {w.text for w in words(claim.text if claim else asked.question.focus)}
    inside -= claim.names if claim else frozenset()
    return frozenset(
        s
        for t in noun_terms(asked.question)
        if not SAID.issuperset(t.text.split()) and inside.issuperset(t.text.split())
        for s in t.own
        if s not in papers
    )


def foot_of(asked: Asked) -> list[Unit]:
    """The labels at the foot of each document or section that the question names."""
    return edges_of(asked, True)


def called(asked: Asked, documents: Iterable[str]) -> Stems:
    """Stems of what the catalogue says of some documents: what they are called, by whom and for whom they are."""
    named = (asked.corpus.document[d] for d in documents)
    return frozenset(
        s for d in named for s in stems(f"{d.short_title} {d.publisher} {d.audience} {d.speaker}")
    )


def edges_of(asked: Asked, foot: bool) -> list[Unit]:
    """The labels at the head, or the foot, of each document or section that the question names."""
    labels: list[Unit] = []
    for document in asked.corpus.documents:
        own = [u for u in asked.library.units if asked.allows(u) and u.passage.document == document.id]
        labels += _edge(own, foot) or _edge(own, not foot)
    return labels


def _edge(units: list[Unit], foot: bool) -> list[Unit]:
    """The labels before the first statement of some passages, or after the last."""
    ordered = list(reversed(units)) if foot else units
    edge = list(
        takewhile(lambda u: len(u.passage.text.split()) < 16 and not u.passage.text.endswith("."), ordered)
    )
    return list(reversed(edge)) if foot else edge
