"""The kind of thing a question asks for - a number, a name, a duration, somebody's words - and whether quotes hold it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from assistant.evidence.asked_noun import counted_noun, counts
from assistant.language.phrases import Phrases
from assistant.language.tagging import tagged
from assistant.language.vocabulary import phrase
from assistant.language.words import STOPWORDS, stem, words
from assistant.question.facets import Want
from assistant.question.question import Question
from assistant.question.references import references
from assistant.question.topic import FRAME
from assistant.question.wordings import said
from corpus.dates.calendar import MONTHS

if TYPE_CHECKING:
    from assistant.answers.asked import Asked
    from assistant.answers.draft import Quote
    from assistant.evidence.library import Library

_MONEY = Phrases(
    "(?:how much|what) (?:money|funding|sum|amount)|how much (?:did|does|will|would|is|was|do|are)",
    "salar(?:y|ies)|wages?|paid|pay|earns?|costs?|price|sum|(?<!within )budgets?|fees?|(?<!in )charge[ds]?|fines?",
    "penalt(?:y|ies)|allowances?|bursar(?:y|ies)|grants?",
)
_LENGTH = re.compile(r"\bhow (?:long|often|frequently|regularly)\b", re.IGNORECASE)
_DURATION = re.compile(
    r"\b(?:until|till|to (?:january|february|march|april|may|june|july|august|september|october|november|december)|years?|months?|weeks?|days?|hours?|every|annual\w*|regular\w*)\b",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"\b(?:what|how) (?:did|does|do|was|is) (?:the )?(?P<who>(?:[\w'.-]+ ){1,8}?)(?:say|said|saying|think|feel|tell|ask|warn|argue|call|react|respond|expect|recommend)\b",
    re.IGNORECASE,
)
_PLACES = r"(?:schools?|universit(?:y|ies)|charit(?:y|ies)|forces?|trusts?|hospitals?|localit(?:y|ies)|boroughs?|lscbs?)"
_OFFICES = "(?:person|director|dcs|chair|head|manager|officer|minister|author|reviewer)"
_VERBS = "(?:did|do|does|were|was|is|are|should|must|will|would|have|has)"
_NAMES = Phrases(
    rf"(?:name|names? of|list) (?:all |the |every |\w+ ){{1,3}}(?:{_PLACES}|areas|councils|authorities|boards|members|people)",
    rf"names|(?:her|his|their) name|name of (?:the )?(?:new )?(?:\w+ )?{_OFFICES}",
    rf"which (?:(?!{_VERBS}\b)\w+ ){{0,2}}?(?:{_PLACES}|areas|councils|courts?|towns?|cit(?:y|ies)|regions?)",
)


#: A question may call the bodies of local government by any of these.
_LOCAL_BODIES = frozenset(map(stem, "area authority council locality borough site".split()))


def counted_but_not_counted(asked: Asked, shown: Iterable[Quote]) -> bool:
    """Whether a number of something is asked for and no quote gives one."""
    noun = counted_noun(asked.question.focus)
    if noun is None:
        return False
    same = frozenset(s for p in asked.library.vocabulary.by_phrase.get((noun.stem,), ()) for s in p[-1:])
    same |= _LOCAL_BODIES if noun.stem in _LOCAL_BODIES else frozenset()
    return not any(counts(q.passage.text, noun, same) for q in shown)


def money_but_no_money(asked: Asked, shown: Iterable[Quote]) -> bool:
    """Whether money is asked for and no quote speaks of any."""
    wanted = _MONEY.search(asked.question.focus)
    spoken = _SPEAKS_OF_PAY if wanted and _PAY.search(wanted[0]) else _SPEAKS_OF_MONEY
    if wanted and wanted[0].lower().startswith(("how much", "what sum", "what amount")):
        spoken = _SUM
    return wanted is not None and not any(spoken.search(q.passage.text) for q in shown)


_SUM = re.compile(r"£|\b(?:million|billion|per cent)\b", re.IGNORECASE)
_PAY = re.compile(r"salar|wage|\b(?:pay|paid|earns?)\b", re.IGNORECASE)
_SPEAKS_OF_PAY = re.compile(r"£|\b(?:salar(?:y|ies)|wages?|pay|paid|grades?)\b", re.IGNORECASE)


_SPEAKS_OF_MONEY = re.compile(
    r"£|\b(?:million|billion|grants?|funding|fund(?:s|ed)?|savings|expenditure|budgets?|value for money|resourc(?:es|ing) (?:for|of|requirements)|resourcing|impact assessments?)\b",
    re.IGNORECASE,
)


def contact_but_no_contact(asked: Asked, shown: Iterable[Quote]) -> bool:
    """Whether a way to reach somebody is asked for and no quote gives one."""
    if not said("contact").search(asked.question.focus):
        return False
    return not any(
        re.search(r"@|\d{4} \d{3}|\d{5}|www\.|[A-Z]{1,2}\d\w? \d[A-Z]{2}", q.passage.text) for q in shown
    )


def length_but_no_length(asked: Asked, shown: Iterable[Quote]) -> bool:
    """Whether a duration or a frequency is asked for and no quote gives one."""
    if not _LENGTH.search(asked.question.focus):
        return False
    return not any(
        _DURATION.search(asked.corpus.editions[q.passage.document][q.span.start : q.span.end]) for q in shown
    )


def unknown_names(asked: Asked) -> tuple[str, ...]:
    """Capitalised words inside a question that neither the documents nor the vocabulary know."""
    text = asked.question.focus
    if text.isupper():
        return ()
    found, named = [], references(text)
    for match in re.finditer(r"(?<![.!?:]\s)(?<!^)\b[A-Z][\w-]*", text):
        word = match[0].lower()
        known = word in STOPWORDS or word in FRAME or word in asked.library.vocabulary.abbreviations
        known = known or word in MONTHS or any(r.start <= match.start() < r.end for r in named)
        if not known and not _all_known(word, asked.library.known):
            found.append(match[0])
    return tuple(found)


def _all_known(word: str, known: frozenset[str]) -> bool:
    """Whether a word is known, or every piece of it that hyphens join."""
    return all(stem(piece.removesuffix("'s")) in known for piece in word.split("-") if piece)


def unknown_run(asked: Asked) -> bool:
    """Whether a question names a body, post or Act of two or more capitalised words that stand together nowhere.

    Words of the frame ("Prof Munro") and abbreviations ("College of SW") are known, and left out.
    """
    known = FRAME.union(asked.library.vocabulary.abbreviations)
    for run in ([w for w in r if w.lower() not in known] for r in _runs(asked.question.focus)):
        if asked.library.vocabulary.by_phrase.get(phrase(" ".join(run))):
            continue
        wanted = tuple(w.stem for w in words(" ".join(run)) if w.text not in STOPWORDS)
        if len(wanted) > 1 and not any(_holds_run(run, wanted, u.order) for u in asked.library.units):
            return True
    return False


def _holds_run(run: list[str], wanted: tuple[str, ...], order: tuple[str, ...]) -> bool:
    """Whether a passage holds a run of names, together or, round its "of" and "for", piece by piece."""
    if together(wanted, order):
        return True
    pieces = [p.split() for p in re.split(r" (?:of|for|at) ", " ".join(run))]
    stemmed = [tuple(w.stem for w in words(" ".join(p)) if w.text not in STOPWORDS) for p in pieces]
    named = [p for p in stemmed if p]
    return len(named) > 1 and len(named[0]) > 1 and all(together(p, order) for p in named)


def _runs(text: str) -> list[list[str]]:
    """Capitalised words that stand together, the sentence's first word and question words left out."""
    if text.isupper() or sum(w[:1].isupper() for w in text.split()) > 0.7 * len(text.split()):
        return []
    found: list[list[str]] = []
    for match in re.finditer(
        r"(?<![.!?:] )(?<!^)\b[A-Z][\w-]*(?:(?: of| for| and| the| &)* [A-Z][\w-]*)+", text
    ):
        run = [w for w in match[0].split() if w.lower() not in STOPWORDS or w.lower() in ("of", "for", "and")]
        pieces = re.split(r"\s+and\s+", " ".join(run)) if " and " in match[0] else [" ".join(run)]
        found += [p.split() for p in (pieces if len(pieces) > 1 else [" ".join(run)])]
    return [r for r in found if len(r) > 1]


