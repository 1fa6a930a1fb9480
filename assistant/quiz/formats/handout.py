"""A quiz on paper: the hand-out that asks, and the answer sheet that proves.

They are two papers and two formats, so that each opens and prints as it is, and no key is handed out by mistake.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answers.compose import HISTORIC
from assistant.quiz.formats.model import Job
from assistant.quiz.formats.sources import answer_lines, source
from assistant.quiz.model import Item, Kind
from assistant.rendering.blocks import Block, Heading, ListItem, PageBreak, Paper, Paragraph, Quote, Table
from assistant.rendering.inline import emphasised, words

_LINE = "_" * 24
_TO_DO = {
    Kind.MATCHING: "Write the letter that goes with each. A letter may be used once, more than once or not at all.",
    Kind.ORDERING: "Write the letters in order.",
}


def questions(job: Job) -> Paper:
    """What is handed out: no answer is in it."""
    blanks = Paragraph(words(f"Name: {_LINE}    Date: {_LINE}    Marks: ____ of {len(job.quiz.items)}"))
    return _paper(job, job.quiz.title, (blanks, *_questions(job)))


def answers(job: Job) -> Paper:
    """What the trainer keeps: each answer with the quotes that prove it."""
    return _paper(job, f"Answers: {job.quiz.title}", tuple(_answers(job)))


def questions_and_answers(job: Job) -> Paper:
    """Both, the answers on a page of their own."""
    blocks = (*_questions(job), PageBreak(), Heading("Answers"), *_answers(job))
    return _paper(job, job.quiz.title, blocks)


def _paper(job: Job, title: str, blocks: tuple[Block, ...]) -> Paper:
    standing = Paragraph(words(f"{HISTORIC.strip('*')} Quiz drawn with seed {job.quiz.seed}."))
    return Paper(title, (standing, *blocks), job.made, subject="Quiz on the guidance of 2011")


def _questions(job: Job) -> Iterator[Block]:
    for number, item in enumerate(job.quiz.items, start=1):
        to_do = _TO_DO.get(item.kind)
        asked = words(f"{number}. {item.stem}", bold=True)
        yield Paragraph((*asked, *words(f"\n{to_do}" if to_do else "", italic=True)))
        if item.kind is Kind.MATCHING:
            yield Table(("Statement", "Letter"), tuple((pair.left, "____") for pair in item.pairs))
        yield from _options(item)
        if item.kind is Kind.ORDERING:
            yield Paragraph(words("Order: " + "   ".join("____" for _ in item.options)))
        if item.kind is Kind.SHORT_ANSWER:
            yield Paragraph(words(f"Answer: {_LINE}{_LINE}"))


def _options(item: Item) -> Iterator[Block]:
    for n, option in enumerate(item.options, start=1):
        yield ListItem(words(option), number=n, lettered=True)


def _answers(job: Job) -> Iterator[Block]:
    for number, item in enumerate(job.quiz.items, start=1):
        answer = words("\n" + "\n".join(answer_lines(item)), bold=True)
        yield ListItem((*words(item.stem), *answer), number=number)
        for citation in item.citations:
            yield Quote(emphasised(f"“{citation.quote.strip()}”"), source(citation, job.documents))
