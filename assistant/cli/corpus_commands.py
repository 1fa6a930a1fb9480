"""``assistant corpus``: check the documents, show them, record a reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assistant.cli import output
from corpus.errors import CorpusError

if TYPE_CHECKING:
    from corpus import Corpus
    from corpus.fidelity import DocumentReport

_HELP = """The documents behind the answers: their check, and everything read from them.

\b
Examples:
  assistant corpus check
  assistant corpus show
  assistant corpus show 14
  assistant corpus show press-release
  assistant corpus show --json > corpus.json

ASSISTANT_CORPUS=FOLDER reads another corpus than the one that comes with the program.
"""

_CHECK = """Check every edition against its source, word for word.

Edition and source must hold the same words, the same number of times and in the recorded order, apart from
the corrections that corrections.yaml lists with their reasons. What was compared is printed; the exit status
is 1 and the words are named where one was added, lost, changed or moved.
"""

_SHOW = """Show the recommendations, one of them, one document, or everything as JSON.

\b
Examples:
  assistant corpus show                a table of them, and of the documents
  assistant corpus show 14             its four parts and its dates
  assistant corpus show press-release  the whole press notice
  assistant corpus show --json         every recommendation, passage and commitment
  assistant corpus show 14 --json      the same, of recommendation 14
"""

_ALIGN = """Record the reading order of a document anew, after its edition was changed.

Words are compared first: nothing is written while edition and source differ by more than the listed
corrections.

\b
Example:
  assistant corpus align government-response
"""


@click.group(help=_HELP, short_help="Check and show the documents.")
def corpus() -> None:
    pass


@corpus.command(help=_CHECK, short_help="Check every edition against its source, word for word.")
def check() -> None:
    from corpus import load
    from corpus.catalogue import load_catalogue
    from corpus.corpus import corpus_folder
    from corpus.fidelity import check as check_editions

    folder = corpus_folder()
    reports = check_editions(folder, {d.id: d.sha256 for d in load_catalogue(folder)})
    _show_reports(reports)
    if bad := [r for r in reports if r.problems]:
        raise CorpusError(
            f"{len(bad)} of {len(reports)} editions fail the check, first {bad[0].document}: "
            f"{bad[0].problems[0]}. Run: git diff {folder}"
        )
    held = load(folder)
    output.write("")
    output.show_markdown(
        f"Every edition holds the words of its source. {len(held.passages)} passages, "
        f"{len(held.recommendations)} recommendations with four parts each, "
        f"{len(held.commitments)} commitments."
    )


def _show_reports(reports: list[DocumentReport]) -> None:
    headings = ("document", "words in source", "in edition", "corrections", "runs", "problems")
    counts = ("source_words", "edition_words", "corrections", "runs")
    rows = [(r.document, *(f"{getattr(r, c):,}" for c in counts), str(len(r.problems))) for r in reports]
    output.show_table(headings, rows)
    for report in reports:
        for problem in report.problems:
            output.write(f"{report.document}: {problem}")


@corpus.command(help=_SHOW, short_help="Show recommendations, a document, or everything as JSON.")
@click.argument("what", required=False, metavar="[NUMBER|DOCUMENT]")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def show(what: str | None, as_json: bool) -> None:
    from assistant.cli import shown
    from corpus import load

    held = load()
    number = int(what) if what and what.isascii() and what.isdigit() and len(what) < 10 else None
    if number is not None:
        _known(number in held.recommendations, f"recommendation {number}", held)
    elif what is not None:
        _known(what in held.editions, f"document {what!r}", held)
    if as_json:
        output.write(shown.as_json(held, number, None if number else what))
    elif number is not None:
        output.show_markdown(shown.recommendation(held, number))
    elif what is not None:
        output.show_markdown(shown.document(held, what))
    else:
        output.show_table(*shown.recommendations(held))
        output.write("")
        output.show_table(*shown.documents(held))


def _known(there: bool, named: str, held: Corpus) -> None:
    if not there:
        numbers = sorted(held.recommendations)
        raise click.UsageError(
            f"There is no {named}; there are recommendations {numbers[0]} to {numbers[-1]} "
            f"and the documents {', '.join(held.editions)}."
        )


@corpus.command(help=_ALIGN, short_help="Record the reading order of a changed edition.")
@click.argument("document")
def align(document: str) -> None:
    from corpus.catalogue import load_catalogue
    from corpus.corpus import corpus_folder
    from corpus.fidelity import align as align_edition

    folder = corpus_folder()
    known = [d.id for d in load_catalogue(folder)]
    if document not in known:
        raise click.UsageError(f"There is no document {document!r}; there are {', '.join(known)}.")
    try:
        runs = align_edition(folder, document)
    except OSError as error:
        raise CorpusError(
            f"The reading order of {document} cannot be written in {folder} ({error.strerror}). "
            "Run: ASSISTANT_CORPUS=FOLDER assistant corpus align " + document
        ) from error
    order = f"{len(runs)} runs of source words" if len(runs) > 1 else "the order of the source"
    output.write(f"{document}: {order}. Now run: assistant corpus check")
