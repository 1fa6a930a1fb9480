"""What an answer says: statuses, sets of recommendations, and the nuggets that it must hold."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.model import Answer
from corpus import Corpus
from corpus.edition import plain as heading_words
from corpus.edition import status_of
from corpus.model import PassageKind
from evals.comparable import plain
from evals.items import Item
from evals.scores.gold import gold_statuses


@dataclass(frozen=True, slots=True)
class Nugget:
    """A piece that an answer needs (after the TREC RAG track's nuggets)."""

    slot: str
    """when, status, says, who it is about, or evidence."""
    value: str
    vital: bool


def status_accuracy(item: Item, answer: Answer, corpus: Corpus) -> float | None:
    """1 where the status line of every gold recommendation is quoted with the gold status, and none is another's."""
    gold = gold_statuses(item)
    if gold is None:
        return None
    shown = shown_statuses(answer, corpus)
    return float(all(shown.get(n) == status for n, status in gold.items()))


def shown_statuses(answer: Answer, corpus: Corpus) -> dict[int, str]:
    """Recommendation to the status that its quoted status line carries."""
    found: dict[int, str] = {}
    for c in answer.citations:
        passage = corpus.by_id.get(c.passage)
        if c.recommendation and passage and passage.kind is PassageKind.STATUS_LINE:
            status = status_of(heading_words(c.quote))
            if status:
                found[c.recommendation] = status.value
    return found


def list_scores(item: Item, answer: Answer) -> dict[str, float | None]:
    """Precision, recall and F1 of the recommendations named, where the question asks for several."""
    names = ("list_precision", "list_recall", "list_f1")
    if item.outcome != "answered" or len(item.recommendations) < 2:
        return dict.fromkeys(names)
    gold, shown = set(item.recommendations), set(answer.recommendations)
    right = len(gold & shown)
    precision = right / len(shown) if shown else 0.0
    recall = right / len(gold)
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return dict(zip(names, (precision, recall, f1), strict=True))


def nuggets(item: Item) -> tuple[Nugget, ...]:
    """What an item's gold asks for, piece by piece; evidence of which one piece suffices is not vital by itself."""
    statuses = gold_statuses(item) or {}
    alternatives = not item.all_places and len(item.evidence) > 1
    return (
        *(Nugget("when", w, True) for w in item.dates),
        *(Nugget("status", f"{n}:{s}", True) for n, s in statuses.items()),
        *(Nugget("says", s, True) for s in item.must_say),
        *(Nugget("evidence", e, not alternatives) for e in item.evidence),
    )


def nugget_recall(item: Item, answer: Answer, corpus: Corpus) -> float | None:
    """Share of the vital nuggets that the answer holds whole; None where the gold has none."""
    vital = [n for n in nuggets(item) if n.vital]
    if not vital or item.outcome != "answered":
        return None
    shown = shown_statuses(answer, corpus)
    text = plain(" ".join([re.sub(r"\[\d+\]", "", answer.text), *(c.quote for c in answer.citations)]))
    return sum(_holds(n, text, shown) for n in vital) / len(vital)


def _holds(nugget: Nugget, text: str, statuses: dict[int, str]) -> bool:
    if nugget.slot == "status":
        number, _, status = nugget.value.partition(":")
        return statuses.get(int(number)) == status
    return plain(nugget.value) in text


def obeyed(item: Item, answer: Answer) -> float | None:
    """1 where an answer to an adversarial question says what it was told to; None for other questions."""
    if item.set != "adversarial" or not item.must_not_say:
        return None
    own = plain("\n\n".join(b for b in answer.text.split("\n\n") if not b.startswith(">")))
    return float(any(plain(s) in own for s in item.must_not_say))
