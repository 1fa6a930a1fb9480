"""``assistant ask``: one question, or a file of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, BinaryIO

import click

from assistant.cli import output
from assistant.cli.batch import BatchError, Unreadable, read_lines
from assistant.cli.progress import Waiting

if TYPE_CHECKING:
    from assistant.model import Answer

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
def ask(question: tuple[str, ...], as_json: bool, batch: BinaryIO | None, history: tuple[str, ...]) -> None:
    if batch is not None:
        if question or history:
            raise click.UsageError("--batch takes its questions and their history from the file alone.")
        _ask_batch(batch)
    elif not question:
        raise click.UsageError("There is no question.")
    else:
        _ask_one(" ".join(question), history, as_json)


def _ask_one(question: str, history: Sequence[str], as_json: bool) -> None:
    from assistant.language.clean import clean

    clean(question)  # wrong usage is told before anything is loaded
    with Waiting("Looking in the documents …") as waiting:
        from assistant.opening import open_assistant

        answer = open_assistant(progress=waiting).ask(question, history)
    if as_json:
        output.write(output.json_line({"id": None} | answer.as_dict()))
    else:
        show_answer(answer)


def _ask_batch(batch: BinaryIO) -> None:
    from assistant.opening import open_assistant

    with Waiting() as waiting:
        assistant = open_assistant(progress=waiting)
        bad: list[Unreadable] = []
        for line in read_lines(batch):
            if isinstance(line, Unreadable):
                bad.append(line)
                output.write(output.json_line({"id": line.id, "line": line.number, "error": line.error}))
            else:
                answer = assistant.ask(line.question, line.history)
                output.write(output.json_line({"id": line.id} | answer.as_dict()))
    if bad:
        raise BatchError.of(bad, batch.name)


def show_answer(answer: Answer) -> None:
    """Print an answer for a person, with how a follow-up was read and what may be asked next."""
    blocks = [f"*Read as: {answer.understood}*"] if answer.understood else []
    blocks.append(answer.text)
    if answer.suggestions:
        blocks.append("You could ask:\n\n" + "\n".join(f"- {s}" for s in answer.suggestions))
    output.show_markdown("\n\n".join(blocks))
