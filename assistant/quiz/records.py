"""The corpus as item writers read it: sayings that can be quoted, labels, names of documents."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from assistant.quiz.sayings import Saying, sayings_of
from assistant.quiz.wording import OPTION_ROOM, briefer
from corpus import Corpus
from corpus.model import Document, Part, Passage, PassageKind, Recommendation


@dataclass(frozen=True, eq=False)
class Records:
    """A corpus with what item writers need of it."""

    corpus: Corpus

    @cached_property
    def sayings(self) -> tuple[Saying, ...]:
        """Every sentence and list item, in reading order; status lines left out."""
        return tuple(
            s for p in self.corpus.passages if p.kind is not PassageKind.STATUS_LINE for s in sayings_of(p)
        )

    def sentence(self, saying: Saying) -> Saying:
        """The whole sentence that a saying is cut from."""
        return next(
            s
            for s in self.by_passage[saying.passage.id]
            if s.span.start <= saying.span.start and saying.span.end <= s.span.end
        )

    @cached_property
    def by_passage(self) -> dict[str, list[Saying]]:
        """Passage id to its sayings."""
        made: dict[str, list[Saying]] = {}
        for s in self.sayings:
            made.setdefault(s.passage.id, []).append(s)
        return made

    @cached_property
    def said(self) -> dict[tuple[str, int | None], tuple[str, ...]]:
        """What a document says under a recommendation, or (under None) outside of any: texts in reading order."""
        made: dict[tuple[str, int | None], list[str]] = {}
        for s in self.sayings:
            made.setdefault((s.passage.document, s.passage.recommendation), []).append(s.text)
        return {where: tuple(texts) for where, texts in made.items()}

    def says(self, number: int) -> tuple[str, ...]:
        """What is said under a recommendation, in all its parts."""
        return tuple(text for (_, n), texts in self.said.items() if n == number for text in texts)

    @cached_property
    def labels(self) -> dict[int, str]:
        """Recommendation number to the wording of an option that stands for it."""
        return {n: f"Recommendation {n}: {title}" for n, title in self.short_titles.items()}

    @cached_property
    def short_titles(self) -> dict[int, str]:
        """Recommendation number to its title, cut where an option would have too little room for it."""
        titles = {n: r.title for n, r in self.corpus.recommendations.items()}
        return {
            n: briefer(
                title,
                OPTION_ROOM - len(f"Recommendation {n}: "),
                [other for m, other in titles.items() if m != n],
            )
            for n, title in titles.items()
        }

    @cached_property
    def theme_labels(self) -> dict[int, str]:
        return {n: f"Theme {n}: {name}" for n, name in self.corpus.themes.items()}

    @cached_property
    def responding(self) -> Document | None:
        """The document that responds to the recommendations; None where none does."""
        first = next(iter(self.corpus.recommendations.values()), None)
        return self.corpus.document[first.passages[Part.RECOMMENDATION][0].document] if first else None

    @property
    def response_name(self) -> str:
        """The responding document within a sentence; empty where none responds."""
        return self.document_names[self.responding.id] if self.responding else ""

    @property
    def response_names(self) -> tuple[str, str]:
        """The same, and more briefly: "the July 2011 response"."""
        return self.response_name, f"the {self.response_date} response"

    @property
    def response_date(self) -> str:
        """When it was written, in words."""
        return self.responding.date_text if self.responding else ""

    @cached_property
    def document_names(self) -> dict[str, str]:
        """Document id to its name within a sentence: "the press notice of 13 July 2011"."""
        speakers = {w for p in self.corpus.passages for w in p.speaker.split()[:2] if w[0].isupper()}
        return {
            d.id: f"the {_inner(d.short_title, speakers)} of {d.date_text}" for d in self.corpus.documents
        }

    def named(self, number: int) -> str:
        """ "recommendation 14 (Designate a Principal Child and Family Social Worker)"."""
        return f"recommendation {number} ({self.corpus.recommendations[number].title})"

    def namings(self, number: int) -> tuple[str, ...]:
        """A recommendation with its title, with a title that is cut, if it can be, and by its number alone."""
        plain = f"recommendation {number}"
        return tuple(dict.fromkeys((self.named(number), f"{plain} ({self.short_titles[number]})", plain)))

    def place(self, passage: Passage) -> str:
        """Where a passage stands, as a stem says it."""
        document = self.document_names[passage.document]
        if passage.recommendation is None:
            return document
        named = self.named(passage.recommendation)
        return {
            Part.RECOMMENDATION: f"the text of {named} in {document}",
            Part.MUNRO_ARGUMENT: f"Professor Munro's argument for {named} in {document}",
            Part.GOVERNMENT_RESPONSE: f"the Government's response of {self.corpus.document[passage.document].date_text} to {named}",
            Part.TIMESCALE: f"the timescale for {named} in {document}",
        }.get(passage.part, document)

    def places(self, passage: Passage) -> tuple[str, ...]:
        """Where a passage stands, as a stem says it: the fullest first; each is understood by itself."""
        number, full = passage.recommendation, self.place(passage)
        date = self.corpus.document[passage.document].date_text
        if number is None:
            responding = self.responding is not None and passage.document == self.responding.id
            return (full, f"the {date} response") if responding else (full,)
        named = self.named(number)
        brief = {
            Part.RECOMMENDATION: f"Professor Munro's {named}",
            Part.MUNRO_ARGUMENT: f"Professor Munro's argument for {named}",
            Part.GOVERNMENT_RESPONSE: f"the {date} response to {named}",
            Part.TIMESCALE: f"the {date} timescale for {named}",
        }.get(passage.part, full)
        return tuple(p.replace(named, n) for n in self.namings(number) for p in (full, brief))

    def parts(self) -> tuple[tuple[Recommendation, Part, tuple[Saying, ...]], ...]:
        """The sayings of each part of each recommendation."""
        return tuple(
            (
                r,
                part,
                tuple(s for s in self.sayings if (s.passage.recommendation, s.passage.part) == (n, part)),
            )
            for n, r in self.corpus.recommendations.items()
            for part in r.passages
        )


def _inner(title: str, names: set[str]) -> str:
    """A title within a sentence: a first word that is no name begins with a small letter."""
    first = title.split()[0]
    return title if first in names or first.isupper() else title[0].lower() + title[1:]
