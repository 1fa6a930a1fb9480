from __future__ import annotations

import numpy as np
import pytest

from corpus import load
from evals.items import load_items
from index.lexical import LexicalIndex, question_tokens, tokens
from index.open import chunks_of


def test_scores_are_those_of_bm25s_for_every_test_question() -> None:
    bm25s = pytest.importorskip("bm25s")
    chunks = chunks_of(load())
    texts = [c.text for c in chunks]
    ours = LexicalIndex.build([str(i) for i in range(len(texts))], texts)
    reference = bm25s.BM25(method="lucene", k1=1.5, b=0.75)
    reference.index([tokens(t) for t in texts], show_progress=False)
    asked = 0
    for item in load_items("test"):
        words = [w for w in question_tokens(item.question) if w in reference.vocab_dict]
        if not words:
            continue
        wanted = reference.get_scores(words)
        ids, scores = ours.search(words, len(texts))
        found = np.zeros(len(texts))
        found[[int(i) for i in ids]] = scores
        np.testing.assert_allclose(found, wanted, rtol=1e-4, atol=1e-4)
        asked += 1
    assert asked > 100
