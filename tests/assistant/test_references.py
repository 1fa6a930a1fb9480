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
        ("the outcome of numbers three and eleven", "recommendation", (3, 11)),
        ("is number eight settled", "recommendation", (8,)),
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
        ("paragraphs 1 to 30", "paragraph", tuple(range(1, 31))),
        ("paras 3-9", "paragraph", (3, 4, 5, 6, 7, 8, 9)),
        ("para 5 to para 7", "paragraph", (5, 6, 7)),
        ("recs 8 – 10", "recommendation", (8, 9, 10)),
        ("recommendations one to five", "recommendation", (1, 2, 3, 4, 5)),
        ("rec twenty-one to twenty-three", "recommendation", (21, 22, 23)),
        ("recommendations from 3 to 5", "recommendation", (3, 4, 5)),
        ("recommendations between 3 and 5", "recommendation", (3, 4, 5)),
        ("between recommendations 3 and 5", "recommendation", (3, 5)),
        ("the first to the third themes", "theme", (1, 2, 3)),
        ("recommendation 9 to 4", "recommendation", (9, 4)),
        ("paragraphs 3 to 8000", "paragraph", (3, 8000)),
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
        "recommendation (the one about zebras)",
        "recommendation sex",
        "the first one",
        "the twelfth zebra",
        "recommendation from 8 zebras",
        "recommendations from 2011 to 2013",
    ],
)
def test_other_numbers_are_no_references(text: str) -> None:
    assert references(text) == ()
