"""The gate itself, by mutation: true claims must pass it, the same claims corrupted in one place must not.

Claims are real answers, and sentences of prose as a language model would write them, made from the passages. A
corruption changes one thing that the answer says itself; the quotes stay as they are.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answers.citing import cite
from assistant.answers.compose import HISTORIC, quote_block
from assistant.model import Answer, Outcome
from assistant.notices.signpost import PRIVACY, SIGNPOST
from corpus import Corpus
from corpus.model import Commitment, Part, Passage, PassageKind, Span
from evals.comparable import plain
from evals.corruptions import CORRUPTIONS, STATUS_WORDS

SEED = 1711
PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Claim:
    """An answer that the gate is to judge."""

    answer: Answer
    corrupted: str | None
    """What was corrupted; None for a true one."""
    change: str
    """What was put for what; empty for a true one."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What the gate did with claims of one kind."""

    flagged: int
    n: int


Faults = Callable[[Answer, Corpus], Sequence[str]]


def true_claims(answers: Sequence[Answer], corpus: Corpus) -> tuple[Claim, ...]:
    """The answers as they are, and prose made from commitments and statuses."""
    given = [a for a in answers if a.outcome is Outcome.ANSWERED and a.citations]
    return tuple(Claim(a, None, "") for a in dict.fromkeys((*given, *prose(corpus))))


def corrupted_claims(claims: Sequence[Claim], corpus: Corpus) -> Iterator[Claim]:
    """Each claim corrupted in each way that it allows."""
    for n, claim in enumerate(claims):
        for name, corrupt in CORRUPTIONS.items():
            choices = random.Random(f"{SEED}:{n}:{name}")
            found = corrupt(_own(claim.answer.text), claim.answer, choices)
            if found is not None:
                own, before, after = found
                text = _with_own(claim.answer.text, own)
                yield Claim(replace(claim.answer, text=text), name, f"{before} -> {after}")
        if swapped := _swapped(claim, claims, corpus, random.Random(f"{SEED}:{n}")):
            yield swapped


def tally(claims: Sequence[Claim], faults: Faults, corpus: Corpus) -> dict[str, Tally]:
    """What the gate flags, by kind of corruption ("true" for none)."""
    flagged: dict[str, list[bool]] = {}
    for claim in claims:
        flagged.setdefault(claim.corrupted or "true", []).append(bool(faults(claim.answer, corpus)))
    return {name: Tally(sum(found), len(found)) for name, found in flagged.items()}


def prose(corpus: Corpus) -> Iterator[Answer]:
    """True sentences with their citations, as a language model might write them."""
    for c in corpus.commitments:
        if c.who and c.when.edtf and not c.past:
            yield _written(_sentence(c), corpus.by_id[c.passage], c.sentence_span, corpus)
    for r in corpus.recommendations.values():
        passages = r.passages[Part.GOVERNMENT_RESPONSE]
        line = next(p for p in passages if p.kind is PassageKind.STATUS_LINE)
        yield _written(
            f"Recommendation {r.number} was {STATUS_WORDS[r.status]}.", line, line.place.span, corpus
        )


def _sentence(c: Commitment) -> str:
    where = f"Recommendation {c.place.recommendation}: " if c.place.recommendation else ""
    return f"{where}{c.sentence.replace('*', '').rstrip('.:')}."


def _written(text: str, passage: Passage, span: Span, corpus: Corpus) -> Answer:
    citation = cite(1, passage, span, corpus)
    numbers = () if passage.recommendation is None else (passage.recommendation,)
    shown = "\n\n".join([f"{text} [1]", quote_block(citation, corpus), HISTORIC])
    return Answer("", Outcome.ANSWERED, shown, (citation,), numbers, model=PROSE)


def _is_own(block: str) -> bool:
    return not block.startswith(">") and block not in (HISTORIC, SIGNPOST, PRIVACY)


def _own(text: str) -> str:
    """What the answer says itself, without its quotes and the notices that stand under and over many answers."""
    return "\n\n".join(filter(_is_own, text.split("\n\n")))


def _with_own(text: str, own: str) -> str:
    """A text with other words of its own in the old places."""
    changed = iter(own.split("\n\n"))
    return "\n\n".join(next(changed) if _is_own(b) else b for b in text.split("\n\n"))


def _swapped(claim: Claim, claims: Sequence[Claim], corpus: Corpus, choices: random.Random) -> Claim | None:
    """The first citation, and the quote shown for it, replaced by one of the same part of another recommendation."""
    first = claim.answer.citations[0]
    if first.recommendation is None or f"[{first.n}]" not in _own(claim.answer.text):
        return None
    others = [
        other
        for c in claims
        for other in c.answer.citations[:1]
        if other.recommendation not in (None, *claim.answer.recommendations)
        and other.part is first.part
        and _words(other.quote) != _words(first.quote)
    ]
    if not others:
        return None
    other = replace(choices.choice(others), n=first.n)
    text = claim.answer.text.replace(quote_block(first, corpus), quote_block(other, corpus))
    changed = replace(claim.answer, text=text, citations=(other, *claim.answer.citations[1:]))
    return Claim(changed, "citation", f"{first.passage} -> {other.passage}")


def _words(text: str) -> str:
    return plain(text).strip(" .")
