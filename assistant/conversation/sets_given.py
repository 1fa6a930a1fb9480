"""The last set that a conversation was given, and what is left of it by a further condition.

The set is what its question was answered with; a condition is answered as a set question of its own, and the two are
intersected, or one is taken from the other. What is left is asked for in words, by number, so that the answer shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from assistant.conversation.describing import best_of, matching, saying
from assistant.conversation.inheriting import KINDS
from assistant.conversation.narrowing import SPEAKS_OF, Narrowing, by_theme, narrowing
from assistant.conversation.signs import REST
from assistant.conversation.told import About
from assistant.language.spelling import Speller
from assistant.library.library import Library
from assistant.question.facets import Want
from assistant.question.question import Question, read
from assistant.question.set_question import is_set_question
from assistant.question.theme_names import themes_by_name


@dataclass(frozen=True, slots=True)
class SetGiven:
    """A set question of the conversation with what it was answered with."""

    state: Question
    members: tuple[int, ...]


def last_set(states: Iterable[Question], library: Library, about: About) -> SetGiven | None:
    """The last set that was given, of two recommendations at least."""
    return next(_sets(states, library, about), None)


def _sets(states: Iterable[Question], library: Library, about: About, least: int = 2) -> Iterator[SetGiven]:
    """Every set that was given, of so many recommendations at least; the last first."""
    for state in reversed(list(states)):
        if state.themes or is_set_question(state, library) or len(state.recommendations) >= least:
            members = about(state).recommendations
            if len(members) >= least:
                yield SetGiven(state, members)


def _with_theme(
    theme: Question, states: Iterable[Question], library: Library, about: About
) -> SetGiven | None:
    """The last set with any of a theme: one that was narrowed to another theme gives way to the one before."""
    known = library.corpus.recommendations
    given = (g for g in _sets(states, library, about) if not g.state.themes)
    return next((g for g in given if any(known[n].theme in theme.themes for n in g.members)), None)


def narrowed(
    text: str, states: list[Question], library: Library, speller: Speller, about: About
) -> Question | None:
    """The question for what is left of the last set; None where a follow-up does not narrow it."""
    made = narrowing(text) or (by_theme(text) if _without_theme(states[-1]) else None)
    given = last_set(states, library, about) if made else None
    if made is None or given is None:
        return None
    condition = read(made.question, library, speller)
    if made.keeps and condition.themes and _without_theme(states[-1]):
        given = _with_theme(condition, states, library, about) or given
    if condition.has(Want.EARLIEST, Want.LATEST):
        return read(f"{_of(given.members)}, {_lower(made.question)}", library, speller)
    meets = _meeting(condition, made, given.members, library, about)
    if not meets:
        return None
    left = tuple(n for n in given.members if (n in meets) is made.keeps)
    if made.single and made.keeps and len(left) == 1 and not _keyed(condition):
        alone = read(text, library, speller)
        return replace(alone, recommendations=left, terms=(), wants=alone.wants - _ASKS_WHICH)
    if not left:
        return read(f"{_of(given.members)}, {_lower(made.denied)}", library, speller)

    def found(asked: str) -> tuple[int, ...]:
        return about(read(asked, library, speller)).recommendations

    return read(_asking(given, left, made, condition, found), library, speller)


def rest_of(question: Question, states: list[Question], library: Library, about: About) -> Question | None:
    """ "And the remaining one?" after a set was narrowed: those of the set before that were left out; None where none was narrowed."""
    if not REST.search(question.text) or question.recommendations or question.themes:
        return None
    given = list(_sets(states, library, about, least=1))
    last = given[0] if given else None
    whole = next((g for g in given[1:] if last and set(last.members) < set(g.members)), None)
    if last is None or whole is None:
        return None
    left = tuple(n for n in whole.members if n not in last.members)
    kind = Want.WHEN if last.state.whens or last.state.has(Want.UNDATED) else Want.STATUS
    wants = question.wants - _ASKS_WHICH
    return replace(question, recommendations=left, terms=(), wants=wants if wants & KINDS else wants | {kind})


#: What is wanted of many, and no more of the one that is chosen.
_ASKS_WHICH = frozenset({Want.WHICH, Want.LIST, Want.WHO})


def _keyed(question: Question) -> bool:
    return bool(
        question.statuses is not None or question.whens or question.themes or question.has(Want.UNDATED)
    )


def _without_theme(state: Question) -> bool:
    """Whether a set was asked for by another key than a theme."""
    return _keyed(state) and not state.themes


def _meeting(
    condition: Question, made: Narrowing, members: tuple[int, ...], library: Library, about: About
) -> frozenset[int]:
    """The recommendations that meet a condition; empty where it is none."""
    if named := condition.recommendations or (condition.bare if not condition.terms else ()):
        return frozenset(named)
    if condition.themes and not _keyed(replace(condition, themes=())):
        return frozenset(
            r.number for r in library.corpus.recommendations.values() if r.theme in condition.themes
        )
    if _keyed(condition) or themes_by_name(condition, library):
        return frozenset(about(condition).recommendations)
    if not condition.terms:
        return frozenset()
    if made.single:
        best = best_of(members, matching(condition, library), library)
        return frozenset() if best is None else frozenset({best})
    anywhere = bool(SPEAKS_OF.search(made.condition))
    own = saying(condition, members, library, anywhere)
    return own or (saying(condition, members, library, anywhere=True) if made.keeps else own)


Answering = Callable[[str], tuple[int, ...]]
"""The recommendations that answer a question."""


def _asking(
    given: SetGiven, left: tuple[int, ...], made: Narrowing, key: Question, all_of_it: Answering
) -> str:
    """A question whose answer is what is left: by the new key where that has records to show, else by the earlier one."""
    if given.state.recommendations:
        return f"{_of(given.members)}, {_lower(made.denied)}"
    if key.statuses is not None or (made.keeps and (key.whens or key.has(Want.UNDATED))):
        asked = made.denied
        found = all_of_it(asked)
        if set(left) <= set(found):
            return _without(asked, tuple(n for n in found if n not in left))
    return _without(given.state.focus, tuple(n for n in given.members if n not in left))


def _lower(text: str) -> str:
    return text[0].lower() + text[1:]


def _without(asked: str, out: tuple[int, ...]) -> str:
    """A question with the recommendations that it leaves out."""
    plural = "s" if len(out) > 1 else ""
    return f"{asked.strip(' .?!')}, leaving aside recommendation{plural} {listed(out)}?" if out else asked


def _of(numbers: tuple[int, ...]) -> str:
    return f"Of recommendations {listed(numbers)}"


def listed(numbers: Iterable[int]) -> str:
    """Numbers as they are read in a sentence ("4, 6 and 9")."""
    *some, last = map(str, numbers)
    return f"{', '.join(some)} and {last}" if some else last
