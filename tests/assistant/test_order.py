"""Stems that stand in a text in their order, side by side or near each other."""

from __future__ import annotations

import pytest

from assistant.language.order import near_each_other, side_by_side

APART = ("zebra", *"abcde", "herd")


@pytest.mark.parametrize(
    ("wanted", "order", "near", "beside"),
    [
        (("zebra", "herd"), ("the", "zebra", "herd"), True, True),
        (("zebra", "herd"), ("herd", "zebra"), False, False),
        (("zebra", "herd"), ("zebra", "big", "herd"), True, False),
        (("zebra", "herd"), APART, True, False),
        (("zebra", "herd"), ("zebra", "f", *APART[1:]), False, False),
        (("zebra", "herd", "zebra"), ("zebra", "herd"), False, False),
        (("zebra", "herd"), ("zebra", *"abcdef", "zebra", "herd"), True, True),
    ],
)
def test_stems_stand_in_their_order(
    wanted: tuple[str, ...], order: tuple[str, ...], near: bool, beside: bool
) -> None:
    assert near_each_other(wanted, order) is near
    assert side_by_side(wanted, order) is beside
