"""Answers from a list of people with their posts: who is in a body, who leads it, who of them is from where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.answers.draft import Draft, Line
from assistant.answers.places import document_inside
from assistant.evidence.asked import Asked
from assistant.evidence.quote import whole
from assistant.language.phrases import Phrases
from assistant.language.vocabulary import Term
from assistant.language.words import STOPWORDS, stems, words
from assistant.library.library import POST_HOLDER, Library, Stems, Unit, supports
from assistant.model import Outcome
from assistant.question.facets import Want
from corpus.patterns import lazy_regex

#: A list with fewer people than this is no roll.
FEWEST = 3
#: How far a line must say a term to answer to it.
SAYS = 0.8


@dataclass(frozen=True, slots=True)
class Roll:
    """A list of people."""

    lead: Unit
    people: tuple[Unit, ...]
    body: tuple[str, ...]
    """Stems of the words that its lead-in names the body by, in order."""


@lru_cache(maxsize=4)
def rolls(library: Library) -> tuple[Roll, ...]:
    """The lists of people in a library."""
    made = []
    for lead, items in library.items.items():
        if len(items) >= FEWEST and all(POST_HOLDER.match(u.passage.text) for u in items):
            unit = library.by_id[lead]
            named = [w.stem for w in words(unit.passage.text) if w.text not in STOPWORDS and w.text.isalpha()]
            made.append(Roll(unit, items, tuple(named)))
    return tuple(made)


#: What membership is asked by, which says nothing of who is meant.
BELONGS = frozenset(
    stems(
        "sat sit sits sitting serve served belong belonged member members membership people person someone somebody"
        " names represent represented representing representative representatives came from join joined full list lists listed"
        " included involved part"
    )
)
_LEADS = frozenset(
    stems("chair chairs chaired chairing chairman chairperson head headed led lead leader ran run")
)
_STANDS_IN = Phrases(
    "st(?:and|ands|ood|anding) in (?:for|on behalf of)|represent(?:s|ed|ing)?|deputis(?:e|es|ed|ing) for|on behalf of"
)
_ASKS = Phrases(
    r"who|whom|whose|names?|(?:which|what) (?!did|does|do|is|was|are|were|has|had|will|would)[\w-]+|list|members(?:hip)?"
)
#: "Was anyone from the police on it?"
_ANYONE = Phrases("(?:was|were|is|are)(?: there)? (?:anyone|anybody|someone|somebody|any|an?|people)")
_OTHERS = Phrases("else|others?|rest|everyone|everybody|besides|apart from")
#: "Which ministers sat on it, and who chaired?"
_TWICE = Phrases("who|which|what|name", before=r"(?:\band|[,&;?]) ")
_SAYS = Phrases("says?|said|think|thinks|thought|tells?|told|ask(?:s|ed)?|do|does|did")


def answer_roll(asked: Asked) -> Draft | None:
    """The people of a roll that a question asks for; None where it asks for something else."""
    question = asked.question
    if question.recommendations or question.has(Want.WHEN, Want.STATUS, Want.COUNT):
        return None
    if question.has(Want.YES_NO) and not _ANYONE.search(question.focus):
        return None
    if named := _posts_of(asked):
        return named
    asks = _ASKS.search(question.focus) or _ANYONE.search(question.focus)
    if not asks or _SAYS.search(question.focus):
        return None
    for roll in rolls(asked.library):
        if not asked.allows(roll.lead):
            continue
        if found := _stood_in(asked, roll) or _chosen(asked, roll):
            return _draft(asked, roll, found)
    return None


_POST = Phrases("(?:posts?|jobs?|roles?|positions?|titles?|job titles?)")


def _posts_of(asked: Asked) -> Draft | None:
    """The lines of the people of a roll whose posts are asked for by their full names, where the body is named or they are several."""
    if not _POST.search(asked.question.focus):
        return None
    said = set(re.findall(r"[a-z]+", asked.question.text.lower()))
    for roll in rolls(asked.library):
        found = tuple(u for u in roll.people if asked.allows(u) and (name := _name(u)) and name <= said)
        body = frozenset(roll.body) & {s for w in said for s in stems(w)}
        if found and (len(found) > 1 or len(body) > 1):
            return _draft(asked, roll, found)
    return None


def _draft(asked: Asked, roll: Roll, found: tuple[Unit, ...]) -> Draft:
    where = document_inside(asked.corpus.document[roll.lead.passage.document])
    quotes = tuple(whole(u) for u in found)
    if len(found) == len(roll.people):
        quotes = (whole(roll.lead), *quotes)
    line = Line(f"The {where} lists:", quotes[:1])
    return Draft(Outcome.ANSWERED, (line,), quotes, from_records=True)


def _stood_in(asked: Asked, roll: Roll) -> tuple[Unit, ...]:
    """Those whose posts name another of the roll, where it is asked who stood in for that one."""
    match = _STANDS_IN.search(asked.question.focus)
    if match is None:
        return ()
    after = set(re.findall(r"[A-Za-z]+", asked.question.focus[match.end() :].lower()))
    return tuple(u for u in roll.people if any(name <= after for name in _named_in_posts(u, roll)))


def _named_in_posts(unit: Unit, roll: Roll) -> list[set[str]]:
    """The names of others of the roll that the posts of one hold."""
    return [name for other in roll.people if (name := _name(other)) and name <= set(_posts(unit))]


def _name(unit: Unit) -> set[str]:
    match = POST_HOLDER.match(unit.passage.text)
    return {w.lower() for w in re.findall(r"[A-Za-z]+", match["name"])} - {"mp"} if match else set()


def _posts(unit: Unit) -> list[str]:
    match = POST_HOLDER.match(unit.passage.text)
    return re.findall(r"[a-z]+", match["posts"].lower()) if match else []


def _chosen(asked: Asked, roll: Roll) -> tuple[Unit, ...]:
    """Those of the roll that the rest of a question describes, where it names the body; all where nothing is left."""
    terms = (*asked.question.terms, *asked.question.background)
    named = [t for t in terms if _names(t, roll, asked.question.focus)]
    if not named:
        return ()
    own = _beside_its_clause(asked.question.terms, named, asked.question.focus)
    rest = [t for t in own if t not in named and not BELONGS.issuperset(t.own)]
    if _OTHERS.search(asked.question.focus):
        known = {stem for u in roll.people for word in _name(u) for stem in stems(word)}
        rest = [t for t in rest if not known.issuperset(t.own)]
    leads = [t for t in rest if _LEADS.issuperset(t.own)]
    if leads == rest and (not rest or _OTHERS.search(asked.question.focus)):
        return roll.people
    if leads:
        twice = _TWICE.search(asked.question.focus)
        if twice and _ASKS.search(asked.question.focus[: twice.start()]):
            return ()
        others = [t for t in rest if t not in leads]
        return tuple(u for u in roll.people if _leads(u) and all(supports(u.stems, t) > SAYS for t in others))
    return _described(roll, rest, asked.question.focus)


#: What opens a clause that only says which body is meant.
_WHICH_BODY = lazy_regex(
    r"\s*,?\s*(?:that|which|who|set up|put together|behind|advising|helping|working|overseeing)\b[^,;?]*",
    re.IGNORECASE,
)


def _beside_its_clause(terms: tuple[Term, ...], named: list[Term], text: str) -> tuple[Term, ...]:
    """The terms but for those in a clause behind the body's name ("the group that advised on the response")."""
    lower = text.lower()
    for body in named:
        start = body.place_in(lower)
        clause = _WHICH_BODY.match(text, start + len(body.text)) if start >= 0 else None
        if clause:
            own = {w.stem for w in words(clause[0])}
            terms = tuple(t for t in terms if t in named or not own.issuperset(t.own))
    return terms


