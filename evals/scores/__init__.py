"""What can be said of one answer in numbers, without a model as judge."""

from evals.scores.score import Reference, score

__all__ = ["Reference", "score"]
