"""Another government's answer to another review: who speaks, what is asked and counted, follows the documents alone."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest
import yaml

from assistant.assistant import Assistant
from assistant.gate import faults
from assistant.model import Answer, Outcome
from assistant.prepared import prepare
from assistant.question.facets import Want
from assistant.question.question import Question, read
from corpus import load
from corpus.model import Document, Part

TEXTS = Path(__file__).parent / "data" / "other-guidance"
Ask = Callable[[str], Answer]
Read = Callable[[str], Question]


def _document(id: str, title: str, short: str, speaker: str, audience: str, day: date) -> Document:
    digest = hashlib.sha256((TEXTS / f"{id}.md").read_bytes()).hexdigest()
    return Document(
        id,
        title,
        "Transport for Wales",
        day,
        f"{day:%B %Y}",
        audience,
        speaker,
        "public",
        digest,
        short,
        False,
    )


def _folder(path: Path) -> Path:
    documents = (
        _document(
            "transport-response",
            "Buses that people can rely on: the Welsh Government's response to the Hart review",
            "Transport response",
            "The Welsh Government",
            "bus operators and county halls",
            date(2019, 3, 12),
        ),
        _document(
            "letter-to-operators",
            "Letter to bus operators: the Hart review",
            "Letter to operators",
            "Gwen Rees MP",
            "managing directors of bus operators",
            date(2019, 3, 12),
        ),
    )
    for kind, ending in (("editions", "md"), ("sources", "txt")):
        (path / kind).mkdir(parents=True)
        for d in documents:
            (path / kind / f"{d.id}.{ending}").write_bytes((TEXTS / f"{d.id}.md").read_bytes())
    (path / "catalogue.yaml").write_text(yaml.safe_dump([asdict(d) for d in documents]), encoding="utf-8")
    (path / "titles.yaml").write_text("[]\n", encoding="utf-8")
    (path / "corrections.yaml").write_text("[]\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    ready = prepare(load(_folder(tmp_path_factory.mktemp("other") / "corpus")))
    return Assistant(ready.library, ready.speller, lambda question, lexical: ({}, {}), ready.public_names)


@pytest.fixture(scope="module")
def ask(assistant: Assistant) -> Ask:
    def asked(question: str) -> Answer:
        answer = assistant.ask(question)
        assert faults(answer, assistant.library.corpus) == ()
        return answer

    return asked


@pytest.fixture(scope="module")
def reading(assistant: Assistant) -> Read:
    return lambda text: read(text, assistant.library, assistant.speller)


def test_who_recommends_is_read_off_the_headings_and_the_text(assistant: Assistant) -> None:
    library = assistant.library
    assert library.corpus.reviewer == "Dame Alice Hart"
    assert (library.reviewer.surname, library.reviewer.before) == ("hart", frozenset({"dame", "alice"}))
    spoken = {p.part: p.speaker for p in library.corpus.passages if p.recommendation == 1}
    assert spoken[Part.MUNRO_ARGUMENT] == spoken[Part.RECOMMENDATION] == "Dame Alice Hart"
    assert spoken[Part.TIMESCALE] == "The Welsh Government"


def test_speakers_are_called_by_their_own_names(assistant: Assistant) -> None:
    names = assistant.library.speaker_names
    assert names["The Welsh Government"] == frozenset()
    assert names["Gwen Rees MP"] == {"gwen", "ree"}
    assert names["Idris Powell"] == {"idri", "powel"}


@pytest.mark.parametrize(
    ("question", "want"),
    [
        ("What did Hart argue about fares?", Want.ARGUMENT),
        ("What was Dame Alice Hart's reasoning on tickets?", Want.ARGUMENT),
        ("What did Dame Alice Hart recommend on fares?", Want.RECOMMENDATION),
        ("Which of Hart's recommendations were accepted?", Want.WHICH),
    ],
)
def test_what_is_asked_of_the_one_who_recommends(reading: Read, question: str, want: Want) -> None:
    read = reading(question)
    assert read.has(want)
    assert not {t.text for t in read.terms} & {"hart", "dame", "alice", "alice hart"}


def test_the_name_of_another_review_is_no_word_of_the_frame(reading: Read) -> None:
    assert "munro" in {t.text for t in reading("What did Munro say about fares?").terms}


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("Which recommendations were accepted?", (1, 3)),
        ("Which recommendations were accepted in principle?", (2,)),
        ("How many of the four recommendations were accepted outright?", (1, 3)),
        ("Which recommendations are to be considered further?", (4,)),
        ("What is due by March 2020?", (1,)),
        ("Which recommendations have no date?", (4,)),
        ("Which recommendations are in theme 2?", (3, 4)),
        ("Which recommendations are in the fares and tickets theme?", (3, 4)),
        ("Which recommendations are about keeping villages connected?", (1, 2)),
        ("Which recommendations mention pensioners?", (1, 4)),
        ("What is the status of the last recommendation?", (4,)),
    ],
)
def test_sets_are_those_of_these_documents(ask: Ask, question: str, numbers: tuple[int, ...]) -> None:
    answer = ask(question)
    assert answer.outcome is Outcome.ANSWERED
    assert answer.recommendations == numbers


def test_the_recommendations_are_counted(ask: Ask) -> None:
    assert "four" in ask("How many recommendations are there?").text.lower().split("\n")[0]


@pytest.mark.parametrize(
    ("question", "wording"),
    [
        ("When will the minimum timetable be published?", "by March 2020"),
        ("By when will champions be in post?", "by the end of 2020"),
        ("When does shared ticketing begin?", "in September 2020"),
        ("When will Dame Alice report on progress?", "in summer 2020"),
        ("By when must operators send their fleet plans?", "by June 2019"),
    ],
)
def test_dates_are_those_of_these_documents(ask: Ask, question: str, wording: str) -> None:
    assert [d.wording for d in ask(question).dates] == [wording]


def test_a_document_is_called_by_its_title_and_its_readers(reading: Read) -> None:
    assert reading("What does the letter to operators say about fleet plans?").documents == (
        "letter-to-operators",
    )
    assert reading("What does the letter to managing directors say?").documents == ("letter-to-operators",)


def test_a_person_quoted_is_found_by_name(ask: Ask, reading: Read) -> None:
    assert reading("What did Idris Powell say about a franchise?").speakers == ("Idris Powell",)
    answer = ask("What did Idris Powell say about a franchise?")
    assert answer.citations[0].speaker == "Idris Powell"
    assert "Munro" not in answer.text


def test_what_is_said_of_an_argument_names_the_one_who_made_it(ask: Ask) -> None:
    answer = ask("What was Hart's argument for recommendation 3?")
    assert (answer.citations[0].part, answer.citations[0].speaker) == (Part.MUNRO_ARGUMENT, "Dame Alice Hart")
    assert "Hart's argument" in answer.text
    assert "Munro" not in answer.text


def test_what_these_documents_do_not_hold_is_not_answered(ask: Ask) -> None:
    assert ask("When must councils designate a principal child and family social worker?").outcome is (
        Outcome.NOT_IN_GUIDANCE
    )
