"""The gold that was typed by hand, against the documents."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus import Corpus, load
from corpus.model import Modality
from evals import known
from evals.items import ItemError
from evals.known import check_known, known_recommendations, known_timescales


@pytest.fixture(scope="module")
def guidance() -> Corpus:
    return load()


@pytest.fixture
def damaged(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A copy of the typed timescales that the program takes for them."""
    path = tmp_path / "timescales.jsonl"
    path.write_text((known.GOLD / "timescales.jsonl").read_text(encoding="utf-8"), encoding="utf-8")
    known_timescales.cache_clear()
    monkeypatch.setattr(known_timescales.__wrapped__, "__defaults__", (path,))
    yield path
    known_timescales.cache_clear()


def change(path: Path, n: int, **changes: object) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[n] = json.dumps(json.loads(lines[n]) | changes)
    path.write_text("\n".join(lines), encoding="utf-8")


def test_the_documents_bear_the_gold_out(guidance: Corpus) -> None:
    assert check_known(guidance) == ()
    assert len(known_timescales()) == 71
    assert list(known_recommendations()) == list(range(1, 16))


def test_the_program_reads_the_days_that_were_typed(guidance: Corpus) -> None:
    read = {
        (c.place.document, c.place.recommendation, c.place.part.value, c.when.wording): (
            c.when.modality.value, c.when.first, c.when.last, c.when.grain,
        )
        for c in guidance.commitments
    }  # fmt: skip
    typed = {
        (t.document, t.recommendation, t.part, t.wording): (t.modality, t.first, t.last, t.grain)
        for t in known_timescales()
    }
    assert read == {key: typed[key] for key in read}


def test_every_modality_is_known() -> None:
    assert {t.modality for t in known_timescales()} <= set(Modality)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"evidence": "on 10th June next year"}, "the edition does not hold"),
        ({"span": [0, 20]}, "the edition does not hold"),
        ({"wording": "in June"}, "its evidence does not hold it"),
        ({"grain": "fortnight"}, "unknown modality 'in' or grain 'fortnight'"),
        ({"last": "2009-01-01"}, "ends before it begins"),
        ({"part": "timescale", "recommendation": 3}, "no passage at its place holds"),
    ],
)
def test_gold_that_is_wrong_is_found(
    damaged: Path, guidance: Corpus, changes: dict[str, object], said: str
) -> None:
    change(damaged, 0, **changes)
    assert any(said in problem for problem in check_known(guidance))


def test_a_date_that_nobody_typed_is_found(damaged: Path, guidance: Corpus) -> None:
    lines = damaged.read_text(encoding="utf-8").splitlines()
    damaged.write_text("\n".join(lines[1:]), encoding="utf-8")
    assert check_known(guidance) == (
        "timescale 'on 10th June last year' of government-response was not typed",
    )


def test_a_damaged_line_is_named(damaged: Path) -> None:
    damaged.write_text('{"wording": "by May 2012"}\n', encoding="utf-8")
    with pytest.raises(
        ItemError, match=r"timescales\.jsonl:1 must hold exactly .* run: python -m evals check"
    ):
        known_timescales()


@pytest.mark.parametrize("changes", [{"last": "in June"}, {"first": 2011}, {"span": 7}, {"span": [1, 2, 3]}])
def test_a_value_that_cannot_be_read_is_named(damaged: Path, changes: dict[str, object]) -> None:
    change(damaged, 0, **changes)
    with pytest.raises(ItemError, match=r"timescales\.jsonl:1 is damaged .* run: python -m evals check"):
        known_timescales()
