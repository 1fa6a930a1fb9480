"""A quiz as somebody takes it: where they are, what they answered, and what they missed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.pages.quiz_marking import Response, mark
from assistant.quiz.model import Item, Quiz


class Feedback(StrEnum):
    """When answers are explained."""

    AT_ONCE = "at_once"
    AT_THE_END = "at_the_end"


@dataclass(frozen=True, slots=True)
class Taking:
    """One go at a quiz; every step makes a new value."""

    quiz: Quiz
    feedback: Feedback
    responses: tuple[Response | None, ...]
    """An answer for each item; empty where it was passed, None where it has not been come to."""
    at: int = 0
    """Index of the item being shown; the number of items where the results are."""
    go: int = 1
    """1 for the first go, 2 for the first retry, and so on."""

    @property
    def finished(self) -> bool:
        return self.at >= len(self.quiz.items)

    @property
    def item(self) -> Item:
        """The item being shown.

        Raises:
            IndexError: the results are.
        """
        return self.quiz.items[self.at]

    @property
    def response(self) -> Response | None:
        """What was answered to the item being shown."""
        return self.responses[self.at]

    @property
    def explaining(self) -> bool:
        """True while the item's answer is shown with its explanation."""
        return not self.finished and self.feedback is Feedback.AT_ONCE and self.response is not None

    @property
    def come_to(self) -> int:
        """How many items have been answered or passed."""
        return sum(response is not None for response in self.responses)

    @property
    def right(self) -> tuple[bool, ...]:
        """For each item whether it was answered rightly."""
        pairs = zip(self.quiz.items, self.responses, strict=True)
        return tuple(mark(item, response or ()).right for item, response in pairs)

    @property
    def score(self) -> int:
        return sum(self.right)

    @property
    def missed(self) -> tuple[Item, ...]:
        """The items that were not answered rightly, passed ones among them."""
        return tuple(item for item, right in zip(self.quiz.items, self.right, strict=True) if not right)

    def answer(self, response: Response) -> Taking:
        """Answer the item being shown; an empty answer passes it. What is explained at the end goes on at once."""
        given = (*self.responses[: self.at], response, *self.responses[self.at + 1 :])
        step = 1 if self.feedback is Feedback.AT_THE_END else 0
        return replace(self, responses=given, at=self.at + step)

    def forward(self) -> Taking:
        return replace(self, at=min(self.at + 1, len(self.quiz.items)))

    def back(self) -> Taking:
        return replace(self, at=max(self.at - 1, 0))

    def stop(self) -> Taking:
        """Go to the results; what has not been come to counts as passed."""
        return replace(self, at=len(self.quiz.items))

    def retry(self) -> Taking:
        """Another go, at what was missed."""
        return replace(begin(replace(self.quiz, items=self.missed), self.feedback), go=self.go + 1)


def begin(quiz: Quiz, feedback: Feedback) -> Taking:
    """The first go at a quiz."""
    return Taking(quiz, feedback, (None,) * len(quiz.items))
