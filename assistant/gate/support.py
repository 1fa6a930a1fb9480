"""A claim held against the cited spans: what is wrong with it, or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from assistant.answers.matching import deadline, same_period, within
from assistant.gate import claims as c
from assistant.gate.evidence import Evidence, plain
from assistant.gate.naming import numbers
from assistant.gate.statuses import claimed
from assistant.language.words import stems
from assistant.model import Citation
from corpus import Corpus
from corpus.dates import find_whens
from corpus.model import Part, PassageKind, When

Fault = str | None


def fault(claim: c.Claim, found: Evidence) -> Fault:
    """What is wrong with a claim; None where the cited spans carry it."""
    return _CHECKS[type(claim)](claim, found)


def _date(claim: c.DateClaim, found: Evidence) -> Fault:
    if any(same_when(claim.when, w) for w in found.whens):
        return None
    wording = plain(claim.when.wording).lower()
    if claim.when.edtf is None and wording in found.text:
        return None
    if any(plain(w.wording).lower() == f"{claim.before.lower()} {wording}" for w in found.whens):
        return None
    return f"the date {claim.when.wording!r} is in no quote that it cites"


def same_when(a: When, b: When) -> bool:
    """Whether two date expressions are worded alike or bound the same days."""
    if plain(a.wording).lower() == plain(b.wording).lower():
        return True
    alike = a.edtf is not None and (a.modality, a.grain, a.first, a.last) == (
        b.modality,
        b.grain,
        b.first,
        b.last,
    )
    return alike and set(_DIGITS.findall(a.wording)) <= set(_DIGITS.findall(b.wording))


_DIGITS = re.compile(r"\d+")


def _no_date(claim: c.NoDateClaim, found: Evidence) -> Fault:
    recs = found.corpus.recommendations
    if claim.numbers:
        texts = [
            (p.text, p.document) for n in claim.numbers if n in recs for p in recs[n].passages[Part.TIMESCALE]
        ]
    else:
        texts = [(t.text, t.citation.document) for t in found.cited]
    dated = [w for text, doc in texts for w in find_whens(text, found.corpus.document[doc].date) if w.edtf]
    return f"there is a date: {dated[0].wording!r}" if dated or not texts else None


def _other_date(claim: c.OtherDateClaim, found: Evidence) -> Fault:
    asked = _asked_dates(found)
    given = any(same_when(w, q) for w in found.whens for q in asked)
    if given is claim.denied:
        return f"the date asked about is {'' if given else 'not '}given"
    return None


def _asked_dates(found: Evidence) -> tuple[When, ...]:
    return find_whens(found.question, found.corpus.documents[0].date)


def _figure(claim: c.FigureClaim, found: Evidence) -> Fault:
    if any(claim.value in s.figures for s in found.sentences):
        return None
    return f"the figure {claim.wording!r} is in no quote that it cites"


def _status(claim: c.StatusClaim, found: Evidence) -> Fault:
    recs = found.corpus.recommendations
    about = claim.numbers or tuple(
        dict.fromkeys(x.citation.recommendation for x in found.cited if x.citation.recommendation)
    )
    if not about or not all(n in recs for n in about):
        return f"the status {claim.wording!r} is said of no recommendation"
    for n in about:
        if (recs[n].status in claim.statuses) is claim.denied:
            return f"recommendation {n} was not answered so: {claim.wording!r}"
        if not any(_gives_status(x.citation.passage, n, found) for x in found.cited):
            return f"no quote that it cites gives the status of recommendation {n}"
    return None


def _gives_status(passage: str, number: int, found: Evidence) -> bool:
    held = found.corpus.by_id.get(passage)
    return held is not None and held.recommendation == number and held.kind is PassageKind.STATUS_LINE


def _recommendation(claim: c.RecommendationClaim, found: Evidence) -> Fault:
    if claim.number not in found.corpus.recommendations:
        return f"there is no recommendation {claim.number}"
    if any(x.citation.recommendation == claim.number for x in found.cited):
        return None
    if claim.number in numbers(found.text):
        return None
    return f"nothing that it cites stands under recommendation {claim.number}"


def _title(claim: c.TitleClaim, found: Evidence) -> Fault:
    rec = found.corpus.recommendations.get(claim.number)
    if rec is not None and plain(rec.title) == plain(claim.title):
        return None
    return f"recommendation {claim.number} has another title than {claim.title!r}"


def _part(claim: c.PartClaim, found: Evidence) -> Fault:
    held = {(x.citation.recommendation, x.citation.part) for x in found.cited}
    parts = {part for _, part in held}
    missing = [n for n in claim.numbers if (n, claim.part) not in held]
    if missing or claim.part not in parts:
        return f"it cites no {claim.part.value.replace('_', ' ')}"
    return None


def _document(claim: c.DocumentClaim, found: Evidence) -> Fault:
    if any(x.citation.document == claim.document for x in found.cited):
        return None
    return f"nothing that it cites stands in {claim.document}"


def _paragraph(claim: c.ParagraphClaim, found: Evidence) -> Fault:
    if any(x.citation.paragraph == claim.number for x in found.cited):
        return None
    return f"nothing that it cites is paragraph {claim.number}"


def _theme(claim: c.ThemeClaim, found: Evidence) -> Fault:
    recs = found.corpus.recommendations
    if claim.number not in found.corpus.themes:
        return f"there is no theme {claim.number}"
    wrong = [n for n in claim.numbers if n in recs and (recs[n].theme == claim.number) is claim.outside]
    return f"recommendation {wrong[0]} stands under another theme" if wrong else None


def _speaker(claim: c.SpeakerClaim, found: Evidence) -> Fault:
    wanted = set(stems(claim.wording)) - _ARTICLES
    if any(wanted <= set(stems(x.citation.speaker)) for x in found.cited):
        return None
    return f"{claim.wording} says nothing of what it cites"


_ARTICLES = frozenset(stems("the a an of and for"))


def _name(claim: c.NameClaim, found: Evidence) -> Fault:
    wanted = set(stems(claim.wording)) - _ARTICLES
    held = {s for read in found.sentences for s in read.stems}
    held |= {s for x in found.cited for s in stems(x.citation.speaker)}
    return None if wanted <= held else f"{claim.wording!r} is named in no quote that it cites"


def _quoted(claim: c.QuotedClaim, found: Evidence) -> Fault:
    words = plain(claim.wording).lower().strip(" .,;:")
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    if whole.search(found.text) or whole.search(plain(found.question).lower()):
        return None
    return f"the words “{claim.wording}” are in no quote that it cites"


def _denial(claim: c.DenialClaim, found: Evidence) -> Fault:
    return f"{claim.wording!r} is in no quote that it cites" if not found.denies else None


def _verdict(claim: c.VerdictClaim, found: Evidence) -> Fault:
    statuses = claimed(found.question)
    recs = [found.corpus.recommendations[n] for x in found.cited if (n := x.citation.recommendation)]
    if statuses is None or not recs or claim.true is (recs[0].status in statuses):
        return None
    return "the question is answered the wrong way round"


def _count(claim: c.CountClaim, found: Evidence) -> Fault:
    if claim.count == len(claim.numbers):
        return None
    return f"it counts {claim.count} and lists {len(claim.numbers)}"


def _tally(claim: c.TallyClaim, found: Evidence) -> Fault:
    told = _TOLD_APART[claim.kind]
    count = len({key for x in found.cited if (key := told(x.citation, found.corpus)) is not None})
    return None if count == claim.count else f"it counts {claim.count} and cites {count}"


def _item(citation: Citation, corpus: Corpus) -> str | None:
    return citation.passage if corpus.by_id[citation.passage].lead_in_id else None


def _person(citation: Citation, corpus: Corpus) -> str:
    """Who speaks in a quote, or who is introduced by it."""
    return citation.passage if citation.quote.endswith("said:") else citation.speaker


_TOLD_APART: dict[str, Callable[[Citation, Corpus], object]] = {
    "paragraph": lambda citation, _: citation.paragraph,
    "document": lambda citation, _: citation.document,
    "letter": lambda citation, _: citation.document,
    "person": _person,
    "people": _person,
    "item": _item,
}


def _membership(claim: c.MembershipClaim, found: Evidence) -> Fault:
    wanted = (claim.when, *claim.others)
    asked = _asked_dates(found)
    if asked and not all(any(_is_asked(w, claim.relation, q) for q in asked) for w in wanted):
        return f"nothing dated {claim.when.wording!r} was asked for"
    for n in claim.numbers:
        whens = [w for x in found.cited if x.citation.recommendation == n for w in x.whens]
        fits = [w for w in whens if any(_fits(w, q, claim.relation) for q in wanted)]
        if bool(fits) is not claim.wanted:
            return f"what it cites of recommendation {n} is dated otherwise than {claim.when.wording!r}"
    return None


def _is_asked(claimed: When, relation: str, asked: When) -> bool:
    """Whether a period is the one in a question: that very one, or the edge it names ("before July 2012": "July 2012")."""
    if same_period(claimed, asked):
        return True
    edge = f"{relation} {plain(claimed.wording)}".lower()
    return relation == asked.modality.value and plain(asked.wording).lower() == edge


def _fits(when: When, asked: When, relation: str) -> bool:
    if relation == "after":
        return when.edtf is not None and deadline(when) > (asked.last or deadline(asked))
    if relation == "before":
        return when.edtf is not None and deadline(when) < (asked.first or deadline(asked))
    return same_period(when, asked) or within(when, asked)


def _none(claim: c.NoneClaim, found: Evidence) -> Fault:
    if not claim.statuses:
        return None
    for rec in found.corpus.recommendations.values():
        inside = not claim.themes or (rec.theme in claim.themes) is not claim.outside
        if rec.status in claim.statuses and inside:
            return f"recommendation {rec.number} is of the kind asked for"
    return None


def _asked(_claim: c.AskedClaim, _found: Evidence) -> Fault:
    return None


_CHECKS: dict[type, Callable[[Any, Evidence], Fault]] = {
    c.AskedClaim: _asked,
    c.CountClaim: _count,
    c.TallyClaim: _tally,
    c.DateClaim: _date,
    c.DenialClaim: _denial,
    c.DocumentClaim: _document,
    c.FigureClaim: _figure,
    c.MembershipClaim: _membership,
    c.NameClaim: _name,
    c.NoDateClaim: _no_date,
    c.NoneClaim: _none,
    c.OtherDateClaim: _other_date,
    c.ParagraphClaim: _paragraph,
    c.PartClaim: _part,
    c.QuotedClaim: _quoted,
    c.RecommendationClaim: _recommendation,
    c.SpeakerClaim: _speaker,
    c.StatusClaim: _status,
    c.ThemeClaim: _theme,
    c.TitleClaim: _title,
    c.VerdictClaim: _verdict,
}
"""Claim type to its check."""
