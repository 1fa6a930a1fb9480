"""``assistant ask``: one question, or a file of them."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

import click

from assistant.cli import output
from assistant.cli.ahead import Ahead, searching_ahead
from assistant.cli.answering import MODEL_HELP, answer_shown, open_chosen, tell_where
from assistant.cli.batch import BatchError, Unreadable, in_order, read_lines
from assistant.cli.progress import Waiting
from assistant.rendering.inline import without_emphasis

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.models.explaining import ExplainingAssistant

_HELP = """Ask a question and get the words of the guidance that answer it.

The answer comes first, then the quotes that carry it, each with its place and speaker. A question that the
documents do not answer is refused with a reason; that is no error, and the exit status is 0.

\b
Examples:
  assistant ask "When is recommendation 6 due?"
  assistant ask "Which recommendations were accepted in principle?"
  assistant ask "and when?" --history "Was recommendation 6 accepted?"
  assistant ask "What did Munro say about early help?" --json
  assistant ask --json --batch questions.jsonl > answers.jsonl

\b
A line of a batch, and of what it prints:
  {"id": "q1", "question": "and when?", "history": ["Was recommendation 6 accepted?"]}
  {"id": "q1", "question": "and when?", "outcome": "answered", …}

A line that cannot be read gets {"id": …, "line": 3, "error": "…"}; the rest go on, and the exit status is 1.
"""


@click.command(help=_HELP, short_help="Ask a question, or a file of questions.")
@click.argument("question", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of text.")
@click.option(
    "--batch",
    type=click.File("rb"),
    metavar="FILE",
    help="Answer a file of JSON lines, one JSON line each, in order; - reads standard input.",
)
@click.option(
    "--history",
    multiple=True,
    metavar="QUESTION",
    help="An earlier question of the conversation; several may be given, oldest first.",
)
@click.option("--model", metavar="NAME", help=MODEL_HELP)
def ask(
    question: tuple[str, ...],
    as_json: bool,
    batch: BinaryIO | None,
    history: tuple[str, ...],
    model: str | None,
) -> None:
    if batch is not None:
        if question or history:
            raise click.UsageError("--batch takes its questions and their history from the file alone.")
        _ask_batch(batch, model)
    elif not question:
        raise click.UsageError("There is no question.")
    else:
        with without_collecting():
            _ask_one(" ".join(question), history, as_json, model)


def _ask_one(question: str, history: Sequence[str], as_json: bool, model: str | None) -> None:
    _check(question)
    with searching_ahead() as ahead:
        tell_where(model)
        waiting = Waiting("Looking in the documents …")
        assistant = _searching(open_chosen(model, waiting), ahead)
        if not as_json:
            answer_shown(assistant, question, history, waiting)
        else:
            with waiting:
                answer = assistant.ask(question, history)
            output.write(output.json_line({"id": None} | answer.as_dict()))
    _keep_patterns()


def _keep_patterns() -> None:
    """Keep what had to be compiled for this question, so that the next need not."""
    from corpus.patterns import keep
    from index.settings import IndexSettings

    keep(IndexSettings.from_environment().prepared)


def _check(question: str) -> None:
    """Wrong usage is told before anything is loaded; a live concern in it is met all the same."""
    from assistant.language.clean import QuestionError, clean

    try:
        clean(question)
    except QuestionError:
        from assistant.notices import concern_in_pieces
        from assistant.notices.signpost import SIGNPOST

        if concern_in_pieces(question):
            output.tell(without_emphasis(SIGNPOST))
        raise


def _searching(
    assistant: Assistant | ExplainingAssistant, ahead: Ahead | None
) -> Assistant | ExplainingAssistant:
    """The assistant with what searches for it in a second process, where there is one."""
    from assistant.assistant import Assistant
    from assistant.opening import DEPTH

    if ahead is None or not isinstance(assistant, Assistant):  # a model takes far longer than the search
        return assistant
    corpus = assistant.library.corpus
    scores, tell = ahead.before(assistant.scores, corpus, DEPTH), ahead.telling(assistant.tell, corpus)
    return replace(assistant, scores=scores, tell=tell)


@contextmanager
def without_collecting() -> Iterator[None]:
    """Leave garbage where it lies: one answer makes little, and to look for it among all that is imported for
    that answer takes a tenth of its time."""
    was_collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_collecting:
            gc.enable()


def _ask_batch(batch: BinaryIO, model: str | None) -> None:
    tell_where(model)
    with Waiting() as waiting:
        assistant = open_chosen(model, waiting)
        bad: list[Unreadable] = []
        for line, answer in in_order(read_lines(batch), assistant.ask, assistant.look_ahead):
            if isinstance(line, Unreadable):
                bad.append(line)
                output.write(output.json_line({"id": line.id, "line": line.number, "error": line.error}))
            elif answer is not None:
                output.write(output.json_line({"id": line.id} | answer.as_dict()))
    if bad:
        raise BatchError.of(bad, batch.name)
