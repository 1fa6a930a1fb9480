"""Opening the assistant: corpus, library and, when it is first needed, the index."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.assistant import Assistant
from assistant.evidence.library import Library, make_library
from assistant.language.spelling import Speller
from corpus import Corpus, load

if TYPE_CHECKING:
    from index.retrieve import Index

Progress = Callable[[int, int], None]
"""Called with the number of passages embedded and their total."""

#: How many passages each channel is asked for.
DEPTH = 100


class LazyIndex:
    """The index, opened (and built where it must be) at the first question that needs it."""

    def __init__(self, corpus: Corpus, progress: Progress | None = None) -> None:
        self._corpus, self._progress = corpus, progress
        self._lock = threading.Lock()
        self._index: Index | None = None

    def __call__(self, question: str, lexical: str) -> tuple[dict[str, float], dict[str, float]]:
        """Passage id to cosine, and passage id to BM25 score."""
        return self.index.scores(question, lexical, limit=DEPTH)

    @property
    def index(self) -> Index:
        """The open ``index.retrieve.Index``."""
        with self._lock:
            if self._index is None:
                from index.open import open_index

                self._index = open_index(self._corpus, progress=self._progress)
            return self._index


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
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty first second third
    fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth designated implemented appointed everywhere council councils
    argument response paragraph theme consider further""".split()
)


def open_assistant(corpus: Corpus | None = None, progress: Progress | None = None) -> Assistant:
    """An assistant over a corpus; the index is opened at the first question that needs it."""
    from assistant.notices import public_names

    corpus = corpus or load()
    library = make_library(corpus)
    return Assistant(
        library=library,
        speller=make_speller(library),
        scores=LazyIndex(corpus, progress),
        public_names=public_names(p.text for p in corpus.passages),
    )


@lru_cache(maxsize=1)
def shared_assistant() -> Assistant:
    """One assistant for the whole process."""
    return open_assistant()
