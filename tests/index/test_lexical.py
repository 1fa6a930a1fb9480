from __future__ import annotations

import math
from pathlib import Path

import pytest

from index.errors import DamagedIndex, UnwritableIndex
from index.lexical import LexicalIndex, question_tokens, tokens

TEXTS = {
    "five": "Recommendation 5: annual reports",
    "fifteen": "Recommendation 15: a social worker",
    "one": "Recommendation 1: guidance. Recommendation",
    "none": "Kitchens and roads",
}


@pytest.fixture(scope="module")
def words() -> LexicalIndex:
    return LexicalIndex.build(list(TEXTS), list(TEXTS.values()))


def test_figures_and_single_letters_are_words() -> None:
    assert tokens("Recommendation 5, part a: £3.5m in 2011-12") == [
        "recommend", "5", "part", "a", "3", "5m", "in", "2011", "12",
    ]  # fmt: skip


def test_possessives_and_forms_are_one_word() -> None:
    assert tokens("Munro's Munro\u2019s accepted accepting timescales children\u2019s") == [
        "munro", "munro", "accept", "accept", "timescal", "children",
    ]  # fmt: skip


def test_a_question_leaves_out_its_function_words_unless_it_has_no_others() -> None:
    assert question_tokens("When will the LSCBs' reports be sent, and which reports?") == [
        "lscbs",
        "report",
        "sent",
    ]
    assert question_tokens("and when?") == ["and", "when"]
    assert question_tokens(" ?! ") == []


@pytest.mark.parametrize(
    ("question", "first"), [("recommendation 5", "five"), ("what about 15?", "fifteen"), ("1", "one")]
)
def test_a_number_finds_its_recommendation(words: LexicalIndex, question: str, first: str) -> None:
    assert words.search(question_tokens(question), 4)[0][0] == first


def test_only_passages_that_share_a_word_are_found(words: LexicalIndex) -> None:
    assert words.search(["kitchen"], 4)[0] == ["none"]
    assert words.search(["zebra"], 4) == ([], [])
    assert words.search([], 4) == ([], [])
    assert words.search([""], 4) == ([], [])


def test_k_is_a_limit(words: LexicalIndex) -> None:
    assert len(words.search(["recommend"], 2)[0]) == 2
    assert len(words.search(["recommend"], 99)[0]) == 3


def test_scores_are_those_of_the_formula(words: LexicalIndex) -> None:
    documents = [tokens(t) for t in TEXTS.values()]
    mean = sum(map(len, documents)) / len(documents)
    asked = ["recommend", "5"]

    def score(document: list[str]) -> float:
        total = 0.0
        for word in asked:
            holding = sum(word in d for d in documents)
            weight = math.log(1 + (len(documents) - holding + 0.5) / (holding + 0.5))
            often = document.count(word)
            total += weight * often / (often + 1.5 * (1 - 0.75 + 0.75 * len(document) / mean))
        return total

    by_hand = {i: score(d) for i, d in zip(TEXTS, documents, strict=True)}
    found = dict(zip(*words.search(asked, 9), strict=True))
    assert found == pytest.approx({i: s for i, s in by_hand.items() if s > 0}, rel=1e-5)
    assert list(found) == sorted(found, key=lambda i: -by_hand[i])


def test_saved_and_loaded_is_the_same(words: LexicalIndex, tmp_path: Path) -> None:
    words.save(tmp_path / "words")
    loaded = LexicalIndex.load(tmp_path / "words")
    for question in ("recommendation 5", "social worker", "a"):
        assert loaded.search(question_tokens(question), 9) == words.search(question_tokens(question), 9)


def test_one_text_is_enough() -> None:
    assert LexicalIndex.build(["x"], ["Only this"]).search(["onli"], 3)[0] == ["x"]


@pytest.mark.parametrize("name", ["ids.npy", "words.npy", "starts.npy", "rows.npy", "weights.npy"])
@pytest.mark.parametrize("damage", ["missing", "cut"])
def test_a_damaged_file_is_an_error(words: LexicalIndex, tmp_path: Path, name: str, damage: str) -> None:
    words.save(tmp_path / "words")
    path = tmp_path / "words" / name
    path.unlink() if damage == "missing" else path.write_bytes(path.read_bytes()[:10])
    with pytest.raises(DamagedIndex, match=r"Run: assistant index build$"):
        LexicalIndex.load(tmp_path / "words")


def test_a_place_that_takes_no_files_is_an_error(words: LexicalIndex, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UnwritableIndex, match=r"assistant index build$"):
        words.save(tmp_path / "file" / "words")


def test_the_best_of_many_are_those_of_all_in_order() -> None:
    texts = [f"road {'meal ' * (n % 7)} {'school ' * (n % 3)} {n}" for n in range(300)]
    many = LexicalIndex.build([f"p{n}" for n in range(300)], texts)
    everything, scores = many.search(["meal", "school"], 300)
    assert scores == sorted(scores, reverse=True)
    for k in (1, 10, 100):
        assert many.search(["meal", "school"], k) == (everything[:k], scores[:k])


def test_a_word_longer_than_any_is_unknown(words: LexicalIndex) -> None:
    assert words.search(["recommend" * 9], 3) == ([], [])
