"""How many paragraphs, documents, people or items of a list are cited, where a sentence counts them."""

from __future__ import annotations

from collections.abc import Callable

from assistant.gate.claims import TallyClaim
from assistant.gate.evidence import Evidence
from assistant.model import Citation
from corpus import Corpus


def tally_fault(claim: TallyClaim, found: Evidence) -> str | None:
    """What is wrong with a count; None where so many of the kind are cited."""
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
