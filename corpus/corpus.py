"""The corpus as one value: documents, editions, passages, recommendations and commitments.

What reads editions and finds commitments is imported where it is used: a corpus that was kept needs neither.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from corpus.catalogue import DATA, load_catalogue, read_yaml
from corpus.contents import contents_digest
from corpus.errors import CorpusError
from corpus.model import Commitment, Document, Part, Passage, PassageKind, Recommendation, Status
from corpus.patterns import lazy_regex

_THEME = lazy_regex(r"Theme (\d+)\s*(?:[:–-]\s*(.+))?")
RESPONSE_PARTS = (Part.RECOMMENDATION, Part.MUNRO_ARGUMENT, Part.GOVERNMENT_RESPONSE, Part.TIMESCALE)


@dataclass(frozen=True, eq=False)
class Corpus:
    """Everything that can be asked about."""

    documents: tuple[Document, ...]
    editions: dict[str, str]
    """Document id to the whole text of its edition."""
    passages: tuple[Passage, ...]
    """In the order of the catalogue and of reading."""
    recommendations: dict[int, Recommendation]
    """By number, ascending."""
    themes: dict[int, str]
    """Theme number to its name."""
    hash: str
    """SHA-256 over everything that an index is built from."""
    folder: Path
    """Where it was read from."""

    @cached_property
    def by_id(self) -> dict[str, Passage]:
        """Passage id to passage."""
        return {p.id: p for p in self.passages}

    @cached_property
    def document(self) -> dict[str, Document]:
        """Document id to catalogue entry."""
        return {d.id: d for d in self.documents}

    @cached_property
    def reviewer(self) -> str | None:
        """Who recommends ("Professor Munro"): the one heard in the arguments; None where there are none."""
        return next((p.speaker for p in self.passages if p.part is Part.MUNRO_ARGUMENT), None)

    def theme_of(self, passage: Passage) -> int | None:
        """The theme of a passage's recommendation, else the one that a heading above it names; None for neither."""
        if passage.recommendation is not None:
            return self.recommendations[passage.recommendation].theme or None
        named = (int(match[1]) for h in passage.headings if (match := _THEME.match(h)))
        return next((theme for theme in named if theme in self.themes), None)

    @cached_property
    def commitments(self) -> tuple[Commitment, ...]:
        """Every commitment of every document, in reading order."""
        from corpus.commitments import commitments

        return commitments(self.passages, {d.id: d.date for d in self.documents})


def corpus_folder() -> Path:
    """The folder the corpus is read from: ``ASSISTANT_CORPUS`` where set, else the one in the package."""
    return Path(os.environ.get("ASSISTANT_CORPUS") or DATA)


def load(folder: Path | None = None) -> Corpus:
    """Read the corpus from its folder; while its files hold the same, the same corpus is given again.

    The recommendations are those of the first document that responds to any; in other documents a heading
    "Recommendation 1" is a heading like any other.

    Raises:
        CorpusError: a file is missing or damaged, an edition does not read as its source, or it does not have
            the shape it must have.
    """
    folder = folder or corpus_folder()
    if not folder.is_dir():
        raise CorpusError(f"There is no corpus folder {folder}. Run: unset ASSISTANT_CORPUS")
    return _load(folder, contents_digest(folder))


@lru_cache(maxsize=4)
def _load(folder: Path, _contents: str) -> Corpus:
    from corpus.edition import holds_responses, read_edition
    from corpus.fidelity import line_finder
    from corpus.fidelity.files import read_edition_text

    documents = load_catalogue(folder)
    editions = {d.id: read_edition_text(folder, d.id) for d in documents}
    responding = next((d.id for d in documents if holds_responses(editions[d.id])), None)
    passages = tuple(
        p
        for d in documents
        for p in read_edition(
            d,
            editions[d.id],
            line_finder(folder, d.id, editions[d.id]),
            recommendations=d.id == responding,
        )
    )
    titles = _titles(folder)
    recommendations = _recommendations(passages, titles)
    return Corpus(
        documents=documents,
        editions=editions,
        passages=passages,
        recommendations=recommendations,
        themes=_themes(tuple(p for p in passages if p.document == responding)),
        hash=_hash(passages, titles),
        folder=folder,
    )


def _titles(folder: Path) -> list[dict[str, str]]:
    path = folder / "titles.yaml"
    titles = read_yaml(path)
    if not isinstance(titles, list) or not all(
        isinstance(t, dict) and set(t) == {"title", "where"} for t in titles
    ):
        raise CorpusError(f"{path} must list titles, each with title and where. Run: git diff {path}")
    return titles


def _hash(passages: tuple[Passage, ...], titles: object) -> str:
    digest = hashlib.sha256(repr(titles).encode())
    for p in passages:
        digest.update(f"{p.id}\0{p.text}\0{p.headings}\0{p.lead_in}\n".encode())
    return digest.hexdigest()


def _themes(passages: tuple[Passage, ...]) -> dict[int, str]:
    found: dict[int, str] = {}
    for heading in (h for p in passages for h in p.headings):
        if (match := _THEME.match(heading)) and match[2]:
            found.setdefault(int(match[1]), match[2])
    return dict(sorted(found.items()))


def _recommendations(
    passages: tuple[Passage, ...], titles: list[dict[str, str]]
) -> dict[int, Recommendation]:
    grouped: dict[int, dict[Part, list[Passage]]] = {}
    for p in passages:
        if p.recommendation is not None:
            grouped.setdefault(p.recommendation, {}).setdefault(p.part, []).append(p)
    return {n: _recommendation(n, grouped[n], titles) for n in sorted(grouped)}


def _recommendation(
    number: int, parts: dict[Part, list[Passage]], titles: list[dict[str, str]]
) -> Recommendation:
    from corpus.edition import plain, status_of

    missing = [part.value for part in RESPONSE_PARTS if part not in parts]
    lines = [p for p in parts.get(Part.GOVERNMENT_RESPONSE, []) if p.kind is PassageKind.STATUS_LINE]
    if missing or len(lines) != 1:
        what = f"lacks {', '.join(missing)}" if missing else f"has {len(lines)} status lines"
        raise CorpusError(f"Recommendation {number} {what}. Run: assistant corpus check")
    text = "\n".join(p.text for p in parts[Part.RECOMMENDATION])
    theme = next((int(m[1]) for h in lines[0].headings if (m := _THEME.match(h))), 0)
    status = status_of(plain(lines[0].text))
    assert isinstance(status, Status)
    return Recommendation(
        number=number,
        title=next((t["title"] for t in titles if t["where"] in text), _opening(text)),
        theme=theme,
        status=status,
        status_wording=lines[0].text,
        passages={part: tuple(parts[part]) for part in RESPONSE_PARTS},
    )


def _opening(text: str) -> str:
    words = text.split()
    return " ".join(words[:9]) + ("…" if len(words) > 9 else "")
