from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.cli import chat
from assistant.cli.progress import Waiting
from assistant.opening import open_assistant
from tests.cli.command import one_line, run
from tests.cli.terminal import Terminal


@pytest.mark.usefixtures("built_home")
def test_a_conversation_through_a_pipe() -> None:
    done = run("chat", stdin="Was recommendation 6 accepted?\n\nand when?\n/new\nand when?\n")
    assert done.returncode == 0
    first, second, third = re.split(r"(?<=act on it\.\n)\n", done.stdout)[:3]
    assert "recommendation 6" in first
    assert second.startswith("Read as: and when? (about recommendation 6)")
    assert "by December 2011" in second
    assert "recommendation 6" not in third
    assert "? " not in done.stderr


@pytest.mark.slow
def test_commands_and_mistakes_do_not_end_it() -> None:
    done = run(
        "chat",
        stdin="/help\n/nonsense\n" + "when " * 3000 + "\nWas recommendation 6 accepted?\n/quit\nnever\n",
    )
    assert "There is no command /nonsense" in done.stderr
    assert "recommendation 6" in done.stdout
    assert "never" not in done.stdout


@pytest.mark.slow
def test_the_question_before_is_kept_without_personal_data() -> None:
    question = "My NHS number is 943 476 5919. Was recommendation 6 accepted?"
    done = run("chat", stdin=f"{question}\nand when?\n")
    assert done.returncode == 0
    assert "by December 2011" in done.stdout
    assert "943 476 5919" not in done.stdout


@pytest.mark.slow
def test_a_pipe_is_told_of_a_problem_and_ends(tmp_path: Path) -> None:
    none = {"ASSISTANT_EMBEDDING_MODEL": str(tmp_path), "ASSISTANT_HOME": str(tmp_path / "home")}
    done = run("chat", stdin="Who speaks up for children?\n", **none)
    assert done.returncode == 1
    assert one_line(done.stderr)


@pytest.mark.slow
def test_a_person_is_greeted_prompted_and_answered_in_colour() -> None:
    with Terminal("chat", columns=72) as terminal:
        terminal.read_until("/quit or Ctrl-D ends.")
        terminal.read_until("? ")
        terminal.type("Was recommendation 6 accepted?\n")
        shown = terminal.read_until("act on it.")
        assert "\x1b[1m" in terminal.seen  # bold
        assert max(len(line) for line in shown.splitlines()) <= 72
        terminal.read_until("? ")
        terminal.type("\x04")
        assert terminal.status() == 0


@pytest.mark.slow
def test_a_person_may_interrupt() -> None:
    with Terminal("chat", columns=72) as terminal:
        terminal.read_until("? ")
        assert terminal.interrupt() == 130
        assert "Traceback" not in terminal.seen


def test_what_masking_leaves_behind_is_no_part_of_the_conversation(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(chat, "answer_shown", lambda assistant, asked, *_: assistant.ask(asked))
    conversation = chat.Conversation(open_assistant(), Waiting())
    conversation.take("My NHS number is 943 476 5919. Was recommendation 6 accepted?")
    assert conversation.earlier == ["My NHS number is . Was recommendation 6 accepted?"]
