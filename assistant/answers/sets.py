"""Set questions: answered from the records, completely, with their count."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers.compose import bold_dates
from assistant.answers.described import described
from assistant.answers.draft import Draft, Line
from assistant.answers.how_many import asked_for, more_than_held
from assistant.answers.leaving_out import leave_out
from assistant.answers.matching import Match, deadline, same_period, within
from assistant.answers.members import Members, calendar_dates
from assistant.answers.places import STATUS_NAMES, listed
from assistant.answers.set_dates import by_absence, by_count, by_dates, matching
from assistant.answers.set_kinds import by_kinds
from assistant.answers.set_mentions import by_mention, strictly_said
from assistant.answers.set_none import none_in_theme
from assistant.answers.set_parts import by_parts
from assistant.answers.set_telling import draft_of, tell
from assistant.answers.set_verdicts import asks_for_some, quantified
from assistant.answers.statuses import status_quote
from assistant.answers.which import NOT_SO_MANY, none_of_so_many, not_ranked
from assistant.evidence.asked import Asked
from assistant.evidence.quote import sentence_quote
from assistant.language.phrases import Phrases
from assistant.model import Outcome, Reason
from assistant.question.facets import Want
from assistant.question.selection import Mention, Selection, selection
from assistant.question.set_query.listing import listed_subjects
from assistant.question.set_query.part_conditions import part_conditions
from assistant.question.totals import the_number
from corpus.model import Recommendation, Status
from corpus.patterns import lazy_regex


def answer_set(asked: Asked) -> Draft | None:
    """The whole set that was asked for, with its count; None where nothing says how to select it."""
    if unranked := not_ranked(asked):
        return unranked
    chosen = _of_listed(asked, selection(asked.question, asked.library))
    made = _answer(asked, chosen) if chosen else None
    if chosen and made and more_than_held(asked.question.focus, len(made.recommendations)):
        return None if chosen.themes else NOT_SO_MANY
    return made or (none_of_so_many(asked) if chosen and chosen.said.about else None)


def _answer(asked: Asked, chosen: Selection) -> Draft | None:
    """What is selected, with what was asked of each."""
    members = Members(asked, chosen)
    strictly = strictly_said(members)
    if strictly is None or chosen.unread:
        return None
    keyed = [
        _pool(members),
        _by_status(members, strictly),
        by_dates(members),
        by_count(members),
        by_kinds(members),
        by_absence(members),
        strictly,
        by_parts(members),
        leave_out(members),
    ]
    said = strictly or by_mention(members, any(keyed))
    if not said and not any(keyed) and (chosen.said.terms or not _aspect(asked)):
        return None
    if not said and not any(keyed) and _unread(asked, chosen):
        return None
    _pick(members)
    if chosen.said_in and not members.found and not chosen.left_out:
        return None
    if chosen.dates and not members.found:
        return _dated_otherwise(asked, chosen) or none_in_theme(asked, chosen) or _none_dated(members)
    ordered = _extreme(members)
    tell(members)
    return draft_of(members, ordered)


def answer_parts(asked: Asked) -> Draft | None:
    """The set of those whose parts say, or do not say, what a question asks for; None where it sets no such condition, or none fits."""
    conditions = part_conditions(asked.question, asked.library)
    if not conditions:
        return None
    chosen = replace(selection(asked.question, asked.library), said=Mention(), said_in=conditions)
    return _answer(asked, chosen)


def _of_listed(asked: Asked, chosen: Selection) -> Selection | None:
    """What is selected from the recommendations that a question lists by their subjects; None where one is not found, or two are one."""
    subjects = listed_subjects(asked.question)
    if not subjects:
        return chosen
    every = [
        r for r in asked.corpus.recommendations.values() if not chosen.themes or r.theme in chosen.themes
    ]
    found = tuple(n for s in subjects for n in described(s, every, asked.library)[:1])
    if len(set(found)) < len(subjects):
        return None
    some = asks_for_some(asked.question)
    return replace(
        chosen, numbers=tuple(sorted(found)), said=Mention(), statuses=chosen.statuses if some else None
    )


def _dated_otherwise(asked: Asked, chosen: Selection) -> Draft | None:
    """What those with the dates were answered, where none of them was answered as asked; None where none has the dates."""
    members = Members(asked, chosen)
    _pool(members)
    by_dates(members)
    if not chosen.statuses or not members.found:
        return None
    members.asked_of_all = True
    return draft_of(members, ordered=False)


def _none_dated(members: Members) -> Draft | None:
    """That nothing has the date, where the date is all that a question says; None where it says more, or a passage has it."""
    asked, named = members.asked, [key.when for key in members.chosen.dates]
    every = (w for u in asked.library.units for s in u.sentences for w in s.whens)
    if asked.question.terms or any(same_period(w, n) or within(w, n) for w in every for n in named):
        return None
    line = Line(f"None of the recommendations is {' '.join(members.by) or 'of that date'}.")
    return Draft(Outcome.NOT_IN_GUIDANCE, (line,), reason=Reason.NOT_IN_DOCUMENTS)


#: Every one of them is meant.
_OF_ALL = Phrases(
    "(?<!at )all|every|each|any|full|complete|whole|are there|respectively|timeline|breakdown|split"
)


def _unread(asked: Asked, chosen: Selection) -> bool:
    """Whether "which recommendations …" asks for some of them by something that was not understood."""
    if not asked.question.has(Want.WHICH) or asked.question.has(Want.ORDER, Want.EARLIEST, Want.LATEST):
        return False
    return not _OF_ALL.search(chosen.text) and not the_number(asked.library).search(chosen.text)


def _aspect(asked: Asked) -> bool:
    """Whether the records of all recommendations answer the question, though nothing selects some."""
    return (
        asked.question.has(Want.STATUS, Want.WHEN, Want.EARLIEST, Want.LATEST, Want.COUNT)
        or not asked.question.terms
    )


def _pool(members: Members) -> bool:
    """Narrow by numbers and themes; False where the question names neither."""
    chosen = members.chosen
    some = {
        r.number
        for r in members.found
        if (not chosen.numbers or r.number in chosen.numbers)
        and (not chosen.themes or r.theme in chosen.themes)
    }
    members.keep(some, f"under theme {listed([str(t) for t in chosen.themes])}" if chosen.themes else "")
    return bool(chosen.numbers or chosen.themes)


def _by_status(members: Members, said: bool) -> bool:
    """Narrow by status, or give a verdict on all; False where the question names none."""
    wanted = members.chosen.statuses
    if wanted is None:
        return False
    found = [r for r in members.found if r.status in wanted]
    if members.asked.question.has(Want.THEME) and not members.chosen.by_theme:
        mixed = {r.theme for r in members.found if r.status not in wanted}
        found = [r for r in found if r.theme not in mixed] or found
    words = listed([f"“{STATUS_NAMES[s]}”" for s in Status if s in wanted], "or")
    if quantified(members, len(found), said):
        members.asked_of_all = True
    else:
        members.keep({r.number for r in found}, f"answered {words}" if wanted else "rejected")
    for rec in members.found:
        members.show(rec.number, f"**{STATUS_NAMES[rec.status]}**", (status_quote(rec),))
    return True


def _pick(members: Members) -> None:
    """For "which recommendation with … does …", the one among those left that says it best; of parts that say it, as many as told."""
    asked, chosen = members.asked, members.chosen
    several = asked_for(asked.question.focus, len(members.found))
    says = bool(chosen.said.terms) or (bool(chosen.said_in) and several > 1)
    if len(members.found) <= several or not says or chosen.dates:
        return
    left = {r.number for r in members.found}
    members.keep(set([n for n in asked.groups if n in left][:several]) or left)


_LATEST_FIRST = lazy_regex(r"\b(?:(?:latest|last) first|latest to (?:the )?earliest)\b", re.IGNORECASE)


def _edges(members: Members, every: list[Match]) -> list[Match]:
    """Narrow to the earliest date, the latest or both, as asked; the matches that have one of them."""
    days = [deadline(m.when) for m in every]
    ends = ((Want.EARLIEST, "earliest", min(days)), (Want.LATEST, "latest", max(days)))
    edges = {name: day for want, name, day in ends if want in members.chosen.edges}
    found = [m for m in every if deadline(m.when) in edges.values()]
    members.keep(
        {m.unit.passage.recommendation or 0 for m in found}, f"with the {' and the '.join(edges)} date"
    )
    return found


def _as_asked(members: Members, rec: Recommendation, match: Match) -> bool:
    """Whether a date is one of those that the question's dates select."""
    return all(match in matching(members, rec, key) for key in members.chosen.dates if key.wanted)


def _extreme(members: Members) -> bool:
    """For "earliest" and "latest", only those; True where the members are put in the order of their dates."""
    question = members.asked.question
    wants_edge = bool(members.chosen.edges)
    if not (
        wants_edge
        or question.has(Want.ORDER)
        or (
            question.has(Want.WHEN)
            and question.has(Want.LIST)
            and not (members.chosen.dates or members.chosen.said_in)
        )
    ):
        return False
    every = [m for r in members.found for m in calendar_dates(members, r) if _as_asked(members, r, m)]
    if members.chosen.deadlines_only and wants_edge:
        every = [m for m in every if m.when.first is None] or every
    if wants_edge and every:
        every = _edges(members, every)
    every.sort(key=lambda m: deadline(m.when), reverse=bool(_LATEST_FIRST.search(question.focus)))
    order = {m.unit.passage.recommendation: i for i, m in reversed(list(enumerate(every)))}
    members.found.sort(key=lambda r: order.get(r.number, 99))
    for m in every:
        number = m.unit.passage.recommendation
        if number in {r.number for r in members.found}:
            members.show(number or 0, bold_dates((m.when,)), (sentence_quote(m.unit, m.sentence),), (m.when,))
    return True
