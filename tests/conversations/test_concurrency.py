"""Several threads and several processes write at once, and nothing is lost or mixed."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assistant.conversations import ConversationGone, ConversationStore, StoreSettings, open_store
from tests.conversations.conftest import PUBLIC, answer

_WRITER = """
import sys
from pathlib import Path
from assistant.conversations import StoreSettings, open_store
from assistant.model import Answer, Outcome
folder, name, url = sys.argv[1:4]
store = open_store(frozenset(), StoreSettings(Path(folder), url or None))
print("ready", flush=True)
sys.stdin.readline()
first = store.add(name, None, "0", Answer("0", Outcome.ANSWERED, name))
for n in range(1, 15):
    store.add(name, first.conversation, str(n), Answer(str(n), Outcome.ANSWERED, name))
store.close()
"""


def race(folder: Path, url: str, names: list[str]) -> list[int]:
    """Processes that all begin at once with a database that none of them has laid out; their exit statuses."""
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(folder), name, url],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
            text=True,
        )
        for name in names
    ]
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    statuses = [writer.wait(30) for writer in writers]
    for writer in writers:
        assert writer.stdin is not None
        assert writer.stdout is not None
        writer.stdin.close()
        writer.stdout.close()
    return statuses


def all_there(store: ConversationStore, names: list[str]) -> None:
    for name in names:
        (made,) = store.conversations(name)
        turns = store.turns(name, made.id)
        assert [(t.number, t.question) for t in turns] == [(n + 1, str(n)) for n in range(15)]
        assert {t.answer.text for t in turns if t.answer} == {name}


@pytest.mark.slow
def test_processes_at_once(tmp_path: Path) -> None:
    names = ["one", "two"]
    assert race(tmp_path / "new" / "folder", "", names) == [0, 0]
    store = open_store(PUBLIC, StoreSettings(tmp_path / "new" / "folder"))
    all_there(store, names)
    store.close()


@pytest.mark.slow
def test_processes_at_once_on_a_server(tmp_path: Path, postgresql: str, owner: str) -> None:
    names = [f"{owner} {n}" for n in range(2)]
    assert race(tmp_path, postgresql, names) == [0, 0]
    store = open_store(PUBLIC, StoreSettings(tmp_path, postgresql))
    all_there(store, names)
    store.close()


def test_threads_in_one_conversation(store: ConversationStore, owner: str) -> None:
    first = store.add(owner, None, "0", answer("0"))
    with ThreadPoolExecutor(8) as pool:
        made = list(
            pool.map(lambda n: store.add(owner, first.conversation, str(n), answer(str(n))), range(1, 41))
        )
    assert sorted(t.number for t in made) == list(range(2, 42))
    kept = store.turns(owner, first.conversation)
    assert {t.number: t.question for t in made} == {t.number: t.question for t in kept[1:]}


def test_threads_of_many_people(store: ConversationStore, owner: str) -> None:
    def use(n: int) -> list[str]:
        me = f"{owner} {n}"
        made = store.add(me, None, f"first of {n}", answer(f"first of {n}")).conversation
        store.add(me, made, f"second of {n}", answer(f"second of {n}"))
        if n % 3 == 0:
            store.delete_all(me)
        return [t.question for c in store.conversations(me) for t in store.turns(me, c.id)]

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(use, range(20)))
    assert found == [[] if n % 3 == 0 else [f"first of {n}", f"second of {n}"] for n in range(20)]


def test_adding_while_it_is_deleted(store: ConversationStore, owner: str) -> None:
    first = store.add(owner, None, "0", answer("0"))

    def add(n: int) -> bool:
        try:
            store.add(owner, first.conversation, str(n), answer(str(n)))
        except ConversationGone:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        adding = pool.map(add, range(20))
        store.delete(owner, first.conversation)
    assert set(adding) <= {True, False}
    assert store.turns(owner, first.conversation) == ()
    assert store.conversations(owner) == ()
