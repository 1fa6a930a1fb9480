"""The index opened in a second process: it finds the same, and whatever becomes of it an answer is found."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from assistant.cli.ahead import Ahead, Found
from corpus import Corpus
from index.manifest import Manifest, manifest_for
from index.models import embedder_for
from index.open import chunks_of
from index.settings import IndexSettings
from tests.cli.command import ROOT, environment

HERE: Found = ({"found here": 1.0}, {})
THERE: Found = ({"found there": 0.5}, {"word": 2.0})
#: Programs of their own, since a process is only copied before anything large is loaded or a thread runs.
needs_two_processors = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2,
    reason="a second process is only started on Linux with two processors or more",
)
BEFORE = """
import json, os, signal, sys, threading
from assistant.cli.ahead import Ahead, searching_ahead

QUESTIONS = ["Who speaks up for children in care homes?", "When is early help due?", "", "zzz"]
HERE = [{"found here": 1.0}, {}]

def here(question, lexical):
    return HERE

def never(question, lexical):
    raise AssertionError("searched here")

def running(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
"""


def ended(code: str, home: Path) -> subprocess.CompletedProcess[str]:
    """A program that searches in a second process, once it has ended, however it did."""
    return subprocess.run(
        [sys.executable, "-c", BEFORE + code],
        cwd=ROOT,
        env=environment(ASSISTANT_HOME=str(home)),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def told(code: str, home: Path) -> Any:
    """What a program says that has searched in a second process; nothing but that is on its streams."""
    done = ended(code, home)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return json.loads(done.stdout)


@needs_two_processors
def test_what_it_finds_is_what_the_process_itself_finds(built_home: Path) -> None:
    code = """
with searching_ahead() as ahead:
    from assistant.opening import DEPTH, open_assistant
    assistant = open_assistant()
    there = ahead.before(never, assistant.library.corpus, DEPTH)
    found = [there(q, q) for q in QUESTIONS]
    kinds = ahead.telling(never, assistant.library.corpus)(QUESTIONS[0])
    loaded = "chromadb" in sys.modules
own = [assistant.scores(q, q) for q in QUESTIONS]
in_order = [[list(scores.items()) for scores in each] for each in found]
own_in_order = [[list(scores.items()) for scores in each] for each in own]
same_kinds = kinds == assistant.tell(QUESTIONS[0]) and bool(kinds)
print(json.dumps([loaded, in_order == own_in_order, same_kinds, [len(dense) for dense, _ in found]]))
"""
    assert told(code, built_home) == [False, True, True, [100, 100, 0, 100]]


@pytest.mark.slow
@needs_two_processors
def test_where_there_is_no_index_the_process_searches_for_itself(tmp_path: Path) -> None:
    code = """
with searching_ahead() as ahead:
    from corpus import load
    scores = ahead.before(here, load(), 5)
    found = [scores(q, q) for q in QUESTIONS]
print(json.dumps([found == [HERE] * 4, running(ahead._process)]))
"""
    assert told(code, tmp_path) == [True, False]
    assert list(tmp_path.rglob("*.sqlite3")) == []


@needs_two_processors
def test_when_it_dies_the_process_searches_for_itself(built_home: Path) -> None:
    code = """
with searching_ahead() as ahead:
    from corpus import load
    corpus = load()
    found = ahead.before(never, corpus, 5)(QUESTIONS[0], "")
    os.kill(ahead._process, signal.SIGKILL)
    os.waitid(os.P_PID, ahead._process, os.WEXITED | os.WNOWAIT)
    scores = ahead.before(here, corpus, 5)
    after = [scores(q, q) for q in QUESTIONS]
print(json.dumps([len(found[0]), after == [HERE] * 4, running(ahead._process)]))
"""
    assert told(code, built_home) == [5, True, False]


@needs_two_processors
def test_it_is_gone_when_it_is_closed_whatever_it_was_doing(built_home: Path) -> None:
    code = """
ended = []
for ask in (False, True):
    try:
        with searching_ahead() as ahead:
            began = running(ahead._process)
            if ask:
                from corpus import load
                ahead.before(never, load(), 5)(QUESTIONS[0], "")
            raise KeyboardInterrupt
    except KeyboardInterrupt:
        ended.append([began, running(ahead._process)])
ahead.close()
print(json.dumps(ended))
"""
    assert told(code, built_home) == [[True, False], [True, False]]


@needs_two_processors
def test_it_ends_when_the_process_is_killed_that_began_it(built_home: Path) -> None:
    code = "ahead = Ahead.begin(); print(ahead._process, flush=True); os.kill(os.getpid(), signal.SIGKILL)"
    done = ended(code, built_home)
    state = Path("/proc", str(int(done.stdout)), "stat")
    deadline = time.monotonic() + 60
    while _runs(state):
        assert time.monotonic() < deadline, "still running"
        time.sleep(0.1)


def _runs(state: Path) -> bool:
    try:
        return state.read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.mark.slow
@needs_two_processors
def test_it_is_not_begun_where_threads_run_or_chroma_is_loaded(tmp_path: Path) -> None:
    code = """
end = threading.Event()
other = threading.Thread(target=end.wait)
other.start()
begun = [Ahead.begin() is not None]
end.set()
other.join()
with searching_ahead() as ahead:
    begun.append(ahead is not None)
import chromadb
with searching_ahead() as ahead:
    begun.append(ahead is not None)
print(json.dumps(begun))
"""
    assert told(code, tmp_path) == [False, True, False]


@pytest.fixture
def process() -> Iterator[subprocess.Popen[bytes]]:
    """A process that does nothing, to be ended as the second one."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as made:
        yield made
        made.kill()


@pytest.fixture
def saying(process: subprocess.Popen[bytes]) -> Iterator[Callable[[bytes], Ahead]]:
    """Makes a second process that has said something and then no more."""
    opened: list[Any] = []

    def make(said: bytes) -> Ahead:
        (asked, asking), (answers, answering) = os.pipe(), os.pipe()
        os.write(answering, said)
        os.close(answering)
        opened.append(os.fdopen(asked, "rb"))
        ahead = Ahead(process.pid, os.fdopen(asking, "wb", buffering=0), os.fdopen(answers, "rb"))
        opened.append(ahead)
        return ahead

    yield make
    for each in opened:
        each.close()


@pytest.fixture(scope="module")
def manifest(corpus: Corpus) -> Manifest:
    """What the index of the corpus would say of itself."""
    settings = IndexSettings.from_environment()
    return manifest_for(chunks_of(corpus), corpus.hash, embedder_for(settings.model, settings.exports))


def line(value: object) -> bytes:
    return json.dumps(value).encode() + b"\n"


def test_a_whole_reply_is_taken(saying: Callable[[bytes], Ahead], manifest: Manifest, corpus: Corpus) -> None:
    ahead = saying(line(asdict(manifest)) + line(THERE))
    assert ahead.before(lambda *_: HERE, corpus, 5)("when?", "when?") == THERE


@pytest.mark.parametrize(
    "reply", [b"", b"\n", b"[{", b"\xff\xfe\n", line([]), line(5), line(None), line([{}, {}])[:-3]]
)
def test_a_damaged_reply_is_not_taken_nor_any_after_it(
    reply: bytes, saying: Callable[[bytes], Ahead], manifest: Manifest, corpus: Corpus
) -> None:
    ahead = saying(line(asdict(manifest)) + reply + (line(THERE) if reply.endswith(b"\n") else b""))
    scores = ahead.before(lambda *_: HERE, corpus, 5)
    assert [scores("when?", ""), scores("who?", "")] == [HERE, HERE]


@pytest.mark.parametrize("first", [b"", b"\n", b"{", line([]), line({"count": 5}), line(7)])
def test_an_index_that_does_not_say_what_it_is_made_from_is_not_asked(
    first: bytes, saying: Callable[[bytes], Ahead], corpus: Corpus
) -> None:
    assert saying(first + line(THERE)).before(lambda *_: HERE, corpus, 5)("when?", "") == HERE


def test_an_index_of_another_corpus_is_not_asked(
    saying: Callable[[bytes], Ahead], manifest: Manifest, corpus: Corpus
) -> None:
    other = replace(manifest, corpus="0" * 64)
    assert saying(line(asdict(other)) + line(THERE)).before(lambda *_: HERE, corpus, 5)("when?", "") == HERE


def test_closing_ends_it_and_may_be_done_again(
    process: subprocess.Popen[bytes], saying: Callable[[bytes], Ahead], corpus: Corpus
) -> None:
    ahead = saying(b"")
    ahead.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process.pid, 0)
    ahead.close()
    assert ahead.before(lambda *_: HERE, corpus, 5)("when?", "") == HERE
