"""The guidance as text: sources, editions, passages, recommendations and commitments."""

from corpus.corpus import Corpus, load

__all__ = ["Corpus", "load"]
