"""The deed that a question asks the time or the doer of - a beginning, a review, a payment - and quotes that tell of it or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.evidence.asked_noun import is_generic
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
_ASKS_WHEN = r"\b(?:when|date|day|month|year)\b.{0,80}"
_ASKS_WHO = r"\bwhom?(?:'d|'s)?\b(?! (?:gets?|received?) )(?:(?!\bwho\b)[^,;?]){0,50}"


@dataclass(frozen=True, eq=False)
class Deed:
    """A kind of deed: how a question names it, and what tells of it."""

    asked: Phrases
    told: Phrases
    lasts: bool = False
    """An end is also told by how long something runs."""
    begins: bool = False
    """A beginning is also told by the day from which it holds, but not by how long something runs alone."""
    of_it: bool = False
    """It is only told in a sentence that speaks of what it is done to: another body's members are not this one's."""


def _told(stems: str) -> Phrases:
    """What begins with any of some stems."""
    return Phrases(rf"\b(?:{stems})", whole_words=False)


#: A time is asked of these; it is told in the dated sentence itself.
_DATED = (
    Deed(
        Phrases("closing (?:date|day)"),
        _told(r"clos|end|until|till|run(?:s|ning)? to|deadline|repl(?:y|ies)|respon[sd]"),
    ),
    Deed(
        Phrases(
            "clos(?:e|es|ed|ing)|shut|shuts|expires?|ceased?|ceases|wound up|wind up|abolished|scrapped|withdrawn",
            before=_ASKS_WHEN,
        ),
        _told(
            r"clos|end(?:s|ed|ing)?\b|until|till|expir|ceas|abolish|finish|conclud|complet|stop|run(?:s|ning)? to|last|withdr|remov|replac"
        ),
        lasts=True,
    ),
    Deed(
        Phrases(
            "begin|begins|began|beginning|start|starts|started|starting|launch|launched|open|opened|opens",
            before=_ASKS_WHEN,
        ),
        _told(
            r"begin|began|start|launch|open|establish|set up|introduc|creat|in place|in post|assum"
            r"|publish|tak(?:e|es) (?:up|over)|ready|transfer|becom|first"
        ),
        begins=True,
    ),
    Deed(
        Phrases("set up|established|created|founded|formed|came into being", before=_ASKS_WHEN),
        _told(
            r"establish|set up|creat|found|form(?:s|ed|ing)?\b|launch|introduc|built|build|put in|in place|in post|appoint|publish|announc"
        ),
        begins=True,
    ),
    Deed(
        Phrases("reviewed|revisited|reassessed|re-examined|evaluated|audited", before=_ASKS_WHEN),
        _told(r"review|assess|evaluat|revisit|look|examin|consider|check|monitor|audit|updat|amend|revis"),
    ),
    Deed(
        Phrases(
            "doubl(?:e|es|ed|ing)|tripl(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|ris(?:e|es|en|ing)|rose|gr(?:ow|ows|ew|own|owing)"
            "|expand(?:s|ed|ing)?|rais(?:e|es|ed|ing)",
            before=_ASKS_WHEN,
        ),
        _told("doubl|tripl|increas|ris|rose|grow|grew|expan|rais|extra|more|additional|further|extend"),
    ),
    Deed(
        Phrases(
            "halv(?:e|es|ed|ing)|cut|cuts|cutting|reduc(?:e|es|ed|ing)|shrink|shrinks|shrunk",
            before=_ASKS_WHEN,
        ),
        _told("halv|cut|reduc|shr[iu]nk|few|less|slim|minimi|remov"),
    ),
    Deed(
        Phrases("sit (?:inside|within|under)|merg(?:e|es|ed|ing)|absorbed|folded into", before=_ASKS_WHEN),
        _told(
            "becom|became|join|sits?\\b|merg|absorb|transfer|tak(?:e|es|en) (?:over|up|on)|part of|hand|establish|creat"
        ),
    ),
    Deed(
        Phrases("reported|report back|reporting", before=rf"{_ASKS_WHEN}(?<!as )"),
        _told(r"report|publish|publicat|due|assess|conclu|find|set out|final"),
    ),
)
#: The doer is asked of these; any of the quotes may tell.
_DONE = (
    Deed(
        Phrases("commissioned|ordered", before=_ASKS_WHO),
        _told("commission|establish|set up|announc|ask|order"),
    ),
    Deed(
        Phrases(r"appoint\w*|recruit\w*|hires?|hired|vet|vets", before=_ASKS_WHO),
        _told("appoint|recruit|hir|select|choos|chos|designat|employ|vet"),
    ),
    Deed(
        Phrases("pays?|paid|funds?|funded|finances?|financed|foots?|footed", before=_ASKS_WHO),
        _told("pay|paid|fund|financ|cost|grant|resourc|contribut|budget|spen[dt]|money"),
    ),
    Deed(Phrases(r"chairs?|chaired|chairing", before=_ASKS_WHO), _told("chair|presid")),
    Deed(
        Phrases(r"(?:report|answer|accountable|answerable)(?:s|ed|ing)? to", before=_ASKS_WHO, after=r"\W*$"),
        _told(
            r"report(?:s|ed|ing)? (?:\w+ )?to\b|accountab|answerable|answers? to|line.manag|responsible to"
        ),
    ),
    Deed(
        Phrases(
            r"(?:sits?|sat|serves?|served) (?:up)?on|ma(?:de|kes?|king) up|belongs? to|belonged to|comprises?",
            before=r"\b(?:who(?:'s)?|which|what)\b(?:(?!\b(?:i|we|who)\b)[^,;?]){0,50}",
        ),
        _told(
            r"compris|consist|made up|makes up|member|include[sd]|represent|bring(?:s|ing)? together"
            r"|sits?\b|sat\b|serve|belong"
        ),
        of_it=True,
    ),
    Deed(
        Phrases("stood in for|stands? in for|deputis(?:es|ed) for", before=_ASKS_WHO),
        _told("represent|on behalf|deput|interim|acting|stand|stood"),
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
        return any(_untimed(deed, sentences) for deed in _DATED if deed.asked.search(text))
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


_SINCE = Phrases("from|since|as of")


def _untimed(deed: Deed, sentences: Sequence[Sentence]) -> bool:
    """Whether no dated sentence tells of a deed."""
    dated = [s for s in sentences if s.whens]
    return not any(
        (
            deed.told.search(s.text)
            or (deed.lasts and any(w.until for w in s.whens))
            or (deed.begins and any(_SINCE.match(w.wording) for w in s.whens))
        )
        and not (deed.begins and all(w.until for w in s.whens))
        for s in dated
    )


def _said(quote: Quote) -> str:
    passage = quote.passage
    return " ".join((passage.speaker, passage.lead_in or "", passage.text))
