"""How a set question selects: by number, theme, status, date, absence of a date, mention - each wanted or not wanted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.evidence.library import Library, supports
from assistant.language.vocabulary import Term
from assistant.language.words import stems
from assistant.question.facets import STATUS_WORDINGS, Want
from assistant.question.question import Question
from assistant.question.references import ASIDE, references
from corpus.model import Modality, Status, When


class Relation(StrEnum):
    """How dates must lie to the date that a question names."""

    AT = "at"
    BEFORE = "before"
    AFTER = "after"
    ONLY = "only"
    """Every date of a timescale lies there."""


@dataclass(frozen=True, slots=True)
class DateKey:
    """A date that selects."""

    when: When
    relation: Relation
    wanted: bool


@dataclass(frozen=True, slots=True)
class Selection:
    """What a set question selects by; every key must hold."""

    numbers: tuple[int, ...]
    excluded: tuple[int, ...]
    themes: tuple[int, ...]
    themes_wanted: bool
    statuses: frozenset[Status] | None
    """Statuses that count; None where any does."""
    rejected: bool
    """True where the question asks for rejected ones: there are none to select by status."""
    dates: tuple[DateKey, ...]
    undated: bool | None
    """True: without a calendar date; False: with one; None: either."""
    mention: tuple[Term, ...]
    any_mention: bool
    """True where one of the terms is enough ("a Bill or a legislative vehicle")."""
    timescale_only: bool
    """True where dates count only in the timescale, not in the response's prose."""
    deadlines_only: bool
    """True where only dates by which something is due count."""
    any_date: bool
    """True where one of the dates is enough ("in April or May 2012")."""


_NOT = re.compile(
    r"\b(?:no|not|without|nothing|none|never|outside|excluding|except(?: for)?|apart from|other than|aside from|anything but|short of|fell short|lack(?:s|ing)?|leaving|"
    r"\w+n't|(?:were|was|is|are|did|do|does|has|have|had|would)nt|rather than|less than|failed to|weren't|wasn't|isn't|instead of)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\b(?:but|yet|although|while|whereas|though)\b|[;:]|,\s*(?=which|what|who|how)", re.IGNORECASE
)
_LATER = re.compile(r"\b(?:later than|after|beyond|past|following|later)\s*$", re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:earlier than|before|ahead of|prior to|sooner than)\s*$", re.IGNORECASE)
_ONLY = re.compile(
    r"\b(?:all (?:of which )?(?:fall|lie|are|sit|come)|only (?:have |has |carry )?(?:a |dates? )?|entirely|wholly|solely|all inside|all in)\b",
    re.IGNORECASE,
)
_MENTION = re.compile(
    r"\b(?:mention\w*|refer\w*|talk\w*|speak\w*|about|concern\w*|involv\w*|nam(?:e|es|ed|ing)|cover\w*|address\w*|deal\w*|relat\w*|featur\w*|come up|comes up|crop\w*|say|says|saying|depend\w*|includ\w*|contain\w*|ask\w*|tell\w*|say what|"
    r"appear\w*|turn up|on|under|with|for|to do with|led|lead\w*|responsib\w*|act|must)\b",
    re.IGNORECASE,
)
_MENTIONS = re.compile(
    r"\b(?:mention(?:s|ed)?|refer(?:s|red)?|talk(?:s|ed)?|speak(?:s)?|spoke|feature[sd]?|crop(?:s|ped)?|appear(?:s|ed)?|named?|names|come|comes|depend(?:s|ed)?|involve[sd]?|include[sd]?|contain(?:s|ed)?|wording|directly|tell|tells)\b",
    re.IGNORECASE,
)
_DEADLINE = re.compile(r"\b(?:deadlines?|due|by ?\.\.\.|by['\"]? (?:dates?|deadlines?))(?!\w)", re.IGNORECASE)
_IN_TIMESCALE = re.compile(r"\b(?:timescales?|deadlines?|due|dates?|dated)\b", re.IGNORECASE)
#: Words of set questions that say nothing of a topic.
_FILLER = frozenset(
    """split breakdown left right forget always numbers number go through received receive slide fall falls fell falling inside among belong belongs carry carries
    leaving aside short plain ones timing planning meeting talk talks depend depends mention mentions sections section everything anything nothing rest others
    total tally score count counted many list overall altogether full complete set group category categories bracket camp column remaining run summary table order
    straight yes simple simply clean flat qualified pure completely entirely wholly given give gave end ended finish start starts outside within theme themes
    first last earliest latest next come comes came same different alike work leave decide decided promised led lead each every dated date later before after
    rundown overview thing things item items named names come received handled treated happen answered marked labelled ranked sort sorted deck chair numbered""".split()
)


