"""The members of a set while it is narrowed, and what is said of each."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.answers.matching import Match
from assistant.answers.timescales import says_when
from assistant.evidence.asked import Asked
from assistant.evidence.quote import Quote, whole
from assistant.question.selection import Selection
from corpus.model import Part, Recommendation, When


@dataclass(slots=True)
class Shown:
    """What is said of one member, and the quotes that show it belongs."""

    words: list[str] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    whens: list[When] = field(default_factory=list)


class Members:
    """Recommendations that still qualify, narrowed key by key."""

    def __init__(self, asked: Asked, chosen: Selection) -> None:
        self.asked, self.chosen = asked, chosen
        self.found: list[Recommendation] = list(asked.corpus.recommendations.values())
        self.shown: dict[int, Shown] = {r.number: Shown() for r in self.found}
        self.by: list[str] = []
        self.asked_of_all = False
        """Whether it is asked if all of them (or any) were answered in a way."""

    def keep(self, some: set[int], by: str = "") -> None:
        """Narrow to some numbers, saying by what."""
        self.found = [r for r in self.found if r.number in some]
        if by:
            self.by.append(by)

    def show(self, number: int, words: str, quotes: tuple[Quote, ...], whens: tuple[When, ...] = ()) -> None:
        """Say something of a member."""
        shown = self.shown[number]
        if words and words not in shown.words:
            shown.words.append(words)
        shown.quotes += [q for q in quotes if q not in shown.quotes]
        shown.whens += [w for w in whens if w not in shown.whens]


def calendar_dates(members: Members, rec: Recommendation) -> list[Match]:
    """The calendar dates of a recommendation's timescale, in reading order."""
    units = [members.asked.library.by_id[p.id] for p in rec.passages[Part.TIMESCALE]]
    return [Match(u, s, w) for u in units for s in u.sentences for w in s.whens if w.edtf]


def undated_wordings(members: Members, rec: Recommendation) -> tuple[When, ...]:
    """The wordings of a timescale that say when without a calendar date."""
    return says_when([members.asked.library.by_id[p.id] for p in rec.passages[Part.TIMESCALE]])


def timescale(members: Members, rec: Recommendation) -> tuple[Quote, ...]:
    """The whole timescale as quotes."""
    return tuple(whole(members.asked.library.by_id[p.id]) for p in rec.passages[Part.TIMESCALE])
