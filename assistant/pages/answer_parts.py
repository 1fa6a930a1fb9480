"""An answer taken apart into what the page shows at different places."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answers.compose import HISTORIC
from assistant.model import Answer
from assistant.notices.signpost import PRIVACY, SIGNPOST


@dataclass(frozen=True, slots=True)
class AnswerParts:
    """The blocks of an answer's text, each Markdown; the quotes stand in the answer's citations."""

    signposts: tuple[str, ...]
    """Where to turn with a live concern."""
    privacy: tuple[str, ...]
    """What was masked."""
    direct: tuple[str, ...]
    """Before the quotes; list items that follow each other are one block."""
    facts: tuple[str, ...]
    """After the quotes."""
    standing: tuple[str, ...]
    """That this is guidance of 2011."""


_PLACES = {SIGNPOST: "signposts", PRIVACY: "privacy", HISTORIC: "standing"}


def take_apart(answer: Answer) -> AnswerParts:
    """The parts of an answer, in the order in which its text holds them."""
    found: dict[str, list[str]] = {"signposts": [], "privacy": [], "direct": [], "facts": [], "standing": []}
    quotes_seen = False
    for block in filter(None, answer.text.split("\n\n")):
        if block.startswith("> "):
            quotes_seen = True
            continue
        place = _PLACES.get(block) or ("facts" if quotes_seen else "direct")
        blocks = found[place]
        if blocks and block.startswith("- ") and blocks[-1].startswith("- "):
            blocks[-1] += "\n" + block
        else:
            blocks.append(block)
    return AnswerParts(**{name: tuple(blocks) for name, blocks in found.items()})
