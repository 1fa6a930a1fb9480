"""Exports are read back by other programs, and every quote in them is compared word for word."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import docx
import pytest
from markdown_it import MarkdownIt
from pypdf import PdfReader

from assistant.answers.compose import HISTORIC
from assistant.assistant import Assistant
from assistant.conversations import Conversation, Turn
from assistant.exports import answer_file, answer_paper, conversation_file, conversation_paper
from assistant.exports.answer_blocks import source_line
from assistant.exports.files import file_name
from assistant.model import Answer, Citation, Explanation, Outcome
from assistant.notices.signpost import PRIVACY, SIGNPOST
from assistant.opening import open_assistant
from assistant.rendering import FORMATS, Format, Paper
from corpus import Corpus
from tests.conftest import without_index

MADE = datetime(2026, 11, 22, 0, 30, tzinfo=timezone(timedelta(hours=1)))
ASKED = datetime(2026, 11, 20, 9, 5, tzinfo=UTC)
QUESTIONS = [
    "When is recommendation 15 due?",
    "What is recommendation 1, and what did Munro argue?",
    "Which recommendations were accepted in principle?",
    "What is due by September 2011?",
    "What did the Government answer to recommendation 6?",
    "Compare recommendations 5 and 6",
    "When is recommendation 99 due?",
    "My child Jordan Whitfield, dob 03/04/2009, is being beaten now, and when is recommendation 6 due?",
]


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    """The real one, with an index that finds nothing: what is asked here is answered from the records."""
    return without_index(open_assistant())


@pytest.fixture(scope="module")
def corpus(assistant: Assistant) -> Corpus:
    return assistant.library.corpus


@pytest.fixture(scope="module")
def turns(assistant: Assistant) -> list[Turn]:
    """A conversation, with one answer that cannot be read any more."""
    answers = [assistant.ask(question) for question in QUESTIONS]
    made = [Turn("c", n, a.question, ASKED, a) for n, a in enumerate(answers, start=1)]
    return [*made, Turn("c", len(made) + 1, "Old?", ASKED, None, "This answer was kept by another version.")]


@pytest.fixture(scope="module")
def conversation(turns: list[Turn]) -> Conversation:
    return Conversation("c", "Board meeting", ASKED, ASKED, len(turns))


def from_markdown(content: bytes) -> str:
    tokens = MarkdownIt("commonmark").enable("table").parse(content.decode("utf-8"))
    inner = [t for block in tokens for t in [*(block.children or []), block]]
    kept = {"text", "text_special"}
    return "".join(
        t.content if t.type in kept else "\n" if t.nesting <= 0 and t.type not in MARKS else "" for t in inner
    )


MARKS = {"strong_close", "em_close", "strong_open", "em_open"}


def from_word(content: bytes) -> str:
    file = docx.Document(io.BytesIO(content))
    held = [p.text if hasattr(p, "text") else "" for p in file.iter_inner_content()]
    cells = [c.text for table in file.tables for row in table.rows for c in row.cells]
    return "\n".join([*held, *cells])


def from_pdf(content: bytes) -> str:
    pages = PdfReader(io.BytesIO(content)).pages
    return "\n".join(re.sub(r"Page \d+ of \d+\s*$", "", page.extract_text()) for page in pages)


READERS: dict[str, Callable[[bytes], str]] = {".md": from_markdown, ".docx": from_word, ".pdf": from_pdf}


def worded(text: str) -> str:
    """The words with single blanks, none behind a hyphen or a dash, where PDF may break a line."""
    return re.sub(r"(?<=[-–—/]) ", "", " ".join(text.split()))


def solid(text: str) -> str:
    return "".join(text.split())


@pytest.fixture(params=FORMATS, ids=lambda f: f.name)
def form(request: pytest.FixtureRequest) -> Format:
    made: Format = request.param
    return made


def test_every_quote_is_there_word_for_word(
    conversation: Conversation, turns: list[Turn], corpus: Corpus, form: Format
) -> None:
    file = conversation_file(conversation, turns, corpus, form, MADE)
    read = READERS[form.suffix](file.content)
    citations = [c for t in turns if t.answer for c in t.answer.citations]
    assert len(citations) > 10
    for citation in citations:
        quoted = citation.quote.replace("*", "")
        assert corpus.editions[citation.document][citation.span.start : citation.span.end] == citation.quote
        assert solid(f"“{quoted}”— [{citation.n}] {citation.speaker}; {citation.locator}; ") in solid(read), (
            quoted
        )
        assert worded(f"“{quoted}”") in worded(read)
        document = corpus.document[citation.document]
        assert solid(f"{citation.locator}; {document.title}, {document.date_text}") in solid(read)


@pytest.mark.slow
def test_every_passage_of_the_corpus_can_be_quoted(corpus: Corpus, form: Format) -> None:
    """Lists, emphasis, addresses, dashes and typing errors of the documents come through as they are."""
    passages = corpus.passages
    citations = tuple(
        Citation(n, p.document, p.recommendation, p.part, None, p.text, p.speaker, "here", p.id, p.place.span)
        for n, p in enumerate(passages, start=1)
    )
    made = Answer("Everything?", Outcome.ANSWERED, "All of it. [1]", citations)
    read = worded(READERS[form.suffix](answer_file(made, corpus, form, MADE).content))
    at = 0
    for passage in passages:
        quoted = worded(f"“{passage.text.replace('*', '')}”")
        at = read.index(quoted, at) + len(quoted)


def test_questions_answers_and_notices_are_there_in_order(
    conversation: Conversation, turns: list[Turn], corpus: Corpus, form: Format
) -> None:
    file = conversation_file(conversation, turns, corpus, form, MADE)
    read = solid(READERS[form.suffix](file.content))
    at = read.index(
        solid(
            "Conversation of 20 November 2026, 09:05 UTC, 9 questions. Exported on 21 November 2026, 23:30 UTC."
        )
    )
    for turn in turns:
        at = read.index(solid(f"{turn.number}. {turn.question[:80]}"), at)
        at = read.index(solid("Asked on 20 November 2026, 09:05 UTC."), at)
        first = turn.answer.text.split("\n\n")[0] if turn.answer else turn.problem or ""
        at = read.index(solid(first.replace("*", "").removeprefix("- ")), at)
    assert read.count(solid(HISTORIC.replace("*", ""))) == len(turns) - 1
    assert read.count(solid(SIGNPOST.replace("*", ""))) == 1
    assert read.count(solid(PRIVACY.replace("*", ""))) == 1
    assert "Whitfield" not in read


def test_nothing_is_left_out_of_an_answer_and_nothing_said_twice(
    turns: list[Turn], corpus: Corpus, form: Format
) -> None:
    for turn in turns:
        if turn.answer is None:
            continue
        read = solid(READERS[form.suffix](answer_file(turn.answer, corpus, form, MADE, ASKED).content))
        for block in turn.answer.text.split("\n\n"):
            if not block.startswith(">"):
                assert read.count(solid(block.replace("*", "").removeprefix("- "))) == 1, block
        assert solid("Asked on 20 November 2026, 09:05 UTC. Exported on 21 November 2026, 23:30 UTC.") in read
        for number in turn.answer.recommendations:
            recommendation = corpus.recommendations[number]
            status = recommendation.status.value.replace("_", " ").capitalize()
            assert solid(f"{number}{recommendation.title}{status}") in read.replace("|", "")


def test_a_long_question_stands_there_whole(turns: list[Turn], corpus: Corpus, form: Format) -> None:
    question = "What about " + "recommendation 14 and " * 20 + "the end?"
    assert turns[0].answer is not None
    file = answer_file(replace(turns[0].answer, question=question), corpus, form, MADE)
    assert solid(f"Question: {question}") in solid(READERS[form.suffix](file.content))


def test_a_language_models_words_are_said_to_be_that(turns: list[Turn], corpus: Corpus) -> None:
    assert turns[0].answer is not None
    plain = turns[0].answer
    sentence = "It was due late in 2012. [1]"
    told = Explanation("some:model", "p", (sentence,))
    before, _, after = plain.text.partition("\n\n>")
    made = replace(plain, text=f"{before}\n\n{sentence}\n\n>{after}", model="some:model", explanation=told)
    read = from_word(answer_file(made, corpus, FORMATS[1], MADE).content)
    assert f"A language model explains the quotes:\n{sentence}\n" in read
    assert "Quotes with an explanation by a language model (some:model)." in read
    assert "Composed of quotes" in from_word(answer_file(plain, corpus, FORMATS[1], MADE).content)


def test_what_the_corpus_no_longer_has_is_exported_all_the_same(turns: list[Turn], corpus: Corpus) -> None:
    assert turns[0].answer is not None
    citation = replace(turns[0].answer.citations[0], document="gone")
    made = replace(turns[0].answer, citations=(citation,), recommendations=(99,))
    read = from_markdown(answer_file(made, corpus, FORMATS[0], MADE).content)
    assert "— [1] The Government; Recommendation 15, Timescale; gone" in read
    assert "Status" not in read


def test_a_question_back_offers_its_readings(corpus: Corpus) -> None:
    made = Answer(
        "due?",
        Outcome.CLARIFY,
        "Which do you mean?",
        suggestions=("Recommendation 1?", "*Two*?"),
        understood="due (x)",
    )
    read = from_markdown(answer_file(made, corpus, FORMATS[0], MADE).content)
    assert "Understood as: due (x)" in read
    for line in ("You could ask:", "Recommendation 1?", "*Two*?"):
        assert line in read.split("\n")


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "[x](javascript:1) ![y](http://z)",
        "# a\n- b\n> c",
        '\x00\ud800 #read("x")',
    ],
)
def test_questions_titles_and_answers_bring_no_markup(corpus: Corpus, hostile: str) -> None:
    made = Answer(hostile, Outcome.CLARIFY, f"Said: {hostile}", suggestions=(hostile,), understood=hostile)
    whole = Conversation("c", hostile, ASKED, ASKED, 1)
    paper = conversation_paper(whole, [Turn("c", 1, hostile, ASKED, made)], corpus, MADE)
    for form in FORMATS:
        form.write(paper)
    tokens = MarkdownIt("commonmark", {"html": True}).parse(FORMATS[0].write(paper).decode("utf-8"))
    kinds = {t.type for block in tokens for t in [block, *(block.children or [])]}
    assert not kinds & {
        "html_block",
        "html_inline",
        "link_open",
        "image",
        "code_inline",
        "fence",
        "blockquote_open",
    }
    assert sum(t.type == "heading_open" for t in tokens) == 2


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("When is recommendation 14 due?", "answer-when-is-recommendation-14-due-2026-11-21.pdf"),
        ("../../etc/passwd\x00; rm -rf ~", "answer-etc-passwd-rm-rf-2026-11-21.pdf"),
        ("The Government's café: naïve", "answer-the-governments-cafe-naive-2026-11-21.pdf"),
        ("漢字 😀", "answer-2026-11-21.pdf"),
        ("CON", "answer-con-2026-11-21.pdf"),
        ("word " * 40, "answer-" + "word-" * 12 + "2026-11-21.pdf"),
        ("x" * 300, "answer-" + "x" * 60 + "-2026-11-21.pdf"),
    ],
)
def test_names_are_safe(title: str, name: str) -> None:
    assert file_name("answer", Paper(title, (), MADE), ".pdf") == name


def test_files_have_their_type_and_title(
    turns: list[Turn], conversation: Conversation, corpus: Corpus, form: Format
) -> None:
    assert turns[0].answer is not None
    one = answer_file(turns[0].answer, corpus, form, MADE)
    all_of_it = conversation_file(conversation, turns, corpus, form, MADE)
    assert one.name == f"answer-when-is-recommendation-15-due-2026-11-21{form.suffix}"
    assert all_of_it.name == f"conversation-board-meeting-2026-11-21{form.suffix}"
    assert one.mime == all_of_it.mime == form.mime
    assert answer_paper(turns[0].answer, corpus, MADE).title == turns[0].answer.question


def test_a_source_says_who_where_and_when(turns: list[Turn], corpus: Corpus) -> None:
    assert turns[0].answer is not None
    assert source_line(turns[0].answer.citations[0], corpus) == (
        "[1] The Government; Recommendation 15, Timescale; A child-centred system: the Government's response to the "
        "Munro review of child protection, July 2011"
    )
