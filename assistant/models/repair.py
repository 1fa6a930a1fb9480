"""A model's sentence made fit to show, where the quotes support it: citations corrected, marks taken off."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.gate import sentence_faults
from assistant.gate.text import make
from assistant.model import Citation
from corpus import Corpus
from corpus.patterns import lazy_regex

#: The ways in which models write a citation: "[1]", "[1, 2]", "[Passage 1]", "(1)", "【1】".
_CITED = lazy_regex(
    r"\s*[\[(【](?:passages?|sources?|quotes?)?\s*(\d{1,2}(?:\s*(?:,|;|&|and)\s*\d{1,2})*)\s*[\])】]",
    re.IGNORECASE,
)
#: How models begin a sentence that they copy from a passage: its label, or words that announce it.
_LABEL = lazy_regex(r"^[^.:()]{0,80}\([^()]*\):\s+(?=\w)")
_PLACE = lazy_regex(
    r"\s*\((?:recommendation \d+,|[\w ]+, (?:paragraph|recommendation))[^()]*\)", re.IGNORECASE
)
_INTRODUCED = lazy_regex(
    r"^(?:the )?(?:passages?|quotes?|sources?|answer)(?: \d+)?(?: (?:says?|states?)(?: that)?)?:\s*|^the passages? (?:says?|states?) that\s+",
    re.IGNORECASE,
)
_MARKS = lazy_regex(r"[*_`#<>|\\~]+|!(?=\[)")


def repaired(sentence: str, citations: Sequence[Citation], corpus: Corpus) -> str | None:
    """The sentence with the citations that the gate finds to support it; None where none does.

    Nothing is taken on trust: a number that the model gave is kept where that quote supports the sentence, and
    else replaced by that of a quote which does.
    """
    own = [int(n) for group in _CITED.findall(sentence) for n in re.findall(r"\d+", group)]
    words = _plain(sentence)
    if not words:
        return None
    carrying = [c.n for c in citations if _passes(words, (c.n,), citations, corpus)]
    chosen = tuple(n for n in dict.fromkeys(own) if n in carrying)[:1] or tuple(carrying[:1])
    known = tuple(dict.fromkeys(n for n in own if any(c.n == n for c in citations)))
    if not chosen and len(known) > 1 and _passes(words, known, citations, corpus):
        chosen = known
    return _marked(words, chosen) if chosen else None


def _plain(sentence: str) -> str:
    text = _MARKS.sub("", _CITED.sub("", sentence))
    text = _LABEL.sub("", _INTRODUCED.sub("", " ".join(text.split())))
    text = _PLACE.sub("", text)
    if text.endswith(":"):
        return ""
    words = text.rstrip(" .")
    words = words[:1].upper() + words[1:]
    return words if words.endswith(("?", "!")) or not words else f"{words}."


def _marked(words: str, numbers: Sequence[int]) -> str:
    return f"{words} {' '.join(f'[{n}]' for n in numbers)}"


def _passes(words: str, numbers: tuple[int, ...], citations: Sequence[Citation], corpus: Corpus) -> bool:
    return not sentence_faults(make(_marked(words, numbers)), tuple(citations), corpus, "", frame=False)
