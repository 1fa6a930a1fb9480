"""Hand-outs and answer sheets, read back by other libraries than those that wrote them."""

from __future__ import annotations

import io
import re

import pypdf
import pytest
from docx import Document
from hypothesis import given, settings
from markdown_it import MarkdownIt

from assistant.quiz.formats import FORMATS
from assistant.quiz.formats.sources import answer_lines, source
from assistant.quiz.model import GAP, Item
from assistant.rendering.inline import emphasised
from assistant.rendering.plain import one_line
from tests.quiz.formats.expected import squeezed
from tests.quiz.formats.gift_readers import text_of
from tests.quiz.formats.samples import EVERY_KIND, corpus, few, hostile_items, job


def word(content: bytes) -> str:
    file = Document(io.BytesIO(content))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in file.paragraphs), *cells])


def pdf(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


def markdown(content: bytes) -> str:
    return text_of(MarkdownIt("commonmark").enable("table").render(content.decode()))


READERS = {"word": word, "pdf": pdf, "word-answers": word, "pdf-answers": pdf, "markdown": markdown}


def asked(item: Item) -> list[str]:
    return [item.stem, *(p.left for p in item.pairs), *item.options]


def told(item: Item) -> list[str]:
    quotes = ["".join(run.text for run in emphasised(c.quote.strip())) for c in item.citations]
    return [*answer_lines(item), *quotes, *(source(c, corpus().document) for c in item.citations)]


def missing(texts: list[str], content: str) -> list[str]:
    held = squeezed(content)
    return [text for text in texts if squeezed(one_line(text)) not in held]


@pytest.mark.parametrize("name", ["word", "pdf", "markdown"])
def test_a_hand_out_asks_everything(name: str) -> None:
    written = FORMATS[name].write(job(*EVERY_KIND))
    assert not written.left_out
    content = READERS[name](written.content)
    assert [missing(asked(item), content) for item in EVERY_KIND] == [[]] * len(EVERY_KIND)


@pytest.mark.parametrize("name", ["word-answers", "pdf-answers", "markdown"])
def test_an_answer_sheet_proves_everything(name: str) -> None:
    content = READERS[name](FORMATS[name].write(job(*EVERY_KIND)).content)
    assert [missing(told(item), content) for item in EVERY_KIND] == [[]] * len(EVERY_KIND)


@pytest.mark.parametrize("name", ["word", "pdf"])
def test_a_hand_out_holds_no_answer(name: str) -> None:
    content = squeezed(READERS[name](FORMATS[name].write(job(*EVERY_KIND)).content))
    for item in EVERY_KIND:
        assert not [c.quote for c in item.citations if squeezed(c.quote) in content]
        assert item.options or squeezed(item.key[0]) not in content.replace(squeezed(item.stem), "")


@pytest.mark.parametrize("name", list(READERS))
def test_the_papers_say_which_guidance_and_which_quiz(name: str) -> None:
    content = squeezed(READERS[name](FORMATS[name].write(job(*EVERY_KIND)).content))
    assert squeezed("This is guidance of 2011 and may have been superseded") in content
    assert squeezed("seed 7") in content


def test_questions_are_numbered_alike_on_both_papers() -> None:
    for name in ("pdf", "pdf-answers"):
        content = READERS[name](FORMATS[name].write(job(*EVERY_KIND)).content)
        numbers = [int(n) for n in re.findall(r"^\s*(\d+)\.(?=\s|$)", content, re.MULTILINE)]
        assert [n for n in dict.fromkeys(numbers)] == list(range(1, len(EVERY_KIND) + 1))


@settings(few, max_examples=10)
@given(hostile_items())
def test_hostile_words_are_read_back_from_word(one: Item) -> None:
    shown = [one_line(text) for text in asked(one)]
    content = squeezed(word(FORMATS["word"].write(job(one)).content))
    assert [text for text in shown if squeezed(text) not in content] == []
    assert GAP not in one.stem or GAP in content
