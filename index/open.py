"""From a corpus to an open index in one call, with the settings of this machine."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from corpus import Corpus
from corpus.errors import FixableError
from index import layout
from index.build import build, ensure, opened
from index.chunks import Chunk, Titles, make_chunks
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
    size: int
    """Bytes on disk of everything at the location."""


def chunks_of(corpus: Corpus) -> tuple[Chunk, ...]:
    """The chunks of a corpus, with its own short titles."""
    documents = {d.id: d.short_title for d in corpus.documents}
    recommendations = {n: r.title for n, r in corpus.recommendations.items()}
    return make_chunks(corpus.passages, Titles(documents, recommendations))


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
    chunks = chunks_of(corpus)
    if index := opened(
        settings.location, embedder, manifest_for(chunks, corpus.hash, embedder, settings.server)
    ):
        return index
    _require_faithful(corpus)
    return ensure(chunks, corpus.hash, settings.location, embedder, progress, server=settings.server)


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
    made = build(
        chunks_of(corpus), corpus.hash, settings.location, embedder, progress, server=settings.server
    )
    embedder.questions.embed([""])  # its export is made now, so that no question waits for PyTorch
    return made


def index_status(
    corpus: Corpus, settings: IndexSettings | None = None, embedder: Embedder | None = None
) -> IndexStatus:
    """What lies at the location, and whether the program would use it; vectors and model stay unread."""
    settings = settings or IndexSettings.from_environment()
    location = settings.location
    manifest, problem = None, None
    try:
        folder = layout.live(location)
        manifest = read_manifest(folder)
        embedder = embedder or embedder_for(settings.model, settings.exports)
        compare(manifest, manifest_for(chunks_of(corpus), corpus.hash, embedder, settings.server), folder)
    except FixableError as error:
        problem = str(error)
    return IndexStatus(location, manifest, problem, _size(location))


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
