"""A ratchet: the development questions, answered with the real index, must not fall below what was reached."""

from __future__ import annotations

import pytest

from assistant.opening import open_assistant
from evals.items import load_items
from evals.judge import judge

#: Share of right answers and number of wrong dates reached on 22 November 2026 (n = 7,491), less a little for other
#: machines' rounding.
RIGHT, WRONG_DATES = 0.958, 13


@pytest.mark.slow
def test_the_development_questions_are_answered_as_well_as_before() -> None:
    assistant = open_assistant()
    corpus = assistant.library.corpus
    verdicts = [judge(i, assistant.ask(i.question, i.history), corpus) for i in load_items("development")]
    assert all(v.verbatim for v in verdicts)
    assert sum(bool(v.wrong_date) for v in verdicts) <= WRONG_DATES
    assert sum(v.right for v in verdicts) / len(verdicts) >= RIGHT
