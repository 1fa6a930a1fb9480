"""The tagger gives what TextBlob's gives, and the look-up what a dictionary would, without reading either whole."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.language.lookup import SortedLines, package_file
from assistant.language.spelling import frequency, is_english
from assistant.language.tagging import compounds, tagged
from evals.items import load_items

WORDS = st.text("abcdefgh'é", min_size=1, max_size=6)


@given(st.sets(WORDS, min_size=1, max_size=40), WORDS)
def test_a_look_up_is_that_of_a_dictionary(words: set[str], sought: str) -> None:
    held = {word: str(n) for n, word in enumerate(words)}
    content = b"a licence\n" + b"".join(sorted(f"{w} {n}\n".encode() for w, n in held.items()))
    lines = SortedLines(content, content.index(b"\n") + 1)
    for word in (*held, sought, "", "zzz"):
        found = lines.after(f"{word} ".encode())
        assert (found.decode() if found is not None else None) == held.get(word)


def test_every_word_of_the_lists_is_found() -> None:
    lexicon = package_file("textblob", "en", "en-lexicon.txt").read_text(encoding="utf-8").split("\n")
    entries = [line.split(" ") for line in lexicon if line.strip() and not line.startswith(";;;")]
    for word, tag in random.Random(1).sample(entries, 3000):
        if word.isalpha():
            assert tagged(word)[0] == (word, tag)


def test_english_words() -> None:
    assert all(map(is_english, ("a", "child", "safeguarding", "zyrtec", "council's")))
    assert not any(map(is_english, ("", "safegarding", "zzzz", "chil")))
    assert frequency("the") > frequency("safeguarding") > frequency("safegarding") == 0
    assert frequency("organise") > 0


@pytest.mark.slow
def test_the_development_questions_are_tagged_as_textblob_tags_them() -> None:
    from textblob.taggers import PatternTagger

    theirs = PatternTagger()
    questions = list(dict.fromkeys(i.question for i in load_items("development")))
    other = [q for q in questions if tuple(map(tuple, theirs.tag(q))) != tagged(q)]
    # Braces, smiles and the like are cut otherwise.
    assert len(other) <= len(questions) / 500


def test_compounds() -> None:
    assert ("social", "worker") in compounds("When will the principal social worker be appointed?")
    assert compounds("") == ()
