"""Reading commitments out of passages: who does what, by when, in the passage's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpus.dates import find_whens
from corpus.model import Commitment, Modality, Passage, PassageKind, Place, Span, When
from corpus.sentences import sentence_spans

#: Verb groups that open the predicate of a clause; the longer ones first.
_VERB = re.compile(
    r"\b(?:will (?:also |not |now |continue |be )*|would |shall |should (?:also |not )?|must |may |can |"
    r"(?:intends?|plans?|aims?|expects?|hopes?|proposes|agrees?|wants?|is expected|are expected|is due|are due|is likely|are likely|"
    r"is committed|is minded|are minded) (?:to|for) |to be |to (?!July|the|their|a |an )(?=[a-z]+ )|"
    r"(?:has|have|had) (?:also |already |been |now )*|is |are |was |were |"
    r"[a-z]+ed (?=the |a |an |in |on |for |by |our |its |review))"
)
_MODAL = re.compile(r"\b(?:will|shall|should|must|intends?|plans?|aims?|expects?|proposes|due|to be|likely|envisage|anticipate)\b")
_PAST = re.compile(r"\b(?:was|were|had|has|have|[a-z]{3,}ed)\b")
#: "We envisage (that) …": the promise is what follows.
_MATRIX = re.compile(r"(?:We|The Government|Ministers) (?:envisage|anticipate|expect|hope)s?(?: that)? ", re.IGNORECASE)
_LEADING = re.compile(
    r"^(?:\d{1,3}\. |In parallel, |Therefore, |To this end, |In addition,? |However, |Further, |and |but |that )+",
    re.IGNORECASE,
)
_CLAUSE_BREAK = re.compile(r"; |, (?:and|but) |\band that |\band will |\band to |\bwith a view to |, with |\bexpected to |: ")


@dataclass(frozen=True, slots=True)
class _Clause:
    """Who and what of one clause, as spans of the sentence."""

    who: str | None
    what: str
    past: bool


def commitments(passages: tuple[Passage, ...], dates: dict[str, date]) -> tuple[Commitment, ...]:
    """Every commitment of some passages, in order.

    Args:
        passages: in reading order.
        dates: document id to the day the document was written, for relative dates.
    """
    return tuple(c for p in passages for c in passage_commitments(p, dates[p.document]))


def passage_commitments(passage: Passage, written: date) -> Iterator[Commitment]:
    """The commitments of one passage, one for each date expression that a statement carries."""
    if passage.kind is PassageKind.STATUS_LINE:
        return
    offset = passage.place.span.start
    for span in sentence_spans(passage.text):
        sentence = passage.text[span.start : span.end]
        for when in find_whens(sentence, written):
            clause = _clause(sentence, when)
            if clause is None:
                continue
            yield Commitment(
                passage=passage.id,
                place=passage.place,
                who=clause.who,
                what=clause.what,
                when=when,
                sentence=sentence,
                sentence_span=Span(offset + span.start, offset + span.end),
                past=clause.past or _before(when, written),
            )


def _before(when: When, written: date) -> bool:
    return when.modality is not Modality.NONE and when.last is not None and when.last < written


def _clause(sentence: str, when: When) -> _Clause | None:
    """The clause that holds a date; None where there is no statement (a bare date line, a heading)."""
    start, end = _clause_bounds(sentence, when)
    text = sentence[start:end]
    at = _leading(text)
    verb = _VERB.search(text, at)
    if verb is None:
        if _VERB.search(sentence) is None and not re.search(r"[a-z]{3,} [a-z]{2,} [a-z]", sentence):
            return None
        return _Clause(None, _trim(text[at:], when, start + at), _is_past(sentence))
    who = _trim_subject(text[at : verb.start()])
    what = _trim(text[verb.start() :], when, start + verb.start())
    return _Clause(who, what, _is_past(text))


def _clause_bounds(sentence: str, when: When) -> tuple[int, int]:
    """The stretch of a sentence between the clause breaks around a date that has a subject of its own."""
    start = 0
    for match in _CLAUSE_BREAK.finditer(sentence, 0, when.span.start):
        rest = sentence[match.end() : when.span.start]
        if _has_subject(rest):
            start = match.end()
    end = len(sentence)
    for match in _CLAUSE_BREAK.finditer(sentence, when.span.end):
        if _has_subject(sentence[match.end() :]):
            end = match.start()
            break
    return start, end


def _has_subject(text: str) -> bool:
    verb = _VERB.search(text, _leading(text))
    return verb is not None and bool(text[_leading(text) : verb.start()].strip()) and len(text[: verb.start()].split()) <= 12


def _leading(text: str) -> int:
    at = 0
    while True:
        match = _LEADING.match(text[at:]) or _MATRIX.match(text[at:])
        if not match:
            return at
        at += match.end()


def _trim_subject(text: str) -> str | None:
    """The naming part of a subject: without a leading adverbial ("Over the summer, …") and commas."""
    if ", " in text:
        head, tail = text.split(", ", 1)
        if re.match(r"(?:Over|During|In|By|From|At|On|Subject to|Given|While|As|Once|Following)\b", head):
            text = tail
    text = text.strip(" ,")
    return text or None


def _trim(text: str, when: When, offset: int) -> str:
    """What is promised, without the date where the date stands at its end."""
    end = when.span.start - offset
    tail = text[when.span.end - offset :].strip(" .;,)") if 0 <= end <= len(text) else ""
    kept = text[:end] if 0 < end <= len(text) and not tail else text
    return kept.strip(" ,;.")


def _is_past(text: str) -> bool:
    return bool(_PAST.search(text)) and not _MODAL.search(text)


def place_of(commitment: Commitment) -> Place:
    """Where the commitment stands; the passage's place."""
    return commitment.place
