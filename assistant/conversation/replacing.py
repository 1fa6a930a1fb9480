"""A few words that take the place of others in the question before ("and from the NSPCC?", "and the NHS one?")."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.conversation.dislocated import names_somebody
from assistant.conversation.papers import such_a_document
from assistant.conversation.signs import OPENER, has_verb, things
from assistant.language.phrases import Phrases
from assistant.language.spelling import Speller
from assistant.language.tagging import is_noun, tagged
from assistant.library.library import Library
from assistant.question.addressed import PAPERS
from assistant.question.facets import Want
from assistant.question.question import Question, read
from assistant.question.speakers import spoken_by
from corpus.patterns import lazy_regex

_PREPOSITIONS = "from|for|on|in|to|by|at|with|under"
_FILLER = Phrases("who|what|which|then|please|though|too|as well", before=r"(?:^|\s)", after=r"(?=\W*$|\s)")
_FRAGMENT = lazy_regex(rf"(?P<preposition>{_PREPOSITIONS})\s+(?P<rest>\S.*)$", re.IGNORECASE)
#: Words of a fragment, and of what it takes the place of.
MOST = 6
_ENDS_NAME = ("VB", "MD", "IN", "TO", "W", ".", ",", ":")


def replaced(question: Question, state: Question, library: Library, speller: Speller) -> Question | None:
    """The question before with these words in it; None where they are no fragment, or nothing there is like them."""
    if other := of_another_document(question, state, library):
        return other
    keyed = question.statuses is not None or question.whens or question.recommendations or question.themes
    text = _SAME_PAPER.removed(question.text)
    if keyed or question.wants - {Want.WHO, Want.WHICH} - (
        {Want.COMPARE} if text != question.text else set()
    ):
        return None
    fragment = bare_fragment(text)
    if fragment and (of_person := _of_another_person(fragment, state, library)):
        return read(of_person, library, speller)
    if not fragment or len(fragment.split()) > MOST:
        return None
    match = _FRAGMENT.match(fragment)
    if match or state.has(Want.WHO):
        made = _with_phrase(state.text, *(match.groups() if match else ("from", fragment)))
        if made is not None:
            return read(made, library, speller)
    if match:
        return None
    same = _with_head(state.text, fragment)
    return None if same is None else read(same, library, speller)


_SAME_PAPER = Phrases(f"(?:in|from|within) (?:the|that|this) same (?:letter|{PAPERS})", before=r",?\s*")
_THEMSELF = Phrases("himself|herself|themsel(?:f|ves)|in person")


def _of_another_person(fragment: str, state: Question, library: Library) -> str | None:
    """The question before asked of another person's words ("and the professor herself?"); None where it asks for nobody's."""
    person = _THEMSELF.removed(fragment).strip()
    place = spoken_by(state.focus) if state.documents and names_somebody(person, library) else None
    return f"{state.focus[: place[0]]}{person} {state.focus[place[1] :]}" if place else None


def bare_fragment(text: str) -> str:
    """A follow-up without what opens it and what ends it; empty where it holds a verb."""
    while opening := OPENER.match(text):
        text = text[opening.end() :]
    plain = _FILLER.removed(text.strip(" ,.?!-")).strip(" ,.?!-")
    return "" if has_verb(plain) else plain


def _with_phrase(text: str, preposition: str, rest: str) -> str | None:
    """A text in which the last phrase after a preposition is another one."""
    for match in reversed(list(re.finditer(rf"\b{preposition}\b\s+", text, re.IGNORECASE))):
        named = _name_at(text[match.end() :])
        if named:
            return f"{text[: match.end()]}{rest}{text[match.end() + len(named) :]}"
    return None


def _name_at(text: str) -> str:
    """The noun phrase that a text begins with, as written; empty where there is none."""
    end = 0
    for token, tag in tagged(text):
        at = text.find(token, end)
        if at < 0 or tag.startswith(_ENDS_NAME) or token in "?!;":
            break
        end = at + len(token)
    return text[:end] if 0 < len(text[:end].split()) <= MOST else ""


def _with_head(text: str, fragment: str) -> str | None:
    """A text in which the noun phrase with the same noun at its end is another one ("and the DCS guidance?")."""
    head, tokens = fragment.split()[-1].lower(), tagged(text)
    at = next((i for i in reversed(range(len(tokens))) if tokens[i][0].lower() == head), None)
    if at is None or len(fragment.split()) < 2 or not is_noun(tokens[at][1]):
        return None
    first = at
    while first and tokens[first - 1][1].startswith(_IN_NAME):
        first -= 1
    phrase = r"\s*".join(re.escape(word) for word, _ in tokens[first : at + 1])
    return re.sub(rf"{phrase}(?!\w)", lambda _: fragment, text, count=1) if first < at else None


_IN_NAME = ("NN", "JJ", "DT", "PRP$", "POS", "CD")


#: The document that answers the recommendations, which is no name where nothing else was named before.
_THE_ANSWER = lazy_regex(r"the (?:government(?:'s)? )?(?:response|reply|answer)(?: itself)?", re.IGNORECASE)


def of_another_document(question: Question, state: Question, library: Library) -> Question | None:
    """The question before asked of another document ("and the NHS one?", "and the press notice?"); None where none is named."""
    if (
        question.recommendations
        or question.themes
        or state.recommendations
        or not (state.terms or state.documents)
    ):
        return None
    alike = question.has(Want.COMPARE) and bool(state.documents)
    if not (alike or (bare_fragment(question.text) and not question.wants - {Want.WHO, Want.WHICH})):
        return None
    documents = question.documents
    if alike and not documents and _THE_ANSWER.search(question.text):
        return _beside_the_answer(question, state, library)
    if not documents:
        documents, _ = such_a_document(question.text, state, library)
    if not documents and state.documents and _THE_ANSWER.fullmatch(bare_fragment(question.text)):
        documents = _that_answers(library)
    if len(documents) != 1 or documents == state.documents:
        return None
    told = _OF_A_THING.search(question.focus) and things(question)
    terms, focus = (question.terms, question.focus) if told else (state.terms, state.focus)
    return replace(state, text=question.text, focus=focus, documents=documents, terms=terms)


_OF_A_THING = Phrases("on|about|regarding|concerning")


def _that_answers(library: Library) -> tuple[str, ...]:
    """The documents that hold the recommendations and their answers."""
    return tuple({p.document: None for p in library.corpus.passages if p.recommendation})


def _beside_the_answer(question: Question, state: Question, library: Library) -> Question:
    """What a document says set beside the response ("does the response have the same date for that?")."""
    documents = tuple(dict.fromkeys((*_that_answers(library), *state.documents)))
    focus = f"{question.focus} {state.focus}"
    return replace(
        state, text=question.text, focus=focus, documents=documents, wants=state.wants | question.wants
    )
