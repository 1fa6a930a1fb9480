"""Number words: their values and wordings, and the patterns that find them."""

from __future__ import annotations

import re

import pytest

from assistant.language.numbers import SEVERAL, SEVERAL_IN_WORDS, in_words, ordinal, pattern_of, spelt, value
from assistant.question.number_lists import ordinal_list, tokens_of


def test_every_number_below_a_hundred_is_read_as_it_is_spelt() -> None:
    assert [value(spelt(n)) for n in range(100)] == list(range(100))
    assert [value(spelt(n).replace("-", " ").upper()) for n in range(100)] == list(range(100))
    assert [value(str(n)) for n in (0, 15, 300)] == [0, 15, 300]


@pytest.mark.parametrize("text", ["", "zebra", "twenty-ten", "one-two", "twenty zebras", "-"])
def test_other_texts_are_no_numbers(text: str) -> None:
    assert value(text) is None


def test_every_ordinal_below_a_hundred_is_read_as_it_is_worded() -> None:
    made = [ordinal(n) for n in range(100)]
    assert [made[n] for n in (0, 1, 12, 20, 21, 90, 99)] == [
        "zeroth", "first", "twelfth", "twentieth", "twenty-first", "ninetieth", "ninety-ninth",
    ]  # fmt: skip
    assert [ordinal_list(tokens_of(word), 0)[0] for word in made] == [[n] for n in range(100)]
    assert ordinal(100) == "100th"


@pytest.mark.parametrize(
    ("count", "shown"), [(0, "zero"), (2, "two"), (20, "twenty"), (21, "21"), (150, "150")]
)
def test_a_count_is_told_in_words_and_a_large_one_in_figures(count: int, shown: str) -> None:
    assert in_words(count) == shown


def test_the_patterns_find_whole_numbers_from_two_on() -> None:
    words, either = (re.compile(rf"\b{p}\b", re.IGNORECASE) for p in (SEVERAL_IN_WORDS, SEVERAL))
    assert all(words.fullmatch(spelt(n)) and either.fullmatch(str(n)) for n in range(2, 100))
    assert not any(
        either.fullmatch(word) for word in ("one", "zero", "1", "0", "100", "2011", "tenth", "sixes")
    )
    assert [
        n
        for n in range(100)
        if re.fullmatch(pattern_of(15), spelt(n)) or re.fullmatch(pattern_of(15), str(n))
    ] == [15]
    assert re.fullmatch(pattern_of(42), "forty two")
