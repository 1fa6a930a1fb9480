"""Commitments in time: rows, chart, table, files and the page."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.pages.addresses import commitment_address
from assistant.pages.commitments import GROUPINGS, NOBODY, Row, as_csv, in_groups, rows
from assistant.pages.timeline_chart import DARK, LIGHT, SELECTION, chart
from assistant.pages.timeline_files import PICTURES
from corpus import Corpus
from corpus.copies import copy_corpus
from corpus.model import Modality
from tests.editions import RESPONSE, rewritten
from tests.pages.screen import Shown, bodies, opened, shown, text, told


def drawn(corpus: Corpus, shown_rows: list[Row], grouping: str = "Recommendation") -> dict[str, Any]:
    written = {d.id: d.date for d in corpus.documents}
    return chart(in_groups((r for r in shown_rows if r.dated), grouping), written, LIGHT)


def row_of(corpus: Corpus, wording: str, recommendation: int | None) -> Row:
    return next(
        r
        for r in rows(corpus)
        if r.commitment.when.wording == wording and r.commitment.place.recommendation == recommendation
    )


def value_of(corpus: Corpus, row: Row) -> dict[str, Any]:
    values: list[dict[str, Any]] = drawn(corpus, [row])["data"]["values"]
    return values[1]


def test_every_commitment_is_a_row_with_a_key_of_its_own(corpus: Corpus) -> None:
    found = rows(corpus)
    assert [r.commitment for r in found] == list(corpus.commitments)
    assert len({r.key for r in found}) == len(found)


@pytest.mark.parametrize(
    ("wording", "recommendation", "first", "last"),
    [
        ("by July 2012", 14, date(2012, 7, 1), date(2012, 7, 31)),
        ("in autumn 2011", 7, date(2011, 9, 1), date(2011, 11, 30)),
        ("from May 2012", 10, date(2012, 5, 1), date(2012, 5, 31)),
        ("by 2015", None, date(2015, 1, 1), date(2015, 12, 31)),
        ("During the second half of 2011", 9, date(2011, 7, 1), date(2011, 12, 31)),
    ],
)
def test_a_row_covers_what_its_wording_names(
    corpus: Corpus, wording: str, recommendation: int | None, first: date, last: date
) -> None:
    assert row_of(corpus, wording, recommendation).period == (first, last)


@pytest.mark.parametrize(
    "wording", ["no later than July 2012", "by no later than July 2012", "up to July 2012"]
)
def test_a_row_covers_its_month_however_the_wording_bounds_it(
    tmp_path: Path, corpus: Corpus, wording: str
) -> None:
    edition = corpus.editions[RESPONSE].replace("by late 2012", wording)
    changed = rewritten(copy_corpus(tmp_path / "copy"), edition)
    assert row_of(changed, wording, 15).period == (date(2012, 7, 1), date(2012, 7, 31))


def test_an_open_interval_is_drawn_open(corpus: Corpus) -> None:
    by = value_of(corpus, row_of(corpus, "by July 2012", 14))
    assert (by["open_from"], by["open_to"], by["mark"]) == ("2011-07-13", "2012-07-01", "2012-07-31")
    since = value_of(corpus, row_of(corpus, "from May 2012", 10))
    assert (since["open_from"], since["open_to"], since["mark"]) == ("2012-05-31", "2015-12-31", "2012-05-01")
    within = value_of(corpus, row_of(corpus, "in autumn 2011", 7))
    assert "open_from" not in within


def test_who_says_we_is_its_speaker(corpus: Corpus) -> None:
    letter = [r for r in rows(corpus) if r.commitment.place.document == "letter-to-councils"]
    assert {r.who for r in letter} == {"Tim Loughton MP", NOBODY}


def test_groups_stand_in_the_order_of_their_numbers(corpus: Corpus) -> None:
    everything = rows(corpus)
    for grouping in GROUPINGS:
        groups = in_groups(everything, grouping)
        assert sum(map(len, groups.values())) == len(everything)
    numbers = [
        int(name.split(".")[0]) for name in in_groups(everything, "Recommendation") if name[0].isdigit()
    ]
    assert numbers == sorted(numbers)
    assert list(in_groups(everything, "Recommendation"))[-1] == "Outside the recommendations"
    assert list(in_groups(everything, "Who must act"))[-1] == NOBODY


def test_the_chart_has_every_dated_row_and_tells_kinds_by_shape(corpus: Corpus) -> None:
    everything = list(rows(corpus))
    spec = drawn(corpus, everything)
    values = spec["data"]["values"]
    dated = [r for r in everything if r.dated]
    assert sorted(v["key"] for v in values if "key" in v) == sorted(r.key for r in dated)
    assert [v["row"] for v in values] == spec["encoding"]["y"]["scale"]["domain"]
    scale = next(
        layer["encoding"]["shape"]["scale"] for layer in spec["layer"] if "shape" in layer["encoding"]
    )
    assert set(scale["domain"]) == {r.commitment.when.modality.value for r in dated}
    assert len(set(scale["range"])) == len(scale["domain"])
    assert all(v["words"].startswith(v["wording"]) for v in values if "key" in v)
    assert spec["layer"][0]["params"][0]["name"] == SELECTION


def test_what_has_no_date_is_not_drawn_but_is_a_row(corpus: Corpus) -> None:
    undated = [r for r in rows(corpus) if r.commitment.when.modality is Modality.NONE]
    assert undated
    assert not any(r.dated for r in undated)


def test_the_table_as_csv_is_read_back(corpus: Corpus) -> None:
    everything = rows(corpus)
    read = list(csv.DictReader(io.StringIO(as_csv(everything))))
    assert len(read) == len(everything)
    found = next(
        line for line in read if line["wording"] == "by July 2012" and line["recommendation"] == "14"
    )
    assert (found["first"], found["last"], found["edtf"]) == ("", "2012-07-31", "../2012-07")
    assert found["sentence"].startswith("We envisage most local authorities")


def test_a_cell_is_never_calculated_by_a_spreadsheet(corpus: Corpus) -> None:
    row = rows(corpus)[0]
    nasty = replace(row, who='=HYPERLINK("http://example.org")', where="@x")
    line = next(iter(csv.DictReader(io.StringIO(as_csv([nasty])))))
    assert line["who"].startswith("'=")
    assert line["place"] == "'@x"


@pytest.mark.parametrize(("ending", "begins"), [("png", b"\x89PNG"), ("svg", b"<svg")])
def test_the_chart_is_drawn_as_a_picture_on_this_computer(corpus: Corpus, ending: str, begins: bytes) -> None:
    _, made = PICTURES[ending]
    picture = made(drawn(corpus, [r for r in rows(corpus) if r.commitment.place.recommendation == 14]))
    assert picture.startswith(begins)
    assert len(picture) > 2000
    if ending == "svg":
        assert "by July 2012" in picture.decode()
        assert "http" not in picture.decode().replace("http://www.w3.org", "")


def test_the_page_shows_chart_table_and_what_has_no_date(corpus: Corpus) -> None:
    screen = opened("timeline")
    promised = [r for r in rows(corpus) if not r.commitment.past]
    tables = [Shown(body) for body in bodies(screen) if "<table" in body]
    counts = [[tag for tag, _ in t.tags].count("tr") - 1 for t in tables]
    assert counts == [sum(r.dated for r in promised), sum(not r.dated for r in promised)]
    assert "as soon as practicable" in tables[1].words
    assert len(screen.main.get("vega_lite_chart")) == 1
    buttons: list[Any] = list(screen.main.get("download_button"))
    assert [b.label for b in buttons] == [
        "Table as CSV",
        "Chart as PNG",
        "Chart as SVG",
    ]


def test_what_was_done_before_can_be_shown_too(corpus: Corpus) -> None:
    screen = opened("timeline")
    before = len(shown(screen).having("scope", "row"))
    screen.toggle(key="timeline-past").set_value(True).run()
    assert len(shown(screen).having("scope", "row")) == len(rows(corpus)) > before


@pytest.mark.parametrize("grouping", GROUPINGS)
def test_each_grouping_is_drawn(grouping: str) -> None:
    screen = opened("timeline")
    screen.radio(key="timeline-grouping").set_value(grouping).run()
    assert not screen.exception
    assert shown(screen).having("scope", "row")


def test_a_commitment_has_an_address_that_shows_its_passage(corpus: Corpus) -> None:
    row = row_of(corpus, "by July 2012", 14)
    screen = opened("timeline", commitment=row.key)
    picked = next(Shown(body) for body in bodies(screen) if "picked-commitment" in body)
    assert corpus.by_id[row.commitment.passage].text in picked.words
    assert "by: no later than" in picked.words
    assert any(a["href"].startswith("guidance?passage=") for a in picked.having("data-page"))
    assert told(screen)[0]["show"] == "picked-commitment"


def test_a_selection_that_the_chart_forgot_does_not_hide_what_a_link_asks_for(corpus: Corpus) -> None:
    row = row_of(corpus, "by July 2012", 14)
    screen = opened("timeline")
    screen.session_state["timeline-picked"] = "another"
    screen.session_state["_go"] = commitment_address(row.key)
    screen.run()
    assert any("picked-commitment" in body for body in bodies(screen))


def test_an_address_that_leads_nowhere_is_told() -> None:
    assert "No commitment has this address" in opened("timeline", commitment="x").info[0].value


def test_the_colours_of_light_and_dark_differ() -> None:
    assert not {LIGHT.words, LIGHT.bar, LIGHT.mark, LIGHT.line} & {DARK.words, DARK.bar, DARK.mark, DARK.line}


def test_the_page_says_what_it_does_not_tell() -> None:
    assert "None of it tells what was done" in text(opened("timeline"))
