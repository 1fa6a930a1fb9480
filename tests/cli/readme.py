"""The console examples of the README. Run ``python -m tests.cli.readme`` to write their outputs anew."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Callable
from dataclasses import dataclass

from tests.cli.command import ROOT, run

README = ROOT / "README.md"
_BLOCK = re.compile(r"```console\n\$ assistant (?P<arguments>[^\n]*)\n(?P<output>.*?)```", re.DOTALL)
_SECONDS = re.compile(r'"seconds": [\d.]+')
_INDENTED = " | python -m json.tool --no-ensure-ascii"


@dataclass(frozen=True, slots=True)
class Example:
    """A command of the README and what it is said to print."""

    arguments: str
    output: str


def examples(text: str) -> list[Example]:
    """The examples of a Markdown text, in order."""
    return [Example(m["arguments"], m["output"]) for m in _BLOCK.finditer(text)]


def printed(arguments: str) -> str:
    """What a command prints, as it stands in the README: the time an answer took is a round figure there."""
    done = run(*shlex.split(arguments.removesuffix(_INDENTED)))
    assert done.returncode == 0, done.stderr
    shown = done.stdout.rstrip("\n")
    if arguments.endswith(_INDENTED):
        shown = json.dumps(json.loads(shown), indent=4, ensure_ascii=False)
    return _SECONDS.sub('"seconds": 0.01', shown) + "\n"


def rewritten(text: str, output_of: Callable[[str], str] = printed) -> str:
    """A Markdown text with the output of each example made anew."""
    return _BLOCK.sub(
        lambda m: f"```console\n$ assistant {m['arguments']}\n{output_of(m['arguments'])}```", text
    )


if __name__ == "__main__":
    README.write_text(rewritten(README.read_text(encoding="utf-8")), encoding="utf-8")
