"""Numbers as people write them."""

from __future__ import annotations

import pytest

from assistant.question.references import references


@pytest.mark.parametrize(
    ("text", "kind", "numbers"),
    [
        ("R7 deadline", "recommendation", (7,)),
        ("rec 14's date", "recommendation", (14,)),
        ("recommendations 8, 10 and 13", "recommendation", (8, 10, 13)),
        ("the eighth recommendation", "recommendation", (8,)),
        ("recomendation fourteen", "recommendation", (14,)),
        ("Recommendation XI - accepted?", "recommendation", (11,)),
        ("recs 1 to 4", "recommendation", (1, 2, 3, 4)),
        ("recommendation no. 5", "recommendation", (5,)),
        ("rec twenty-one", "recommendation", (21,)),
        ("the twenty-third recommendation", "recommendation", (23,)),
        ("rec 5 and rec 6", "recommendation", (5, 6)),
        ("recommendation 12, the one about placements", "recommendation", (12,)),
        ("para. 17", "paragraph", (17,)),
        ("the third theme", "theme", (3,)),
        ("recommendation siz", "recommendation", (6,)),
        ("rec elevn, accepted?", "recommendation", (11,)),
        ("the thirteenth one", "recommendation", (13,)),
    ],
)
def test_a_reference_is_read(text: str, kind: str, numbers: tuple[int, ...]) -> None:
    assert [(r.kind, r.numbers) for r in references(text)] == [(kind, numbers)]


@pytest.mark.parametrize(
    "text",
    [
        "which recommendations are accepted",
        "I recommend 2 things",
        "by July 2012",
        "",
        "recommendation for zebras",
        "recommendation sex",
        "the first one",
        "the twelfth zebra",
    ],
)
def test_other_numbers_are_no_references(text: str) -> None:
    assert references(text) == ()
