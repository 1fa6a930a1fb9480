"""The chart as a picture, drawn on this computer."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

#: Pixels of the picture's plot.
_WIDTH = 900
#: Pixels of the PNG for each of the drawing's.
_SCALE = 2.0
_PAPER = {"background": "white", "width": _WIDTH, "padding": 16}
_FONT = "sans-serif"


def svg(chart: dict[str, Any]) -> bytes:
    """A chart's specification drawn as SVG."""
    import vl_convert

    made: str = vl_convert.vegalite_to_svg(json.dumps(_on_paper(chart)), allowed_base_urls=[])
    return made.encode("utf-8")


def png(chart: dict[str, Any]) -> bytes:
    """A chart's specification drawn as PNG."""
    import vl_convert

    made: bytes = vl_convert.vegalite_to_png(json.dumps(_on_paper(chart)), scale=_SCALE, allowed_base_urls=[])
    return made


#: File name ending to media type and how the file is made.
PICTURES: dict[str, tuple[str, Callable[[dict[str, Any]], bytes]]] = {
    "png": ("image/png", png),
    "svg": ("image/svg+xml", svg),
}


def _on_paper(chart: dict[str, Any]) -> dict[str, Any]:
    config = {**chart.get("config", {}), "font": _FONT}
    return {**chart, **_PAPER, "config": config}
