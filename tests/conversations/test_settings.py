"""Where conversations are kept."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from assistant.conversations import StoreSettings


def test_by_default_beside_the_home_of_the_index() -> None:
    made = StoreSettings.from_environment({"ASSISTANT_HOME": "/somewhere/home"})
    assert made == StoreSettings(Path("/somewhere/home-data"), None)
    assert made.file == Path("/somewhere/home-data/conversations.sqlite3")


def test_settings_move_it() -> None:
    made = StoreSettings.from_environment(
        {"ASSISTANT_DATA": " ~/kept ", "ASSISTANT_DATABASE_URL": " postgresql://h/d "}
    )
    assert made == StoreSettings(Path.home() / "kept", "postgresql://h/d")
    assert StoreSettings.from_environment({"ASSISTANT_DATA": "here"}).folder == Path.cwd() / "here"


def test_importing_and_opening_loads_no_more_than_it_needs() -> None:
    code = (
        "import sys, assistant.conversations\n"
        "print(sorted({'sqlalchemy', 'psycopg', 'streamlit', 'torch', 'chromadb', 'docx', 'typst'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=Path(__file__).parents[2]
    )
    assert done.stdout == "[]\n", done.stderr
