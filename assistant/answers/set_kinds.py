"""Narrowing a set by kinds of date: those with a month, with a season, with a rough date - or without."""

from __future__ import annotations

from assistant.answers.compose import bold_dates
from assistant.answers.matching import Match, same_period, within
from assistant.answers.members import Members, calendar_dates, timescale
from assistant.evidence.quote import sentence_quote
from assistant.question.selection import KindKey
from corpus.model import Recommendation


def by_kinds(members: Members) -> bool:
    """Narrow by the kinds of date that the question asks for or rules out; False where it names none."""
    for key in members.chosen.kinds:
        matches = {r.number: _of_kind(members, r, key) for r in members.found}
        some = {n for n, found in matches.items() if bool(found) is key.wanted}
        members.keep(some, f"with a {key.name} in the timescale" if key.wanted and key.name else "")
        for number in sorted(some) if key.wanted else ():
            for m in matches[number]:
                members.show(number, bold_dates((m.when,)), (sentence_quote(m.unit, m.sentence),), (m.when,))
    if members.chosen.kinds and not any(k.wanted for k in members.chosen.kinds):
        for rec in members.found:
            members.show(rec.number, "", timescale(members, rec))
    return bool(members.chosen.kinds)


def _of_kind(members: Members, rec: Recommendation, key: KindKey) -> list[Match]:
    """The dates of a timescale that are of a kind and lie where the question's dates do."""
    wanted = [k.when for k in members.chosen.dates if k.wanted] if key.wanted else []
    return [
        m
        for m in calendar_dates(members, rec)
        if key.holds(m.when) and all(same_period(m.when, w) or within(m.when, w) for w in wanted)
    ]
