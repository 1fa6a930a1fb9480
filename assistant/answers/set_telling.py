"""What an answer says of a set: its count, its members and what was asked of each."""

from __future__ import annotations

from assistant.answers.compose import bold_dates
from assistant.answers.draft import Draft, Line
from assistant.answers.members import Members, calendar_dates, timescale, undated_wordings
from assistant.answers.places import STATUS_NAMES, capital, named, numbers
from assistant.answers.set_verdicts import verdict_lines
from assistant.answers.statuses import status_quote
from assistant.answers.timescales import with_counterparts
from assistant.answers.which import heading_quote
from assistant.evidence.asked import Asked
from assistant.evidence.quote import whole
from assistant.language.numbers import SEVERAL, in_words
from assistant.language.phrases import Phrases
from assistant.model import Outcome, Reason
from assistant.question.facets import Want
from corpus.model import Part, Status

#: What recommendations got, in words that say so where they are compared ("did all get the same answer?").
_ANSWER = Phrases(
    "answers?|answered|repl(?:y|ies)|treat(?:ed|ment)|reception|verdicts?|decisions?|far(?:e|ed)"
)


_THEY = "(?:the )?(?:government|ministers?|dfe|department)"
_EACH = "(?:each|every one|them|all|those|these)"
_TOLD = "(?:said|says?|told|replied|answered|decided|responded)"
_REPLY = (
    "(?:answer|response|status|verdict|decision|outcome|reaction|reply|kind of (?:answer|response|reply))"
)
_TO_EACH = Phrases(
    "what (?:did|was|were|have) (?:each|they|all|those|these)(?: one)? (?:get|got|given)|how (?:did|have) (?:each|they|all) (?:fare|fared|do)",
    f"what (?:{_THEY} |was |were |got |is |has been ){_TOLD} (?:to|about|on|of|for) {_EACH}",
    f"what (?:did|does) {_THEY} {_TOLD} (?:to|about|on|of|for) {_EACH}",
    f"(?:(?:answer|response|decision|outcome|result|verdict)s?|repl(?:y|ies)) (?:(?:was |were )?given )?(?:to|for|on|of) {_EACH}",
    rf"(?:what|which) {_REPLY}s? (?:did|was|were|has|have|is|are) (?:each|every|all|those|these|they|it|its|the)\b",
    rf"how (?:did|have|has) (?:each|every|its|all|those|these|the|theirs?)(?: (?:of|the|them|these|those|other|others|\w+'s))*(?: {SEVERAL})?"
    r"(?: (?:recommendations?|recs?|ones?))?(?: in [\w ]{3,30}| under [\w ]{3,30})? (?:fare|fared|do|get on)",
    f"how (?:was|were|is|are) {_EACH}(?: one)? (?:answered|received|treated|taken|met|handled|dealt with|responded to)",
)


def tell(members: Members) -> None:
    """What the question wants to know of each member beside what selected it."""
    question = members.asked.question
    wants_status = question.has(Want.STATUS, Want.RESPONSE) or (
        question.has(Want.COMPARE) and _ANSWER.search(members.chosen.text)
    )
    wants_status = wants_status or bool(_TO_EACH.search(members.chosen.text))
    for rec in members.found:
        shown = members.shown[rec.number]
        wants_when = (
            question.has(Want.WHEN)
            and members.chosen.undated is None
            and not members.chosen.dates
            and not shown.whens
        )
        if wants_when and not question.has(Want.EARLIEST, Want.LATEST):
            whens = tuple(m.when for m in calendar_dates(members, rec))
            undated = undated_wordings(members, rec) if not whens else ()
            members.show(
                rec.number,
                bold_dates(whens) if whens else "no calendar date",
                timescale(members, rec),
                whens or undated,
            )
        if wants_status and members.chosen.statuses is None:
            members.show(rec.number, f"**{STATUS_NAMES[rec.status]}**", (status_quote(rec),))
        if not shown.quotes:
            members.show(
                rec.number, "", (whole(members.asked.library.by_id[rec.passages[Part.RECOMMENDATION][0].id]),)
            )


def draft_of(members: Members, ordered: bool) -> Draft:
    """The draft of a set: its count, then a line for each member; ascending unless already ordered."""
    found = members.found if ordered else sorted(members.found, key=lambda r: r.number)
    by = " ".join(members.by)
    if not found:
        return _none(members, by)
    if members.asked_of_all:
        every = tuple(r.number for r in found)
        return Draft(Outcome.ANSWERED, verdict_lines(members), recommendations=every, from_records=True)
    noun = "recommendation" if len(found) == 1 else "recommendations"
    head = f"**{in_words(len(found)).capitalize()}**{' ' + by if by else ''}: {noun} {numbers(tuple(r.number for r in found))}."
    lines = [Line(head)]
    for rec in found:
        shown = members.shown[rec.number]
        words = ", ".join(shown.words)
        lines.append(
            Line(
                f"- {capital(named(rec))}" + (f": {words}" if words else ""),
                tuple(shown.quotes),
            )
        )
    whens = tuple(w for r in found for w in members.shown[r.number].whens)
    made = Draft(
        Outcome.ANSWERED,
        tuple(lines),
        tuple(q for theme in members.chosen.themes for q in heading_quote(members.asked, theme)),
        recommendations=tuple(r.number for r in found),
        whens=whens,
        from_records=True,
    )
    if members.chosen.dates and not any(k.wanted for k in members.chosen.dates):
        return made  # the dates only tell what there is beside the one that they lack
    dated = [m for r in found for m in calendar_dates(members, r) if m.when in members.shown[r.number].whens]
    return with_counterparts(members.asked, made, [(m.unit, m.sentence) for m in dated])


def _none(members: Members, by: str) -> Draft:
    """That there is none; with what all were answered, unless others are asked for that say something."""
    chosen = members.chosen
    if chosen.left_out and (chosen.said.terms or chosen.said_in) and chosen.statuses is None:
        said = by.removeprefix("that ") or "is of that kind"
        line = Line(f"None beside what the question leaves out {said}.")
        return Draft(Outcome.NOT_IN_GUIDANCE, (line,), reason=Reason.NOT_IN_DOCUMENTS)
    line = Line(f"**None** of the recommendations is {by or 'of that kind'}.")
    return Draft(Outcome.ANSWERED, (line, *_tally(members.asked)), from_records=True)


def _tally(asked: Asked) -> tuple[Line, ...]:
    made = []
    for status in Status:
        group = tuple(r for r in asked.corpus.recommendations.values() if r.status is status)
        if group:
            shown = numbers(tuple(r.number for r in group))
            made.append(Line(f"- **{STATUS_NAMES[status]}**: {shown}", tuple(status_quote(r) for r in group)))
    return tuple(made)
