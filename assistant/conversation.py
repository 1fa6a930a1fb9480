"""Follow-ups: a question completed from the earlier questions of its conversation, by rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.evidence.library import Library
from assistant.language.spelling import Speller
from assistant.language.vocabulary import Term
from assistant.question.facets import Want
from assistant.question.question import Question, read

_OPENER = re.compile(
    r"^\W*(?:and|so|but|or|also|then|ok(?:ay)?|right|what about|how about|what of|same (?:for|with)|sorry|i meant|i mean|no,|not|now|yes|thanks|thank you)\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"\b(?:it|its|they|them|their|those|these|that one|this one|the one|both|either|neither|the same|that|this|there|he|she|his|her|the (?:first|second|last|other|former|latter) (?:one|of))\b",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"\b(?:it|they|them|those|these|both|that one|this one)\b|\bthat\b(?=\W*(?:$|been|be|was|is|one|get|happen|mean|recommendation|date|deadline|role|post|too|as well|again|actually))"
    r"|\bthis\b(?=\W*(?:$|been|be|was|is|one|get|happen|mean|recommendation))|\b(?:to|of|for|on|about|before|after|by|with|under|behind) (?:that|this|it|them|those)\b",
    re.IGNORECASE,
)
_NEW_SUBJECT = re.compile(
    r"\b(?:different (?:subject|question|topic|thing)|change of (?:subject|topic)|changing (?:the )?(?:subject|topic|tack)|new (?:question|topic|subject)|another (?:question|thing|topic|subject)|forget (?:that|it|about that)|"
    r"never ?mind|leave (?:that|it|\w+)[.,;]|moving on|on to something else|something else|separate(?:ly)?(?: question)?|unrelated|switching)\b",
    re.IGNORECASE,
)
_CORRECTS = re.compile(
    r"\b(?:i mean[t]?|sorry|make that|rather|no,|not \w+,|correction|actually)\b", re.IGNORECASE
)
_BEFORE = re.compile(
    r"\b(?:the )?(?:one|recommendation|rec) (?:just |right )?before(?: (?:it|that|this))?\b|\bprevious (?:one|recommendation)\b|\bpreceding\b",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\b(?:the )?(?:next|following) (?:one|recommendation|rec)\b|\b(?:one|recommendation|rec) after(?: (?:it|that|this))?\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?:both|those|these|them|they|two of them|either|neither|all (?:three|of them))\b", re.IGNORECASE
)
_NAMES_ALL = re.compile(r"\b(?:recommendations|recs|all fifteen|the fifteen|all 15)\b", re.IGNORECASE)
_REST = re.compile(
    r"\b(?:the rest|the others|remaining|remainder|the other (?:ones|six|nine|ten))\b", re.IGNORECASE
)
_OTHERS = re.compile(r"\b(?:other|others|else|another)\b", re.IGNORECASE)
_TWO = re.compile(
    r"\b(?:both|of the two|the two|the pair|those two|these two|either|neither)\b", re.IGNORECASE
)
_TIME = re.compile(r"\b(?:before|after|earlier|later|date|due|interim|first)\b", re.IGNORECASE)
#: A follow-up says little of its own.
FEW = 3


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


About = Callable[[Question], tuple[int, ...]]
"""The recommendations that the answer to a question is about."""


def resolve(text: str, history: Sequence[str], library: Library, speller: Speller, about: About) -> Resolved:
    """Complete a question from what was asked before it.

    Args:
        text: the cleaned question.
        history: cleaned earlier questions, oldest first.
        about: tells what an earlier question was answered with.
    """
    states: list[Question] = []
    for earlier in history[-6:]:
        states.append(_complete(read(earlier, library, speller), states, library, about))
    alone = read(text, library, speller)
    question = _complete(alone, states, library, about)
    forced = question
    if question == alone and states and _says_something(states[-1]) and not _NEW_SUBJECT.search(text):
        forced = _merged(alone, states[-1], states, about)
    return Resolved(question, alone, forced, _shown(text, alone, question), _shown(text, alone, forced))


def _complete(question: Question, states: list[Question], library: Library, about: About) -> Question:
    state = next((s for s in reversed(states) if _says_something(s)), None)
    if state is None or _NEW_SUBJECT.search(question.text):
        return question
    question = _numbered(question, state, library)
    if question.recommendations or question.paragraphs or question.themes:
        return _with_wants(question, state)
    if not _is_follow_up(question):
        return _with_corrected_wants(question, state)
    if neighbour := _neighbour(question, state):
        return _with_wants(replace(question, recommendations=neighbour, terms=()), state)
    return _merged(question, state, states, about)


def _with_corrected_wants(question: Question, state: Question) -> Question:
    """ "No, the consultation on the DCS guidance, I mean": another subject, the same thing asked of it."""
    if question.wants & _KINDS or not _CORRECTS.search(question.text):
        return question
    return replace(question, wants=question.wants | (state.wants & {Want.WHEN, Want.STATUS}))


def _says_something(question: Question) -> bool:
    return bool(
        question.recommendations
        or question.terms
        or question.themes
        or question.statuses is not None
        or question.whens
        or question.paragraphs
    )


def _numbered(question: Question, state: Question, library: Library) -> Question:
    """ "what about 6?": a number alone names a recommendation where the conversation is about them."""
    if question.recommendations or not question.bare:
        return question
    if not (_OPENER.match(question.text) or _CORRECTS.search(question.text) or len(question.terms) <= 1):
        return question
    terms = tuple(t for t in question.terms if not t.text.isdigit())
    if state.paragraphs and not state.recommendations:
        return replace(question, paragraphs=question.bare, terms=terms)
    if state.themes and not state.recommendations:
        return replace(question, themes=question.bare, terms=terms)
    return replace(question, recommendations=question.bare, terms=terms)


def _is_follow_up(question: Question) -> bool:
    own = len(question.terms)
    if _NAMES_ALL.search(question.text) and (
        question.statuses is not None or question.whens or question.themes
    ):
        return False
    if own == 0:
        return True
    if question.has(Want.LIST) and question.has(Want.WHICH):
        return bool(_OPENER.match(question.text)) and own <= 1
    if _OPENER.match(question.text) and own <= FEW:
        return True
    return bool(_STRONG.search(question.text)) and own <= FEW + 2


def _neighbour(question: Question, state: Question) -> tuple[int, ...]:
    if len(state.recommendations) != 1:
        return ()
    if _BEFORE.search(question.text):
        return (state.recommendations[0] - 1,)
    if _NEXT.search(question.text):
        return (state.recommendations[0] + 1,)
    return ()


_KINDS = {Want.WHEN, Want.STATUS, Want.ARGUMENT, Want.RESPONSE, Want.RECOMMENDATION, Want.WHO}


def _with_wants(question: Question, state: Question) -> Question:
    """A question that names a thing but not what of it wants what was wanted before."""
    if question.wants & _KINDS or any(not t.text.isdigit() for t in question.terms):
        return question
    return replace(question, wants=question.wants | (state.wants & _KINDS), terms=())


def _merged(question: Question, state: Question, states: list[Question], about: About) -> Question:
    if made := _set_again(question, state):
        return made
    numbers = state.recommendations or (() if state.documents else _few(about(state)))
    if question.documents and question.has(Want.COMPARE):
        numbers = ()
    if made := _others_alike(question, numbers):
        return made
    if _TWO.search(question.text) and len(numbers) < 2:
        earlier = list(dict.fromkeys(n for s in states for n in (s.recommendations or _few(about(s)))))
        numbers = tuple(sorted(earlier[-2:])) or numbers
    inherits = (
        not question.wants & _KINDS
        and (not question.terms or bool(_OPENER.match(question.text)) or bool(_STRONG.search(question.text)))
        and not (question.has(Want.YES_NO) and len(question.terms) > 1 and not _TIME.search(question.text))
    )
    own = question.terms
    if not numbers and not (own == () and question.has(Want.WHEN) and state.documents):
        own = _joined(own, state.terms)
    return replace(
        question,
        recommendations=numbers,
        themes=question.themes or (state.themes if not numbers else ()),
        paragraphs=state.paragraphs if not question.terms else (),
        documents=question.documents or (state.documents if not numbers else ()),
        terms=own,
        wants=question.wants
        | (
            state.wants & {Want.WHEN, Want.STATUS}
            if inherits and question.terms
            else state.wants
            if inherits
            else frozenset()
        ),
        focus=question.focus if numbers else f"{question.focus} {state.focus}",
    )


def _few(numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Recommendations that a pronoun may mean: not a whole list."""
    return numbers if len(numbers) <= 2 else ()


