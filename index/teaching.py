"""An adapter is learned from questions whose answers are known; only this needs PyTorch's gradients.

The model's weights and the passages' vectors stay as they are: for each question all passages compete, and the
matrices of the adapter move so that a right one wins (softmax over cosines). Against them stands one more that is as
near to every question; it is to win where no passage answers. So the cosine of the nearest passage comes to tell how
likely there is an answer at all. Beside that the kinds of questions are learned, each by a logistic regression on the
same vectors, which move for both. Texts of other fields hold the adapter back: their vectors are to stay where the
model puts them, so that it does not forget what it knew of words that no example uses.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.kinds import NO_KINDS, Kinds
from index.low_rank import LowRank
from index.reference import Reference, linear_layers

if TYPE_CHECKING:
    import numpy as np
    import torch
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

Heard = Callable[[int, int], None]
"""Called with the number of steps done and of all."""


@dataclass(frozen=True, slots=True)
class Example:
    """A question and what answers it."""

    question: str
    right: tuple[int, ...] | None
    """Numbers of the passages that answer it; empty where none does, None where that is not to be learned."""
    kinds: Mapping[str, bool] = field(default_factory=dict)
    """Whether it is of each kind of which that is known."""


@dataclass(frozen=True, slots=True)
class Course:
    """How it is taught."""

    rank: int = 64
    """Rows of the small matrices."""
    rounds: int = 4
    """How often each question is seen."""
    batch: int = 48
    """Questions in one step."""
    rate: float = 2e-3
    """The highest learning rate; it rises over the first steps and falls as a cosine."""
    temperature: float = 0.05
    """What cosines are divided by."""
    none: float = 0.35
    """The cosine under which the nearest passage is rather no answer."""
    dropout: float = 0.1
    kinds: float = 0.5
    """What a step counts towards telling kinds, beside finding passages."""
    kept: float = 0.5
    """What it counts that texts of other fields stay where they were."""
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Learned:
    """What came of it."""

    layers: dict[str, LowRank]
    """What is added to the layers of the model, by their names."""
    kinds: Kinds


WARMING = 30
"""Steps over which the learning rate rises."""
SHARPER = 20.0
"""By what vectors are multiplied for the kinds: of length 1 they would need weights that take long to grow."""
_KEPT = 1 / 8
"""Texts of other fields in a step, as a share of its questions."""
FEWEST = 1 / 8
"""Share of a batch that a kind is reckoned to be known of at least: one of which little is known does not rule a step."""
ALIKE = 16
"""Batches that are made together, of questions about as long as each other: what is padded is computed for nothing."""


def teach(
    folder: Path,
    examples: Sequence[Example],
    passages: Vectors,
    others: Sequence[str] = (),
    course: Course = Course(),
    heard: Heard = lambda done, whole: None,
) -> Learned:
    """What is to be added to the model in a folder.

    Args:
        folder: holds the weights, tokenizer and configuration.
        examples: what is learned from.
        passages: vectors of all passages, of shape (number, dimension), each of length 1.
        others: texts of other fields.
        course: how it is taught.
        heard: hears how far it is.
    """
    import torch

    torch.manual_seed(course.seed)
    reference = Reference(folder)
    kept = _Kept(reference, others, course)
    added = _add_matrices(reference.model, course)
    names = tuple(sorted({name for e in examples for name in e.kinds}))
    tells = torch.nn.Linear(passages.shape[1], len(names))
    moved = [*(matrix for one in added.values() for matrix in (one.down, one.up)), *tells.parameters()]
    optimiser = torch.optim.AdamW(moved, lr=course.rate)
    right = torch.from_numpy(passages)
    reference.model.train()
    batches = list(_batches(examples, course))
    for step, batch in enumerate(batches, start=1):
        for group in optimiser.param_groups:
            group["lr"] = course.rate * _pace(step, len(batches))
        vectors = _vectors(reference.model, [e.question for e in batch])
        loss = _loss(vectors @ right.T, batch, course)
        if names:
            loss = loss + course.kinds * _loss_of_kinds(tells(vectors * SHARPER), batch, names)
        loss = loss + kept.loss(reference.model)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(moved, 1.0)
        optimiser.step()
        heard(step, len(batches))
    layers = {
        name: LowRank(one.down.detach().numpy(), one.up.detach().numpy()) for name, one in added.items()
    }
    return Learned(layers, _kinds(names, tells))


class _Kept:
    """Texts whose vectors are to stay where they were before anything was added to the model."""

    def __init__(self, reference: Reference, texts: Sequence[str], course: Course) -> None:
        self._made = list(zip(texts, reference.embed(list(texts)), strict=True)) if texts else []
        self._number, self._weight = min(len(texts), max(1, round(course.batch * _KEPT))), course.kept
        self._chance = random.Random(course.seed)

    def loss(self, model: Any) -> torch.Tensor | float:
        """How far, in cosines, some of them have moved, weighted; 0 where there are none."""
        import numpy as np
        import torch

        if not self._made:
            return 0.0
        texts, before = zip(*self._chance.sample(self._made, self._number), strict=True)
        cosines = (_vectors(model, list(texts)) * torch.from_numpy(np.array(before))).sum(dim=1)
        return self._weight * (1 - cosines).mean()


def _kinds(names: tuple[str, ...], tells: torch.nn.Linear) -> Kinds:
    if not names:
        return NO_KINDS
    return Kinds(names, (SHARPER * tells.weight).detach().numpy(), tells.bias.detach().numpy())


def _add_matrices(model: Any, course: Course) -> dict[str, Any]:
    """Put a layer with its two small matrices in the place of each linear layer of a model; nothing else is to move."""
    import torch

    class Added(torch.nn.Module):
        def __init__(self, layer: Any) -> None:
            super().__init__()
            self.layer = layer
            self.down = torch.nn.Parameter(torch.randn(course.rank, layer.in_features) * 0.02)
            self.up = torch.nn.Parameter(torch.zeros(layer.out_features, course.rank))
            self.left_out = torch.nn.Dropout(course.dropout)

        def forward(self, given: torch.Tensor) -> torch.Tensor:
            made: torch.Tensor = self.layer(given) + self.left_out(given) @ self.down.T @ self.up.T
            return made

    for parameter in model.parameters():
        parameter.requires_grad = False
    made = {}
    for name, layer in linear_layers(model).items():
        path = next(n for n, m in model.named_modules() if m is layer)
        parent, _, own = path.rpartition(".")
        made[name] = Added(layer)
        setattr(model.get_submodule(parent), own, made[name])
    return made


def _batches(examples: Sequence[Example], course: Course) -> Iterator[list[Example]]:
    order, chance = list(examples), random.Random(course.seed)
    for _ in range(course.rounds):
        chance.shuffle(order)
        batches = []
        for start in range(0, len(order), ALIKE * course.batch):
            some = sorted(order[start : start + ALIKE * course.batch], key=lambda e: len(e.question))
            batches += [some[at : at + course.batch] for at in range(0, len(some), course.batch)]
        chance.shuffle(batches)
        yield from batches


def _pace(step: int, steps: int) -> float:
    return min(1.0, step / WARMING) * (1 + math.cos(math.pi * step / steps)) / 2


def _vectors(model: Any, texts: list[str]) -> torch.Tensor:
    import torch

    made = model(model.tokenizer(texts, padding=True, truncation=True, return_tensors="pt"))
    return torch.nn.functional.normalize(made["sentence_embedding"], dim=1)


def _loss(cosines: torch.Tensor, batch: Sequence[Example], course: Course) -> torch.Tensor:
    """The mean over the questions of minus the logarithm of the share that goes to the right passages."""
    import torch

    none = torch.full((len(batch), 1), course.none)
    shares = torch.log_softmax(torch.cat([cosines, none], dim=1) / course.temperature, dim=1)
    nothing = cosines.shape[1]
    found = [
        torch.logsumexp(shares[row, list(e.right) or [nothing]], 0)
        for row, e in enumerate(batch)
        if e.right is not None
    ]
    return -torch.stack(found).sum() / len(batch) if found else cosines.sum() * 0


def _loss_of_kinds(tells: torch.Tensor, batch: Sequence[Example], names: Sequence[str]) -> torch.Tensor:
    """The sum over the kinds of the mean cross-entropy of what is told and what is so, where that is known."""
    import torch

    so = torch.tensor([[float(e.kinds.get(name, False)) for name in names] for e in batch])
    known = torch.tensor([[float(name in e.kinds) for name in names] for e in batch])
    each = torch.nn.functional.binary_cross_entropy_with_logits(tells, so, reduction="none")
    return ((each * known).sum(dim=0) / known.sum(dim=0).clamp(min=len(batch) * FEWEST)).sum()
