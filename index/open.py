"""From a corpus to an open index in one call, with the settings of this machine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from corpus import Corpus
from corpus.errors import FixableError
from index import layout
from index.build import build, ensure, opened
from index.chunks import Chunk, Titles, make_chunks, make_sentence_chunks
from index.embedder import Embedder, LocalEmbedder
from index.errors import StaleIndex
from index.fill import Progress
from index.manifest import Manifest, compare, manifest_for, read_manifest
from index.models import embedder_for
from index.retrieve import Index
from index.settings import IndexSettings


@dataclass(frozen=True, slots=True)
class IndexStatus:
    """What is known of the index on disk."""

    location: Path
    manifest: Manifest | None
    """How it was made; None where there is no index or it cannot be read."""
    problem: str | None
    """Why the program would not use it, with the command that mends it; None where it would."""
    sentences: int
    """Sentences held beside the passages; 0 where the model cannot tell how near they are to a question."""
    size: int
    """Bytes on disk of everything at the location."""


def chunks_of(corpus: Corpus) -> tuple[Chunk, ...]:
    """The chunks of a corpus, with its own short titles."""
    return make_chunks(corpus.passages, _titles(corpus))


def sentences_of(corpus: Corpus) -> tuple[Chunk, ...]:
    """The same for its sentences."""
    return make_sentence_chunks(corpus.passages, _titles(corpus))


def _titles(corpus: Corpus) -> Titles:
    documents = {d.id: d.short_title for d in corpus.documents}
    return Titles(documents, {n: r.title for n, r in corpus.recommendations.items()})


def _parts(corpus: Corpus, settings: IndexSettings, embedder: Embedder) -> dict[Path, tuple[Chunk, ...]]:
    """What is indexed, by where it lies: the passages, then their sentences, where the model tells how near a question is to them."""
    parts = {settings.location: chunks_of(corpus)}
    if embedder.questions.turn is not None:
        parts[settings.sentences] = sentences_of(corpus)
    return parts


def _joint(progress: Progress | None, parts: Iterable[tuple[Chunk, ...]]) -> Iterator[Progress | None]:
    """For each of several parts what hears how far its build is, as a share of all."""
    sizes = [len(part) for part in parts]
    for at in range(len(sizes)):
        yield progress and partial(_heard, progress, sum(sizes[:at]), sum(sizes))


def _heard(progress: Progress, before: int, whole: int, done: int, _of_part: int) -> None:
    progress(before + done, whole)


def open_index(
    corpus: Corpus,
    settings: IndexSettings | None = None,
    embedder: Embedder | None = None,
    progress: Progress | None = None,
) -> Index:
    """Open the index of a corpus; it is built first where it is missing, stale or damaged.

    Only a corpus that passes its check is built from.

    Args:
        corpus: what is asked about.
        settings: where the index lies; None reads the environment.
        embedder: makes the vectors; None takes the one that the settings name.
        progress: hears how far a build is; not called where none is needed.

    Raises:
        FixableError: the index can neither be opened nor built; the message says why.
    """
    settings = settings or IndexSettings.from_environment()
    embedder = embedder or _loading(embedder_for(settings.model, settings.exports))
    parts = _parts(corpus, settings, embedder)
    made = []
    for (place, chunks), heard in zip(parts.items(), _joint(progress, parts.values()), strict=True):
        expected = manifest_for(chunks, corpus.hash, embedder, settings.server)
        index = opened(place, embedder, expected)
        if index is None:
            _require_faithful(corpus)
            index = ensure(chunks, corpus.hash, place, embedder, heard, server=settings.server)
        made.append(index)
    whole, *sentences = made
    whole.sentences = next(iter(sentences), None)
    return whole


def index_as_it_lies(settings: IndexSettings | None = None) -> Index:
    """The index at the settings' place, whatever it was made from: ask ``made_from`` before its hits are used.

    Raises:
        FixableError: there is none that can be opened.
    """
    settings = settings or IndexSettings.from_environment()
    embedder = _loading(embedder_for(settings.model, settings.exports))
    return Index.open(settings.location, embedder, read_manifest(layout.live(settings.location)))


def made_from(manifest: Manifest, corpus: Corpus, settings: IndexSettings | None = None) -> bool:
    """Whether an index is the one that this program makes of a corpus with these settings."""
    settings = settings or IndexSettings.from_environment()
    embedder = embedder_for(settings.model, settings.exports)
    expected = manifest_for(chunks_of(corpus), corpus.hash, embedder, settings.server)
    try:
        compare(manifest, expected, settings.location)
    except StaleIndex:
        return False
    return True


def build_index(
    corpus: Corpus,
    settings: IndexSettings | None = None,
    embedder: Embedder | None = None,
    progress: Progress | None = None,
) -> Manifest:
    """Build the index of a corpus anew, whatever is there. Arguments and errors as for ``open_index``."""
    settings = settings or IndexSettings.from_environment()
    embedder = embedder or embedder_for(settings.model, settings.exports)
    _require_faithful(corpus)
    parts = _parts(corpus, settings, embedder)
    made = [
        build(chunks, corpus.hash, place, embedder, heard, server=settings.server)
        for (place, chunks), heard in zip(parts.items(), _joint(progress, parts.values()), strict=True)
    ]
    embedder.questions.embed([""])  # its export is made now, so that no question waits for PyTorch
    return made[0]


def index_status(
    corpus: Corpus, settings: IndexSettings | None = None, embedder: Embedder | None = None
) -> IndexStatus:
    """What lies at the location, and whether the program would use it; vectors and model stay unread."""
    settings = settings or IndexSettings.from_environment()
    location = settings.location
    manifest, problem, sentences = None, None, 0
    try:
        manifest = read_manifest(layout.live(location))
        embedder = embedder or embedder_for(settings.model, settings.exports)
        for place, chunks in _parts(corpus, settings, embedder).items():
            folder = layout.live(place)
            expected = manifest_for(chunks, corpus.hash, embedder, settings.server)
            compare(read_manifest(folder), expected, folder)
            sentences = expected.count if place == settings.sentences else 0
    except FixableError as error:
        problem = str(error)
    return IndexStatus(location, manifest, problem, sentences, _size(location))


def _loading(embedder: LocalEmbedder) -> LocalEmbedder:
    """The embedder, its model already on the way while the vectors are opened."""
    embedder.questions.load_soon()
    return embedder


def _require_faithful(corpus: Corpus) -> None:
    from corpus.fidelity import require_faithful

    require_faithful(corpus.folder, {d.id: d.sha256 for d in corpus.documents})


def _size(location: Path) -> int:
    total = 0
    for path in location.rglob("*"):
        with suppress(OSError):  # a build at work takes files away
            total += path.stat().st_size if path.is_file() else 0
    return total
