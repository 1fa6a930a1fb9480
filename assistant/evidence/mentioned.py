"""Things that quotes only mention: a list whose items are asked for, an event on which something else depends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from assistant.evidence.asked_noun import is_generic
from assistant.language.words import STOPWORDS, Word, stem, stems, words
from assistant.question.facets import Want
from corpus.patterns import lazy_regex

if TYPE_CHECKING:
    from assistant.evidence.asked import Asked
    from assistant.evidence.quote import Quote
    from assistant.library.library import Sentence

_PHRASE_ENDS = (
    "that|which|who|for|in|of|to|as|by|on|from|do|does|did|is|are|were|was|have|has|had|given|named|made"
)
_ITEMS = lazy_regex(
    r"^(?:(?:can|could|would|will|please|you|i|want|kindly)\W+)*list (?:all |out )?(?:the |these |those )?"
    rf"(?P<listed>(?:(?!(?:{_PHRASE_ENDS})\b)[\w&'-]+ ){{0,5}}[\w&'-]+s)"
    r"(?:,? (?:for|to) (?:me|us|my [\w ]+|our [\w ]+))?(?:,? please)?(?:,? word for word|,? in full)?\W*$"
    rf"|\bwhat (?:do|does|did) (?:the |these |those )?(?P<saying>(?:(?!(?:{_PHRASE_ENDS})\b)[\w&-]+ ){{1,5}}?)"
    r"(?:actually |really |themselves )?(?:say|contain|consist of|look like|measure)\W*$"
    r"|\b(?:what|which) (?P<within>(?:[\w-]+ ){0,2}[\w-]+s) (?:are|were) (?:in|part of|included in)\b",
    re.IGNORECASE,
)
#: What follows a noun whose items are told.
_TELLS = lazy_regex(
    r"[^.]{0,40}?(?:: |\b(?:include|including|such as|are|were|is|was|comprise\w*|namely)\b| [-\u2013] )"
)
_ON_CONDITION = lazy_regex(r"\b(?:once|subject to|following|after|depending on) ([^,.;]+)", re.IGNORECASE)


def items_missing(asked: Asked, shown: Iterable[Quote]) -> bool:
    """Whether the items of something are asked for ("what do the principles say?"), and the quotes only mention it."""
    noun = _listed(asked.question.focus)
    return noun is not None and not any(_tells(asked, quote, noun) for quote in shown)


def _listed(text: str) -> Word | None:
    match = _ITEMS.search(text)
    if match is None:
        return None
    found = [
        w for w in words(match["listed"] or match["saying"] or match["within"]) if w.text not in STOPWORDS
    ]
    return found[-1] if found and found[-1].text.endswith("s") else None


def _tells(asked: Asked, quote: Quote, noun: Word) -> bool:
    unit = asked.library.by_id[quote.passage.id]
    if unit.lead or noun.stem in unit.headings:
        return True
    same = {s for p in asked.library.vocabulary.by_phrase.get((noun.stem,), ()) for s in p} | {noun.stem}
    return any(
        _TELLS.match(sentence.text, match.end())
        for sentence in unit.sentences
        for match in re.finditer(r"[\w-]+", sentence.text)
        if stem(match[0].lower()) in same
    )


def only_a_condition(asked: Asked, sentences: Iterable[Sentence]) -> bool:
    """Whether the time of something is asked for that the sentences only name as what something else waits for."""
    topic = {s for t in asked.question.terms if not all(map(is_generic, t.text.split())) for s in t.own}
    return asked.question.has(Want.WHEN) and any(
        len(topic) > 1 and topic.issubset(stems(match[1]))
        for sentence in sentences
        for match in _ON_CONDITION.finditer(sentence.text)
    )
