"""What ``assistant corpus show`` shows, as Markdown, rows and JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from assistant.cli.records import corpus_dict
from corpus import Corpus
from corpus.model import Commitment, Part, Recommendation

Table = tuple[Sequence[str], Sequence[Sequence[str]]]
"""Headings and rows."""


def recommendations(corpus: Corpus) -> Table:
    """A row for each recommendation, with the words of its dates."""
    rows = [
        (str(r.number), r.title, str(r.theme), _status(r), "; ".join(_wordings(corpus, r.number)) or "-")
        for r in corpus.recommendations.values()
    ]
    return ("no.", "title (ours)", "theme", "status", "timescale"), rows


def documents(corpus: Corpus) -> Table:
    """A row for each document."""
    rows = [(d.id, d.date_text, d.title) for d in corpus.documents]
    return ("document", "date", "title"), rows


def recommendation(corpus: Corpus, number: int) -> str:
    """One recommendation as Markdown: what is known about it, then the words of the edition."""
    made = corpus.recommendations[number]
    passages = [p for part in made.passages.values() for p in part]
    edition = corpus.editions[passages[0].document]
    start, end = min(p.place.span.start for p in passages), max(p.place.span.end for p in passages)
    facts = [
        f"# Recommendation {number}: {made.title}",
        f"- Title: ours\n- Theme: {made.theme}, {corpus.themes.get(made.theme, 'unnamed')}\n"
        f"- Status: **{_status(made)}** (“{made.status_wording}”)",
    ]
    dates = [_date(c) for c in corpus.commitments if c.place.recommendation == number]
    return "\n\n".join(
        [
            *facts,
            "##### Recommendation",
            edition[edition.rfind("\n", 0, start) + 1 : end],
            "##### Dates in these words",
            "\n".join(dates) or "None.",
        ]
    )


def document(corpus: Corpus, identity: str) -> str:
    """One document as Markdown: its catalogue entry, then the whole edition."""
    entry = corpus.document[identity]
    return (
        f"- Publisher: {entry.publisher}\n- Date: {entry.date_text}\n- For: {entry.audience}\n"
        f"- Licence: {entry.licence}\n- SHA-256 of the source: {entry.sha256}\n\n{corpus.editions[identity]}"
    ).rstrip("\n")


def as_json(corpus: Corpus, number: int | None, identity: str | None) -> str:
    """The corpus, or what stands under one recommendation or in one document, as a JSON object."""
    kept = corpus_dict(
        corpus,
        lambda place: number in (None, place.recommendation) and identity in (None, place.document),
    )
    return json.dumps(kept, ensure_ascii=False, indent=2)


def _status(made: Recommendation) -> str:
    return made.status.value.replace("_", " ")


def _wordings(corpus: Corpus, number: int) -> list[str]:
    found = [
        c.when.wording
        for c in corpus.commitments
        if c.place.recommendation == number and c.place.part is Part.TIMESCALE
    ]
    return list(dict.fromkeys(found))


def _date(commitment: Commitment) -> str:
    when = commitment.when
    days = f"{when.first or '…'} to {when.last or '…'}" if when.first or when.last else "no date"
    who = f"{commitment.who}: " if commitment.who else ""
    past = " (reported as done)" if commitment.past else ""
    return f"- **{when.wording}** [{when.modality.value}, {days}] {who}{commitment.what}{past}"
