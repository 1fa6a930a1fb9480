"""What the recommendations of a set must say: very words in quotes, names, what stands by a verb of mentioning, other terms."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.language.numbers import SEVERAL
from assistant.language.phrases import Phrases
from assistant.language.quoted import QUOTED
from assistant.language.spelling import frequency
from assistant.language.tagging import is_adjective, tagged, tags
from assistant.language.vocabulary import Term
from assistant.library.library import Library
from assistant.question.filler import all_filler
from assistant.question.negation import denies, negated
from assistant.question.question import Question
from assistant.question.set_query.asked_apart import asked_apart, joined
from assistant.question.set_query.either import either
from assistant.question.set_query.glossed import Placed, without_gloss
from assistant.question.set_query.names import names_in, with_noun
from assistant.question.set_query.subjects import asks_what_about, named_before
from assistant.question.statuses import statuses
from assistant.question.wordings import said
from corpus.patterns import lazy_regex


@dataclass(frozen=True, slots=True)
class Mention:
    """What must be said; nothing where all is empty."""

    terms: tuple[Term, ...] = ()
    any_of: bool = False
    """True where one of the terms is enough ("a Bill or a legislative vehicle")."""
    words: tuple[str, ...] = ()
    """Very words, any of which is enough."""
    strict: bool = False
    """True where the question says that they must be said; where nothing says them, it has no answer."""
    wanted: bool = True
    """False where they must not be said ("which never mention schools")."""
    about: bool = False
    """True where recommendations are asked for that are about it: it must stand in what they recommend."""


#: Words that ask which recommendations say something.
_FRAME = Phrases(
    "(?:mention|nam|refer|feature|contain|includ|involv|cover|concern|address|cit|invok)(?:e|ed|ing|ring|red|s|es)?(?: to)?(?! of)",
    "(?:get|gets|got|given|has|have) an? (?:mention|name[ -]?check|look-?in)",
    "(?:crop|turn|pop|show|come)(?:s|p?ed|p?ing)? up|(?:bring|drag|rope)s? (?:in|up)|brought (?:in|up)",
    "(?:talk|speak|touch|draw)(?:s|es|ed|ing)? (?:of|about|on)|appear(?:s|ed)?",
    "(?:the )?(?:words?|phrases?|terms?|wording)(?= [\"'])",
    "(?:have|has|use|uses|with|contain|contains|say|says)(?: \\w+)? the (?:word|words|phrase|term|wording)",
    "(?:say|says|said|anything|something) (?:\\w+ )?(?:about|on)|to do with|something called",
)
#: A wording as it is.
_VERY_WORDS = Phrases(
    "(?:very|exact|actual|those|precise) (?:same )?(?:words?|wording|phrase)|word for word|verbatim|literally",
    "(?:the )?(?:words?|phrase|wording)(?= [\"'])",
)
#: What is mentioned is the date that was named before.
_THE_DATE = lazy_regex(
    r"\s*(?:that|this|the same|such a) (?:month|date|year|deadline|season|day)\b", re.IGNORECASE
)
_CLAUSE_ENDS = lazy_regex(r"[?;:]|\s[-–—]\s|,? (?:and )?(?=(?:which|where|what|how)\b)")


def read_mention(question: Question, text: str, keyed: bool, library: Library) -> Mention:
    """Read what must be said.

    Args:
        question: as understood.
        text: the part of it that selects, as long as its focus.
        keyed: whether a status, a date or a theme selects beside it: then a word that no passage holds says nothing.
    """
    if apart := asked_apart(text, _FRAME):
        each = [read_mention(question, part, keyed, library) for part in apart]
        if all(m.terms and m.wanted for m in each):
            return Mention(tuple(joined(m.terms) for m in each), any_of=True, strict=True)
    very = very_words(question, text)
    placed = placed_terms(question, text, library)
    frame, about = _FRAME.search(text), asks_what_about(text)
    if about is not None and (frame is None or about.start() <= frame.start()):
        frame = about
    if frame is not None and _THE_DATE.match(text, frame.end()):
        return Mention(words=very)
    before = _before(placed, text) if frame is None else []
    if frame is not None:
        placed = without_gloss(_object(placed, frame, text), text)
    names = [t for t, _, is_name in placed if is_name]
    found = tuple(dict.fromkeys(t for t, _, _ in placed))
    if keyed or (frame and any(known(t, library) for t in found)):
        found = tuple(t for t in found if known(t, library))
    strict = bool(frame and found) or (bool(names) and not question.whens)
    if strict:
        kinds = tags(text)
        found = tuple(t for t in found if not passes_over(t, kinds)) or found
    found = _without_predicates(found, text)
    one_of = either(found, text, library)
    wanted = not (frame and found and negated(text, frame.start(), near=25))
    if before and not very:
        own = tuple(dict.fromkeys(t for t, _, _ in before))
        return Mention(own, strict=any(is_name for _, _, is_name in before), about=True)
    return Mention(one_of or found, bool(one_of), very, strict, wanted, bool(frame and frame is about))


def _without_predicates(found: tuple[Term, ...], text: str) -> tuple[Term, ...]:
    """The terms without participles that an "or" joins ("wanted rules revised or amended"), where others are left."""
    kinds = tags(text) if " or " in text else {}
    pairs = [
        (m["one"].lower(), m["other"].lower())
        for m in _JOINED.finditer(text)
        if all(kinds.get(m[side].lower(), "") in ("VBN", "VBD") for side in ("one", "other"))
    ]
    verbs = {word for pair in pairs for word in pair}
    return tuple(t for t in found if t.text not in verbs) or found


_JOINED = lazy_regex(r"\b(?P<one>\w+) or (?P<other>\w+)\b", re.IGNORECASE)


def _before(placed: list[Placed], text: str) -> list[Placed]:
    """The terms right before recommendations, where they are all that the text says ("were all the inspection recs accepted?")."""
    start, end = named_before(text)
    before = [p for p in placed if start <= p[1] < end]
    return before if len(before) == len(placed) else []


def in_very_words(text: str) -> bool:
    """Whether a text asks for a wording as it is."""
    return bool(_VERY_WORDS.search(text))


def very_words(question: Question, text: str, start: int = 0) -> tuple[str, ...]:
    """Words in quotes that are to be found as they are: no status, and no date unless its wording is asked for.

    Args:
        question: as understood.
        text: a part of it.
        start: where that part begins.
    """
    found = []
    for quoted in QUOTED.finditer(text):
        begin, end = quoted.start() + start, quoted.end() + start
        dated = any(begin <= w.span.start < end for w in question.whens)
        if statuses(quoted["words"])[0] is None and (not dated or in_very_words(text)):
            found.append(quoted["words"])
    return tuple(found)


def placed_terms(question: Question, text: str, library: Library) -> list[Placed]:
    """The terms that stand in a text, those that a longer name holds replaced by it; -1 for one that stands nowhere."""
    lower = text.lower()
    whole = question.focus.lower()
    names = [n for n in names_in(text, library) if _nothing_else(n[0], question)]
    made: list[Placed] = [(t, start, True) for t, start, _ in names]
    for term in question.terms:
        at = term.place_in(lower)
        gone = at < 0 <= term.place_in(whole)
        inside = any(start <= at < end for _, start, end in names)
        silent = all_filler(term) or _aside(term, text) or _counts(term) or denies(term.text)
        if not (gone or inside or silent):
            made.append((with_noun(term, at, text, library), at, _capital(text, at)))
    return sorted(made, key=lambda p: p[1])


def _capital(text: str, at: int) -> bool:
    """Whether a word inside a sentence begins with a capital letter."""
    return text[at : at + 1].isupper() and at > 0 and text[:at].rstrip()[-1:] not in ("", ".", "?", "!")


def _nothing_else(name: Term, question: Question) -> bool:
    """Whether a name is one of the question's terms, or holds one: no document, theme or person read elsewhere."""
    return any(set(t.own) & set(name.own) for t in question.terms)


