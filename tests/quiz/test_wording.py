from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.quiz import proof
from assistant.quiz.bank import Bank
from assistant.quiz.formats import FORMATS, kahoot
from assistant.quiz.model import FALSE, Kind, Relation
from assistant.quiz.records import Records
from assistant.quiz.text import folded, plain
from assistant.quiz.wording import OPTION_ROOM, ROOM, briefer, fitting
from corpus import Corpus


def test_the_fullest_wording_that_fits_is_taken() -> None:
    assert fitting("a" * ROOM, "b") == "a" * ROOM
    assert fitting("a" * (ROOM + 1), "b" * ROOM, "c") == "b" * ROOM
    assert fitting("a" * (ROOM + 2), "b" * (ROOM + 1)) == "a" * (ROOM + 2)


def test_room_is_what_the_narrowest_format_gives() -> None:
    assert (ROOM, OPTION_ROOM) == (kahoot.QUESTION_LIMIT, kahoot.ANSWER_LIMIT)


@pytest.mark.parametrize(
    ("title", "others", "brief"),
    [
        ("Train staff and carers", (), "Train staff and carers"),
        ("Train staff and carers in every ward", (), "Train staff and carers"),
        ("Train staff and carers in every ward", ("Train staff and carers at home",), "Train staff and carers in every ward"),
        ("Trainingofeverybodyintheward and others", (), "Trainingofeverybodyintheward and others"),
    ],
)  # fmt: skip
def test_a_title_is_cut_before_a_joining_word_unless_another_begins_so(
    title: str, others: tuple[str, ...], brief: str
) -> None:
    assert briefer(title, 25, others) == brief


def test_every_label_fits_and_is_told_from_the_others(corpus: Corpus) -> None:
    labels = Records(corpus).labels
    assert all(len(label) <= OPTION_ROOM for label in labels.values())
    assert len(set(labels.values())) == len(labels)
    for n, label in labels.items():
        assert corpus.recommendations[n].title.startswith(label.split(": ", 1)[1])


def test_a_title_that_is_cut_within_a_word_or_another_one_proves_nothing(
    items_bank: Bank, corpus: Corpus
) -> None:
    item = next(
        i
        for i in items_bank.items
        if i.kind is Kind.CHOICE and i.key[0].startswith("Recommendation ") and not proof.faults(i, corpus)
    )
    number, title = item.key[0].split(": ", 1)
    for wrong in (title[:-1], f"{title} for others", "Something else"):
        label = f"{number}: {wrong}"
        options = tuple(label if o in item.key else o for o in item.options)
        assert proof.faults(replace(item, options=options, key=(label,)), corpus)


def test_many_questions_fit_the_narrowest_format(items_bank: Bank) -> None:
    fit = [i for i in items_bank.items if not FORMATS["kahoot"].hindrance(i)]
    assert sum(i.kind in (Kind.CHOICE, Kind.TRUE_FALSE) for i in fit) >= 100
    assert {i.recommendation for i in fit} >= set(Records(items_bank.corpus).labels)


def test_no_quote_is_cut_to_make_room(items_bank: Bank) -> None:
    """What a stem quotes is in its sources, word for word; "…" stands only where a quote was cut between clauses."""
    quoted = [i for i in items_bank.items if i.claim and i.claim.relation is Relation.SAYS and i.claim.value]
    assert len(quoted) > 100
    for i in quoted:
        said = i.claim.value if i.claim and i.claim.value else ""
        assert said in i.stem
        assert folded(said) in folded(plain(i.explanation)) or i.key == (FALSE,)
