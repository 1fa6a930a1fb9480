"""A question as understood: what it wants, what it names, what it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from assistant.evidence.library import Library
from assistant.language.spelling import Speller
from assistant.language.vocabulary import FUNCTION_STEMS, Term, terms
from assistant.language.words import STOPWORDS, Word, stems, words
from assistant.question.facets import Want, statuses, wants
from assistant.question.focus import focus
from assistant.question.references import Reference, bare_numbers, references
from corpus.dates import find_whens
from corpus.model import Status, When


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


#: Words of the frame that every question here may have; they say nothing of its topic.
FRAME = frozenset(
    """recommendation recommendations rec recs munro eileen professor prof government govt gov response responses guidance document
    documents say theme themes paragraph para timescale timescales deadline deadlines date dates dated due apply applies applied status statuses number no
    argument answer table section full item point part commitment commitments fifteen please calendar anywhere word true firm fixed
    cross-check names named words""".split()
)
_REFERENCE_DAY = date(2011, 7, 13)


def read(text: str, library: Library, speller: Speller) -> Question:
    """Read a cleaned question."""
    corrected = speller.correct(text)
    asking, beside = focus(corrected)
    made = _parse(corrected, _with_years(asking), beside, library)
    sparse = len(made.terms) <= 1 and not made.recommendations and not made.has(Want.WHICH, Want.LIST, Want.COUNT)
    if sparse and beside:
        return _parse(corrected, _with_years(f"{beside} {asking}"), "", library)
    return made


def _parse(whole: str, asking: str, beside: str, library: Library) -> Question:
    refs = _with_bare_lists(asking, references(asking) or _last(asking, library), library)
    found_wants, want_spans = wants(asking)
    named, status_spans = statuses(asking)
    dates = find_whens(asking, _REFERENCE_DAY)
    whens = tuple(w for w in dates if not _dates_document(w, asking, library) and not _of_the_asker(w))
    if whens and Want.YES_NO in found_wants and not found_wants & {Want.AMOUNT, Want.WHO, Want.WHICH}:
        found_wants |= {Want.WHEN}
    spans = [*((r.start, r.end) for r in refs), *((w.span.start, w.span.end) for w in dates)]
    documents, document_spans = _documents(asking, library)
    sections, section_spans = _sections(asking, library)
    removed = [*spans, *want_spans, *status_spans, *document_spans, *section_spans]
    return Question(
        text=whole,
        focus=asking,
        recommendations=_numbers(refs, "recommendation"),
        themes=_numbers(refs, "theme"),
        paragraphs=_numbers(refs, "paragraph"),
        documents=documents,
        sections=sections,
        speakers=_speakers(asking, library),
        wants=found_wants,
        statuses=named,
        whens=whens,
        terms=_topic(asking, removed, library),
        background=_topic(beside, [], library),
        bare=_numbers(bare_numbers(asking, tuple(spans)), "recommendation"),
    )


def _of_the_asker(when: When) -> bool:
    """ "today", "next year": read against the day of asking, which is not the documents' day."""
    return bool(re.search(r"\b(?:today|(?:last|this|next|coming) (?:year|month|week)|years? ago|end of the year|earlier this year)\b", when.wording, re.IGNORECASE))


_LAST = re.compile(r"\b(?:very )?last recommendation\b|\b(?:very )?(?:last|final) of the (?:fifteen|15|recommendations)\b", re.IGNORECASE)


def _last(text: str, library: Library) -> tuple[Reference, ...]:
    """ "The very last of the fifteen recommendations"."""
    match = _LAST.search(text)
    number = max(library.corpus.recommendations, default=0)
    return (Reference("recommendation", (number,), *match.span()),) if match and number else ()


_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"


def _with_years(text: str) -> str:
    """ "April or May 2012" as "April 2012 or May 2012"."""
    pattern = rf"\b({_MONTHS})( or | and |/| to )({_MONTHS}) ((?:19|20)\d\d)\b"
    return re.sub(pattern, r"\1 \4\2\3 \4", text, flags=re.IGNORECASE)


