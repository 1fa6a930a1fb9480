"""The own sentences of an answer, outside its quotes, each with the citations that must carry it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answers.compose import HISTORIC
from assistant.answers.places import STATUS_NAMES
from assistant.gate.naming import numbers
from assistant.model import Answer
from assistant.notices.signpost import PRIVACY, SIGNPOST
from corpus.patterns import lazy_regex

MARKER = lazy_regex(r"\[(\d+)\]")
_MARKS = lazy_regex(r"\*+|`")
_BLANKS = lazy_regex(r"\s+")
_STANDING = frozenset(b for text in (HISTORIC, PRIVACY, SIGNPOST) for b in text.split("\n\n"))
_QUOTED = lazy_regex(r"“([^”]*)”|\"([^\"]*)\"")
_MARKERS = r"(?:\s*\[\d+\])*"
_END = lazy_regex(
    rf"(?:[.?!][*_”\"')]*{_MARKERS}|{_MARKERS}[.?!])(?=\s+(?!\[\d)(?:[-*_“\"'(\[]*[A-Z0-9]|<)|\s*$)"
)
_ABBREVIATION = lazy_regex(r"\b(?:e\.g|i\.e|etc|Dr|Mr|Mrs|Ms|Prof|St|Rt|cf|vs|rec|recs)\.$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, or a stretch of one, that the program or a model says in its own words."""

    own: str
    """Its words without Markdown and markers; quoted words are blanked, so that offsets stay."""
    quoted: tuple[str, ...]
    """Words that it puts in quotation marks."""
    markers: tuple[int, ...]
    """Numbers of its own markers."""
    scope: tuple[int, ...]
    """Numbers of the citations that must carry it: its own, else those of its paragraph or of its list."""
    about: tuple[int, ...] = ()
    """Recommendations that its block names."""
    item: bool = False
    """A list item."""


def blocks(text: str) -> list[str]:
    """The blocks of an answer's text, without the notices that every answer may carry."""
    return [b for b in text.split("\n\n") if b.strip() and b not in _STANDING]


def own_blocks(text: str, without: frozenset[str] = frozenset()) -> list[str]:
    """The blocks that are not quotes; ``without`` those that are judged otherwise."""
    return [b for b in blocks(text) if not b.startswith(">") and b not in without]


def explained(answer: Answer) -> frozenset[str]:
    """The blocks that a language model wrote, or that say what became of its reply."""
    told = answer.explanation
    return frozenset((*told.sentences, told.shown_remark)) if told else frozenset()


def said(text: str, without: frozenset[str] = frozenset()) -> tuple[Said, ...]:
    """The own sentences of an answer's text; ``without`` some blocks of it."""
    own = own_blocks(text, without)
    return tuple(s for n, block in enumerate(own) for s in _of_block(block, own[n + 1 :]))


def _of_block(block: str, following: list[str]) -> Iterator[Said]:
    fallback = _numbers(block) or _of_list(following)
    about = numbers(make(block).own)
    for sentence in sentences(block.removeprefix("- ")):
        yield make(sentence, fallback, about, item=block.startswith("- "))


def _of_list(following: list[str]) -> tuple[int, ...]:
    found: list[int] = []
    for block in following:
        if not block.startswith("- "):
            break
        found += _numbers(block)
    return tuple(dict.fromkeys(found))


def make(
    sentence: str, fallback: tuple[int, ...] = (), about: tuple[int, ...] = (), *, item: bool = False
) -> Said:
    """One sentence, as it stands in Markdown; ``fallback`` are the citations where it marks none."""
    markers = tuple(dict.fromkeys(_numbers(sentence)))
    plain = _BLANKS.sub(" ", _MARKS.sub("", MARKER.sub("", sentence))).strip()
    quoted = tuple(w for m in _QUOTED.finditer(plain) if (w := m[1] or m[2] or "") and not is_status(w))
    own = _QUOTED.sub(_left, plain)
    return Said(own, quoted, markers, markers or fallback, about, item)


def is_status(words: str) -> bool:
    """Whether quoted words are the name of a status: "Accept in principle"."""
    return words.strip(" .").capitalize() in STATUS_NAMES.values()


def _left(match: re.Match[str]) -> str:
    """What stays of quoted words: the name of a status, which is a claim like any other."""
    words = match[1] or match[2] or ""
    return f" {words} " if is_status(words) else " " * len(match[0])


def sentences(text: str) -> Iterator[str]:
    """Sentences of running text, each with the markers behind its full stop."""
    start = 0
    for end in sentence_ends(text):
        yield text[start:end].strip()
        start = end
    if text[start:].strip():
        yield text[start:].strip()


def sentence_ends(text: str) -> Iterator[int]:
    """Where the sentences of a text end, markers behind their full stops included."""
    hidden = _QUOTED.sub(lambda m: f"“{'X' * (len(m[0]) - 3)}{m[0][-2]}”" if len(m[0]) > 2 else m[0], text)
    start = 0
    for match in _END.finditer(hidden):
        if match.start() < start or _ABBREVIATION.search(hidden[start : match.end()]):
            continue
        yield match.end()
        start = match.end()


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(dict.fromkeys(int(n) for n in MARKER.findall(text)))
