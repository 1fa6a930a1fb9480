"""What a question will be searched with is told before it is read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.assistant import Assistant
from assistant.opening import open_assistant


class Seen:
    """Notes what is foreseen, and what is searched for."""

    def __init__(self) -> None:
        self.begun, self.embedded, self.searched = list[str](), list[str](), list[str]()

    def soon(self, query: str) -> None:
        self.begun.append(query)

    def embed(self, query: str) -> None:
        self.embedded.append(query)

    def scores(self, question: str, _lexical: str) -> tuple[dict[str, float], dict[str, float]]:
        self.searched.append(question)
        return {}, {}


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def assistant(seen: Seen) -> Assistant:
    return replace(open_assistant(), scores=seen.scores, foreseeing=seen)


@pytest.mark.slow
@pytest.mark.parametrize(
    "question",
    [
        "What did Munro say about how social workers should be trained?",
        "Hello. I am a trainer. Who pays for the PCFSW role, please?",
        "what happens to SCRs that are alredy under way in councils",
    ],
)
def test_what_is_foreseen_is_searched_for(assistant: Assistant, seen: Seen, question: str) -> None:
    assistant.ask(question)
    assert seen.begun == seen.searched[:1] != []
    assistant.look_ahead(question)
    assert seen.embedded == seen.begun


@pytest.mark.parametrize(
    "question", ["What is the timescale for recommendation 3?", "", "\x00", "R7 - accepted?"]
)
def test_a_question_that_names_its_place_is_not_embedded(
    assistant: Assistant, seen: Seen, question: str
) -> None:
    assistant.ask(question)
    assistant.look_ahead(question)
    assert seen.begun == seen.embedded == []


@pytest.mark.slow
def test_a_question_after_others_is_not_foreseen(assistant: Assistant, seen: Seen) -> None:
    assistant.ask("and who pays for it?", ["What did Munro say about training social workers?"])
    assert seen.begun == []


@pytest.mark.slow
def test_personal_data_is_not_searched_for_though_foreseen(assistant: Assistant, seen: Seen) -> None:
    answer = assistant.ask("My mobile is 07700 900432 - when is the Chief Social Worker to be appointed?")
    assert "07700 900432" not in "".join(seen.searched)
    assert "07700 900432" not in answer.as_dict()["question"]
