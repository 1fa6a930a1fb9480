"""What is told where nothing of a theme has the date that is asked for: that, and every timescale of the theme."""

from __future__ import annotations

from dataclasses import replace

from assistant.answers.draft import Draft, Line
from assistant.answers.members import Members, timescale
from assistant.answers.places import capital, listed, named, numbers
from assistant.evidence.asked import Asked
from assistant.language.numbers import in_words
from assistant.model import Outcome
from assistant.question.selection import Selection


def none_in_theme(asked: Asked, chosen: Selection) -> Draft | None:
    """That no timescale of the themes named has the date, with all of them; None where no theme is named, or a status selects, too."""
    if not chosen.themes or chosen.statuses is not None or not any(key.wanted for key in chosen.dates):
        return None
    members = Members(asked, replace(chosen, dates=()))
    members.keep({r.number for r in members.found if r.theme in chosen.themes})
    if chosen.numbers:
        members.keep(set(chosen.numbers))
    if not members.found:
        return None
    periods = listed([key.when.wording for key in chosen.dates], "or")
    held = numbers(tuple(r.number for r in members.found))
    noun = "recommendation" if len(members.found) == 1 else "recommendations"
    under = f"under theme {listed([str(t) for t in chosen.themes])}"
    head = f"**{in_words(len(members.found)).capitalize()}** {under}, all not dated {periods}: {noun} {held}."
    return Draft(
        Outcome.ANSWERED,
        (Line(head), *(Line(f"- {capital(named(r))}", timescale(members, r)) for r in members.found)),
        recommendations=tuple(r.number for r in members.found),
        from_records=True,
    )
