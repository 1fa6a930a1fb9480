"""Reading the settings, saying where the text goes, and opening the model they name."""

from __future__ import annotations

import importlib.util

import pytest

from assistant.models.opening import open_model
from assistant.models.settings import ModelError, ModelSettings, is_loopback, where_text_goes


def _named(name: str, **variables: str) -> ModelSettings:
    return ModelSettings.named(name, variables)


def test_without_the_setting_there_is_no_model() -> None:
    assert ModelSettings.from_environment({}) is None
    goes = where_text_goes()
    assert (goes.model, goes.local) == (None, True)


@pytest.mark.parametrize(
    ("settings", "host", "local"),
    [
        (_named("ollama:llama3.2"), "127.0.0.1", True),
        (_named("ollama:llama3.2", OLLAMA_HOST="gpu.example.org:11434"), "gpu.example.org", False),
        (_named("ollama:llama3.2", OLLAMA_HOST=":11435"), "127.0.0.1", True),
        (_named("ollama:gpt-oss:120b-cloud"), "127.0.0.1", False),
        (_named("openai:gpt-4.1-mini"), "api.openai.com", False),
        (_named("openai:gpt-4.1-mini", OPENAI_BASE_URL="http://localhost:1/v1"), "localhost", True),
        (_named("openai:any", ASSISTANT_MODEL_URL="http://127.0.0.1:8080/v1"), "127.0.0.1", True),
        (_named("openai:any", ASSISTANT_MODEL_URL="http://[::1]:8080/v1"), "::1", True),
        (_named("openai:any", ASSISTANT_MODEL_URL="https://llm.example.org/v1"), "llm.example.org", False),
        (_named("anthropic:claude-sonnet-4-5"), "api.anthropic.com", False),
        (_named("mistralai:mistral-small"), None, False),
        (_named("ollama:llama3.2", ASSISTANT_MODEL_TRACE="1"), "127.0.0.1", False),
    ],
)
def test_where_the_text_goes(settings: ModelSettings, host: str | None, local: bool) -> None:
    goes = where_text_goes(settings)
    assert (goes.host, goes.local) == (host, local)
    assert settings.name in goes.line
    assert ("on this computer" in goes.line) is local


def test_the_environment_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_MODEL", " openai:any ")
    monkeypatch.setenv("ASSISTANT_MODEL_URL", "http://127.0.0.1:8080/v1/")
    monkeypatch.setenv("ASSISTANT_MODEL_SECONDS", "12.5")
    settings = ModelSettings.from_environment()
    assert settings is not None
    assert (settings.name, settings.address, settings.seconds) == (
        "openai:any",
        "http://127.0.0.1:8080/v1",
        12.5,
    )
    assert where_text_goes().local


@pytest.mark.parametrize(
    ("name", "variables"),
    [
        ("llama3.2", {}),
        (":llama3.2", {}),
        ("ollama:", {}),
        ("openai:any", {"ASSISTANT_MODEL_URL": "127.0.0.1:8080"}),
        ("openai:any", {"ASSISTANT_MODEL_URL": "file:///etc/passwd"}),
        ("openai:any", {"ASSISTANT_MODEL_URL": "http://[::1"}),
        ("openai:any", {"ASSISTANT_MODEL_URL": "http://localhost:many/v1"}),
        ("openai:any", {"ASSISTANT_MODEL_SECONDS": "soon"}),
        ("openai:any", {"ASSISTANT_MODEL_SECONDS": "-1"}),
        ("openai:any", {"ASSISTANT_MODEL_SECONDS": "nan"}),
    ],
)
def test_settings_that_cannot_be_read_say_what_to_run(name: str, variables: dict[str, str]) -> None:
    with pytest.raises(ModelError, match=r"^[^\n]+ Run: export ASSISTANT_MODEL"):
        ModelSettings.named(name, variables)


def test_a_missing_extra_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(ModelError, match=r'langchain-openai.*Run: pip install -e "\.\[openai\]"$'):
        open_model(_named("openai:any", ASSISTANT_MODEL_URL="http://127.0.0.1:1/v1"))


def test_a_missing_key_says_what_to_set() -> None:
    pytest.importorskip("langchain_openai")
    with pytest.raises(ModelError, match=r"Run: export OPENAI_API_KEY="):
        open_model(_named("openai:gpt-4.1-mini"))


def test_an_unknown_provider_names_the_known_ones() -> None:
    with pytest.raises(ModelError, match=r"anthropic, ollama, openai.*Run: export ASSISTANT_MODEL="):
        open_model(_named("nobody:any"))


def test_a_package_of_another_provider_is_named() -> None:
    if importlib.util.find_spec("langchain_groq"):
        pytest.skip("langchain-groq is installed here")
    with pytest.raises(ModelError, match=r"Run: pip install langchain-groq$"):
        open_model(_named("groq:any"))


def test_the_providers_own_key_is_not_sent_to_another_address(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("langchain_openai")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    model = open_model(_named("openai:any", ASSISTANT_MODEL_URL="http://127.0.0.1:1/v1"))
    assert model.openai_api_key.get_secret_value() == "none"  # type: ignore[attr-defined]
    own = open_model(
        _named("openai:any", ASSISTANT_MODEL_URL="http://127.0.0.1:1/v1", ASSISTANT_MODEL_KEY="mine")
    )
    assert own.openai_api_key.get_secret_value() == "mine"  # type: ignore[attr-defined]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("settings", "package", "field"),
    [
        (_named("ollama:llama3.2"), "langchain_ollama", "base_url"),
        (_named("anthropic:claude", ASSISTANT_MODEL_KEY="k"), "langchain_anthropic", "anthropic_api_url"),
        (_named("openai:gpt", ASSISTANT_MODEL_KEY="k"), "langchain_openai", "openai_api_base"),
    ],
)
def test_requests_go_where_the_person_was_told(settings: ModelSettings, package: str, field: str) -> None:
    pytest.importorskip(package)
    assert getattr(open_model(settings), field) == settings.address


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost", "LOCALHOST"])
def test_this_computer(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.2", "localhost.example.org", ""])
def test_other_computers(host: str) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize("given", ["http://[::1", "localhost:many", "ftp://localhost"])
def test_an_address_of_the_providers_own_that_is_none(given: str) -> None:
    with pytest.raises(ModelError, match=r"^OLLAMA_HOST [^\n]+ Run: unset OLLAMA_HOST$"):
        _named("ollama:llama3.2", OLLAMA_HOST=given)


@pytest.mark.parametrize(
    "variables",
    [
        {"ASSISTANT_MODEL_URL": "htp://me:sesame@host"},
        {"ASSISTANT_MODEL_URL": "me:sesame@host"},
        {"OLLAMA_HOST": "me:sesame@host:port"},
    ],
)
def test_an_address_that_is_none_is_told_without_its_password(variables: dict[str, str]) -> None:
    with pytest.raises(ModelError, match="host") as caught:
        _named("ollama:llama3.2", **variables)
    assert "sesame" not in str(caught.value)
