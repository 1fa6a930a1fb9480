"""The fidelity check passes on the corpus as it is, and fails on every way of damaging it."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.catalogue import DATA, load_catalogue
from corpus.errors import CorpusError
from corpus.fidelity import DocumentReport, align, check, line_finder, source_lines
from corpus.fidelity.check import check_words
from corpus.fidelity.corrections import Correction, Kind, load_corrections
from corpus.fidelity.files import read_edition_text, read_source
from corpus.fidelity.record import Run, load_record, make_run, record_path, save_record
from corpus.fidelity.words import Words, split_words
from corpus.model import Span

RESPONSE = "government-response"
DOCUMENTS = (
    "government-response",
    "letter-to-councils",
    "letter-to-nhs",
    "press-release",
    "committee-briefing",
)
DIGESTS = {d.id: d.sha256 for d in load_catalogue(DATA)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def report(folder: Path, document: str = RESPONSE) -> DocumentReport:
    return next(r for r in check(folder, DIGESTS) if r.document == document)


def edit(folder: Path, change: Callable[[str], str], document: str = RESPONSE) -> None:
    path = folder / "editions" / f"{document}.md"
    before = path.read_text(encoding="utf-8")
    after = change(before)
    assert after != before
    path.write_text(after, encoding="utf-8")


def heading(text: str, number: int) -> int:
    found = re.search(rf"^#+ Recommendation {number}$", text, re.MULTILINE)
    assert found
    return found.start()


def in_recommendation(text: str, number: int, old: str, new: str) -> str:
    """Change the only occurrence of a text within one recommendation."""
    start = heading(text, number)
    end = text.find("# Recommendation ", start + 20)
    section = text[start : end if end > 0 else None]
    assert section.count(old) == 1
    return text[:start] + section.replace(old, new) + text[start + len(section) :]


# The corpus as it is


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_edition_is_faithful(document: str) -> None:
    found = report(DATA, document)
    assert found.problems == ()
    assert found.source_words > 300


def test_the_response_is_read_in_few_long_runs() -> None:
    assert report(DATA).runs == len(load_record(DATA, RESPONSE, read_source(DATA, RESPONSE))) <= 150
    assert all(report(DATA, d).runs == 1 for d in DOCUMENTS if d != RESPONSE)


def test_no_correction_changes_a_figure() -> None:
    for correction in load_corrections(DATA)[RESPONSE]:
        if correction.replacement:
            old, new = (re.findall(r"\d", " ".join(w)) for w in (correction.words, correction.replacement))
            assert old == new


def test_the_recorded_order_is_what_the_aligner_finds(folder: Path) -> None:
    path = record_path(folder, RESPONSE)
    recorded = path.read_text(encoding="utf-8")
    path.unlink()
    align(folder, RESPONSE)
    assert path.read_text(encoding="utf-8") == recorded


# Damage to an edition


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("by July 2012. A young", "by about July 2012. A young", "about"),
        ("will also be produced", "will be produced", "also"),
        ("by July 2012. A young", "by June 2012. A young", "June"),
        ("fully embedded", "Fully embedded", "Fully"),
        ("be produced. An", "be produced, An", "produced,"),
    ],
    ids=["added", "lost", "changed", "case", "punctuation"],
)
def test_a_word_added_lost_or_changed_is_named(folder: Path, old: str, new: str, named: str) -> None:
    edit(folder, lambda text: in_recommendation(text, 1, old, new))
    problems = report(folder).problems
    assert any(f"“{named}” stands" in p for p in problems)
    assert any(p.startswith("edition line ") for p in problems)
    assert report(folder, "press-release").problems == ()


def exchange_dates(text: str) -> str:
    text = in_recommendation(text, 12, "by summer 2012.", "by summer 2011.")
    return in_recommendation(text, 7, "in autumn 2011.", "in autumn 2012.")


def test_two_dates_exchanged_between_recommendations_are_named_with_their_source_lines(folder: Path) -> None:
    edit(folder, exchange_dates)
    problems = report(folder).problems
    assert not any("stands" in p for p in problems), "the words are the same, the same number of times"
    assert [
        re.findall(r"reads “(.+?)” where the record gives “(.+?)” \(source line (\d+)\)", p) for p in problems
    ] == [
        [("2011.", "2012.", "379")],
        [("2012.", "2011.", "476")],
    ]


def test_aligning_anew_does_not_bless_exchanged_dates(folder: Path) -> None:
    edit(folder, exchange_dates)
    align(folder, RESPONSE)
    problems = report(folder).problems
    assert any("in the middle of source line 379" in p for p in problems)
    assert any("in the middle of source line 476" in p for p in problems)


def test_two_paragraphs_exchanged_are_found(folder: Path) -> None:
    def exchange(text: str) -> str:
        first, second = "tel: 0370 0012345 ministers@education.gsi.gov.uk", "13 July 2011"
        return text.replace(first, "FIRST").replace(second, first).replace("FIRST", second)

    edit(folder, exchange, "letter-to-councils")
    assert report(folder, "letter-to-councils").problems


@lru_cache
def texts(document: str) -> tuple[Words, str, Words, tuple[Correction, ...], tuple[Run, ...]]:
    source, edition = read_source(DATA, document), read_edition_text(DATA, document)
    corrections = load_corrections(DATA).get(document, ())
    return source, edition, split_words(edition), corrections, load_record(DATA, document, source)


@st.composite
def mutations(draw: st.DrawFn) -> tuple[str, str]:
    """A document and its edition with one word deleted, doubled, added, changed or exchanged with another."""
    document = draw(st.sampled_from(DOCUMENTS))
    _, text, words, _, _ = texts(document)
    k = draw(st.integers(0, len(words) - 1))
    start, end, word = words.starts[k], words.ends[k], text[words.starts[k] : words.ends[k]]
    other = draw(st.integers(0, len(words) - 1).filter(lambda i: words.words[i] != words.words[k]))
    kind = draw(st.sampled_from(["delete", "double", "insert", "replace", "case", "shorten", "exchange"]))
    if kind == "exchange":
        (a, b), (c, d) = sorted([(start, end), (words.starts[other], words.ends[other])])
        return document, text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]
    new = {
        "delete": "",
        "double": f"{word} {word}",
        "insert": f"{word} {draw(st.sampled_from(['not', '2013', 'July', 'reject']))}",
        "replace": words.words[other],
        "case": word.swapcase() if word.swapcase() != word else f"{word}x",
        "shorten": word.strip("*")[:-1],
    }[kind]
    return document, text[:start] + new + text[end:]


@given(mutations())
@settings(max_examples=150, deadline=None)
def test_any_change_of_a_single_word_is_caught(mutation: tuple[str, str]) -> None:
    document, mutated = mutation
    source, _, _, corrections, runs = texts(document)
    assert check_words(source, split_words(mutated), corrections, runs)


# Corrections


def entries(folder: Path) -> list[dict[str, object]]:
    loaded = yaml.safe_load((folder / "corrections.yaml").read_text(encoding="utf-8"))
    assert isinstance(loaded, list)
    return loaded


def write_entries(folder: Path, content: list[dict[str, object]]) -> None:
    (folder / "corrections.yaml").write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")


@pytest.mark.slow
def test_every_correction_is_needed(folder: Path) -> None:
    whole = entries(folder)
    for k in range(len(whole)):
        write_entries(folder, whole[:k] + whole[k + 1 :])
        assert report(folder).problems, whole[k]


@pytest.mark.parametrize(
    ("line", "words", "problem"),
    [
        (13, "nobody wrote this", "0 times"),
        (204, "guality", "touches words that another one changes"),
        (14, "Few things", r"0 times on source line 14, not once \(found on line 13\)"),
        (13, "the", "stands 4 times on source line 13, not once"),
    ],
    ids=["not in the source", "used already", "wrong line", "fits more than once"],
)
def test_a_correction_that_does_not_fit_once_is_a_failure(
    folder: Path, line: int, words: str, problem: str
) -> None:
    extra = {"document": RESPONSE, "kind": "omit", "line": line, "words": words, "reason": "test"}
    write_entries(folder, [*entries(folder), extra])
    assert any(re.search(problem, p) for p in report(folder).problems)


def test_a_reorder_that_no_run_uses_is_a_failure(folder: Path) -> None:
    extra = {"document": RESPONSE, "kind": "reorder", "line": 13, "reason": "test"}
    write_entries(folder, [*entries(folder), extra])
    assert report(folder).problems == (
        "unused correction: reorder at source line 13: no run begins within it",
    )


def test_a_misprint_left_in_the_edition_is_a_failure(folder: Path) -> None:
    edit(folder, lambda text: text.replace("timeliness, quality of", "timeliness, guality of"))
    assert any("“guality” stands 0 times in the corrected source" in p for p in report(folder).problems)


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "improve"},
        {"kind": "omit", "with": "more"},
        {"line": "12"},
        {"line": 0},
        {"reason": " "},
        {"words": 13},
        {"kind": "split", "words": "child- centred", "with": "child-centred"},
        {"kind": "join", "words": "2011 2", "with": "20122"},
        {"kind": "replace", "words": "a b", "with": "ab"},
        {"kind": "replace", "words": "same", "with": "same"},
    ],
    ids=lambda change: " ".join(f"{k}={v}" for k, v in change.items()),
)
def test_a_malformed_entry_is_an_error_that_names_it(folder: Path, change: dict[str, object]) -> None:
    entry = {"document": RESPONSE, "kind": "omit", "line": 13, "words": "Few", "reason": "test"}
    write_entries(folder, [entry | change])
    with pytest.raises(CorpusError, match=r"entry 1: .*assistant corpus check"):
        check(folder, DIGESTS)


# Sources, records and missing files


def test_an_altered_source_is_found_even_where_no_word_changes(folder: Path) -> None:
    path = folder / "sources" / "letter-to-nhs.txt"
    path.write_bytes(path.read_bytes() + b"\n")
    (problem,) = report(folder, "letter-to-nhs").problems
    assert "the source was altered" in problem
    assert DIGESTS["letter-to-nhs"] in problem


def test_a_file_that_the_catalogue_does_not_know_is_found(folder: Path) -> None:
    for place in ("sources/note.txt", "editions/note.md"):
        (folder / place).write_text("A note.\n", encoding="utf-8")
    (problem,) = report(folder, "note").problems
    assert "the catalogue has no entry" in problem
    assert hashlib.sha256(b"A note.\n").hexdigest() in problem


@pytest.mark.parametrize("place", ["sources/press-release.txt", "editions/press-release.md"])
def test_a_missing_file_is_found(folder: Path, place: str) -> None:
    (folder / place).unlink()
    (problem,) = report(folder, "press-release").problems
    assert place in problem


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        (lambda runs: runs[1:], "in no run"),
        (lambda runs: [*runs, runs[-1]], "overlaps"),
        (lambda runs: [*runs[:-1], runs[-1] | {"end": 10**9}], "out of range"),
        (lambda runs: [runs[0] | {"text": "something else"}, *runs[1:]], "is not “something else”"),
        (lambda runs: [runs[1], runs[0], *runs[2:]], "where the record gives"),
    ],
    ids=["lost", "twice", "out of range", "misdescribed", "exchanged"],
)
def test_a_damaged_record_is_found(
    folder: Path, damage: Callable[[list[dict[str, object]]], object], problem: str
) -> None:
    path = record_path(folder, RESPONSE)
    content = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(content | {"runs": damage(content["runs"])}), encoding="utf-8")
    assert any(problem in p for p in report(folder).problems)


@pytest.mark.parametrize("text", ["", "[]", '{"document": "other", "runs": []}', '{"document": 1}'])
def test_a_record_that_cannot_be_read_is_a_problem_with_its_remedy(folder: Path, text: str) -> None:
    record_path(folder, RESPONSE).write_text(text, encoding="utf-8")
    (problem,) = report(folder).problems
    assert problem.endswith(f"Run: assistant corpus align {RESPONSE}")


# Aligning


def make_corpus(folder: Path, source: str, edition: str) -> None:
    for place, text in (("sources/note.txt", source), ("editions/note.md", edition)):
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        (folder / place).write_text(text, encoding="utf-8")


def note_problems(folder: Path, source: str) -> tuple[str, ...]:
    return check(folder, {"note": hashlib.sha256(source.encode()).hexdigest()})[0].problems


LINES = st.lists(st.text("abc ", min_size=1, max_size=9).filter(str.strip), min_size=1, max_size=12)


@given(LINES.flatmap(lambda lines: st.tuples(st.just(lines), st.permutations(lines))))
@settings(max_examples=100, deadline=None)
def test_whatever_is_moved_is_aligned_and_traced(
    tmp_path_factory: pytest.TempPathFactory, texts: tuple[list[str], list[str]]
) -> None:
    lines, moved = texts
    folder = tmp_path_factory.mktemp("corpus")
    source, edition = "\n".join(lines), "\n\n".join(f"- {line}" for line in moved)
    make_corpus(folder, source, edition)
    align(folder, "note")
    problems = [p for p in note_problems(folder, source) if "in the middle of source line" not in p]
    assert problems == []
    finder = line_finder(folder, "note", edition)
    words = split_words(edition)
    for start, end, word in zip(words.starts, words.ends, words.words, strict=True):
        (line,) = finder(Span(start, end))
        assert word in lines[line - 1].split()


def test_aligning_refuses_other_words_and_writes_nothing(folder: Path) -> None:
    recorded = record_path(folder, RESPONSE).read_bytes()
    edit(folder, lambda text: text.replace("by late 2012", "by early 2012"))
    with pytest.raises(CorpusError, match=r"“early” stands .*Run: assistant corpus check"):
        align(folder, RESPONSE)
    assert record_path(folder, RESPONSE).read_bytes() == recorded


def test_aligning_refuses_an_unknown_document(folder: Path) -> None:
    with pytest.raises(CorpusError, match="minutes"):
        align(folder, "minutes")


def test_aligning_a_document_in_order_leaves_no_record(tmp_path: Path) -> None:
    make_corpus(tmp_path, "one two\nthree", "three\n\none two")
    assert [(run.start, run.end) for run in align(tmp_path, "note")] == [(2, 3), (0, 2)]
    assert record_path(tmp_path, "note").exists()
    make_corpus(tmp_path, "one two\nthree", "one\n\ntwo three")
    assert len(align(tmp_path, "note")) == 1
    assert not record_path(tmp_path, "note").exists()


def test_rows_that_repeat_a_heading_keep_their_own(tmp_path: Path) -> None:
    source = "Argument\tResponse\nfirst why\tfirst what\nArgument\tResponse\nsecond why\tsecond what"
    edition = (
        "Argument\n\nfirst why\n\nResponse\n\nfirst what\n\nArgument\n\nsecond why\n\nResponse\n\nsecond what"
    )
    make_corpus(tmp_path, source, edition)
    align(tmp_path, "note")
    assert note_problems(tmp_path, source) == ()
    finder = line_finder(tmp_path, "note", edition)
    second = edition.rindex("Response")
    assert finder(Span(edition.index("Response"), edition.index("first what") + 3)) == (1, 2)
    assert finder(Span(second, second + 8)) == (3,)


def test_corrections_of_every_kind_move_with_their_words(tmp_path: Path) -> None:
    source = "Page 1\nwell- known facts\tHeading\nthe cat;dog guality\nbody"
    edition = "# Heading\n\n## Part\n\nwell-known **facts**\n\nthe cat; dog quality\n\n> body"
    make_corpus(tmp_path, source, edition)
    common = {"document": "note", "reason": "test"}
    write_entries(
        tmp_path,
        [
            common | {"kind": "omit", "line": 1, "words": "Page 1"},
            common | {"kind": "add", "line": 2, "words": "Part", "before": "well- known"},
            common | {"kind": "join", "line": 2, "words": "well- known", "with": "well-known"},
            common | {"kind": "split", "line": 3, "words": "cat;dog", "with": "cat; dog"},
            common | {"kind": "replace", "line": 3, "words": "guality", "with": "quality"},
        ],
    )
    align(tmp_path, "note")
    assert note_problems(tmp_path, source) == ()
    finder = line_finder(tmp_path, "note", edition)
    part = edition.index("Part")
    assert finder(Span(part, part + 4)) == ()
    assert finder(Span(edition.index("**"), edition.index("quality") + 7)) == (2, 3)


def test_words_that_a_correction_holds_together_cannot_be_parted(tmp_path: Path) -> None:
    source = "the cat;dog barks"
    make_corpus(tmp_path, source, "dog barks\n\nthe cat;")
    entry = {
        "document": "note",
        "kind": "split",
        "line": 1,
        "words": "cat;dog",
        "with": "cat; dog",
        "reason": "x",
    }
    write_entries(tmp_path, [entry])
    with pytest.raises(CorpusError, match="parts words that a correction holds together"):
        align(tmp_path, "note")


def test_a_run_that_begins_inside_corrected_words_is_found(tmp_path: Path) -> None:
    source = "one\nchild-\ncentred"
    make_corpus(tmp_path, source, "child-centred\n\none")
    entry = {
        "document": "note",
        "kind": "join",
        "line": 2,
        "words": "child- centred",
        "with": "child-centred",
    }
    write_entries(tmp_path, [entry | {"reason": "test"}])
    align(tmp_path, "note")
    assert note_problems(tmp_path, source) == ()
    words = read_source(tmp_path, "note")
    save_record(tmp_path, "note", [make_run(words, 1, 2), make_run(words, 2, 3), make_run(words, 0, 1)])
    assert any("begins inside corrected words on source line 3" in p for p in note_problems(tmp_path, source))


def test_an_addition_cannot_hang_on_words_that_are_left_out(tmp_path: Path) -> None:
    source = "Page 1\nbody"
    make_corpus(tmp_path, source, "Title body")
    common = {"document": "note", "line": 1, "reason": "test"}
    write_entries(
        tmp_path,
        [
            common | {"kind": "add", "words": "Title", "before": "Page 1"},
            common | {"kind": "omit", "words": "Page 1"},
        ],
    )
    assert any("touches words that another one changes" in p for p in note_problems(tmp_path, source))


# Source lines


def test_only_words_within_the_span_count(tmp_path: Path) -> None:
    make_corpus(tmp_path, "one\ntwo\nthree", "one two three")
    finder = line_finder(tmp_path, "note", "one two three")
    assert finder(Span(3, 7)) == (2,)
    assert finder(Span(3, 8)) == (2,)
    assert finder(Span(2, 5)) == (1, 2)
    assert finder(Span(3, 4)) == ()


def test_every_word_stands_on_its_source_line() -> None:
    corrected = {
        w for c in load_corrections(DATA)[RESPONSE] if c.kind is not Kind.OMIT for w in c.replacement
    }
    for document in DOCUMENTS:
        source, edition = read_source(DATA, document), read_edition_text(DATA, document)
        finder, words = line_finder(DATA, document, edition), split_words(edition)
        for start, end, word in zip(words.starts, words.ends, words.words, strict=True):
            for line in finder(Span(start, end)):
                assert word in corrected or word in [source.words[i] for i in source.on_line(line)]


@pytest.mark.parametrize(
    ("after", "text", "lines"),
    [
        (1, "Government response – Accept", (201,)),
        (1, "stay child-centred.", (212,)),
        (13, "Government response - Accept.", (324,)),
        (11, "Government response - Accept.", (342,)),
        (14, "adapting in consequence.", (399, 400)),
        (3, "Recommendation 3\n", ()),
        (9, "Further consideration will be given over the summer", (502,)),
    ],
)
def test_lines_of_passages_known_by_hand(after: int, text: str, lines: tuple[int, ...]) -> None:
    edition = read_edition_text(DATA, RESPONSE)
    start = edition.index(text, heading(edition, after))
    assert source_lines(DATA, RESPONSE, Span(start, start + len(text))) == lines


def test_lines_are_refused_for_an_edition_that_does_not_match(folder: Path) -> None:
    edition = read_edition_text(folder, "press-release")
    with pytest.raises(CorpusError, match="assistant corpus check"):
        line_finder(folder, "press-release", edition + " more")


# Words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("## 1. A *title*,", ["1.", "A", "title,"]),
        ("- o the **quality of** it", ["the", "quality", "of", "it"]),
        ("  • Tim - Chair", ["Tim", "-", "Chair"]),
        ("> quoted\n>\n> more", ["quoted", "more"]),
        ("<b>Title:</b>\tA <i>system</i> <u>.</u>", ["Title:", "A", "system", "."]),
        ("o is a word here", ["o", "is", "a", "word", "here"]),
        ("less < more", ["less", "<", "more"]),
        ("#hash -dash", ["#hash", "-dash"]),
        ("", []),
    ],
)
def test_marks_that_are_not_words_are_left_out(text: str, words: list[str]) -> None:
    assert split_words(text).words == words


def test_lines_and_cells_are_counted_as_an_editor_does() -> None:
    found = split_words("one two\tthree\n\n\ffour\n- five")
    assert found.lines == [1, 1, 1, 3, 4]
    assert found.breaks == {0, 2, 3, 4}


@given(st.text("ab*-># \t\n•o", max_size=60))
@settings(max_examples=200)
def test_spans_hold_their_words(text: str) -> None:
    found = split_words(text)
    for word, start, end, line in zip(found.words, found.starts, found.ends, found.lines, strict=True):
        assert text[start:end].replace("*", "") == word
        assert text.count("\n", 0, start) + 1 == line
