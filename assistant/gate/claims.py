"""What a sentence claims, in types that can each be held against the cited spans."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.model import Part, Status, When


@dataclass(frozen=True, slots=True)
class _Worded:
    """A claim that is known by its words alone."""

    wording: str


@dataclass(frozen=True, slots=True)
class DateClaim:
    """Something is dated so."""

    when: When
    before: str
    """The word before the date, which an odd wording may begin with."""


@dataclass(frozen=True, slots=True)
class NoDateClaim:
    """No (calendar) date is given."""

    numbers: tuple[int, ...]
    """For these recommendations; empty: in what is cited."""


@dataclass(frozen=True, slots=True)
class OtherDateClaim:
    """The date that the asker named is the one given, or is not."""

    denied: bool


@dataclass(frozen=True, slots=True)
class FigureClaim:
    """A number is given."""

    wording: str
    value: str


@dataclass(frozen=True, slots=True)
class StatusClaim:
    """Recommendations were answered so."""

    statuses: frozenset[Status]
    """One of these; empty: rejected."""
    numbers: tuple[int, ...]
    """Of these recommendations; empty: of those cited."""
    denied: bool
    """Says that it was not so."""
    firm: bool
    """Speaks of a recommendation's status for certain; else the words may be said of something else."""
    wording: str


@dataclass(frozen=True, slots=True)
class RecommendationClaim:
    """Speaks of a recommendation by number."""

    number: int


@dataclass(frozen=True, slots=True)
class TitleClaim:
    """Calls a recommendation by a title."""

    number: int
    title: str


@dataclass(frozen=True, slots=True)
class PartClaim:
    """Speaks of a part of recommendations: of the response to them, of their timescale."""

    part: Part
    numbers: tuple[int, ...]
    """Empty: of those cited."""


@dataclass(frozen=True, slots=True)
class DocumentClaim:
    """Names a document as the source."""

    document: str


@dataclass(frozen=True, slots=True)
class ParagraphClaim:
    """Names a numbered paragraph as the source."""

    number: int


@dataclass(frozen=True, slots=True)
class ThemeClaim:
    """Recommendations stand under a theme, or a theme bears a name."""

    number: int
    numbers: tuple[int, ...]
    outside: bool


class SpeakerClaim(_Worded):
    """Somebody says what is cited."""

    __slots__ = ()


class NameClaim(_Worded):
    """A person, a role or a body is named."""

    __slots__ = ()


class QuotedClaim(_Worded):
    """Words are put in quotation marks."""

    __slots__ = ()


class DenialClaim(_Worded):
    """Something is denied that is no status and no date."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class VerdictClaim:
    """The answer to a question whether something is so."""

    true: bool


@dataclass(frozen=True, slots=True)
class CountClaim:
    """So many recommendations are listed."""

    count: int
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TallyClaim:
    """So many things of a kind are cited: paragraphs, documents, people, items of a list."""

    count: int
    kind: str
    """As the sentence calls it, without an ending."""


@dataclass(frozen=True, slots=True)
class MembershipClaim:
    """The recommendations listed are those dated so, in the asker's words."""

    when: When
    others: tuple[When, ...]
    """Periods of which one is enough, where several were asked for."""
    relation: str
    """after, before, only, or nothing."""
    wanted: bool
    numbers: tuple[int, ...]


class AskedClaim(_Worded):
    """The asker's own words, repeated to say what was looked for."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class NoneClaim:
    """No recommendation is of the kind asked for."""

    statuses: frozenset[Status]
    themes: tuple[int, ...]
    outside: bool
    """Of themes other than these."""


Claim = (
    DateClaim
    | NoDateClaim
    | OtherDateClaim
    | FigureClaim
    | StatusClaim
    | RecommendationClaim
    | TitleClaim
    | PartClaim
    | DocumentClaim
    | ParagraphClaim
    | ThemeClaim
    | SpeakerClaim
    | NameClaim
    | QuotedClaim
    | DenialClaim
    | VerdictClaim
    | CountClaim
    | TallyClaim
    | MembershipClaim
    | AskedClaim
    | NoneClaim
)
