"""The gate by mutation: true answers pass, and answers with one thing changed do not."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

import pytest

from assistant.gate import faults, sentence_faults
from assistant.gate.text import make
from assistant.model import Answer, Citation
from corpus import Corpus
from tests.gate.mutations import claims, corrupted_answers, corruptions

pytestmark = pytest.mark.slow

CAUGHT, FLAGGED = 0.99, 0.005
"""Shares that the gate must reach."""


def _cited(answers: tuple[Answer, ...]) -> list[Citation]:
    return list({c.passage: c for a in answers for c in a.citations}.values())


def _passes(text: str, citation: Citation, corpus: Corpus) -> bool:
    return not sentence_faults(make(text), (citation,), corpus, "", frame=False)


def test_true_answers_pass(answers: tuple[Answer, ...], corpus: Corpus) -> None:
    flagged = {a.question: found for a in answers if (found := faults(a, corpus))}
    assert len(answers) >= 100
    assert len(flagged) <= FLAGGED * len(answers), flagged


def test_corrupted_answers_are_caught(answers: tuple[Answer, ...], corpus: Corpus) -> None:
    chance = random.Random(7)
    tried: Counter[str] = Counter()
    passed: list[tuple[str, str]] = []
    for answer in answers:
        for made, wrong in corrupted_answers(answer, corpus, chance):
            tried[made.kind] += 1
            if not faults(wrong, corpus):
                passed.append((made.kind, made.after))
    assert sum(tried.values()) >= 500
    assert {"date", "recommendation", "status", "role", "negation", "citation", "quote", "place"} <= set(
        tried
    )
    assert len(passed) <= (1 - CAUGHT) * sum(tried.values()), passed


def test_claims_in_the_words_of_their_quote_pass(answers: tuple[Answer, ...], corpus: Corpus) -> None:
    made = [(claim, c) for c in _cited(answers) for claim in claims(c)]
    flagged = [claim for claim, c in made if not _passes(claim, c, corpus)]
    assert len(made) >= 100
    assert len(flagged) <= FLAGGED * len(made), flagged


def test_corrupted_claims_are_caught(answers: tuple[Answer, ...], corpus: Corpus) -> None:
    chance = random.Random(11)
    made = [
        (m, c) for c in _cited(answers) for claim in claims(c) for m in corruptions(claim, corpus, chance)
    ]
    passed = [m for m, c in made if _passes(m.after, c, corpus)]
    assert len(made) >= 200
    assert len(passed) <= (1 - CAUGHT) * len(made), passed


def test_claims_that_cite_another_passage_are_caught(answers: tuple[Answer, ...], corpus: Corpus) -> None:
    cited = _cited(answers)
    chance = random.Random(13)
    for citation in cited:
        others = [c for c in cited if c.recommendation != citation.recommendation]
        for claim in claims(citation):
            other = chance.choice(others)
            words = claim.rpartition(" [")[0]
            if words.rstrip(".") not in other.quote:
                assert not _passes(claim, replace(other, n=citation.n), corpus), (claim, other.quote)
