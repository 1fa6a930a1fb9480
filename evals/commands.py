"""The commands: run, check and floor. Results on standard output, progress and problems on standard error."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from assistant.opening import open_assistant
from corpus import Corpus, load
from corpus.errors import FixableError
from evals.checking import check
from evals.fitting import examples, fit
from evals.floor import LEAST, measure
from evals.items import load_items
from evals.measures import by_set
from evals.readme import latest_run, write_results
from evals.record import Configuration, write_run
from evals.running import Heard, chosen_items, run_items, warm_up
from evals.tables import console, failure_text, floor_table, summary_table
from index.embedder import embedder_for
from index.settings import IndexSettings


def main(arguments: Sequence[str]) -> int:
    """Run a command: 0 where all is well, 1 for a missed measure or a problem to mend, 2 for wrong usage."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.command(options))
    except FixableError as problem:
        print(problem, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m evals", description="Measure the assistant on its questions.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, (does, prepare) in _COMMANDS.items():
        prepare(commands.add_parser(name, help=does, description=does))
    return parser


def _add_run(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("tier", nargs="?", default="development", help="development (default) or test")
    add("--set", dest="sets", nargs="+", action="extend", default=[], metavar="NAME", help="only these sets")
    add("--fail-under", type=_share, metavar="SHARE", help="exit 1 if fewer are right; 0.98, for example")
    add("--failures", action="store_true", help="show every failing item, its answer and its gold")
    parser.set_defaults(command=_run)


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=_check)


def _add_floor(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--n", type=_count, default=LEAST, metavar="N", help=f"questions that search the index ({LEAST})")
    add("--fail-over", type=float, metavar="RATIO", help="exit 1 if the median takes more than RATIO floors")
    parser.set_defaults(command=_floor)


def _add_fit(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=_fit)


def _add_readme(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=_readme)


_COMMANDS = {
    "run": ("ask the questions of a tier, judge the answers, keep a record", _add_run),
    "check": (
        "check the items: that they parse, ids, twins, and that their gold is in the documents",
        _add_check,
    ),
    "fit": ("fit the weights that tell an answer from a passage only near it, and show them", _add_fit),
    "readme": ("write the newest test run's table into the README", _add_readme),
    "floor": ("time warm questions beside their floor: one embedding and one query", _add_floor),
}


def _fit(options: argparse.Namespace) -> int:
    made = fit(list(examples(load_items("development"), open_assistant())))
    console().print(
        f"{made.n} drafts; shown of the answerable: {made.shown:.1%}; refused of the others: {made.refused:.1%}"
    )
    console().print(", ".join(f"{name}={weight:+.2f}" for name, weight in made.weights.items()))
    return 0


def _readme(options: argparse.Namespace) -> int:
    write_results(latest_run("test"))
    return 0


def _share(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text} is not between 0 and 1")
    return value


def _count(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text} is not at least 1")
    return value


def _run(options: argparse.Namespace) -> int:
    items = chosen_items(options.tier, options.sets)
    assistant = open_assistant()
    warm_up(assistant)
    with _progress("Questions") as heard:
        results = run_items(assistant, items, heard)
    out, summaries = console(), by_set(results)
    failing = [r for r in results if not r.verdict.right]
    if options.failures:
        for result in failing:
            out.print(failure_text(result))
    out.print(summary_table(summaries))
    folder = write_run(results, _configuration(options, assistant.library.corpus))
    right = summaries[-1].rates["right"]
    out.print(f"{right.right} of {right.n} right; {len(failing)} not. Written to {folder}", soft_wrap=True)
    missed = options.fail_under is not None and not right.value >= options.fail_under
    if missed:
        again = f"python -m evals run {options.tier} --failures"
        print(f"Below the {options.fail_under} asked for. Run: {again}", file=sys.stderr)
    return 1 if missed else 0


def _configuration(options: argparse.Namespace, corpus: Corpus) -> Configuration:
    settings = IndexSettings.from_environment()
    embedder = embedder_for(settings.model)
    return Configuration(
        tier=options.tier,
        sets=tuple(options.sets),
        fail_under=options.fail_under,
        corpus_folder=str(corpus.folder),
        corpus_hash=corpus.hash,
        home=str(settings.home),
        embedding_model=embedder.name,
        embedding_sha256=embedder.digest,
    )


def _check(options: argparse.Namespace) -> int:
    checked = check(load())
    for problem in checked.problems:
        print(problem)
    for remark in checked.remarks:
        print(f"(remark) {remark}")
    counts = ", ".join(f"{n} in {tier}" for tier, n in checked.items.items())
    print(f"{sum(checked.items.values())} items ({counts}); {len(checked.problems)} problems")
    return 1 if checked.problems else 0


def _floor(options: argparse.Namespace) -> int:
    questions = [item.question for item in load_items("development") if not item.history]
    with _progress("Questions") as heard:
        measured = measure(load(), questions, least=options.n, heard=heard)
    console().print(floor_table(measured))
    missed = options.fail_over is not None and not measured.ratio <= options.fail_over
    if missed:
        print(f"Over the {options.fail_over} floors asked for. Run: python -m evals floor", file=sys.stderr)
    return 1 if missed else 0


@contextmanager
def _progress(what: str) -> Iterator[Heard]:
    """A bar on standard error, where a person sees it."""
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
