"""What a model is given: the quotes of an answer as numbered passages, and the question, as data."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.model import Citation

#: Characters of all passages together: fits a context of 4,096 tokens beside the rest of the prompt.
MOST = 8000


def numbered(citations: Sequence[Citation]) -> str:
    """Passages with number, speaker and place; those that would make the prompt too long are left out."""
    made: list[str] = []
    for citation in citations:
        words = " ".join(citation.quote.replace("*", "").split())
        block = (
            f'<passage number="{citation.n}">\n{as_data(citation.speaker)} ({as_data(citation.locator)}): '
            f"{as_data(words)} [{citation.n}]\n</passage>"
        )
        if made and sum(map(len, made)) + len(block) > MOST:
            break
        made.append(block)
    return "\n".join(made)


def questions(earlier: Sequence[str]) -> str:
    """Earlier questions, one a line."""
    return "\n".join(f"<question>{as_data(q)}</question>" for q in earlier)


def as_data(text: str) -> str:
    """A text that cannot close the mark that says it is data."""
    return text.replace("<", "&lt;").replace(">", "&gt;")
