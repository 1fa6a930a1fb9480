"""Asking every question of a run, one after the other, each answer written down at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from corpus.errors import FixableError
from evals.items import Item
from evals.judge import judge
from evals.lines import Line, line_of
from evals.measures import Result
from evals.opening import QUOTES, Opened
from evals.scores import score
from evals.suites import Suite

Heard = Callable[[int, int], None]
"""Called with the number of questions answered and their total."""
Opens = Callable[[Suite], Opened]
Writes = Callable[[Line], None]


class Stopped(FixableError):
    """A run that ended before its last item; what is answered is kept."""


def run_suites(
    suites: Sequence[Suite],
    opens: Opens,
    writes: Writes,
    done: Collection[tuple[str, str]] = (),
    heard: Heard = lambda done, total: None,
    again: str = "python -m evals run",
    model: str = QUOTES,
) -> None:
    """Ask what has not been asked yet, judge, and write.

    Args:
        suites: what is asked, and of which corpus.
        opens: opens the assistant for a suite; not called for a suite that is done.
        writes: keeps a line.
        done: keys of the lines that are there already.
        heard: hears how far the run is.
        again: the command that continues the run.
        model: who writes the answers. Whatever a language model, or the way to it, makes of a question is told in a
            line; an error of the assistant's own keeps its traceback.

    Raises:
        Stopped: a problem that a person can mend came up at an item, or the language model failed.
    """
    total = sum(len(s.items) for s in suites)
    count = 0
    for suite in suites:
        left = [i for i in suite.items if (suite.name, i.id) not in done]
        count += len(suite.items) - len(left)
        opened = opens(suite) if left else None
        for item in left:
            assert opened is not None
            heard(count, total)
            try:
                line = ask(item, suite.name, opened)
            except Exception as error:
                where = f"Stopped at item {count + 1} of {total}, {item.id}"
                if model == QUOTES and not isinstance(error, FixableError):
                    error.add_note(f"{where}; what is answered is kept. Run: {again}")
                    raise
                said = " ".join(str(error).split())[:200]
                raise Stopped(f"{where}: {type(error).__name__}: {said}. Run: {again}") from error
            writes(line)
            count += 1
    heard(total, total)


def ask(item: Item, suite: str, opened: Opened) -> Line:
    """Ask one question and judge its answer."""
    reference = opened.reference
    answer = opened.assistant.ask(item.question, item.history)
    verdict = judge(item, answer, reference.corpus)
    return line_of(Result(item, answer, verdict), suite, score(item, answer, verdict, reference))