def _with_bare_lists(text: str, refs: tuple[Reference, ...], library: Library) -> tuple[Reference, ...]:
    """Numbers without a noun: several ("8 v 10", "6, 7 and 8") name recommendations, and so does one in a question of nothing else."""
    if any(r.kind == "recommendation" for r in refs):
        return refs
    dates = tuple((w.span.start, w.span.end) for w in find_whens(text, _REFERENCE_DAY))
    bare = bare_numbers(text, (*((r.start, r.end) for r in refs), *dates))
    total = len(library.corpus.recommendations)
    bare = tuple(b for b in bare if b.numbers[0] in library.corpus.recommendations and not _counts_all(text, b, total))
    if len(bare) > 1 or (bare and not refs and _nothing_else(text, bare, library)):
        return (*refs, *bare)
    return refs


def _counts_all(text: str, reference: Reference, total: int) -> bool:
    """ "the 15", "all 15 recommendations": their number, not one of them."""
    return reference.numbers[0] == total and bool(re.search(r"\b(?:the|all|of|those|these)\s+$", text[: reference.start], re.IGNORECASE))


def _nothing_else(text: str, bare: tuple[Reference, ...], library: Library) -> bool:
    spans = [*((b.start, b.end) for b in bare), *wants(text)[1], *statuses(text)[1]]
    return bool(wants(text)[0]) and not _topic(text, spans, library)


def with_recommendations(question: Question, numbers: tuple[int, ...]) -> Question:
    """The same question about these recommendations."""
    return replace(question, recommendations=tuple(sorted(set(numbers))))


def _numbers(refs: tuple[Reference, ...], kind: str) -> tuple[int, ...]:
    return tuple(sorted({n for r in refs if r.kind == kind for n in r.numbers}))


def _topic(text: str, removed: list[tuple[int, int]], library: Library) -> tuple[Term, ...]:
    kept: list[Word] = [
        w
        for w in words(text)
        if w.text not in FRAME and not any(start <= w.start < end for start, end in removed)
    ]
    made = terms(tuple(w for w in kept if not _noise(w, text, library)), library.vocabulary)
    return tuple({t.own: t for t in made}.values())


def _noise(word: Word, text: str, library: Library) -> bool:
    """A scrap of up to three letters that neither the corpus nor the vocabulary knows: a slip of the keys, not a topic."""
    known = word.stem in library.known or word.text in library.vocabulary.abbreviations
    return len(word.text) <= 3 and not known and not text[word.start : word.end].isupper() and not word.text.isdigit()


def _documents(text: str, library: Library) -> tuple[tuple[str, ...], list[tuple[int, int]]]:
    """Documents that a text names, by the vocabulary's names for them."""
    found = [w for w in words(text) if w.stem not in FUNCTION_STEMS]
    hits: list[tuple[int, str, tuple[int, int]]] = []
    taken: set[int] = set()
    names = sorted(
        ((p, i) for i, ps in library.vocabulary.documents.items() for p in ps), key=lambda x: -len(x[0])
    )
    for named, identity in names:
        for at in range(len(found) - len(named) + 1):
            span = range(at, at + len(named))
            if len(named) == 1 and re.search(r"\b(?:our|my|a|i'm|am|own|your|their)\W+$", text[: found[at].start], re.IGNORECASE):
                continue
            if re.search(r"\b(?:and|or)\b", text[found[at].end : found[at + len(named) - 1].start], re.IGNORECASE):
                continue
            if tuple(w.stem for w in found[at : at + len(named)]) == named and not taken & set(span):
                taken |= set(span)
                hits.append((at, identity, (found[at].start, found[at + len(named) - 1].end)))
    hits.sort()
    identities = tuple(dict.fromkeys(identity for _, identity, _ in hits)) or _by_author(text, library)
    if re.search(r"\bletters\b", text, re.IGNORECASE) and len(identities) < 2:
        identities = _letters([], True, library)
    if not identities and (letter := re.search(r"\bletters?\b|\b(?:wrote|write|written) to\b", text, re.IGNORECASE)):
        identities = _letters(found, letter[0].lower().endswith("s"), library)
    return identities, [span for _, _, span in hits]


