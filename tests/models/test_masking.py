"""Personal data: out of what is sent, back into the person's own view where it is certain."""

from __future__ import annotations

from assistant.models.masking import masked, restored

TYPED = "My e-mail is jane.doe@example.org: when is recommendation 6 due?"


def test_masking_and_restoring() -> None:
    (shown,) = masked([TYPED], frozenset())
    assert "jane.doe" not in shown
    assert restored(shown, [TYPED], frozenset()) == TYPED


def test_a_marker_that_may_mean_two_things_stays() -> None:
    both = [TYPED, "Or write to john.roe@example.org."]
    (shown, _) = masked(both, frozenset())
    assert restored(shown, both, frozenset()) == shown


def test_questions_that_cannot_be_read_are_left_out() -> None:
    assert masked(["", TYPED[-26:]], frozenset()) == (TYPED[-26:],)
