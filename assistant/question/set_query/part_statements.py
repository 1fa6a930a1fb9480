"""The statements that a set question makes of single parts of recommendations: what each says, of which parts, and whether it denies it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from assistant.language.phrases import Phrases
from assistant.language.tagging import tags
from assistant.language.vocabulary import Term
from assistant.library.library import Library
from assistant.question.negation import denial
from assistant.question.question import Question
from assistant.question.set_query.clauses import clauses
from assistant.question.set_query.glossed import Placed
from assistant.question.set_query.mentions import known, placed_terms, very_words
from assistant.question.set_query.part_names import NamedPart, PartsNamed, Span
from assistant.question.set_query.part_terms import MENTIONING, alternatives, first_group
from assistant.question.statuses import statuses
from corpus.patterns import lazy_regex

#: Where another statement begins, whatever stands before it.
_STRONG = lazy_regex(
    r"(?<=[.?!;:])\s|\s[-–—]\s|\b(?:even though|although|though|but|yet|while|whilst|whereas|however)\b|\bwithout (?=(?:the|its|it|their|being|any)\b)"
    r"|,?\s\b(?:(?:in|under|of|for|to) )?(?=(?:which|whose|what|where|that|who)\b)",
    re.IGNORECASE,
)
#: Where one may begin, if parts are named on both sides.
_WEAK = lazy_regex(r",|&|\b(?:and|plus|as well as|along with)\b", re.IGNORECASE)
#: Another thing is said of the same parts.
_AND_SAYS = lazy_regex(
    r"\band (?=(?:(?:do(?:es)? not|don['’]t|doesn['’]t|never|also) )?(?:mention|nam|refer|bring|talk|speak|cit|quot|discuss|featur|touch)\w*)",
    re.IGNORECASE,
)
#: Denials of what a statement says.
_DENIES = Phrases(
    r"\w+n['’]t|(?:do|does|did|is|are|was|has)nt|not(?! (?:just|only|merely))|no(?! (?:more|fewer|less) than)|never|neither|nor|nothing|nowhere|none|without|un(?:mentioned|named)",
    "silent|silence|quiet|mum|absent|missing|omit(?:s|ted|ting)?|lack(?:s|ing|ed)?|fail(?:s|ed)?|overlook(?:s|ed)?|ignor(?:es|ed|ing)|exclud(?:es?|ing)|free",
    r"(?:leav|miss|keep)(?:es?|ing|s)? (?:[^,.;]{1,60} )?out|left out|skips?|drops?",
)
#: What stands nowhere else.
_ONLY = r"(?:only|solely|exclusively|alone|nowhere (?:but|except|else)|no other (?:part|column|place))"
#: It stands before a part, a few words between at most, or right behind; "looking only at" tells where to look.
_ONLY_BEFORE = lazy_regex(
    rf"\b(?<!looking )(?<!counting )(?<!reading )(?<!taking ){_ONLY}\b(?! (?:at|ones?|recs?|recommendations?|number|\d+)\b)[^,;:()]{{0,40}}$",
    re.IGNORECASE,
)
_ONLY_BEHIND = lazy_regex(rf"\s*,?\s*(?:and )?(?:in )?{_ONLY}\b", re.IGNORECASE)
_NOWHERE_BUT = lazy_regex(
    r"\b(?:nowhere|not anywhere|never anywhere|no other (?:part|column|place)|nothing) (?:but|except|other than|else)\b|\bno other part\b|\bnever mind\b",
    re.IGNORECASE,
)
#: Nothing but that it is otherwise than was said before ("… but whose reply does not").
_DOES_NOT = lazy_regex(
    r"\W*(?:(?:and|but|though|although|yet|while|whereas|where|the|whose) )*\s*(?:is|are|does|do|did|has|have)(?: not|n['’]t)(?: so)?\W*",
    re.IGNORECASE,
)
#: Small words that leave a statement to the one before it.
_BARE = lazy_regex(
    r"(?:\s|[,.;:?!()]|\b(?:and|or|nor|in|from|under|the|of|its|their|her|his|both|also|too|either|as well|just|only|text)\b)*",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Statement:
    """A stretch of a question that says one thing of some parts."""

    start: int
    end: int
    sentence: int
    parts: list[NamedPart]
    terms: tuple[Term, ...] = ()
    words: tuple[str, ...] = ()
    any_of: bool = False
    denied: bool = False
    only: bool = False
    dated: bool = False
    relates: bool = False
    """Whether it says that something is said or had."""

    @property
    def says(self) -> bool:
        return bool(self.terms or self.words)


def statements(question: Question, named: PartsNamed, library: Library) -> list[Statement]:
    """The statements of a question, each with what it says; one that says nothing itself says what the nearest does."""
    text = question.focus
    for start, end in (*named.aside, *_left_out(text, named)):
        text = text[:start] + " " * (end - start) + text[end:]
    made = _cut(text, named.looked_into)
    _read(made, question, text, library)
    _inherit(made, text)
    return made


def _left_out(text: str, named: PartsNamed) -> Iterator[Span]:
    """The pieces that a set leaves out, but for those that are parts ("nowhere except the reply")."""
    for start, end in clauses(text).left_out:
        if not any(start <= p.start < end for p in named.looked_into):
            yield start, end


def _cut(text: str, parts: tuple[NamedPart, ...]) -> list[Statement]:
    """The statements of a text, cut where another begins."""
    inside = [(p.start, p.end) for p in parts]
    follows = {p.end for p in parts}
    cuts = [
        m.start()
        for m in _STRONG.finditer(text)
        if not any(a < m.end() and m.start() < b - 1 for a, b in inside) and m.start() not in follows
    ]
    edges = sorted({0, *cuts, len(text)})
    pieces = [edge for a, b in pairwise(edges) for edge in _weakly(text, a, b, parts)]
    edges = [*pieces, len(text)]
    return [
        Statement(a, b, len(_SENTENCE_END.findall(text, 0, a + 1)), [p for p in parts if a <= p.start < b])
        for a, b in pairwise(edges)
    ]


_SENTENCE_END = lazy_regex(r"[.?!]\s")


def _weakly(text: str, start: int, end: int, parts: tuple[NamedPart, ...]) -> Iterator[int]:
    """Where the statements between two places begin, divided at a comma or "and" that has parts on both sides."""
    yield start
    own = [p for p in parts if start <= p.start < end]
    for before, after in pairwise(own):
        cut = list(_WEAK.finditer(text, before.end, after.start))
        if cut:
            yield cut[-1].start()
    if own and (said := _AND_SAYS.search(text, own[-1].end, end)):
        yield said.start()


def _read(made: list[Statement], question: Question, text: str, library: Library) -> None:
    """Read what each statement says, and how."""
    kinds = tags(text)
    placed = [p for p in placed_terms(question, text, library) if known(p[0], library)]
    for s in made:
        piece = text[s.start : s.end]
        own = [
            p for p in _within(s, placed, piece.lower()) if not any(n.start <= p[1] < n.end for n in s.parts)
        ]
        s.dated = any(s.start <= w.span.start < s.end for w in question.whens)
        if s.dated:
            own = [p for p in own if p[2]]
        s.words = _very_words(s, question, piece)
        s.terms, s.any_of = first_group(own, text, kinds)
        if one_of := alternatives(own, _beside(s, text), kinds, library):
            s.terms, s.any_of = one_of, True
        s.relates = bool(
            _RELATES.search(piece) or any(_IS_IN.search(text, s.start, n.start) for n in s.parts)
        )
        s.only = (s.says or s.relates) and any(_alone(s, n, text) for n in s.parts)
        lead = _DENIED_HEAD.search(text, 0, s.start + 1)
        s.denied = lead is not None or bool(_DENIES.search(_NOWHERE_BUT.sub(" ", _without_verdict(piece))))
    if any(s.relates and s.says for s in made):
        for s in made:
            s.terms, s.words = (s.terms, s.words) if s.relates else ((), ())


def _very_words(s: Statement, question: Question, piece: str) -> tuple[str, ...]:
    """The very words that a statement asks for, but for the name of a part set in quotes ("under 'Timescale'")."""
    parts = {question.focus[n.start : n.end].lower() for n in s.parts}
    return tuple(w for w in very_words(question, piece, s.start) if w.lower() not in parts)


def _alone(s: Statement, part: NamedPart, text: str) -> bool:
    """Whether it is said to stand in a part and nowhere else; not in brackets, which tell where to look."""
    before = text[s.start : part.start]
    bracketed = before.count("(") > before.count(")")
    return not bracketed and bool(_ONLY_BEFORE.search(before) or _ONLY_BEHIND.match(text, part.end))


def _without_verdict(piece: str) -> str:
    """What a statement says beside the answer that recommendations got, and what denies that."""
    for start, end in statuses(piece)[1]:
        denied = denial(piece, start, near=20)
        begins = denied.start() if denied else start
        piece = piece[:begins] + " " * (end - begins) + piece[end:]
    return piece


def _within(s: Statement, placed: list[Placed], piece: str) -> list[Placed]:
    """The terms that a statement says, also where another said them before."""
    found = ((t, t.place_in(piece), is_name) for t, _, is_name in placed)
    return sorted(((t, s.start + at, is_name) for t, at, is_name in found if at >= 0), key=lambda p: p[1])


#: "Is the owl in the reply?"
_IS_IN = lazy_regex(r"\b(?:is|are|was|were)\b.*\b(?:in|within|under|inside)\s*$", re.IGNORECASE)
#: "Not the one that …": the clause that tells which is denied with it.
_DENIED_HEAD = lazy_regex(r"\bnot (?:in )?(?:the|those|any|ones?|all)(?: \w+){0,2}\s*$", re.IGNORECASE)
#: Says that something is said, or had.
_RELATES = Phrases(
    MENTIONING,
    "have|has|had|having|with|without|gives?|given|got|gets?|holds?|carr(?:y|ies)|silent|silence|quiet|(?:leav|keep)\\w* (?:[^,.;]{1,60} )?out|lack\\w*",
    "omit\\w*|absent|missing|nothing|un(?:mentioned|named)|doesn['’]t|does not|don['’]t|do not|didn['’]t|did not",
)


def _beside(s: Statement, text: str) -> str:
    """What a statement says, blank up to it and where it names its parts."""
    for n in s.parts:
        text = text[: n.start] + " " * (n.end - n.start) + text[n.end :]
    return " " * s.start + text[s.start : s.end]


def _inherit(made: list[Statement], text: str) -> None:
    """A statement that only names parts goes on with the one before; one that says nothing says what the nearest does."""
    before: Statement | None = None
    for s in made:
        if before is not None and not s.parts and s.says and _AND_SAYS.match(text, s.start):
            s.parts = before.parts
        if not s.parts:
            continue
        rest = text[s.start : s.end]
        for part in s.parts:
            rest = rest.replace(text[part.start : part.end], " ")
        if before is not None and not s.says and _BARE.fullmatch(rest):
            s.denied, s.only = before.denied, before.only
        elif before is not None and not s.says and _DOES_NOT.fullmatch(rest):
            s.denied = not before.denied
        before = s
    told = [s for s in made if s.says]
    for s in made:
        if s.parts and not (s.says or s.dated) and told:
            nearest = min(
                told,
                key=lambda t: (
                    not t.parts,
                    t.sentence != s.sentence,
                    t.start > s.start,
                    abs(t.start - s.start),
                ),
            )
            s.terms, s.words, s.any_of = nearest.terms, nearest.words, nearest.any_of
