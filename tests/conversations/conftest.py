"""Stores of each kind, and answers to keep in them."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.conversations import ConversationStore, StoreSettings, open_private_store, open_store
from assistant.model import Answer, Citation, DateShown, Notice, Outcome
from corpus.model import Part, Span

PUBLIC = frozenset({"Professor Eileen Munro", "Tim Loughton"})


def answer(
    question: str = "When is it due?", text: str = "It is due **by July 2012**. [1]", **more: object
) -> Answer:
    made: dict[str, object] = {
        "citations": (
            Citation(1, "government-response", 14, Part.TIMESCALE, None, "by *July* 2012", "The Government", "Recommendation 14, Timescale", "p/1", Span(5, 19)),
        ),
        "recommendations": (14,),
        "dates": (DateShown("by July 2012", "../2012-07"), DateShown("soon", None)),
        "notices": (Notice.HISTORIC_GUIDANCE,),
        "seconds": 0.012345678,
    }  # fmt: skip
    return Answer(question, Outcome.ANSWERED, text, **(made | more))  # type: ignore[arg-type]


def _programs() -> Path | None:
    """The folder of PostgreSQL's programs."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    there = shutil.which("initdb")
    return found[0].parent if found else Path(there).parent if there else None


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """URL of a PostgreSQL server of the tests' own, on loopback."""
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed here (Debian: apt-get install postgresql)")
    # It does not run as root.
    user = "postgres" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="postgresql-"))
    if user:
        shutil.chown(folder, user)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    def run(*command: str) -> None:
        subprocess.run([str(programs / command[0]), *command[1:]], user=user, cwd=folder, check=True, stdout=subprocess.DEVNULL, timeout=60)  # fmt: skip

    options = f"-c listen_addresses=127.0.0.1 -p {port} -c unix_socket_directories='' -c fsync=off"
    try:
        run(
            "initdb",
            "-D",
            str(folder / "data"),
            "-U",
            "tester",
            "-A",
            "trust",
            "-N",
            "-E",
            "UTF8",
            "--locale=C",
        )
        run("pg_ctl", "-D", str(folder / "data"), "-l", str(folder / "log"), "-o", options, "-w", "start")
        try:
            yield f"postgresql://tester@127.0.0.1:{port}/postgres"
        finally:
            run("pg_ctl", "-D", str(folder / "data"), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where ``kept`` keeps."""
    return StoreSettings(tmp_path / "data").file


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[ConversationStore]:
    """A store in a file."""
    made = open_store(PUBLIC, StoreSettings(tmp_path / "data"))
    yield made
    made.close()


@pytest.fixture(params=["file", "memory", pytest.param("postgresql", marks=pytest.mark.slow)])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ConversationStore]:
    """A store of each kind."""
    if request.param == "memory":
        made = open_private_store(PUBLIC)
    else:
        url = request.getfixturevalue("postgresql") if request.param == "postgresql" else None
        made = open_store(PUBLIC, StoreSettings(tmp_path / "data", url))
    yield made
    made.close()


@pytest.fixture
def owner() -> str:
    """Somebody new."""
    return f"somebody {uuid.uuid4().hex}"
