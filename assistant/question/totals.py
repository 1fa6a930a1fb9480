"""Wordings that name every recommendation by their count: "all fifteen" where the documents hold fifteen."""

from __future__ import annotations

from functools import lru_cache

from assistant.language.numbers import pattern_of
from assistant.language.phrases import Phrases
from assistant.library.library import Library


def each_of_them(library: Library) -> Phrases:
    """ "Each and every one of the fifteen recommendations"."""
    return _each_of(_total(library))


def the_number(library: Library) -> Phrases:
    """ "The fifteen", "all 15"."""
    return _the(_total(library))


def _total(library: Library) -> int:
    return len(library.corpus.recommendations)


@lru_cache
def _each_of(total: int) -> Phrases:
    return Phrases(
        rf"{_number(total)} ?(?:recommendations|recs)?",
        before=r"\b(?:all|each|every|each and every)(?: single)?(?: one)?(?: of)?(?: the| of the| munro's| her)? ?",
        after=r"\b",
        whole_words=False,
    )


@lru_cache
def _the(total: int) -> Phrases:
    return Phrases(rf"(?:the|all|of|her|his|their|munro'?s) {_number(total)}")


def _number(total: int) -> str:
    """Pattern of a count of several; of fewer, one that nothing fits."""
    return pattern_of(total) if total > 1 else r"(?!)"
