"""``assistant quiz``: a quiz from the documents, in the format of a trainer's system."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cli import output
from assistant.quiz.model import Difficulty, Kind, Level

if TYPE_CHECKING:
    from assistant.quiz.choose import Wish
    from assistant.quiz.formats import Format, Written

_HELP = """Make a quiz whose every key is proved by a quote from the documents.

The same seed gives the same quiz. Without --output it is printed, as JSON if no format is named; without a
choice it covers all recommendations and documents evenly. An option may be given several times.

\b
Examples:
  assistant quiz
  assistant quiz --count 20 --theme 3 --seed 7 --format moodle-xml --output quiz.xml
  assistant quiz --recommendation 14 --level recall --format gift
  assistant quiz --document press-release --kind choice --difficulty easy

Formats: moodle-xml, gift, aiken, qti, kahoot, csv, anki, word, word-answers, pdf, pdf-answers, markdown,
json. A quiz is drawn from the items that its format can hold.
"""


class _Named(click.ParamType[str]):
    """One of some names; hyphens and underscores count the same."""

    name = "name"

    def __init__(self, what: str, names: tuple[str, ...]) -> None:
        self._what, self._names = what, names

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        return "|".join(n.replace("_", "-") for n in self._names)

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        found = value.lower().replace("-", "_")
        if found not in self._names:
            known = ", ".join(n.replace("_", "-") for n in self._names)
            self.fail(f"there is no {self._what} {value!r}; there are {known}.", param, ctx)
        return found


@click.command(help=_HELP, short_help="Make a quiz, in the format that a trainer's system imports.")
@click.option("--count", type=click.IntRange(min=1), metavar="N", help="How many items; 10 where not given.")
@click.option("--theme", "themes", type=int, multiple=True, metavar="N", help="Items on a theme.")
@click.option(
    "--recommendation",
    "recommendations",
    type=int,
    multiple=True,
    metavar="N",
    help="Items on a recommendation.",
)
@click.option(
    "--document", "documents", multiple=True, metavar="ID", help="Items on a document, such as press-release."
)
@click.option("--kind", "kinds", type=_Named("kind", tuple(Kind)), multiple=True, help="Kinds of item.")
@click.option(
    "--level", "levels", type=_Named("level", tuple(Level)), multiple=True, help="What answering takes."
)
@click.option(
    "--difficulty",
    "difficulties",
    type=_Named("difficulty", tuple(Difficulty)),
    multiple=True,
    help="How near the wrong answers are.",
)
@click.option("--seed", type=int, metavar="N", help="Another seed gives another quiz; 1 where not given.")
@click.option(
    "--format",
    "format_name",
    default="json",
    metavar="NAME",
    help="json where not given; the formats are named above.",
)
@click.option("--output", "target", type=click.Path(path_type=Path), metavar="FILE", help="Write to a file.")
def quiz(
    count: int | None,
    themes: tuple[int, ...],
    recommendations: tuple[int, ...],
    documents: tuple[str, ...],
    kinds: tuple[str, ...],
    levels: tuple[str, ...],
    difficulties: tuple[str, ...],
    seed: int | None,
    format_name: str,
    target: Path | None,
) -> None:
    from assistant.quiz.choose import DEFAULT_SEED, Wish

    wish = Wish(
        count=count,
        seed=DEFAULT_SEED if seed is None else seed,
        themes=themes,
        recommendations=recommendations,
        documents=documents,
        kinds=tuple(map(Kind, kinds)),
        levels=tuple(map(Level, levels)),
        difficulties=tuple(map(Difficulty, difficulties)),
    )
    chosen = _format(format_name)
    _write(_written(wish, chosen), chosen, target)


def _format(name: str) -> Format:
    from assistant.quiz.formats import FORMATS

    if name not in FORMATS:
        raise click.UsageError(f"There is no format {name!r}; there are {', '.join(FORMATS)}.")
    return FORMATS[name]


def _written(wish: Wish, chosen: Format) -> Written:
    from assistant.quiz.bank import bank
    from assistant.quiz.choose import make_quiz
    from assistant.quiz.errors import UnknownChoice
    from assistant.quiz.formats import Job
    from corpus import load

    corpus = load()
    items = bank(corpus).items
    try:
        made = make_quiz(bank(corpus), wish, chosen)
    except UnknownChoice as error:
        raise click.UsageError(str(error)) from error
    if any(map(chosen.hindrance, items)):
        held = sum(chosen.hindrance(i) is None for i in items)
        output.tell(f"{chosen.name} can hold {held} of {len(items)} items; the quiz is drawn from these.")
    return chosen.write(Job(made, corpus.document, datetime.now(UTC)))


def _write(written: Written, chosen: Format, target: Path | None) -> None:
    if told := written.left_out_in_words():
        output.tell(told)
    if target is not None:
        _save(written.content, target)
    elif sys.stdout.isatty() and not chosen.media_type.startswith(
        ("text/", "application/json", "application/xml")
    ):
        raise click.UsageError(
            f"{chosen.name} is no text to be read here; name a file with --output quiz{chosen.suffix}."
        )
    else:
        _print(written.content)


def _print(content: bytes) -> None:
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError as error:
        output.abandon()
        raise output.ReaderLeft from error
    except OSError as error:
        output.abandon()
        raise output.OutputError(f"The quiz cannot be written ({error.strerror}). Run: df -h") from error


def _save(content: bytes, target: Path) -> None:
    """Write a file whole, or leave what was there as it is."""
    from assistant.quiz.errors import QuizError

    draft = target.parent / f".{target.name}.{os.getpid()}"
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        draft.write_bytes(content)
        draft.replace(target)
    except (OSError, ValueError) as error:
        with suppress(OSError, ValueError):
            draft.unlink(missing_ok=True)
        why = error.strerror if isinstance(error, OSError) else str(error)
        raise QuizError(f"{target} cannot be written ({why}). Run: assistant quiz --output FILE") from error
    output.tell(f"Written to {target}.")
