"""Addresses within the app: what a link of a page says, and what it leads to."""

from __future__ import annotations

from urllib.parse import parse_qs, urlencode, urlsplit

CHAT, GUIDANCE, TIMELINE, RECOMMENDATIONS = "ask", "guidance", "timeline", "recommendations"
QUIZ, EVALUATION = "quiz", "evaluation"
ASKED = "q"
"""Parameter of the chat page: a question to be asked."""


def passage_address(passage: str) -> str:
    """Where a passage is read in its document."""
    return f"{GUIDANCE}?{urlencode({'passage': passage})}"


def document_address(document: str) -> str:
    """Where a document is read from its beginning."""
    return f"{GUIDANCE}?{urlencode({'document': document})}"


def recommendation_address(number: int) -> str:
    """The page of one recommendation."""
    return f"{RECOMMENDATIONS}?{urlencode({'recommendation': number})}"


def commitment_address(key: str) -> str:
    """One commitment on the timeline; ``key`` as given by ``assistant.pages.commitments``."""
    return f"{TIMELINE}?{urlencode({'commitment': key})}"


def question_address(question: str) -> str:
    """The chat page, asked a question."""
    return f"{CHAT}?{urlencode({ASKED: question})}"


def target(address: str) -> tuple[str, dict[str, str]]:
    """Page and parameters of an address; the last value counts where one is given twice."""
    parts = urlsplit(address)
    return parts.path.strip("/"), {name: values[-1] for name, values in parse_qs(parts.query).items()}
