"""An assistant without the index, or with it, explained by a scripted model or by a server on loopback."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from assistant.assistant import Assistant
from assistant.models.calling import Caller
from assistant.models.explaining import ExplainingAssistant
from assistant.opening import open_assistant
from tests.conftest import without_index
from tests.models.scripted import Piece, scripted
from tests.models.stub import Stub

Explained = Callable[..., ExplainingAssistant]


@pytest.fixture(scope="session")
def quoting() -> Assistant:
    return without_index(open_assistant())


def _explaining(assistant: Assistant) -> Explained:
    def make(*replies: str | list[Piece], seconds: float = 5.0) -> ExplainingAssistant:
        return ExplainingAssistant(assistant, Caller(scripted(*replies), seconds), "scripted:model")

    return make


@pytest.fixture
def explained(quoting: Assistant) -> Explained:
    """Makes an assistant that a model explains with the replies given."""
    return _explaining(quoting)


@pytest.fixture
def explained_over_index() -> Explained:
    """The same with the index, for what is refused or answered by how near its words are; its tests are slow."""
    return _explaining(open_assistant())


@pytest.fixture
def stub() -> Iterator[Stub]:
    """A server that fails as the test tells it to."""
    with Stub() as server:
        yield server


@pytest.fixture(autouse=True)
def no_model_configured(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("MODEL", "MODEL_URL", "MODEL_KEY", "MODEL_SECONDS", "MODEL_TRACE"):
        monkeypatch.delenv(f"ASSISTANT_{name}", raising=False)
    for name in ("OPENAI_API_KEY", "OPENAI_API_BASE", "OPENAI_BASE_URL", "ANTHROPIC_API_KEY", "OLLAMA_HOST"):
        monkeypatch.delenv(name, raising=False)
