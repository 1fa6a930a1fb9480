"""Which terms of a statement are what it says must be said: those that stand together, or on both sides of an "or"."""

from __future__ import annotations

import re

from assistant.language.phrases import Phrases
from assistant.language.tagging import is_noun
from assistant.language.vocabulary import Term
from assistant.language.words import words
from assistant.library.library import Library
from assistant.question.set_query.either import either
from assistant.question.set_query.glossed import Placed
from assistant.question.set_query.mentions import passes_over
from corpus.patterns import lazy_regex

MENTIONING = (
    r"(?:mention|nam|rais|refer|speak|talk|tell|say|said|quot|cit|us|discuss|includ|involv|contain|featur|com|turn|crop|pop|appear"
    r"|touch|introduc|bring|cover|concern|address|spell|invok|allud|argu|complain|writ|put|draw|point|call|wait|depend|show)"
    r"(?:[a-z]?ing|e|es|s|ed|[a-z]ed|ten|k?en)?|brought|spoken?|written|wrote"
)
"""Says that something is said, in the words of questions."""
_MENTIONS = Phrases(MENTIONING)


def alternatives(own: list[Placed], text: str, kinds: dict[str, str], library: Library) -> tuple[Term, ...]:
    """The terms on both sides of an "or", any of which is enough; none of two predicates ("suffering or likely to suffer").

    Args:
        own: the terms of a statement.
        text: the question, blank but for that statement.
        kinds: the tag of each word of the question.
        library: tells which words stand side by side in the documents.
    """
    joint = _OR.search(text)
    if joint is None or kinds.get(joint["before"].lower(), "").startswith("VB"):
        return ()
    return either(tuple(p[0] for p in own if not _passed_over(p, kinds)), text, library)


_OR = lazy_regex(r"(?P<before>[\w'’-]+),? or\b", re.IGNORECASE)


def first_group(own: list[Placed], text: str, kinds: dict[str, str]) -> tuple[tuple[Term, ...], bool]:
    """The first terms of a statement that stand together, those with a name before others; and whether any is enough."""
    groups: list[list[Placed]] = []
    between: list[str] = []
    end = -1
    stems = frozenset(stem for t, _, _ in own for stem in t.own)
    for placed in own:
        if _passed_over(placed, kinds):
            continue
        gap = _without(stems, text[end : placed[1]]) if end >= 0 else ""
        if end >= 0 and _TOGETHER.fullmatch(gap):
            groups[-1].append(placed)
            between[-1] += gap if _noun(placed, kinds) else ""
        else:
            groups.append([placed])
            between.append("")
        end = placed[1] + len(placed[0].text)
    if not groups:
        return (), False
    best = next((i for i, g in enumerate(groups) if any(is_name for _, _, is_name in g)), 0)
    joins = set(re.findall(r"\w+|,", between[best].lower()))
    return tuple(dict.fromkeys(t for t, _, _ in groups[best])), "," in joins and "and" not in joins


def _without(stems: frozenset[str], gap: str) -> str:
    """What stands between two terms, without other forms of the terms."""
    for word in words(gap):
        if word.stem in stems:
            gap = gap.replace(gap[word.start : word.end], " " * (word.end - word.start), 1)
    return gap


def _passed_over(placed: Placed, kinds: dict[str, str]) -> bool:
    """Whether a term only says that something is said, or how."""
    term, _, is_name = placed
    first = term.text.split()[0]
    adverb = kinds.get(first, "").startswith("RB")
    return not is_name and (adverb or bool(_MENTIONS.match(first)) or passes_over(term, kinds))


def _noun(placed: Placed, kinds: dict[str, str]) -> bool:
    """Whether a term is a name, or ends with a noun."""
    return placed[2] or is_noun(kinds.get(placed[0].text.split()[-1], "NN"))


#: What stands between terms that are said together.
_TOGETHER = lazy_regex(
    r"(?:['’]s|s|\w{0,4})??[\s\"'“”‘’]*(?:(?:,|and|or|of|for|the|&|\(|\)|on|in|to|who|are|is|likely) ?[\s\"'“”‘’]*)*",
    re.IGNORECASE,
)
