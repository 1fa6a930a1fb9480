"""A small change of a large matrix, as the product of two narrow ones (low-rank adaptation)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class LowRank:
    """What is added to a matrix, of shape (outputs, inputs): ``up @ down``."""

    down: Matrix
    """Shape (rank, inputs)."""
    up: Matrix
    """Shape (outputs, rank)."""
