"""The assistant as a LangChain runnable, so that its answers can join other people's chains.

The stages can be used one by one::

    read_input()          str or {"question", "history"} -> Inquiry
    answering(assistant)  Inquiry -> Answer
    streaming()           Answer -> TextBlock, ..., Answer
    as_message()          Answer -> AIMessage
    as_dictionary()       Answer -> dict

LangChain sends a trace of every chain, with the question as typed, wherever its own environment variables ask
for that; ``Assistant.ask`` does not go through LangChain and is never traced.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, cast, overload

from assistant.model import Answer

if TYPE_CHECKING:
    from langchain_core.messages import AIMessage
    from langchain_core.runnables import Runnable

    from assistant.assistant import Assistant

    # A text or a mapping; written so, a list of texts would not do for a batch.
    ChainInput = Any
    """A question, or ``{"question": str, "history": [earlier question, …]}``; the history may be left out."""

_KEYS = {"question", "history"}


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question with what was asked before it."""

    question: str
    history: tuple[str, ...] = ()
    """Earlier questions of the conversation, oldest first."""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A streamed piece of an answer's text; the blocks of one answer, put together, are its text.

    Blocks add up as LangChain wants chunks to: two make a longer block, a block and the answer the answer.
    """

    text: str
    """Markdown: a paragraph, list item or quote, with the blank line after it where another follows."""

    @overload
    def __add__(self, other: TextBlock) -> TextBlock: ...
    @overload
    def __add__(self, other: Answer) -> Answer: ...
    def __add__(self, other: TextBlock | Answer) -> TextBlock | Answer:
        if isinstance(other, TextBlock):
            return TextBlock(self.text + other.text)
        return other if isinstance(other, Answer) else NotImplemented


def make_chain(assistant: Assistant | None = None) -> Runnable[ChainInput, Answer]:
    """The whole chain: ``invoke`` and ``batch`` give answers, ``stream`` text blocks and then the answer.

    Args:
        assistant: who answers; None takes the one shared by the process, opened at the first question.

    Calls raise ValueError for an input of another shape, and FixableError where the index cannot be used.
    """
    return cast("Runnable[ChainInput, Answer]", read_input() | answering(assistant) | streaming())


def read_input() -> Runnable[ChainInput, Inquiry]:
    """The stage that takes a question, alone or with its history."""
    from langchain_core.runnables import RunnableLambda

    return RunnableLambda(_inquiry, name="read_input")


def answering(assistant: Assistant | None = None) -> Runnable[Inquiry, Answer]:
    """The stage that answers; ``assistant`` as for ``make_chain``."""
    from langchain_core.runnables import RunnableLambda

    return RunnableLambda(partial(_ask, assistant), name="answering")


def streaming() -> Runnable[Answer, TextBlock | Answer]:
    """The stage that hands an answer on in blocks of text, and whole at the end."""
    from langchain_core.runnables import RunnableGenerator

    return RunnableGenerator(_streamed, _astreamed, name="streaming")


def as_message() -> Runnable[Answer, AIMessage]:
    """An adapter to chat messages: the text as content, the answer in ``additional_kwargs["answer"]``."""
    from langchain_core.runnables import RunnableLambda

    return RunnableLambda(_message, name="as_message")


def as_dictionary() -> Runnable[Answer, dict[str, Any]]:
    """An adapter from answers to the JSON object that ``assistant ask --json`` prints."""
    from langchain_core.runnables import RunnableLambda

    return RunnableLambda(Answer.as_dict, name="as_dictionary")


def text_blocks(text: str) -> Iterator[TextBlock]:
    """The blocks of a text, which put together are the text, character by character."""
    paragraphs = text.split("\n\n")
    for paragraph in paragraphs[:-1]:
        yield TextBlock(paragraph + "\n\n")
    if paragraphs[-1]:
        yield TextBlock(paragraphs[-1])


def _inquiry(given: ChainInput) -> Inquiry:
    if isinstance(given, str):
        return Inquiry(given)
    if not isinstance(given, Mapping) or "question" not in given or set(given) - _KEYS:
        raise ValueError(f'The chain takes a question, or {{"question", "history"}}, not {_shape(given)}.')
    question, history = given["question"], given.get("history") or ()
    if not (isinstance(question, str) and _is_texts(history)):
        raise ValueError('"question" must be a text and "history" a list of texts, the oldest first.')
    return Inquiry(question, tuple(history))


def _is_texts(value: object) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(v, str) for v in value)


def _shape(given: object) -> str:
    # The values stay unsaid: an error message may end up in a log, and a question may hold personal data.
    return f"keys {sorted(map(str, given))}" if isinstance(given, Mapping) else f"a {type(given).__name__}"


def _ask(assistant: Assistant | None, inquiry: Inquiry) -> Answer:
    if assistant is None:
        from assistant.opening import shared_assistant

        assistant = shared_assistant()
    return assistant.ask(inquiry.question, inquiry.history)


def _streamed(answers: Iterator[Answer]) -> Iterator[TextBlock | Answer]:
    for answer in answers:
        yield from text_blocks(answer.text)
        yield answer


async def _astreamed(answers: AsyncIterator[Answer]) -> AsyncIterator[TextBlock | Answer]:
    async for answer in answers:
        for piece in _streamed(iter([answer])):
            yield piece


def _message(answer: Answer) -> AIMessage:
    from langchain_core.messages import AIMessage

    return AIMessage(content=answer.text, additional_kwargs={"answer": answer.as_dict()})
