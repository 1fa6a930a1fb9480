"""Judging an answer against its item, without a model: outcome, place, quote, date, and what must not be."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.model import Answer, Citation
from corpus import Corpus
from evals.comparable import plain
from evals.items import GoldPlace, Item


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was right and wrong about one answer. None: does not apply to this item."""

    item: str
    outcome: bool
    reason: bool | None
    notices: bool
    recommendations: bool | None
    place: bool | None
    """A cited place is an acceptable one; every one, for a set question."""
    first: bool | None
    """The first citation is under the right recommendation and document."""
    quote: bool | None
    """A quote shows the evidence; every piece of it, for a set question."""
    dates: bool | None
    """Every gold date is there."""
    wrong_date: bool | None
    """A date is there that neither the gold nor the allowed ones hold."""
    said: bool
    """What must be said is said, what must not is not."""
    verbatim: bool
    """Every quote is found in its edition where it is said to stand."""

    @property
    def right(self) -> bool:
        """Right on outcome, notices, place, quote, date and words."""
        wanted = (self.outcome, self.notices, self.recommendations, self.place, self.quote, self.dates)
        return all(v is not False for v in (*wanted, self.said, self.verbatim)) and not self.wrong_date


def judge(item: Item, answer: Answer, corpus: Corpus) -> Verdict:
    """Compare an answer with the gold of its item."""
    answered = item.outcome == "answered"
    place = quote = first = recommendations = dates = wrong = None
    if answered:
        place, first, quote = _places(item, answer), _first(item, answer), _quotes(item, answer)
        recommendations = set(answer.recommendations) == set(item.recommendations)
        if item.dates:
            shown = [plain(d.wording) for d in answer.dates]
            dates = all(any(_same_date(g, s) for s in shown) for g in map(plain, item.dates))
            allowed = [plain(d) for d in (*item.dates, *item.other_dates)]
            wrong = not all(any(_same_date(g, s) for g in allowed) for s in shown)
    gold_notices = set(item.notices)
    shown_notices = {n.value for n in answer.notices} - {"historic_guidance"}
    return Verdict(
        item=item.id,
        outcome=answer.outcome.value == item.outcome,
        reason=None if answered else (answer.reason.value if answer.reason else None) == item.reason,
        notices=shown_notices == gold_notices,
        recommendations=recommendations,
        place=place,
        first=first,
        quote=quote,
        dates=dates,
        wrong_date=wrong,
        said=_said(item, answer),
        verbatim=all(
            corpus.editions[c.document][c.span.start : c.span.end] == c.quote for c in answer.citations
        ),
    )


def _places(item: Item, answer: Answer) -> bool | None:
    if not item.places:
        return None
    cited = {_place(c) for c in answer.citations}
    gold = set(item.places)
    return gold <= cited if item.all_places else bool(gold & cited)


def _first(item: Item, answer: Answer) -> bool | None:
    if not item.places:
        return None
    if not answer.citations:
        return False
    place = _place(answer.citations[0])
    return any((p.document, p.recommendation) == (place.document, place.recommendation) for p in item.places)


def _place(citation: Citation) -> GoldPlace:
    return GoldPlace(citation.document, citation.recommendation, citation.part.value, citation.paragraph)


def _quotes(item: Item, answer: Answer) -> bool | None:
    if not item.evidence:
        return None
    shown = [plain(c.quote) for c in answer.citations]
    together = " ".join(shown)

    def is_shown(evidence: str) -> bool:
        return evidence in together or any(len(q) > 25 and q in evidence for q in shown)

    found = [is_shown(plain(e)) for e in item.evidence]
    return all(found) if item.all_places else any(found)


def _said(item: Item, answer: Answer) -> bool:
    text = plain(answer.text)
    missing = any(plain(s) not in text for s in item.must_say)
    return not missing and not any(plain(s) in text for s in item.must_not_say)


def _same_date(gold: str, shown: str) -> bool:
    return gold == shown or gold in shown or shown in gold
