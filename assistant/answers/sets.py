"""Set questions: answered from the records, completely, with their count."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from assistant.answers.asked import Asked
from assistant.answers.compose import bold_dates
from assistant.answers.draft import Draft, Line, Quote, sentence_quote, whole
from assistant.answers.matching import Match, deadline, same_period, within
from assistant.answers.mentions import mentioning, with_words
from assistant.answers.places import STATUS_NAMES, listed, named, numbers
from assistant.answers.statuses import status_quote
from assistant.answers.timescales import says_when, with_counterparts
from assistant.model import Outcome
from assistant.question.facets import Want
from assistant.question.selection import DateKey, Relation, Selection, selection
from corpus.model import Part, Recommendation, Status, When

_NUMBER_WORDS = (
    "none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
)
_EXACT = {"day", "month", "season", "part_of_year", "half_year"}


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


def answer_set(asked: Asked) -> Draft | None:
    """The whole set that was asked for, with its count; None where nothing says how to select it."""
    chosen = selection(asked.question, asked.library)
    members = Members(asked, chosen)
    keyed = [
        _pool(members),
        _by_status(members),
        _by_dates(members),
        _by_absence(members),
    ]
    if not _by_mention(members, any(keyed)) and not any(keyed) and (chosen.mention or not _aspect(asked)):
        return None
    _pick(members)
    if chosen.dates and not members.found:
        return None
    ordered = _extreme(members)
    _tell(members)
    return _draft(members, ordered)


def _aspect(asked: Asked) -> bool:
    return (
        asked.question.has(Want.STATUS, Want.WHEN, Want.EARLIEST, Want.LATEST, Want.COUNT)
        or not asked.question.terms
    )


def _pool(members: Members) -> bool:
    chosen = members.chosen
    some = {
        r.number
        for r in members.found
        if (not chosen.numbers or r.number in chosen.numbers)
        and r.number not in chosen.excluded
        and (not chosen.themes or (r.theme in chosen.themes) is chosen.themes_wanted)
    }
    by = ""
    if chosen.themes:
        shown = listed([str(t) for t in chosen.themes])
        by = f"under theme {shown}" if chosen.themes_wanted else f"outside theme {shown}"
    members.keep(some, by)
    return bool(chosen.numbers or chosen.excluded or chosen.themes)


def _by_status(members: Members) -> bool:
    wanted = members.chosen.statuses
    if wanted is None:
        return False
    found = [r for r in members.found if r.status in wanted]
    if members.asked.question.has(Want.THEME) and not members.chosen.themes:
        mixed = {r.theme for r in members.found if r.status not in wanted}
        found = [r for r in found if r.theme not in mixed]
    words = listed([f"“{STATUS_NAMES[s]}”" for s in Status if s in wanted], "or")
    members.keep({r.number for r in found}, f"answered {words}" if wanted else "rejected")
    for rec in found:
        members.show(rec.number, f"**{STATUS_NAMES[rec.status]}**", (status_quote(rec),))
    return True


def _by_dates(members: Members) -> bool:
    if members.chosen.any_date:
        return _by_any_date(members)
    for key in members.chosen.dates:
        matches = {r.number: _matching(members, r, key) for r in members.found}
        if key.wanted:
            matches = _about(members, matches)
            members.keep({n for n, found in matches.items() if found}, f"dated {_period(key)}")
            for number, found in matches.items():
                for m in found:
                    members.show(
                        number, bold_dates((m.when,)), (sentence_quote(m.unit, m.sentence),), (m.when,)
                    )
        else:
            members.keep({n for n, found in matches.items() if not found}, f"not dated {_period(key)}")
            for rec in members.found:
                members.show(rec.number, "", _timescale(members, rec))
    return bool(members.chosen.dates)


def _by_any_date(members: Members) -> bool:
    """One of several dates is enough."""
    some: set[int] = set()
    for rec in members.found:
        for m in (m for key in members.chosen.dates for m in _matching(members, rec, key)):
            some.add(rec.number)
            members.show(rec.number, bold_dates((m.when,)), (sentence_quote(m.unit, m.sentence),), (m.when,))
    members.keep(some, f"dated {listed([_period(k) for k in members.chosen.dates], 'or')}")
    return True


def _period(key: DateKey) -> str:
    words = {Relation.AFTER: "after ", Relation.BEFORE: "before ", Relation.ONLY: "only "}.get(
        key.relation, ""
    )
    plain = re.sub(r"^(?:after|before)\s+", "", key.when.wording, flags=re.IGNORECASE)
    return f"{words}{plain}"


def _about(members: Members, matches: dict[int, list[Match]]) -> dict[int, list[Match]]:
    """Where the question's terms are telling and some matches say them, only those that do."""
    matcher = members.asked.matcher
    if not members.chosen.mention or matcher.total < 2.5:
        return matches
    said = {
        n: max((matcher.coverage(m.sentence.stems | m.unit.lead) for m in found), default=0.0)
        for n, found in matches.items()
    }
    best = max(said.values(), default=0.0)
    if best < 0.35:
        return matches
    return {
        n: [m for m in found if matcher.coverage(m.sentence.stems | m.unit.lead) >= 0.75 * best]
        for n, found in matches.items()
    }