def together(wanted: tuple[str, ...], order: tuple[str, ...]) -> bool:
    """Whether stems stand in a text in their order, near each other."""
    for at, first in enumerate(order):
        if first != wanted[0]:
            continue
        position, ok = at, True
        for following in wanted[1:]:
            window = order[position + 1 : position + 7]
            if following not in window:
                ok = False
                break
            position += 1 + window.index(following)
        if ok:
            return True
    return False


def wordless(asked: Asked, shown: Iterable[Quote]) -> bool:
    """Whether the words of a person are asked for by name, and the quotes only list that person or do not name them."""
    names = {n for m in _WORDS_OF.finditer(asked.question.focus) for n in re.findall(r"[A-Z][a-z]+", m[0])}
    wanted = names & asked.library.names
    return bool(wanted) and not any(_speaks(q, wanted) for q in shown)


_VOICE = "(?:quotes?|quotation|words|views?|opinions?|reactions?|comments?|statements?|verdict)"
_WORDS_OF = Phrases(
    r"(?:what|how) (?:did|does|do|was|is) (?:[\w'.-]+ ){1,8}?"
    "(?:say|said|saying|think|feel|tell|warn|argue|react|respond|reply|comment|make of|quoted)",
    rf"what {_VOICE} (?:did|does|do|was|is|has|had) (?:[\w'.-]+ ?){{1,6}}",
    rf"(?:[\w.-]+ ){{0,3}}[\w.-]+'s? {_VOICE}",
    rf"{_VOICE} (?:of|from|by) (?:[\w'.-]+ ?){{1,5}}",
)


