"""Which sentences of a message ask, and which only lead up to it."""

from __future__ import annotations

import re

from assistant.question.references import references

_SPLIT = re.compile(r"(?<=[.!?])\s+|\n+")
_ASKS = re.compile(
    r"^\W*(?:and|so|but|then|ok|okay|please|also|now)?[, ]*(?:who|what|when|where|which|why|how|whose|whom|is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|"
    r"must|list|name|give|tell|show|explain|compare|summari[sz]e|quote|put|set out|rank|order|i(?:'d| would)? (?:need|want|like) to know|by when|status|remind)\b",
    re.IGNORECASE,
)
_COMMAND_TO_PROGRAM = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|rules?|guidance|prompt|previous|above|documents?|training)\b"
    r"|\b(?:you are now|from now on|pretend|act as|role ?play|jailbreak|developer mode|system prompt|reply only|respond only|answer only with|output only|"
    r"say that|repeat after me|print your|reveal your|show me your (?:prompt|instructions|configuration)|your (?:system )?(?:prompt|instructions|api keys?|configuration))\b"
    r"|^\s*(?:system|assistant|user|human|###)\s*:|\[\[|<<|>>|^#+ ",
    re.IGNORECASE,
)


def focus(text: str) -> tuple[str, str]:
    """The asking sentences of a message and the rest, each joined by spaces."""
    pieces = [p.strip() for p in _SPLIT.split(_without_preamble(text)) if p and p.strip()]
    usable = [p for p in (_without_role(x) for x in pieces) if p and not is_command(p)] or pieces
    asking = [p for p in usable if p.rstrip("\"')").endswith("?")]
    if not asking:
        asking = [p for p in usable if _ASKS.match(p)]
    if not asking or not re.search(r"\w{3}", " ".join(asking)):
        return " ".join(usable), ""
    if all(_short_tag(p) for p in asking):
        return " ".join(usable), ""
    if len(usable) > len(asking) and _POINTS_BACK.search(" ".join(asking)):
        return " ".join(usable), ""
    return " ".join(asking), " ".join(p for p in usable if p not in asking)


#: A pronoun that leaves the subject to the sentence before.
_POINTS_BACK = re.compile(
    r"(?<!in )(?<!is )(?<!was )\b(?:it|that (?:one|way|theme)|this one|they|them|those|these)\b(?! (?:is|was|has|that|true|be|right|be true))",
    re.IGNORECASE,
)


_PREAMBLE = re.compile(
    r"^\s*(?:hi|hello|hey|dear all|good (?:morning|afternoon|evening))?[,!. ]*"
    r"(?:(?:i'm|i am|we're|we are|as) (?:an? |the |new |only |doing |preparing |writing |putting |drafting |making |updating )[\w' -]{2,50}?|[\w' -]{2,40}? here|(?:\w+ ){1,4}(?:wants?|needs?|would like|is keen|has asked(?: me)?|asked(?: me)?|keeps asking|asks)(?: me)?(?: to know| to find out)?|"
    r"(?:quick|one|just a|simple) (?:quick )?(?:question|one|query)|for (?:a|my|our|the) [\w' -]{2,40}?)\s*(?:[:,]|\s-|-\s)\s*(?=\S)",
    re.IGNORECASE,
)


def _without_preamble(text: str) -> str:
    """Without an opening that only says who asks ("our HR lead wants to know: …")."""
    rest = _PREAMBLE.sub("", text, count=1)
    return rest if len(rest.split()) >= 3 else text


def is_command(text: str) -> bool:
    """Whether a sentence gives orders to the program rather than asks about the guidance."""
    return bool(_COMMAND_TO_PROGRAM.search(text))


def _without_role(text: str) -> str:
    return re.sub(r"^\s*(?:user|human|question|q)\s*:\s*", "", text, flags=re.IGNORECASE)


def _short_tag(text: str) -> bool:
    """ "Is that right?", "Correct?": a tag that asks about the sentence before it."""
    return (
        len(re.findall(r"\w+", text)) <= 5
        and not references(text)
        and bool(
            re.search(
                r"\b(?:right|correct|true|so|not|it|this|that|wrong|agree|accurate|yes|no|status|accepted|timescale|date|deadline|when|why|what now)\b",
                text,
                re.IGNORECASE,
            )
        )
    )


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a message."""
    return tuple(p.strip() for p in _SPLIT.split(text) if p and p.strip())
