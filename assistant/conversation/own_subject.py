"""A follow-up that brings its own subject: named alone, named first and then asked about, or named in its one clause.

"And the chief inspector?" asks the same of another. "And the annual reports, who do they go to?" is of the reports,
whatever was spoken of before: its pronoun means what the same message names. So is "and why did she want the vets
trained?", where nothing of the subject at hand says that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.conversation.describing import SAYS_BEST, SAYS_IT, as_well, best_of, matching, says_of
from assistant.conversation.inheriting import KINDS
from assistant.conversation.replacing import bare_fragment
from assistant.conversation.signs import OPENER, has_verb, points_back, things
from assistant.conversation.subject import names_something, spoken_of
from assistant.conversation.told import About
from assistant.evidence.matcher import Matcher
from assistant.language.phrases import Phrases
from assistant.language.spelling import Speller
from assistant.language.tagging import tagged
from assistant.language.words import stems
from assistant.library.library import Library
from assistant.question.facets import Want
from assistant.question.question import Question, read
from corpus.model import Part
from corpus.patterns import lazy_regex

#: A phrase set off from what is asked of it.
_SET_OFF = lazy_regex(
    r"^(?P<topic>[^,:;?.!–—]{3,70}?)(?: (?:then|now|next|please|though))?(?:\s*[,:;?.–—]|\s+-)\s+(?P<asked>\S.*)$",
    re.DOTALL,
)
_NEXT = lazy_regex(r"^(?:next(?: up)?|on to|turning to|as (?:for|to)|regarding|on)\b[\s,:]*", re.IGNORECASE)
#: What makes a phrase a clause.
_FINITE = ("VBD", "VBP", "VBZ", "MD", "W")
_ONE = lazy_regex(r"\b(?:the|that) (?:[\w'-]+ ){1,4}?one\b", re.IGNORECASE)
#: Asks of a subject what was asked of the one before.
_SAME = lazy_regex(r"^\W*(?:the )?same\b", re.IGNORECASE)
#: Those who recommend and answer, whatever was spoken of before.
_THE_MAKERS = Phrases("they|she|he")


@dataclass(frozen=True, slots=True)
class Topic:
    """What a message names first, and what it then asks of that: nothing, where it only names it."""

    named: Question
    asked: str


def own_subject(
    question: Question, state: Question, library: Library, speller: Speller, about: About
) -> Question | None:
    """The question of the subject that it names itself; None where it names none, or one that the subject at hand speaks of."""
    if names_something(replace(question, statuses=None)) or not question.terms:
        return None
    topic = _named_alone(question) or topic_first(question.text, library, speller)
    if topic is None:
        return _in_its_clause(question, state, library, about)
    now, before = spoken_of(state, about), state.wants & KINDS
    same = not topic.asked or bool(_SAME.match(topic.asked))
    if not (question.wants or same or has_verb(topic.asked)) or (not topic.asked and not (before and now)):
        return None
    named = topic.named.focus.lower()
    silent = not question.wants & KINDS and all(t.place_in(named) >= 0 for t in things(question))
    wants = question.wants - {Want.COMPARE} | before if same or silent else question.wants
    matcher = matching(topic.named, library)
    says, number = _meant(matcher, library)
    step = Want.WHEN in wants and any(dates_it(matcher, n, library) for n in now)
    said = max((anywhere for _, anywhere in says.values()), default=0.0) >= SAYS_BEST
    held = step or as_well(says, now)
    if not said or number in now or (held and not _titled(number, now, matcher, library)):
        return None
    question = replace(question, wants=wants, terms=question.terms if topic.asked else topic.named.terms)
    if number is None:
        whole = max(first for first, _ in says.values()) >= SAYS_IT
        return question if topic.asked or whole else None
    return _of_it(question, number, topic, matcher, library)


def _titled(number: int | None, now: tuple[int, ...], matcher: Matcher, library: Library) -> bool:
    """Whether a subject is what one recommendation is called, and none of those spoken of."""
    if number is None or not now:
        return False
    called = {
        n: matcher.coverage(frozenset(stems(library.corpus.recommendations[n].title)))
        for n in (number, *now)
        if n in library.corpus.recommendations
    }
    return called[number] >= SAYS_IT > max(called.get(n, 0.0) for n in now)


def _of_it(question: Question, number: int, topic: Topic, matcher: Matcher, library: Library) -> Question:
    """A question of the recommendation that its subject names, with what it says of that; a dated subject may be one step of several."""
    known = {t.own for t in topic.named.terms}
    dated = question.has(Want.WHEN) and dates_it(matcher, number, library)
    asked = topic.asked and not _SAME.match(topic.asked) and question.wants & KINDS
    kept = tuple(t for t in question.terms if (dated if t.own in known else asked))
    return replace(question, recommendations=(number,), terms=kept)


def of_what_is_at_hand(
    question: Question, state: Question, library: Library, about: About
) -> Question | None:
    """ "No, the interim one": another step of the recommendation spoken of, which says it as well as any; else None."""
    now = spoken_of(state, about)
    if not now or question.wants & KINDS or not _ONE.search(question.text):
        return None
    says, _ = _meant(matching(question, library), library)
    if max((anywhere for _, anywhere in says.values()), default=0.0) < SAYS_BEST or not as_well(says, now):
        return None
    return replace(question, recommendations=now, wants=question.wants | (state.wants & KINDS))


def topic_first(text: str, library: Library, speller: Speller) -> Topic | None:
    """A subject that a message names before it asks of it; None where it names none, or one only by pointing back."""
    begun = text
    while opening := OPENER.match(begun) or _NEXT.match(begun):
        begun = begun[opening.end() :].lstrip(" ,.:;-")
    match = _SET_OFF.match(begun)
    if match is None or points_back(match["topic"]):
        return None
    named = read(match["topic"], library, speller)
    own = {w for t in named.terms for w in t.text.split()}
    tokens = tagged(match["topic"])
    clause = any(t.startswith(_FINITE) and w.lower() not in own for w, t in tokens) or tokens[0][1] == "IN"
    names = not clause and not names_something(named) and not named.wants & KINDS and things(named)
    known = library.document_frequency
    told = tuple(t for t in named.terms if any(all(s in known for s in said) for said in t.alternatives))
    return Topic(replace(named, terms=told), match["asked"]) if names and told else None


def _named_alone(question: Question) -> Topic | None:
    """A noun phrase after its opening, without another behind a comma that says the same ("and the nurses, the school ones?")."""
    alone = not question.wants & KINDS and OPENER.match(question.text) and things(question)
    if not alone or points_back(question.text) or not bare_fragment(question.text):
        return None
    named, comma, _ = question.focus.partition(", the ")
    own = tuple(t for t in question.terms if t.place_in(named.lower()) >= 0)
    return Topic(replace(question, focus=named, terms=own) if comma and own else question, "")


def _in_its_clause(question: Question, state: Question, library: Library, about: About) -> Question | None:
    """A clause about a thing of which the recommendation spoken of says next to nothing, and another much."""
    now = spoken_of(state, about)
    own = things(question)
    leans = points_back(_THE_MAKERS.removed(question.text))
    if not now or not own or not question.wants & KINDS or leans:
        return None
    says, number = _meant(matching(replace(question, terms=own), library), library)
    if number is None or number in now or any(says[n][1] >= SAYS_BEST for n in now if n in says):
        return None
    return question


def dates_it(matcher: Matcher, number: int, library: Library) -> bool:
    """Whether a recommendation's timescale speaks of a thing, which then may be one step of several."""
    own = (
        u for u in library.units if u.passage.recommendation == number and u.passage.part is Part.TIMESCALE
    )
    return any(matcher.coverage(s.stems) >= SAYS_IT for u in own for s in u.sentences)


def _meant(matcher: Matcher, library: Library) -> tuple[dict[int, tuple[float, float]], int | None]:
    """What every recommendation says of a subject, and the one that it names, if any."""
    every = tuple(sorted(library.corpus.recommendations))
    return {n: says_of(n, matcher, library) for n in every}, best_of(every, matcher, library)
