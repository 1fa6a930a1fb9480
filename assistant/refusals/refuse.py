"""Saying that the guidance does not answer, and what it does say nearby."""

from __future__ import annotations

from assistant.answers.draft import Draft, Line
from assistant.answers.places import listed, named, numbers_or_range
from assistant.evidence.asked import Asked
from assistant.evidence.quote import whole
from assistant.library.library import Unit
from assistant.model import Outcome, Reason
from assistant.refusals.field import things_unknown
from assistant.refusals.scope import FAR
from corpus import Corpus

_OPENINGS = {
    Reason.NOT_IN_DOCUMENTS: "The guidance here does not answer that, and nothing is guessed.",
    Reason.AFTER_THE_GUIDANCE: (
        "These documents are of {period}, so they cannot say what happened afterwards or what is in force today."
    ),
    Reason.CASE_ADVICE: (
        "This assistant quotes guidance of {years}; it cannot advise on a case. Talk to your manager or supervisor, your "
        "designated safeguarding lead, or the local authority's children's social care."
    ),
    Reason.OUT_OF_SCOPE: ("That is outside what this assistant covers: {documents}."),
    Reason.UNCLEAR: "The question could not be understood as one about the guidance.",
}
#: A passage must be at least this like the question to be offered as near.
NEAR = 0.33
#: One that is less like it must at least say this share of its terms, and not be about something else.
SAYS = 0.4


def refuse(asked: Asked, reason: Reason) -> Draft:
    """A refusal that says what the guidance does cover near the question."""
    lines = [Line(_OPENINGS[reason].format_map(_told_of(asked.corpus)))]
    if reason is Reason.NOT_IN_DOCUMENTS and (
        unknown := things_unknown(asked, frozenset(asked.library.document_frequency))
    ):
        lines.append(Line(f"These documents do not speak of {listed([f'“{u}”' for u in unknown])}."))
    near = _near(asked) if reason in (Reason.NOT_IN_DOCUMENTS, Reason.AFTER_THE_GUIDANCE) else []
    if near:
        lines.append(Line("The nearest passage, which does not answer the question:", (whole(near[0]),)))
    return Draft(
        Outcome.NOT_IN_GUIDANCE, tuple(lines), reason=reason, suggestions=_suggestions(asked) if near else ()
    )


def _told_of(corpus: Corpus) -> dict[str, str]:
    """What the openings say of the documents: when they were written, and which they are."""
    dates, first = sorted(d.date for d in corpus.documents), corpus.documents[0]
    since, until = (f"{day:%B %Y}" for day in (dates[0], dates[-1]))
    years = sorted({str(day.year) for day in dates})
    beside = " and the documents published with it" if len(corpus.documents) > 1 else ""
    return {
        "period": _to(f"{dates[0]:%B}" if len(years) == 1 and since != until else since, until),
        "years": _to(years[0], years[-1]),
        "documents": f"“{first.title}” ({first.date:%B %Y}){beside}",
    }


def _to(first: str, last: str) -> str:
    return last if first == last else f"{first} to {last}"


def _near(asked: Asked) -> list[Unit]:
    return [r.unit for r in asked.ranked[:1] if r.dense >= NEAR or (r.own > SAYS and r.dense >= FAR)]


def _suggestions(asked: Asked) -> tuple[str, ...]:
    found = list(asked.groups)[:2]
    return tuple(f"What does recommendation {n} say?" for n in found)


def out_of_range(asked: Asked) -> Draft | None:
    """A refusal for a recommendation, theme or paragraph number that does not exist; None where all exist."""
    question, corpus = asked.question, asked.corpus
    wrong = [n for n in question.recommendations if n not in corpus.recommendations]
    if wrong and len(wrong) == len(question.recommendations):
        return _range("recommendation", wrong, sorted(corpus.recommendations))
    wrong = [n for n in question.themes if n not in corpus.themes]
    if wrong:
        return _range("theme", wrong, sorted(corpus.themes))
    paragraphs = sorted({u.passage.place.paragraph for u in asked.library.units if u.passage.place.paragraph})
    wrong = [n for n in question.paragraphs if n not in paragraphs]
    return _range("paragraph", wrong, paragraphs) if wrong else None


def _range(kind: str, wrong: list[int], known: list[int]) -> Draft:
    text = f"There is no {kind} {numbers_or_range(tuple(wrong))}: the {kind}s are numbered {known[0]} to {known[-1]}."
    return Draft(Outcome.NOT_IN_GUIDANCE, (Line(text),), reason=Reason.OUT_OF_RANGE)


def clarify(asked: Asked) -> Draft:
    """Ask which is meant, offering what it might be."""
    known = asked.corpus.recommendations
    offered = tuple(asked.groups)[:3] if asked.question.terms else ()
    lines = [Line("Which recommendation or subject do you mean? Name it by number or topic.")]
    if offered:
        lines.append(Line("It might be " + " or ".join(named(known[n]) for n in offered) + "."))
    suggestions = tuple(f"When is recommendation {n} due?" for n in offered)
    return Draft(Outcome.CLARIFY, tuple(lines), reason=Reason.UNCLEAR, suggestions=suggestions)


def unreadable(message: str) -> Draft:
    """For a question that cannot be read."""
    return Draft(Outcome.CLARIFY, (Line(message),), reason=Reason.UNCLEAR)
