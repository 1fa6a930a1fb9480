from __future__ import annotations

import subprocess
import sys
from collections import Counter

import pytest

from assistant.quiz import proof
from assistant.quiz.bank import Bank, make_bank
from assistant.quiz.linter import Severity, lint
from assistant.quiz.model import GAP, TRUE, Difficulty, Item, Kind, Level, Relation, Topic
from assistant.quiz.text import folded, plain
from corpus import Corpus, load
from corpus.corpus import RESPONSE_PARTS
from tests.cli.command import ROOT

HEAVY = "torch sentence_transformers transformers chromadb langchain langchain_core streamlit index"


def test_there_are_enough_items_and_no_two_ask_the_same(items_bank: Bank) -> None:
    items = items_bank.items
    assert len(items) >= 400
    assert len({i.id for i in items}) == len(items)
    single = [i for i in items if i.kind not in (Kind.MATCHING, Kind.ORDERING)]
    assert len({(i.kind, folded(i.stem)) for i in single}) == len(single)


def test_each_recommendation_and_part_has_an_item(items_bank: Bank, corpus: Corpus) -> None:
    covered = Counter((i.recommendation, i.part) for i in items_bank.items)
    missing = [(n, p) for n in corpus.recommendations for p in RESPONSE_PARTS if not covered[n, p]]
    assert not missing


def test_every_kind_topic_level_difficulty_theme_and_document_is_there(
    items_bank: Bank, corpus: Corpus
) -> None:
    items = items_bank.items
    assert {i.kind for i in items} == set(Kind)
    assert {i.topic for i in items} == set(Topic)
    assert {i.level for i in items} == set(Level)
    assert {i.difficulty for i in items} == set(Difficulty)
    assert {i.theme for i in items} >= set(corpus.themes)
    assert {i.document for i in items} == set(corpus.document)


def test_every_item_is_proved_and_none_has_a_hard_flaw(items_bank: Bank, corpus: Corpus) -> None:
    assert not [(i.stem, f) for i in items_bank.items if (f := proof.faults(i, corpus))]
    assert not [f for i in items_bank.items for f in lint(i) if f.severity is Severity.HARD]


def test_hardly_anything_that_is_made_has_to_be_refused(items_bank: Bank) -> None:
    assert len(items_bank.refused) <= 0.02 * len(items_bank.items)


def test_quotes_are_verbatim_and_hold_the_words_of_the_key(items_bank: Bank, corpus: Corpus) -> None:
    """Without the checker: the quote is in the edition, and an answer in the documents' own words is in the quote."""
    for i in items_bank.items:
        for c in i.citations:
            assert corpus.editions[c.document][c.span.start : c.span.end] == c.quote
        assert i.explanation == "\n\n".join(c.quote for c in i.citations)
        if i.kind in (Kind.GAP_FILL, Kind.SHORT_ANSWER):
            assert all(folded(k) in folded(plain(i.explanation)) for k in i.key), i.stem
        if i.kind is Kind.GAP_FILL:
            sentence = i.stem[i.stem.index("“") + 1 : i.stem.rindex("”")].strip("… ")
            assert folded(sentence.replace(GAP, i.key[0])) in folded(plain(i.explanation)), i.stem


def test_a_key_that_names_a_recommendation_cites_it(items_bank: Bank) -> None:
    named = [i for i in items_bank.items if i.kind is Kind.CHOICE and i.key[0].startswith("Recommendation ")]
    assert len(named) > 50
    for i in named:
        number = int(i.key[0].split()[1].rstrip(":"))
        assert i.recommendation == number
        assert {c.recommendation for c in i.citations} == {number}


def test_no_sentence_of_a_gap_reads_well_with_a_wrong_answer(items_bank: Bank, corpus: Corpus) -> None:
    """A wrong answer put into the gap makes words that stand in no document."""
    texts = [folded(p.text) for p in corpus.passages]
    gapped = [i for i in items_bank.items if i.kind is Kind.CHOICE and GAP in i.stem]
    assert len(gapped) > 50
    for i in gapped:
        sentence = i.stem[i.stem.index("“") + 1 : i.stem.rindex("”")].strip("… ")
        for wrong in set(i.options) - set(i.key):
            filled = folded(sentence.replace(GAP, wrong))
            assert not any(filled in t for t in texts), (i.stem, wrong)


def test_about_half_of_the_statements_are_true(items_bank: Bank) -> None:
    found = [i.key == (TRUE,) for i in items_bank.items if i.kind is Kind.TRUE_FALSE]
    assert len(found) > 100
    assert 0.45 < sum(found) / len(found) < 0.55


@pytest.mark.slow
def test_the_same_corpus_gives_the_same_items(items_bank: Bank) -> None:
    again = make_bank(load())
    assert [_shown(i) for i in again.items] == [_shown(i) for i in items_bank.items]


def _shown(item: Item) -> tuple[object, ...]:
    return item.id, item.stem, item.options, item.key, item.pairs, item.explanation


def test_the_json_object_has_the_keys_of_the_contract(items_bank: Bank) -> None:
    keys = "id kind stem options key explanation citations recommendation difficulty level".split()
    for kind in Kind:
        made = next(i for i in items_bank.items if i.kind is kind).as_dict()
        assert list(made) == keys
        assert {"document", "recommendation", "part", "quote", "speaker", "locator", "passage"} <= set(
            made["citations"][0]
        )


@pytest.mark.slow
def test_nothing_heavy_is_loaded_and_it_is_quick() -> None:
    code = (
        "import sys, time\n"
        "from corpus import load\nfrom assistant.quiz.bank import bank\n"
        "from assistant.quiz.choose import Wish, make_quiz\n"
        "start = time.process_time(); b = bank(load()); whole = time.process_time() - start\n"
        "start = time.process_time(); make_quiz(b, Wish(count=20)); twenty = time.process_time() - start\n"
        "start = time.process_time(); make_quiz(b, Wish(count=400)); many = time.process_time() - start\n"
        f"loaded = [m for m in {HEAVY.split()!r} if m in sys.modules]\n"
        "sys.exit(str((loaded, twenty < 1, many < 10, whole < 10)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1] == "([], True, True, True)"


@pytest.mark.parametrize("kind", list(Kind))
def test_stems_say_where_they_are_from(items_bank: Bank, corpus: Corpus, kind: Kind) -> None:
    """A stem can be handed out by itself: it names its document, or gives a sentence whose source is asked."""
    dates = {d.date_text for d in corpus.documents}
    for i in items_bank.items:
        if i.kind is kind:
            asks_source = "Which of these documents" in i.stem or "of the dates that the documents" in i.stem
            named = any(d in i.stem for d in dates) or "Professor Munro" in i.stem
            assert asks_source or named, i.stem


def test_a_name_with_its_post_is_offered_in_no_list(items_bank: Bank) -> None:
    listed = [i for i in items_bank.items if i.claim and i.claim.relation is Relation.LISTED]
    assert listed
    assert not [o for i in listed for o in i.options if " - " in o]
