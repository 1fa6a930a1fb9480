"""What a question takes for granted before it asks: "now that the zoo has closed, who feeds the bears?"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from assistant.language.phrases import Phrases
from assistant.language.tagging import tagged
from corpus.patterns import lazy_regex


@dataclass(frozen=True, slots=True)
class Premise:
    """A question with a clause, or a sentence before it, that takes something for granted."""

    clause: str
    """What is taken for granted."""
    asks: str
    """What is asked, without it."""


_ASKING = (
    r"(?:and |then |so )?(?:(?:in|by|to|from|under|on|at|for|with) )?(?:who|whom|whose|what|when|where|which|why|how"
    r"|is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|must)\b"
)
_OPENED = Phrases(
    rf"(?P<clause>[^?]{{12,}}?),\s*(?P<asks>{_ASKING}.*)",
    before=r"^\W*(?:(?:and|so|but|ok|well)\W+)?(?P<by>now that|now|since|as|because|given(?: that)?"
    r"|seeing (?:that|as)|considering(?: that)?|once|with) ",
    whole_words=False,
)
_STOP = lazy_regex(r"(?:(?<=[.!])|\.\.\.|…)\s+")


@lru_cache(maxsize=64)
def premise(text: str) -> Premise | None:
    """What the asking sentences of a message take for granted; None where they only ask."""
    if opened := _OPENED.match(text):
        made = Premise(opened["clause"], opened["asks"])
        return made if _states(made.clause, opened["by"].lower() == "with") else None
    *told, asked = _STOP.split(text)
    if told and "?" in asked and not any("?" in t for t in told) and _states(" ".join(told), False):
        return Premise(" ".join(told), asked)
    return None


def _states(clause: str, of_a_state: bool) -> bool:
    """Whether a clause says that something is so; after "with" a participle, or what is not so, says it."""
    tags = [tag for _, tag in tagged(clause)]
    if of_a_state:
        return any(tag in ("VBG", "VBN") for tag in tags) or bool(_NOT_SO.search(clause))
    return any(tag in ("VBD", "VBZ", "VBP", "MD", "VBN") for tag in tags)


_NOT_SO = Phrases("not|no longer|never|due")


def asked_part(text: str) -> str:
    """The asking sentences of a message without what they take for granted, where that leaves something to ask about."""
    granted = premise(text)
    if granted is None or len(granted.asks.split()) < ENOUGH or _SAYS.search(granted.asks):
        return text
    return granted.asks


#: Words of a question that stands by itself.
ENOUGH = 6
#: The words of somebody are asked for whom only what is taken for granted names.
_SAYS = Phrases("(?:did|does|do) (?:he|she|they) (?:say|tell|think|argue|write|make of|call for|ask|reply)")
