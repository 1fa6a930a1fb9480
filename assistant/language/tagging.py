"""Parts of speech, by the lexicon and the suffix rules of TextBlob's English tagger.

TextBlob itself is not imported: that takes over a second and 150 MB, most of it for what is never used here.
Its lexicon lies in its package, in the order of its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.language.lookup import SortedLines, mapped, package_file
from corpus.patterns import lazy_regex

_ACRONYM = lazy_regex(r"[A-Z]{2,}s?$")
_QUOTE = lazy_regex(r"[“”‘’'\"]")
_NUMBER = lazy_regex(r"[0-9\-,.:/%$]+$")
_INITIALS = lazy_regex(r"(?:[A-Za-z]\.)+$|[A-Z][b-df-hj-np-tv-z]+\.$")
_ABBREVIATIONS = frozenset(
    "adj. adv. al. cf. comp. conf. def. ed. e.g. esp. etc. ex. f. fig. gen. id. i.e. int. pl. ref. vs.".split()
)
_PUNCTUATION = ",;:!?()[]{}`@#$^&*+-|=~_"
_ENDS = frozenset(("...", ".", "!", "?"))
_CLOSES = _ENDS | {"'", '"', "”", "’", ")"}

#: Endings of words that the lexicon lacks, with what they are; the last that fits decides.
_SUFFIXES = (
    (("ing",), (), "VBG"),
    (("ly",), (), "RB"),
    (("s",), ("is", "ous", "ss"), "NNS"),
    (("able", "al", "ful", "ible", "ient", "ish", "ive", "less", "tic", "ous"), (), "JJ"),
    (("ed",), (), "VBN"),
    (("ate", "ify", "ise", "ize"), (), "VBP"),
)  # fmt: skip


@lru_cache(maxsize=1024)
def tagged(text: str) -> tuple[tuple[str, str], ...]:
    """The words of a text in order, each with its Penn Treebank tag."""
    return tuple(
        (token, _tag(token, first=i == 0))
        for some in _sentences(_tokens(text))
        for i, token in enumerate(some)
    )


@lru_cache(maxsize=1024)
def tags(text: str) -> dict[str, str]:
    """Lower-case word to its tag; the first one where a word stands several times."""
    made: dict[str, str] = {}
    for word, tag in tagged(text):
        made.setdefault(word.lower(), "NN" if _ACRONYM.match(word) else tag)
    return made


def is_noun(tag: str) -> bool:
    """Whether a tag is a noun's, a name's or a foreign word's."""
    return tag.startswith("NN") or tag == "FW"


def is_adjective(tag: str) -> bool:
    """Whether a tag is an adjective's."""
    return tag.startswith("JJ")


@lru_cache(maxsize=1024)
def compounds(text: str) -> tuple[tuple[str, str], ...]:
    """Neighbouring words of noun phrases: a modifier (adjective or noun) and the noun after it, lower case."""
    found = []
    previous: tuple[str, str] | None = None
    for word, tag in tagged(text):
        if word in ("'", "s") or not word[:1].isalnum():
            previous = previous if word in ("'", "s", "-") else None
            continue
        if previous and is_noun(tag) and (is_noun(previous[1]) or is_adjective(previous[1])):
            found.append((previous[0].lower(), word.lower()))
        previous = (word, tag)
    return tuple(found)


@lru_cache(maxsize=1)
def _lexicon() -> SortedLines:
    content = mapped(package_file("textblob", "en", "en-lexicon.txt"))
    comment = content.rfind(b"\n;;;")  # a licence stands before the words
    return SortedLines(content, content.find(b"\n", comment + 1) + 1)


@lru_cache(maxsize=20_000)
def _listed(token: str) -> str | None:
    found = _lexicon().after(f"{token} ".encode())
    return found.decode().strip() if found else None


def _tag(token: str, *, first: bool) -> str:
    if found := _listed(token) or (_listed(token.lower()) if first else None):
        return found
    if token.istitle():
        return "NNP"
    if _NUMBER.match(token):
        return "CD"
    tag = "NN"
    for endings, unless, fits in _SUFFIXES:
        if (token.endswith(endings) and not token.endswith(unless)) or (fits == "JJ" and "-" in token):
            tag = fits
    return tag


def _tokens(text: str) -> Iterator[str]:
    """Words, marks and, where a paragraph ends, a full stop."""
    spaced = _QUOTE.sub(r" \g<0> ", text.replace("n't", " n't"))
    for piece in re.sub(r"\n{2,}", " \n ", spaced.replace("\r\n", "\n")).split(" "):
        yield from ["\n\n"] if piece == "\n" else [t for word in piece.split() for t in _apart(word)]


def _apart(word: str) -> Iterator[str]:
    """A word and the marks before and after it."""
    core = word.lstrip(_PUNCTUATION)
    yield from word[: len(word) - len(core)]
    tail: list[str] = []
    while core and core[-1] in _PUNCTUATION + "." and not _is_short(core):
        mark = "..." if core.endswith("...") else core[-1]
        tail.append(mark)
        core = core.removesuffix(mark)
    yield from [core] if core else []
    yield from reversed(tail)


def _is_short(word: str) -> bool:
    return word in _ABBREVIATIONS or bool(_INITIALS.match(word))


def _sentences(tokens: Iterator[str]) -> Iterator[list[str]]:
    made: list[str] = []
    ended = False
    for token in tokens:
        if ended and token not in _CLOSES:
            yield made
            made, ended = [], False
        ended = ended or token in _ENDS or token == "\n\n"
        if token != "\n\n":
            made.append(token)
    yield made
