"""The kind of thing a question asks for - a number, money, a name, a duration - and whether quotes hold it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from assistant.evidence.asked_noun import counted_noun, counts
from assistant.evidence.reaching import ways_asked
from assistant.language.numbers import CARDINALS
from assistant.language.phrases import Phrases
from assistant.language.words import stem
from assistant.library.library import POST_HOLDER
from assistant.question.facets import Want
from assistant.question.question import Question
from assistant.question.times import asks_wait
from assistant.question.wordings import said
from corpus.dates.calendar import MONTHS
from corpus.patterns import lazy_regex

if TYPE_CHECKING:
    from assistant.evidence.asked import Asked
    from assistant.evidence.quote import Quote
    from assistant.library.library import Library

_MONEY = Phrases(
    "(?:how much|what) (?:money|funding|sum|amount)|how much (?:did|does|will|would|is|was|do|are|were)",
    r"salar(?:y|ies)|wages?|paid|pay|earns?|costs?|price|sum|(?<!within )budgets?|fees?|(?<!in )(?<!tak\w )(?<!took )(?<!takes )(?<!taking )charge[ds]?|fines|fined|(?:an?|the|what|which) fine",
    "penalt(?:y|ies)|allowances?|bursar(?:y|ies)",
    r"what(?:'s|s| is| was| were) (?:[\w'-]+ ){1,6}worth",
    "grants?",
)
_LENGTH = lazy_regex(r"\bhow (?:long|often|frequently|regularly)\b", re.IGNORECASE)
#: "How long has it been there, when was it set up?"
_ASKS_WHEN = lazy_regex(r"\bwhen (?:was|were|is|are|did|does|do|will|would)\b", re.IGNORECASE)
_SO_MANY = f"(?:\\d+|an?|next|some|several|few|every|each|per|{'|'.join(CARDINALS)})"
_OFTEN = (
    "every|annual\\w*|regular\\w*|weekly|monthly|yearly|continual\\w*|once (?:(?:an?|every|per) (?:year|month|week|day|term)|in)|twice"
    "|(?:each|per|a) (?:year|month|week|day)"
)
_DURATION = Phrases(
    rf"{_OFTEN}|until|till|to (?:{'|'.join(MONTHS)})|in each|20\d\d-\d+",
    rf"{_SO_MANY}(?:[- –]+\w+)? (?:years?|months?|weeks?|days?|hours?|terms?)",
    "(?:year|month|week|day|hour)s? (?:long|of)",
)
_PLACES = r"(?:schools?|universit(?:y|ies)|charit(?:y|ies)|forces?|trusts?|hospitals?|localit(?:y|ies)|boroughs?|lscbs?)"
_OFFICES = "(?:person|director|dcs|chair|head|manager|officer|minister|author|reviewer)"
_VERBS = "(?:did|do|does|were|was|is|are|should|must|will|would|have|has)"
_NAMES = Phrases(
    rf"(?:name|names? of|list) (?:all |the |every |\w+ ){{1,3}}(?:{_PLACES}|areas|councils|authorities|boards|members|people)",
    rf"names|(?:her|his|their) name|name of (?:the )?(?:new )?(?:\w+ )?{_OFFICES}|name of (?:[\w'’-]+ ){{1,4}}{_OFFICES}",
    rf"which (?:(?!(?:{_VERBS}|kinds?|sorts?|types?|besides|\w+[^s\W]s)\b)\w+ ){{0,2}}?(?:{_PLACES}|areas|places|councils|authorities|courts?|towns?|cit(?:y|ies)|regions?|countries)",
    r"what(?: is|'s|s| was|'re| are| were) (?:s?he|they) called",
)


#: A question may call the bodies of local government by any of these.
_LOCAL_BODIES = frozenset(map(stem, "area authority council locality borough site".split()))


#: What sums of money are counted in, and money itself.
_MONEY_UNITS = frozenset(map(stem, "pound quid money cash".split()))


#: "By when was the number to double?" asks for no number.
_HOW_MANY = Phrases("how (?:many|much)|what (?:number|percentage|proportion|share)|(?:number|total) is")


_SHARE = Phrases("(?:what|which) (?:percentage|proportion|share)|how many per ?cent")
_A_SHARE = lazy_regex(
    r"\d ?%|\bper ?cent\b|\b(?:half|(?:a|two) thirds?|(?:a|three) quarters?) (?:of|the)\b", re.IGNORECASE
)


def counted_but_not_counted(asked: Asked, shown: Iterable[Quote]) -> bool:
    """Whether a number of something is asked for and no quote gives one."""
    if asked.question.has(Want.WHEN) and not asked.question.has(Want.AMOUNT):
        return False
    if _SHARE.search(asked.question.focus):
        return not any(_A_SHARE.search(q.passage.text) for q in shown)
    noun = None if asks_wait(asked.question.focus) else counted_noun(asked.question.focus)
    if noun is None or (asked.question.has(Want.WHEN) and not _HOW_MANY.search(asked.question.focus)):
        return False
    if noun.stem in _MONEY_UNITS:
        return not any(_SUM.search(q.passage.text) for q in shown)
    same = frozenset(s for p in asked.library.vocabulary.by_phrase.get((noun.stem,), ()) for s in p[-1:])
    same |= _LOCAL_BODIES if noun.stem in _LOCAL_BODIES else frozenset()
    return not any(counts(q.passage.text, noun, same) for q in shown)


def money_but_no_money(asked: Asked, shown: Iterable[Quote]) -> bool:
    """Whether money is asked for and no quote speaks of any."""
    wanted = _MONEY.search(asked.question.focus)
    spoken = _SPEAKS_OF_PAY if wanted and _PAY.search(wanted[0]) else _SPEAKS_OF_MONEY
    if wanted and wanted[0].lower().startswith(("how much", "what")):
        spoken = _SUM if _HOW_MUCH.match(wanted[0]) else spoken
    if _PRICE.search(asked.question.focus):
        spoken = _SUM
    return wanted is not None and not any(spoken.search(q.passage.text) for q in shown)


_HOW_MUCH = lazy_regex(r"how much|what (?:sum|amount)|what.* worth$", re.IGNORECASE)
#: "What is the cost of the herd?", "what will a keeper cost?"; what is said about costs is no sum.
_PRICE = Phrases(
    r"what(?:'s|s| is| was| will| would| does| did)(?! it say\b)(?:[ ,'’‘\"“”()]+(?!sa(?:y|id)\b)[\w'’-]+){1,12}[ ,'’\"”)]+costs?"
)
_SUM = lazy_regex(r"£|\b(?:million|billion|per cent)\b", re.IGNORECASE)
_PAY = lazy_regex(r"salar|wage|\b(?:pay|paid|earns?)\b", re.IGNORECASE)
_SPEAKS_OF_PAY = lazy_regex(r"£|\b(?:salar(?:y|ies)|wages?|pay|paid|grades?)\b", re.IGNORECASE)


_SPEAKS_OF_MONEY = lazy_regex(
    r"£|\b(?:million|billion|grants?|funding|fund(?:s|ed)?|savings|costs?|expenditure|budgets?|value for money|resourc(?:es|ing)|impact assessments?)\b",
    re.IGNORECASE,
)


#: The noun: "to address the problem" is another word.
_ADDRESS = lazy_regex(
    r"(?:'s|\b(?:the|their|its|what|which|an)) (?:(?:full|main|exact|street) )?address\b(?! (?:to|the|this|that|these|those|how|what)\b)"
    r"|, (?:the )?address\b|\baddress (?:for|of)\b",
    re.IGNORECASE,
)


def contact_but_no_contact(asked: Asked, shown: Iterable[Quote]) -> bool:
    """Whether a way to reach somebody is asked for and no quote gives one."""
    if ways := ways_asked(asked.question.focus):
        return not any(w.held.search(q.passage.text) for w in ways for q in shown)
    if not (said("contact").search(asked.question.focus) or _ADDRESS.search(asked.question.focus)):
        return False
    return not any(
        re.search(r"@|\d{4} \d{3}|\d{5}|www\.|[A-Z]{1,2}\d\w? \d[A-Z]{2}", q.passage.text) for q in shown
    )


def length_but_no_length(asked: Asked, shown: Iterable[Quote]) -> bool:
    """Whether a duration or a frequency is asked for and no quote gives one."""
    focus = asked.question.focus
    if not _LENGTH.search(focus) or asks_wait(focus) or _ASKS_WHEN.search(focus):
        return False
    return not any(
        _DURATION.search(asked.corpus.editions[q.passage.document][q.span.start : q.span.end]) for q in shown
    )


#: One person within a body, or one body of a kind: nothing but a name tells which.
_ONE = lazy_regex(
    r"\b[Ww]ho (?:at|within|inside) (?:the )?(?:[A-Z]|department|ministry|council)"
    r"|\b[Ww]ho in (?:the )?(?:Department|Ministry|Home Office|D[fF]?[EH]\b)"
    r"|\b[Nn]amed (?:official|person|individual|officer|contact|civil servant)"
    r"|\b[Ww]hich (?:official|individual|civil servant|councillor)"
    r"|\b[Ww]hose (?:\w+ ){0,2}?(?:reviews?|reports?|letters?|summar(?:y|ies)|stud(?:y|ies)|inquir(?:y|ies)|books?|speech)\b"
    r"|\b(?:[Ww]hich|[Ww]hat) (?:council|authority|borough|county|district|town|city|university|college|school|firm|hospital)"
    r"(?='s|\W*$| (?:is|was|were|did|does|do|has|had|will|would|in|of|at|on|for|to|from|by|it|the|\w+ed|wrote|ran|runs)\b)"
)


#: "The name of the council's new director": a name that stands beside another post is not it.
_HOLDER_OF = Phrases(rf"names? of (?:[\w'’-]+ ){{0,5}}?(?P<post>{_OFFICES})")
#: Share of what a question is about that a passage must say for its names to be those asked for.
LITTLE = 0.1


def asks_for_names(asked: Asked, leading: Iterable[Quote]) -> bool:
    """Whether names of people or places are asked for, and no quote of the direct answer holds one and speaks of the subject."""
    if not (wants_names(asked.question) or _ONE.search(asked.question.text)):
        return False
    holder = _HOLDER_OF.search(asked.question.focus)
    own = stem(holder["post"].lower()) if holder else ""
    ways = asked.library.vocabulary.by_phrase.get((own,), frozenset()) | {(own,) if own else ()}
    return not any(
        holds_names(q.passage.text, asked.library)
        and asked.matcher.coverage(unit.stems | unit.lead | unit.headings) >= LITTLE
        and any(unit.stems.issuperset(w) for w in ways)
        for q in leading
        for unit in [asked.library.by_id[q.passage.id]]
    )


def wants_names(question: Question) -> bool:
    """Whether names of people or places are asked for."""
    return bool(_NAMES.search(question.text)) and not question.has(Want.COUNT, Want.WHICH, Want.THEME)


def holds_names(text: str, library: Library) -> bool:
    """Whether a passage holds the name of a person or place."""
    return bool(POST_HOLDER.match(text)) or not library.names.isdisjoint(re.findall(r"[A-Z][a-z]+", text))
