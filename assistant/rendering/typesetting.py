"""Typst: a template and its data become a PDF.

The fonts are those inside the typst package, whatever the machine has.
"""

from __future__ import annotations

import threading
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

_PROBE = b'#set document(title: "-")\n#set text(font: "Libertinus Serif")\n#sys.inputs.probe'
_ROOT = Path(__file__).parent / "data"
"""The only folder that a template could read from."""
_known: dict[str, bool] = {}
"""Character to whether the fonts have it."""
_lock = threading.Lock()


class TypesettingError(Exception):
    """The words cannot be set as they stand."""


def typeset(template: bytes, inputs: dict[str, str], made: datetime | None, *, accessible: bool) -> bytes:
    """A PDF with tags.

    Args:
        template: Typst's markup.
        inputs: what the template finds as ``sys.inputs``; never read as markup.
        made: when, for the file's properties; None for now.
        accessible: True holds the file to PDF/UA-1, which wants a glyph for every character.

    Raises:
        TypesettingError: Typst refuses.
    """
    import typst

    try:
        written = typst.compile(
            template,
            format="pdf",
            root=_ROOT,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs=inputs,
            pdf_standards=["ua-1"] if accessible else [],
            timestamp=made,
        )
    except typst.TypstError as error:
        raise TypesettingError(str(error)) from error
    assert isinstance(written, bytes)
    return written


def without_glyph(text: str) -> frozenset[str]:
    """The characters of a text that no font has."""
    chars = {c for c in text if not c.isascii()}
    with _lock:
        _probe(sorted(chars - _known.keys()))
        return frozenset(c for c in chars if not _known[c])


def _probe(chars: list[str]) -> None:
    """Try characters together; where they fail, each half, down to the ones that are missing."""
    if not chars:
        return
    try:
        typeset(_PROBE, {"probe": " ".join(chars)}, None, accessible=True)
    except TypesettingError:
        if len(chars) == 1:
            _known[chars[0]] = False
        else:
            _probe(chars[: len(chars) // 2])
            _probe(chars[len(chars) // 2 :])
    else:
        _known.update(dict.fromkeys(chars, True))


@lru_cache(maxsize=1)
def _fonts() -> Any:
    import typst

    return typst.Fonts(include_system_fonts=False)
