"""The turn of questions towards sentences is learned from questions whose sentences are known; this needs PyTorch.

For each question all sentences compete, as passages do for the adapter (see ``index.teaching``), and against them stands
one more that wins where none answers. A question that asks the time of a deed which the documents tell without a date
goes to that deed's sentence, or to any without a date: so it comes to lie nearer to these than to its dated neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.low_rank import LowRank
from index.turn import Turn

if TYPE_CHECKING:
    import numpy as np
    import torch
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Said:
    """A question and the sentences that tell what it asks for."""

    question: str
    right: tuple[int, ...]
    """Their numbers, one of which is enough; the number after the last stands for none of all."""
    weight: float = 1.0
    """What it counts."""


@dataclass(frozen=True, slots=True)
class TurnCourse:
    """How it is taught."""

    rank: int = 64
    """Rows of the small matrix."""
    rounds: int = 10
    """How often each question is seen."""
    batch: int = 64
    """Questions in one step."""
    rate: float = 2e-3
    """The first learning rate; it falls as a cosine."""
    decay: float = 0.01
    """Of the weights."""
    temperature: float = 0.05
    """What cosines are divided by."""
    none: float = 0.35
    """The cosine, to begin with, under which the nearest sentence is rather no answer."""
    dropout: float = 0.2
    seed: int = 1


def teach_turn(
    vectors: Vectors, said: Sequence[Said], sentences: Vectors, course: TurnCourse = TurnCourse()
) -> Turn:
    """The turn learned from some questions.

    Args:
        vectors: of the questions, of shape (number, dimension), as the adapted model makes them.
        said: the questions, in the same order.
        sentences: vectors of all sentences, of shape (number, dimension), each of length 1.
        course: how it is taught.
    """
    import torch

    torch.manual_seed(course.seed)
    own, all_said = torch.from_numpy(vectors), torch.from_numpy(sentences)
    down = torch.nn.Parameter(torch.randn(course.rank, own.shape[1]) * 0.02)
    up = torch.nn.Parameter(torch.zeros(own.shape[1], course.rank))
    none = torch.nn.Parameter(torch.tensor(course.none))
    weights = torch.tensor([s.weight for s in said])
    steps = course.rounds * -(-len(said) // course.batch)
    optimiser = torch.optim.AdamW([down, up, none], lr=course.rate, weight_decay=course.decay)
    pace = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, steps)
    for _ in range(course.rounds):
        order = torch.randperm(len(said))
        for batch in (order[at : at + course.batch] for at in range(0, len(said), course.batch)):
            given = torch.nn.functional.dropout(own[batch], course.dropout)
            turned = torch.nn.functional.normalize(own[batch] + given @ down.T @ up.T, dim=1)
            cosines = torch.cat([turned @ all_said.T, none.expand(len(batch), 1)], dim=1)
            shares = torch.log_softmax(cosines / course.temperature, dim=1)
            right = _right([said[i] for i in batch.tolist()], cosines.shape[1])
            lost = -torch.logsumexp(shares.masked_fill(~right, -torch.inf), dim=1)
            optimiser.zero_grad()
            (weights[batch] * lost).mean().backward()  # type: ignore[no-untyped-call]
            optimiser.step()
            pace.step()
    return Turn(LowRank(down.detach().numpy(), up.detach().numpy()))


def _right(some: Sequence[Said], columns: int) -> torch.Tensor:
    import torch

    made = torch.zeros(len(some), columns, dtype=torch.bool)
    for row, one in enumerate(some):
        made[row, list(one.right)] = True
    return made
