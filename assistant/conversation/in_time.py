"""Which of those dated one by one comes first or last ("when is 3 due?" - "and 5?" - "so which is later?")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.conversation.beside import with_compared
from assistant.conversation.signs import THEM
from assistant.conversation.subject import names_something, spoken_of
from assistant.conversation.told import About
from assistant.language.phrases import Phrases
from assistant.question.facets import Want
from assistant.question.question import Question

_WHICH = rf"(?:which|what)(?: ones?)?(?: of {THEM})?(?:'s| is| was| are| will be| would be| has to be| \w+s| came| fell)?(?: the| due| to be)*"
_PLACED_OF_TWO = Phrases(
    "sooner|earlier|later|nearer|further off|quicker|longer",
    before=rf"^\W*(?:(?:and|so|ok(?:ay)?|then|right),? )*{_WHICH} ",
    after=r"(?: one)?(?: then| date| of the two)?\W*$",
)
_OF_TWO_WHO = Phrases(
    "sooner|earlier|later|nearer|quicker",
    before=rf"^\W*(?:and |so )?(?:out )?of {THEM}\W+(?:which|what|who|whose)(?:['’]s| ones?| is| was| are| comes| came)*(?: the| due)* ",
    after=r"(?: one)?\W*$",
)
_THE_ONE_OF_TWO = Phrases(
    "sooner|earlier|later|nearer|quicker",
    before=r"\bthe ",
    after=rf"(?: one| date)? of {THEM}(?! \w+ \w+ \w)",
)
_PLACED = Phrases(
    "first|last|soonest|earliest|latest|next|longest",
    before=rf"^\W*(?:(?:and|so|ok(?:ay)?|then|right),? )*{_WHICH} ",
    after=rf"(?: one)?(?: then| date| of {THEM})?\W*$",
)


def placed_in_time(question: Question, states: Sequence[Question], about: About) -> Question | None:
    """The question of those that were dated one after another; None where it is not asked, or one alone was dated."""
    two = _PLACED_OF_TWO.search(question.text) or _OF_TWO_WHO.search(question.text)
    two = two or _THE_ONE_OF_TWO.search(question.text)
    placed = _PLACED.search(question.text)
    if names_something(question) or not (two or placed):
        return None
    run = list(dict.fromkeys(_dated_singly(states, about)))
    meant = run[:2] if two else run
    if len(meant) < 2:
        return None
    return with_compared(
        replace(
            question,
            recommendations=tuple(sorted(meant)),
            terms=(),
            wants=question.wants | {Want.ORDER, Want.WHEN},
        )
    )


#: The date before is doubted ("I had June in my notes. Is that wrong?").
_DOUBTS = Phrases(
    "(?:is|was|are|am|were) (?:that|it|this|i|we)(?: (?:then|now|just|simply|totally|way))? (?:wrong|right|correct|mistaken|out of date|off|mixed up)",
    after=r"(?: then| there)?\W*$",
)


def doubted_date(question: Question, state: Question, about: About) -> Question | None:
    """The question before, asked again beside another date that somebody thought to be right; else None."""
    spoken = spoken_of(state, about) if question.whens and state.has(Want.WHEN) else ()
    named = question.recommendations or question.themes or question.documents
    if len(spoken) != 1 or named or not _DOUBTS.search(question.text):
        return None
    return replace(
        question, recommendations=spoken, terms=state.terms, wants=question.wants | {Want.WHEN, Want.YES_NO}
    )


def _dated_singly(states: Sequence[Question], about: About) -> Iterator[int]:
    """The recommendations of the last questions that each asked when one was due; the last first."""
    for state in reversed(states):
        spoken = spoken_of(state, about) if state.has(Want.WHEN) else ()
        if len(spoken) != 1:
            return
        yield spoken[0]
