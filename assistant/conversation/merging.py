"""A follow-up merged with the question that it follows."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.conversation.inheriting import KINDS, of_its_label, with_part, with_words
from assistant.conversation.sets_again import others_alike, set_again
from assistant.conversation.signs import NAMES_ALL, OPENER, has_verb, of_somebody, points_back, things
from assistant.conversation.subject import TOGETHER, spoken_of
from assistant.conversation.telling_apart import OF_BOTH, told_apart
from assistant.conversation.told import About
from assistant.language.vocabulary import Term
from assistant.library.library import Library
from assistant.question.facets import Want
from assistant.question.paper import SAYS
from assistant.question.question import Question
from corpus.patterns import lazy_regex

_ONE = lazy_regex(r"\b(?:that|this) one\b", re.IGNORECASE)
_TIME = lazy_regex(r"\b(?:before|after|earlier|later|date|due|interim|first)\b", re.IGNORECASE)


def merged(
    question: Question, state: Question, states: list[Question], library: Library, about: About
) -> Question:
    """The question about the subject of the one before, asking what that asked where it asks nothing itself."""
    found = about(state).recommendations
    if _one_of_many(question, state, found):
        return question
    single = _ONE.search(question.text) or _of_the_one_found(question, found)
    if made := None if single else set_again(question, state):
        return made
    if (people := about(state).people) and of_somebody(question, state):
        return replace(question, speakers=people)
    numbers = () if state.documents and not state.recommendations else spoken_of(state, about)
    if about(state).beside and question.terms and not state.recommendations and not question.wants & KINDS:
        numbers = ()
    if question.documents and question.has(Want.COMPARE):
        numbers, state = (), _with_its_name(state, states, about)
    if made := others_alike(question, numbers):
        return made
    if OF_BOTH.search(question.text) and len(numbers) < 2:
        earlier = list(dict.fromkeys(n for s in states for n in spoken_of(s, about)))
        numbers = tuple(sorted(earlier[-2:])) or numbers
    if one := told_apart(question, numbers, library):
        question, numbers = one, one.recommendations
    if numbers:
        question = of_its_label(with_part(with_words(question, state), state, library))
    own = question.terms
    of_paper = bool(state.documents and not numbers and _IT_SAYS.search(question.text))
    elsewhere = (question.documents or of_paper) and not question.has(Want.COMPARE)
    both = elsewhere and things(question) and (of_paper or not points_back(question.text))
    elsewhere = elsewhere and (both or not things(question))
    if not numbers and not both and not (own == () and _of_the_paper(question, state)):
        known = things(state)
        own = _joined(own, known if has_verb(question.text) and (own or known) else state.terms)
    return replace(
        question,
        recommendations=numbers,
        themes=question.themes or (state.themes if not numbers else ()),
        paragraphs=state.paragraphs if not question.terms else (),
        documents=question.documents or (state.documents if not numbers else ()),
        terms=own,
        wants=question.wants | _inherited(question, state),
        focus=question.focus if numbers or elsewhere else f"{question.focus} {state.focus}",
    )


def _with_its_name(state: Question, states: list[Question], about: About) -> Question:
    """A question of what was named before only by a pronoun, with the words by which the conversation came to it."""
    now = spoken_of(state, about)
    named = (s.terms for s in reversed(states) if things(s) and spoken_of(s, about) == now)
    return state if things(state) or not now else replace(state, terms=next(named, ()))


#: What a paper says, spoken of as "it".
_IT_SAYS = lazy_regex(
    r"\b(?:does|do|did) (?:it|they|that) (?:also |even |ever )?(?:say|mention|cover|give|refer|speak|talk|discuss|name|set out|touch)\b",
    re.IGNORECASE,
)
_SINGULAR = lazy_regex(r"\b(?:it|its|(?:that|this) one)\b", re.IGNORECASE)
_OF_MANY = (Want.WHICH, Want.LIST, Want.COUNT)


def _one_of_many(question: Question, state: Question, found: tuple[int, ...]) -> bool:
    """Whether a pronoun means one thing, and nothing tells which of the set that was given before."""
    if state.recommendations or things(question) or not _SINGULAR.search(question.text):
        return False
    counted = state.has(Want.COUNT) and not found and NAMES_ALL.search(state.text)
    keyed = state.themes or state.whens or state.statuses is not None
    several = len(found) > (1 if keyed else TOGETHER)
    return bool(counted) or (several and bool(state.themes or state.has(*_OF_MANY)))


_IT = lazy_regex(r"\b(?:it|its|that|this)\b", re.IGNORECASE)


_ITS = lazy_regex(r"\bits (?=\w)", re.IGNORECASE)


def _of_the_one_found(question: Question, found: tuple[int, ...]) -> bool:
    """Whether a question is of the one recommendation that a set question was answered with ("why wasn't it accepted?")."""
    told = _ITS.search(question.text) or (question.has(Want.YES_NO) and _IT.search(question.text))
    asks = question.has(Want.ARGUMENT) or told
    return len(found) == 1 and bool(asks) and not question.has(Want.WHICH, Want.COUNT, Want.LIST)


def _inherited(question: Question, state: Question) -> frozenset[Want]:
    """What a follow-up takes over of what was wanted before: all of it where it says nothing of its own."""
    text = question.text
    goes_on = not question.terms or OPENER.match(text) or points_back(text)
    asserts = question.has(Want.YES_NO) and question.terms and not _TIME.search(text)
    if question.wants & (KINDS | {Want.AMOUNT}) or not goes_on or asserts:
        return frozenset()
    if question.whens:
        return frozenset({Want.WHEN})
    if not question.terms:
        return state.wants
    return state.wants & ({Want.WHEN} if has_verb(text) else {Want.WHEN, Want.STATUS})


_ON_IT = lazy_regex(r"\bon (?:it|that|this)\b", re.IGNORECASE)


def _of_the_paper(question: Question, state: Question) -> bool:
    """Whether the date of a document is asked for, not that of what the question before says it says."""
    of_words = SAYS.search(state.focus) and not _ON_IT.search(question.text)
    return question.has(Want.WHEN) and bool(state.documents) and not of_words


def _joined(own: tuple[Term, ...], earlier: tuple[Term, ...]) -> tuple[Term, ...]:
    return tuple({t.own: t for t in (*own, *earlier)}.values())
