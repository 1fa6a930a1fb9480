"""An Anki package: a card an item, its options on the front, the answer and the quotes that prove it on the back.

Note type, deck and notes keep their ids, so that importing a quiz again updates its cards and makes none twice.
"""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.quiz.formats.html import explanation, shown
from assistant.quiz.formats.model import Job
from assistant.quiz.formats.sources import answer_lines
from assistant.quiz.model import Item
from assistant.rendering.plain import one_line

if TYPE_CHECKING:
    import genanki

FIELDS = ("Question", "Options", "Answer", "Explanation", "Item")
_NOTE_TYPE = "Munro assistant quiz"
_FRONT = '<div class="question">{{Question}}</div>{{Options}}'
_BACK = '{{FrontSide}}<hr id="answer"><div class="answer">{{Answer}}</div>{{Explanation}}'
_STYLE = """
.card { font-family: sans-serif; font-size: 1.1rem; line-height: 1.5; text-align: left; max-width: 40rem; margin: 0 auto; }
.question, .answer { font-weight: bold; margin-bottom: 1rem; }
blockquote { border-left: 0.2rem solid; padding-left: 0.8rem; margin-left: 0; }
"""


def write_anki(job: Job) -> bytes:
    """Every kind, as a package to import into Anki."""
    import genanki

    title = one_line(job.quiz.title).replace("::", ": :")
    deck = genanki.Deck(_identity(f"deck {title}"), title)
    note_type = _note_type()
    for item in job.quiz.items:
        deck.add_note(
            genanki.Note(
                model=note_type,
                fields=_fields(item, explanation(item, job.documents)),
                guid=genanki.guid_for(_NOTE_TYPE, item.id),
                tags=_tags(item),
            )
        )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "quiz.apkg"
        genanki.Package(deck).write_to_file(str(file), timestamp=job.made.timestamp())
        return file.read_bytes()


def _note_type() -> genanki.Model:
    import genanki

    return genanki.Model(
        _identity(f"note type {_NOTE_TYPE}"),
        _NOTE_TYPE,
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": "Question and answer", "qfmt": _FRONT, "afmt": _BACK}],
        css=_STYLE,
    )


def _fields(item: Item, why: str) -> list[str]:
    answer = "<br>".join(map(shown, answer_lines(item)))
    return [shown(item.stem), _options(item), answer, why, shown(item.id)]


def _options(item: Item) -> str:
    premises = "".join(f"<li>{shown(pair.left)}</li>" for pair in item.pairs)
    options = "".join(f"<li>{shown(option)}</li>" for option in item.options)
    made = f"<ul>{premises}</ul>" if premises else ""
    return made + (f'<ol type="A">{options}</ol>' if options else "")


def _tags(item: Item) -> list[str]:
    numbers = (("theme", item.theme), ("recommendation", item.recommendation))
    found = [f"munro::{word}-{number}" for word, number in numbers if number is not None]
    words = (item.kind.value, item.topic.value, item.level.value, item.difficulty.value)
    return [*found, *(f"munro::{word}" for word in words)]


def _identity(name: str) -> int:
    """A stable id from a name, of the size that Anki gives its own."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:5]) | 1 << 30
