"""A question as understood: what it wants, what it names, what it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.language.numbers import SEVERAL
from assistant.language.phrases import Phrases
from assistant.language.spelling import Speller
from assistant.language.vocabulary import Term
from assistant.library.library import Library
from assistant.question.bare_numbers import bare_numbers
from assistant.question.dates import months_before, of_the_asker, reference_day, with_events, with_years
from assistant.question.facets import Want
from assistant.question.focus import focus
from assistant.question.laws import of_a_law
from assistant.question.naming import (
    dates_document,
    documents_dated,
    named_documents,
    named_sections,
)
from assistant.question.number_ranges import ranges
from assistant.question.numbers import claimed, last, not_denied, numbers, with_bare_lists
from assistant.question.plainly import put_plainly
from assistant.question.references import ASIDE, Reference, references
from assistant.question.set_query.announced import as_one_question
from assistant.question.set_query.leaning import leans
from assistant.question.set_query.only_dated import only_dated
from assistant.question.speakers import answered_by, named_speakers, speakers_in
from assistant.question.statuses import statuses
from assistant.question.topic import set_aside, topic, with_members, without_choices, without_corpus_terms
from assistant.question.wants import wants
from assistant.question.wordings import said
from corpus.dates import find_whens
from corpus.model import Status, When
from corpus.patterns import lazy_regex


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, read by rules."""

    text: str
    """Cleaned and with its spelling put right."""
    focus: str
    """The sentences that ask."""
    recommendations: tuple[int, ...]
    """Named by number, ascending; may be out of range."""
    themes: tuple[int, ...]
    paragraphs: tuple[int, ...]
    documents: tuple[str, ...]
    """Ids of the documents named, in order of mention."""
    sections: tuple[str, ...]
    """Headings named ("the foreword")."""
    speakers: tuple[str, ...]
    """Speakers whose words are asked for, where the documents quote them by name."""
    wants: frozenset[Want]
    statuses: frozenset[Status] | None
    """Statuses that the question names; an empty set where it speaks of rejection; None where it names none."""
    whens: tuple[When, ...]
    """Dates that the question names."""
    terms: tuple[Term, ...]
    """What it is about."""
    background: tuple[Term, ...]
    """What the sentences beside the question are about."""
    bare: tuple[int, ...] = ()
    """Numbers that stand alone and may name recommendations."""
    like: int | None = None
    """A recommendation whose status the ones asked for share; None where that is not asked."""

    def has(self, *some: Want) -> bool:
        """Whether any of these is wanted."""
        return any(w in self.wants for w in some)


def read(text: str, library: Library, speller: Speller) -> Question:
    """Read a cleaned question."""
    return read_spelt(speller.correct(text), library)


def read_spelt(text: str, library: Library) -> Question:
    """Read a cleaned question whose spelling was put right."""
    corrected = as_one_question(put_plainly(text, library))
    asking, beside = focus(corrected, library.vocabulary)
    made = _parse(corrected, with_years(asking), beside, library)
    leaning = _sparse(made) or leans(asking) or _of_the_theme_beside(made, beside)
    if beside and leaning and not only_dated(made, library):
        return _parse(corrected, with_years(f"{beside} {asking}"), "", library)
    if date := _date_beside(made, beside, library):
        return _parse(corrected, f"{date} - {asking}", beside, library)
    return _with_number_beside(made, library)


def _of_the_theme_beside(question: Question, beside: str) -> bool:
    """Whether the members of one theme are asked of that only the sentences beside the question name ("each of its three")."""
    own = question.recommendations or question.themes or question.documents
    return bool(
        not own and _ITS_MEMBERS.search(question.focus) and len(numbers(references(beside), "theme")) == 1
    )


_ITS_MEMBERS = Phrases(
    f"its (?:{SEVERAL}|recommendations|recs|members|proposals)",
    f"(?:each|all|any|both|which|how many|every one) of (?:its|the|those|these|them)(?: {SEVERAL})?",
    rf"(?:the|those|these) {SEVERAL}(?=\W*$| (?:recommendations|recs|members|were|was|are|is|got|have|has|had|did)\b)|each of them|each(?=\W*$)",
)


