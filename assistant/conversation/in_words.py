"""A follow-up about something that was only described: what was described stands in place of the pronoun.

"Who chaired the zoo board?" - "was a vet on it?" is read as "was a vet on the zoo board?", and answered from wherever
that is said; a recommendation that the first answer happened to stand under says less of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.conversation.signs import (
    BACK_TO,
    CORRECTS,
    KNOWN,
    OPENER,
    SOMEBODY,
    has_verb,
    of_somebody,
    points_back,
    things,
)
from assistant.conversation.subject import names_something, said_best, spoken_of
from assistant.conversation.told import About
from assistant.language.phrases import Phrases
from assistant.language.spelling import Speller
from assistant.language.tagging import is_adjective, is_noun, tagged
from assistant.library.library import Library
from assistant.question.facets import Want
from assistant.question.question import Question, read
from corpus.patterns import lazy_regex

#: What is asked of the records of a recommendation, and not of what some passage says.
_OF_RECORDS = {Want.WHEN, Want.STATUS, Want.ARGUMENT, Want.RESPONSE, Want.RECOMMENDATION, Want.THEME}
_OF_RECORDS |= {Want.EARLIEST, Want.LATEST, Want.UNDATED, Want.ORDER}
_OWNED = Phrases("its|their|his|her", after=r"(?=\s+\w)")
_PRONOUN = Phrases("it|they|them|those|these|she|he|him|her")
#: The same where ``points_back`` says that it is no article and joins no clauses.
_THAT = Phrases(rf"(?:this|that)(?: (?:{'|'.join(sorted(KNOWN))}))?")
_THERE = Phrases(
    "there",
    before=r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bif )",
    after=r"(?!\s+(?:is|are|was|were|be|been|any\w*|some\w*|'s)\b)",
)
_AFTER_ON = lazy_regex(r"\b(?:on|in|from|at) $", re.IGNORECASE)
#: Whether there is one among many, without a verb ("anyone from the zoo on it?").
_ANY = Phrases(
    r"any(?:one|body|thing)?|some(?:one|body|thing)|no(?: one|body|thing)|who else",
    before=r"^\W*(?:(?:and|so|but|ok|was|is|there)\W+)*",
)
#: "Its initials and what they stand for": the pronoun means what the same clause names.
_OF_ITS_OWN = lazy_regex(r"\w+s,? and (?:what|who|how|where|why) (?:they|those|these)\b", re.IGNORECASE)
#: What the question before asks for, which is no part of what it asks about.
_ASKED_FOR = Phrases("which|what|how many|how much|whose")


def in_words(
    alone: Question, states: Sequence[Question], library: Library, speller: Speller, about: About
) -> Question | None:
    """The follow-up with what was described in it; None where it names something, or a recommendation says as much of it."""
    if not states or not _leans(alone) or of_somebody(alone, states[-1]):
        return None
    phrase = described(states)
    if phrase is None or phrase.lower() in alone.text.lower():
        return None
    if SOMEBODY.search(alone.text) and not phrase.istitle():
        return None
    made = read(_with(alone.text, phrase), library, speller)
    if not {t for t in alone.terms if t.text not in KNOWN} < set(made.terms) or made.recommendations:
        return None
    numbers = spoken_of(states[-1], about)
    if numbers and (not _says_known(alone, library) or said_best(made, numbers, library) is not None):
        return None
    return replace(made, wants=alone.wants)


def _says_known(question: Question, library: Library) -> bool:
    """Whether some passage says any term of a question; else nothing but what was spoken of can be meant."""
    known = library.document_frequency
    return any(all(s in known for s in wording) for t in question.terms for wording in t.alternatives)


def _leans(question: Question) -> bool:
    """Whether a question says something of a thing that it leaves to the question before, and asks no record for it."""
    text = question.text
    if names_something(question) or not question.terms or question.wants & _OF_RECORDS:
        return False
    if not (has_verb(text) or _ANY.search(text)) or CORRECTS.search(text) or BACK_TO.search(text):
        return False
    if _OF_ITS_OWN.search(text):
        return False
    leans = points_back(text) or _OWNED.search(text) or _PRONOUN.search(text) or _THERE.search(text)
    return bool(leans or OPENER.match(text))


def described(states: Sequence[Question]) -> str | None:
    """The last thing that the conversation described in words; None where it named a recommendation since."""
    for state in reversed(states):
        said = set(re.findall(r"[\w'-]+", state.text.lower()))
        own = [t for t in things(state) if said.issuperset(t.text.split())]
        if state.recommendations and (own or not points_back(state.text)):
            return None
        if own and not state.recommendations:
            return _phrase(state.focus, {w for t in own for w in t.text.split()})
    return None


def _phrase(text: str, own: set[str]) -> str | None:
    """The noun phrase of a text that holds most of some words, the last of like ones; what it asks for only where there is no other."""
    phrases = [p for p in _noun_phrases(text, own) if own & set(p.lower().split())]
    rest = [p for p in phrases if not _ASKED_FOR.search(text[: text.find(p)][-9:])]
    return max(reversed(rest or phrases), key=lambda p: len(own & set(p.lower().split())), default=None)


#: What begins a noun phrase, and what may stand inside one and does not begin it.
_BEGINS = ("DT", "PRP$")
_INSIDE = ("VBG", "VBN", "POS", "CD")


def _noun_phrases(text: str, own: set[str]) -> list[str]:
    """The noun phrases of a text, each up to its last noun; "and" is inside one between two words of its own."""
    found: list[list[tuple[str, str]]] = [[]]
    words = tagged(text)
    for i, (word, tag) in enumerate(words):
        around = {w.lower() for w, _ in (*words[max(i - 1, 0) : i], *words[i + 1 : i + 2])}
        inside = tag in _INSIDE or (tag == "CC" and len(around & own) == 2)
        heads = is_noun(tag) or is_adjective(tag)
        if not (heads or inside):
            found.append([])
        if heads or tag in _BEGINS or (inside and found[-1]):
            found[-1].append((word, tag))
    ends = [max((i for i, (_, t) in enumerate(some) if is_noun(t)), default=-1) for some in found]
    return [" ".join(w for w, _ in some[: end + 1]) for some, end in zip(found, ends, strict=True)]


def _with(text: str, phrase: str) -> str:
    """A text with a phrase in place of its pronoun, or behind it where it has none."""
    ways = [(_OWNED, f"{phrase}'s"), (_THERE, f"in {phrase}"), (_PRONOUN, phrase)]
    for pattern, put in (*ways, (_THAT, phrase)) if points_back(text) else ways:
        if match := pattern.search(text):
            put = phrase if pattern is _THERE and _AFTER_ON.search(text[: match.start()]) else put
            return f"{text[: match.start()]}{put}{text[match.end() :]}"
    return f"{re.sub(r'[ ?.!]+$', '', text)} of {phrase}?"
