"""The items of a list that a document makes, where a question asks for all of them: "how many …, and what are they?"."""

from __future__ import annotations

from dataclasses import replace

from assistant.answers.draft import Draft, Line
from assistant.answers.places import capital, document_inside
from assistant.evidence.asked import Asked
from assistant.evidence.matcher import Matcher
from assistant.evidence.preferences import wanted_parts
from assistant.evidence.quote import Quote, sentence_quote, whole
from assistant.evidence.saying import plain
from assistant.language.numbers import in_words
from assistant.language.phrases import Phrases
from assistant.language.quoted import QUOTED
from assistant.language.words import stems
from assistant.library.library import Unit
from assistant.model import Outcome
from assistant.question.filler import all_filler
from assistant.question.places_asked import places_asked

#: All items of something are asked for.
_ALL_ITEMS = Phrases(
    r"(?:what|which) (?:are|were) (?:they|these|those|the (?:\w+))(?=\W*$)|name (?:them|each|every|all)(?: of them| one)?",
    r"list (?:them|all|everything|every|each)|everything|(?:what|which) (?:\w+ ){1,4}?(?:do|does|did) (?:[\w']+ ){1,4}?(?:list|set out|enumerate)",
    r"how many (?:\w+ ){1,8}?(?:lists?|listed|set out|named?|given|mentioned)",
)
#: What is to be listed is recommendations.
_OF_RECOMMENDATIONS = Phrases(
    "(?:list|name|give me|show(?: me)?) (?:all|every|each)(?: of)?(?: the| single)* (?:recommendations?|recs?)"
)
#: Share of the question's terms that the line before a list must say, its lead over the next, and that of the only list.
SAYS, LEAD, ONLY = 0.6, 0.1, 0.3


def answer_items(asked: Asked) -> Draft | None:
    """The list that a question asks for, whole and counted; None where it asks for none, or no list is clearly meant."""
    question = asked.question
    if _OF_RECOMMENDATIONS.search(question.focus):
        return None
    if not _ALL_ITEMS.search(question.focus) or question.paragraphs or places_asked(question.focus):
        return None
    lead = _meant(asked)
    if lead is None:
        return None
    items = asked.library.items[lead.passage.id]
    number = lead.passage.recommendation
    where = document_inside(asked.corpus.document[lead.passage.document])
    quotes = (*_introduction(lead), *(whole(u) for u in _flat(asked, items)))
    head = f"{capital(in_words(len(quotes) - 1))} items are listed in the {where}:"
    return Draft(
        Outcome.ANSWERED,
        (Line(head, quotes),),
        recommendations=(number,) if number is not None else (),
        from_records=True,
    )


def _flat(asked: Asked, items: tuple[Unit, ...]) -> list[Unit]:
    """Items with the items of those that introduce a list themselves."""
    return [u for i in items for u in (i, *_flat(asked, asked.library.items.get(i.passage.id, ())))]


def _introduction(lead: Unit) -> tuple[Quote, ...]:
    return (sentence_quote(lead, lead.sentences[-1]) if lead.sentences else whole(lead),)


def _meant(asked: Asked) -> Unit | None:
    """The line that introduces the list asked for: the one with the words quoted, else the one that clearly says most of the topic."""
    parts = wanted_parts(asked.question, asked.library)
    leads = [
        u
        for lead in asked.library.items
        if asked.allows(u := asked.library.by_id[lead])
        and (u.passage.recommendation is None or not parts or u.passage.part in parts)
    ]
    quoted = [plain(m["words"]) for m in QUOTED.finditer(asked.question.focus)]
    if told := [u for u in leads if any(q in plain(_last(u)) for q in quoted)]:
        return told[0] if len(told) == 1 else None
    scored = sorted(((_coverage(asked, u), -i) for i, u in enumerate(leads)), reverse=True)
    if not scored:
        return None
    best, at = scored[0]
    located = len(scored) == 1 and bool(asked.question.recommendations)
    clear = len(scored) == 1 or best - scored[1][0] >= LEAD
    return leads[-at] if clear and best >= (ONLY if located else SAYS) else None


def _last(lead: Unit) -> str:
    return lead.sentences[-1].text if lead.sentences else lead.passage.text


def _coverage(asked: Asked, lead: Unit) -> float:
    """Share of the question's terms, those of asking left out, that the line before a list says."""
    papers = {s for d in asked.question.documents for p in asked.library.vocabulary.documents[d] for s in p}
    own = tuple(t for t in asked.question.terms if not all_filler(t) and not papers.issuperset(t.own))
    matcher = Matcher(replace(asked.question, terms=own), asked.library)
    return matcher.coverage(frozenset(stems(_last(lead))))