def _date_beside(question: Question, beside: str, library: Library) -> str | None:
    """The one date of the sentences beside a question for what was due, where it names none itself."""
    if (
        question.whens
        or question.wants - {Want.WHO, Want.WHICH, Want.LIST}
        or not said("due").search(question.focus)
    ):
        return None
    found = {
        w.wording
        for w in find_whens(beside, reference_day(library))
        if w.edtf and not of_the_asker(w) and not dates_document(w, beside, library)
    }
    return found.pop() if len(found) == 1 else None


def _sparse(question: Question) -> bool:
    """Whether an asking sentence says so little that the sentences beside it must say what it is about."""
    if len(question.terms) > 1 or question.recommendations or question.themes or question.paragraphs:
        return False
    if question.statuses is not None and question.whens:
        return False
    selects = question.statuses is not None or question.whens or question.has(Want.UNDATED)
    return not (selects and question.has(Want.WHICH, Want.LIST, Want.COUNT)) and not _PLURAL_NOUN.search(
        question.focus
    )


_PLURAL_NOUN = lazy_regex(r"\b(?:recommendations|recs|deadlines|statuses)\b", re.IGNORECASE)


def _with_number_beside(question: Question, library: Library) -> Question:
    """The question under the one recommendation that the sentences beside it name, where it names none of its own."""
    refs = tuple(r for r in references(question.text) if not claimed(r, question.text))
    named = numbers(refs, "recommendation")
    paragraphs = numbers(refs, "paragraph")
    if paragraphs and not question.paragraphs and not question.recommendations:
        return replace(question, paragraphs=paragraphs)
    own = question.recommendations or question.themes or question.paragraphs or question.documents
    if own or len(named) != 1 or named[0] not in library.corpus.recommendations:
        return question
    if question.has(Want.WHICH, Want.LIST, Want.COUNT, Want.THEME):
        return question
    return replace(question, recommendations=named)


def _references(text: str, library: Library) -> tuple[Reference, ...]:
    """What a text names by number; a range of recommendations stands for the numbers that it is told by."""
    if ranged := ranges(text, library):
        beside = (r for r in references(text) if not any(r.start < o.end and o.start < r.end for o in ranged))
        return (*beside, *ranged)
    return references(text) or last(text, library)


def _parse(whole: str, asking: str, beside: str, library: Library) -> Question:
    refs = not_denied(asking, with_bare_lists(asking, _references(asking, library), library))
    found_wants, want_spans = wants(without_corpus_terms(asking, library), library.reviewer)
    named, status_spans = statuses(without_corpus_terms(asking, library))
    dates = find_whens(asking, reference_day(library))
    whens = tuple(
        w
        for w in with_events(dates, asking, library, Want.WHEN in found_wants)
        if not dates_document(w, asking, library) and not of_the_asker(w)
        if not of_a_law(w, asking, library)
    )
    if whens and Want.YES_NO in found_wants and not found_wants & {Want.AMOUNT, Want.WHO, Want.WHICH}:
        found_wants |= {Want.WHEN}
    timed = [
        w for w in dates if w.edtf or not w.wording.lower().startswith("once ")
    ]  # "once the zoo has closed"
    spans = [*((r.start, r.end) for r in refs), *((w.span.start, w.span.end) for w in timed)]
    documents, document_spans = named_documents(asking, library, beside)
    documents = documents or documents_dated(dates, asking, library)
    sections, section_spans = named_sections(asking, library)
    document_spans += months_before(asking, documents, document_spans, library)
    removed = [*spans, *want_spans, *status_spans, *document_spans, *section_spans]
    return Question(
        text=whole,
        focus=asking,
        recommendations=numbers(
            tuple(r for r in refs if not (ASIDE.search(asking[: r.start]) or claimed(r, asking))),
            "recommendation",
        ),
        themes=numbers(refs, "theme"),
        paragraphs=numbers(refs, "paragraph"),
        documents=documents,
        sections=sections,
        speakers=answered_by(asking, library)
        or named_speakers(asking, library)
        or speakers_in(documents, asking, library),
        wants=found_wants,
        statuses=named,
        whens=whens,
        terms=topic(with_members(without_choices(asking)), [*removed, *set_aside(asking)], library),
        background=topic(beside, [], library),
        bare=numbers(not_denied(asking, bare_numbers(asking, tuple(spans))), "recommendation"),
    )
