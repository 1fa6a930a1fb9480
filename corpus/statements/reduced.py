"""Dates that hang on a noun, not on the verb of the sentence: "her final report, published in May"."""

from __future__ import annotations

import re

from corpus.patterns import lazy_regex
from corpus.statements.actors import is_actor
from corpus.statements.sentence import Clause, Sentence, lead
from corpus.statements.verbs import BLANK, PARTICIPLE, finite_verb, last_auxiliary

_PARTICIPLE = lazy_regex(
    rf"(?P<joint>, | [–-] |\s)(?P<verb>{PARTICIPLE}(?: out| up)?|due|planned for)[\s{BLANK}]*$"
)
_RELATIVE = lazy_regex(r"\((?:which|who|that)\b")
_DUE = lazy_regex(r"(?:due|expected|planned|scheduled|intended|to)\b")
_ARTICLE = r"\b(?i:the|an?|its|their|our|his|her|all|those)\s"
_LAST_NOUN = lazy_regex(rf"{_ARTICLE}(?:(?!{_ARTICLE})[^,;:(])*$")
_FIRST_NOUN = lazy_regex(r"\b(?:the|an?|this|these|their|his|her|its|our|[A-Z][\w'’]*)\b")
_NO_NOUN = lazy_regex(
    r"(?:\b(?:be|been|being|is|are|was|were|has|have|had|not|also|them|these|those|it|all|as)|ly)$"
)
_EVENT = lazy_regex(r"\b(?i:after|before|following|since|until) (?P<what>[^,;:]+?)\s*$")
_DEADLINE = lazy_regex(r"by |no later|not later|on or before", re.IGNORECASE)
_CLOSE = lazy_regex(r"[,;.]|$")


def noun_before(text: str, end: int) -> int | None:
    """Where the noun phrase begins that ends at an offset; None where none is seen."""
    found = _LAST_NOUN.search(text[:end].rstrip(" (,"))
    if found:
        return found.start()
    named = re.search(r"[A-Z][\w'’]*(?: (?:[A-Z][\w'’]*|of|and|for|the))*$", text[:end].rstrip(" (,"))
    return named.start() if named else None


def in_brackets(s: Sentence) -> Clause | None:
    """ "the Framework (due to be published Autumn 2011)"; not "(which is expected to …)", with its verb."""
    bracket = s.text.rfind("(", 0, s.date.start)
    end = s.words.find(")", s.date.end) + 1
    if bracket < 0 or not end or _RELATIVE.match(s.text, bracket):
        return None
    if finite_verb(s.text, bracket + 1, s.date.start):
        return None
    inner = s.text[bracket + 1 : s.date.start].strip(f" {BLANK}")
    start = noun_before(s.text, bracket)
    if start is None or not inner:
        return Clause(None, "", complete=False)
    return Clause(s.agent(bracket, end), s.words[start:end].strip(), present=not _DUE.match(inner))


def after_noun(s: Sentence, *, done: bool) -> Clause | None:
    """A noun with a participle that carries the date: "the policy, established in October 2010 by …".

    Without a comma or dash this is looked for only with a date of the past (``done``): "have the work
    finished by May" says what will be.
    """
    match = _PARTICIPLE.search(s.text[: s.date.start])
    if match is None or (match["joint"].isspace() and not (done and _is_noun(s.text, match.start()))):
        return None
    main = finite_verb(s.text, lead(s.text, 0), match.start())
    after = last_auxiliary(s.text, match.start()) or (main.start if main else 0)
    noun = _FIRST_NOUN.search(s.text, after, match.start())
    close = _CLOSE.search(s.text, s.date.end)
    if noun is None or close is None:
        return None
    return Clause(
        s.agent(match.start(), close.start()),
        s.words[noun.start() : match.end("verb")],
        present=not _DUE.match(match["verb"]),
    )


def _is_noun(text: str, end: int) -> bool:
    return _NO_NOUN.search(text[:end]) is None and last_auxiliary(text, end) is not None


def of_event(s: Sentence) -> Clause | None:
    """ "following consultation in spring 2012": the date is that of the event, unless it sets a deadline."""
    match = _EVENT.search(s.text[: s.date.start])
    if match is None or _DEADLINE.match(s.words, s.date.start) or is_actor(match["what"]):
        return None
    what = s.cut(match.start("what"), match.end("what"))
    return Clause(None, what, present=True) if what else None
