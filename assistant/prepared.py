"""What the assistant reads from the corpus before its first answer, kept on disk beside the index.

Reading editions, cutting them into stems and finding their dates takes a third of a second, the same each time.
So the outcome is kept, under a name made from the contents of every file that it depends on: those of the
corpus, of this program, and the versions of Python and the libraries that cut words. Whoever changes any of
them asks for another name, so what is kept is right or not found; what cannot be read is made anew.
"""

from __future__ import annotations

import hashlib
import importlib.util
import io
import os
import pickle
import re
import sys
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path, PurePath
from typing import Any

from assistant.language.numbers import CARDINALS, ORDINALS
from assistant.language.spelling import Speller
from assistant.library.library import Library, make_library
from assistant.notices import public_names
from corpus import Corpus, load
from corpus.contents import contents_digest
from corpus.corpus import corpus_folder
from corpus.whole_files import read_whole, write_whole

_PROGRAM = Path(__file__).parent.parent
_PACKAGES = ("assistant", "corpus")
#: What cuts words; its file stands for its version.
_STEMMER = "Stemmer"
_KEPT = 4
#: What besides this program's own classes a kept corpus is made of.
_PLAIN = (Counter, date, PurePath)


@dataclass(frozen=True)
class Prepared:
    """A corpus ready to be asked about."""

    library: Library
    speller: Speller
    public_names: frozenset[str]


@lru_cache(maxsize=2)
def shared(corpus: Corpus) -> Prepared:
    """A corpus read for matching once for all in this process who ask."""
    return prepare(corpus)


def prepare(corpus: Corpus) -> Prepared:
    """Read a corpus for matching."""
    library = make_library(corpus)
    return Prepared(library, make_speller(library), public_names(p.text for p in corpus.passages))


def make_speller(library: Library) -> Speller:
    """A speller that knows the words of the corpus and of the vocabulary."""
    text = " ".join(p.text for p in library.corpus.passages).lower().replace("’", "'")
    corpus_words = set(re.findall(r"[a-z]+", text))
    listed = set(library.vocabulary.abbreviations) | {
        w for long in library.vocabulary.abbreviations.values() for w in re.findall(r"[a-z]+", long.lower())
    }
    return Speller(corpus_words | {w for w in listed if len(w) > 4} | _ASKING_WORDS, listed, _ASKING_WORDS)


#: Words that questions are made of, whether or not the documents hold them.
_ASKING_WORDS = frozenset(
    """what when where which whose status timescale timescales deadline deadlines accepted accept rejected principle recommendation recommendations
    designated implemented appointed everywhere council councils
    argument response paragraph theme consider further""".split()
) | {*CARDINALS, *ORDINALS}


def prepared(keep: Path, folder: Path | None = None) -> Prepared:
    """The corpus of a folder, ready to be asked about; read from what is kept where that is possible.

    Args:
        keep: where to look, and to keep what had to be made; a place that takes no files keeps nothing.
        folder: of the corpus; None takes the one that the environment names.

    Raises:
        CorpusError: as ``corpus.load``.
    """
    folder = folder or corpus_folder()
    path = keep / f"{_name(folder)}.pickle"
    if found := _read(path):
        return found
    made = prepare(load(folder))
    _work_out_what_every_question_needs(made.library)
    with suppress(OSError):
        _write(path, made)
    return made


def _work_out_what_every_question_needs(library: Library) -> None:
    for held in (library, library.corpus, library.vocabulary):
        for name, value in vars(type(held)).items():
            if type(value).__name__ == "cached_property":
                getattr(held, name)


def _name(folder: Path) -> str:
    digest = hashlib.sha256(repr((sys.version, _stemmer(), folder)).encode())
    for root in (folder, *(_PROGRAM / name for name in _PACKAGES)):
        digest.update(contents_digest(root).encode())
    return digest.hexdigest()[:32]


def _stemmer() -> tuple[str, int, int] | None:
    spec = importlib.util.find_spec(_STEMMER)
    if spec is None or not spec.origin:
        return None
    known = os.stat(spec.origin)
    return spec.origin, known.st_size, known.st_mtime_ns


def _read(path: Path) -> Prepared | None:
    try:
        content = read_whole(path)
        if content is None:
            return None
        made = _Unpickler(io.BytesIO(content)).load()
    except Exception:  # what pickle raises for a file that it cannot read may be anything
        return None
    return made if isinstance(made, Prepared) else None


def _write(path: Path, made: Prepared) -> None:
    write_whole(path, pickle.dumps(made, protocol=5))
    kept = sorted(path.parent.glob("*.pickle"), key=lambda p: p.stat().st_mtime)
    for old in kept[:-_KEPT]:
        old.unlink(missing_ok=True)


class _Unpickler(pickle.Unpickler):
    """Makes values of this program and a few plain ones; a file that asks for anything else is not read."""

    def find_class(self, module: str, name: str) -> Any:
        own = module.split(".")[0] in _PACKAGES
        found = super().find_class(module, name) if own or module in _PLAIN_MODULES else None
        if not isinstance(found, type) or not (own or issubclass(found, _PLAIN)):
            raise pickle.UnpicklingError(f"{module}.{name} does not belong here")
        return found


_PLAIN_MODULES = {"collections", "datetime", "pathlib", type(Path()).__module__}
