"""``evals run``: ask, judge, show, keep."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from corpus import Corpus, load
from evals.aggregates import aggregates, by_set, pooled
from evals.cli.progress import progress
from evals.lines import Line, failing
from evals.opening import QUOTES, Opener
from evals.record import Configuration, Run, continued, new_run, read_run, resume_command
from evals.running import run_suites
from evals.suites import TIERS, Suite, digest, suites
from evals.tables import console, failure_text, metrics_table, pooled_table, summary_table
from index.models import embedder_for
from index.settings import IndexSettings


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be run."""

    tier: str
    sets: tuple[str, ...]
    typed: bool
    every: int
    model: str


@click.command()
@click.argument("names", nargs=-1, metavar="[TIER] [SET]...")
@click.option("--model", default=QUOTES, show_default=True, help="quotes, or a language model that explains them, as PROVIDER:MODEL.")  # fmt: skip
@click.option("--typed", is_flag=True, help="Only typed items: no rewrites, changed corpora or noise.")
@click.option("--every", type=click.IntRange(1), default=1, metavar="N", help="Only each Nth item: a quick look.")  # fmt: skip
@click.option("--resume", type=click.Path(path_type=Path), metavar="RUN", help="Continue an interrupted run.")
@click.option("--gate", is_flag=True, help="Exit 1 if a gated measure is below the committed baseline.")
@click.option("--fail-under", type=click.FloatRange(0, 1), metavar="SHARE", help="Exit 1 if fewer are right.")
@click.option("--failures", is_flag=True, help="Show every failing item, its answer and its gold.")
@click.option("--retrieval/--no-retrieval", default=True, help="Measure the search beside the answers.")
@click.option("--html/--no-html", default=True, help="Write the report beside the run.")
def run(
    names: tuple[str, ...],
    model: str,
    typed: bool,
    every: int,
    resume: Path | None,
    gate: bool,
    fail_under: float | None,
    failures: bool,
    retrieval: bool,
    html: bool,
) -> int:
    """Ask the questions of a tier, judge the answers, keep a record.

    TIER is development (the default) or test; SETs are names of sets, all by default.
    """
    wanted = _wanted(names, model, typed, every) if resume is None else _as_before(resume)
    corpus = load()
    chosen = chosen_suites(wanted, corpus)
    configuration = _configuration(wanted, chosen, corpus)
    kept = new_run(configuration) if resume is None else continued(resume, configuration)
    lines = _asked(kept, chosen, Opener(corpus, wanted.model, retrieval))
    _show(lines, failures)
    if html:
        from evals.report import write_report

        write_report(kept)
    right = sum(line.right for line in lines)
    console().print(f"{right} of {len(lines)} right; {len(lines) - right} not. Written to {kept.folder}", soft_wrap=True)  # fmt: skip
    return max(_missed(fail_under, right, lines, wanted.tier), _gated(gate, wanted, lines))


def chosen_suites(wanted: Wanted, corpus: Corpus) -> tuple[Suite, ...]:
    """The suites of a run, thinned where only a sample is wanted."""
    found = suites(wanted.tier, corpus, wanted.sets)
    kept = (
        replace(s, items=tuple(i for i in s.items if not wanted.typed or i.variant is None)) for s in found
    )
    thinned = (replace(s, items=s.items[:: wanted.every]) for s in kept)
    return tuple(s for s in thinned if s.items)


def _asked(kept: Run, chosen: Sequence[Suite], opener: Opener) -> tuple[Line, ...]:
    done = {line.key for line in kept.lines}
    again = resume_command(kept.folder)
    try:
        with progress("Questions") as heard:
            run_suites(chosen, opener, kept.append, done, heard, again, opener.model)
    except KeyboardInterrupt:
        print(f"Interrupted; what is answered is kept. Run: {again}", file=sys.stderr)
        raise
    lines = kept.lines
    kept.finish(lines)
    return lines


def _show(lines: Sequence[Line], failures: bool) -> None:
    out = console()
    for line in failing(lines) if failures else ():
        out.print(failure_text(line))
    out.print(summary_table(by_set(lines)))
    out.print(metrics_table(lines))
    out.print(pooled_table(pooled(lines)))


def _missed(fail_under: float | None, right: int, lines: Sequence[Line], tier: str) -> int:
    if fail_under is None or right / len(lines) >= fail_under:
        return 0
    print(f"Below the {fail_under} asked for. Run: python -m evals run {tier} --failures", file=sys.stderr)
    return 1


def _gated(gate: bool, wanted: Wanted, lines: Sequence[Line]) -> int:
    if not gate:
        return 0
    from evals.ratchet import below, read_baseline, sample_name

    faults = below(read_baseline(), sample_name(wanted.tier, wanted.typed, wanted.every), aggregates(lines))
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def _wanted(names: Sequence[str], model: str, typed: bool, every: int) -> Wanted:
    tiers = [n for n in names if n in TIERS]
    if len(tiers) > 1:
        raise click.UsageError("One tier a run: development or test.")
    tier = tiers[0] if tiers else TIERS[0]
    return Wanted(tier, tuple(n for n in names if n not in TIERS), typed, every, model)


def _as_before(folder: Path) -> Wanted:
    c = read_run(folder).configuration
    return Wanted(c.tier, c.sets, c.typed, c.every, c.model)


def _configuration(wanted: Wanted, chosen: Sequence[Suite], corpus: Corpus) -> Configuration:
    settings = IndexSettings.from_environment()
    embedder = embedder_for(settings.model, settings.exports)
    items = [item for suite in chosen for item in suite.items]
    return Configuration(
        tier=wanted.tier,
        sets=wanted.sets,
        typed=wanted.typed,
        every=wanted.every,
        model=wanted.model,
        items=len(items),
        items_digest=digest(items),
        corpus_folder=str(corpus.folder),
        corpus_hash=corpus.hash,
        home=str(settings.home),
        embedding_model=embedder.name,
        embedding_sha256=embedder.digest,
    )
