"""What goes wrong with a database is told in one line that says how to mend it."""

from __future__ import annotations

import os
import shlex
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from assistant.conversations import (
    ConversationStore,
    StoreError,
    StoreSettings,
    errors,
    open_private_store,
    open_store,
)
from corpus.errors import FixableError
from tests.conversations.conftest import PUBLIC, answer


def told(store: ConversationStore, kind: type[StoreError]) -> str:
    """The one line of what goes wrong when something is kept, and when it is listed."""
    with pytest.raises(kind) as caught:
        store.add("me", None, "Due?", answer("Due?"))
    message = str(caught.value)
    assert "\n" not in message
    assert isinstance(caught.value, FixableError)
    return message


def command(message: str) -> list[str]:
    """The command at the end of a message, as a shell reads it."""
    return shlex.split(message.rsplit("Run: ", 1)[1])


def change(file: Path, statement: str) -> None:
    connection = sqlite3.connect(file)
    with connection:
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize("at", [0, 100, 2000])
def test_a_damaged_file(kept: ConversationStore, file: Path, at: int) -> None:
    for n in range(30):
        kept.add("me", None, f"{n}?", answer(f"{n}?"))
    kept.close()
    whole = file.read_bytes()
    file.write_bytes(whole[:at] + b"\xff" * (len(whole) - at))
    again = open_store(PUBLIC, StoreSettings(file.parent))
    message = told(again, errors.DamagedStore)
    again.close()
    assert message.startswith(f"The conversations at {file} cannot be read (")
    subprocess.run(command(message), check=True)
    assert again.conversations("me") == ()
    again.add("me", None, "Due?", answer("Due?"))
    again.close()
    assert file.with_name(file.name + ".aside").read_bytes()[:at] == whole[:at]


def test_a_file_that_is_none(tmp_path: Path) -> None:
    made = StoreSettings(tmp_path / "it's here").file
    made.parent.mkdir()
    made.write_text("Dear Sir or Madam, " * 100, encoding="utf-8")
    message = told(open_store(PUBLIC, StoreSettings(made.parent)), errors.DamagedStore)
    assert command(message) == ["mv", str(made), f"{made}.aside"]


def test_tables_of_another_shape(kept: ConversationStore, file: Path) -> None:
    kept.add("me", None, "Due?", answer("Due?"))
    change(file, "DROP TABLE assistant_turns")
    assert "no such table" in told(kept, errors.DamagedStore)


def test_a_layout_of_another_version(kept: ConversationStore, file: Path) -> None:
    kept.add("me", None, "Due?", answer("Due?"))
    kept.close()
    change(file, "UPDATE assistant_schema SET version = 7")
    message = told(open_store(PUBLIC, StoreSettings(file.parent)), errors.UnknownSchema)
    assert "layout 7; this one reads 1" in message
    assert command(message)[0] == "mv"
    change(file, "UPDATE assistant_schema SET version = 1")
    assert len(kept.conversations("me")) == 1


def test_one_answer_of_another_version_hides_no_other(kept: ConversationStore, file: Path) -> None:
    first = kept.add("me", None, "Old?", answer("Old?"))
    kept.add("me", first.conversation, "New?", answer("New?"))
    change(file, "UPDATE assistant_turns SET form = 9 WHERE number = 1")
    old, new = kept.turns("me", first.conversation)
    assert old.answer is None
    assert old.question == "Old?"
    assert old.problem is not None
    assert "another version" in old.problem
    assert (new.answer, new.problem) == (answer("New?"), None)


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    message = told(open_store(PUBLIC, StoreSettings(tmp_path / "file" / "data")), errors.UnwritableStore)
    assert message.startswith(f"Conversations cannot be kept at {tmp_path / 'file'}")
    assert command(message) == ["export", "ASSISTANT_DATA=FOLDER"]


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    StoreSettings(tmp_path).file.mkdir()
    told(open_store(PUBLIC, StoreSettings(tmp_path)), errors.UnwritableStore)


_AS_NOBODY = """
import os, sys
from pathlib import Path
from assistant.conversations import StoreError, StoreSettings, open_store
from assistant.model import Answer, Outcome
answer = Answer("Due?", Outcome.ANSWERED, "Soon.")
elsewhere = open_store(frozenset(), StoreSettings(Path(sys.argv[1]) / "elsewhere"))
elsewhere.add("me", None, "Due?", answer)  # loads what nobody may read later
store = open_store(frozenset(), StoreSettings(Path(sys.argv[1]) / "data"))
os.setuid(int(sys.argv[2]))
for use in (lambda: store.add("me", None, "Due?", answer), lambda: store.conversations("me")):
    try:
        use()
    except StoreError as error:
        print(type(error).__name__, error)
"""


@pytest.mark.slow
@pytest.mark.parametrize("there", [False, True])
def test_a_read_only_folder(there: bool) -> None:
    """In a process of an ordinary user, since root may write everywhere."""
    user = 65534 if os.geteuid() == 0 else os.geteuid()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "data"
        folder.mkdir()
        if there:
            store = open_store(PUBLIC, StoreSettings(folder))
            store.add("me", None, "Due?", answer("Due?"))
            store.close()
        for path in folder.iterdir():
            path.chmod(0o444)
        folder.chmod(0o555)
        Path(made).chmod(0o755)
        done = subprocess.run(
            [sys.executable, "-c", _AS_NOBODY, made, str(user)],
            capture_output=True, text=True, cwd=Path(__file__).parents[2], timeout=30,
        )  # fmt: skip
        folder.chmod(0o755)
    lines = done.stdout.splitlines()
    assert len(lines) == 2, done.stderr
    assert all(line.startswith(f"UnwritableStore Conversations cannot be kept at {folder}") for line in lines)


