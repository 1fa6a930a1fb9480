"""``evals peers``: the assistant beside other ways to build it."""

from __future__ import annotations

import sys
from datetime import UTC, datetime

import click

from evals.items import load_items
from evals.opening import Opener
from evals.peers.scoring import rows, seen_answer, usable
from evals.peers.table import markdown_table, terminal_table
from evals.readme import write_between
from evals.suites import TIERS, Suite
from evals.tables import console
from index.models import embedder_for
from index.settings import IndexSettings


@click.command()
@click.argument("tier", type=click.Choice(TIERS), default="test")
@click.option("--readme", is_flag=True, help="Write the table into the README.")
def peers(tier: str, readme: bool) -> None:
    """Ask the assistant and its peers the same questions over the same documents."""
    items = usable(load_items(tier))
    opener = Opener(retrieval=False)
    settings = IndexSettings.from_environment()
    assistant = opener(Suite("guidance", items, None)).assistant
    made = rows(
        items,
        opener.corpus,
        embedder_for(settings.model, settings.exports),
        lambda item: seen_answer(assistant.ask(item.question), opener.corpus),
        lambda name: print(name, file=sys.stderr),
    )
    console().print(terminal_table(made))
    if readme:
        write_between("peers", markdown_table(made, f"{datetime.now(UTC):%Y-%m-%d}", tier))
