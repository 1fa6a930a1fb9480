"""Which bodies or people make up a board, where a sentence says what it comprises or brings together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.answers.draft import Draft, Line
from assistant.answers.places import document_inside
from assistant.evidence.asked import Asked
from assistant.evidence.quote import sentence_quote
from assistant.language.phrases import Phrases
from assistant.language.words import STOPWORDS, stems, words
from assistant.library.library import Library, Sentence, Stems, Unit, supports
from assistant.model import Outcome
from assistant.question.facets import Want
from assistant.question.filler import all_filler
from assistant.question.nouns import noun_terms
from corpus.patterns import lazy_regex


@dataclass(frozen=True, eq=False)
class Body:
    """A board or a group, and the sentence that says of whom it is made up."""

    name: Stems
    unit: Unit
    sentence: Sentence
    end: int
    """Where the sentence begins to tell of them."""


_MADE_OF = lazy_regex(
    r"(?P<name>[A-Z][\w’']+(?: (?:(?:of|for|and|on) )?[A-Z][\w’']+)+)(?: \([A-Z]+\))?,? (?:[a-z]+ ){0,4}?"
    r"(?:compris(?:es|ed|ing)|(?:made|is made) up of|consist(?:s|ed|ing) of|bring(?:s|ing)? together|drawn? from"
    r"|drawing on (?:[a-z]+ )?from|with members from)\b"
)
#: What asks who is in a body.
_ASKS = Phrases(
    r"(?:who|which (?:[\w'’-]+ ){1,3}?|what (?:[\w'’-]+ ){1,3}?)(?:'s|is|are|was|were|sits?|sat|all sits?)? ?(?:on|in) ",
    r"mak(?:es?|ing) (?:it |them )?up|made (?:it )?up of|compris(?:es?|ed|ing)|consist(?:s|ed)? of|brings?(?:ing)? together|brought together",
    r"(?:sits?|sat|seats?|represented|partners?|members?) (?:on|in|of)|membership|composition|who belongs|which (?:bodies|organisations|groups)",
)


def answer_body(asked: Asked) -> Draft | None:
    """The sentence that says who makes up the body that a question names; None where it asks for something else."""
    question = asked.question
    if question.recommendations or question.has(Want.WHEN, Want.STATUS, Want.COUNT, Want.YES_NO):
        return None
    if not _ASKS.search(question.focus):
        return None
    said = frozenset(stems(question.focus))
    ways = {frozenset(a) for t in question.terms for a in (t.own, *t.alternatives)}
    found = [
        b
        for b in bodies(asked.library)
        if asked.allows(b.unit) and (b.name <= said or b.name in ways) and _answers(asked, b)
    ]
    if not found:
        return None
    best = max(found, key=lambda b: len(b.name))
    where = document_inside(asked.corpus.document[best.unit.passage.document])
    quotes = tuple(sentence_quote(b.unit, b.sentence) for b in found if b.name == best.name)
    return Draft(
        Outcome.ANSWERED, (Line(f"Who makes it up, according to the {where}:", quotes),), from_records=True
    )


#: Each of them is asked for by name.
_BY_NAME = Phrases("list|names?|named|naming")
#: What is said in asking for members, and does not say which.
_MEMBERS = frozenset(
    stems(
        "sit sat sits member members people person partner partners organisation body bodies group groups round make makes up"
    )
)


def _answers(asked: Asked, body: Body) -> bool:
    """Whether a sentence tells of those asked for: by name where names are asked for, and of the kind that is named."""
    if _BY_NAME.search(asked.question.text) and not re.search(r"[a-z] [A-Z]", body.sentence.text[body.end :]):
        return False
    rest = (
        t
        for t in noun_terms(asked.question)
        if not (body.name.issuperset(t.own) or any(body.name == frozenset(a) for a in t.alternatives))
        and not _MEMBERS.issuperset(t.own)
        and not all_filler(t)
    )
    return all(supports(body.sentence.stems, t) for t in rest)


@lru_cache(maxsize=4)
def bodies(library: Library) -> tuple[Body, ...]:
    """The bodies of which a sentence outside the recommendations says who makes them up."""
    return tuple(
        Body(frozenset(w.stem for w in words(m["name"]) if w.text not in STOPWORDS), unit, sentence, m.end())
        for unit in library.units
        if unit.passage.recommendation is None
        for sentence in unit.sentences
        for m in _MADE_OF.finditer(sentence.text)
    )
