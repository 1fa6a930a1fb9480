"""What the assistant hands to those who asked: answers, citations, dates, notices."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from corpus.model import Part, Span

QUOTES = "quotes"
"""The model of answers that were composed without one."""


class Outcome(StrEnum):
    """What became of a question."""

    ANSWERED = "answered"
    CLARIFY = "clarify"
    NOT_IN_GUIDANCE = "not_in_guidance"


class Reason(StrEnum):
    """Why no answer was given."""

    NOT_IN_DOCUMENTS = "not_in_documents"
    OUT_OF_RANGE = "out_of_range"
    AFTER_THE_GUIDANCE = "after_the_guidance"
    CASE_ADVICE = "case_advice"
    OUT_OF_SCOPE = "out_of_scope"
    UNCLEAR = "unclear"


class Notice(StrEnum):
    """What the person should know beside the answer."""

    LIVE_CONCERN = "live_concern"
    PERSONAL_DATA = "personal_data"
    HISTORIC_GUIDANCE = "historic_guidance"
    DOCUMENTS_DIFFER = "documents_differ"


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote and its place."""

    n: int
    """Number of the marker [n] in the answer, from 1."""
    document: str
    recommendation: int | None
    part: Part
    paragraph: int | None
    quote: str
    """Verbatim: equals ``edition[span.start:span.end]``."""
    speaker: str
    locator: str
    """Place in words, for example "Recommendation 14, Timescale"."""
    passage: str
    """Id of the passage that the quote stands in."""
    span: Span
    """Offsets of the quote in the edition."""


@dataclass(frozen=True, slots=True)
class DateShown:
    """A date expression of the answer."""

    wording: str
    """Verbatim from a cited quote."""
    edtf: str | None
    """EDTF interval; None where the wording names no date."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a language model made of the quotes, and what the request for it cost.

    The rewriting of a follow-up is a request of its own, which is not counted here.
    """

    model: str
    """Provider and model: "ollama:llama3.2"."""
    prompt: str
    """Name, number and digest of the prompt."""
    sentences: tuple[str, ...] = ()
    """Those shown, each a block of the answer's text that ends with its markers; empty where none is."""
    left_out: int = 0
    """Sentences that the quotes do not support."""
    failure: str | None = None
    """Why there is no explanation: "timeout", "unsupported" and the like; None where there is one."""
    remark: str | None = None
    """A line for the person on what was left out or went wrong."""
    input_tokens: int | None = None
    """None where the service does not say."""
    output_tokens: int | None = None
    seconds: float = 0.0
    first_seconds: float | None = None
    """Until the first text came; None where none did."""

    @property
    def shown_remark(self) -> str:
        """The remark as it stands in the text; empty where there is none."""
        return f"*{self.remark}*" if self.remark else ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question."""

    question: str
    """As asked, personal data masked."""
    outcome: Outcome
    text: str
    """Markdown for the person, with [n] markers."""
    citations: tuple[Citation, ...] = ()
    recommendations: tuple[int, ...] = ()
    """Those that the answer is about, ascending."""
    dates: tuple[DateShown, ...] = ()
    notices: tuple[Notice, ...] = ()
    reason: Reason | None = None
    understood: str | None = None
    """The question as completed from the conversation, where it was; None otherwise."""
    suggestions: tuple[str, ...] = ()
    """Questions that may be asked next, or the readings offered by a clarification."""
    model: str = QUOTES
    seconds: float = 0.0
    from_records: bool = False
    """True for a set or a comparison read off the records: nothing in it is left to explain."""
    explanation: Explanation | None = None
    """What a language model made of it; None where none was asked."""
    error: str | None = field(default=None)
    """Why the question could not be read; None otherwise."""

    def as_dict(self, identity: str | None = None) -> dict[str, Any]:
        """The answer as the JSON object of the contract."""
        made: dict[str, Any] = {} if identity is None else {"id": identity}
        made |= {
            "question": self.question,
            "outcome": self.outcome.value,
            "answer": self.text,
            "citations": [_citation_dict(c) for c in self.citations],
            "recommendations": list(self.recommendations),
            "dates": [asdict(d) for d in self.dates],
            "notices": [n.value for n in self.notices],
            "reason": self.reason.value if self.reason else None,
            "understood": self.understood,
            "suggestions": list(self.suggestions),
            "model": self.model,
            "seconds": round(self.seconds, 4),
        }
        if self.explanation:
            made["explanation"] = asdict(self.explanation)
        return made | ({"error": self.error} if self.error else {})


def _citation_dict(citation: Citation) -> dict[str, Any]:
    made = asdict(citation)
    made["part"] = citation.part.value
    made["span"] = [citation.span.start, citation.span.end]
    return made
