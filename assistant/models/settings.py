"""Which language model is configured, and where the text of a question would go."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from corpus.errors import FixableError
from index.addresses import without_credentials

MODEL_VARIABLE = "ASSISTANT_MODEL"
URL_VARIABLE = "ASSISTANT_MODEL_URL"
KEY_VARIABLE = "ASSISTANT_MODEL_KEY"
SECONDS_VARIABLE = "ASSISTANT_MODEL_SECONDS"
TRACE_VARIABLE = "ASSISTANT_MODEL_TRACE"

#: Seconds that an explanation may take in all, retries and waiting included.
SECONDS = 60.0


class ModelError(FixableError):
    """The configured model cannot be used; the message ends with the command that mends it."""


@dataclass(frozen=True, slots=True)
class Provider:
    """A service that the program knows more of than its name."""

    package: str
    """The package of LangChain that speaks to it."""
    extra: str
    """The optional extra of this program that installs the package."""
    address: str
    """Where its requests go where nothing else is set."""
    address_variables: tuple[str, ...]
    """Variables by which its own client is sent elsewhere, the first that is set counts."""
    key_variable: str | None
    """Where its key stands; None where it needs none."""


PROVIDERS: Mapping[str, Provider] = {
    "anthropic": Provider(
        "langchain_anthropic",
        "anthropic",
        "https://api.anthropic.com",
        ("ANTHROPIC_API_URL", "ANTHROPIC_BASE_URL"),
        "ANTHROPIC_API_KEY",
    ),
    "ollama": Provider("langchain_ollama", "ollama", "http://127.0.0.1:11434", ("OLLAMA_HOST",), None),
    "openai": Provider(
        "langchain_openai",
        "openai",
        "https://api.openai.com/v1",
        ("OPENAI_API_BASE", "OPENAI_BASE_URL"),
        "OPENAI_API_KEY",
    ),
}
"""Other providers that LangChain knows can be named too; their packages are the person's to install."""


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """A language model and how to reach it."""

    provider: str
    """LangChain's name for it: "ollama"."""
    model: str
    """The provider's name for the model: "llama3.2"."""
    address: str | None = None
    """Where requests go; None where only the provider's own package knows."""
    key: str | None = None
    """A key for ``address``; None takes the provider's own variable."""
    own_address: bool = False
    """True where a person gave the address: the provider's own key is never sent there."""
    seconds: float = SECONDS
    """Seconds that an explanation may take."""
    trace: bool = False
    """True where LangChain's own tracing may run, wherever its variables send it."""

    @property
    def name(self) -> str:
        """ "ollama:llama3.2"."""
        return f"{self.provider}:{self.model}"

    @property
    def shown_address(self) -> str | None:
        """The address as it may be shown: without a name and a password."""
        return without_credentials(self.address) if self.address else None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> ModelSettings | None:
        """The settings of this process, None where no model is configured.

        Raises:
            ModelError: a variable cannot be read.
        """
        values = os.environ if environment is None else environment
        name = values.get(MODEL_VARIABLE, "").strip()
        return cls.named(name, environment) if name else None

    @classmethod
    def named(cls, name: str, environment: Mapping[str, str] | None = None) -> ModelSettings:
        """The settings for a model by its name, the rest from the environment.

        Raises:
            ModelError: the name is not "provider:model", or a variable cannot be read.
        """
        values = os.environ if environment is None else environment
        provider, colon, model = name.strip().partition(":")
        if not (colon and provider and model):
            raise ModelError(
                f"{name!r} names no model; it must be a provider and a model. Run: export {MODEL_VARIABLE}=ollama:llama3.2"
            )
        own = values.get(URL_VARIABLE, "").strip()
        return cls(
            provider=provider.lower(),
            model=model,
            address=_address(own) if own else _provided(provider.lower(), values),
            key=values.get(KEY_VARIABLE, "").strip() or None,
            own_address=bool(own),
            seconds=_seconds(values.get(SECONDS_VARIABLE, "")),
            trace=values.get(TRACE_VARIABLE, "").strip().lower() in ("1", "true", "yes"),
        )


def _address(text: str) -> str:
    if not _is_address(text):
        raise ModelError(
            f"{without_credentials(text)!r} is no address. Run: export {URL_VARIABLE}=http://127.0.0.1:8080/v1"
        )
    return text.rstrip("/")


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # brackets that do not close, a port that is no number
        return False


def _provided(provider: str, values: Mapping[str, str]) -> str | None:
    known = PROVIDERS.get(provider)
    if known is None:
        return None
    name = next((n for n in known.address_variables if values.get(n, "").strip()), None)
    given = values[name].strip() if name else known.address
    if given.startswith(":"):  # a port alone is one of this computer
        given = f"127.0.0.1{given}"
    address = given if "://" in given else f"http://{given}"
    if not _is_address(address):
        raise ModelError(
            f"{name} holds {without_credentials(given)!r}, which is no address. Run: unset {name}"
        )
    return address


def _seconds(text: str) -> float:
    try:
        seconds = float(text) if text.strip() else SECONDS
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 3600:
        raise ModelError(
            f"{SECONDS_VARIABLE} must be a number of seconds, not {text!r}. Run: export {SECONDS_VARIABLE}=60"
        )
    return seconds


@dataclass(frozen=True, slots=True)
class Destination:
    """Where the text of a question goes."""

    model: str | None
    """The model; None where none is configured."""
    host: str | None
    """Where requests are sent; None where there are none, or only the provider's package knows."""
    local: bool
    """True where nothing leaves this computer."""
    line: str
    """The same in a sentence for the person."""


def where_text_goes(settings: ModelSettings | None = None) -> Destination:
    """What becomes of questions under some settings; None takes those of the environment.

    Raises:
        ModelError: as ``ModelSettings.from_environment``.
    """
    settings = settings or ModelSettings.from_environment()
    if settings is None:
        return Destination(None, None, True, "No language model is used.")
    host = urlsplit(settings.address).hostname if settings.address else None
    if host and is_loopback(host) and not _relayed(settings) and not settings.trace:
        return Destination(
            settings.name, host, True, f"Explanations are written by {settings.name} on this computer."
        )
    where = "Ollama's cloud" if _relayed(settings) else host or f"the service of {settings.provider}"
    line = (
        f"Your questions, personal data masked, and the passages found are sent to {where} ({settings.name})."
    )
    if settings.trace:
        line += f" LangChain's tracing is allowed ({TRACE_VARIABLE})."
    return Destination(settings.name, host, False, line)


def is_loopback(host: str) -> bool:
    """Whether a host is this computer."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() in ("localhost", "ip6-localhost")


def _relayed(settings: ModelSettings) -> bool:
    """Ollama's server on this computer passes models whose tag ends in "cloud" on to a service."""
    return settings.provider == "ollama" and settings.model.endswith("cloud")
