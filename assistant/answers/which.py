"""Answers to "which recommendation …", "which theme …", "what is theme 2"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answers.draft import Draft, Line
from assistant.answers.how_many import asked_for
from assistant.answers.places import capital, named, numbers
from assistant.answers.statuses import status_quote
from assistant.answers.timescales import with_counterparts
from assistant.evidence.asked import Asked
from assistant.evidence.quote import Quote, whole
from assistant.evidence.ranking import Ranked
from assistant.model import Outcome, Reason
from assistant.question.facets import Want
from assistant.question.set_query.ranking import unheld_ranking
from corpus.model import Part, Passage, PassageKind, Recommendation


def not_ranked(asked: Asked) -> Draft | None:
    """That nothing ranks the recommendations so, where a question asks for those that rank first; None where it does not."""
    words = unheld_ranking(asked.question, asked.library)
    if words is None:
        return None
    line = Line(f"Nothing here says which recommendations are the {words}, and nothing is guessed.")
    return Draft(Outcome.NOT_IN_GUIDANCE, (line,), reason=Reason.NOT_IN_DOCUMENTS)


def none_of_so_many(asked: Asked) -> Draft | None:
    """That nothing tells so many recommendations by their subject, where a question asks for that number; None where it counts none."""
    if asked_for(asked.question.focus, 0) < TWO or asked.question.recommendations:
        return None
    return NOT_SO_MANY


NOT_SO_MANY = Draft(
    Outcome.NOT_IN_GUIDANCE,
    (Line("Nothing here tells that many recommendations by that subject, and nothing is guessed."),),
    reason=Reason.NOT_IN_DOCUMENTS,
)
"""That nothing tells so many of them."""


TWO = 2
"""So many are several."""


def answer_which(asked: Asked) -> Draft | None:
    """The recommendation that a question describes, shown by its best passage."""
    if unranked := not_ranked(asked):
        return unranked
    number = next(iter(asked.groups), None)
    if number is None:
        return None
    rec = asked.corpus.recommendations[number]
    of_rec = [r for r in asked.ranked if r.unit.passage.recommendation == number]
    first = _wording(asked, rec)
    best = of_rec[0]
    own = asked.matcher.coverage(asked.library.by_id[first.passage.id].stems)
    said = best if asked.question.has(Want.WHEN) else _in_its_words(of_rec)
    quotes = (first,) if best.own <= own + AS_WELL else (first, whole(said.unit))
    line = Line(f"**Recommendation {number}** ({rec.title}; the title is ours).", quotes)
    draft = Draft(Outcome.ANSWERED, (line,), recommendations=(number,))
    if not asked.question.has(Want.WHEN) or best.unit.passage.part is not Part.TIMESCALE:
        return draft
    dated = [(best.unit, s) for s in best.unit.sentences if s.whens]
    return with_counterparts(asked, replace(draft, whens=tuple(w for _, s in dated for w in s.whens)), dated)


#: A passage says as much of a question as another that says no more than so much above it.
AS_WELL = 0.1


def _in_its_words(of_rec: Sequence[Ranked]) -> Ranked:
    """The best passage of a recommendation; what it recommends, where that says as much of the question."""
    best = of_rec[0]
    own = (r for r in of_rec if r.unit.passage.part is Part.RECOMMENDATION)
    return next((r for r in own if r.own >= best.own - AS_WELL), best)


def answer_theme(asked: Asked) -> Draft | None:
    """What a theme is and which recommendations it holds, or which theme a recommendation stands under."""
    question, corpus = asked.question, asked.corpus
    if question.themes and not question.terms and not question.recommendations:
        return Draft(
            Outcome.ANSWERED,
            tuple(line for theme in question.themes for line in _theme(asked, theme)),
            recommendations=tuple(
                r.number for r in corpus.recommendations.values() if r.theme in question.themes
            ),
            from_records=True,
        )
    if question.has(Want.THEME) and not question.themes and len(asked.recommendations) == 1:
        rec = asked.recommendations[0]
        lead = Line(
            f"{capital(named(rec))} stands under theme {rec.theme}, **{corpus.themes.get(rec.theme, '')}**.",
            tuple(heading_quote(asked, rec.theme)),
        )
        return Draft(Outcome.ANSWERED, (lead,), recommendations=(rec.number,), from_records=True)
    return None


def _theme(asked: Asked, theme: int) -> Iterator[Line]:
    """What a theme is called and holds, then a line for each of its recommendations."""
    members = tuple(r for r in asked.corpus.recommendations.values() if r.theme == theme)
    held = f"{_count(len(members))}: {numbers(tuple(r.number for r in members))}"
    title = asked.corpus.themes[theme]
    yield Line(f"Theme {theme} is **{title}**. It holds {held}.", tuple(heading_quote(asked, theme)))
    for rec in members:
        yield Line(f"- {capital(named(rec))}", (_wording(asked, rec), status_quote(rec)))


def _count(n: int) -> str:
    return "one recommendation" if n == 1 else f"{n} recommendations"


def _wording(asked: Asked, rec: Recommendation) -> Quote:
    """What a recommendation says, or the lead-in of what it lists."""
    return whole(asked.library.by_id[rec.passages[Part.RECOMMENDATION][0].id])


def heading_quote(asked: Asked, theme: int) -> Iterator[Quote]:
    """The line under a theme's heading that lists its recommendations."""
    for unit in asked.library.units:
        if _lists_theme(unit.passage, theme):
            yield whole(unit)
            return


def _lists_theme(passage: Passage, theme: int) -> bool:
    return (
        passage.kind is PassageKind.PARAGRAPH
        and passage.text.startswith("Recommendations ")
        and any(h.startswith(f"Theme {theme}:") for h in passage.headings)
    )
