"""JSON: the quiz as the object that other programs read; each citation with its document's title and date."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from assistant.quiz.formats.model import Job
from corpus.model import Document


def quiz_object(job: Job) -> dict[str, Any]:
    """The object of the contract, ``{"items": [...], "seed": 7}``."""
    made = job.quiz.as_dict()
    for item in made["items"]:
        item["citations"] = [c | _document(c["document"], job.documents) for c in item["citations"]]
    return made


def write_json(job: Job) -> bytes:
    """Every kind, as UTF-8 on lines of their own; ends with a line end."""
    text = json.dumps(quiz_object(job), ensure_ascii=False, indent=2)
    return f"{text}\n".encode(errors="backslashreplace")


def _document(identity: str, documents: Mapping[str, Document]) -> dict[str, str | None]:
    document = documents.get(identity)
    return {
        "title": document.short_title if document else None,
        "date": document.date.isoformat() if document else None,
    }
