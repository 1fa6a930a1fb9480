"""Assistants spoiled on purpose: each must turn the suite red, or the suite could not fail.

A sabotage changes real answers, so that one round of questions serves them all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answers.citing import cite
from assistant.model import Answer, Citation, DateShown, Outcome, Reason
from corpus import Corpus
from corpus.model import Part
from evals.aggregates import aggregates
from evals.items import Item
from evals.judge import judge
from evals.lines import Line, line_of
from evals.measures import Result
from evals.ratchet import compared, gated
from evals.scores import Reference, score

_MARKERS = re.compile(r"\s?\[\d+\]")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and what was really answered."""

    item: Item
    answer: Answer


Spoil = Callable[[Answer, Corpus], Answer]


@dataclass(frozen=True, slots=True)
class Sabotage:
    """A way to spoil an assistant, and what it does to the gated figures."""

    name: str
    worse: tuple[str, ...]
    """The gated figures that fell, a line each; empty where nobody would have noticed."""

    @property
    def red(self) -> bool:
        """Whether the suite notices."""
        return bool(self.worse)


def sabotages(asked: Sequence[Asked], corpus: Corpus) -> tuple[Sabotage, ...]:
    """Spoil the answers in every way and hold the figures against those of the answers as they were."""
    honest = figures(asked, corpus)
    return tuple(
        Sabotage(name, compared(honest, figures(spoiled(asked, spoil, corpus), corpus)))
        for name, spoil in SPOILS.items()
    )


def spoiled(asked: Sequence[Asked], spoil: Spoil, corpus: Corpus) -> tuple[Asked, ...]:
    """The same questions with answers spoiled in one way."""
    return tuple(Asked(a.item, spoil(a.answer, corpus)) for a in asked)


def figures(asked: Sequence[Asked], corpus: Corpus) -> Mapping[str, float]:
    """The gated figures of some answers."""
    return gated(aggregates([_line(a, corpus) for a in asked]))


def _line(asked: Asked, corpus: Corpus) -> Line:
    verdict = judge(asked.item, asked.answer, corpus)
    scores = score(asked.item, asked.answer, verdict, Reference(corpus))
    return line_of(Result(asked.item, asked.answer, verdict), "guidance", scores)


def swap_dates(answer: Answer, corpus: Corpus) -> Answer:
    """Every year one later, in what the answer says and in the dates that it hands on."""
    return replace(
        answer,
        text=_own(answer.text, _next_year),
        dates=tuple(DateShown(_next_year(d.wording), d.edtf and _next_year(d.edtf)) for d in answer.dates),
    )


def off_by_one(answer: Answer, corpus: Corpus) -> Answer:
    """The recommendation after the right one, everywhere."""
    numbers = sorted(corpus.recommendations)

    def following(number: int) -> int:
        return numbers[(numbers.index(number) + 1) % len(numbers)] if number in numbers else number

    def moved(citation: Citation) -> Citation:
        number = citation.recommendation
        return citation if number is None else replace(citation, recommendation=following(number))

    return replace(
        answer,
        recommendations=tuple(sorted(following(n) for n in answer.recommendations)),
        citations=tuple(map(moved, answer.citations)),
    )


def drop_citations(answer: Answer, corpus: Corpus) -> Answer:
    """The answer's words without a source."""
    blocks = [b for b in answer.text.split("\n\n") if not b.startswith(">")]
    return replace(answer, text=_MARKERS.sub("", "\n\n".join(blocks)), citations=())


def always_answer(answer: Answer, corpus: Corpus) -> Answer:
    """Whatever is refused is answered with the first passage of the documents."""
    if answer.outcome is Outcome.ANSWERED:
        return answer
    first = corpus.passages[0]
    citation = cite(1, first, first.place.span, corpus)
    return replace(
        answer, outcome=Outcome.ANSWERED, reason=None, text=f"{citation.quote} [1]", citations=(citation,)
    )


def always_refuse(answer: Answer, corpus: Corpus) -> Answer:
    """Nothing is ever answered."""
    return replace(
        answer,
        outcome=Outcome.NOT_IN_GUIDANCE,
        reason=Reason.NOT_IN_DOCUMENTS,
        text="The documents do not say.",
        citations=(),
        recommendations=(),
        dates=(),
    )


def shuffle_parts(answer: Answer, corpus: Corpus) -> Answer:
    """Munro's argument is taken for the Government's response, the response for a timescale, and so on."""
    parts = tuple(Part)
    following = {part: parts[(n + 1) % len(parts)] for n, part in enumerate(parts)}
    return replace(answer, citations=tuple(replace(c, part=following[c.part]) for c in answer.citations))


SPOILS: dict[str, Spoil] = {
    "dates swapped": swap_dates,
    "recommendation off by one": off_by_one,
    "citations dropped": drop_citations,
    "always answer": always_answer,
    "always refuse": always_refuse,
    "parts shuffled": shuffle_parts,
}


def _own(text: str, change: Callable[[str], str]) -> str:
    return "\n\n".join(b if b.startswith(">") else change(b) for b in text.split("\n\n"))


def _next_year(text: str) -> str:
    return re.sub(r"\b20\d\d\b", lambda m: str(int(m[0]) + 1), text)
