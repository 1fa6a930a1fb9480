"""A service that fails: the quoting answer, with a line that says why, in bounded time."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from itertools import pairwise

import pytest

from assistant.assistant import Assistant
from assistant.gate import faults
from assistant.model import Answer
from assistant.models.failures import Failure, Kind, failure_of
from assistant.models.settings import ModelSettings
from assistant.models.wiring import explaining
from tests.models.conftest import Explained
from tests.models.stub import Act, Stub, breaks_off, hangs, refuses, says, streams
from tests.models.test_explaining import ASKED, RIGHT, SHOWN

pytest.importorskip("langchain_openai", reason="the extra is not installed. Run: pip install -e '.[openai]'")


def _ask(quoting: Assistant, stub: Stub, seconds: float = 5.0, question: str = ASKED) -> Answer:
    told = {"ASSISTANT_MODEL_URL": stub.address, "ASSISTANT_MODEL_SECONDS": str(seconds)}
    return explaining(quoting, ModelSettings.named("openai:m", told)).ask(question)


def _quotes(answer: Answer, kind: Kind, quoting: Assistant) -> None:
    assert answer.explanation is not None
    assert answer.explanation.failure == kind
    assert (answer.model, answer.explanation.sentences) == ("quotes", ())
    assert Failure(kind).line in answer.text
    assert SHOWN not in answer.text
    assert answer.citations == quoting.ask(ASKED).citations
    assert faults(answer, quoting.library.corpus) == ()


def test_a_server_that_answers(quoting: Assistant, stub: Stub) -> None:
    stub.does(streams(*RIGHT.split(" ")[0], *[f" {w}" for w in RIGHT.split(" ")[1:]]))
    answer = _ask(quoting, stub)
    assert answer.explanation is not None
    assert answer.explanation.sentences == (SHOWN,)
    assert (answer.explanation.input_tokens, answer.explanation.output_tokens) == (40, 9)
    assert answer.explanation.first_seconds is not None
    assert answer.as_dict()["explanation"]["prompt"] == answer.explanation.prompt
    assert "api.openai.com" not in str(stub.requests)


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        (refuses(401, "Incorrect API key provided: sk-1234"), Kind.KEY),
        (refuses(403), Kind.KEY),
        (refuses(404, "model not found"), Kind.NOT_FOUND),
        (refuses(400, "This model's maximum context length is 2048 tokens"), Kind.TOO_LONG),
        (refuses(400, "the request exceeds the available context size"), Kind.TOO_LONG),
        (refuses(500), Kind.SERVER),
        (refuses(429, Retry_After="3600"), Kind.BUSY),
        (streams(), Kind.EMPTY),
        (streams("  ", "\n"), Kind.EMPTY),
        (streams(RIGHT, " It", ends=False), Kind.CUT),
        (breaks_off(RIGHT, " It"), Kind.CUT),
        (says(b"data: {this is no JSON}\n\n"), Kind.MALFORMED),
        (says(b"<html>Welcome to the proxy</html>"), Kind.MALFORMED),
        (streams(*["on and on "] * 700), Kind.ENDLESS),
    ],
)
def test_failures_leave_the_quotes_and_say_why(quoting: Assistant, stub: Stub, act: Act, kind: Kind) -> None:
    stub.does(act)
    start = time.monotonic()
    _quotes(_ask(quoting, stub), kind, quoting)
    assert time.monotonic() - start < 5


def test_what_a_service_says_of_a_key_is_not_shown(quoting: Assistant, stub: Stub) -> None:
    stub.does(refuses(401, "Incorrect API key provided: sk-1234"))
    assert "sk-1234" not in str(_ask(quoting, stub))


@pytest.mark.slow
def test_nobody_listens(quoting: Assistant) -> None:
    with Stub() as gone:
        pass
    _quotes(_ask(quoting, gone), Kind.UNREACHABLE, quoting)


def test_a_server_that_hangs_is_given_up(quoting: Assistant, stub: Stub) -> None:
    release = threading.Event()
    stub.does(hangs(release))
    start = time.monotonic()
    _quotes(_ask(quoting, stub, seconds=0.5), Kind.TIMEOUT, quoting)
    release.set()
    assert time.monotonic() - start < 2


def test_a_stream_that_drips_is_given_up(quoting: Assistant, stub: Stub) -> None:
    stub.does(streams(*["a"] * 100, pause=lambda: time.sleep(0.05)))
    start = time.monotonic()
    _quotes(_ask(quoting, stub, seconds=0.6), Kind.TIMEOUT, quoting)
    assert time.monotonic() - start < 2


def test_a_busy_service_is_asked_again_when_it_says(quoting: Assistant, stub: Stub) -> None:
    stub.does(refuses(429, Retry_After="0.3"), refuses(503), streams(RIGHT))
    start = time.monotonic()
    answer = _ask(quoting, stub)
    assert answer.explanation is not None
    assert answer.explanation.sentences == (SHOWN,)
    assert len(stub.requests) == 3
    assert time.monotonic() - start > 0.3


def test_a_wrong_key_is_not_tried_again(quoting: Assistant, stub: Stub) -> None:
    stub.does(refuses(401), streams(RIGHT))
    _ask(quoting, stub)
    assert len(stub.requests) == 1


def test_a_reply_that_has_begun_is_not_asked_for_again(quoting: Assistant, stub: Stub) -> None:
    stub.does(breaks_off(RIGHT, " It"), streams(RIGHT))
    _quotes(_ask(quoting, stub), Kind.CUT, quoting)
    assert len(stub.requests) == 1


def test_personal_data_does_not_reach_the_service(quoting: Assistant, stub: Stub) -> None:
    stub.does(streams(RIGHT))
    _ask(quoting, stub, question=f"{ASKED} Please reply to jane.doe@example.org")
    assert len(stub.requests) == 1
    assert "jane.doe" not in str(stub.requests)


def test_a_person_may_cancel_while_the_program_waits_to_try_again(explained: Explained) -> None:
    assistant = explained([ConnectionRefusedError()], seconds=30.0)
    cancelled = threading.Event()
    threading.Timer(0.1, cancelled.set).start()
    answer = assistant.ask(ASKED, cancelled=cancelled)
    assert answer.explanation is not None
    assert answer.explanation.failure == Kind.CANCELLED
    assert answer.explanation.seconds < 1


def _linked(*errors: Exception) -> Iterator[BaseException]:
    for error, cause in pairwise(errors):
        error.__cause__ = cause
    yield errors[0]


@pytest.mark.parametrize(
    ("errors", "begun", "kind"),
    [
        ((RuntimeError("x"), TimeoutError()), False, Kind.TIMEOUT),
        ((RuntimeError("x"), ConnectionRefusedError()), False, Kind.UNREACHABLE),
        ((RuntimeError("x"), ConnectionResetError()), True, Kind.CUT),
        ((ValueError("odd"),), False, Kind.MALFORMED),
        ((RuntimeError("prompt is too long: 9000 tokens"),), False, Kind.TOO_LONG),
    ],
)
def test_errors_are_told_by_their_causes(errors: tuple[Exception, ...], begun: bool, kind: Kind) -> None:
    assert failure_of(next(_linked(*errors)), begun=begun).kind is kind
