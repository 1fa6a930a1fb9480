"""A set question asked again by another key ("and outright?", "which others?")."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.conversation.inheriting import KINDS
from assistant.conversation.left_over import of_statuses, under
from assistant.conversation.sets_given import SetGiven
from assistant.conversation.signs import OPENER, REST, THEM, has_verb, points_back
from assistant.conversation.subject import spoken_of
from assistant.conversation.told import About
from assistant.language.phrases import Phrases
from assistant.language.spelling import Speller
from assistant.library.library import Library
from assistant.question.facets import Want
from assistant.question.question import Question, read
from assistant.question.set_query.choosing import asks_for_others
from assistant.question.set_query.part_conditions import part_conditions
from assistant.question.set_question import is_set_question
from corpus.patterns import lazy_regex

_OTHERS = lazy_regex(r"\b(?:other|others|else|another)\b", re.IGNORECASE)


def others_alike(question: Question, numbers: tuple[int, ...]) -> Question | None:
    """ "Which other ones got that answer?": a set question that leaves out the one spoken of."""
    if (
        len(numbers) != 1
        or not _OTHERS.search(question.text)
        or not question.has(Want.WHICH)
        or question.terms
    ):
        return None
    return replace(
        question,
        focus=f"which recommendations have the same status as recommendation {numbers[0]}, apart from recommendation {numbers[0]}",
        like=numbers[0],
    )


def others_saying(
    question: Question, state: Question, library: Library, speller: Speller, about: About
) -> Question | None:
    """ "Which others have zoos in their text?": a set told by what it says, without the one spoken of; else None."""
    named = question.recommendations or question.themes or question.documents
    if named or not question.terms or not asks_for_others(question.text):
        return None
    spoken = spoken_of(state, about)
    if len(spoken) != 1 or not (is_set_question(question, library) or part_conditions(question, library)):
        return None
    return read(f"{question.text.strip(' .?!')}, leaving aside recommendation {spoken[0]}?", library, speller)


def left_aside(question: Question, alone: Question) -> bool:
    """Whether others were asked for than the one spoken of, which by itself the question would be answered with."""
    return (
        question.text != alone.text
        and question.text.startswith(alone.text.strip(" .?!"))
        and asks_for_others(alone.text)
    )


def new_set(question: Question, state: Question, library: Library) -> bool:
    """Whether a set question selects by a status or a date of its own, and nothing in it points back ("What is due by May 2012?")."""
    dated = any(w.edtf for w in question.whens)
    keyed = question.statuses is not None or dated or question.has(Want.UNDATED)
    if not keyed or question.has(Want.YES_NO) or OPENER.match(question.text) or points_back(question.text):
        return False
    return is_set_question(question, library) and set_again(question, state) is None


_SOME_OF_THEM = Phrases(
    rf"(?:all|none|some|any|both|either|neither|are|were) of {THEM}",
    "(?:are|were|was|did|do|have|has|had|got) (?:they|those|these)(?: all| both)?|they (?:all|both|each)",
)
#: The members themselves, two of them, each to be told of.
_BOTH = Phrases(
    "(?:was|is|did|does|has|had) (?:either|neither|both)|(?:are|were|did|do|have|had) (?:both|either|neither)",
    "(?:both|either|neither) (?:of|was|were|is|are|get|got|have|had)",
)


def some_of_them(question: Question, state: Question, about: About) -> Question | None:
    """ "Are all of them due in 2011?", "was either accepted outright?": asked of those spoken of."""
    keyed = question.statuses is not None or question.whens
    both = _BOTH.search(question.text)
    points = both or _SOME_OF_THEM.search(question.text)
    if question.recommendations or question.terms or not keyed or not points:
        return None
    members = about(state).recommendations
    if len(members) < 2 or (both and len(members) != 2):
        return None
    alone = len(members) == 2 and question.statuses is not None
    return replace(
        question, recommendations=members, wants=question.wants | ({Want.COMPARE} if alone else {Want.WHICH})
    )


def asked_of_set(question: Question, given: SetGiven | None) -> Question:
    """One of a set, of which the set's own key is asked where nothing else is ("and the other one?")."""
    if given is None or question.terms or question.wants & KINDS:
        return question
    kind = Want.WHEN if given.state.whens else Want.STATUS
    keyed = given.state.whens or given.state.statuses is not None
    return replace(question, wants=question.wants | {kind}) if keyed else question


#: The answer that a set question before selected by, not named again.
_SAME_ANSWER = Phrases(
    "(?:the |that |this )?same(?: (?:status|answer|response|verdict|treatment|reply|decision|outcome|boat))?|like (?:that|those|these)",
    "(?:that|this|such an?) (?:status|answer|response|verdict|reply|decision|outcome)|too|as well|also|likewise",
)


def in_another_theme(
    question: Question, state: Question, library: Library, speller: Speller
) -> Question | None:
    """ "Is there anything in theme 2 with the same status?": the set of some statuses asked of another theme; else None."""
    other = question.themes and question.statuses is None and not (question.recommendations or question.whens)
    if not other or not state.statuses or state.recommendations or state.whens or question.terms:
        return None
    fragment = not has_verb(question.text) and question.themes != state.themes and bool(state.themes)
    if not (_SAME_ANSWER.search(question.text) or fragment):
        return None
    return read(f"{of_statuses(state.statuses)}{under(question.themes)}?", library, speller)


def set_again(question: Question, state: Question) -> Question | None:
    """ "And outright?", "and SOLACE?", "and the rest?" after a set question: the same by another key; else None."""
    sets = state.has(Want.WHICH, Want.COUNT, Want.LIST) or bool(state.whens)
    if not sets or state.recommendations or question.recommendations:
        return None
    if state.statuses is not None or state.whens or state.themes:
        return _by_another_key(question, state)
    return _by_another_mention(question, state)


def _by_another_key(question: Question, state: Question) -> Question | None:
    """The rest of a set, or the set of another status or date."""
    wants = question.wants | state.wants | {Want.WHICH}
    if REST.search(question.text):
        focus = f"which recommendations not {state.focus}"
        return replace(state, focus=focus, wants=state.wants | {Want.WHICH}, terms=())
    if question.terms or (question.statuses is None and not question.whens):
        return None
    focus = f"which recommendations {question.focus}"
    return replace(question, wants=wants, focus=focus, themes=question.themes or state.themes)


def _by_another_mention(question: Question, state: Question) -> Question | None:
    """The set of those that mention something else, where one or two words are all that the follow-up says."""
    plain = not question.wants & KINDS and question.statuses is None and not question.whens
    mentions = state.has(Want.WHICH) and state.terms
    if not (plain and mentions and OPENER.match(question.text) and 0 < len(question.terms) <= 2):
        return None
    focus = f"which recommendations mention {' '.join(t.text for t in question.terms)}"
    return replace(question, wants=question.wants | state.wants, focus=focus)
