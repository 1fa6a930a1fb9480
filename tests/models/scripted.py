"""A chat model whose replies are written in the test, piece by piece."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult

Piece = str | float | BaseException
"""Text to send, seconds to wait, or an error to raise."""


class Scripted(BaseChatModel):
    """Gives one script after another, the last one again and again."""

    scripts: list[list[Any]]
    asked: list[list[BaseMessage]] = []  # noqa: RUF012  a field of pydantic, copied for each model
    """The messages of each request."""
    sent: list[float] = []  # noqa: RUF012
    """When each piece of text was sent, in seconds of ``time.monotonic``."""

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        script = self.scripts[min(len(self.asked), len(self.scripts) - 1)]
        self.asked.append(messages)
        for piece in script:
            if isinstance(piece, BaseException):
                raise piece
            if isinstance(piece, float):
                time.sleep(piece)
                continue
            self.sent.append(time.monotonic())
            yield ChatGenerationChunk(message=AIMessageChunk(content=piece))

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        text = "".join(str(c.message.content) for c in self._stream(messages))
        return ChatResult(generations=[ChatGeneration(message=AIMessage(text))])


def scripted(*replies: str | list[Piece]) -> Scripted:
    """A model that gives these replies; a text is sent in pieces of a few characters."""
    scripts = [[r[i : i + 7] for i in range(0, len(r), 7)] if isinstance(r, str) else r for r in replies]
    return Scripted(scripts=scripts)
