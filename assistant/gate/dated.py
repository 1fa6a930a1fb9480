"""Claims about dates held against the cited spans."""

from __future__ import annotations

from assistant.answers.matching import deadline, same_period, within
from assistant.gate import claims as c
from assistant.gate.evidence import Evidence, plain
from assistant.question.date_bounds import bounding_years
from assistant.question.dates import with_years
from assistant.question.periods import plain_periods
from corpus.dates import find_whens
from corpus.model import Part, When
from corpus.patterns import lazy_regex

Fault = str | None
_DIGITS = lazy_regex(r"\d+")


def date_fault(claim: c.DateClaim, found: Evidence) -> Fault:
    """What is wrong with a date that is given; None where a cited span gives it."""
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


def no_date_fault(claim: c.NoDateClaim, found: Evidence) -> Fault:
    """What is wrong with the statement that there is no calendar date."""
    recs = found.corpus.recommendations
    if claim.numbers:
        texts = [
            (p.text, p.document) for n in claim.numbers if n in recs for p in recs[n].passages[Part.TIMESCALE]
        ]
    else:
        texts = [(t.text, t.citation.document) for t in found.cited]
    dated = [w for text, doc in texts for w in find_whens(text, found.corpus.document[doc].date) if w.edtf]
    return f"there is a date: {dated[0].wording!r}" if dated or not texts else None


def other_date_fault(claim: c.OtherDateClaim, found: Evidence) -> Fault:
    """What is wrong with the statement that the date asked about is, or is not, given."""
    asked = _asked_dates(found)
    given = any(same_when(w, q) for w in found.whens for q in asked)
    if given is claim.denied:
        return f"the date asked about is {'' if given else 'not '}given"
    return None


def membership_fault(claim: c.MembershipClaim, found: Evidence) -> Fault:
    """What is wrong with a set said to be, or not to be, of a period."""
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


def _asked_dates(found: Evidence) -> tuple[When, ...]:
    written = found.corpus.documents[0].date
    as_put = with_years(plain_periods(found.question))
    texts = (found.question, as_put, *(f"in {year}" for year in bounding_years(found.question)))
    return tuple(when for text in dict.fromkeys(texts) for when in find_whens(text, written))
