"""The values that the corpus hands on: documents, passages, recommendations and commitments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Part(StrEnum):
    """What a passage is within its document."""

    RECOMMENDATION = "recommendation"
    MUNRO_ARGUMENT = "munro_argument"
    GOVERNMENT_RESPONSE = "government_response"
    TIMESCALE = "timescale"
    NARRATIVE = "narrative"


class Status(StrEnum):
    """How the Government answered a recommendation."""

    ACCEPT = "accept"
    ACCEPT_IN_PRINCIPLE = "accept_in_principle"
    CONSIDER_FURTHER = "consider_further"


class PassageKind(StrEnum):
    """The shape of a passage in its edition."""

    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    STATUS_LINE = "status_line"
    """The heading that carries the response's status, such as "Government response - Accept"."""


@dataclass(frozen=True, slots=True)
class Document:
    """A catalogue entry: one source and what is known about it."""

    id: str
    title: str
    publisher: str
    date: date
    """Day of publication; relative dates ("next year") are read against it."""
    date_text: str
    audience: str
    speaker: str
    """Who speaks where a passage does not say otherwise."""
    licence: str
    sha256: str
    """SHA-256 of the source file, hexadecimal."""
    short_title: str
    """A few words for chips and tables; ours."""
    numbered_paragraphs: bool
    """True where "1." at the start of a paragraph is a paragraph number that people cite."""


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range of character offsets into an edition."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands."""

    document: str
    recommendation: int | None
    part: Part
    paragraph: int | None
    """Number of the numbered paragraph that the passage is, or belongs to as a list item; else None."""
    span: Span
    lines: tuple[int, ...]
    """Line numbers in the source (from 1) that hold the passage's words; empty where not aligned."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The smallest citable piece of an edition."""

    id: str
    """Stable: made from document, headings and text, not from the position in the file."""
    place: Place
    text: str
    """Exactly ``edition[place.span.start:place.span.end]``."""
    kind: PassageKind
    speaker: str
    headings: tuple[str, ...]
    """Headings above the passage, outermost first, without Markdown marks."""
    lead_in: str | None
    """For a list item, the text that introduces the list; None otherwise."""
    lead_in_id: str | None
    """Passage id of the lead-in; None where there is none."""

    @property
    def document(self) -> str:
        return self.place.document

    @property
    def recommendation(self) -> int | None:
        return self.place.recommendation

    @property
    def part(self) -> Part:
        return self.place.part


class Modality(StrEnum):
    """How a date bounds what is said to happen then."""

    BY = "by"
    DURING = "during"
    FROM = "from"
    IN = "in"
    AROUND = "around"
    BEFORE = "before"
    AFTER = "after"
    NONE = "none"
    """Expressly undated: "as soon as practicable"."""


@dataclass(frozen=True, slots=True)
class When:
    """A date expression as it stands in a text, and the days that it can mean."""

    wording: str
    """Verbatim."""
    modality: Modality
    first: date | None
    """First day; None where the expression has no beginning."""
    last: date | None
    """Last day, inclusive; None where the expression has no end."""
    edtf: str | None
    """EDTF (ISO 8601-2) text; None for an undated expression."""
    grain: str
    """Precision of the wording: day, month, season, part_of_year, half_year, year, span, event or none."""
    span: Span
    """Where the wording stands in the text it was read from."""

    @property
    def until(self) -> bool:
        """Whether it says until when something goes on ("until March 2012")."""
        return self.modality is Modality.DURING and self.first is None and self.last is not None


@dataclass(frozen=True, slots=True)
class Commitment:
    """A dated, or expressly undated, statement of what somebody will do."""

    passage: str
    """Passage id."""
    place: Place
    who: str | None
    """Verbatim words for the one who acts; None where the text names nobody."""
    what: str
    """Verbatim words for what is promised."""
    when: When
    sentence: str
    """The sentence, verbatim."""
    sentence_span: Span
    """Span of the sentence in the edition."""
    past: bool
    """True where the text reports something already done rather than promised."""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One of the recommendations with its four parts."""

    number: int
    title: str
    """A short title; ours, not the document's."""
    theme: int
    status: Status
    status_wording: str
    """The heading that carries the status, verbatim."""
    passages: dict[Part, tuple[Passage, ...]]

    def text(self, part: Part) -> str:
        """The words of one part, passages joined by blank lines, the status line left out."""
        return "\n\n".join(p.text for p in self.passages[part] if p.kind is not PassageKind.STATUS_LINE)
