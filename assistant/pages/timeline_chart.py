"""The timeline as a Vega-Lite specification: an interval for each commitment, its kind told by shape and words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.pages.commitments import Row
from corpus.model import Modality

FIRST, LAST = date(2011, 1, 1), date(2015, 12, 31)
ROW_HEIGHT = 24
SELECTION = "picked"
#: Characters of a row's words.
_WORDS = 72
#: Shapes differ by outline, so that a kind needs no colour to be told.
_SHAPES = {
    Modality.BY: "triangle-left",
    Modality.FROM: "triangle-right",
    Modality.IN: "square",
    Modality.DURING: "diamond",
    Modality.AROUND: "circle",
    Modality.BEFORE: "triangle-down",
    Modality.AFTER: "triangle-up",
}


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours of the chart, as CSS writes them."""

    words: str
    bar: str
    mark: str
    line: str


LIGHT = Colours(words="#262626", bar="#8fbfd6", mark="#145a7a", line="#5f6f78")
DARK = Colours(words="#ececec", bar="#2f6f8c", mark="#9ad6f0", line="#a5b4bc")


def chart(
    groups: Mapping[str, Sequence[Row]], written: Mapping[str, date], colours: Colours
) -> dict[str, Any]:
    """The specification, its data included.

    Args:
        groups: dated rows under the names of their groups, in order.
        written: document id to its date, where an open interval begins.
        colours: for a light or a dark ground.
    """
    values = _values(groups, written)
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "height": {"step": ROW_HEIGHT},
        "data": {"values": values},
        "encoding": {"y": _rows(len(values))},
        "layer": [_hit_area(colours), *_intervals(values, colours), *_texts(colours)],
        "config": {
            "view": {"stroke": None},
            "axis": {"labelFontSize": 12, "labelColor": colours.words},
            "legend": {"labelColor": colours.words, "titleColor": colours.words},
        },
    }


def _intervals(values: list[dict[str, Any]], colours: Colours) -> Iterator[dict[str, Any]]:
    """What the wording leaves open, what it names, and the shape of its kind."""
    line = {"type": "rule", "strokeDash": [2, 3], "strokeWidth": 1.5, "color": colours.line}
    yield _layer(line, "datum.open_from", x=_day("open_from"), x2={"field": "open_to"})
    bar = {"type": "bar", "height": 10, "cornerRadius": 2, "color": colours.bar}
    yield _layer(bar, "datum.first", x=_day("first"), x2={"field": "last"})
    point = {"type": "point", "filled": True, "size": 110, "opacity": 1, "color": colours.mark}
    yield _layer(point, "datum.mark", x=_day("mark"), shape=_shape(values, colours))


def _texts(colours: Colours) -> Iterator[dict[str, Any]]:
    """The name of each group, and the words of each row after its interval, or before one that ends late."""
    name = {"type": "text", "align": "left", "fontWeight": "bold", "fontSize": 13, "color": colours.words}
    yield _layer(name, "datum.group", x={"value": 4}, text={"field": "group"})
    for align, dx, which in (("left", 10, "!datum.late"), ("right", -10, "datum.late")):
        words = {"type": "text", "align": align, "dx": dx, "fontSize": 12, "color": colours.words}
        yield _layer(words, f"datum.words && {which}", x=_day("end"), text={"field": "words"})


def _rows(count: int) -> dict[str, Any]:
    # Layers that leave rows out would otherwise put theirs in an order of their own.
    return {"field": "row", "type": "ordinal", "axis": None, "scale": {"domain": list(range(count))}}


def _layer(mark: dict[str, Any], filtered: str, **encoding: Any) -> dict[str, Any]:
    return {"transform": [{"filter": filtered}], "mark": {"tooltip": None, **mark}, "encoding": encoding}


def _hit_area(colours: Colours) -> dict[str, Any]:
    """A band over the whole of a row, so that any place on it can be clicked or tapped."""
    return {
        "params": [{"name": SELECTION, "select": {"type": "point", "fields": ["key"], "toggle": False}}],
        "transform": [{"filter": "datum.key"}],
        "mark": {
            "type": "bar",
            "height": ROW_HEIGHT - 2,
            "cornerRadius": 4,
            "cursor": "pointer",
            "color": colours.bar,
        },
        "encoding": {
            "x": {"value": 0},
            "x2": {"value": "width"},
            "opacity": {"condition": {"param": SELECTION, "empty": False, "value": 0.45}, "value": 0.001},
            "tooltip": [
                {"field": "wording", "title": "When"},
                {"field": "who", "title": "Who"},
                {"field": "what", "title": "What"},
                {"field": "where", "title": "Where"},
            ],
        },
    }


def _day(field: str) -> dict[str, Any]:
    return {
        "field": field,
        "type": "temporal",
        "scale": {"domain": [FIRST.isoformat(), LAST.isoformat()], "clamp": True},
        "axis": {"orient": "top", "format": "%Y", "tickCount": "year", "title": None, "grid": True},
    }


def _shape(values: list[dict[str, Any]], colours: Colours) -> dict[str, Any]:
    there = [m for m in _SHAPES if any(v.get("kind") == m.value for v in values)]
    return {
        "field": "kind",
        "type": "nominal",
        "scale": {"domain": [m.value for m in there], "range": [_SHAPES[m] for m in there]},
        "legend": {
            "orient": "top",
            "title": "The wording says",
            "symbolFillColor": colours.mark,
            "symbolStrokeColor": colours.mark,
        },
    }


def _values(groups: Mapping[str, Sequence[Row]], written: Mapping[str, date]) -> list[dict[str, Any]]:
    values: list[dict[str, Any]] = []
    for group, rows in groups.items():
        values.append({"row": len(values), "group": group})
        for row in rows:
            values.append({"row": len(values), **_value(row, written[row.commitment.place.document])})
    return values


def _value(row: Row, written: date) -> dict[str, Any]:
    assert row.period is not None
    when, (first, last) = row.commitment.when, row.period
    end = max(last, first)
    made: dict[str, Any] = {
        "key": row.key,
        "kind": when.modality.value,
        "first": first.isoformat(),
        "last": last.isoformat() if last > first else _next(first).isoformat(),
        "mark": first.isoformat(),
        "wording": when.wording,
        "who": row.who,
        "what": row.commitment.what,
        "where": row.where,
    }
    if when.first is None:
        made |= {
            "open_from": min(written, first).isoformat(),
            "open_to": first.isoformat(),
            "mark": last.isoformat(),
        }
    elif when.last is None:
        made |= {"open_from": last.isoformat(), "open_to": LAST.isoformat()}
        end = last
    late = end.year >= 2014
    made |= {"end": (first if late else end).isoformat(), "late": late, "words": _words(row)}
    return made


def _words(row: Row) -> str:
    words = f"{row.commitment.when.wording} · {row.commitment.what}"
    return words if len(words) <= _WORDS else words[: _WORDS - 1].rstrip() + "…"


def _next(day: date) -> date:
    """A day is drawn as long as it lasts."""
    return date.fromordinal(day.toordinal() + 1)
