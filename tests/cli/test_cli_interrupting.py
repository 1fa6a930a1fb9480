"""Ctrl-C while a language model explains."""

from __future__ import annotations

import signal

import pytest

from assistant.cli.answering import _cancelled


def test_the_first_ctrl_c_ends_the_explanation_and_the_second_the_program() -> None:
    before = signal.getsignal(signal.SIGINT)
    with _cancelled() as cancelled:
        signal.raise_signal(signal.SIGINT)
        assert cancelled.is_set()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before
