"""The corpus with its response changed (other statuses, recommendations that change places), or a document added."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

from corpus import Corpus, load
from corpus.catalogue import load_catalogue
from corpus.copies import put_document
from corpus.model import Document

RESPONSE = "government-response"
#: Each year of the documents, moved on by four.
YEARS = {"2010": "2014", "2011": "2015", "2012": "2016", "2013": "2017", "2015": "2019"}


def catalogue_entry(
    identity: str, title: str, speaker: str, written: date, *, numbered: bool = False
) -> Document:
    """The catalogue entry of a document that comes with no source."""
    return Document(
        id=identity,
        title=title,
        publisher=speaker,
        date=written,
        date_text=f"{written.day} {written:%B %Y}",
        audience="everybody",
        speaker=speaker,
        licence="public",
        sha256="0" * 64,
        short_title=title,
        numbered_paragraphs=numbered,
    )


def rewritten(folder: Path, edition: str, document: str = RESPONSE) -> Corpus:
    """The corpus of a folder after one of its documents was given another text."""
    entry = next(d for d in load_catalogue(folder) if d.id == document)
    put_document(folder, entry, edition)
    return load(folder)


def section(edition: str, number: int) -> tuple[int, int]:
    """Where a recommendation stands, its heading left out."""
    heading = re.search(rf"^#### Recommendation {number}$", edition, re.MULTILINE)
    assert heading
    following = re.compile(r"^#{3,4} ", re.MULTILINE).search(edition, heading.end())
    return heading.end(), following.start() if following else len(edition)


def years_later(edition: str) -> str:
    """The edition four years later: "2012" and "2011-12", nothing else."""
    single = re.sub(rf"\b(?:{'|'.join(YEARS)})\b(?!-1)", lambda m: YEARS[m[0]], edition)
    return re.sub(r"\b201(\d)-1(\d)\b", lambda m: f"201{int(m[1]) + 4}-1{int(m[2]) + 4}", single)


def statuses_swapped(edition: str) -> str:
    """Recommendation 9 accepted, and 14 to be considered further: the other way round than it was."""
    accepted, considered = "response - Accept.", "response - Consider further."
    edition = _with_section(edition, 9, lambda text: text.replace(considered, accepted))
    return _with_section(edition, 14, lambda text: text.replace(accepted, considered))


def exchanged(edition: str) -> str:
    """The texts of recommendations 7 and 14, each under the number of the other."""
    seven, fourteen = (edition[slice(*section(edition, n))] for n in (7, 14))
    edition = _with_section(edition, 7, lambda _: fourteen)
    return _with_section(edition, 14, lambda _: seven)


def _with_section(edition: str, number: int, change: Callable[[str], str]) -> str:
    start, end = section(edition, number)
    return edition[:start] + change(edition[start:end]) + edition[end:]
