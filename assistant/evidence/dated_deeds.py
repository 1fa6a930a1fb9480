"""Kinds of deed that a question asks the time of, and whether a dated sentence tells of one of that kind.

A board has no day of founding because its next report has a date: what is asked of one deed is not told by the date of
its neighbour. Only what names a deed plainly counts; that something is due, done or in place is said of anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.language.phrases import Phrases

if TYPE_CHECKING:
    from assistant.library.library import Sentence


@dataclass(frozen=True, eq=False)
class Deed:
    """A kind of deed: how a question names it, and what tells of it."""

    asked: Phrases
    told: Phrases
    lasts: bool = False
    """An end is also told by how long something runs."""
    begins: bool = False
    """A beginning is also told by the day from which it holds, but not by how long something runs alone."""
    of_it: bool = False
    """It is only told in a sentence that speaks of what it is done to: another body's members are not this one's."""


def told_by(stems: str) -> Phrases:
    """What begins with any of some stems."""
    return Phrases(rf"\b(?:{stems})", whole_words=False)


_TIME = r"\b(?:when|since|date|day|month|year|season|deadline)\b"
_ASKS_WHEN = rf"{_TIME}.{{0,80}}"
_SET_UP = r"establish|set(?:ting)? up|creat|found|form(?:ed|ing)\b|launch|introduc|built|build|put in|in place|in post|appoint(?:ed|ing)|publish|announc"

_DATED = (
    Deed(
        Phrases("closing (?:date|day)"),
        told_by(
            r"clos(?:e[sd]?|ing)\b|end(?:s|ed|ing)\b|until|till|run(?:s|ning)? to|deadline|repl(?:y|ies)|respon[sd]"
        ),
        lasts=True,
    ),
    Deed(
        Phrases(
            "clos(?:e|es|ed|ing)|shut|shuts|expires?|ceased?|ceases|wound up|wind up",
            before=_ASKS_WHEN,
        ),
        told_by(
            r"clos|end(?:s|ed|ing)?\b|until|till|expir|ceas|abolish|finish|conclud|complet|stop|run(?:s|ning)? to|last|withdr|remov|replac"
        ),
        lasts=True,
    ),
    Deed(
        Phrases(
            "begin|begins|began|begun|beginning|start|starts|started|starting|launch|launched|open|opened|opens"
            "|commenced?|commences|commencing|kick(?:s|ed|ing)? off|g[eo]t(?:s|ting)? (?:going|under ?way)",
            before=_ASKS_WHEN,
        ),
        told_by(
            r"begin|began|begun|start|commenc|under ?way|launch|open|establish|set up|introduc|creat|in place|in post|assum"
            r"|tak(?:e|es) (?:up|over)|ready|transfer|becom|first|consult"
        ),
        begins=True,
    ),
    Deed(
        Phrases(
            "set up|established|created|founded|formed|c[ao]me into (?:being|existence)", before=_ASKS_WHEN
        ),
        told_by(_SET_UP),
    ),
    Deed(
        Phrases(
            r"since when (?:has|have|had)|how long (?:has|have|had) there been|been in existence",
            r"existed|(?:has|have|had) there been",
        ),
        told_by(rf"{_SET_UP}|since|exist|beg[ai]n|start"),
        begins=True,
    ),
    Deed(
        Phrases("reviewed|revisited|reassessed|re-examined|evaluated|audited", before=_ASKS_WHEN),
        told_by(r"review|assess|evaluat|revisit|look|examin|consider|check|monitor|audit|updat|amend|revis"),
    ),
    Deed(
        Phrases(
            "doubl(?:e|es|ed|ing)|tripl(?:e|es|ed|ing)|increas(?:e|es|ed|ing)|ris(?:e|es|en|ing)|rose|gr(?:ow|ows|ew|own|owing)"
            "|expand(?:s|ed|ing)?|rais(?:e|es|ed|ing)",
            before=_ASKS_WHEN,
        ),
        told_by("doubl|tripl|increas|ris|rose|grow|grew|expan|rais|extra|more|additional|further|extend"),
    ),
    Deed(
        Phrases(
            "halv(?:e|es|ed|ing)|cut|cuts|cutting|reduc(?:e|es|ed|ing)|shrink|shrinks|shrunk",
            before=_ASKS_WHEN,
        ),
        told_by("halv|cut|reduc|shr[iu]nk|few|less|slim|minimi|remov"),
    ),
    Deed(
        Phrases("sit (?:inside|within|under)|merg(?:e|es|ed|ing)|absorbed|folded into", before=_ASKS_WHEN),
        told_by(
            "becom|became|join|sits?\\b|merg|absorb|transfer|tak(?:e|es|en) (?:over|up|on)|part of|hand|establish|creat"
        ),
    ),
    Deed(
        Phrases("reported|report back|reporting", before=rf"{_ASKS_WHEN}(?<!as )"),
        told_by(r"report|publish|publicat|due|assess|conclu|find|set out|final"),
    ),
    Deed(
        Phrases(
            r"(?:replies|comments|submissions|responses to|feedback|bids|applications|nominations)\b.{0,60}\b(?:be (?:in|back|sent)|due(?! to)|received|submitted|close[sd]?)",
            r"(?:repl(?:y|ies)|responses|comments|bids|nominations) (?:due |in |back )*by(?=\W*$)",
        ),
        told_by(
            r"repl(?:y|ies)|respond|respons(?:es|e to)|clos(?:e|ing)|deadline|submi|comment|feedback|bid|appl(?:y|ic)|nominat|until"
        ),
    ),
    Deed(
        Phrases("apply(?:ing)?|applications?", before=rf"{_TIME}.{{0,60}}", after=" (?:for|to be|to become)"),
        told_by(r"appl(?:y|ic)|advert|recruit|vacanc|clos(?:e|ing)"),
    ),
    Deed(
        Phrases(
            r"(?:deadline|(?:closing|final|last) da(?:te|y)) (?:is |was )?(?:for|to|by which)"
            r"(?: (?:us|we|councils|authorities|to|must|have|had|should))*?"
            r" (?:tell(?:ing)?|notify(?:ing)?|inform(?:ing)?|submit(?:ting)?|return(?:ing)?|regist(?:er|ering)|sign(?:ing)? up)",
            rf"{_ASKS_WHEN}\b(?:must|ha(?:ve|s|d) to|needs? to|should) (?:[\w-]+ ){{0,3}}(?:notify|submit|register|sign up)",
        ),
        told_by(
            r"tell|told|notif|inform(?:s|ing)?\b|informed (?!by)|submi|sen[dt]|return|report|regist|sign"
        ),
    ),
    Deed(
        Phrases(
            r"(?:last|previously|originally) (?:been )?(?:issued?|published?|updated?|revised?|brought out|bring out|released?)",
            r"(?:(?:previous|original|existing|current|old|present) (?:[\w-]+ ){0,2}(?:edition|version|guidance)"
            r"|(?:edition|version)\b.{0,40}\b(?:then|already) in (?:use|force))\b.{0,60}"
            r"\b(?:issued|published|brought out|released|dated?|c[ao]me out)",
        ),
        told_by(
            r"(?<!be )(?<!will )(?:issued|published|released|launched|dated|revised|updated|reviewed|appeared|came out)"
        ),
    ),
    Deed(
        Phrases(
            "(?<!may )(?:meets?|met)|(?:first|next|inaugural) meetings?|convened?|convenes", before=_ASKS_WHEN
        ),
        told_by(r"meet|met\b|conven|gather|held|hold|sit"),
    ),
    Deed(
        Phrases(
            "appointed|hired|recruited|chosen|selected|picked|been (?:in post|(?:the )?(?:\\w+ )?(?:director|minister|head|chair))",
            before=_ASKS_WHEN,
        ),
        told_by(
            r"appoint|in post|in place|recruit|tak(?:e|es) up|took|design|start|join|becom|became|choos|chos|select|identif|hir|extra|additional|more"
        ),
    ),
    Deed(
        Phrases("pilot(?:ed|ing)?|piloted|trialled|trialed|tried out|tested", before=_ASKS_WHEN),
        told_by(r"pilot|trial|test|try|tried|demonstrat|develop"),
    ),
    Deed(
        Phrases("consult(?:s|ed|ing)?|consultations?", before=_ASKS_WHEN),
        told_by(r"consult|views|respon[ds]|discuss|engag"),
    ),
    Deed(
        Phrases("deci(?:des?|ded|ding|sions?)", before=_ASKS_WHEN),
        told_by(
            r"deci|determin|consider|explor|announc|conclu|respon|whether|identif|establish|choos|look|option"
        ),
    ),
    Deed(
        Phrases(
            "abolish(?:es|ed|ing)?|repeal(?:s|ed|ing)?|scrap(?:s|ped|ping)?|withdrawn", before=_ASKS_WHEN
        ),
        told_by(
            r"abolish|repeal|remov|end(?:s|ed|ing)?\b|scrap|replac|clos|ceas|stop|until|transfer|withdr|amend|revis|legislat"
        ),
    ),
    Deed(
        Phrases(
            "come into (?:force|effect)|t[ao]k(?:es?|ing|en)? effect|in force|became? law", before=_ASKS_WHEN
        ),
        told_by(
            r"force|effect|commenc|implement|law|assent|legislat|from|introduc|appl|requir|dut|place|amend|remov|start|begin"
        ),
    ),
    Deed(
        Phrases(
            "publish(?:ed|es|ing)?|publication|issued|released|com(?:e|es|ing) out|came out|brought out",
            # "When is it out?", but not "carried out", "set out", "worked out".
            "(?<!ed )(?<!ing )(?<!set )(?<!sort )(?<!work )(?<!carry )(?<!roll )(?<!phase )(?<!run )out(?=\\W*$)",
            before=_ASKS_WHEN,
        ),
        told_by(
            r"publish|publicat|issu|releas|launch|com(?:e|es|ing) out|revis|amend|updat|produc|in place|ready|avail|develop|set out|report|slim|introduc|final"
        ),
    ),
)
_SINCE = Phrases("from|since|as of")


def time_untold(text: str, sentences: Sequence[Sentence]) -> bool:
    """Whether a question asks the time of a kind of deed, and no dated sentence tells of one.

    Args:
        text: a question that asks when.
        sentences: what the quotes of its direct answer hold.
    """
    return any(_untimed(deed, sentences) for deed in _DATED if _asks(deed, text))


def _asks(deed: Deed, text: str) -> bool:
    found = deed.asked.search(text)
    return found is not None and (text.isupper() or not found[0].split()[-1][0].isupper())


def _tells(deed: Deed, text: str) -> bool:
    """Whether a sentence tells of a deed other than by a name: Sure Start begins nothing."""
    return any(m.start() == 0 or not m[0][0].isupper() for m in deed.told.finditer(text))


def _untimed(deed: Deed, sentences: Sequence[Sentence]) -> bool:
    """Whether no dated sentence tells of a deed."""
    dated = [s for s in sentences if s.whens]
    return not any(
        (
            _tells(deed, _beside_dates(s).lstrip())
            or (deed.lasts and any(w.until for w in s.whens))
            or (deed.begins and any(_SINCE.match(w.wording) for w in s.whens))
        )
        and not (deed.begins and all(w.until for w in s.whens))
        for s in dated
    )


def _beside_dates(sentence: Sentence) -> str:
    """A sentence without its dates: "by the end of 2012" ends nothing."""
    text = sentence.text
    for when in sorted(sentence.whens, key=lambda w: w.span.start, reverse=True):
        text = f"{text[: when.span.start]} {text[when.span.end :]}"
    return text
