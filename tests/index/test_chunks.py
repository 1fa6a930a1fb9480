from __future__ import annotations

from dataclasses import replace

from corpus import load
from corpus.model import Part, Passage, PassageKind
from index.chunks import Chunk, Titles, chunks_digest, heading_path, make_chunks
from index.models import bundled_embedder
from index.open import chunks_of


def test_a_chunk_a_passage_in_order(passages: tuple[Passage, ...], chunks: tuple[Chunk, ...]) -> None:
    assert [c.passage_id for c in chunks] == [p.id for p in passages]


def test_the_words_come_first_then_headings_then_lead_in(chunks: tuple[Chunk, ...]) -> None:
    item = next(c for c in chunks if "cycle path" in c.text)
    assert item.text.splitlines() == [
        "the surface of every cycle path;",
        "Recommendation 6: Road repairs. What is recommended",
        "The response",
        "Councils should survey:",
    ]


def test_a_response_carries_its_status(chunks: tuple[Chunk, ...]) -> None:
    cooks = next(c for c in chunks if "cooks" in c.text)
    assert "Recommendation 5: School meals. Government response - Accept in principle." in cooks.text


def test_a_status_line_is_not_said_twice(passages: tuple[Passage, ...], titles: Titles) -> None:
    line = next(p for p in passages if p.part is Part.GOVERNMENT_RESPONSE)
    line = replace(line, kind=PassageKind.STATUS_LINE, text=line.headings[-1])
    assert make_chunks([line], titles)[0].text.count("Accept in principle") == 1


def test_a_heading_over_a_whole_document_is_left_out(chunks: tuple[Chunk, ...]) -> None:
    assert chunks[0].text.splitlines()[1:] == ["Foreword", "The response"]


def test_no_titles_leave_ids_and_numbers(passages: tuple[Passage, ...]) -> None:
    path = heading_path(passages[1], Titles({}, {}))
    assert path == ("response", "Recommendation 5", "What is recommended")


def test_emphasis_is_not_embedded(passages: tuple[Passage, ...], titles: Titles) -> None:
    bold = replace(passages[0], text="the **timeliness**,  *quality*")
    assert make_chunks([bold], titles)[0].text.startswith("the timeliness, quality\n")


def test_the_digest_tells_every_change(chunks: tuple[Chunk, ...]) -> None:
    first, *rest = chunks
    changed = [
        (replace(first, text=first.text + "."), *rest),
        (replace(first, passage_id=first.passage_id + "x"), *rest),
        (*rest, first),
        tuple(rest),
        (Chunk(first.passage_id + first.text[0], first.text[1:]), *rest),
    ]
    digests = {chunks_digest(c) for c in (chunks, *changed)}
    assert len(digests) == 1 + len(changed)


def test_the_model_reads_the_words_of_every_passage_of_the_corpus() -> None:
    from tokenizers import Tokenizer

    corpus = load()
    tokenizer = Tokenizer.from_file(str(bundled_embedder().folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    for passage, chunk in zip(corpus.passages, chunks_of(corpus), strict=True):
        words = " ".join(passage.text.replace("*", "").split())
        assert chunk.text.startswith(words)
        assert len(tokenizer.encode(words).ids) <= 256, passage.id
