"""The askings of a message: the stretches of it that each open a question of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.language.tagging import tagged
from assistant.question.focus import sentences
from corpus.patterns import lazy_regex

_WORD = r"(?:who|whom|whose|what|which|when|where|why|how)(?:'s|'re|'d|'ll)?"
_AUXILIARY = "(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|isn't|wasn't|didn't)"
_SUBJECT = (
    r"(?:the|a|an|any|all|there|they|we|it|he|she|you|i|rec\w*|r ?\d+|numbers?|nos?|ministers?|government|professor"
    r"|(?-i:[A-Z])[\w']*|\w+ (?:accepted|agreed|due))\b"
)
_TOLD = (
    r"(?:(?:please |can you |could you |also )*(?:tell|give|show|remind|let) (?:me|us)|(?:please )?(?:explain|describe|quote|outline|confirm) |i(?:'d| would)?(?: also)? (?:need|want|like)"
    r"|(?:the )?(?:\w+ )?(?:status|verdict|deadline|timescale|timetable|timing|dates?) (?:of|for|on)|whether)\b"
)
_OPENING = rf"(?:(?:(?:by|from|until|till|since|in|on|at|to|for|under|with|of) )?{_WORD}\b|{_AUXILIARY} {_SUBJECT}|{_TOLD})"
_PLACE = r"(?:in|for|on|under|about|regarding|as for|with|according to) [^,?;.]{3,60}, "
#: What tells of a turn to something else.
_ASIDE = (
    r"(?:separately|also|second(?:ly)?|first(?:ly)?|third(?:ly)?|then|next|finally|lastly|in addition|unrelated(?:ly)?"
    r"|besides|(?:(?:on|as) )?(?:an?other|an? (?:different|separate|second|unrelated)|different|separate)"
    r" (?:subject|matter|topic|thing|note|point|question|one))"
)
#: What joins one question to the next inside a sentence.
_JOINT = lazy_regex(
    rf"(?:(?:\s*[,;:–—-]+)?\s+(?:and|but|plus|also|then|while)\b(?:,?\s+{_ASIDE}\b)*\s*[,:–—-]?\s+"
    rf"|\s*;\s*(?:{_ASIDE}\b\s*[,:–—-]?\s+)?|\s*[,–—-]\s+{_ASIDE}\b\s*[,:–—-]?\s+)(?=(?:{_PLACE})?{_OPENING})",
    re.IGNORECASE,
)
#: What counts the questions, or turns to the next, before a question.
_LEAD = lazy_regex(
    rf"^\W*(?:(?:and|but|so|ok|okay|plus|{_ASIDE})\b\W*)+(?=\w)|^\W*(?:[a-c]|i{{1,3}}|q?\d)[).:]\W*",
    re.IGNORECASE,
)
_OPENS = lazy_regex(_OPENING, re.IGNORECASE)
#: "So does the letter."
_INVERTED = lazy_regex(rf"{_AUXILIARY}\b", re.IGNORECASE)
#: What a question is about, or where it looks, before it opens.
_FRAMED = lazy_regex(rf"^(?P<frame>[^?]{{4,90}}?)\s*[,:–—-]\s+(?={_OPENING})", re.IGNORECASE)
#: "… and who end up": a clause about those just named.
_RELATIVE = ("VB", "VBP", "NN")
_BE_OR_HAVE = frozenset("are were is was have has had do does did will would can could should".split())


@dataclass(frozen=True, slots=True)
class Asking:
    """One asking of a message."""

    text: str
    frame: str = ""
    """What the sentence sets before its questions ("On school meals: …"); it holds for all of them."""

    @property
    def framed(self) -> str:
        """The asking under its frame."""
        return (
            f"{self.frame}, {self.text}" if self.frame and not self.text.startswith(self.frame) else self.text
        )


def askings(text: str) -> tuple[Asking, ...]:
    """The askings of a message, in order, each as it stands there; empty where there are fewer than two.

    Sentences that ask nothing lie aside.
    """
    made = tuple(asking for sentence in sentences(text) for asking in _in_sentence(sentence))
    return made if len(made) > 1 else ()


def _in_sentence(sentence: str) -> list[Asking]:
    said = _LEAD.sub("", sentence).strip()
    cuts = [m.span() for m in _JOINT.finditer(said) if not _relative(said[m.end() :])]
    starts, ends = [0, *(b for _, b in cuts)], [*(a for a, _ in cuts), len(said)]
    pieces = [_LEAD.sub("", said[a:b]).strip() for a, b in zip(starts, ends, strict=True)]
    framed = None if _OPENS.match(pieces[0]) else _FRAMED.match(pieces[0])
    if not (framed or _OPENS.match(pieces[0]) or (len(pieces) == 1 and said.endswith("?"))):
        del pieces[0]
    told = said.endswith(".")
    asking = (piece for piece in pieces if not (told and _INVERTED.match(piece)))
    return [Asking(piece, framed["frame"] if framed else "") for piece in asking]


def _relative(after: str) -> bool:
    """Whether what follows a joint is a clause about those just named."""
    first = tagged(after)[:2]
    if len(first) < 2 or first[0][0].lower() not in ("who", "which", "that"):
        return False
    return first[1][1] in _RELATIVE and first[1][0].lower() not in _BE_OR_HAVE
