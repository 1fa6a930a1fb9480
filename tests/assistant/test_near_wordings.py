"""Wordings of everyday English that come near each other in meaning: they bring a passage nearer, and say nothing."""

from __future__ import annotations

from assistant.evidence.matcher import Matcher
from assistant.language.vocabulary import Term, load_vocabulary, phrase, terms
from assistant.language.words import words
from assistant.library.library import supports
from assistant.prepared import Prepared
from assistant.question.question import read


def _terms(text: str) -> dict[str, Term]:
    return {t.text: t for t in terms(words(text), load_vocabulary())}


def test_an_idiom_is_one_term_with_what_it_comes_near_to() -> None:
    found = _terms("zebras slipping out of the blue")
    assert phrase("unannounced") in found["out blue"].near
    assert phrase("paperwork") not in found["out blue"].near


def test_small_words_alone_make_no_term() -> None:
    assert phrase("look into") in load_vocabulary().near
    assert _terms("who would look into it") == {}


def test_a_wording_that_means_the_same_is_not_listed_as_near() -> None:
    found = _terms("red tape")["red tape"]
    assert phrase("bureaucracy") in found.alternatives
    assert not found.near & found.alternatives


def test_what_only_comes_near_does_not_say_a_term() -> None:
    found = _terms("spot check")["spot check"]
    assert supports(frozenset(phrase("unannounced")), found) == 0.0
    assert supports(frozenset(phrase("spot check")), found) == 1.0


def test_it_brings_passages_nearer_for_less_than_the_word_itself(ready: Prepared) -> None:
    at = ready.library.scopes.own
    said = Matcher(read("spot check", ready.library, ready.speller), ready.library).coverages(at, near=0.5)
    plain = Matcher(read("spot check", ready.library, ready.speller), ready.library).coverages(at)
    own = Matcher(read("unannounced", ready.library, ready.speller), ready.library).coverages(at)
    assert said.max() == 0.5 > plain.max()
    assert set(said[own == 1.0]) == {0.5}


def test_it_tells_the_better_of_two_sentences_where_neither_says_a_term(ready: Prepared) -> None:
    matcher = Matcher(read("spot check", ready.library, ready.speller), ready.library)
    visited, counted = frozenset(phrase("unannounced visits")), frozenset(phrase("yearly counts"))
    assert matcher.coverage(visited) == matcher.coverage(counted) == 0.0
    assert matcher.coverage(visited, near=0.5) == 0.5 > matcher.coverage(counted, near=0.5) == 0.0