def selection(question: Question, library: Library) -> Selection:
    """Read what a set question selects by."""
    text = question.focus
    statuses, rejected = _statuses(text)
    numbers, excluded = _numbers(text, question)
    if question.like is not None:
        like = library.corpus.recommendations[question.like]
        statuses, numbers, excluded = frozenset({like.status}), (), (like.number,)
    themes = question.themes or _themes_by_name(question, library)
    theme_at = re.search(r"\bthemes?\b", text, re.IGNORECASE)
    mention = tuple(
        t
        for t in question.terms
        if not all(w in _FILLER or w.isdigit() or _MENTIONS.fullmatch(w) for w in t.text.split())
    )
    if themes:
        mention = tuple(t for t in mention if not any(supports(_name(library, n), t) >= 0.9 for n in themes))
    return Selection(
        numbers=numbers,
        excluded=excluded,
        themes=themes,
        themes_wanted=not (theme_at and _negated(text, theme_at.start(), near=25)),
        statuses=statuses,
        rejected=rejected,
        dates=tuple(_date_key(text, w) for w in question.whens),
        undated=_undated(question),
        mention=mention,
        any_mention=len(mention) <= 3 and bool(re.search(r"\bor\b", text, re.IGNORECASE)),
        timescale_only=bool(_IN_TIMESCALE.search(text)),
        deadlines_only=bool(_DEADLINE.search(text)),
        any_date=len(question.whens) > 1
        and bool(re.search(r"\bor\b", text[question.whens[0].span.end : question.whens[-1].span.start])),
    )


def _name(library: Library, theme: int) -> frozenset[str]:
    return frozenset(stems(library.corpus.themes.get(theme, "")))


def _statuses(text: str) -> tuple[frozenset[Status] | None, bool]:
    if len(re.findall(r"\bhow many\b", text, re.IGNORECASE)) > 1:
        return None, False
    wanted: set[Status] = set()
    unwanted: set[Status] = set()
    named = rejected = False
    taken: list[tuple[int, int]] = []
    for pattern, meant in STATUS_WORDINGS:
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            named = True
            if not meant:
                rejected = True
            elif _negated(text, match.start(), near=40):
                unwanted |= meant
            else:
                wanted |= meant
    if not named:
        return None, False
    if rejected and not wanted and not unwanted:
        return frozenset(), True
    return frozenset((wanted or set(Status)) - unwanted), False


def _negated(text: str, at: int, near: int = 60) -> bool:
    """Whether a denial stands before a place, in its clause and near to it."""
    start = max((m.end() for m in _CLAUSE.finditer(text, 0, at)), default=0)
    return bool(_NOT.search(text[max(start, at - near) : at]))


def _numbers(text: str, question: Question) -> tuple[tuple[int, ...], tuple[int, ...]]:
    excluded: set[int] = set()
    for reference in references(text):
        if reference.kind == "recommendation" and ASIDE.search(text[: reference.start]):
            excluded |= set(reference.numbers)
    for match in re.finditer(r"\b(?:number|no\.?|rec)? ?(\d{1,2})\b", text):
        if ASIDE.search(text[: match.start()]) and not any(
            w.span.start <= match.start() < w.span.end for w in question.whens
        ):
            excluded.add(int(match[1]))
    return tuple(n for n in question.recommendations if n not in excluded), tuple(sorted(excluded))


def _themes_by_name(question: Question, library: Library) -> tuple[int, ...]:
    """The theme whose name a question uses, where it speaks of a theme or names it wholly."""
    said = frozenset(stems(question.focus)) | frozenset(stems(question.text))
    found = {}
    for number, name in library.corpus.themes.items():
        own = [
            s
            for s in stems(name)
            if library.document_frequency.get(s, 0) < 150
            and s
            not in (
                "and",
                "of",
                "the",
                "for",
                "a",
                "system",
                "work",
                "social",
                "effect",
                "support",
                "practic",
            )
        ]
        found[number] = sum(s in said for s in own) / max(1, len(own))
    best = max(found.values(), default=0.0)
    speaks = question.has(Want.THEME) or bool(
        re.search(r"\brecommendations\b", question.focus) and best == 1.0
    )
    topic = [
        n
        for n in found
        if question.terms and all(supports(_name(library, n), t) >= 0.9 for t in question.terms)
    ]
    if question.has(Want.THEME) and len(topic) == 1:
        return tuple(topic)
    return (
        tuple(n for n, share in found.items() if share == best)
        if speaks and best >= 0.5 and list(found.values()).count(best) == 1
        else ()
    )


