"""Finding date expressions in running text.

An expression is a period ("July 2012", "the second half of 2011", "next year") with the words that bound it
("by", "from", "around"), or an expressly undated wording ("as soon as practicable"). Years inside the
title of an Act, a Bill or a programme are not dates.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from corpus.dates import calendar as cal
from corpus.dates.calendar import Period
from corpus.model import Modality, Span, When

_MONTH_NAMES = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?"
)
_MONTH = rf"(?P<month>{_MONTH_NAMES})\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_SEASON = r"(?P<season>spring|summer|autumn|winter)"

#: Periods, most specific first: name, pattern.
_PERIODS: tuple[tuple[str, str], ...] = (
    ("iso_day", r"(?P<year>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<day>\d\d)"),
    ("slash_day", r"(?P<day>\d{1,2})/(?P<m>\d{1,2})/(?P<year>(?:19|20)\d\d)"),
    ("day_last_year", rf"{_DAY} (?:of )?{_MONTH} (?P<shift>last|this|next) year"),
    ("day", rf"{_DAY} (?:of )?{_MONTH},? {_YEAR}"),
    ("month_day", rf"{_MONTH} {_DAY},? {_YEAR}"),
    ("month_half", rf"(?P<edge>the (?:end|start|beginning) of |end of |early |mid[- ]|late ){_MONTH},? {_YEAR}"),
    ("month", rf"{_MONTH},? (?:of )?{_YEAR}"),
    ("season", rf"(?:the )?{_SEASON},? (?:of )?{_YEAR}"),
    ("half", rf"(?:the )?(?P<half>first|second|latter) half of (?:the year )?{_YEAR}"),
    ("part", rf"(?P<part>early|mid|late)(?: in|-| ){{1,2}}{_YEAR}"),
    ("edge", rf"(?:the )?(?:very )?(?:end|close) of (?:the year )?{_YEAR}"),
    ("start", rf"(?:the )?(?:beginning|start) of {_YEAR}"),
    ("financial", r"(?P<year>(?:19|20)\d\d)[-/–](?P<short>\d\d)(?!\d)"),
    ("years", r"(?P<year>(?:19|20)\d\d) (?:to|and|–|-) (?P<until>(?:19|20)\d\d)"),
    ("year", _YEAR),
    ("season_bare", rf"(?:the |this |last |next )?{_SEASON}"),
    ("day_bare", rf"{_DAY} (?:of )?{_MONTH}"),
    ("month_bare", rf"{_MONTH}"),
    ("earlier", r"earlier this year"),
    ("end_of_relative", r"(?:the )?end of (?P<shift>this|next) year|(?P<year_end>(?:the )?(?:year end|end of the year))"),
    ("shifted_year", r"(?P<shift>last|this|next) year"),
    ("coming_year", r"the (?:coming|next) (?:year|twelve months|12 months)"),
    ("coming_years", r"the (?:coming|next) (?P<low>\d)\s*(?:–|-|to)\s*(?P<high>\d) years"),
    ("ago", r"(?:a|one) year ago"),
    ("today", r"today(?!['’]s? )(?! sees)|today"),
)

#: Words in front that bound a period: pattern, modality.
_BOUNDS: tuple[tuple[str, Modality], ...] = (
    (r"(?:no later than|not later than|on or before|by)(?: around| about)?", Modality.BY),
    (r"(?:up )?(?:until|till)|run to|up to", Modality.DURING),
    (r"before|prior to|ahead of", Modality.BEFORE),
    (r"after|following", Modality.AFTER),
    (r"from|since|as of|starting(?: in| from)?|beginning in", Modality.FROM),
    (r"during|over|throughout|within|each of(?: the years)?|in each of|between|in the course of", Modality.DURING),
    (r"(?:just over|just under|more than|less than|nearly|around|about|approximately|circa|some time in|sometime in)", Modality.AROUND),
    (r"in|on|for", Modality.IN),
)

_UNDATED = re.compile(
    r"as soon as (?:is )?(?:practicable|possible)"
    r"|once (?:the |an? )?[^.;]*?(?=[.;]|, |$)"
    r"|in due course"
    r"|at (?:a|what) (?:[a-z]+ )?pace(?: determined locally)?"
    r"|in the (?:medium|longer|long)[- ]*(?:(?:to|and|or) (?:longer|long)-?)?[- ]?term"
    r"|dependent on the approach [a-z]+",
    re.IGNORECASE,
)
_UNDATED_FROM_ONCE = re.compile(r"once (?:the |an? )?(?:[A-Z][\w&-]+|legislation|law)")

#: A year inside a name, not a date: "Children Act 2004", "Bill 2010-11".
_TITLE_BEFORE = re.compile(r"(?:\bAct|\bBill|\bRegulations|\bOrder|\bRules|\bStrategy|\bPlan)\s+$")
_MAY_VERB_AFTER = re.compile(r"\s+(?:\d{4}\b)")


def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    bound = "|".join(f"(?P<b{i}>{pattern})" for i, (pattern, _) in enumerate(_BOUNDS))
    return tuple(
        (name, re.compile(rf"(?<![\w/-])(?:(?:{bound}) )?(?P<period>{pattern})(?![\w-]|/\d)(?P<on>(?: onwards?)?)", re.IGNORECASE))
        for name, pattern in _PERIODS
    )


_COMPILED = _compiled()


def find_whens(text: str, reference: date) -> tuple[When, ...]:
    """Every date expression of a text, in order, without overlaps.

    Args:
        text: running text; spans count its characters.
        reference: the day the text was written; relative expressions are read against it.
    """
    taken: list[Span] = []
    found: list[When] = []
    for name, pattern in _COMPILED:
        for match in pattern.finditer(text):
            span = Span(match.start(), match.end())
            if _overlaps(span, taken) or not _is_date(name, match, text):
                continue
            period = _read(name, match, reference)
            if period is not None:
                taken.append(span)
                found.append(_when(match, span, period))
    for when in _undated(text):
        if not _overlaps(when.span, taken):
            found.append(when)
    return tuple(sorted(found, key=lambda w: w.span.start))


def _overlaps(span: Span, taken: list[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in taken)


def _is_date(name: str, match: re.Match[str], text: str) -> bool:
    start = match.start("period")
    if _TITLE_BEFORE.search(text[:start]):
        return False
    bounded = any(match[f"b{i}"] for i in range(len(_BOUNDS)))
    word = match["period"]
    if name == "month_bare":
        return bounded and word[0].isupper() and len(word) > 2 and (word != "May" or match["b7"] is not None)
    if name == "season_bare":
        return bounded or word.lower().startswith(("this ", "last ", "next "))
    if name == "day_bare":
        return word[-1].isalpha()
    if name == "years" and match["b0"]:
        return False
    return True


def _when(match: re.Match[str], span: Span, period: Period) -> When:
    modality = next((m for i, (_, m) in enumerate(_BOUNDS) if match[f"b{i}"]), Modality.IN)
    if match["on"]:
        modality = Modality.FROM
    wording = match[0]
    first, last, edtf = _bounded(modality, wording, period)
    return When(wording, modality, first, last, edtf, period.grain, span)


def _bounded(modality: Modality, wording: str, period: Period) -> tuple[date | None, date | None, str]:
    if modality is Modality.BY or re.match(r"(?:up )?(?:until|till)|run to|up to", wording, re.IGNORECASE):
        return None, period.last, f"../{period.edtf_last}"
    if modality is Modality.BEFORE:
        return None, cal.shifted(period.first, -1), f"../{cal.shifted(period.first, -1)}"
    if modality is Modality.AFTER:
        return cal.shifted(period.last, 1), None, f"{cal.shifted(period.last, 1)}/.."
    if modality is Modality.FROM:
        return period.first, None, f"{period.edtf_first}/.."
    if modality is Modality.AROUND:
        return period.first, period.last, f"{period.edtf}~"
    return period.first, period.last, period.edtf


def _undated(text: str) -> Iterator[When]:
    for match in _UNDATED.finditer(text):
        wording = match[0]
        event = wording.lower().startswith("once ")
        if event and not _UNDATED_FROM_ONCE.match(wording[0].lower() + wording[1:]):
            continue
        modality = Modality.AFTER if event else Modality.NONE
        yield When(wording, modality, None, None, None, "event" if event else "none", Span(*match.span()))


_Reader = Callable[[dict[str, str], date], Period]


def _read(name: str, match: re.Match[str], reference: date) -> Period | None:
    groups = {k: v.lower() for k, v in match.groupdict().items() if v}
    try:
        return _READERS[name](groups, reference)
    except ValueError:
        return None


def _month_number(groups: dict[str, str]) -> int:
    return 1 + next(i for i, name in enumerate(cal.MONTHS) if name.startswith(groups["month"][:3]))


def _y(groups: dict[str, str]) -> int:
    return int(groups["year"])


def _shift(groups: dict[str, str], reference: date) -> int:
    return reference.year + {"last": -1, "this": 0, "next": 1}[groups.get("shift", "this")]


def _season_bare(groups: dict[str, str], reference: date) -> Period:
    name, words = groups["season"], groups["period"].split()
    if words[0] in ("last", "next"):
        step = -1 if words[0] == "last" else 1
        return cal.season(reference.year + step, name)
    return cal.season(cal.nearest_year(cal.SEASONS[name][0] + 1, reference), name)


def _coming_years(groups: dict[str, str], reference: date) -> Period:
    return cal.span(reference, reference.replace(year=reference.year + int(groups["high"])))


def _financial(groups: dict[str, str], reference: date) -> Period:
    start = _y(groups)
    if (start + 1) % 100 != int(groups["short"]):
        raise ValueError("not a financial year")
    return cal.financial_year(start)


def _year_ago(groups: dict[str, str], reference: date) -> Period:
    return cal.month(reference.year - 1, reference.month)


_READERS: dict[str, _Reader] = {
    "iso_day": lambda g, r: cal.day(_y(g), int(g["m"]), int(g["day"])),
    "slash_day": lambda g, r: cal.day(_y(g), int(g["m"]), int(g["day"])),
    "day_last_year": lambda g, r: cal.day(_shift(g, r), _month_number(g), int(g["day"])),
    "day": lambda g, r: cal.day(_y(g), _month_number(g), int(g["day"])),
    "month_day": lambda g, r: cal.day(_y(g), _month_number(g), int(g["day"])),
    "month_half": lambda g, r: cal.month(_y(g), _month_number(g)),
    "month": lambda g, r: cal.month(_y(g), _month_number(g)),
    "season": lambda g, r: cal.season(_y(g), g["season"]),
    "half": lambda g, r: cal.half(_y(g), 1 if g["half"] == "first" else 2),
    "part": lambda g, r: cal.part_of_year(_y(g), g["part"]),
    "edge": lambda g, r: cal.month(_y(g), 12),
    "start": lambda g, r: cal.month(_y(g), 1),
    "financial": _financial,
    "years": lambda g, r: cal.years(_y(g), int(g["until"])),
    "year": lambda g, r: cal.year(_y(g)),
    "season_bare": _season_bare,
    "day_bare": lambda g, r: cal.day(cal.nearest_year(_month_number(g), r), _month_number(g), int(g["day"])),
    "month_bare": lambda g, r: cal.month(cal.nearest_year(_month_number(g), r), _month_number(g)),
    "earlier": lambda g, r: cal.span(date(r.year, 1, 1), r),
    "end_of_relative": lambda g, r: cal.month(_shift(g, r), 12),
    "shifted_year": lambda g, r: cal.year(_shift(g, r)),
    "coming_year": lambda g, r: cal.span(r, r.replace(year=r.year + 1)),
    "coming_years": _coming_years,
    "ago": _year_ago,
    "today": lambda g, r: cal.day(r.year, r.month, r.day),
}
