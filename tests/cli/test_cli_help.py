from __future__ import annotations

from collections.abc import Iterator

import click
import pytest

from assistant.cli import main
from assistant.cli.program import program
from tests.cli.command import ROOT, one_line, run


def commands(
    group: click.Group, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


ALL = dict(commands(program))


def test_the_commands_are_those_of_the_contract() -> None:
    assert {" ".join(path) for path in ALL} == {
        "ask",
        "chat",
        "index",
        "index build",
        "index status",
        "index search",
        "corpus",
        "corpus check",
        "corpus show",
        "corpus align",
        "models",
        "quiz",
    }


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_every_command_has_help_and_stands_in_the_readme(
    path: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*path, "--help"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("Usage: assistant " + " ".join(path))
    assert len(shown.splitlines()) > 5
    assert max(map(len, shown.splitlines())) <= 90
    assert "assistant " + " ".join(path) in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [(), ("ask",), ("chat",), ("corpus",), ("corpus", "show"), ("index",)])
def test_help_teaches_by_example(path: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    main([*path, "--help"])
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert [line for line in lines if line.startswith("assistant ") or line.endswith("assistant chat")]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nonsense"], "No such command 'nonsense'. Run: assistant --help"),
        (["ask"], "There is no question. Run: assistant ask --help"),
        (["ask", "--nonsense", "x"], "Run: assistant ask --help"),
        (["ask", "when?", "--batch", "-"], "Run: assistant ask --help"),
        (["ask", "--batch", "no-such-file.jsonl"], "No such file or directory"),
        (["index", "search"], "Run: assistant index search --help"),
        (["index", "search", "words", "-k", "0"], "Run: assistant index search --help"),
        (["corpus", "show", "99"], "There is no recommendation 99; there are recommendations 1 to 15"),
        (["corpus", "show", "no-such-document"], "press-release"),
        (["corpus", "align", "no-such-document"], "press-release"),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert one_line(shown.err)
    assert says in shown.err


def test_no_arguments_show_the_help() -> None:
    done = run()
    assert (done.returncode, done.stdout) == (2, "")
    assert "assistant ask" in done.stderr


def test_version() -> None:
    done = run("--version")
    assert done.returncode == 0
    assert done.stdout.startswith("munro-assistant ")
