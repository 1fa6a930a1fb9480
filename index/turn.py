"""The turn of a question's vector towards the sentence that answers: a small matrix that is added to it.

A passage is found by what all of it speaks of, a sentence by what it alone says. For questions the two lie apart: one
that asks when a board reports lies near the passage on boards, and must come nearer to the sentence on its reports than
to its neighbours. Sentences, of whatever corpus, keep the vectors that the model makes of them; what turns questions was
learned from questions whose sentences are known (``python -m evals teach``), for the vectors of one adapter.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.arrays import read_arrays, write_arrays
from index.low_rank import LowRank

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

#: The one that is shipped, learned for the adapter that is shipped.
SHIPPED = Path(__file__).parent / "data" / "sentences.npz"
_MODEL, _DOWN, _UP = "model", "down", "up"


@dataclass(frozen=True, slots=True)
class Turn:
    """What is added to a question's vector ``v``: ``up @ down @ v``."""

    added: LowRank

    def of(self, vector: Matrix) -> Matrix:
        """A vector of shape (dimension,) turned, of length 1."""
        made: Matrix = self.of_all(vector[None, :])[0]
        return made

    def of_all(self, vectors: Matrix) -> Matrix:
        """The same for vectors of shape (number, dimension)."""
        import numpy as np

        moved = vectors + vectors @ self.added.down.T @ self.added.up.T
        made: Matrix = moved / np.linalg.norm(moved, axis=1, keepdims=True)
        return made


def read_turn(model: str, path: Path = SHIPPED) -> Turn | None:
    """The turn in a file; None where it was learned for another model of questions than the one with this digest.

    Raises:
        ModelUnavailable: the file is missing or damaged; the message says how it is had again.
    """
    import numpy as np

    held = read_arrays(path, lambda name: name in (_MODEL, _DOWN, _UP))
    if str(held.get(_MODEL)) != model:
        return None
    return Turn(LowRank(held[_DOWN].astype(np.float32), held[_UP].astype(np.float32)))


def write_turn(path: Path, turn: Turn, model: str) -> None:
    """Write a turn, in half precision, for the model of questions with this digest; OSError where the disk does not take it."""
    import numpy as np

    held: dict[str, Any] = {_MODEL: np.array(model)}
    held |= {_DOWN: turn.added.down.astype(np.float16), _UP: turn.added.up.astype(np.float16)}
    write_arrays(path, held)
