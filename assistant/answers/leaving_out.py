"""What a set leaves out ("minus the research one", "apart from theme 3", "but not those that mention schools")."""

from __future__ import annotations

from assistant.answers.described import described, spoken_of
from assistant.answers.matching import same_period, within
from assistant.answers.members import Members, calendar_dates
from assistant.answers.mentions import mentioning, with_words
from assistant.answers.places import STATUS_NAMES, listed
from assistant.question.selection import LeftOut
from corpus.model import Recommendation


def leave_out(members: Members) -> bool:
    """Take away what the question leaves out; False where that is nothing."""
    for left in members.chosen.left_out:
        gone = {r.number for r in members.found if _holds(left, r, members)} & _said(left, members)
        members.keep({r.number for r in members.found} - gone, _words(left))
    return bool(members.chosen.left_out)


def _holds(left: LeftOut, rec: Recommendation, members: Members) -> bool:
    """Whether number, theme, status and date are what is left out, as far as it names them."""
    return (
        (not left.numbers or rec.number in left.numbers)
        and (not left.themes or rec.theme in left.themes)
        and (left.statuses is None or rec.status in left.statuses)
        and all(
            any(same_period(m.when, w) or within(m.when, w) for m in calendar_dates(members, rec))
            for w in left.whens
        )
    )


def _said(left: LeftOut, members: Members) -> set[int]:
    """The recommendations that what is left out describes, or that say it; every one where it has no words."""
    every = members.asked.corpus.recommendations
    if said := {n for words in left.words for n in with_words(members.asked, every.values(), words)}:
        return said
    if not left.terms:
        return set(every)
    if left.few:
        library = members.asked.library
        found = described(left.terms, members.found, library) or spoken_of(left.terms, members.found, library)
        return set(found[: left.few])
    return set(mentioning(members.asked, every.values(), left.terms, any_of=False)) or (
        set(every) if left.known_by_record else set()
    )


def _words(left: LeftOut) -> str:
    """How an answer says what was left out; not at all where a theme or a status does not."""
    if left.themes and not (left.statuses or left.terms):
        return f"outside theme {listed([str(t) for t in sorted(left.themes)])}"
    if left.statuses and not (left.themes or left.terms):
        names = [f"“{STATUS_NAMES[s]}”" for s in STATUS_NAMES if s in left.statuses]
        return f"not answered {listed(names, 'or')}"
    return ""
