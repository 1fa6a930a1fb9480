"""Cells that no spreadsheet takes for a formula, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given

from assistant.quiz.formats.cells import safe, unsafe
from tests.quiz.formats.samples import few, texts

SIGNS = ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b"]


@pytest.mark.parametrize("sign", SIGNS)
def test_a_cell_begins_with_no_sign_of_a_formula(sign: str) -> None:
    assert safe(f"{sign}1+1")[0] == "'"
    assert unsafe(safe(f"{sign}1+1")) == f"{sign}1+1"


@few
@given(texts)
def test_every_text_comes_back(text: str) -> None:
    assert unsafe(safe(text)) == text
    assert safe(text)[0] not in SIGNS


def test_words_are_left_as_they_are() -> None:
    assert safe("by July 2012") == "by July 2012"
    assert safe("") == ""
