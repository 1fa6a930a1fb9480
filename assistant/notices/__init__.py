"""What is noticed in a question before anything else: a live concern about somebody, and personal data."""

from __future__ import annotations

from assistant.notices.concern import concern_in_pieces, live_concern, pieces
from assistant.notices.identifiers import Finding, Kind
from assistant.notices.names import public_names
from assistant.notices.personal import mask, personal_data, without_markers

__all__ = [
    "Finding",
    "Kind",
    "concern_in_pieces",
    "live_concern",
    "mask",
    "personal_data",
    "pieces",
    "public_names",
    "without_markers",
]
