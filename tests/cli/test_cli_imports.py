from __future__ import annotations

import subprocess
import sys

import pytest

from tests.cli.command import ROOT, environment

HEAVY = (
    "torch sentence_transformers transformers chromadb langchain langchain_core streamlit textblob numpy rich"
)


@pytest.mark.slow
@pytest.mark.parametrize(
    "code",
    [
        "import assistant",
        "import assistant.cli",
        "from assistant.cli import main; assert main(['--help']) == 0",
        "from assistant.cli import main; assert main(['ask', '--help']) == 0",
        "from assistant.cli import main; assert main(['--version']) == 0",
        "from assistant.cli import main; assert main(['ask', '']) == 2",
        "from assistant.cli import main; assert main(['corpus', 'show', '14']) == 0",
        "from assistant.cli import main; assert main(['corpus', 'check']) == 0",
    ],
)
def test_nothing_heavy_is_loaded_before_it_is_needed(code: str) -> None:
    listing = (
        f"; import sys; loaded = [m for m in {HEAVY.split()!r} if m in sys.modules]; sys.exit(str(loaded))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code + listing],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr.splitlines()[-1] == "[]"


def test_the_check_above_sees_what_is_loaded() -> None:
    code = f"import numpy, sys; sys.exit(str([m for m in {HEAVY.split()!r} if m in sys.modules]))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1] == "['numpy']"
