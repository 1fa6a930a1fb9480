"""``assistant index``: build the index, see how it is, look into it."""

from __future__ import annotations

import time

import click

from assistant.cli import output
from assistant.cli.progress import Waiting
from corpus.errors import FixableError

_HELP = """The index of passages that questions are looked up in.

It is built by itself when a question first needs it, and again when the documents or the embedding model
change. ASSISTANT_HOME=FOLDER keeps it elsewhere.

\b
Examples:
  assistant index build
  assistant index status
  assistant index search "early help" -k 5
"""


class IndexUnusable(FixableError):
    """The index on disk would not be used."""


@click.group(help=_HELP, short_help="Build the index, see how it is, look into it.")
def index() -> None:
    pass


@index.command(short_help="Build the index anew.")
def build() -> None:
    """Build the index anew; the one in use stays until the new one is whole.

    The documents are checked against their sources first: a corpus that fails its check is not indexed.
    """
    from corpus import load
    from index.open import build_index
    from index.settings import IndexSettings

    settings, start = IndexSettings.from_environment(), time.monotonic()
    with Waiting("Checking the documents …") as waiting:
        made = build_index(load(), settings, progress=waiting)
    output.write(
        f"Indexed {made.count} passages with {made.model} ({made.dimension} dimensions) "
        f"in {time.monotonic() - start:.1f} s at {settings.location}"
    )


@index.command(short_help="Show where the index is and whether it can be used.")
def status() -> None:
    """Show where the index is, how it was made and whether it can be used; exit status 1 where it cannot."""
    from corpus import load
    from index.open import index_status

    found = index_status(load())
    rows = [("location", str(found.location)), ("size", f"{found.size / 1e6:.1f} MB")]
    if made := found.manifest:
        rows += [
            ("passages", str(made.count)),
            ("sentences", str(found.sentences)),
            ("model", f"{made.model}, {made.dimension} dimensions, {made.model_sha256[:12]}…"),
            ("corpus", f"{made.corpus[:12]}…"),
            ("made", made.made),
        ]
    rows.append(("usable", "no" if found.problem else "yes"))
    output.write(output.columns(rows))
    if found.problem:
        raise IndexUnusable(found.problem)


@index.command(short_help="Show the passages found for some words.")
@click.argument("words", nargs=-1, required=True)
@click.option(
    "-k", "count", type=click.IntRange(min=1), default=8, show_default=True, help="How many passages to show."
)
def search(words: tuple[str, ...], count: int) -> None:
    """Show the passages found for some words, best first: what an answer is made from, before it is made.

    For each passage: its place, the fused score, the cosine of the vectors, the BM25 score of the words, its
    id and its text.
    """
    from assistant.answers.places import locator
    from assistant.language.clean import clean
    from corpus import load
    from index.open import open_index

    query = clean(" ".join(words))
    held = load()
    with Waiting("Looking in the documents …") as waiting:
        hits = open_index(held, progress=waiting).search(query, count)
    for hit in hits:
        passage = held.by_id[hit.passage_id]
        cosine = "-" if hit.dense is None else f"{hit.dense:.3f}"
        lexical = "-" if hit.lexical is None else f"{hit.lexical:.2f}"
        scores = f"score {hit.score:.3f}, cosine {cosine}, words {lexical}"
        output.write(f"{hit.rank}. {locator(passage, held)}  ({scores})")
        output.write(f"   {passage.id}\n   {' '.join(passage.text.split())}\n")