def _others_alike(question: Question, numbers: tuple[int, ...]) -> Question | None:
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


def _set_again(question: Question, state: Question) -> Question | None:
    """ "And outright?", "and in May 2012?", "and SOLACE?", "and the rest?" after a set question: the same by another key."""
    sets = state.has(Want.WHICH, Want.COUNT, Want.LIST) or bool(state.whens)
    keyed = state.statuses is not None or bool(state.whens) or bool(state.themes)
    if not sets or state.recommendations or question.recommendations:
        return None
    if keyed and _REST.search(question.text):
        return replace(
            state,
            focus=f"which recommendations not {state.focus}",
            wants=state.wants | {Want.WHICH},
            terms=(),
        )
    if keyed and not question.terms and (question.statuses is not None or question.whens):
        wants = question.wants | state.wants | {Want.WHICH}
        return replace(
            question,
            wants=wants,
            focus=f"which recommendations {question.focus}",
            themes=question.themes or state.themes,
        )
    plain = not question.wants & _KINDS and question.statuses is None and not question.whens
    if (
        not keyed
        and state.has(Want.WHICH)
        and state.terms
        and _OPENER.match(question.text)
        and plain
        and 0 < len(question.terms) <= 2
    ):
        named = " ".join(t.text for t in question.terms)
        return replace(
            question, wants=question.wants | state.wants, focus=f"which recommendations mention {named}"
        )
    return None


def _joined(own: tuple[Term, ...], earlier: tuple[Term, ...]) -> tuple[Term, ...]:
    return tuple({t.own: t for t in (*own, *earlier)}.values())


def _shown(text: str, alone: Question, question: Question) -> str | None:
    if question == alone:
        return None
    about = [f"recommendation {n}" for n in question.recommendations]
    about = (
        about
        or [f"paragraph {n}" for n in question.paragraphs]
        or [t.text for t in question.terms if t not in alone.terms]
    )
    return f"{text} (about {', '.join(about)})" if about else text
