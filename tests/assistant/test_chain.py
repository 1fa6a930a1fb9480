from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from langchain_core.messages import AIMessage
from langchain_core.runnables import RunnableLambda

from assistant import opening
from assistant.assistant import Assistant
from assistant.chain import (
    Inquiry,
    TextBlock,
    as_dictionary,
    as_message,
    make_chain,
    read_input,
    streaming,
    text_blocks,
)
from assistant.model import Answer, Outcome
from assistant.opening import open_assistant

#: Answered from the records, so that no embedding model is needed.
QUICK = ("What does recommendation 16 say?", "What is the timescale for recommendation 14?")


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return open_assistant()


def timeless(answer: Answer) -> Answer:
    return replace(answer, seconds=0.0)


def test_it_answers_as_the_assistant_does(assistant: Assistant) -> None:
    chain = make_chain(assistant)
    for question in QUICK:
        assert timeless(chain.invoke(question)) == timeless(assistant.ask(question))
        assert timeless(chain.invoke({"question": question})) == timeless(assistant.ask(question))


def test_the_history_reaches_the_assistant(assistant: Assistant) -> None:
    history = ["What is the timescale for recommendation 14?"]
    made = make_chain(assistant).invoke({"question": "and 12?", "history": history})
    assert timeless(made) == timeless(assistant.ask("and 12?", history))
    assert made.recommendations == (12,)
    assert made.understood


def test_a_batch_keeps_its_order(assistant: Assistant) -> None:
    questions = [f"What is the timescale for recommendation {n}?" for n in (3, 14, 9, 1)]
    found = make_chain(assistant).batch(questions)
    assert [a.recommendations for a in found] == [(3,), (14,), (9,), (1,)]


def test_a_stream_is_the_text_in_blocks_and_then_the_answer(assistant: Assistant) -> None:
    pieces: list[object] = [*make_chain(assistant).stream(QUICK[1])]
    blocks, answer = [p for p in pieces if isinstance(p, TextBlock)], pieces[-1]
    assert isinstance(answer, Answer)
    assert len(blocks) == len(pieces) - 1 > 2
    assert "".join(b.text for b in blocks) == answer.text
    assert timeless(answer) == timeless(assistant.ask(QUICK[1]))


def test_the_same_asynchronously(assistant: Assistant) -> None:
    chain = make_chain(assistant)

    async def run() -> tuple[Answer, list[object]]:
        return await chain.ainvoke(QUICK[1]), [piece async for piece in chain.astream(QUICK[1])]

    answer, pieces = asyncio.run(run())
    assert timeless(answer) == timeless(assistant.ask(QUICK[1]))
    assert [type(p) for p in pieces] == [type(p) for p in chain.stream(QUICK[1])]


def test_other_chains_take_the_answer_whole_from_a_stream(assistant: Assistant) -> None:
    chain = make_chain(assistant) | RunnableLambda(lambda answer: answer.recommendations)
    assert chain.invoke(QUICK[1]) == (14,)
    assert list(chain.stream(QUICK[1])) == [(14,)]


def test_adapters(assistant: Assistant) -> None:
    answer = assistant.ask(QUICK[1])
    message = as_message().invoke(answer)
    assert isinstance(message, AIMessage)
    assert message.content == answer.text
    assert message.additional_kwargs["answer"] == answer.as_dict() == as_dictionary().invoke(answer)
    json.dumps(message.additional_kwargs)


@pytest.mark.parametrize(
    "text", ["", "one", "one\n\ntwo", "one\n\n\n\ntwo\n\n", "\n\nlate", "> quoted\n>\n> more\n\nend"]
)
def test_blocks_put_together_are_the_text(text: str) -> None:
    assert "".join(b.text for b in text_blocks(text)) == text


def test_blocks_add_up_to_the_answer() -> None:
    answer = Answer("q", Outcome.ANSWERED, "one\n\ntwo")
    assert TextBlock("a") + TextBlock("b") == TextBlock("ab")
    assert TextBlock("a") + answer is answer
    assert streaming().invoke(answer) is answer
    with pytest.raises(TypeError):
        TextBlock("a") + 1  # type: ignore[operator]


def test_what_may_be_asked() -> None:
    stage = read_input()
    assert stage.invoke("When?") == Inquiry("When?")
    assert stage.invoke({"question": "When?", "history": ["Who?"]}) == Inquiry("When?", ("Who?",))
    assert stage.invoke({"question": "When?", "history": None}) == Inquiry("When?")


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"query": "Secret Name"},
        {"question": "Secret Name", "k": 3},
        {"question": 3},
        {"question": "Secret Name", "history": "one text"},
        {"question": "Secret Name", "history": [1]},
        ["Secret Name"],
        None,
    ],
)
def test_another_shape_is_refused_without_repeating_it(given: object) -> None:
    with pytest.raises(ValueError, match="question") as raised:
        read_input().invoke(given)
    assert "Secret Name" not in str(raised.value)


def test_nothing_heavy_is_imported_with_the_module() -> None:
    code = "import sys, assistant.chain; print([m for m in ('langchain_core', 'torch') if m in sys.modules])"
    root = Path(__file__).parents[2]
    assert subprocess.check_output([sys.executable, "-c", code], text=True, cwd=root).strip() == "[]"


@pytest.mark.slow
def test_questions_that_need_the_index_are_answered_alike(assistant: Assistant) -> None:
    questions = [
        "When should every council have a principal child and family social worker?",
        "Which recommendations were accepted in principle?",
        "What is the capital of France?",
        "Who should look at how children travel through the system?",
    ]
    found = make_chain(assistant).batch(questions)
    assert [timeless(a) for a in found] == [timeless(assistant.ask(q)) for q in questions]
    assert {a.outcome for a in found} == {Outcome.ANSWERED, Outcome.NOT_IN_GUIDANCE}


def test_threads_that_ask_at_once_share_one_assistant(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Assistant] = []

    def slowly() -> Assistant:
        time.sleep(0.05)
        opened.append(assistant)
        return assistant

    monkeypatch.setattr(opening, "open_assistant", slowly)
    opening._shared.cache_clear()
    try:
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda _: opening.shared_assistant(), range(4)))
    finally:
        opening._shared.cache_clear()
    assert len(opened) == 1
