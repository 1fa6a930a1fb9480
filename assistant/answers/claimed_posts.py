"""Who really holds a post, or spoke for a body, of whom a question only wants it confirmed ("Bo Lee spoke for the zoos, didn't he?")."""

from __future__ import annotations

from dataclasses import replace

from assistant.answers.documents import only_confirms
from assistant.answers.draft import Draft, Line
from assistant.answers.places import document_inside
from assistant.answers.roll import BELONGS, answer_roll, names_a_roll
from assistant.evidence.asked import Asked
from assistant.evidence.named import people_named
from assistant.evidence.quote import whole
from assistant.language.phrases import Phrases
from assistant.language.vocabulary import Term
from assistant.language.words import words
from assistant.library.library import OTHER_WORDING, supports
from assistant.library.posts import POST_NOUN, Post, posts
from assistant.model import Outcome
from assistant.question.facets import Want
from assistant.question.naming import named_documents
from assistant.question.nouns import noun_terms

#: What says that somebody speaks for others.
_SPOKE_FOR = Phrases(
    r"(?:spoke|speaks?|speaking|commented|comments?|commenting|quoted|appears?|appeared)(?: \w+){0,3}? (?:for|on behalf of)",
    "represent(?:s|ed|ing)?|spokes(?:man|woman|person)|(?:the )?voice (?:of|for)",
)


def answer_claimed_post(asked: Asked) -> Draft | None:
    """The lines that give a post with its holder, where a question wants it confirmed of somebody; None where it asks else."""
    question, text = asked.question, asked.question.focus
    if not only_confirms(question) or question.recommendations or question.paragraphs:
        return None
    if not (_SPOKE_FOR.search(text) or POST_NOUN.search(text)):
        return None
    people = people_named(text, asked.library)
    taken = (
        *people,
        *named_documents(text, asked.library)[1],
        *(m.span() for m in _SPOKE_FOR.finditer(text)),
    )
    beside = {w.text for w in words(text) if any(a <= w.start < b for a, b in taken)}
    rest = [
        t
        for t in noun_terms(question)
        if not (beside.intersection(t.text.split()) or BELONGS.issuperset(t.own))
    ]
    if not people or not rest:
        return None
    places = [t for t in rest if not (POST_NOUN.search(t.text) or names_a_roll(t, asked))]
    return (
        _of_line(asked, rest)
        or _of_roll(asked, people, rest)
        or (_of_line(asked, places) if places else None)
    )


def _of_line(asked: Asked, rest: list[Term]) -> Draft | None:
    """The lines of the one person whose post says all the rest of a question."""
    for enough in (1.0, OTHER_WORDING):
        found = [
            p
            for p in posts(asked.library)
            if all(map(asked.allows, p.units))
            and all(any(supports(u.stems, t) >= enough for u in p.units) for t in rest)
        ]
        if found:
            return _draft(asked, found) if len({p.surname for p in found}) == 1 else None
    return None


def _of_roll(asked: Asked, people: list[tuple[int, int]], rest: list[Term]) -> Draft | None:
    """Those of a roll who are what a question wants confirmed of somebody else: the roll is asked who they are."""
    start, end = min(people, key=lambda p: (p[0], -p[1]))
    focus = f"{asked.question.focus[:start]}who{asked.question.focus[end:]}"
    return answer_roll(
        replace(
            asked,
            question=replace(asked.question, focus=focus, terms=tuple(rest), wants=frozenset({Want.WHO})),
        )
    )


def _draft(asked: Asked, found: list[Post]) -> Draft:
    quotes = tuple(dict.fromkeys(whole(u) for p in found for u in p.units))
    where = document_inside(asked.corpus.document[quotes[0].passage.document])
    return Draft(Outcome.ANSWERED, (Line(f"Named in the {where}:", quotes),), from_records=True)
