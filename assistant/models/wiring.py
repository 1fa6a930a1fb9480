"""Putting an assistant and a configured model together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.assistant import Assistant
from assistant.models.calling import Caller
from assistant.models.explaining import ExplainingAssistant
from assistant.models.opening import open_model
from assistant.models.settings import PROVIDERS, ModelSettings

if TYPE_CHECKING:
    from langchain_core.callbacks import BaseCallbackHandler


def open_caller(settings: ModelSettings, callbacks: Sequence[BaseCallbackHandler] = ()) -> Caller:
    """A caller for the model that some settings name.

    Raises:
        ModelError: its package or its key is missing.
    """
    return Caller(
        open_model(settings),
        settings.seconds,
        ends=settings.provider in PROVIDERS,
        trace=settings.trace,
        callbacks=tuple(callbacks),
    )


def explaining(
    assistant: Assistant, settings: ModelSettings, callbacks: Sequence[BaseCallbackHandler] = ()
) -> ExplainingAssistant:
    """An assistant whose answers the model explains. Errors as for ``open_caller``."""
    return ExplainingAssistant(assistant, open_caller(settings, callbacks), settings.name)
