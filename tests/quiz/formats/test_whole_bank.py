"""Every item that there is, written and read back."""

from __future__ import annotations

from pathlib import Path

import pytest
from moodle_xml_parser.parser import parse_bytes

from assistant.quiz.bank import Bank
from assistant.quiz.formats import FORMATS, Job, Written
from assistant.quiz.model import Item, Kind, Quiz
from assistant.rendering.plain import one_line
from tests.quiz.formats.expected import as_moodle
from tests.quiz.formats.gift_readers import read_as_moodle, read_by_grammar, text_of
from tests.quiz.formats.samples import MADE
from tests.quiz.formats.test_csv_table import check, rows
from tests.quiz.formats.test_moodle_xml import read_moodle_xml
from tests.quiz.formats.test_qti import as_read, expected, unpacked
from tests.quiz.formats.tools import missing

pytestmark = pytest.mark.slow


def written(bank: Bank, name: str) -> tuple[Written, list[Item]]:
    """Everything in a format, and what must be in it."""
    made = FORMATS[name].write(Job(Quiz(bank.items, 7, "Everything"), bank.corpus.document, MADE))
    return made, [item for item in bank.items if not FORMATS[name].hindrance(item)]


def test_all_is_in_moodle_xml(items_bank: Bank) -> None:
    made, items = written(items_bank, "moodle-xml")
    assert read_moodle_xml(made.content) == [as_moodle(i) for i in items]
    assert len(items) == len(items_bank.items)


def test_another_reader_finds_the_same_choices_in_moodle_xml(items_bank: Bank) -> None:
    made, items = written(items_bank, "moodle-xml")
    found = parse_bytes(made.content)["multichoice"]
    chosen = [item for item in items if item.kind in (Kind.CHOICE, Kind.MULTIPLE_RESPONSE)]
    for question, item in zip(found, chosen, strict=True):
        assert (question.text_pre_parse, question.single) == (item.stem, item.kind is Kind.CHOICE)
        assert [o.answer for o in question.options] == list(item.options)
        assert {o.answer for o in question.options if o.score_fraction > 0} == set(item.key)
        assert all(
            one_line(c.quote.replace("*", "")) in text_of(question.general_feedback) for c in item.citations
        )


def test_all_is_in_gift(items_bank: Bank) -> None:
    made, items = written(items_bank, "gift")
    assert read_as_moodle(made.content.decode()) == [as_moodle(i) for i in items]
    assert len(items) == len(items_bank.items)


@pytest.mark.skipif(missing() is not None, reason=str(missing()))
def test_all_of_gift_is_read_by_the_grammar(items_bank: Bank) -> None:
    made, items = written(items_bank, "gift")
    assert read_by_grammar(made.content.decode()) == [as_moodle(i) for i in items]


def test_all_is_in_the_qti_package(items_bank: Bank, tmp_path: Path) -> None:
    made, items = written(items_bank, "qti")
    assert [as_read(path) for path in unpacked(made.content, tmp_path)] == [expected(i) for i in items]
    assert len(items) == len(items_bank.items)


def test_all_is_in_the_table(items_bank: Bank) -> None:
    made, items = written(items_bank, "csv")
    for row, item in zip(rows(made.content), items, strict=True):
        check(row, item)


@pytest.mark.parametrize("name", list(FORMATS))
def test_nothing_is_left_out_that_is_not_counted(items_bank: Bank, name: str) -> None:
    made, items = written(Bank(items_bank.corpus, items_bank.items[::20], ()), name)
    assert len(items) + len(made.left_out) == len(items_bank.items[::20])
    assert made.left_out_in_words().startswith(f"{len(made.left_out)} item" if made.left_out else "")
