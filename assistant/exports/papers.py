"""One answer, or a whole conversation, as paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from assistant.conversations.model import Conversation, Turn
from assistant.exports.answer_blocks import answer_blocks
from assistant.model import Answer
from assistant.rendering import Block, Heading, Paper, Paragraph, Rule, Run, words
from assistant.rendering.plain import shortened
from corpus import Corpus

_TITLE = 120
_SUBJECT = "Quotes from guidance on child protection of 2011"


def answer_paper(answer: Answer, corpus: Corpus, made: datetime, asked: datetime | None = None) -> Paper:
    """One answer.

    Args:
        made: when it is exported; any time zone.
        asked: when the question was asked, where that is known.
    """
    title = shortened(answer.question, _TITLE)
    whole = (_labelled("Question: ", answer.question),) if title.endswith("…") else ()
    when = f"Asked on {moment(asked)}. " if asked else ""
    blocks = (
        Paragraph(words(f"{when}Exported on {moment(made)}.")),
        *whole,
        *answer_blocks(answer, corpus, 1),
    )
    return Paper(title, blocks, made, subject=_SUBJECT)


def conversation_paper(
    conversation: Conversation, turns: Sequence[Turn], corpus: Corpus, made: datetime
) -> Paper:
    """A conversation: each question a heading, its answer below it."""
    count = "1 question" if len(turns) == 1 else f"{len(turns)} questions"
    about = f"Conversation of {moment(conversation.begun)}, {count}. Exported on {moment(made)}."
    blocks: list[Block] = [Paragraph(words(about))]
    for turn in turns:
        blocks += [*([Rule()] if turn.number > 1 else []), *_turn(turn, corpus)]
    return Paper(conversation.title, tuple(blocks), made, subject=_SUBJECT)


def moment(time: datetime) -> str:
    """ "5 March 2026, 08:30 UTC"."""
    shown = time.astimezone(UTC)
    return f"{shown.day} {_MONTHS[shown.month - 1]} {shown.year}, {shown:%H:%M} UTC"


#: Not from the locale, which may be another language's.
_MONTHS = "January February March April May June July August September October November December".split()


def _turn(turn: Turn, corpus: Corpus) -> tuple[Block, ...]:
    title = shortened(turn.question, _TITLE)
    whole = (_labelled("Question: ", turn.question),) if title.endswith("…") else ()
    told = (
        answer_blocks(turn.answer, corpus, 2)
        if turn.answer
        else (Paragraph(words(turn.problem or "This answer cannot be shown.")),)
    )
    asked = Paragraph(words(f"Asked on {moment(turn.asked)}."))
    return (Heading(f"{turn.number}. {title}"), *whole, asked, *told)


def _labelled(label: str, text: str) -> Paragraph:
    return Paragraph((Run(label, bold=True), *words(text)))
