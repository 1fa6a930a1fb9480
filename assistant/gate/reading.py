"""From a sentence to its claims: each reader takes the words it understands and leaves the rest to the next."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assistant.gate.claims import (
    Claim,
    DateClaim,
    DenialClaim,
    FigureClaim,
    NameClaim,
    QuotedClaim,
    SpeakerClaim,
)
from assistant.gate.evidence import DENIAL
from assistant.gate.figures import figures
from assistant.gate.heads import head_claims, no_date_claims, verdict
from assistant.gate.naming import (
    Found,
    document_claims,
    numbers,
    paragraph_claims,
    part_claims,
    recommendation_claims,
    theme_claims,
)
from assistant.gate.statuses import status_claims
from assistant.gate.text import Said
from assistant.language.words import STOPWORDS
from corpus import Corpus
from corpus.dates import find_whens
from corpus.patterns import lazy_regex
from corpus.statements.actors import is_actor

_SAYS = "said says stated states wrote writes argued argues told explained explains recommended recommends noted notes added commented".split()
_SAID = lazy_regex(rf"\b(?:{'|'.join(_SAYS)})\b")
_SPEAKER = lazy_regex(rf"^\W*(?P<who>[^.;:]*?[A-Za-z]),? (?:also )?(?:{'|'.join(_SAYS)})\b")
_ACCORDING = lazy_regex(r"\baccording to (?P<who>(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)", re.IGNORECASE)
_NAME = lazy_regex(r"\b[A-Z][\w’'-]*(?:(?: (?:of|and|the|for|to)){0,2} [A-Z][\w’'-]*)*")
_WORD = lazy_regex(r"[A-Za-z][\w’'-]*")
#: Words of the program's own sentences that begin with a capital or name an actor, and claim nothing.
_FRAME_WORDS = frozenset("recommendation recommendations paragraph theme themes response timescale".split())

#: Words of a speaker's name and office at most.
_NAME_WORDS = 14

Reader = Callable[[str], Iterable[Found]]


@dataclass(frozen=True, slots=True)
class Understood:
    """A sentence and what it claims."""

    said: Said
    claims: tuple[Claim, ...]
    numbers: tuple[int, ...]
    """Recommendations that it names."""
    left: str
    """What no reader took: ordinary words; offsets as in ``said.own``."""


def understand(said: Said, corpus: Corpus, written: date, *, frame: bool) -> Understood:
    """Read the claims of a sentence.

    Args:
        said: the sentence.
        written: the day that relative dates are read against.
        frame: whether it is one of the program's own sentences, whose wording is known, or free prose.
    """
    claims, named, left = _claims(said.own, corpus, written, frame)
    return Understood(said, (*dict.fromkeys(map(QuotedClaim, said.quoted)), *claims), named, left)


@lru_cache(maxsize=1024)
def _claims(
    own: str, corpus: Corpus, written: date, frame: bool
) -> tuple[tuple[Claim, ...], tuple[int, ...], str]:
    """What a sentence claims, the recommendations that it names, and what no reader took; answers share many sentences."""
    named = numbers(own)
    if frame and (only := verdict(own)):
        return (only,), named, ""
    claims: list[Claim] = []
    left = own
    for reader in _readers(named, corpus, written, frame):
        for claim, start, end in list(reader(left)):
            claims.append(claim)
            left = left[:start] + " " * (end - start) + left[end:]
    claims += _names(left)
    claims += [DenialClaim(m[0]) for m in DENIAL.finditer(left)]
    return tuple(dict.fromkeys(claims)), named, left


def _readers(named: tuple[int, ...], corpus: Corpus, written: date, frame: bool) -> tuple[Reader, ...]:
    def dates(text: str) -> Iterator[Found]:
        for when in find_whens(text, written):
            before = text[: when.span.start].split()[-1:]
            yield DateClaim(when, "".join(before)), when.span.start, when.span.end

    def statuses(text: str) -> Iterator[Found]:
        return (found for found in status_claims(text, named, frame) if found[0].firm)

    heads: tuple[Reader, ...] = (lambda text: head_claims(text, named, written),) if frame else ()
    return (
        *heads,
        lambda text: theme_claims(text, named, corpus),
        lambda text: part_claims(text, named),
        lambda text: recommendation_claims(text, corpus),
        paragraph_claims,
        lambda text: document_claims(text, corpus),
        lambda text: no_date_claims(text, named),
        dates,
        statuses,
        lambda text: ((FigureClaim(f.wording, f.value), f.start, f.end) for f in figures(text)),
        _speakers,
    )


def _speakers(text: str) -> Iterator[Found]:
    # Without a verb of saying, the search for who stands before it would try every word.
    for pattern in (_SPEAKER, _ACCORDING) if _SAID.search(text) else (_ACCORDING,):
        match = pattern.search(text)
        if match and _telling(match["who"]):
            yield SpeakerClaim(" ".join(match["who"].split())), match.start("who"), match.end("who")


def _telling(words: str) -> bool:
    """Whether words before a verb of saying are a speaker's name, not the rest of a long sentence."""
    found = _WORD.findall(words)
    return len(found) <= _NAME_WORDS and any(w.lower() not in STOPWORDS | _FRAME_WORDS for w in found)


def _names(text: str) -> list[Claim]:
    """Names, and roles and bodies in small letters."""
    found: list[Claim] = []
    for match in _NAME.finditer(text):
        first = not text[: match.start()].strip(" -–(“\"'")
        words = [w for w in _WORD.findall(match[0]) if w.lower() not in STOPWORDS | _FRAME_WORDS]
        if first and len(words) < 2 and not (words and (words[0].isupper() or is_actor(words[0].lower()))):
            continue
        if words:
            found.append(NameClaim(match[0]))
    for match in _WORD.finditer(text):
        word = match[0]
        if word.islower() and word not in STOPWORDS | _FRAME_WORDS and is_actor(word):
            found.append(NameClaim(word))
    return found