def _date_key(text: str, when: When) -> DateKey:
    before = text[: when.span.start]
    relation = Relation.AT
    if when.modality is Modality.AFTER or _LATER.search(before):
        relation = Relation.AFTER
    elif when.modality is Modality.BEFORE or _EARLIER.search(before):
        relation = Relation.BEFORE
    elif _ONLY.search(before):
        relation = Relation.ONLY
    return DateKey(
        when,
        relation,
        wanted=not _negated(text, when.span.start, near=30)
        and not re.match(r"\s+(?:one|date)?\s*(?:missing|lacking)", text[when.span.end :]),
    )


def _undated(question: Question) -> bool | None:
    if question.whens:
        return None
    if question.has(Want.UNDATED):
        return True
    if re.search(
        r"\b(?:have|has|with|given|carry|carries|got|give) (?:an? )?(?:actual|firm|fixed|specific|calendar|definite|real|clear|hard|named) (?:dates?|deadlines?)\b",
        question.focus,
        re.IGNORECASE,
    ):
        return False
    return None


_PLURAL = re.compile(
    r"\b(?:recommendations|recs|ones|which of (?:the|those|these|them)|how many|everything|every|each|all|any|list|timescales|deadlines|dates|statuses|proposals|commitments|fifteen|split|breakdown|numbers|"
    r"which (?:two|three|four|five|six)|what(?:'s| is| was| were| are)? (?:due|happening|falls?|has to|needs? to|to be done|scheduled|planned|promised|expected)|anything|where does|where do|whose)\b",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"\b(?:recommendations?|recs?|proposals?|commitments?|deadlines|timescales|(?:every|each|all) (?:deadline|timescale|date|status)|ones|fifteen|everything|anything|numbers|which ones?|which (?:two|three|four|five)(?= (?:were|was|are|got|have|had|run|fall|share|recs?|recommendations?)\b))",
    re.IGNORECASE,
)
_REVERSE = re.compile(
    r"^\W*(?:[\w' ]{0,40}: ?)?(?:so |and |ok |then |please )*(?:what|which|what's|anything|is anything|list|who|name|tell me what|give me|show)\b",
    re.IGNORECASE,
)
_DUE = re.compile(
    r"\b(?:due|deadlines?|fall(?:s|ing)?|fell|happen(?:s|ing)?|done|ready|complete[d]?|expected|scheduled|planned|promised|timetabled|finish(?:ed)?|supposed to|meant to|has to|have to|had to|needs? to|come[s]? (?:in|up|out)|target)\b",
    re.IGNORECASE,
)


def is_set_question(question: Question, library: Library) -> bool:
    """Whether a question asks for several recommendations, or for how many."""
    text = question.focus
    key = question.statuses is not None or bool(question.whens) or question.has(Want.UNDATED)
    theme = bool(question.themes) or (question.has(Want.THEME) and bool(_themes_by_name(question, library)))
    noun, plural = bool(_NOUN.search(text)), bool(_PLURAL.search(text))
    aspect = key or question.has(Want.STATUS, Want.WHEN, Want.EARLIEST, Want.LATEST, Want.LIST)
    if question.like is not None:
        return True
    if len(question.recommendations) == 1:
        return False
    if len(question.recommendations) > 1:
        return key and (
            question.has(Want.WHICH, Want.COUNT)
            or bool(re.search(r"\b(?:any|which|none)\b", text, re.IGNORECASE))
        )
    if theme:
        return aspect or question.has(Want.WHICH, Want.COUNT)
    if question.has(Want.COUNT) and (noun or (key and not _other_count(text))):
        return True
    if question.has(Want.WHICH) and (key or plural):
        return noun or key
    if question.whens and _REVERSE.match(text) and not question.has(Want.YES_NO):
        return not _topical(question) or bool(_DUE.search(text)) or noun
    if question.has(Want.EARLIEST, Want.LATEST) and not _topical(question):
        return True
    if (
        noun
        and _MENTIONS.search(text)
        and re.search(r"\b(?:where|which|how many|whose)\b", text, re.IGNORECASE)
        and plural
    ):
        return True
    return plural and noun and (key or (aspect and not _topical(question)))


def _topical(question: Question) -> bool:
    return any(w not in _FILLER and not w.isdigit() for t in question.terms for w in t.text.split())


def _other_count(text: str) -> bool:
    return bool(
        re.search(
            r"\bhow many (?!of|were|are|recommendations|recs|got|did|have|has|had|was|in\b|left)",
            text,
            re.IGNORECASE,
        )
    )
