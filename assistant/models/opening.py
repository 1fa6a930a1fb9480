"""Opening a chat model of LangChain from its settings."""

from __future__ import annotations

import importlib.util
import os
from typing import TYPE_CHECKING, Any

from assistant.models.settings import MODEL_VARIABLE, PROVIDERS, ModelError, ModelSettings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

#: Tokens of a reply at most: an explanation is a paragraph.
REPLY_TOKENS = 400
#: Stands for a key where a server on a person's own address asks for none.
_NO_KEY = "none"


def open_model(settings: ModelSettings) -> BaseChatModel:
    """The chat model that some settings name; no request is made yet.

    Raises:
        ModelError: its package or its key is missing, or LangChain does not know the provider.
    """
    _check_package(settings)
    _check_key(settings)
    from langchain.chat_models import init_chat_model

    try:
        model: BaseChatModel = init_chat_model(
            settings.model, model_provider=settings.provider, **_options(settings)
        )
    except ImportError as error:
        package = getattr(error, "name", None) or f"langchain-{settings.provider}"
        raise ModelError(
            f"{settings.name} needs the package {package.replace('_', '-')}. Run: pip install {package.replace('_', '-')}"
        ) from error
    except ValueError as error:
        known = ", ".join(sorted(PROVIDERS))
        message = str(error).splitlines()[0].rstrip(".")
        raise ModelError(
            f"{settings.name} cannot be opened ({message}); providers are {known} and others of LangChain. "
            f"Run: export {MODEL_VARIABLE}=ollama:llama3.2"
        ) from error
    return model


def _check_package(settings: ModelSettings) -> None:
    known = PROVIDERS.get(settings.provider)
    if known and importlib.util.find_spec(known.package) is None:
        raise ModelError(
            f"{settings.name} needs {known.package.replace('_', '-')}, which is not installed. "
            f'Run: pip install -e ".[{known.extra}]"'
        )


def _check_key(settings: ModelSettings) -> None:
    known = PROVIDERS.get(settings.provider)
    if known is None or known.key_variable is None or settings.own_address:
        return
    if not (settings.key or os.environ.get(known.key_variable)):
        raise ModelError(f"{settings.name} needs a key. Run: export {known.key_variable}=YOUR-KEY")


def _options(settings: ModelSettings) -> dict[str, Any]:
    """How the model is to answer: the same each time, briefly, and without retries of its own."""
    options: dict[str, Any] = {"temperature": 0}
    if settings.address:
        options["base_url"] = settings.address
    if settings.provider == "ollama":
        options |= {"num_predict": REPLY_TOKENS, "client_kwargs": {"timeout": settings.seconds}}
    else:
        options |= {"max_tokens": REPLY_TOKENS, "timeout": settings.seconds, "max_retries": 0}
    if settings.provider == "openai":
        options["stream_usage"] = True
    if settings.key or (settings.own_address and settings.provider != "ollama"):
        options["api_key"] = settings.key or _NO_KEY
    return options
