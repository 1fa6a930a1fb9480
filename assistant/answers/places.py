"""Places, statuses and dates in words."""

from __future__ import annotations

from corpus import Corpus
from corpus.model import Document, Part, Passage, Recommendation, Status

PART_NAMES = {
    Part.RECOMMENDATION: "Recommendation",
    Part.MUNRO_ARGUMENT: "Munro's argument",
    Part.GOVERNMENT_RESPONSE: "Government response",
    Part.TIMESCALE: "Timescale",
    Part.NARRATIVE: "Narrative",
}
STATUS_NAMES = {
    Status.ACCEPT: "Accept",
    Status.ACCEPT_IN_PRINCIPLE: "Accept in principle",
    Status.CONSIDER_FURTHER: "Consider further",
}


def part_name(part: Part, corpus: Corpus) -> str:
    """What a part is called in these documents: the argument by the surname of the one who makes it."""
    if part is not Part.MUNRO_ARGUMENT or corpus.reviewer is None:
        return PART_NAMES[part]
    return f"{corpus.reviewer.split()[-1]}'s argument"


def locator(passage: Passage, corpus: Corpus) -> str:
    """Where a passage stands, in words: "Recommendation 14, Timescale" or "Press notice, Notes to editors"."""
    if passage.recommendation is not None:
        part = "text" if passage.part is Part.RECOMMENDATION else part_name(passage.part, corpus)
        return f"Recommendation {passage.recommendation}, {part}"
    document = corpus.document[passage.document].short_title
    if passage.place.paragraph is not None:
        return f"{document}, paragraph {passage.place.paragraph}"
    headings = [h.rstrip(":") for h in passage.headings if len(h) < 60]
    return f"{document}, {headings[-1]}" if headings else document


def named(recommendation: Recommendation) -> str:
    """ "recommendation 14 (Designate a Principal Child and Family Social Worker)"."""
    return f"recommendation {recommendation.number} ({recommendation.title})"


def capital(text: str) -> str:
    """The text with a capital at its beginning, also where it begins in bold."""
    at = 2 if text.startswith("**") else 0
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def document_inside(document: Document) -> str:
    """A document's short title as it stands inside a sentence: "letter to the NHS", "Government response"."""
    first, space, rest = document.short_title.partition(" ")
    is_name = first.isupper() or first in document.speaker.split()
    return f"{first if is_name else first.lower()}{space}{rest}"


def numbers_or_range(values: tuple[int, ...]) -> str:
    """ "1, 4 and 6"; "3 to 30" for every number from the first to the last."""
    run = len(values) > LONGEST_RUN and values == tuple(range(values[0], values[-1] + 1))
    return f"{values[0]} to {values[-1]}" if run else numbers(values)


#: Consecutive numbers told one by one; more are told as a range.
LONGEST_RUN = 5


def numbers(values: tuple[int, ...]) -> str:
    """ "1, 4 and 6"."""
    shown = [str(v) for v in values]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else "none"


def listed(words: list[str], joiner: str = "and") -> str:
    """ "a, b and c"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {joiner} {words[-1]}" if words else ""
