"""End to end with a small open model behind a real server: mostly wrong, and nothing wrong gets through."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from assistant.gate import faults
from assistant.model import Answer
from assistant.models.explaining import ExplainingAssistant
from assistant.models.settings import ModelSettings, where_text_goes
from assistant.models.wiring import explaining
from tests.models import small_server

QUESTION = "What is the timescale for recommendation 15?"


@pytest.fixture(scope="module")
def explained(quoting: Assistant) -> Iterator[ExplainingAssistant]:
    pytest.importorskip(
        "langchain_openai", reason="the extra is not installed. Run: pip install -e '.[openai]'"
    )
    if missing := small_server.missing():
        pytest.skip(missing)
    with small_server.running() as address:
        told = {"ASSISTANT_MODEL_URL": address, "ASSISTANT_MODEL_SECONDS": "10"}
        settings = ModelSettings.named("openai:smollm2", told)
        assert where_text_goes(settings).local
        yield explaining(quoting, settings)


@pytest.mark.slow
def test_what_is_shown_is_supported(explained: ExplainingAssistant, quoting: Assistant) -> None:
    *pieces, answer = explained.stream(QUESTION)
    assert isinstance(answer, Answer)
    assert answer.explanation is not None
    assert faults(answer, quoting.library.corpus) == ()
    alone = quoting.ask(QUESTION)
    assert (answer.citations, answer.dates, answer.recommendations) == (
        alone.citations,
        alone.dates,
        alone.recommendations,
    )
    assert [p for p in pieces if isinstance(p, str)] == list(
        answer.explanation.sentences
    ) or answer.model == "quotes"
