"""``assistant models``, and ``assistant ask`` and ``chat`` with a model: as somebody at a terminal sees them."""

from __future__ import annotations

import json

import pytest

from assistant.cli.program import main
from assistant.models import trying
from assistant.models.calling import Caller
from assistant.models.settings import ModelSettings
from tests.models.scripted import scripted
from tests.models.stub import Stub, refuses, streams
from tests.models.test_explaining import ASKED, RIGHT, SHOWN

pytest.importorskip("langchain_openai", reason="the extra is not installed. Run: pip install -e '.[openai]'")


@pytest.fixture
def configured(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> Stub:
    monkeypatch.setenv("ASSISTANT_MODEL", "openai:small")
    monkeypatch.setenv("ASSISTANT_MODEL_URL", stub.address)
    monkeypatch.setenv("ASSISTANT_MODEL_SECONDS", "5")
    return stub


def test_without_a_model_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models"]) == 0
    assert "No language model is configured" in capsys.readouterr().out
    assert main(["models", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["local"] is True


def test_no_password_of_an_address_is_shown(
    stub: Stub, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither of one that answers nor, in the error, of one that does not."""
    monkeypatch.setenv("ASSISTANT_MODEL", "openai:small")
    monkeypatch.setenv("ASSISTANT_MODEL_URL", stub.address.replace("://", "://me:sesame@"))
    for reply in (streams("yes"), refuses(404, "no luck at http://me:sesame@host/v1")):
        for command in (["models"], ["models", "--json"]):
            stub.does(reply)
            main(command)
            told = "".join(capsys.readouterr())
            assert "sesame" not in told
            assert stub.address.removeprefix("http://") in told


def test_a_model_that_answers(configured: Stub, capsys: pytest.CaptureFixture[str]) -> None:
    configured.does(streams("yes"))
    assert main(["models"]) == 0
    out = capsys.readouterr().out
    assert "openai:small" in out
    assert "on this computer" in out
    assert main(["models", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["answers"], told["local"], told["host"]) == (True, True, "127.0.0.1")


@pytest.mark.parametrize(
    ("status", "ending"),
    [
        (401, "Run: export ASSISTANT_MODEL_KEY=YOUR-KEY"),
        (404, "Run: export ASSISTANT_MODEL=PROVIDER:MODEL"),
        (500, "Run: assistant models"),
    ],
)
def test_a_model_that_does_not_answer(
    configured: Stub, capsys: pytest.CaptureFixture[str], status: int, ending: str
) -> None:
    configured.does(refuses(status, "no luck"))
    assert main(["models"]) == 1
    (line,) = capsys.readouterr().err.strip().splitlines()
    assert "no luck" in line
    assert line.endswith(ending)


def test_a_server_that_is_not_there(
    configured: Stub, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Stub() as gone:
        monkeypatch.setenv("ASSISTANT_MODEL_URL", gone.address)
    assert main(["models"]) == 1
    assert "cannot be reached" in capsys.readouterr().err


def test_ask_says_where_the_text_goes_and_shows_the_explanation(
    configured: Stub, capsys: pytest.CaptureFixture[str]
) -> None:
    configured.does(streams(RIGHT))
    assert main(["ask", ASKED]) == 0
    captured = capsys.readouterr()
    assert "openai:small on this computer" in captured.err
    assert captured.out.index("by late 2012") < captured.out.index(SHOWN) < captured.out.index("> [1]")


def test_ask_prints_the_model_and_what_it_cost(configured: Stub, capsys: pytest.CaptureFixture[str]) -> None:
    configured.does(streams(RIGHT))
    assert main(["ask", "--json", ASKED]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["model"] == "openai:small"
    assert told["explanation"]["output_tokens"] == 9
    assert told["explanation"]["prompt"].startswith("explain-")


def test_the_option_goes_before_the_setting(configured: Stub, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--json", "--model", "quotes", ASKED]) == 0
    assert json.loads(capsys.readouterr().out)["model"] == "quotes"
    assert configured.requests == []


def test_a_name_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--model", "llama", ASKED]) == 1
    assert capsys.readouterr().err.strip().endswith("Run: export ASSISTANT_MODEL=ollama:llama3.2")


def test_a_trial_takes_as_long_as_it_may_and_more_time_is_what_mends_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: list[float] = []

    def slow(settings: ModelSettings) -> Caller:
        given.append(settings.seconds)
        return Caller(scripted([TimeoutError()]), 5.0)

    monkeypatch.setattr(trying, "open_caller", slow)
    tried = trying.try_model(ModelSettings.named("openai:any", {"ASSISTANT_MODEL_SECONDS": "90"}))
    assert given == [90.0]
    assert str(tried.problem).endswith("Run: export ASSISTANT_MODEL_SECONDS=180")
