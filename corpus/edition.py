"""Reading an edition: Markdown in reading order becomes passages with exact spans."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from corpus.errors import CorpusError
from corpus.model import Document, Part, Passage, PassageKind, Place, Span, Status
from corpus.patterns import lazy_regex

_HEADING = lazy_regex(r"(#{1,6}) (.+)")
_ITEM = lazy_regex(r"( *)- (.+)")
_QUOTE = lazy_regex(r"> (.+)")
_NUMBERED = lazy_regex(r"(\d{1,3})\. ")
_RECOMMENDATION = lazy_regex(r"Recommendation (\d{1,3})\W*$")
_RESPONSE = lazy_regex(r"Government response\s*[–-]\s*(.+?)\.?$")
_SAYS = lazy_regex(r"(?:.*[a-z]{3}[.!?]\s+)?(?P<speaker>.+?),? said:")

_STATUSES = {
    "accept": Status.ACCEPT,
    "accept in principle": Status.ACCEPT_IN_PRINCIPLE,
    "consider further": Status.CONSIDER_FURTHER,
}

#: "Munro's argument": the heading over the reasons of the one who recommends, under that one's surname.
_ARGUMENT = lazy_regex(r"(?P<name>[^\W\d_][\w-]*?)(?:['’]s?)? arguments?\W*$", re.IGNORECASE)
#: What a surname may stand behind.
_TITLE = "Professor|Dr|Sir|Dame|Lord|Lady|Baroness|Mr|Mrs|Ms|Miss|Judge"
#: Parts of the table in which the one who recommends is heard, not the document's own speaker.
_RECOMMENDS = (Part.RECOMMENDATION, Part.MUNRO_ARGUMENT)
_SIGNED = lazy_regex(r"^[A-Z][\w.'’-]+ [A-Z][\w'’-]+ MP$")


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, quotation or list item of an edition."""

    kind: str
    """heading, paragraph, quotation or item"""
    level: int
    """Number of hashes of a heading; indent of an item."""
    text: str
    span: Span


def blocks(edition: str) -> Iterator[Block]:
    """The blocks of an edition, line by line: an edition keeps each block on a line of its own."""
    offset = 0
    for line in edition.splitlines(keepends=True):
        text = line.rstrip()
        if text.strip("> "):
            yield _block(text, offset)
        offset += len(line)


def _block(text: str, offset: int) -> Block:
    for kind, pattern in (("heading", _HEADING), ("item", _ITEM), ("quotation", _QUOTE)):
        if match := pattern.fullmatch(text):
            body = match.lastindex or 1
            level = len(match[1]) if body == 2 else 0
            return Block(kind, level, match[body], Span(offset + match.start(body), offset + len(text)))
    start = len(text) - len(text.lstrip())
    return Block("paragraph", 0, text.lstrip(), Span(offset + start, offset + len(text)))


def status_of(heading: str) -> Status | None:
    """The status that a "Government response - …" heading carries; None for any other heading.

    Raises:
        CorpusError: the heading is one of a response but its status is not one of the three.
    """
    match = _RESPONSE.fullmatch(heading.strip())
    if not match:
        return None
    wording = " ".join(match[1].lower().split())
    if wording not in _STATUSES:
        raise CorpusError(f"Unknown status {match[1]!r} in heading {heading!r}. Run: assistant corpus check")
    return _STATUSES[wording]


def plain(text: str) -> str:
    """Words without Markdown emphasis."""
    return re.sub(r"\*+", "", text).strip()


Lines = Callable[[Span], tuple[int, ...]]


