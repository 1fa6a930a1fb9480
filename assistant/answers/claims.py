"""What a question claims or takes for granted of who said, wrote or held something, and what the documents tell of it."""

from __future__ import annotations

from assistant.answers.another_paper import answer_another_paper
from assistant.answers.claimed_posts import answer_claimed_post
from assistant.answers.documents import answer_claimed_paper
from assistant.answers.draft import Draft
from assistant.answers.verbatim import answer_verbatim
from assistant.evidence.asked import Asked


def answer_claim(asked: Asked) -> Draft | None:
    """Whose words, whose post or which paper it really is; None where a question claims none of these."""
    return (
        answer_verbatim(asked)
        or answer_claimed_paper(asked)
        or answer_claimed_post(asked)
        or answer_another_paper(asked)
    )
