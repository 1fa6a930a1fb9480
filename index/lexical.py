"""Words on disk: the lexical index, BM25 over the tokens of each passage. The one home of PyStemmer.

bm25s is the reference in the tests. It is not used here because importing it (with scipy) takes longer than a
whole answer, and because it cannot take over the passages that a new build leaves unchanged.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.errors import REBUILD, DamagedIndex, one_line, unwritable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[Any]

#: Raised whenever the reading of words changes, so that an index made before is rebuilt.
WORDS_VERSION = 2

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_POSSESSIVE = re.compile(r"['\u2019]s?$")
#: Passage ids; tokens in the order of their bytes; where the postings of each token begin, and after the last
#: where they end; the numbers of the passages that hold it; how often each does; its weight there.
_FILES = ("ids", "words", "starts", "rows", "counts", "weights")
#: BM25's usual constants: how soon a word's repetition counts no more, and how far length counts.
_K1, _B = 1.5, 0.75

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
    """For each token the passages that hold it, and its weight in each.

    The weights are worked out when the index is built; a question adds up those of its tokens. Loaded from
    disk, everything is mapped, and only what a question touches is read.
    """

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        """Take the arrays that ``_FILES`` names."""
        import numpy as np

        # A plain view of a mapped file is as lazy, and is sliced without a mapping of its own being made each time.
        self._arrays = {name: made.view(np.ndarray) for name, made in arrays.items()}
        self._ids, self._words = self._arrays["ids"], self._arrays["words"]
        self._starts, self._rows = self._arrays["starts"], self._arrays["rows"]
        self._weights = self._arrays["weights"]

    @classmethod
    def build(
        cls,
        ids: Sequence[str],
        texts: Sequence[str],
        before: LexicalIndex | None = None,
        rows_before: NDArray[np.int64] | None = None,
    ) -> LexicalIndex:
        """Index texts under their ids; both in the same order, at least one.

        Args:
            ids: one a text.
            texts: what is searched.
            before: an index that holds some of the texts already; they are not read again.
            rows_before: for each text its number there, or -1 where it is new.
        """
        import numpy as np

        new = range(len(texts)) if rows_before is None else np.flatnonzero(rows_before < 0).tolist()
        words, numbers, rows, counts = _read(texts, new)
        if before is not None and rows_before is not None:
            kept = before._kept(rows_before)
            vocabulary = np.union1d(words, before._words)
            numbers = np.concatenate(
                [
                    np.searchsorted(vocabulary, words)[numbers],
                    np.searchsorted(vocabulary, before._words)[kept[0]],
                ]
            )
            words, rows = vocabulary, np.concatenate([rows, kept[1]])
            counts = np.concatenate([counts, kept[2]])
        order = np.lexsort((rows, numbers))
        numbers, rows, counts = numbers[order], rows[order].astype(np.int32), counts[order]
        holding = np.bincount(numbers, minlength=len(words))
        return cls(
            {
                "ids": np.array([i.encode() for i in ids]),
                "words": words,
                "starts": np.concatenate([[0], np.cumsum(holding)]).astype(np.int64),
                "rows": rows,
                "counts": counts,
                "weights": _weights(len(texts), holding, numbers, rows, counts),
            }
        )

    def save(self, folder: Path) -> None:
        """Write the index into a folder of its own.

        Raises:
            UnwritableIndex: the disk does not take it.
        """
        import numpy as np

        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name in _FILES:
                np.save(folder / f"{name}.npy", self._arrays[name], allow_pickle=False)
        except OSError as error:
            raise unwritable(folder, error) from error

    @classmethod
    def load(cls, folder: Path) -> LexicalIndex:
        """Open an index that ``save`` wrote.

        Raises:
            DamagedIndex: a file is missing or is not what was written.
        """
        import numpy as np

        try:
            made = cls({name: np.load(folder / f"{name}.npy", mmap_mode="r") for name in _FILES})
            if len(made._words) + 1 != len(made._starts) or int(made._starts[-1]) != len(made._rows):
                raise ValueError("its files do not belong together")
        except (OSError, ValueError, KeyError, TypeError, EOFError, IndexError) as error:
            raise DamagedIndex(
                f"The lexical index at {folder} cannot be read ({one_line(error)[:200]}). {REBUILD}"
            ) from error
        return made

    def search(self, words: list[str], k: int) -> tuple[list[str], list[float]]:
        """Ids and BM25 scores of the ``k`` best passages that hold one of the tokens, best first."""
        import numpy as np

        held = [number for word in words if (number := self._number(word)) is not None]
        if not held:
            return [], []
        scores = np.zeros(len(self._ids), dtype=np.float32)
        for number in held:
            some = slice(int(self._starts[number]), int(self._starts[number + 1]))
            scores[self._rows[some]] += self._weights[some]
        found = np.flatnonzero(scores)
        if len(found) > k:  # of many, only those that can be among the best are put in order
            found = found[scores[found] >= np.partition(scores[found], -k)[-k]]
        best = found[np.argsort(-scores[found], kind="stable")][:k]
        return [bytes(self._ids[i]).decode() for i in best], [float(scores[i]) for i in best]

    def _number(self, word: str) -> int | None:
        import numpy as np

        sought = word.encode()
        if not sought or len(sought) > self._words.dtype.itemsize:
            return None
        at = int(np.searchsorted(self._words, np.array(sought, dtype=self._words.dtype)))
        return at if at < len(self._words) and self._words[at] == sought else None

    def _kept(self, rows_before: NDArray[np.int64]) -> tuple[Array, Array, Array]:
        """Number of the token here, number of the passage from now on, and count, for what stays."""
        import numpy as np

        now = np.full(len(self._ids), -1, dtype=np.int64)
        staying = np.flatnonzero(rows_before >= 0)
        now[rows_before[staying]] = staying
        rows = now[self._rows]
        stays = rows >= 0
        numbers = np.repeat(np.arange(len(self._words)), np.diff(self._starts))
        return numbers[stays], rows[stays], self._arrays["counts"][stays]


def _read(texts: Sequence[str], which: Sequence[int]) -> tuple[Array, Array, Array, Array]:
    """The tokens of some texts in the order of their bytes; and for each token of each text its number there,
    the number of the text, and how often it stands in it."""
    import numpy as np

    known: dict[str, int] = {}
    made: list[Array] = []
    for row in which:
        found = Counter(tokens(texts[row]))
        numbers = [known.setdefault(word, len(known)) for word in found]
        made.append(np.array([numbers, [row] * len(found), list(found.values())], dtype=np.int32))
    numbers, rows, counts = np.concatenate(made, axis=1) if made else np.zeros((3, 0), dtype=np.int32)
    words = np.array([word.encode() for word in known], dtype=None if known else "S1")
    order = np.argsort(words)
    place = np.empty(len(words), dtype=np.int64)
    place[order] = np.arange(len(words))
    return words[order], place[numbers], rows, counts


def _weights(texts: int, holding: Array, numbers: Array, rows: Array, counts: Array) -> NDArray[np.float32]:
    """Okapi BM25 with the rarity that Lucene uses, which is never negative."""
    import numpy as np

    lengths = np.bincount(rows, weights=counts, minlength=texts)
    rarity = np.log1p((texts - holding + 0.5) / (holding + 0.5))
    norm = _K1 * (1 - _B + _B * lengths / (lengths.mean() or 1.0))
    weights: NDArray[np.float32] = (rarity[numbers] * counts / (counts + norm[rows])).astype(np.float32)
    return weights
