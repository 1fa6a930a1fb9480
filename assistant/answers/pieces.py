"""The pieces into which a question falls where it may ask about several things."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.answers.step import idle_words
from assistant.evidence.asked import Asked
from assistant.language.numbers import SEVERAL
from assistant.language.phrases import Phrases
from assistant.language.tagging import is_adjective, is_noun, tagged
from assistant.language.vocabulary import Term, terms
from assistant.language.words import stems, words
from assistant.question.facets import Want
from assistant.question.times_apart import dates_announced
from corpus.patterns import lazy_regex

_BETWEEN = (
    r"[,;:.?!()]+(?=\s|$)|\s[-–—&+/]+\s"
    r"|\b(?:and|or|plus|versus|vs\.?|v|than|(?:before|after)(?! \w+ing\b)|ahead of|by the time|at the same time as|(?:the )?same (?:\w+ )?as"
)
#: What may stand between two things.
_JOINTS = lazy_regex(rf"{_BETWEEN})\b", re.IGNORECASE)
#: What may stand between two things that are compared.
_JOINTS_OF_TWO = lazy_regex(
    rf"{_BETWEEN}|compared (?:with|to)|as opposed to|with|against|beside|alongside|next to|from|as|to|like)\b",
    re.IGNORECASE,
)
#: A clause that only asks of the things named beside it.
_REFERS = Phrases(
    "they|them|it|both|either|neither|each(?= (?:one|of)|\\W*$)|(?:of )?(?:the|these|those) (?:two|three)",
    rf"{SEVERAL} (?:of )?(?:(?:the|her|his|their|these|those|munro's) )?(?:recommendations|recs|proposals|points|things|items)",
)
#: Several are said to be asked of.
_SEVERAL = Phrases(
    "both|either|neither|respectively|shar(?:e|es|ed|ing)|(?:which|out|any)(?: \\w+)?? of (?:these|those|them|the (?:two|three|four|following))",
    rf"(?:{SEVERAL}) (?:\\w+ )?(?:things|items|dates|deadlines|matters|points|topics|subjects|areas)",
    "(?:a )?(?:line|word|sentence) (?:on )?each",
    "(?:sort|rank|order|arrange|line up|put) (?:them|these|those|the following)",
)
#: "… (a) one and (b) another".
_LETTERED = lazy_regex(r"(?<!\w)\(?a\) .*(?<!\w)\(?b\) ", re.IGNORECASE | re.DOTALL)
#: One of the two named at the end is to be chosen ("which has no date: X or Y?").
_ONE_OF_TWO = lazy_regex(
    r"\b(?:which|what|who)\b[^?]*?[:,–-] ?(?!just\b|only\b|not\b)[^:,?]+,? or [^:,?]+\W*$", re.IGNORECASE
)
#: One is set in time beside another.
_IN_TIME = Phrases(
    r"(?:before|after)(?! \w+ing\b)|ahead of|by the time|(?:at the )?same (?:time|date|deadline|day|month) as|than"
)
_WHAT_ORDER = Phrases("(?:what|which) order")
_EACH = lazy_regex(r"\beach\b(?P<after>.*)", re.IGNORECASE | re.DOTALL)
#: "Each one" is each.
_ALONE = lazy_regex(r"^ one\b", re.IGNORECASE)
_ASKING = Phrases("who|what|which|how|why|when|wh?en")
#: A sentence opens as one that can be answered with yes or no.
_OPENS = lazy_regex(
    r"(?:^|[.?!;])\W*(?:(?:and|but|also|so) )?(?:is|are|was|were|do|does|did|has|have|had|will|would)\b",
    re.IGNORECASE,
)
#: What leads to each of several things alike ("on X, on Y and on Z").
_LEADS = Phrases("on|for|about|to|of|with|from|in|by")
#: What a "one" stands for is named before it ("a principal social worker or a chief one").
_ONE = lazy_regex(r"\b(\w+) one\b", re.IGNORECASE)

#: More pieces than this are no list of things to compare.
MOST = 7


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a question between two joints."""

    start: int
    end: int
    terms: tuple[Term, ...]


def alone(asked: Asked, piece: Piece) -> Asked:
    """The question as if it were about one piece of it."""
    text = asked.question.focus[piece.start : piece.end].strip()
    return replace(asked, question=replace(asked.question, terms=piece.terms, focus=text, background=()))


def joined(a: Piece, b: Piece) -> Piece:
    """Two pieces next to each other as one."""
    return Piece(a.start, b.end, tuple(dict.fromkeys((*a.terms, *b.terms))))


def asks_of_several(asked: Asked) -> bool:
    """Whether the wording of a question says that it asks about more than one thing."""
    question, text = asked.question, asked.question.focus
    if question.has(Want.COMPARE, Want.ORDER, Want.EARLIEST, Want.LATEST) or set_in_time(asked):
        return True
    said = _SEVERAL.search(text) or _LETTERED.search(text) or dates_announced(text) or _of_each(text)
    of_records = question.has(Want.WHEN, Want.UNDATED, Want.STATUS)
    return bool(said or (of_records and _ONE_OF_TWO.search(text)))


