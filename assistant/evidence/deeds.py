"""The deed that a question asks the time or the doer of - a beginning, a review, a payment - and quotes that tell of it or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from assistant.evidence.asked_noun import is_generic
from assistant.evidence.contrary import of_another_stage, only_the_contrary
from assistant.evidence.dated_deeds import Deed, time_untold, told_by
from assistant.language.phrases import Phrases
from assistant.language.words import stems, words
from assistant.library.library import supports
from assistant.question.facets import Want
from corpus.sentences import sentence_spans

if TYPE_CHECKING:
    from assistant.evidence.asked import Asked
    from assistant.evidence.quote import Quote
    from assistant.language.vocabulary import Term
    from assistant.library.library import Sentence

#: How far a sentence must say what a deed is done to.
HALF = 0.5
_ASKS_WHO = r"\bwhom?(?:'d|'s)?\b(?! (?:gets?|received?) )(?:(?!\bwho\b)[^,;?]){0,50}"


#: The doer is asked of these; any of the quotes may tell.
_DONE = (
    Deed(
        Phrases("commissioned|ordered", before=_ASKS_WHO),
        told_by("commission|establish|set up|announc|ask|order"),
    ),
    Deed(
        Phrases(r"appoint\w*|recruit\w*|hires?|hired|vet|vets", before=_ASKS_WHO),
        told_by("appoint|recruit|hir|select|choos|chos|designat|employ|vet"),
    ),
    Deed(
        Phrases("pays?|paid|funds?|funded|finances?|financed|foots?|footed", before=_ASKS_WHO),
        told_by("pay|paid|fund|financ|cost|grant|resourc|contribut|budget|spen[dt]|money"),
    ),
    Deed(Phrases(r"chairs?|chaired|chairing", before=_ASKS_WHO), told_by("chair|presid")),
    Deed(
        Phrases(r"(?:report|answer|accountable|answerable)(?:s|ed|ing)? to", before=_ASKS_WHO, after=r"\W*$"),
        told_by(
            r"report(?:s|ed|ing)? (?:\w+ )?to\b|accountab|answerable|answers? to|line.manag|responsible to"
        ),
    ),
    Deed(
        Phrases(
            r"(?:sits?|sat|serves?|served) (?:up)?on|ma(?:de|kes?|king) up|belongs? to|belonged to|comprises?",
            before=r"\b(?:who(?:'s)?|which|what)\b(?:(?!\b(?:i|we|who)\b)[^,;?]){0,50}",
        ),
        told_by(
            r"compris|consist|made up|makes up|member|include[sd]|represent|bring(?:s|ing)? together"
            r"|sits?\b|sat\b|serve|belong"
        ),
        of_it=True,
    ),
    Deed(
        Phrases("stood in for|stands? in for|deputis(?:es|ed) for", before=_ASKS_WHO),
        told_by("represent|on behalf|deput|interim|acting|stand|stood"),
        of_it=True,
    ),
)


def deed_missing(asked: Asked, shown: Sequence[Quote], sentences: Sequence[Sentence]) -> bool:
    """Whether the time or the doer of a deed is asked for, and no quote tells of that deed.

    Args:
        asked: the question.
        shown: the quotes of an answer.
        sentences: what the quotes of its direct answer hold.
    """
    text = asked.question.focus
    if asked.question.has(Want.WHEN):
        return (
            time_untold(text, sentences)
            or of_another_stage(asked, sentences)
            or only_the_contrary(asked, shown, sentences)
        )
    told = [_said(q) for q in shown]
    return any(
        not any(map(deed.told.search, told))
        or (deed.of_it and not _told_of(deed, _object(found.end(), asked), asked, shown))
        for deed in _DONE
        if (found := deed.asked.search(text))
    )


def _object(end: int, asked: Asked) -> Term | None:
    """What a deed named before some place of a question is done to: the first of its terms after it that is no generic word."""
    after = [w.stem for w in words(asked.question.focus[end:])]
    terms = [t for t in asked.question.terms if not all(map(is_generic, t.text.split()))]
    placed = [(after.index(t.own[0]), t) for t in terms if t.own[0] in after]
    return min(placed, key=lambda p: p[0])[1] if placed else None


def _told_of(deed: Deed, thing: Term | None, asked: Asked, shown: Iterable[Quote]) -> bool:
    """Whether a sentence of the quotes, with what stands over it, tells of a deed and of what it is done to."""
    return thing is None or any(
        _tells(sentence, deed, thing, asked, q) for q in shown for sentence in _sentences(q)
    )


def _tells(sentence: str, deed: Deed, thing: Term, asked: Asked, quote: Quote) -> bool:
    unit, passage = asked.library.by_id[quote.passage.id], quote.passage
    said = unit.lead.union(unit.headings, stems(sentence))
    told = deed.told.search(f"{passage.speaker} {passage.lead_in or ''} {sentence}")
    return bool(told) and supports(said, thing) >= HALF


def _sentences(quote: Quote) -> Iterator[str]:
    text = quote.passage.text
    return (text[s.start : s.end] for s in sentence_spans(text))


def _said(quote: Quote) -> str:
    passage = quote.passage
    return " ".join((passage.speaker, passage.lead_in or "", passage.text))
