"""Changing the copy of a corpus: another text for a document, or another document.

What is written becomes its own source, so that the copy passes the fidelity check as it stands. For trying
what the program does when the guidance says something else; the corpus of the package is never changed so.
"""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import asdict, replace
from pathlib import Path

import yaml

from corpus.catalogue import DATA, load_catalogue, read_yaml
from corpus.errors import CorpusError
from corpus.fidelity.corrections import FILE as CORRECTIONS
from corpus.fidelity.files import edition_path, source_path
from corpus.fidelity.record import record_path
from corpus.model import Document


def copy_corpus(target: Path, folder: Path = DATA) -> Path:
    """Copy a corpus folder to a place where nothing is yet; returns that place."""
    return Path(shutil.copytree(folder, target))


def put_document(folder: Path, document: Document, edition: str) -> Document:
    """Give a document of a copy this edition, or add it at the end; returns its entry with the new SHA-256.

    Raises:
        CorpusError: the folder is that of the package, or its catalogue cannot be read.
    """
    if folder.resolve() == DATA.resolve():
        raise CorpusError(f"{folder} holds the sources as received. Copy it first: cp -r {folder} copy")
    others = load_catalogue(folder)
    entry = replace(document, sha256=hashlib.sha256(edition.encode()).hexdigest())
    for path in (edition_path(folder, entry.id), source_path(folder, entry.id)):
        path.write_bytes(edition.encode())
    record_path(folder, entry.id).unlink(missing_ok=True)
    _forget_corrections(folder, entry.id)
    known = any(d.id == entry.id for d in others)
    documents = [entry if d.id == entry.id else d for d in others] + ([] if known else [entry])
    _write(folder / "catalogue.yaml", [asdict(d) for d in documents])
    return entry


def _forget_corrections(folder: Path, document: str) -> None:
    path = folder / CORRECTIONS
    if path.exists():
        _write(path, [c for c in read_yaml(path) or [] if c["document"] != document])


def _write(path: Path, entries: list[dict[str, object]]) -> None:
    path.write_text(yaml.safe_dump(entries, sort_keys=False, allow_unicode=True), encoding="utf-8")
