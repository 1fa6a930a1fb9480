"""The formats by name, and what loading them costs."""

from __future__ import annotations

import subprocess
import sys

import pytest

from assistant.quiz.formats import FORMATS
from assistant.quiz.formats.model import Format, LeftOut, Written
from tests.quiz.formats.samples import CHOICE, EVERY_KIND, MATCHING, SHORT, job

NAMES = "moodle-xml gift aiken qti kahoot csv anki word word-answers pdf pdf-answers markdown json"


def test_every_format_is_there_under_its_name() -> None:
    assert " ".join(FORMATS) == NAMES
    assert all(made.name == name and made.suffix.startswith(".") for name, made in FORMATS.items())


def test_nothing_heavy_is_loaded_before_a_format_is_written() -> None:
    heavy = "docx genanki lxml numpy openpyxl streamlit torch typst".split()
    script = f"import sys, assistant.quiz.formats; print([m for m in {heavy} if m in sys.modules])"
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True
    )
    assert ran.stdout.strip() == "[]"


@pytest.mark.parametrize("name", list(FORMATS))
def test_a_quiz_without_items_is_written(name: str) -> None:
    written = FORMATS[name].write(job())
    assert written.left_out_in_words() == ""
    assert written.content or name in ("aiken",)


def test_items_are_sorted_out_in_their_order() -> None:
    ids = Format(
        "ids",
        ".txt",
        "Ids",
        "text/plain",
        lambda job: " ".join(item.id for item in job.quiz.items).encode(),
        lambda item: "it has pairs" if item.pairs else None,
    )
    made = ids.write(job(*EVERY_KIND))
    assert made.content.decode().split() == [item.id for item in EVERY_KIND if item is not MATCHING]
    assert made.left_out == (LeftOut(MATCHING, "it has pairs"),)


def test_what_is_left_out_is_counted_by_its_reason() -> None:
    left = (LeftOut(CHOICE, "it is long"), LeftOut(SHORT, "it is typed"), LeftOut(MATCHING, "it is long"))
    told = "3 items are left out: 2 because it is long; 1 because it is typed."
    assert Written(b"", left).left_out_in_words() == told