def with_things_beside(asked: Asked) -> Asked:
    """The question about the things that a sentence beside it names, where it asks of each of them and names none itself."""
    question = asked.question
    own = question.terms or question.recommendations or question.themes or question.documents
    if own or not question.background or not _of_each(question.focus):
        return asked
    return replace(asked, question=replace(question, terms=question.background, focus=question.text))


def lettered(text: str) -> bool:
    """Whether a text lists what it asks about under letters ("(a) … and (b) …")."""
    return bool(_LETTERED.search(text))


def _of_each(text: str) -> bool:
    """Whether "each" stands for itself ("when was each due?"), not before what it counts ("each council")."""
    match = _EACH.search(text)
    if match is None:
        return False
    after = tagged(f"each {_ALONE.sub('', match['after']).strip()}")[1:2]
    return not any(tag == "CD" or is_noun(tag) or is_adjective(tag) for _, tag in after)


def set_in_time(asked: Asked) -> bool:
    """Whether it is asked how things stand in time to each other ("was X to come before Y?")."""
    text = asked.question.focus
    beside = asked.question.has(Want.YES_NO) and _IN_TIME.search(text)
    return bool(beside or _WHAT_ORDER.search(text))


def asked_apart(asked: Asked, pieces: list[Piece], least: int) -> bool:
    """Whether so many pieces are each asked about anew ("who …, and who …?"), or led to by the same word ("on …, on …")."""
    before = _before(asked, pieces)
    anew = sum(map(asks_anew, before))
    leads = Counter(word for text in before for word in {m[0].lower() for m in _LEADS.finditer(text)})
    return max(anew, *leads.values(), 0) >= least


def asks_anew(text: str) -> bool:
    """Whether a text holds a word that asks, or opens a question that can be answered with yes or no."""
    return bool(_ASKING.search(text) or _OPENS.search(text))


def _before(asked: Asked, pieces: list[Piece]) -> list[str]:
    """What stands before the first term of each piece, from the piece before."""
    text, made, end = asked.question.focus, [], 0
    for piece in pieces:
        own = {s for t in piece.terms for s in t.own}
        inside = (w.start for w in words(text) if piece.start <= w.start < piece.end and w.stem in own)
        made.append(text[end : next(inside, piece.start)])
        end = piece.end
    return made


def pieces_of(asked: Asked) -> list[Piece]:
    """The pieces of a question that name something the documents speak of, those aside that only refer to the others.

    None where nothing joins any.
    """
    text = asked.question.focus
    joints = _JOINTS_OF_TWO if asked.question.has(Want.COMPARE) else _JOINTS
    if not joints.search(text):
        return []
    own = _telling(asked)
    cuts = [m.span() for m in joints.finditer(text) if not _inside(m, own)]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    made: list[Piece] = []
    for start, end in zip(starts, ends, strict=True):
        said = frozenset(w.stem for w in words(text[start:end]))
        some = _filled(asked, made, text[start:end], tuple(t for t in own if said.issuperset(t.own)))
        if some:
            made.append(Piece(start, end, some))
    named = [p for p in made if not _REFERS.search(text[p.start : p.end])]
    return named if len(named) > 1 else made


def _telling(asked: Asked) -> list[Term]:
    """The terms that the documents know and that say which thing is meant."""
    text, known = asked.question.focus, asked.library.document_frequency
    idle = idle_words(text).union(*(stems(m[0]) for m in _SEVERAL.finditer(text)))
    return [
        t
        for t in asked.question.terms
        if any(all(s in known for s in w) for w in (*t.alternatives, *t.near)) and not idle.issuperset(t.own)
    ]


def _filled(asked: Asked, before: list[Piece], text: str, some: tuple[Term, ...]) -> tuple[Term, ...]:
    """The terms of a piece with what "one" stands for there: "a chief one" after "a principal social worker"."""
    one = _ONE.search(text)
    if one is None:
        return some
    named = (t.text.split()[1:] for p in reversed(before) for t in reversed(p.terms) if " " in t.text)
    head = next(named, None)
    if head is None:
        return some
    return tuple(
        made
        for t in some
        for made in (
            terms(tuple(words(" ".join((t.text, *head)))), asked.library.vocabulary)
            if t.text == one[1].lower()
            else (t,)
        )
    )


def _inside(joint: re.Match[str], some: list[Term]) -> bool:
    """Whether a joint stands inside a term ("child and family social worker")."""
    if not any(len(t.own) > 1 for t in some):
        return False
    before, after = words(joint.string[: joint.start()]), words(joint.string[joint.end() :])
    if not before or not after:
        return False
    return any((before[-1].stem, after[0].stem) in pairwise(t.own) for t in some)
