"""Numbers alone that name what the conversation is about ("what about 6?", "same question for seven")."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.conversation.signs import CORRECTS, OPENER, SLIP
from assistant.language.numbers import SEVERAL_IN_WORDS, value
from assistant.language.spelling import Speller
from assistant.language.tagging import is_adjective, is_noun, tagged
from assistant.library.library import Library
from assistant.question.question import Question, read
from corpus.patterns import lazy_regex

_IN_WORDS = lazy_regex(rf"(?<!the )(?<!all )\b{SEVERAL_IN_WORDS}\b(?!\W+of\b)", re.IGNORECASE)


def in_figures(question: Question, library: Library, speller: Speller) -> Question:
    """ "No sorry, thirteen not three": a correction in words, read in figures as others are."""
    if question.bare or question.recommendations or not _puts_right(question.text):
        return question
    text = question.text
    figures = _IN_WORDS.sub(lambda m: m[0] if _counts(text[m.end() :]) else str(value(m[0])), text)
    return question if figures == text else replace(read(figures, library, speller), text=text)


def corrected(question: Question) -> Question:
    """ "Typo, 4 not 2": a number put right, without the words that only say so."""
    if not (question.bare or question.recommendations) or not _puts_right(question.text):
        return question
    said = " ".join(piece for piece in _CLAUSE.split(question.text) if not _puts_right(piece)).lower()
    kept = tuple(t for t in question.terms if all(w in said for w in t.text.split()))
    return replace(question, terms=kept)


def _puts_right(text: str) -> bool:
    return bool(CORRECTS.search(text) or SLIP.search(text))


_CLAUSE = lazy_regex(r"[.;:?!]\s+")


def numbered(question: Question, state: Question, library: Library) -> Question:
    """ "what about 6?": a number alone names a recommendation where the conversation is about them."""
    if not question.recommendations and not question.bare:
        question = _spelt(question, library)
    if question.recommendations or not question.bare:
        return question
    opens = OPENER.match(question.text) or _BESIDE.search(question.text)
    if not (opens or _puts_right(question.text) or len(question.terms) <= 1):
        return question
    terms = tuple(t for t in question.terms if not t.text.isdigit())
    if state.paragraphs and not state.recommendations:
        return replace(question, paragraphs=question.bare, terms=terms)
    if state.themes and not state.recommendations:
        return replace(question, themes=question.bare, terms=terms)
    return replace(question, recommendations=question.bare, terms=terms)


#: "Earlier than 12?": a number at the end that something is set beside.
_BESIDE = lazy_regex(r"\b(?:than|as|with|like)(?: for)? (?:number )?\d+\W*$", re.IGNORECASE)
_SPELT = lazy_regex(
    rf"\b(?:about|for|and|or|ok|okay|meant|mean|number|try|then|with)\W+(?P<n>{SEVERAL_IN_WORDS})\b"
    r"(?!\W+(?:of|more|others?)\b)",
    re.IGNORECASE,
)


def _spelt(question: Question, library: Library) -> Question:
    """ "Same question for seven": a number word where a conversation about recommendations goes on."""
    match = _SPELT.search(question.text)
    number = value(match["n"]) if match and not _counts(question.text[match.end() :]) else None
    if number is None or number not in library.corpus.recommendations:
        return question
    kept = tuple(t for t in question.terms if value(t.text) != number)
    return replace(question, bare=(number,), terms=kept)


def _counts(following: str) -> bool:
    """Whether a number before some words counts them: a plural noun ends the noun phrase that they begin with."""
    for _, tag in tagged(following):
        if tag == "NNS":
            return True
        if not (is_noun(tag) or is_adjective(tag)):
            return False
    return False
