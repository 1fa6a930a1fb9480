"""Narrowing a set by its dates: those named, any of those named, or none at all."""

from __future__ import annotations

import re

from assistant.answers.compose import bold_dates
from assistant.answers.how_many import asked_for
from assistant.answers.matching import Match, deadline, same_period, within
from assistant.answers.members import Members, calendar_dates, timescale, undated_wordings
from assistant.answers.places import listed
from assistant.evidence.quote import sentence_quote
from assistant.question.selection import DateKey, Relation
from corpus.model import Modality, Part, Recommendation, When
from corpus.patterns import lazy_regex

#: Grains of a date that another must share to be the same; a year holds what lies within it.
_EXACT = {"day", "month", "season", "part_of_year", "half_year"}


def by_dates(members: Members) -> bool:
    """Narrow by the dates that the question names; False where it names none."""
    if members.chosen.any_date:
        return _by_any_date(members)
    for key in members.chosen.dates:
        matches = {r.number: matching(members, r, key) for r in members.found}
        if key.wanted:
            matches = {n: found for n, found in _about(members, matches).items() if _counted(members, found)}
            matches = _as_many_as_told(members, matches, key)
            members.keep({n for n, found in matches.items() if found}, _dated(members, key))
            for number, found in matches.items() if not members.chosen.edges else ():
                for m in found if members.chosen.date_count else _as_worded(found, key):
                    members.show(
                        number, bold_dates((m.when,)), (sentence_quote(m.unit, m.sentence),), (m.when,)
                    )
        else:
            members.keep({n for n, found in matches.items() if not found}, f"not dated {_period(key)}")
            for rec in members.found:
                if any(k.wanted for k in members.chosen.dates):
                    members.show(rec.number, "", timescale(members, rec))
                else:
                    show_timescale(members, rec)
    return bool(members.chosen.dates)


def show_timescale(members: Members, rec: Recommendation) -> None:
    """Say which dates a timescale has, or what it says in place of one."""
    whens = tuple(m.when for m in calendar_dates(members, rec))
    words = bold_dates(whens) if whens else "no calendar date"
    members.show(rec.number, words, timescale(members, rec), whens or undated_wordings(members, rec))


def by_count(members: Members) -> bool:
    """Narrow to timescales with as many dates as are asked for; False where none are counted, or a period has told which count."""
    if members.chosen.date_count is None or any(k.wanted for k in members.chosen.dates):
        return False
    every = {r.number: calendar_dates(members, r) for r in members.found}
    members.keep({n for n, found in every.items() if _counted(members, found)})
    for rec in members.found:
        whens = tuple(m.when for m in every[rec.number])
        members.show(rec.number, bold_dates(whens), timescale(members, rec), whens)
    return True


def _counted(members: Members, found: list[Match]) -> bool:
    """Whether dates are as many as are asked for."""
    count = members.chosen.date_count
    return count is None or count.holds(len({m.when.edtf for m in found}))


def _as_many_as_told(
    members: Members, matches: dict[int, list[Match]], key: DateKey
) -> dict[int, list[Match]]:
    """Only the dates that end with the period asked for, where those are of as many recommendations as asked for and all are not."""
    told = asked_for(members.asked.question.focus, 0)
    open_ended = key.when.last is None or bool(members.chosen.edges)
    if not told or open_ended or sum(map(bool, matches.values())) <= told:
        return matches
    ending = {n: [m for m in found if m.when.last == key.when.last] for n, found in matches.items()}
    return ending if sum(map(bool, ending.values())) == told else matches


def _as_worded(found: list[Match], key: DateKey) -> list[Match]:
    """Of dates that lie in a year, those that name it, where any does: "over the summer" only by itself."""
    if key.when.grain != "year":
        return found
    return [m for m in found if _YEAR.search(m.when.wording)] or found


_YEAR = lazy_regex(r"\b(?:19|20)\d\d\b")


def _by_any_date(members: Members) -> bool:
    """One of several dates is enough."""
    some: set[int] = set()
    for rec in members.found:
        for m in (m for key in members.chosen.dates for m in matching(members, rec, key)):
            some.add(rec.number)
            members.show(rec.number, bold_dates((m.when,)), (sentence_quote(m.unit, m.sentence),), (m.when,))
    members.keep(some, f"dated {listed([_period(k) for k in members.chosen.dates], 'or')}")
    return True


def _dated(members: Members, key: DateKey) -> str:
    """How an answer says by which date it selects; not at all where date and question are worded otherwise ("Christmas 2011")."""
    as_asked = key.when.wording in members.asked.question.text and not _at_a_years_end(key.when)
    return f"dated {_period(key)}" if as_asked else ""