def _dates(members: Members, rec: Recommendation) -> list[Match]:
    parts = [Part.TIMESCALE] if members.chosen.timescale_only else list(rec.passages)
    units = [members.asked.library.by_id[p.id] for part in parts for p in rec.passages[part]]
    return [Match(u, s, w) for u in units for s in u.sentences for w in s.whens]


def _matching(members: Members, rec: Recommendation, key: DateKey) -> list[Match]:
    every = [m for m in _dates(members, rec) if m.when.edtf or key.when.edtf is None]
    if key.when.edtf is None:
        return [m for m in every if m.when.wording.lower() == key.when.wording.lower()]
    if key.relation is Relation.AFTER:
        edge = key.when.last or (key.when.first and key.when.first)
        return [m for m in every if edge is not None and deadline(m.when) > edge]
    if key.relation is Relation.BEFORE:
        edge = key.when.first or key.when.last
        return [m for m in every if edge is not None and deadline(m.when) < edge]
    exact = key.when.grain in _EXACT and "end of" not in key.when.wording.lower()
    found = [m for m in every if (same_period(m.when, key.when) if exact else within(m.when, key.when))]
    if key.relation is Relation.ONLY and len(found) != len(every):
        return []
    return found


def _by_absence(members: Members) -> bool:
    wanted = members.chosen.undated
    if wanted is None:
        return False
    without = {r.number for r in members.found if not _calendar_dates(members, r)}
    some = without if wanted else {r.number for r in members.found} - without
    members.keep(
        some,
        "without a calendar date in the timescale" if wanted else "with a calendar date in the timescale",
    )
    for rec in members.found:
        whens = tuple(m.when for m in _calendar_dates(members, rec))
        shown = whens or _undated_wordings(members, rec)
        members.show(
            rec.number, bold_dates(whens) if whens else "no calendar date", _timescale(members, rec), shown
        )
    return True


def _calendar_dates(members: Members, rec: Recommendation) -> list[Match]:
    units = [members.asked.library.by_id[p.id] for p in rec.passages[Part.TIMESCALE]]
    return [Match(u, s, w) for u in units for s in u.sentences for w in s.whens if w.edtf]


def _undated_wordings(members: Members, rec: Recommendation) -> tuple[When, ...]:
    return says_when([members.asked.library.by_id[p.id] for p in rec.passages[Part.TIMESCALE]])


def _timescale(members: Members, rec: Recommendation) -> tuple[Quote, ...]:
    return tuple(whole(members.asked.library.by_id[p.id]) for p in rec.passages[Part.TIMESCALE])


def _by_mention(members: Members, keyed: bool) -> bool:
    """Narrow to recommendations that say what the question's terms say; not where that would leave nothing beside other keys."""
    chosen, asked = members.chosen, members.asked
    words = re.search(r"[\"']([^\"']{3,80})[\"']", asked.question.focus)
    quoted = (
        with_words(asked, members.found, words[1])
        if words and not chosen.dates and chosen.statuses is None
        else {}
    )
    found = quoted
    if not quoted and chosen.mention and not chosen.dates:
        found = mentioning(asked, members.found, chosen.mention, chosen.any_mention)
    if not found:
        return False
    members.keep(
        set(found),
        "that speak of "
        + (f"“{words[1]}”" if quoted and words else listed([t.text for t in chosen.mention])),
    )
    for number, quotes in found.items():
        members.show(number, "", () if keyed else quotes)
    return True


_SINGULAR = re.compile(r"\bwhich recommendation\b(?!s)", re.IGNORECASE)


def _pick(members: Members) -> None:
    """For "which recommendation with … does …", the one among those left that says it best."""
    asked = members.asked
    if (
        len(members.found) < 2
        or not members.chosen.mention
        or members.chosen.dates
        or not _SINGULAR.search(asked.question.focus)
    ):
        return
    left = {r.number for r in members.found}
    best = next((n for n in asked.groups if n in left), None)
    if best is not None:
        members.keep({best})