def test_a_full_disk(kept: ConversationStore, file: Path) -> None:
    from sqlalchemy import event

    kept.add("me", None, "Due?", answer("Due?"))
    engine = kept._database.engine  # type: ignore[attr-defined]

    @event.listens_for(engine, "connect")
    def full(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")

    kept.close()
    long = answer("Due?", "long " * 100_000)
    with pytest.raises(errors.UnwritableStore, match=r"disk is full.*Free some.*Run: export ASSISTANT_DATA"):
        kept.add("me", None, "Due?", long)
    event.remove(engine, "connect", full)
    kept.close()
    assert len(kept.conversations("me")) == 1


def test_a_file_taken_away_meanwhile(kept: ConversationStore, file: Path) -> None:
    first = kept.add("me", None, "Due?", answer("Due?"))
    for path in file.parent.iterdir():
        path.unlink()
    assert kept.conversations("me") == ()
    with pytest.raises(errors.ConversationGone):
        kept.add("me", first.conversation, "And?", answer("And?"))
    assert kept.add("me", None, "Anew?", answer("Anew?")).number == 1


def test_a_lock_that_is_not_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.conversations.engines.WAIT", 0.1)
    store = open_store(PUBLIC, StoreSettings(tmp_path))
    store.add("me", None, "Due?", answer("Due?"))
    holder = sqlite3.connect(StoreSettings(tmp_path).file)
    holder.execute("BEGIN IMMEDIATE")
    message = told(store, errors.BusyStore)
    assert command(message) == ["fuser", str(StoreSettings(tmp_path).file)]
    assert len(store.conversations("me")) == 1, "reading goes on"
    holder.close()
    assert store.add("me", None, "Due?", answer("Due?")).number == 1


def test_nothing_is_written_before_something_is_kept(tmp_path: Path) -> None:
    open_store(PUBLIC, StoreSettings(tmp_path / "data")).close()
    assert list(tmp_path.iterdir()) == []


def test_files_are_for_their_owner_alone(kept: ConversationStore, file: Path) -> None:
    kept.add("me", None, "Due?", answer("Due?"))
    modes = {p.name: p.stat().st_mode & 0o777 for p in [file.parent, *file.parent.iterdir()]}
    assert modes.pop("data") == 0o700
    assert set(modes.values()) == {0o600}


def test_a_private_store_writes_nothing_and_forgets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ASSISTANT_DATA", str(tmp_path))
    store = open_private_store(PUBLIC)
    store.add("me", None, "Due?", answer("Due?"))
    assert len(store.conversations("me")) == 1
    assert open_private_store(PUBLIC).conversations("me") == ()
    store.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("nonsense", "is no database URL"),
        ("mysql://me@localhost/x", "names a mysql database"),
        ("sqlite://", "names a sqlite database"),
    ],
)
def test_a_url_that_cannot_be_used(tmp_path: Path, url: str, said: str) -> None:
    with pytest.raises(errors.UnreachableStore, match=rf"{said}.*Run: export ASSISTANT_DATABASE_URL="):
        open_store(PUBLIC, StoreSettings(tmp_path, url))


def test_a_driver_that_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(errors.UnreachableStore) as caught:
        open_store(PUBLIC, StoreSettings(tmp_path, "postgresql://127.0.0.1/x"))
    assert command(str(caught.value)) == ["pip", "install", "psycopg[binary]>=3.3,<4"]


def test_a_server_that_does_not_answer(tmp_path: Path) -> None:
    url = "postgresql://me:sesame@127.0.0.1:9/x?application_name=sesame"
    message = told(open_store(PUBLIC, StoreSettings(tmp_path, url)), errors.UnreachableStore)
    assert "sesame" not in message
    assert "127.0.0.1:9/x does not answer" in message


def test_a_layout_of_another_version_on_a_server(tmp_path: Path, postgresql: str) -> None:
    import psycopg

    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute("CREATE DATABASE other_layout")
    url = postgresql.replace("/postgres", "/other_layout")
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE assistant_schema (version integer NOT NULL)")
        connection.execute("INSERT INTO assistant_schema VALUES (2), (3)")
    store = open_store(PUBLIC, StoreSettings(tmp_path, url))
    message = told(store, errors.UnknownSchema)
    store.close()
    assert "layout 2, 3; this one reads 1" in message
    assert command(message) == ["export", "ASSISTANT_DATABASE_URL=URL"]


def test_a_database_url_may_name_a_file(tmp_path: Path) -> None:
    store = open_store(PUBLIC, StoreSettings(tmp_path / "unused", f"sqlite:///{tmp_path}/mine.db"))
    store.add("me", None, "Due?", answer("Due?"))
    store.close()
    assert [p.name for p in tmp_path.iterdir()] == ["mine.db"]
