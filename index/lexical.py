"""Words on disk: the lexical index. The one home of bm25s and PyStemmer."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.errors import REBUILD, DamagedIndex, one_line, unwritable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Raised whenever the reading of words changes, so that an index made before is rebuilt.
WORDS_VERSION = 1

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_POSSESSIVE = re.compile(r"['\u2019]s?$")
_IDS = "ids.json"

#: Words that say how something is asked, not what about; some are rare in guidance and would weigh much.
_FUNCTION_WORDS = """
a about an and any are as at be been being but by can could did do does for from had has have how i if in
into is it its me my of on or our please shall should so some such tell than that the their them then there
these they this those to us was we were what when where which who whom whose why will with would you your
"""
_FUNCTION = frozenset(_FUNCTION_WORDS.split())


def tokens(text: str) -> list[str]:
    """Stemmed lower-case words of a text in order; figures and single letters are words like any other."""
    import Stemmer  # type: ignore[import-not-found,unused-ignore]

    # A stemmer is made in microseconds and must not be shared by threads.
    stemmed: list[str] = Stemmer.Stemmer("english").stemWords(_words(text))
    return stemmed


def question_tokens(text: str) -> list[str]:
    """The distinct tokens that a question looks for, function words left out unless it has no others."""
    words = _words(text)
    telling = [w for w in words if w not in _FUNCTION]
    return list(dict.fromkeys(tokens(" ".join(telling or words))))


def _words(text: str) -> list[str]:
    return [w for word in _WORD.findall(text.lower()) if (w := _POSSESSIVE.sub("", word))]


class LexicalIndex:
    """BM25 over the tokens of each passage."""

    def __init__(self, ids: Sequence[str], model: Any) -> None:
        self._ids, self._model = list(ids), model

    @classmethod
    def build(cls, ids: Sequence[str], texts: Sequence[str]) -> LexicalIndex:
        """Index texts under their ids; both in the same order, at least one."""
        import bm25s  # type: ignore[import-untyped,unused-ignore]

        model = bm25s.BM25()
        model.index([tokens(text) for text in texts], create_empty_token=False, show_progress=False)
        return cls(ids, model)

    def save(self, folder: Path) -> None:
        """Write the index into a folder of its own.

        Raises:
            UnwritableIndex: the disk does not take it.
        """
        try:
            self._model.save(folder, show_progress=False)
            (folder / _IDS).write_text(json.dumps(self._ids), encoding="utf-8")
        except OSError as error:
            raise unwritable(folder, error) from error

    @classmethod
    def load(cls, folder: Path) -> LexicalIndex:
        """Read an index that ``save`` wrote.

        Raises:
            DamagedIndex: a file is missing or is not what was written.
        """
        import bm25s

        try:
            ids = json.loads((folder / _IDS).read_text(encoding="utf-8"))
            model = bm25s.BM25.load(folder, show_progress=False)
        except (OSError, ValueError, KeyError, TypeError, EOFError) as error:
            raise DamagedIndex(
                f"The lexical index at {folder} cannot be read ({one_line(error)[:200]}). {REBUILD}"
            ) from error
        return cls(ids, model)

    def search(self, words: list[str], k: int) -> tuple[list[str], list[float]]:
        """Ids and BM25 scores of the ``k`` best passages that hold one of the tokens, best first."""
        known = self._model.get_tokens_ids(words)
        if not known:
            return [], []
        scores: NDArray[np.float32] = self._model.get_scores_from_ids(known)
        best = (-scores).argsort(kind="stable")[:k]
        found = [int(i) for i in best if scores[i] > 0]
        return [self._ids[i] for i in found], [float(scores[i]) for i in found]