def _dates_document(when: When, text: str, library: Library) -> bool:
    """A date that only tells which document is meant ("the letter of 13 July 2011")."""
    before = text[: when.span.start]
    named = re.search(r"\b(?:paper|letters?|notice|response|guidance|briefing|document|report|release)(?: of| dated| from)?\s*(?:the )?$", before, re.IGNORECASE)
    return bool(named) and any(when.first == d.date == when.last or (when.grain == "month" and when.first and (when.first.year, when.first.month) == (d.date.year, d.date.month)) for d in library.corpus.documents)


_SPOKE = re.compile(
    r"\b(?:did|does|do|has|have|is|was|what's|who's)(?: the)? (?P<who>(?:[\w.'-]+ ){1,4}?)(?:say|tell|told|write|promise|announce|warn|want|think|call|describe|describing|react|feel|add|argue|make of|mean|quoted)\b", re.IGNORECASE
)


def _speakers(text: str, library: Library) -> tuple[str, ...]:
    """Speakers whose names stand as the one who said it ("did Loughton tell …"); empty for Munro and the Government."""
    match = _SPOKE.search(text)
    if match is None:
        return ()
    named = {w.stem for w in words(match["who"]) if w.text not in STOPWORDS}
    default = {d.speaker for d in library.corpus.documents} | {"Professor Munro"}
    return tuple(
        s
        for s, own in library.speaker_names.items()
        if not own & {"munro"} and (own & named or (named and s not in default and named <= set(stems(s))))
    )


def _by_author(text: str, library: Library) -> tuple[str, ...]:
    """A paper or letter named by those who wrote it ("Tim Loughton and Anne Milton's letter")."""
    if not re.search(r"\b(?:paper|letter|briefing|report|notice|writing|wrote|write)\b", text, re.IGNORECASE):
        return ()
    score = {}
    for document in library.corpus.documents[1:]:
        names = re.findall(r"[A-Z][a-z]+ [A-Z][a-z]+", f"{document.publisher} {document.speaker}")
        score[document.id] = sum(n.lower() in text.lower() for n in set(names) if "Department" not in n and "Education" not in n)
    best = max(score.values(), default=0)
    return tuple(i for i, s in score.items() if s == best) if best and list(score.values()).count(best) == 1 else ()


def _letters(found: list[Word], several: bool, library: Library) -> tuple[str, ...]:
    """Letters meant by a text: those whose addressees it names, or all of them where it speaks of letters."""
    letters = [d for d in library.corpus.documents if d.title.lower().startswith("letter")]
    asked = {w.stem for w in found}
    score = {d.id: len(asked & set(stems(f"{d.audience} {d.short_title}")) - set(stems("letter to"))) for d in letters}
    best = max(score.values(), default=0)
    if best:
        return tuple(i for i, s in score.items() if s == best)
    return tuple(score) if several else ()


def _sections(text: str, library: Library) -> tuple[tuple[str, ...], list[tuple[int, int]]]:
    """Section headings of one or two words that a text names ("foreword", "introduction")."""
    lower = text.lower()
    found = []
    for heading in _section_names(library):
        match = re.search(rf"\b{re.escape(heading[1])}\b", lower)
        if match:
            found.append((heading[0], match.span()))
    return tuple(h for h, _ in found), [s for _, s in found]


def _section_names(library: Library) -> tuple[tuple[str, str], ...]:
    names: dict[str, str] = {}
    for unit in library.units:
        if unit.passage.recommendation is None:
            for heading in unit.passage.headings[1:]:
                plain = re.sub(r"^\d+\.\s*|:$", "", heading).lower()
                if 0 < len(plain.split()) <= 3 and not plain.startswith("theme"):
                    names[heading] = plain
    return tuple(names.items())
