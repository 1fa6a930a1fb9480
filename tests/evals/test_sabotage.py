"""The suite can fail: spoiled assistants turn it red, and the gate is held against corrupted claims."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant.gate import faults
from assistant.model import Answer
from assistant.opening import open_assistant
from corpus import Corpus, load
from evals.aggregates import aggregates
from evals.cli.asking import asked
from evals.corruptions import CORRUPTIONS
from evals.items import Item
from evals.mutation import Claim, corrupted_claims, prose, tally, true_claims
from evals.opening import Opener
from evals.ratchet import below, read_baseline, sample_name
from evals.running import ask
from evals.sabotage import SPOILS, Asked, figures, sabotages, spoiled
from evals.suites import suites

EVERY = 6
QUESTIONS = (
    "When is recommendation 14 due?",
    "Was recommendation 6 accepted?",
    "Which recommendations were accepted in principle?",
    "What is due by December 2011?",
    "What does recommendation 16 say?",
    "What was Professor Munro's argument for recommendation 10?",
    "timescale of recommendation 12",
)


@pytest.fixture(scope="module")
def guidance() -> Corpus:
    return load()


@pytest.fixture(scope="module")
def answers(guidance: Corpus) -> tuple[Answer, ...]:
    """Real answers that need no index."""
    assistant = open_assistant(guidance)
    return tuple(assistant.ask(question) for question in QUESTIONS)


@pytest.fixture
def two(make_item: Callable[..., Item], right_answer: Answer, refusal: Answer) -> tuple[Asked, ...]:
    absent = make_item(
        id="i3", set="refuse", outcome="not_in_guidance", reason="out_of_range", recommendations=(), places=(),
        evidence=(), dates=(),
    )  # fmt: skip
    return Asked(make_item(), right_answer), Asked(absent, refusal)


@pytest.fixture
def numbered(corpus: Corpus) -> Corpus:
    """The small corpus with two recommendations."""
    numbers = dict.fromkeys((5, 6), next(iter(load().recommendations.values())))
    return replace(corpus, recommendations=numbers)


def test_each_sabotage_does_what_it_says(two: tuple[Asked, ...], numbered: Corpus) -> None:
    made = {name: spoiled(two, spoil, numbered) for name, spoil in SPOILS.items()}
    assert made["dates swapped"][0].answer.text == "**By May 2014.** [1]"
    assert made["recommendation off by one"][0].answer.citations[0].recommendation == 6
    assert made["citations dropped"][0].answer.citations == ()
    assert "[1]" not in made["citations dropped"][0].answer.text
    assert made["always answer"][1].answer.outcome.value == "answered"
    assert made["always answer"][0] == two[0]
    assert made["always refuse"][0].answer.outcome.value == "not_in_guidance"
    assert made["parts shuffled"][0].answer.citations[0].part.value == "narrative"


def test_each_sabotage_is_noticed_and_honesty_is_not(two: tuple[Asked, ...], numbered: Corpus) -> None:
    assert {s.name: s.red for s in sabotages(two, numbered)} == dict.fromkeys(SPOILS, True)
    assert figures(two, numbered) == figures(spoiled(two, lambda a, c: a, numbered), numbered)


def blocks(claim: Claim) -> tuple[str, ...]:
    """The quotes that an answer shows."""
    return tuple(b for b in claim.answer.text.split("\n\n") if b.startswith(">"))


def test_corruptions_change_what_is_said_and_nothing_else(
    answers: tuple[Answer, ...], guidance: Corpus
) -> None:
    true = true_claims(answers, guidance)
    false = tuple(corrupted_claims(true, guidance))
    assert {c.corrupted for c in false} == {*CORRUPTIONS, "citation"}
    quoted = {blocks(c) for c in true}
    said = {c.answer.text for c in true}
    assert all(blocks(c) in quoted for c in false if c.corrupted != "citation")
    assert all(c.answer.text not in said for c in false)
    assert len(set(false)) == len(false)
    assert false == tuple(corrupted_claims(true, guidance))


def test_the_gate_catches_corruptions_and_lets_truth_pass(
    answers: tuple[Answer, ...], guidance: Corpus
) -> None:
    true = true_claims(answers, guidance)
    counts = tally((*true, *corrupted_claims(true, guidance)), faults, guidance)
    false = [t for name, t in counts.items() if name != "true"]
    assert sum(t.flagged for t in false) >= 0.99 * sum(t.n for t in false)
    assert counts["true"].flagged <= 0.02 * counts["true"].n
    assert len(list(prose(guidance))) > 40


def test_a_gate_that_sees_nothing_catches_nothing(answers: tuple[Answer, ...], guidance: Corpus) -> None:
    claims = [Claim(answers[0], "date", ""), Claim(answers[0], None, "")]
    blind = tally(claims, lambda answer, corpus: (), guidance)
    assert {name: (t.flagged, t.n) for name, t in blind.items()} == {"date": (0, 1), "true": (0, 1)}


@pytest.mark.slow
def test_the_real_assistant_holds_the_baseline_and_every_sabotage_is_noticed() -> None:
    opener = Opener(retrieval=False)
    (suite, *_) = suites("test", opener.corpus)
    items = tuple(i for i in suite.items if i.variant is None)[::EVERY]
    opened = opener(replace(suite, items=items))
    lines = [ask(item, suite.name, opened) for item in items]
    assert below(read_baseline(), sample_name("test", True, EVERY), aggregates(lines)) == ()
    answers = asked("test", EVERY * 4, opener)
    assert [s.name for s in sabotages(answers, opener.corpus) if not s.red] == []
