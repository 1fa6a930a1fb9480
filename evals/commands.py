"""The program ``evals``: its commands, each loaded when it is called, and what becomes of their errors."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Sequence

import click

from corpus.errors import FixableError

WRONG_USAGE, FIXABLE, INTERRUPTED = 2, 1, 130

#: Command to the module that holds it, as an object of the same name.
_COMMANDS = {
    "run": "evals.cli.run",
    "report": "evals.cli.report",
    "compare": "evals.cli.compare",
    "sabotage": "evals.cli.sabotage",
    "gate": "evals.cli.gate",
    "peers": "evals.cli.peers",
    "bench": "evals.bench.command",
    "check": "evals.cli.check",
    "baseline": "evals.cli.baseline",
    "readme": "evals.cli.readme",
    "floor": "evals.cli.floor",
    "fit": "evals.cli.fit",
    "teach": "evals.cli.teach",
}


class _Commands(click.Group):
    """A group that imports a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name, module in _COMMANDS.items() if importlib.util.find_spec(module)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        found = getattr(importlib.import_module(_COMMANDS[cmd_name]), cmd_name)
        assert isinstance(found, click.Command)
        return found


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
def program() -> None:
    """Measure the assistant on its questions, without a model as judge.

    \b
    Examples:
      python -m evals run
      python -m evals run test timescales status --failures
      python -m evals compare RUN RUN
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; None takes the arguments of the process.

    Returns 0 where all is well, 1 for a missed measure or a problem told in one line with the command that mends
    it, 2 for wrong usage. Any other error keeps its traceback.
    """
    try:
        status = program.main(arguments, prog_name="python -m evals", standalone_mode=False)
        return status if isinstance(status, int) else 0
    except click.exceptions.NoArgsIsHelpError as error:
        print(error.format_message(), file=sys.stderr)
        return WRONG_USAGE
    except click.UsageError as error:
        error.show(sys.stderr)
        return WRONG_USAGE
    except FixableError as problem:
        print(problem, file=sys.stderr)
        return FIXABLE
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