def _speaks(quote: Quote, names: set[str]) -> bool:
    passage = quote.passage
    if any(n in passage.speaker for n in names):
        return True
    told = any(tag.startswith(("VB", "MD")) for _, tag in tagged(passage.text))
    return told and any(n in passage.text for n in names)


def wrong_speaker(asked: Asked, shown: list[Quote]) -> bool:
    """Whether somebody's words are asked for and no quote is theirs or about what they did."""
    match = _SPEAKS.search(asked.question.focus)
    if match is None or _PAPER.search(match["who"]):
        return False
    wanted = [w.stem for w in words(match["who"]) if w.text not in STOPWORDS | FRAME | _ANYBODY]
    if not wanted:
        return False
    return not any(all(_says(asked, quote, w) for w in wanted) for quote in shown)


_PAPER = re.compile(r"\b(?:briefing|response|notice|foreword|recommendation)\b", re.IGNORECASE)
_ANYBODY = frozenset(
    "ministers minister response letter letters guidance review ministers' department paper briefing notice press council councils foreword".split()
)


def _says(asked: Asked, quote: Quote, wanted: str) -> bool:
    document = asked.corpus.document[quote.passage.document]
    opening = " ".join(quote.passage.text.split()[:12])
    found = {
        w.stem for w in words(f"{quote.passage.speaker} {opening} {document.short_title} {document.speaker}")
    }
    same = {s for p in asked.library.vocabulary.by_phrase.get((wanted,), ()) for s in p}
    return wanted in found or bool(same & found)


def asks_for_names(asked: Asked, shown: Iterable[Quote]) -> bool:
    """Whether names of people or places are asked for and no quote holds one."""
    return wants_names(asked.question) and not any(holds_names(q.passage.text, asked.library) for q in shown)


def wants_names(question: Question) -> bool:
    """Whether names of people or places are asked for."""
    return bool(_NAMES.search(question.text)) and not question.has(Want.COUNT, Want.WHICH, Want.THEME)


def holds_names(text: str, library: Library) -> bool:
    """Whether a passage holds the name of a person or place."""
    return not library.names.isdisjoint(re.findall(r"[A-Z][a-z]+", text))