def _names(term: Term, roll: Roll, text: str) -> bool:
    """Whether a term names the body of a roll: two of its words, or its last with "on the" before it."""
    body: Stems = frozenset(roll.body)
    if len(body.intersection(term.own)) > 1:
        return term.own[-1] == roll.body[-1]
    return (
        body.issuperset(term.own)
        and term.own[-1] == roll.body[-1]
        and bool(
            re.search(
                rf"\b(?:{_OF}) (?:the|that|this) {re.escape(term.text)}\b|\bthe {re.escape(term.text)}['’]s\b",
                text,
                re.IGNORECASE,
            )
        )
    )


def names_a_roll(term: Term, asked: Asked) -> bool:
    """Whether a term of a question names the body that a list of people is of."""
    return any(_names(term, roll, asked.question.focus) for roll in rolls(asked.library))


_OF = "on|in|of|chair(?:s|ed|ing)?|led|leads?|headed|heads|ran|runs"


def _leads(unit: Unit) -> bool:
    """Whether one of the posts is only the chair: that of the body listed, as no other is named with it."""
    pieces = re.split(r"\s+[-–—]\s+", unit.passage.text)[1:]
    return any(_LEADS.issuperset(stems(p)) for p in pieces)


_JOINED = lazy_regex(r"\band\b|,|&|\+")


def _described(roll: Roll, rest: list[Term], text: str) -> tuple[Unit, ...]:
    """Those who answer to every term; where several are joined by "and", those who answer to any, if each has one."""
    said = {u: [t for t in rest if supports(u.stems, t) > SAYS] for u in roll.people}
    if every := tuple(u for u in roll.people if len(said[u]) == len(rest)):
        return every
    any_of = tuple(u for u in roll.people if said[u])
    told = {t for found in said.values() for t in found}
    return any_of if _JOINED.search(text) and told.issuperset(rest) else ()
