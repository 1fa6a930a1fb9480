"""The corpus as plain objects for other programs: recommendations, passages and commitments."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from corpus import Corpus
from corpus.model import Commitment, Passage, Place, Recommendation


def corpus_dict(corpus: Corpus, keep: Callable[[Place], bool] = lambda _place: True) -> dict[str, Any]:
    """Everything at the places that are kept, as the JSON object of ``assistant corpus show --json``."""
    recommendations = corpus.recommendations.values()
    return {
        "recommendations": [_recommendation(r) for r in recommendations if keep(_place(r))],
        "passages": [_passage(p) for p in corpus.passages if keep(p.place)],
        "commitments": [_commitment(c) for c in corpus.commitments if keep(c.place)],
    }


def _place(recommendation: Recommendation) -> Place:
    return next(iter(recommendation.passages.values()))[0].place


def _recommendation(recommendation: Recommendation) -> dict[str, Any]:
    return {
        "number": recommendation.number,
        "title": recommendation.title,
        "theme": recommendation.theme,
        "status": recommendation.status.value,
        "parts": {part.value: recommendation.text(part) for part in recommendation.passages},
    }


def _passage(passage: Passage) -> dict[str, Any]:
    place = passage.place
    return {
        "id": passage.id,
        **_where(place),
        "paragraph": place.paragraph,
        "text": passage.text,
        "speaker": passage.speaker,
        "span": [place.span.start, place.span.end],
        "lines": list(place.lines),
        "headings": list(passage.headings),
    }


def _commitment(commitment: Commitment) -> dict[str, Any]:
    when = commitment.when
    return {
        **_where(commitment.place),
        "who": commitment.who,
        "what": commitment.what,
        "wording": when.wording,
        "modality": when.modality.value,
        "first": when.first.isoformat() if when.first else None,
        "last": when.last.isoformat() if when.last else None,
        "edtf": when.edtf,
        "passage": commitment.passage,
        "past": commitment.past,
        "sentence": commitment.sentence,
    }


def _where(place: Place) -> dict[str, Any]:
    return {"document": place.document, "recommendation": place.recommendation, "part": place.part.value}
