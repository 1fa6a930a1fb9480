"""What a model has learned to tell of a question besides what answers it: how likely it is of each of some kinds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Kinds:
    """A logistic regression on vectors of questions for each of some kinds."""

    names: tuple[str, ...]
    weights: Matrix | None = None
    """Shape (number of kinds, dimension); None where there is no kind."""
    constants: Matrix | None = None
    """Shape (number of kinds,)."""

    def of(self, vector: Matrix) -> dict[str, float]:
        """Each kind with the probability, 0 to 1, that a question with this vector is of it."""
        import numpy as np

        if self.weights is None or self.constants is None:
            return {}
        chances = (1 + np.tanh((self.weights @ vector + self.constants) / 2)) / 2
        return dict(zip(self.names, chances.tolist(), strict=True))


NO_KINDS = Kinds(())
"""Of a model that has learned none."""
