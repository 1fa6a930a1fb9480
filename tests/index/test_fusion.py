from __future__ import annotations

import pytest

from index.fusion import Channel, fuse


def test_worked_by_hand() -> None:
    fused = fuse({"a": 0.8, "b": 0.6, "c": 0.4}, {"c": 10.0, "d": 5.0}, dense_share=0.5)
    assert [(i, channel) for i, _score, channel in fused] == [
        ("c", Channel.BOTH),
        ("a", Channel.DENSE),
        ("d", Channel.LEXICAL),
        ("b", Channel.DENSE),
    ]
    # c: .5*(.4/.8) + .5*1; a: .5*1; d: .5*(.4/.8, as near as the last) + .5*.5; b: .5*(.6/.8)
    assert [score for _i, score, _channel in fused] == pytest.approx([0.75, 0.5, 0.5, 0.375])


def test_one_channel_alone_keeps_its_order() -> None:
    assert [i for i, _s, _c in fuse({}, {"x": 3.0, "y": 1.0})] == ["x", "y"]
    assert [i for i, _s, _c in fuse({"x": 0.3, "y": 0.1}, {})] == ["x", "y"]


def test_nothing_found() -> None:
    assert fuse({}, {}) == []


def test_cosines_below_zero_count_nothing() -> None:
    fused = fuse({"a": -0.1, "b": -0.2}, {"b": 1.0}, dense_share=0.4)
    assert [i for i, _s, _c in fused] == ["b", "a"]
    assert [s for _i, s, _c in fused] == pytest.approx([0.6, 0.0])


def test_best_in_both_scores_one() -> None:
    best, score, channel = fuse({"a": 0.2, "b": 0.1}, {"a": 9.0})[0]
    assert (best, score, channel) == ("a", 1.0, Channel.BOTH)
