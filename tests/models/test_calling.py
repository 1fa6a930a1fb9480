"""LangChain's own callbacks and tracing: off unless asked for."""

from __future__ import annotations

from typing import Any

import pytest
from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.messages import HumanMessage
from langsmith.run_helpers import get_current_run_tree, get_tracing_context

from assistant.models.calling import Caller, Usage
from tests.models.scripted import Scripted, scripted


class _Hears(BaseCallbackHandler):
    def __init__(self) -> None:
        self.tokens: list[str] = []
        self.started = 0

    def on_chat_model_start(self, *args: Any, **kwargs: Any) -> None:
        self.started += 1

    def on_llm_new_token(self, token: Any, **kwargs: Any) -> None:
        self.tokens.append(str(token))


class _Traced(Scripted):
    """Notes whether tracing is on while it replies."""

    seen: list[object] = []  # noqa: RUF012

    def _stream(self, *args: Any, **kwargs: Any) -> Any:
        self.seen.append(get_tracing_context()["enabled"])
        assert get_current_run_tree() is None
        yield from super()._stream(*args, **kwargs)


def _said(caller: Caller) -> str:
    return "".join(caller.stream([HumanMessage("?")], Usage()))


def test_callbacks_hear_of_a_request() -> None:
    hears = _Hears()
    assert _said(Caller(scripted("Yes."), 5.0, callbacks=(hears,))) == "Yes."
    assert (hears.started, "".join(hears.tokens)) == (1, "Yes.")


@pytest.mark.parametrize(("trace", "enabled"), [(False, False), (True, None)])
def test_tracing_is_off_unless_it_is_allowed(
    monkeypatch: pytest.MonkeyPatch, trace: bool, enabled: object
) -> None:
    monkeypatch.setenv("LANGSMITH_TRACING", "false" if trace else "true")
    monkeypatch.setenv("LANGSMITH_ENDPOINT", "http://127.0.0.1:9")
    model = _Traced(scripts=[["Yes."]])
    assert _said(Caller(model, 5.0, trace=trace)) == "Yes."
    assert model.seen == [enabled]


def test_usage_adds_up_over_requests() -> None:
    usage = Usage()
    usage.add({})
    assert (usage.input_tokens, usage.output_tokens) == (None, None)
    usage = Usage()
    usage.add({"input_tokens": 3, "output_tokens": 4})
    usage.add({"input_tokens": 5, "output_tokens": 6})
    assert (usage.input_tokens, usage.output_tokens) == (8, 10)
