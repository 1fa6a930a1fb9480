"""The program ``assistant``: its commands, and what becomes of their errors."""

from __future__ import annotations

import importlib
from collections.abc import Sequence

import click

from assistant.cli import output
from assistant.language.clean import QuestionError
from corpus.errors import FixableError

WRONG_USAGE, FIXABLE, INTERRUPTED, READER_LEFT = 2, 1, 130, 141
"""Exit statuses beside 0; the last two are those that a shell gives for SIGINT and SIGPIPE."""

_HELP = """Ask the Government's July 2011 response to the Munro review of child protection.

Every answer quotes the documents word for word and names the place of each quote. What the documents do
not say is not answered. It needs no network: nothing leaves this computer.

\b
Examples:
  assistant ask "When should every council have a principal social worker?"
  assistant ask "Was recommendation 6 accepted?" --json
  assistant chat
  assistant corpus show 14
"""


#: Command to the module that holds it, as an object of the same name; imported when it is called.
_COMMANDS = {
    "ask": "asking",
    "chat": "chat",
    "quiz": "quiz_command",
    "index": "index_commands",
    "corpus": "corpus_commands",
    "models": "models_command",
}


class _Commands(click.Group):
    """A group that imports a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        found = getattr(importlib.import_module(f"assistant.cli.{_COMMANDS[cmd_name]}"), cmd_name)
        assert isinstance(found, click.Command)
        return found


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("munro-assistant")
    except PackageNotFoundError:  # run from a folder that was not installed
        return "(not installed)"


def _print_version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted:
        output.write(f"munro-assistant {_version()}")
        context.exit()


@click.group(cls=_Commands, help=_HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version and exit.",
)
def program() -> None:
    pass


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; None takes the arguments of the process.

    Returns the exit status: 0 answered or refused, 1 a problem told in one line with the command that mends
    it, 2 wrong usage. Any other error keeps its traceback.
    """
    output.use_utf8()
    try:
        status = program.main(arguments, prog_name="assistant", standalone_mode=False)
        output.flush()
        return status if isinstance(status, int) else 0
    except click.exceptions.NoArgsIsHelpError as error:
        output.tell(error.format_message())
        return WRONG_USAGE
    except click.ClickException as error:
        output.tell_error(_with_help(error))
        return WRONG_USAGE
    except QuestionError as error:
        output.tell_error(str(error))
        return WRONG_USAGE
    except FixableError as error:
        output.tell_error(str(error))
        return FIXABLE
    except output.ReaderLeft:
        return READER_LEFT
    except (KeyboardInterrupt, click.Abort):
        output.tell("")
        return INTERRUPTED


def _with_help(error: click.ClickException) -> str:
    """What is wrong with the arguments, in one line that ends with the command that explains them."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    command = context.command_path if context else "assistant"
    return f"{error.format_message().rstrip()} Run: {command} --help"
