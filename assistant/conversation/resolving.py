"""Follow-ups: a question completed from the earlier questions of its conversation, by rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from assistant.conversation.beside import beside_named, sets_beside, with_compared
from assistant.conversation.choosing import chosen
from assistant.conversation.describing import matching, says_of
from assistant.conversation.dislocated import in_place
from assistant.conversation.in_time import doubted_date, placed_in_time
from assistant.conversation.in_words import in_words
from assistant.conversation.inheriting import broken_off, of_the_reviewer, with_corrected_wants, with_wants
from assistant.conversation.left_over import left_of_all
from assistant.conversation.merging import merged
from assistant.conversation.moved_periods import moved_on
from assistant.conversation.numbers import corrected, in_figures, numbered
from assistant.conversation.own_subject import of_what_is_at_hand, own_subject
from assistant.conversation.papers import of_such_a_paper, of_that_paper, of_those_papers
from assistant.conversation.replacing import replaced
from assistant.conversation.sets_again import (
    asked_of_set,
    in_another_theme,
    left_aside,
    new_set,
    others_saying,
    some_of_them,
)
from assistant.conversation.sets_given import last_set, narrowed, rest_of
from assistant.conversation.signs import (
    BACK_TO,
    CORRECTED,
    NEW_SUBJECT,
    OPENER,
    POINTS,
    TURNS,
    is_follow_up,
    of_somebody,
    points_back,
    stands_alone,
    strange,
    things,
)
from assistant.conversation.small_talk import says_nothing
from assistant.conversation.subject import (
    back_to_earlier,
    neighbour_of,
    neighbouring_paragraph,
    says_something,
    spoken_of,
    staying,
)
from assistant.conversation.telling_apart import told_apart
from assistant.conversation.told import About
from assistant.language.spelling import Speller
from assistant.library.library import Library
from assistant.question.question import Question, read
from assistant.question.set_query.only_dated import only_dated


@dataclass(frozen=True, slots=True)
class Resolved:
    """A question as it stands in its conversation."""

    question: Question
    alone: Question
    """The question without its conversation."""
    forced: Question
    """The question completed even where it seems to stand for itself; for when alone it has no answer."""
    understood: str | None
    """How it was completed; None where it stands for itself."""
    forced_understood: str | None
    """The same for the forced reading."""


def resolve(text: str, history: Sequence[str], library: Library, speller: Speller, about: About) -> Resolved:
    """Complete a question from what was asked before it.

    Args:
        text: the cleaned question.
        history: cleaned earlier questions, oldest first.
        about: tells what an earlier question was answered with.
    """
    if history and (turn := TURNS.match(text)):
        alone = read(text[turn.end() :], library, speller)
        return Resolved(alone, alone, alone, None, None)
    about = cache(about)
    states: list[Question] = []
    for earlier in [h for h in history if not says_nothing(h, library)][-6:]:
        own = read(moved_on(earlier, states, library, about), library, speller)
        states.append(_as_answered(_standing(own, states, library, speller, about), own, about))
    asked, text = text, moved_on(text, states, library, about)
    alone = read(in_place(text, library) if states else text, library, speller)
    if states:
        alone = broken_off(alone, states[-1])
        alone = alone if of_somebody(alone, states[-1]) else of_the_reviewer(alone, library, speller)
    if text != asked and states[-1].recommendations and only_dated(alone, library):
        return Resolved(alone, alone, alone, text, text)
    question = _standing(alone, states, library, speller, about)
    alone = question if left_aside(question, alone) else alone
    forced = question
    if question == alone and states and says_something(states[-1]) and not NEW_SUBJECT.search(text):
        joined = merged(alone, states[-1], states, library, about)
        forced = joined if _may_lean(alone, joined, library) else question
    spoken = spoken_of(states[-1], about) if states else ()
    carried = question.recommendations == spoken and question.text == alone.text and not question.documents
    if states and (question == alone or carried) and not NEW_SUBJECT.search(text):
        question = in_words(alone, states, library, speller, about) or question
    told = text if text != asked else None
    understood, leaning = (_shown(text, alone, q) or told for q in (question, forced))
    return Resolved(question, alone, forced, understood, leaning)


def _may_lean(alone: Question, joined: Question, library: Library) -> bool:
    """Whether a question may have been meant of the recommendations spoken of: it leans, or they say some of it."""
    own = alone.text
    if strange(alone, library):
        return False
    leans = points_back(own) or POINTS.search(own) or OPENER.match(own) or not things(alone)
    if not joined.recommendations or leans:
        return True
    matcher = matching(alone, library)
    known = library.corpus.recommendations
    return any(says_of(n, matcher, library)[1] for n in joined.recommendations if n in known)


def _as_answered(completed: Question, alone: Question, about: About) -> Question:
    """An earlier question in the reading that it was answered in: by itself, where of the one spoken of nothing was told."""
    carried = completed.recommendations and not alone.recommendations and alone.terms
    if not carried or not stands_alone(alone) or about(completed).recommendations:
        return completed
    return alone if about(alone).recommendations else completed


def _standing(
    alone: Question, states: list[Question], library: Library, speller: Speller, about: About
) -> Question:
    """A question after others: completed by rules, or left with the recommendation spoken of."""
    question = _complete(alone, states, library, speller, about)
    stays = question == alone and states and not BACK_TO.search(alone.text)
    if not stays:
        return question
    stayed = staying(alone, states, library, about)
    apart = None if stayed == alone else told_apart(alone, spoken_of(states[-1], about), library)
    return apart or stayed


def _complete(
    question: Question, states: list[Question], library: Library, speller: Speller, about: About
) -> Question:
    state = next((s for s in reversed(states) if says_something(s)), None)
    if state is None or NEW_SUBJECT.search(question.text):
        return question
    if rest := rest_of(question, states, library, about):
        return rest
    if left := left_of_all(question, states, library, speller):
        return left
    if left := narrowed(question.text, states, library, speller, about):
        return left
    if paper := of_that_paper(question, states) or of_such_a_paper(question, state, library, speller):
        return paper
    if papers := of_those_papers(question, state, library, speller):
        return papers
    if again := in_another_theme(question, state, library, speller):
        return again
    if others := others_saying(question, state, library, speller, about):
        return others
    if placed := placed_in_time(question, states, about) or doubted_date(question, state, about):
        return placed
    question = in_figures(question, library, speller)
    named = question.recommendations or question.bare
    if one := None if named else chosen(question.text, states, library, speller, about):
        one = with_wants(beside_named(one, state, about) or one, state)
        return asked_of_set(one, last_set(states, library, about))
    question = numbered(corrected(question), state, library)
    if question.recommendations or question.paragraphs or question.themes:
        return with_wants(beside_named(question, state, about) or question, state)
    if paragraphs := neighbouring_paragraph(question, state, about):
        return replace(question, paragraphs=paragraphs, terms=())
    if (CORRECTED.search(question.text) or BACK_TO.search(question.text)) and question.terms:
        back = back_to_earlier(question, states, library, about)
        if back is question and (here := of_what_is_at_hand(question, state, library, about)):
            return here
        return with_corrected_wants(back, state)
    if some := some_of_them(question, state, about):
        return some
    if strange(question, library) and not of_somebody(question, state):
        return question
    if again := replaced(question, state, library, speller):
        return again
    if own := own_subject(question, state, library, speller, about):
        return own
    goes_on = is_follow_up(question, library) or of_somebody(question, state)
    if not goes_on or new_set(question, state, library):
        return with_corrected_wants(question, state)
    if neighbour := neighbour_of(question, state):
        if sets_beside(question):
            neighbour, question = (*neighbour, *state.recommendations), with_compared(question)
        return with_wants(replace(question, recommendations=neighbour, terms=()), state)
    return merged(question, state, states, library, about)


def _shown(text: str, alone: Question, question: Question) -> str | None:
    if question == alone:
        return None
    if question.text != alone.text:
        return question.text
    about = [f"recommendation {n}" for n in question.recommendations]
    about = (
        about
        or [f"paragraph {n}" for n in question.paragraphs]
        or [t.text for t in question.terms if t not in alone.terms]
    )
    return f"{text} (about {', '.join(about)})" if about else text
