"""The adapter of the embedding model for questions: small matrices that are added to its weights (LoRA).

A question and the passage that answers it seldom share their words. Passages, of whatever corpus, keep the vectors
that the model makes of them; a question's vector is made with the adapter, which was learned from questions whose
answers are known (``python -m evals teach``; low-rank adaptation as in Hu et al., 2021). Learned beside it, and kept
in the same file, is what tells kinds of questions apart.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.arrays import read_arrays, write_arrays
from index.kinds import NO_KINDS, Kinds
from index.low_rank import LowRank

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

#: The one that is shipped, learned for the bundled model.
SHIPPED = Path(__file__).parent / "data" / "questions.npz"
_WEIGHTS, _DOWN, _UP = "weights", ".down", ".up"
_KINDS, _KINDS_WEIGHTS, _KINDS_CONSTANTS = "kinds", "kinds of questions", "kinds, constants"


class Adapter:
    """An adapter in a file."""

    def __init__(self, path: Path) -> None:
        """Nothing is read yet."""
        self._path = path

    def fits(self, weights: str) -> bool:
        """Whether it was learned for the weights with this SHA-256; ModelUnavailable as for layers."""
        return str(self._held((_WEIGHTS,)).get(_WEIGHTS)) == weights

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the file, hexadecimal."""
        return hashlib.sha256(self._path.read_bytes()).hexdigest()

    def layers(self) -> dict[str, LowRank]:
        """What is added, by the name of the layer.

        Raises:
            ModelUnavailable: the file is missing or damaged; the message says how it is had again.
        """
        import numpy as np

        held = {name: matrix.astype(np.float32) for name, matrix in self._held((_DOWN, _UP)).items()}
        names = sorted(name.removesuffix(_DOWN) for name in held if name.endswith(_DOWN))
        return {name: LowRank(held[name + _DOWN], held[name + _UP]) for name in names}

    def kinds(self) -> Kinds:
        """What tells kinds of questions apart by the vectors of the adapted model; ModelUnavailable as for layers."""
        import numpy as np

        held = self._held((_KINDS, _KINDS_WEIGHTS, _KINDS_CONSTANTS))
        if not held:
            return NO_KINDS
        weights, constants = (held[n].astype(np.float32) for n in (_KINDS_WEIGHTS, _KINDS_CONSTANTS))
        return Kinds(tuple(held[_KINDS].tolist()), weights, constants)

    def _held(self, endings: tuple[str, ...]) -> dict[str, Any]:
        """What the file holds under names with some endings."""
        return read_arrays(self._path, lambda name: name.endswith(endings))


def write_adapter(path: Path, layers: Mapping[str, LowRank], kinds: Kinds, weights: str) -> None:
    """Write an adapter, in half precision, for the weights with this SHA-256; OSError where the disk does not take it."""
    import numpy as np

    held: dict[str, Any] = {_WEIGHTS: np.array(weights)}
    for name, added in layers.items():
        held[name + _DOWN], held[name + _UP] = added.down.astype(np.float16), added.up.astype(np.float16)
    if kinds.weights is not None and kinds.constants is not None:
        held[_KINDS] = np.array(kinds.names)
        held[_KINDS_WEIGHTS], held[_KINDS_CONSTANTS] = kinds.weights, kinds.constants
    write_arrays(path, held)