def _object(placed: list[Placed], frame: re.Match[str], text: str) -> list[Placed]:
    """What is mentioned: what stands behind the verb in its clause, else the names before it, else all before it."""
    stop = _CLAUSE_ENDS.search(text, frame.end())
    end = stop.start() if stop else len(text)
    if behind := [p for p in placed if frame.end() <= p[1] < end]:
        return behind
    before = [p for p in placed if p[1] < frame.start()]
    return [p for p in before if p[2]] or before or placed


def _counts(term: Term) -> bool:
    """Whether a term is only a number ("all four of its recommendations"): it counts, and selects nothing."""
    return all(tag == "CD" for _, tag in tagged(term.text))


#: Occurrences in everyday English from which on an adjective tells nothing apart ("the new framework").
EVERYDAY = 500_000


def passes_over(term: Term, kinds: dict[str, str]) -> bool:
    """Whether a term is an adjective that everything may have, or only says what is done with what is mentioned ("what boards produce")."""
    tag = kinds.get(term.text, "")
    everyday = frequency(term.text) >= EVERYDAY and is_adjective(tag)
    return everyday or (tag.startswith("VB") and tag not in ("VBG", "VBN"))


def known(term: Term, library: Library) -> bool:
    """Whether some passage holds a wording of a term; one that none holds cannot select."""
    return any(all(s in library.document_frequency for s in wording) for wording in term.alternatives)


def _aside(term: Term, text: str) -> bool:
    """Whether a term stands only in brackets, before a number in brackets ("the zoo ones (theme 3)"), or after "that" and "this" ("mentions that post")."""
    word = re.escape(term.text.split()[0])
    bracketed = re.search(rf"\([^)]*\b{word}", text, re.IGNORECASE)
    pointed = re.search(rf"\b(?:that|this|the same|such an?) {word}\b", text, re.IGNORECASE)
    outside = re.sub(r"\([^)]*\)", " ", text)
    glossed = re.search(
        rf"\b{word}(?: [\w'-]+){{0,3}}? \((?:theme|recs?|recommendations?) \d", text, re.IGNORECASE
    )
    return (
        bool(pointed)
        or bool(glossed)
        or (bool(bracketed) and not re.search(rf"\b{word}", outside, re.IGNORECASE))
    )


_WHICH_SEVERAL = lazy_regex(rf"\bwhich {SEVERAL}(?: of (?:them|these|those|the \w+))? ", re.IGNORECASE)


def several_mention(text: str) -> bool:
    """Whether a text asks which few of the recommendations say something ("which two bring in schools"), or which say each of two things."""
    which = _WHICH_SEVERAL.search(text)
    return bool((which and _FRAME.match(text, which.end())) or asked_apart(text, _FRAME))


def mentions_asked(text: str) -> bool:
    """Whether a text asks which recommendations say something."""
    return bool(_FRAME.search(text) or said("mentioning").search(text))
