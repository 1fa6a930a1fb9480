"""What is heard and shown on the way to an answer."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from assistant.model import Answer, Explanation, Outcome
from assistant.pages import shared
from tests.pages.screen import asked, bodies, opened

QUOTING = Answer("q", Outcome.ANSWERED, "Direct.")
WHOLE = replace(QUOTING, explanation=Explanation("scripted:model", "p1", ("One.",)))


class Explaining:
    """An assistant whose model says exactly this."""

    def stream(self, question: str, history: Any) -> Iterator[Answer | str]:
        yield QUOTING
        yield "One."
        yield WHOLE


def test_the_quotes_are_shown_before_the_model_has_said_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared, "shared", lambda: shared.Shared(Explaining()))  # type: ignore[arg-type]
    seen: list[tuple[Answer, tuple[str, ...]]] = []
    answer = shared.ask("q", (), lambda _: None, lambda *step: seen.append(step))
    assert answer == WHOLE
    assert seen == [(QUOTING, ()), (QUOTING, ("One.",)), (WHOLE, ("One.",))]


def test_an_error_on_the_way_reaches_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing(Explaining):
        def stream(self, question: str, history: Any) -> Iterator[Answer | str]:
            yield QUOTING
            raise ZeroDivisionError

    monkeypatch.setattr(shared, "shared", lambda: shared.Shared(Failing()))  # type: ignore[arg-type]
    with pytest.raises(ZeroDivisionError):
        shared.ask("q", (), lambda _: None, lambda *_: None)


@pytest.mark.slow
def test_a_build_of_the_index_is_heard_of_until_it_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    progress = shared.Progress()

    class Building(Explaining):
        def stream(self, question: str, history: Any) -> Iterator[Answer | str]:
            for done in (1, 2, 3):
                progress(done, 3)
                time.sleep(0.3)
            yield WHOLE

    monkeypatch.setattr(shared, "shared", lambda: shared.Shared(Building(), progress))  # type: ignore[arg-type]
    heard: list[tuple[int, int]] = []
    answer = shared.ask("q", (), lambda p: heard.append((p.done, p.total)), lambda *_: None)
    assert answer == WHOLE
    assert set(heard) == {(1, 3), (2, 3)}


@pytest.mark.usefixtures("afresh")
def test_a_configured_model_that_cannot_be_used_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_MODEL", "no-model")
    screen = opened()
    assert "names no model" in screen.error[0].value
    assert [c.value for c in screen.code] == ["export ASSISTANT_MODEL=ollama:llama3.2"]


def test_without_a_model_nothing_is_shown_twice() -> None:
    made = "".join(bodies(asked(opened(), "What is the timescale for recommendation 14?")))
    assert "so-far" not in made
    assert "language model" not in made
