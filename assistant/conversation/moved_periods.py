"""Periods told from the one before them in a conversation ("and the July after that?", "a season later?"), put as dates are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import or_

from assistant.conversation.subject import spoken_of
from assistant.conversation.told import About
from assistant.language.numbers import SEVERAL, value
from assistant.language.phrases import Phrases
from assistant.library.library import Library
from assistant.question.facets import Want
from assistant.question.question import Question
from corpus.dates.calendar import MONTHS, SEASONS
from corpus.model import Part, When
from corpus.patterns import lazy_regex

_NAMES = (*MONTHS, *SEASONS)
_NAME = "|".join(_NAMES)
_BACK = ("before", "preceding", "previous", "prior", "earlier", "back")
_ENDS = r"(?: (?:that|this|it|then))?(?=\W*$|\s*[,;?!.]|\s+(?:and|then|too|please|instead)\b)"
#: One period of a kind, or one with a name, beside that of before ("the month after that", "the following July").
_BESIDE = Phrases(
    rf"(?:the )?(?:(?:very )?(?P<there>following|next|subsequent|previous|preceding|prior) )(?P<kind>month|season|year|{_NAME})(?!\s+(?:one|before|after)\b)",
    rf"the (?P<kind_>month|season|year|{_NAME}) (?:just |right |immediately )?(?P<there_>after|following|before|preceding){_ENDS}",
    before=r"(?P<preposition>\b(?:in|by|for|during|until|before|after|from|since) )?",
)
#: So many of a kind from it ("a year later", "three months on").
_AWAY = Phrases(
    rf"(?P<many>an?|one|{SEVERAL}) (?P<kind>month|season|year)s? (?:further |farther )?(?P<there>later|on|after(?:wards?)?|ahead|before(?:hand)?|earlier|back){_ENDS}",
    before=r"(?P<preposition>\b(?:in|by|for|during|until|before|after|from|since) )?",
)
_NAMED = lazy_regex(r"(?P<name>[A-Z]\w+ )?(?P<year>\d{4})")
_EDTF = lazy_regex(r"(\d{4})(?:-(\d\d))?")
_DATED = lazy_regex(r"\b(?:19|20)\d\d\b")
_PREPOSITION = lazy_regex(r"(?:by|in|from|until|before|after|during)\b", re.IGNORECASE)


def moved_on(text: str, states: Sequence[Question], library: Library, about: About) -> str:
    """A follow-up with its period named, as it is told from the period of the question before.

    The text as it is where no period is told so, where the question before has not exactly one period to tell it from,
    or where that is of a finer or coarser kind than what is counted.
    """
    match = _BESIDE.search(text) or _AWAY.search(text)
    if match is None or not states or _DATED.search(text):
        return text
    before = _before(states, library, about)
    told = match.groupdict("")
    kind = (told["kind"] or told.get("kind_", "")).lower()
    there = (told["there"] or told.get("there_", "")).lower()
    step = (-1 if there.startswith(_BACK) else 1) * _count(told.get("many", ""))
    named = _named(kind, step, before[0]) if before else None
    if before is None or named is None:
        return text
    counted = _PREPOSITION.match(before[1]) if "many" in told else None
    preposition = told["preposition"] or f"{counted[0] if counted else 'in'} "
    return f"{text[: match.start()]}{preposition}{named}{text[match.end() :]}"


def _count(many: str) -> int:
    return 1 if many.lower() in ("", "a", "an", "one") else value(many) or 1


def _before(states: Sequence[Question], library: Library, about: About) -> tuple[str, str] | None:
    """The month, season or year that the question before names, or that the one spoken of is due in, with its wording.

    None where it is no single such period.
    """
    state = states[-1]
    whens: Iterator[When] = (w for w in state.whens if w.edtf)
    if not state.whens and state.has(Want.WHEN):
        spoken = spoken_of(state, about)
        whens = _timescale(spoken[0], library) if len(spoken) == 1 else iter(())
    found = {name: w.wording for w in whens for name in [_name_of(w.edtf or "")]}
    return next(iter(found.items())) if len(found) == 1 else None


def _name_of(edtf: str) -> str:
    """A month, a season or a year as it is written; empty where it is anything else."""
    dates = _EDTF.findall(edtf)
    if len(dates) != 1 or re.search(r"\d{4}-\d\d-", edtf):
        return ""
    year, number = dates[0]
    if not number:
        return str(year)
    names = dict(enumerate(MONTHS, start=1)) | {code: name for name, (_, code) in SEASONS.items()}
    return f"{names[int(number)].title()} {year}" if int(number) in names else ""


def _timescale(number: int, library: Library) -> Iterator[When]:
    """The dates of the timescale of a recommendation."""
    for unit in library.units:
        if unit.passage.recommendation == number and unit.passage.part is Part.TIMESCALE:
            yield from (w for s in unit.sentences for w in s.whens if w.edtf)


def _named(kind: str, step: int, before: str) -> str | None:
    """A period so many of a kind from another, or the next one of a name; None where the other is of no such kind."""
    own = _NAMED.fullmatch(before)
    if own is None:
        return None
    year, name = int(own["year"]), own["name"] or ""
    if kind in _NAMES:
        return _next_named(kind.title(), step, before)
    if kind == "year":
        return f"{name}{year + step}"
    names = [n.title() for n in (MONTHS if kind == "month" else SEASONS)]
    if name.strip() not in names:
        return None
    years, at = divmod(names.index(name.strip()) + step, len(names))
    return f"{names[at]} {year + years}"


def _next_named(name: str, step: int, before: str) -> str | None:
    """The next or the last period of a name; None where one holds that before only in part, or is more than it."""
    first, last = _months(before)
    years = range(first // 12 - 1, last // 12 + 2)
    some = {f"{name} {year}": _months(f"{name} {year}") for year in years}
    inside = (first <= one[0] and one[1] <= last for one in some.values())
    apart = (one[0] > last or one[1] < first for one in some.values())
    if not all(map(or_, inside, apart)):
        return None
    later = [n for n, one in some.items() if one[0] > last]
    earlier = [n for n, one in some.items() if one[1] < first]
    return later[0] if step > 0 else earlier[-1]


def _months(period: str) -> tuple[int, int]:
    """The first and the last month of a period by its name, counted through the years."""
    *name, year = period.lower().split()
    start = 12 * int(year)
    if not name:
        return start, start + 11
    if name[0] in SEASONS:
        start += SEASONS[name[0]][0] - 1
        return start, start + 2
    return start + MONTHS.index(name[0]), start + MONTHS.index(name[0])
