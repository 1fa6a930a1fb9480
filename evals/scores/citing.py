"""Citations: whether they carry what is said, point where they should, and are word for word.

Recall and precision are ALCE's (Gao and others, 2023, arXiv:2305.14627) with "supports" replaced by containment: a
citation supports a statement where the numbers, dates, statuses and names of the statement stand in its quote or
in its place.
"""

from __future__ import annotations

import re
from datetime import date

from assistant.model import Answer, Citation
from corpus import Corpus
from corpus.dates import find_whens
from corpus.model import Part, PassageKind
from evals.comparable import plain
from evals.items import GoldPlace, Item
from evals.scores.dates import share
from evals.scores.text import Statement, statements

_REFERENCE = re.compile(
    r"\b(?:recommendations?|recs?|paragraphs?|themes?) \d+(?:(?:,| and|, and| or|–) \d+)*", re.IGNORECASE
)
_DATED_PLACE = re.compile(r"\([^()]*\b(?:July|October) 2011\)|\bdated [^:]*:")
_STATUS = re.compile(r"accept(?:ed)? in principle|consider(?:ed)? further|\baccept(?:ed)?\b", re.IGNORECASE)
_NAME = re.compile(
    r"\b(?:[A-Z][a-z]+(?:['’]s)?|[A-Z]{2,}s?)(?: (?:of|and|for|the)(?= [A-Z])| (?:[A-Z][a-z]+|[A-Z]{2,}s?))+"
)
_YEAR = date(2011, 7, 13)


def citation_scores(answer: Answer, corpus: Corpus) -> dict[str, float | None]:
    """Recall over statements that hold something to check, precision over the citations they point at."""
    cited = {c.n: c for c in answer.citations}
    recalled: list[bool] = []
    precise: dict[int, bool] = {}
    for statement in statements(answer, corpus):
        wanted = slots(statement)
        if not wanted:
            continue
        held = {n: _held(wanted, cited[n], corpus) for n in statement.markers if n in cited}
        recalled.append(set().union(*held.values()) == wanted if held else False)
        for n, some in held.items():
            precise[n] = precise.get(n, False) or bool(some)
    return {"citation_recall": share(recalled), "citation_precision": share(precise.values())}


def slots(statement: Statement) -> set[str]:
    """The dates, statuses, numbers and names of a statement; numbers of recommendations and paragraphs are places."""
    text = _DATED_PLACE.sub("", _REFERENCE.sub("", statement.text))
    found = {plain(m[0]) for m in _STATUS.finditer(text)}
    for when in reversed(find_whens(text, _YEAR)):
        found.add(plain(when.wording))
        text = f"{text[: when.span.start]} {text[when.span.end :]}"
    found |= {m for m in re.findall(r"\b\d[\d,.]*\d\b|\b\d\b", text)}
    return found | {plain(m[0]) for m in _NAME.finditer(text)}


def _held(wanted: set[str], citation: Citation, corpus: Corpus) -> set[str]:
    document = corpus.document.get(citation.document)
    named = f"{document.title} {document.publisher} {document.short_title}" if document else ""
    text = plain(f"{citation.quote} {citation.locator} {citation.speaker} {named}")
    statuses = text.replace("accepts", "accept")
    return {w for w in wanted if w in text or _status_root(w) in statuses}


def _status_root(slot: str) -> str:
    return slot.replace("accepted", "accept").replace("considered", "consider")


def target_scores(item: Item, answer: Answer, corpus: Corpus) -> dict[str, float | None]:
    """Precision, recall and F1 over (document, recommendation, part).

    Where one place suffices, recall is 1 if any acceptable one is cited. The status line and the timescale of a
    recommendation that the gold names are given beside every answer about it; where the gold does not name them
    they count neither for nor against.
    """
    names = ("target_precision", "target_recall", "target_f1")
    if not item.places:
        return dict.fromkeys(names)
    gold = {_target(p) for p in item.places}
    beside = {(p.document, p.recommendation) for p in item.places if p.recommendation}
    cited = {
        target
        for c in answer.citations
        for target in [(c.document, c.recommendation, c.part.value)]
        if target in gold or not (_is_beside(c, corpus) and target[:2] in beside)
    }
    right = len(gold & cited)
    recall = right / len(gold) if item.all_places else float(right > 0)
    precision = right / len(cited) if cited else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return dict(zip(names, (precision, recall, f1), strict=True))


def _target(place: GoldPlace) -> tuple[str, int | None, str]:
    return place.document, place.recommendation, place.part


def _is_beside(citation: Citation, corpus: Corpus) -> bool:
    passage = corpus.by_id.get(citation.passage)
    line = passage is not None and passage.kind is PassageKind.STATUS_LINE
    return line or citation.part is Part.TIMESCALE


def quote_fidelity(answer: Answer, corpus: Corpus) -> float | None:
    """Share of quotes that equal their edition at their span; None for no quotes."""
    return share(
        corpus.editions.get(c.document, "")[c.span.start : c.span.end] == c.quote for c in answer.citations
    )


def wrong_recommendation(item: Item, answer: Answer) -> float | None:
    """1 where the first citation belongs to another recommendation; None where the gold names none."""
    if not item.recommendations or not answer.citations:
        return None
    number = answer.citations[0].recommendation
    return float(number is not None and number not in item.recommendations)
