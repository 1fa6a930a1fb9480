"""Whether a configured model answers, and the command that mends it where it does not."""

from __future__ import annotations

import math
from dataclasses import dataclass

from assistant.models.calling import Usage
from assistant.models.failures import Failure, Kind, ModelFailed
from assistant.models.settings import (
    KEY_VARIABLE,
    MODEL_VARIABLE,
    PROVIDERS,
    SECONDS_VARIABLE,
    ModelError,
    ModelSettings,
)
from assistant.models.wiring import open_caller


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a trial."""

    seconds: float
    problem: ModelError | None
    """None where the model answered."""


def try_model(settings: ModelSettings) -> Tried:
    """Ask a model for a word, in the time that an explanation may take: it may have to be loaded first.

    Raises:
        ModelError: its package or its key is missing.
    """
    from langchain_core.messages import HumanMessage

    caller = open_caller(settings)
    usage = Usage()
    try:
        for _ in caller.stream([HumanMessage("Answer with the word yes.")], usage):
            pass
    except ModelFailed as failed:
        return Tried(usage.seconds, problem(failed.failure, settings))
    return Tried(usage.seconds, None)


def problem(failure: Failure, settings: ModelSettings) -> ModelError:
    """A failure as one line that ends with the command that mends it."""
    where = settings.shown_address or f"the service of {settings.provider}"
    said = f" It said: {failure.detail.rstrip('.')}." if failure.detail else ""
    what, command = _MENDED.get(failure.kind, (f"failed ({failure.kind.value}).", "assistant models"))
    known = PROVIDERS.get(settings.provider)
    if failure.kind is Kind.UNREACHABLE and settings.provider == "ollama":
        command = "ollama serve"
    elif failure.kind is Kind.NOT_FOUND and settings.provider == "ollama":
        command = f"ollama pull {settings.model}"
    elif failure.kind is Kind.TIMEOUT:
        command = f"export {SECONDS_VARIABLE}={min(math.ceil(2 * settings.seconds), 3599)}"
    elif failure.kind is Kind.KEY:
        own = (
            known.key_variable if known and known.key_variable and not settings.own_address else KEY_VARIABLE
        )
        command = f"export {own}=YOUR-KEY"
    return ModelError(f"{settings.name} at {where} {what}{said} Run: {command}")


_MENDED = {
    Kind.UNREACHABLE: ("cannot be reached.", f"unset {MODEL_VARIABLE}"),
    Kind.TIMEOUT: ("did not answer in time.", ""),
    Kind.KEY: ("did not take the key.", ""),
    Kind.NOT_FOUND: ("does not have that model.", f"export {MODEL_VARIABLE}=PROVIDER:MODEL"),
    Kind.BUSY: ("has too many requests.", "assistant models"),
}