def _period(key: DateKey) -> str:
    if key.when.edtf is None:
        return key.when.wording
    words = {Relation.AFTER: "after ", Relation.BEFORE: "before ", Relation.ONLY: "only "}.get(
        key.relation, ""
    )
    plain = re.sub(r"^(?:after|before|for)\s+", "", key.when.wording, flags=re.IGNORECASE)
    if key.relation is Relation.BEFORE and plain.lower().startswith("the end of"):
        words = "by "  # the last day of a period is before its end
    return f"{words}{plain}"


#: Weight of a question's terms from which on they tell which of several dates is meant.
TELLING = 2.5
#: Share of the terms that the best dated sentence must say, and share of the best that others must reach.
SAID, NEARLY = 0.35, 0.75


def _about(members: Members, matches: dict[int, list[Match]]) -> dict[int, list[Match]]:
    """Where the question's terms are telling and some matches say them, only those that do."""
    matcher = members.asked.matcher
    if not members.chosen.said.terms or members.chosen.edges or matcher.total < TELLING:
        return matches
    said = {
        n: max((matcher.coverage(m.sentence.stems | m.unit.lead) for m in found), default=0.0)
        for n, found in matches.items()
    }
    best = max(said.values(), default=0.0)
    if best < SAID:
        return matches
    return {
        n: [m for m in found if matcher.coverage(m.sentence.stems | m.unit.lead) >= NEARLY * best]
        for n, found in matches.items()
    }


def _dates(members: Members, rec: Recommendation) -> list[Match]:
    """The dates of the parts that the question names for them, else of the timescale alone or of all."""
    named = members.chosen.date_parts or ({Part.TIMESCALE} if members.chosen.timescale_only else None)
    units = [
        members.asked.library.by_id[p.id]
        for part, passages in rec.passages.items()
        if named is None or part in named
        for p in passages
    ]
    return [Match(u, s, w) for u in units for s in u.sentences for w in s.whens]


def matching(members: Members, rec: Recommendation, key: DateKey) -> list[Match]:
    """The dates of a recommendation that are as a date of the question asks."""
    every = [m for m in _dates(members, rec) if m.when.edtf or key.when.edtf is None]
    if key.when.edtf is None:
        return [m for m in every if m.when.wording.lower() == key.when.wording.lower()]
    if key.relation is Relation.AFTER:
        edge = key.when.last or key.when.first
        return [m for m in every if edge is not None and deadline(m.when) > edge]
    if key.relation is Relation.BEFORE:
        inclusive = "end of" in key.when.wording.lower()
        edge = key.when.last if inclusive else key.when.first or key.when.last
        return [
            m
            for m in every
            if edge is not None and (deadline(m.when) <= edge if inclusive else deadline(m.when) < edge)
        ]
    if _at_a_years_end(key.when):
        return [m for m in every if m.when.last == key.when.last and m.when.grain in _EXACT]
    wide = key.when.grain == "half_year" and not _is_given(members, key.when)
    exact = key.when.grain in _EXACT and not wide and "end of" not in key.when.wording.lower()
    inside = [m for m in every if within(m.when, key.when)]
    found = [m for m in every if same_period(m.when, key.when)] if exact else inside
    if not key.wanted:  # what lies anywhere in a period is not outside it
        found += inside
    if key.relation is Relation.ONLY and len(found) != len(every):
        return []
    return found


def _is_given(members: Members, when: When) -> bool:
    """Whether some timescale gives a period as it is; else what lies in it is meant."""
    every = members.asked.corpus.recommendations.values()
    return any(same_period(m.when, when) for r in every for m in calendar_dates(members, r))


def _at_a_years_end(when: When) -> bool:
    """Whether a date names the end of a year, as "late 2014" does; not one by which something must be done."""
    vague = when.grain == "part_of_year" or "end of" in when.wording.lower()
    ends = when.last is not None and (when.last.month, when.last.day) == (12, 31)
    return vague and ends and when.modality is not Modality.BY


def by_absence(members: Members) -> bool:
    """Narrow to those with, or without, any calendar date; False where that is not asked."""
    wanted = members.chosen.undated
    if wanted is None:
        return False
    without = {r.number for r in members.found if not calendar_dates(members, r)}
    some = without if wanted else {r.number for r in members.found} - without
    members.keep(
        some,
        "without a calendar date in the timescale" if wanted else "with a calendar date in the timescale",
    )
    for rec in members.found:
        show_timescale(members, rec)
    return True