@dataclass(slots=True)
class _Reader:
    document: Document
    lines: Lines
    recommendations: bool
    reviewer: str | None
    """Who recommends; None where no heading tells."""
    headings: dict[int, str] = field(default_factory=dict)
    recommendation: int | None = None
    level: int = 0
    part: Part = Part.NARRATIVE
    paragraph: int | None = None
    speaker: str | None = None
    leads: list[tuple[int, Passage]] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)

    def heading(self, block: Block) -> Passage | None:
        text = plain(block.text)
        self.headings = {level: h for level, h in self.headings.items() if level < block.level}
        self.headings[block.level] = text
        self.paragraph, self.speaker, self.leads = None, None, []
        if self.recommendations and (match := _RECOMMENDATION.fullmatch(text)):
            self.recommendation, self.part = int(match[1]), Part.RECOMMENDATION
            self.level = block.level
        elif self.recommendation is None or block.level <= self.level:
            self.recommendation, self.part = None, Part.NARRATIVE
        elif status_of(text) is not None:
            self.part = Part.GOVERNMENT_RESPONSE
            return self.passage(block, PassageKind.STATUS_LINE, None)
        elif _ARGUMENT.fullmatch(text):
            self.part = Part.MUNRO_ARGUMENT
        elif text.lower().startswith("timescale"):
            self.part = Part.TIMESCALE
        elif text == "Recommendation":
            self.part = Part.RECOMMENDATION
        else:
            raise CorpusError(
                f"{self.document.id}: unknown part {text!r} under recommendation {self.recommendation}. "
                "Run: assistant corpus check"
            )
        return None

    def body(self, block: Block) -> Passage:
        if block.kind == "item":
            self.leads = [(level, p) for level, p in self.leads if level < block.level]
            lead = self.leads[-1][1] if self.leads else None
            made = self.passage(block, PassageKind.LIST_ITEM, lead)
            self.leads.append((block.level, made))
            return made
        if block.kind == "paragraph":
            self._number(block)
            self.speaker = None
        made = self.passage(block, PassageKind.PARAGRAPH, None)
        said = _SAYS.fullmatch(plain(block.text))
        if block.kind == "paragraph" and said:
            self.speaker = said["speaker"]
        self.leads = [(-1, made)]
        return made

    def _number(self, block: Block) -> None:
        number = _NUMBERED.match(block.text) if self.document.numbered_paragraphs else None
        if number:
            self.paragraph = int(number[1])
        elif self.part is not Part.NARRATIVE:
            self.paragraph = None

    def passage(self, block: Block, kind: PassageKind, lead: Passage | None) -> Passage:
        headings = tuple(self.headings[level] for level in sorted(self.headings))
        part = self.part
        place = Place(
            self.document.id, self.recommendation, part, self.paragraph, block.span, self.lines(block.span)
        )
        default = (self.reviewer if part in _RECOMMENDS else None) or self.document.speaker
        return Passage(
            id=self._id(headings, block.text),
            place=place,
            text=block.text,
            kind=kind,
            speaker=(self.speaker if block.kind == "quotation" else None) or default,
            headings=headings,
            lead_in=_lead_text(lead),
            lead_in_id=lead.id if lead else None,
        )

    def _id(self, headings: tuple[str, ...], text: str) -> str:
        digest = hashlib.sha256("\n".join((self.document.id, *headings, text)).encode()).hexdigest()[:8]
        where = f"rec-{self.recommendation}/{self.part.value}" if self.recommendation else "narrative"
        key = f"{self.document.id}/{where}/{digest}"
        count = self.seen[key] = self.seen.get(key, 0) + 1
        return key if count == 1 else f"{key}-{count}"


def _lead_text(lead: Passage | None) -> str | None:
    if lead is None:
        return None
    return f"{lead.lead_in} {lead.text}" if lead.kind is PassageKind.LIST_ITEM and lead.lead_in else lead.text


def holds_responses(edition: str) -> bool:
    """Whether an edition holds recommendations with the responses to them."""
    headings = [plain(b.text) for b in blocks(edition) if b.kind == "heading"]
    return any(_RECOMMENDATION.fullmatch(h) for h in headings) and any(
        _RESPONSE.fullmatch(h) for h in headings
    )


def reviewer(edition: str) -> str | None:
    """Who recommends, as the edition calls that person most ("Professor Munro"); None where no heading names anybody."""
    headings = (_ARGUMENT.fullmatch(plain(b.text)) for b in blocks(edition) if b.kind == "heading")
    name = next((m["name"] for m in headings if m), None)
    if name is None:
        return None
    titled = Counter(
        re.findall(rf"\b(?:{_TITLE})(?: [A-Z][\w-]+){{0,2}} {re.escape(name)}\b", edition)
    ).most_common(1)
    return titled[0][0] if titled else name


def read_edition(
    document: Document, edition: str, lines: Lines = lambda _span: (), *, recommendations: bool = True
) -> tuple[Passage, ...]:
    """Cut an edition into passages.

    Args:
        document: the catalogue entry of the edition.
        edition: its whole text; each heading, paragraph, quotation and list item on its own line.
        lines: gives the source lines that hold a span of the edition.
        recommendations: whether headings such as "Recommendation 1" begin a recommendation with its parts.

    Raises:
        CorpusError: a heading inside a recommendation is not one of the four parts.
    """
    reader = _Reader(document, lines, recommendations, reviewer(edition))
    made: list[Passage] = []
    for block in blocks(edition):
        passage = reader.heading(block) if block.kind == "heading" else reader.body(block)
        if passage is not None:
            made.append(passage)
    return _signed_sections(made)


def _signed_sections(passages: list[Passage]) -> tuple[Passage, ...]:
    """Give a section of narrative that ends with a signature ("Tim Loughton MP") to the one who signed it."""
    signed: dict[tuple[str, ...], str] = {}
    for passage in passages:
        if passage.part is Part.NARRATIVE and len(passage.headings) > 1 and _SIGNED.fullmatch(passage.text):
            signed[passage.headings] = passage.text
    return tuple(replace(p, speaker=signed[p.headings]) if p.headings in signed else p for p in passages)
