"""A claim held against the cited spans: what is wrong with it, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from assistant.gate import claims as c
from assistant.gate.dated import date_fault, membership_fault, no_date_fault, other_date_fault
from assistant.gate.evidence import Evidence, plain
from assistant.gate.naming import numbers
from assistant.gate.statuses import claimed
from assistant.gate.tallies import tally_fault
from assistant.language.words import stems
from corpus.model import PassageKind
from corpus.patterns import lazy_regex

Fault = str | None


def fault(claim: c.Claim, found: Evidence) -> Fault:
    """What is wrong with a claim; None where the cited spans carry it."""
    return _CHECKS[type(claim)](claim, found)


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
    if _stand_in(words, found.text) or _stand_in(words, plain(found.question).lower()):
        return None
    if any(words == plain(h).lower().strip(" .,;:") for h in found.headings):
        return None
    return f"the words “{claim.wording}” are in no quote that it cites"


def _stand_in(words: str, text: str) -> bool:
    """Whether some words stand in a text as a whole."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if not (_IN_WORD.match(text[at - 1 : at]) or _IN_WORD.match(text[end : end + 1])):
            return True
        at = text.find(words, at + 1)
    return False


_IN_WORD = lazy_regex(r"\w")


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
    c.TallyClaim: tally_fault,
    c.DateClaim: date_fault,
    c.DenialClaim: _denial,
    c.DocumentClaim: _document,
    c.FigureClaim: _figure,
    c.MembershipClaim: membership_fault,
    c.NameClaim: _name,
    c.NoDateClaim: no_date_fault,
    c.NoneClaim: _none,
    c.OtherDateClaim: other_date_fault,
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
