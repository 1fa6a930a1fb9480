"""Narrowing a set by what recommendations say: what the question says must be said, or what its other terms mean."""

from __future__ import annotations

from assistant.answers.compose import bold_dates
from assistant.answers.how_many import asked_for
from assistant.answers.matching import same_wording
from assistant.answers.members import Members
from assistant.answers.mentions import Found, mentioning, parts_named, recommending, with_words
from assistant.answers.places import listed
from assistant.evidence.asked import Asked
from assistant.evidence.quote import Quote
from corpus.model import When


def strictly_said(members: Members) -> bool | None:
    """Narrow to what says the words that the question says must be said; False where it says none, None where nothing says them."""
    said, asked = members.chosen.said, members.asked
    every = tuple(asked.corpus.recommendations.values())
    found: Found = {}
    for words in said.words:
        found |= with_words(asked, every, words)
    by = f"that speak of {listed([f'“{w}”' for w in said.words], 'or')}"
    if not found and said.about and not parts_named(asked.question.focus):
        count = asked_for(asked.question.focus, 0)
        found = recommending(asked, every, said.terms, said.any_of, count)
        by = f"about {listed([t.text for t in said.terms])}"
        if not found and count > 1:
            return None
    if not found and said.strict:
        found = mentioning(asked, every, said.terms, said.any_of, strict=True) or mentioning(
            asked, every, said.terms, said.any_of
        )
        by = f"that speak of {listed([t.text for t in said.terms])}"
        if not found:
            return None
    if not found:
        return False
    if not said.wanted:
        members.keep({r.number for r in every} - set(found))
        return True
    members.keep(set(found), by)
    for number, quotes in found.items():
        whens = tuple(w for q in quotes for w in _dates_in(asked, q, said.words))
        members.show(number, bold_dates(whens) if whens else "", quotes, whens)
    return True


def _dates_in(asked: Asked, quote: Quote, words: tuple[str, ...]) -> tuple[When, ...]:
    """The dates of a quote of which the very words are asked for, or a part of them."""
    every = (w for s in asked.library.by_id[quote.passage.id].sentences for w in s.whens)
    return tuple(w for w in every if any(same_wording(w, x) for x in words))


def by_mention(members: Members, keyed: bool) -> bool:
    """Narrow to recommendations that say what the question's terms say; not where that would leave nothing beside other keys."""
    chosen, asked = members.chosen, members.asked
    if not chosen.said.terms or chosen.dates:
        return False
    found = mentioning(asked, members.found, chosen.said.terms, chosen.said.any_of)
    if not found:
        return False
    members.keep(set(found), f"that speak of {listed([t.text for t in chosen.said.terms])}")
    for number, quotes in found.items():
        members.show(number, "", () if keyed else quotes)
    return True
