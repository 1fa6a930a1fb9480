"""``assistant chat``: a conversation in the terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from assistant.cli import output
from assistant.cli.answering import MODEL_HELP, answer_shown, open_chosen, tell_where
from assistant.cli.progress import Waiting
from corpus.errors import FixableError

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.models.explaining import ExplainingAssistant

_PROMPT = "? "
_GREETING = """\
Ask about the Government's 2011 response to the Munro review; a question may build on those before it.
/new starts afresh, /help shows what can be asked, /quit or Ctrl-D ends."""
_TEACHING = """\
You can ask, in your own words:
  When should every council have a principal social worker?
  and who is responsible for that?
  What is due by December 2011?
  Which recommendations were accepted in principle?
  What did Professor Munro say about early help?
/new forgets the questions so far, /quit ends."""
_HELP = """Hold a conversation: each question may build on those before it.

\b
In the conversation:
  /new    forget the questions so far
  /help   show what can be asked
  /quit   end (Ctrl-D does too)

\b
Questions may also come from a pipe, one a line:
  printf '%s\\n' "Was recommendation 6 accepted?" "and when?" | assistant chat
"""


@click.command(help=_HELP, short_help="Hold a conversation in the terminal.")
@click.option("--model", metavar="NAME", help=MODEL_HELP)
def chat(model: str | None) -> None:
    waiting = Waiting("Looking in the documents …")
    with Waiting("Opening the documents …"):
        assistant = open_chosen(model, waiting)
    if output.for_person(sys.stdin):
        import readline  # noqa: F401  gives input() its line editing

        output.tell(_GREETING)
    tell_where(model)
    Conversation(assistant, waiting).run()


class Conversation:
    """The questions so far, and what a typed line does."""

    def __init__(self, assistant: Assistant | ExplainingAssistant, waiting: Waiting) -> None:
        """
        Args:
            assistant: answers.
            waiting: shown while it does; hears of a build of the index.
        """
        self._assistant, self._waiting = assistant, waiting
        self.earlier: list[str] = []
        """Questions so far, personal data left out, oldest first."""

    def run(self) -> None:
        """Take lines from standard input until it ends or the person quits."""
        while (line := _read()) is not None and self.take(line.strip()):
            pass

    def take(self, line: str) -> bool:
        """Act on one line; False ends the conversation."""
        match line.lower():
            case "":
                pass
            case "/quit" | "/exit" | "quit" | "exit":
                return False
            case "/new":
                self.earlier.clear()
                output.tell("A new conversation.")
            case "/help":
                output.tell(_TEACHING)
            case command if command.startswith("/"):
                output.tell(f"There is no command {command.split()[0]}; there are /new, /help and /quit.")
            case _:
                self._ask(line)
        return True

    def _ask(self, question: str) -> None:
        try:
            answer = answer_shown(self._assistant, question, tuple(self.earlier), self._waiting)
        except FixableError as error:
            if not output.for_person(sys.stdin):
                raise
            output.tell_error(str(error))  # the conversation so far is not lost
            return
        output.write("")
        if answer.error is None:
            from assistant.notices import without_markers

            self.earlier.append(without_markers(answer.question))


def _read() -> str | None:
    """The next line; None at the end. Nobody is prompted where the lines come from a pipe."""
    if not output.for_person(sys.stdin):
        return sys.stdin.readline() or None
    try:
        return input(_PROMPT)
    except EOFError:
        output.tell("")
        return None
