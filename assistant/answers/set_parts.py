"""Narrowing a set by what single parts of recommendations say, or do not say."""

from __future__ import annotations

from collections.abc import Callable

from assistant.answers.compose import bold_dates
from assistant.answers.members import Members
from assistant.answers.mentions import Found, says, with_words
from assistant.answers.places import listed
from assistant.evidence.asked import Asked
from assistant.evidence.quote import Quote, sentence_quote, whole
from assistant.language.vocabulary import Term
from assistant.language.words import words
from assistant.library.library import Unit
from assistant.question.selection import PartCondition
from assistant.question.set_query.capitals import written_as_named
from assistant.question.set_query.names import full_forms
from corpus.model import Part, PassageKind, Recommendation

#: How an answer calls a part.
_CALLED = {
    Part.RECOMMENDATION: "recommendation itself",
    Part.MUNRO_ARGUMENT: "argument",
    Part.GOVERNMENT_RESPONSE: "response",
    Part.TIMESCALE: "timescale",
}
#: Passages of one recommendation that are quoted.
MOST = 3


def by_parts(members: Members) -> bool:
    """Narrow by what the question says that parts must say, or must not; False where it says nothing of the kind."""
    conditions = members.chosen.said_in
    every = tuple(members.asked.corpus.recommendations.values())
    for condition in conditions:
        found = _saying(members.asked, every, condition)
        some = set(found) if condition.wanted else {r.number for r in every} - set(found)
        members.keep(some, _words(condition))
        for number in sorted(some) if condition.wanted else ():
            _show(members, number, found[number], condition)
    if conditions and not any(c.wanted for c in conditions):
        for rec in members.found:
            units = _units(members.asked, rec, conditions[0])
            members.show(rec.number, "", tuple(whole(u) for u in units[:1]))
    return bool(conditions)


def _show(members: Members, number: int, quotes: tuple[Quote, ...], condition: PartCondition) -> None:
    """Show the passages that say it; of a timescale the sentences, with their dates."""
    if condition.parts != {Part.TIMESCALE}:
        members.show(number, "", quotes)
        return
    for quote in quotes:
        unit = members.asked.library.by_id[quote.passage.id]
        told = [s for s in unit.sentences if _any_said(members.asked, condition.terms, s.stems)]
        for sentence in told:
            words = bold_dates(sentence.whens) if sentence.whens else ""
            members.show(number, words, (sentence_quote(unit, sentence),), tuple(sentence.whens))
        if not told:
            members.show(number, "", (quote,))


def _any_said(asked: Asked, terms: tuple[Term, ...], stems: frozenset[str]) -> bool:
    return any(
        stems.issuperset(w) for t in terms for own in t.alternatives for w in full_forms(own, asked.library)
    )


def _units(asked: Asked, rec: Recommendation, condition: PartCondition) -> list[Unit]:
    """The passages of the parts of a condition."""
    return [
        asked.library.by_id[p.id]
        for part in rec.passages
        if part in condition.parts
        for p in rec.passages[part]
        if p.kind is not PassageKind.STATUS_LINE
    ]


def _saying(asked: Asked, every: tuple[Recommendation, ...], condition: PartCondition) -> Found:
    """The recommendations whose parts say all the terms of a condition (or any, as asked), with the passages that do."""
    found: Found = {}
    for said_so in condition.words:
        found |= with_words(asked, every, said_so, condition.parts)
    if condition.words:
        return found
    units = {r.number: _units(asked, r, condition) for r in every}
    said = [_units_saying(asked, term) for term in condition.terms]
    for number, own in units.items():
        each = [[u for u in own if u.passage.id in ids] for ids in said]
        if any(each) if condition.any_of else all(each):
            shown = dict.fromkeys(u for some in each for u in some)
            found[number] = tuple(whole(u) for u in sorted(shown, key=_by_its_lead(asked, condition)))[:MOST]
    return found


def _by_its_lead(asked: Asked, condition: PartCondition) -> Callable[[Unit], bool]:
    """Tells which passages say a thing only in the words that lead into them: they are quoted after the others."""
    own = [full_forms(t.own, asked.library) for t in condition.terms]
    return lambda unit: not any(set(form) <= set(unit.order) for forms in own for form in forms)


def _units_saying(asked: Asked, term: Term) -> frozenset[str]:
    """The passages that say a term in its own words; in others where nothing said of any recommendation does."""
    forms = full_forms(term.own, asked.library)
    as_named = written_as_named(term, asked.question.focus, asked.library)
    pool = [u for u in asked.library.units if u.passage.recommendation is not None and as_named(u)]
    said = {u.passage.id: says(forms, term.alternatives, u.order + tuple(u.lead)) for u in pool}
    most = max(said.values(), default=0.0)
    found = [u for u in pool if said[u.passage.id] and said[u.passage.id] >= most]
    same = [u for u in found if not _in_another_sense(term, u)]
    return frozenset(u.passage.id for u in same or found)


def _in_another_sense(term: Term, unit: Unit) -> bool:
    """Whether a passage says a word only in a form that means something else ("targeted help" has no targets, a trainee is no training)."""
    if len(term.own) > 1:
        return False
    said = [w.text.lower() for w in words(unit.passage.text) if w.stem == term.own[0]]
    return bool(said) and not any(_same_sense(term.text, w) for w in said)


def _same_sense(asked: str, said: str) -> bool:
    """Whether two words of one stem are near enough by their endings."""
    if asked.endswith("ing"):
        return said.rstrip("s").endswith("ing")
    if asked.endswith("ility"):
        return said.startswith(asked.removesuffix("ility"))
    return asked.endswith("ed") or not said.endswith("ed")


def _words(condition: PartCondition) -> str:
    """How an answer says what a part says or does not."""
    told = listed(
        [f"“{w}”" for w in condition.words] or [t.text for t in condition.terms],
        "or" if condition.any_of else "and",
    )
    where = listed([_CALLED[p] for p in Part if p in condition.parts], "or")
    return f"that {'speak' if condition.wanted else 'do not speak'} of {told} in the {where}"
