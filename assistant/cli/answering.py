"""Who answers, and an answer shown while a language model is still explaining it."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

from assistant.cli import output
from assistant.model import QUOTES

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.cli.progress import Waiting
    from assistant.model import Answer
    from assistant.models.explaining import ExplainingAssistant
    from assistant.models.settings import ModelSettings

MODEL_HELP = (
    "A language model that explains the quotes, such as ollama:llama3.2; quotes uses none. "
    "Without this option ASSISTANT_MODEL decides."
)


def chosen(model: str | None) -> ModelSettings | None:
    """The model that an option names, or the configured one; None quotes alone.

    Raises:
        ModelError: it cannot be read.
    """
    from assistant.models.settings import ModelSettings

    if model is not None and model.strip().lower() == QUOTES:
        return None
    return ModelSettings.named(model) if model else ModelSettings.from_environment()


def open_chosen(model: str | None, waiting: Waiting) -> Assistant | ExplainingAssistant:
    """The assistant to ask. Errors as for ``open_assistant``."""
    from assistant.opening import open_assistant

    return open_assistant(progress=waiting, model=chosen(model))


def tell_where(model: str | None) -> None:
    """Say, before the first request, which service the text goes to."""
    from assistant.models.settings import where_text_goes

    settings = chosen(model)
    if settings is not None:
        output.tell(where_text_goes(settings).line)


def answer_shown(
    assistant: Assistant | ExplainingAssistant, question: str, history: Sequence[str], waiting: Waiting
) -> Answer:
    """Ask, and show the answer to a person: what is quoted at once, and an explanation as it comes.

    Ctrl-C ends an explanation, not the program; a second one, while there is no end to it, the program too.
    """
    from assistant.assistant import Assistant

    if isinstance(assistant, Assistant):  # what explains, and all that it imports, is not needed
        with waiting:
            answer = assistant.ask(question, history)
        show_answer(answer)
        return answer
    with _cancelled() as cancelled:
        pieces = assistant.stream(question, history, cancelled)
        with waiting:
            quoting = next(pieces)
        return _streamed(quoting, pieces, waiting)


def _streamed(quoting: Answer | str, pieces: Iterator[Answer | str], waiting: Waiting) -> Answer:
    from assistant.model import Answer
    from assistant.models.explaining import parted

    assert isinstance(quoting, Answer)
    head, _ = parted(quoting.text)
    _show((f"*Read as: {quoting.understood}*" if quoting.understood else "", head))
    answer = quoting
    while True:
        with waiting:
            piece = next(pieces, None)
        if piece is None:
            break
        if isinstance(piece, Answer):
            answer = piece
        else:
            _show((piece,))
    remark = answer.explanation.shown_remark if answer.explanation else ""
    _show((remark, parted(answer.text)[1], _suggestions(answer)))
    return answer


def show_answer(answer: Answer) -> None:
    """Print an answer for a person, with how a follow-up was read and what may be asked next."""
    understood = f"*Read as: {answer.understood}*" if answer.understood else ""
    output.show_markdown("\n\n".join(b for b in (understood, answer.text, _suggestions(answer)) if b))


def _suggestions(answer: Answer) -> str:
    listed = "\n".join(f"- {s}" for s in answer.suggestions)
    return f"You could ask:\n\n{listed}" if listed else ""


def _show(blocks: Sequence[str]) -> None:
    for block in blocks:
        if block.strip():
            output.show_markdown(block.strip() + "\n")


@contextmanager
def _cancelled() -> Iterator[threading.Event]:
    """An event that Ctrl-C sets; where it is set already, Ctrl-C interrupts as it always does."""
    event = threading.Event()

    def interrupted(_number: int, _frame: FrameType | None) -> None:
        if event.is_set():
            raise KeyboardInterrupt
        event.set()

    before = signal.signal(signal.SIGINT, interrupted)
    try:
        yield event
    finally:
        signal.signal(signal.SIGINT, before)
