"""The wordings that name a period: a table of patterns, each with the reader of what it matched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from corpus.dates import readings as read
from corpus.dates import relative
from corpus.dates.calendar import Period
from corpus.dates.readings import Groups
from corpus.model import Modality

MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
_DOT = r"(?:\.(?=,? \d))?"
_MONTH = rf"(?P<month>{MONTHS}){_DOT}"
_UNTIL_MONTH = rf"(?P<until_month>{MONTHS}){_DOT}"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_UNTIL_YEAR = r"(?P<until_year>(?:19|20)\d\d)"
_SPLIT = rf"{_YEAR}[-/–](?P<short>(?:19|20)?\d\d)(?!\d)"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_UNTIL_DAY = r"(?P<until_day>\d{1,2})(?:st|nd|rd|th)?"
_SEASON = r"(?P<season>spring|summer|autumn|winter)(?: term)?"
_UNTIL_SEASON = r"(?P<until_season>spring|summer|autumn|winter)(?: term)?"
_SHIFT = r"(?P<shift>last|this|next)"
_PART = r"(?:the )?(?P<part>early|mid|late|middle)(?: in| of|-| ){1,2}(?:the )?"
_TO = r"(?: (?P<joint>to|until|till|and|or) | ?[–/-] ?)"
_END = r"(?:the )?(?:very )?(?:end|close)(?: of (?:the )?| |-)"
_START = r"(?:the )?(?:very )?(?P<part>beginning|start) of (?:the )?"
_NUMBER = r"(?P<number>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen)"
_LENGTH = rf"(?:{_NUMBER}(?: ?(?:–|-|to|or) ?(?P<high>\d{{1,2}}))? )?(?P<unit>(?:month|year)s?)"
_SORT = r"(?P<sort>financial|fiscal|tax|academic|school) year"
_QUARTER = (
    r"(?:q(?P<q>[1-4])[ ,/-]{1,2}|(?:the )?(?P<ordinal>first|second|third|fourth|last|final) quarter )"
    r"(?:of )?(?:the )?"
)
_HALF = r"(?:h(?P<h>[12])[ ,/-]|(?:the )?(?P<ordinal>first|second|latter) half )(?:of )?(?:the )?(?:year )?"


@dataclass(frozen=True, slots=True)
class Wording:
    """One way of naming a period."""

    name: str
    pattern: str
    """Regular expression, case ignored; its named groups are handed to ``read``."""
    read: Callable[[Groups, date], Period]
    """Raises ValueError where the calendar knows no such period. The date is the day of writing."""
    bare: bool = False
    """True where the words are a date only with a bound in front: "in May", but not "May"."""
    firm: bool = False
    """True where the words can be nothing but a date: if impossible, no part of them is read as another."""
    modality: Modality = Modality.IN
    """How the period bounds what happens where no words in front of it say so."""


def _w(
    name: str,
    pattern: str,
    reader: Callable[[Groups, date], Period],
    *,
    bare: bool = False,
    firm: bool = False,
) -> Wording:
    return Wording(name, pattern, reader, bare, firm)


#: Most specific first: of two that begin at the same letter, the earlier one wins.
WORDINGS: tuple[Wording, ...] = (
    _w("iso_day", rf"{_YEAR}-(?P<m>\d\d)-(?P<day>\d\d)", read.day, firm=True),
    _w("slash_day", rf"(?P<day>\d{{1,2}})[/.](?P<m>\d{{1,2}})[/.]{_YEAR}", read.day, firm=True),
    _w(
        "day_range",
        rf"{_WEEKDAY}{_DAY}(?: (?:of )?{_MONTH})?{_TO}"
        rf"{_WEEKDAY}{_UNTIL_DAY} (?:of )?{_UNTIL_MONTH},? {_UNTIL_YEAR}",
        read.day_range,
        firm=True,
    ),
    _w("day_moved", rf"{_WEEKDAY}{_DAY} (?:of )?{_MONTH},? {_SHIFT} year", read.day),
    _w("day", rf"{_WEEKDAY}{_DAY} (?:of )?{_MONTH},? {_YEAR}", read.day, firm=True),
    _w("month_day", rf"{_MONTH} {_DAY},? {_YEAR}", read.day, firm=True),
    _w("month_range", rf"{_MONTH}{_TO}{_UNTIL_MONTH},? {_YEAR}", read.month_range),
    _w("month_range_bare", rf"{_MONTH}{_TO}{_UNTIL_MONTH}", read.month_range, bare=True),
    _w("month_part", rf"{_PART}{_MONTH}(?:,? {_YEAR})?", read.part_of_month),
    _w("month_start", rf"{_START}{_MONTH}(?:,? {_YEAR})?", read.part_of_month),
    _w("month_end", rf"{_END}{_MONTH}(?:,? {_YEAR})?", read.end_of_month),
    _w("month", rf"{_MONTH},? (?:of )?{_YEAR}", read.month),
    _w("month_of_moved", rf"{_MONTH},? (?:of )?{_SHIFT} year", read.month),
    _w("month_listed", rf"{_MONTH}(?=(?:(?:,|,? and|,? or) {MONTHS}){{1,4}},? {_YEAR})", read.month),
    _w("month_moved", rf"{_SHIFT} {_MONTH}", read.month_moved),
    _w("winter", rf"(?:the )?winter (?:of )?{_SPLIT}", read.winter),
    _w(
        "season_range",
        rf"(?:the )?{_SEASON}{_TO}(?:the )?{_UNTIL_SEASON},? (?:of )?{_YEAR}",
        read.season_range,
    ),
    _w("season_part", rf"{_PART}{_SEASON}(?:,? (?:of |in )?{_YEAR})?", read.season),
    _w("season", rf"(?:the )?{_SEASON},? (?:of |in )?{_YEAR}", read.season),
    _w("season_of_moved", rf"(?:the )?{_SEASON},? (?:of )?{_SHIFT} year", read.season),
    _w("season_moved", rf"{_SHIFT} {_SEASON}", read.season_moved),
    _w("half", rf"{_HALF}(?:{_YEAR}|{_SHIFT} year)", read.half),
    _w("quarter_split", rf"{_QUARTER}{_SPLIT}", read.quarter),
    _w("quarter", rf"{_QUARTER}(?:{_YEAR}|{_SHIFT} year)", read.quarter),
    _w("split_end", rf"{_END}(?:{_SORT} )?{_SPLIT}", read.end_of_split_year),
    _w("split_start", rf"{_START}(?:{_SORT} )?{_SPLIT}", read.start_of_split_year),
    _w("sort_end", rf"{_END}(?:current )?(?:{_SHIFT} )?{_SORT}", read.end_of_split_year),
    _w("sort_start", rf"{_START}(?:current )?(?:{_SHIFT} )?{_SORT}", read.start_of_split_year),
    _w("split_named", rf"(?:the )?{_SORT},? {_SPLIT}", read.split_year),
    _w("split", rf"{_SPLIT}(?: {_SORT})?", read.split_year),
    _w("sort_moved", rf"(?:the )?{_SHIFT} {_SORT}", read.split_year),
    _w("sort", rf"the (?:current )?{_SORT}", read.split_year, bare=True),
    _w("iso_month", rf"{_YEAR}-(?P<m>\d\d)", read.month),
    _w("part", rf"{_PART}(?:year )?(?:{_YEAR}|{_SHIFT} year)", read.part_of_year),
    _w("end", rf"{_END}(?:(?:calendar )?year )?(?:{_YEAR}|{_SHIFT} year)", read.end_of_year),
    _w("end_bare", rf"(?:{_END}(?:calendar )?year|(?:the )?year[ -]end)(?! (?:\d|of))", read.end_of_year),
    _w("start", rf"{_START}(?:(?:calendar )?year )?(?:{_YEAR}|{_SHIFT} year)", read.start_of_year),
    _w("new_year", r"(?:the )?new year", relative.new_year, bare=True),
    _w("years", rf"{_YEAR}{_TO}{_UNTIL_YEAR}", read.year_range),
    _w("year", rf"(?:the (?:calendar )?year )?{_YEAR}", read.year),
    _w("season_bare", rf"(?:the )?{_SEASON}", read.season, bare=True),
    _w("day_bare", rf"{_WEEKDAY}{_DAY} (?:of )?{_MONTH}", read.day),
    _w("month_bare", _MONTH, read.month, bare=True),
    _w("earlier", r"earlier this year", relative.earlier),
    _w("later", r"later this year|(?:the )?(?:rest|remainder) of (?:this|the) year", relative.later),
    _w("year_beside", rf"{_SHIFT} year", read.year),
    _w("month_beside", rf"{_SHIFT} month", relative.month_beside),
    _w("week_beside", rf"{_SHIFT} week", relative.week),
    _w("ahead", rf"(?:the )?(?:coming|next) {_LENGTH}", relative.ahead),
    _w("behind", rf"the (?:past|last) {_LENGTH}", relative.behind),
    _w("hence", rf"(?:in )(?:an? )?{_LENGTH}['’]?s? time", relative.hence),
    Wording(
        "within",
        rf"within (?:an? )?{_LENGTH}(?! (?:of|from|after|following|before|old)\b)",
        relative.ahead,
        modality=Modality.DURING,
    ),
    Wording(
        "about_ago",
        r"(?:(?P<more>(?:just |a little )?over|more than)|(?P<less>just under|nearly|almost|less than)"
        r"|about|around|some) "
        rf"(?:an? )?{_LENGTH} ago",
        relative.ago,
        modality=Modality.AROUND,
    ),
    _w("ago", rf"(?:an? )?{_LENGTH} ago", relative.ago),
    _w("named_day", r"(?P<which>today|tomorrow|yesterday)", relative.named_day),
)