def _extreme(members: Members) -> bool:
    """For "earliest" and "latest", only those; True where the members are put in the order of their dates."""
    question = members.asked.question
    wants_edge = question.has(Want.EARLIEST, Want.LATEST)
    if not (
        wants_edge
        or question.has(Want.ORDER)
        or (question.has(Want.WHEN) and question.has(Want.LIST) and not members.chosen.dates)
    ):
        return False
    every = [m for r in members.found for m in _calendar_dates(members, r)]
    if members.chosen.deadlines_only:
        every = [m for m in every if m.when.first is None] or every
    if wants_edge and every:
        days = [deadline(m.when) for m in every]
        edge = min(days) if question.has(Want.EARLIEST) and not question.has(Want.LATEST) else max(days)
        every = [m for m in every if deadline(m.when) == edge]
        members.keep({m.unit.passage.recommendation or 0 for m in every})
        members.by.append("with the " + ("earliest" if edge == min(days) else "latest") + " date")
    every.sort(key=lambda m: deadline(m.when))
    order = {m.unit.passage.recommendation: i for i, m in reversed(list(enumerate(every)))}
    members.found.sort(key=lambda r: order.get(r.number, 99))
    for m in every:
        number = m.unit.passage.recommendation
        if number in {r.number for r in members.found}:
            members.show(number or 0, bold_dates((m.when,)), (sentence_quote(m.unit, m.sentence),), (m.when,))
    return True


def _tell(members: Members) -> None:
    """What the question wants to know of each member beside what selected it."""
    question = members.asked.question
    for rec in members.found:
        shown = members.shown[rec.number]
        wants_when = (
            question.has(Want.WHEN)
            and members.chosen.undated is None
            and not members.chosen.dates
            and not shown.whens
        )
        if wants_when and not question.has(Want.EARLIEST, Want.LATEST):
            whens = tuple(m.when for m in _calendar_dates(members, rec))
            undated = _undated_wordings(members, rec) if not whens else ()
            members.show(
                rec.number,
                bold_dates(whens) if whens else "no calendar date",
                _timescale(members, rec),
                whens or undated,
            )
        if question.has(Want.STATUS, Want.RESPONSE) and members.chosen.statuses is None:
            members.show(rec.number, f"**{STATUS_NAMES[rec.status]}**", (status_quote(rec),))
        if not shown.quotes:
            members.show(
                rec.number, "", (whole(members.asked.library.by_id[rec.passages[Part.RECOMMENDATION][0].id]),)
            )


def _draft(members: Members, ordered: bool) -> Draft:
    found = members.found if ordered else sorted(members.found, key=lambda r: r.number)
    by = " ".join(members.by)
    if not found:
        line = Line(f"**None** of the recommendations is {by or 'of that kind'}.")
        return Draft(Outcome.ANSWERED, (line, *_tally(members.asked)), from_records=True)
    count = _NUMBER_WORDS[len(found)] if len(found) < len(_NUMBER_WORDS) else str(len(found))
    noun = "recommendation" if len(found) == 1 else "recommendations"
    lines = [
        Line(
            f"**{count.capitalize()}**{' ' + by if by else ''}: {noun} {numbers(tuple(r.number for r in found))}."
        )
    ]
    for rec in found:
        shown = members.shown[rec.number]
        words = ", ".join(shown.words)
        lines.append(
            Line(
                f"- {named(rec)[0].upper()}{named(rec)[1:]}" + (f": {words}" if words else ""),
                tuple(shown.quotes),
            )
        )
    whens = tuple(w for r in found for w in members.shown[r.number].whens)
    made = Draft(
        Outcome.ANSWERED,
        tuple(lines),
        recommendations=tuple(r.number for r in found),
        whens=whens,
        from_records=True,
    )
    dated = [m for r in found for m in _calendar_dates(members, r) if m.when in members.shown[r.number].whens]
    return with_counterparts(members.asked, made, [(m.unit, m.sentence) for m in dated])


def _tally(asked: Asked) -> tuple[Line, ...]:
    made = []
    for status in Status:
        group = tuple(r for r in asked.corpus.recommendations.values() if r.status is status)
        if group:
            shown = numbers(tuple(r.number for r in group))
            made.append(Line(f"- **{STATUS_NAMES[status]}**: {shown}", tuple(status_quote(r) for r in group)))
    return tuple(made)
