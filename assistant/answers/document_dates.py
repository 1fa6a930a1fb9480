"""The date that a document carries."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile

from assistant.answers.compose import bold_dates
from assistant.answers.draft import Draft, Line
from assistant.evidence.asked import Asked
from assistant.evidence.quote import sentence_quote
from assistant.language.phrases import Phrases
from assistant.language.vocabulary import Term
from assistant.language.words import stems
from assistant.library.library import Library, Sentence, Stems, Unit
from assistant.model import Outcome
from assistant.question.naming import named_documents
from corpus.patterns import lazy_regex

#: A label has fewer words.
LABEL = 16

_OF_DOCUMENT = frozenset(
    stems(
        "sent published dated written issued letter produced released came out put press notice release briefing signed co-signed wrote write minister date on actual day addressed carry bear printed reference cite quote"
    )
)


def date_of_document(asked: Asked) -> Draft | None:
    """The date that a document carries, where the question asks for that and nothing else."""
    question = asked.question
    documents = question.documents or _response_meant(asked) or _addressed(asked) or _named_beside(asked)
    if not documents or not _no_more(asked, question.terms, documents):
        return None
    labels = date_lines(asked, documents)
    if not any(w.grain == "day" for _, s in labels for w in s.whens):
        labels += [line for line in _same_day(asked, documents) if line not in labels]
    if not labels:
        return None
    lines = tuple(
        Line(
            f"{asked.corpus.document[u.passage.document].short_title}: {bold_dates(s.whens)}.",
            (sentence_quote(u, s),),
        )
        for u, s in labels
    )
    return Draft(
        Outcome.ANSWERED, lines, whens=tuple(w for _, s in labels for w in s.whens), from_records=True
    )


def _no_more(asked: Asked, some: tuple[Term, ...], documents: tuple[str, ...]) -> bool:
    """Whether some terms say no more than which documents are meant, and that they came out."""
    about = _OF_DOCUMENT.union(*(_said_of(asked, i) for i in documents))
    return all(any(about.issuperset(p) for p in t.alternatives) for t in some)


def _named_beside(asked: Asked) -> tuple[str, ...]:
    """The one document that a sentence beside names, where it says nothing else ("I cite the notice. Publication day?")."""
    question = asked.question
    found = named_documents(question.text, asked.library)[0] if question.background and question.terms else ()
    return found if len(found) == 1 and _no_more(asked, question.background, found) else ()


def _said_of(asked: Asked, document: str) -> Stems:
    """Stems of what a document is called, of those whom it is for, however they are called, and of its address lines."""
    entry, vocabulary = asked.corpus.document[document], asked.library.vocabulary
    own = frozenset(stems(f"{entry.audience} {entry.publisher} {entry.title}"))
    names = vocabulary.documents.get(document, ())
    readers = [p for known, others in vocabulary.audiences.items() if own.issuperset(known) for p in others]
    lines = _name_lines(asked.library).get(document, ())
    return own.union(*names, *readers, *lines, _head(asked.library, document))


@lru_cache(maxsize=32)
def _head(library: Library, document: str) -> Stems:
    """Stems of the labels before a document's first statement: to whom it goes, what it is called, whose it is."""
    texts = (u.passage.text for u in library.units if u.passage.document == document)
    return frozenset(
        stems(" ".join(takewhile(lambda t: len(t.split()) < LABEL and not t.endswith("."), texts)))
    )


def _addressed(asked: Asked) -> tuple[str, ...]:
    """The document of which a question repeats the most names, where it calls it what its title does."""
    said = frozenset(stems(asked.question.focus))
    if _WROTE.search(asked.question.focus):
        said |= _LETTER
    titled = {d.id for d in asked.corpus.documents if not said.isdisjoint(stems(d.title.partition(":")[0]))}
    names = {
        i: {n for n in lines if said >= n} for i, lines in _name_lines(asked.library).items() if i in titled
    }
    most = max(map(len, names.values()), default=0)
    found = tuple(i for i, some in names.items() if len(some) == most)
    return found if most and len(found) == 1 else ()


_WROTE = lazy_regex(r"\b(?:wr[io]te|written|writing|wrote) to\b", re.IGNORECASE)
_LETTER = frozenset(stems("letter"))


@lru_cache(maxsize=8)
def _name_lines(library: Library) -> dict[str, tuple[Stems, ...]]:
    """Document id to the stems of each of its passages that is no more than a name ("Jo Webber")."""
    made: dict[str, list[Stems]] = {}
    for unit in library.units:
        if _NAME.fullmatch(unit.passage.text.strip()):
            made.setdefault(unit.passage.document, []).append(
                frozenset(stems(unit.passage.text.removesuffix(" MP")))
            )
    return {i: tuple(lines) for i, lines in made.items()}


_NAME = lazy_regex(r"(?!Dear )[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){1,3}")


def _response_meant(asked: Asked) -> tuple[str, ...]:
    """The corpus's first document, where a question names it and says no more than that it came out."""
    text = asked.question.focus
    whole = not asked.recommendations and bool(_answer_to_reviewer(asked.library).search(text))
    meant = whole or (bool(asked.question.terms) and names_response(text))
    return (asked.corpus.documents[0].id,) if meant else ()


@lru_cache(maxsize=8)
def _answer_to_reviewer(library: Library) -> re.Pattern[str]:
    """The whole response by other words: an answer to the one who recommends, or to the review ("its reply to Jo Bear")."""
    to = rf"(?:{library.reviewer.pattern}|(?:the |her )?(?:final )?(?:review|report))"
    return re.compile(rf"\b(?:answer|reply|response) to {to}(?! rec)\b", re.IGNORECASE)


_JOINT = r"(?:and|or|v|vs\.?|versus|&|,)"
_RESPONSE = Phrases(
    r"\b(?:the|full|government(?:'s)?|main) response\b(?! to (?:rec|it\b|this))|\bthe (?:government(?:'s)?|main) (?:paper|document)\b",
    rf"{_JOINT} response\b|\bresponse {_JOINT}(?!\w)",
    whole_words=False,
)


def names_response(text: str) -> bool:
    """Whether a text speaks of the response as a document, not of what was answered to one recommendation."""
    return bool(_RESPONSE.search(text))


def date_lines(asked: Asked, documents: tuple[str, ...]) -> list[tuple[Unit, Sentence]]:
    """The bare date lines of some documents."""
    return [
        (u, s)
        for u in asked.library.units
        for s in u.sentences
        if u.passage.document in documents and s.whens and is_date_line(s)
    ]


def _same_day(asked: Asked, documents: tuple[str, ...]) -> list[tuple[Unit, Sentence]]:
    """The date lines of what came out on the same day as a document that does not carry its day."""
    days = {asked.corpus.document[i].date for i in documents}
    others = tuple(d.id for d in asked.corpus.documents if d.date in days)
    return date_lines(asked, others)


def is_date_line(sentence: Sentence) -> bool:
    """A bare date line ("13 July 2011"), which says nothing of what happens then."""
    return len(sentence.text.split()) <= 5
