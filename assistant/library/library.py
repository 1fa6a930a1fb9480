"""The corpus prepared for matching: stems of passages and sentences, how rare each wording is."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.language.spelling import frequency
from assistant.language.vocabulary import Phrase, Term, Vocabulary, load_vocabulary
from assistant.language.words import stems
from assistant.library.people import Reviewer, names_of, reviewer, small_words
from corpus import Corpus
from corpus.dates import find_whens
from corpus.dates.calendar import MONTHS
from corpus.model import Part, Passage, PassageKind, Span, When
from corpus.patterns import lazy_regex
from corpus.sentences import sentence_spans

if TYPE_CHECKING:
    from assistant.library.postings import Scopes

Stems = frozenset[str]

#: What another wording of the vocabulary is worth beside the asker's own.
OTHER_WORDING = 0.9
#: What part of a wording is worth, as a share of the words found.
PART_OF_WORDING = 0.5


#: "Jo Webber - Deputy Policy Director": a person's name, a dash, and the posts that the person holds.
POST_HOLDER = lazy_regex(r"(?P<name>(?:[A-Z][\w’'-]+ ?){2,4}?)\s*[-–—]\s+(?P<posts>.+)", re.DOTALL)

#: Occurrences of a word in everyday English, below which it may be a name.
SELDOM = 600
#: Passages that a name stands in at most: one that stands in more is the subject of the documents, not a name asked for.
FEW = 30


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage."""

    text: str
    span: Span
    """In the edition."""
    stems: Stems
    whens: tuple[When, ...]
    """Date expressions; their spans count the sentence's characters."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A passage prepared for matching."""

    passage: Passage
    stems: Stems
    """Of its own words, and those of the one who says them where that is not the document."""
    lead: Stems
    """Of the text that introduces its list."""
    headings: Stems
    sentences: tuple[Sentence, ...]
    order: tuple[str, ...]
    """Stems of its own words in order."""


@dataclass(frozen=True, eq=False)
class Library:
    """Everything that a question is matched against."""

    corpus: Corpus
    vocabulary: Vocabulary
    units: tuple[Unit, ...]

    @cached_property
    def by_id(self) -> dict[str, Unit]:
        """Passage id to unit."""
        return {u.passage.id: u for u in self.units}

    @cached_property
    def items(self) -> dict[str, tuple[Unit, ...]]:
        """Passage id of a lead-in to the items of its list, in order."""
        made: dict[str, list[Unit]] = {}
        for unit in self.units:
            if unit.passage.lead_in_id:
                made.setdefault(unit.passage.lead_in_id, []).append(unit)
        return {lead: tuple(found) for lead, found in made.items()}

    @cached_property
    def recommendation_stems(self) -> dict[int, dict[Part, Stems]]:
        """Recommendation number and part to the stems of that part."""
        made: dict[int, dict[Part, Stems]] = {}
        for number, rec in self.corpus.recommendations.items():
            made[number] = {part: frozenset(stems(rec.text(part))) for part in rec.passages}
        return made

    @cached_property
    def speaker_names(self) -> dict[str, Stems]:
        """Speaker to the stems of the names that tell which people it is, and of what place; none for a body or a post."""
        small = small_words(u.passage.text for u in self.units)
        return {s: names_of(s, small, self.names) for s in {u.passage.speaker: None for u in self.units}}

    @cached_property
    def reviewer(self) -> Reviewer:
        """The one whose recommendations the documents answer."""
        return reviewer(self.corpus)

    @cached_property
    def names(self) -> frozenset[str]:
        """Capitalised words inside sentences that no passage has in lower case, nor everyday English often: people and places."""
        text = "\n".join(u.passage.text for u in self.units)
        small = {s for word in set(re.findall(r"\b[a-z]+\b", text)) for s in stems(word)}
        found = set(re.findall(r"(?<=[a-z,;)-] )[A-Z][a-z]{3,}", text))
        return frozenset(
            n
            for n in found
            if frequency(n.lower()) < SELDOM
            and n.lower() not in MONTHS
            and not small & set(stems(n))
            and stems(n) not in self.vocabulary.by_phrase
            and all(self.document_frequency.get(s, 0) <= FEW for s in stems(n))
        )

    @cached_property
    def scopes(self) -> Scopes:
        """The stems of the passages, turned round, at four widths."""
        from assistant.library.postings import Scopes

        return Scopes(self)

    @cached_property
    def document_frequency(self) -> Counter[str]:
        """Stem to the number of passages that hold it."""
        return Counter(s for unit in self.units for s in unit.stems)

    @cached_property
    def pairs(self) -> frozenset[tuple[str, ...]]:
        """Every two stems that stand side by side in a passage."""
        return frozenset(
            pair for unit in self.units for pair in zip(unit.order, unit.order[1:], strict=False)
        )

    @cached_property
    def known(self) -> frozenset[str]:
        """Every stem of the corpus and of the vocabulary."""
        listed = {
            s for wordings in (self.vocabulary.by_phrase, self.vocabulary.near) for p in wordings for s in p
        }
        return frozenset(self.document_frequency) | listed

    def rarity(self, phrase: Phrase) -> float:
        """Inverse document frequency of a wording: that of its rarest word and a little of the others."""
        values = sorted((self._idf(s) for s in phrase), reverse=True)
        return values[0] + 0.25 * sum(values[1:]) if values else 0.0

    def _idf(self, stem: str) -> float:
        return math.log((len(self.units) + 1) / (self.document_frequency.get(stem, 0) + 0.5))


def supports(found: Stems, term: Term) -> float:
    """How far some words say a term: 1 for the asker's wording, less for another, a share for a part of it."""
    if found.issuperset(term.own):
        return 1.0
    for other in term.alternatives:
        if found.issuperset(other):
            return OTHER_WORDING
    if len(term.own) > 1:
        return PART_OF_WORDING * sum(s in found for s in term.own) / len(term.own)
    return 0.0


def make_library(corpus: Corpus) -> Library:
    """Prepare a corpus for matching."""
    vocabulary = load_vocabulary(tuple(p.text for p in corpus.passages), corpus.documents)
    return Library(corpus, vocabulary, tuple(_unit(p, corpus) for p in corpus.passages))


def _unit(passage: Passage, corpus: Corpus) -> Unit:
    document = corpus.document[passage.document]
    said = stems(passage.speaker) if passage.speaker not in (document.speaker, corpus.reviewer) else ()
    title = ""
    if passage.recommendation is not None:
        title = corpus.recommendations[passage.recommendation].title
    order = stems(passage.text)
    return Unit(
        passage=passage,
        order=order,
        stems=frozenset(order) | frozenset(said),
        lead=frozenset(stems(passage.lead_in or "")),
        headings=frozenset(stems(" ".join((*passage.headings[-1:], title)))),
        sentences=_sentences(passage, corpus) if passage.kind is not PassageKind.STATUS_LINE else (),
    )


def _sentences(passage: Passage, corpus: Corpus) -> tuple[Sentence, ...]:
    start = passage.place.span.start
    written = corpus.document[passage.document].date
    return tuple(
        Sentence(
            text := passage.text[s.start : s.end],
            Span(start + s.start, start + s.end),
            frozenset(stems(text)),
            find_whens(text, written),
        )
        for s in sentence_spans(passage.text)
    )
