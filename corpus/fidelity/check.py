"""The check that an edition holds its source's words in the recorded order, apart from listed corrections."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import CorpusError
from corpus.fidelity.corrected import Corrected, correct
from corpus.fidelity.corrections import Correction, load_corrections
from corpus.fidelity.files import read_edition_text, read_source, source_path
from corpus.fidelity.record import Reading, Run, cover_problems, cut_problems, load_record, read_runs
from corpus.fidelity.words import Words, split_words

_SHOWN = 8
"""Problems of one sort that are spelled out before the rest is counted."""


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """What the check found for one document; the counts are 0 where a file is missing."""

    document: str
    source_words: int
    edition_words: int
    corrections: int
    """Entries of the correction list that concern this document."""
    runs: int
    """Runs of source words in the edition; 1 where it keeps the order of the source."""
    problems: tuple[str, ...]
    """One sentence each; empty where the edition is faithful."""


def check(folder: Path, expected: Mapping[str, str]) -> list[DocumentReport]:
    """Check every document of a corpus folder.

    ``expected`` gives the SHA-256 of each source, by document id. The reports stand in its order; documents
    that it does not name, but that have a file or a correction, are reported after it.

    Raises:
        CorpusError: the list of corrections cannot be read.
    """
    corrections = load_corrections(folder)
    on_disk = [*sorted((folder / "sources").glob("*.txt")), *sorted((folder / "editions").glob("*.md"))]
    documents = dict.fromkeys((*expected, *(path.stem for path in on_disk), *corrections))
    return [_check_files(folder, d, corrections.get(d, ()), expected.get(d)) for d in documents]


def require_faithful(folder: Path, expected: Mapping[str, str]) -> None:
    """Do nothing where every document passes the check. Arguments as for ``check``.

    Raises:
        CorpusError: one does not; the message gives the first problem.
    """
    failing = [report for report in check(folder, expected) if report.problems]
    if failing:
        raise CorpusError(
            f"The corpus at {folder} fails its check: {failing[0].document}: {failing[0].problems[0]}. "
            "Run: assistant corpus check"
        )


def _check_files(
    folder: Path, document: str, corrections: tuple[Correction, ...], digest: str | None
) -> DocumentReport:
    try:
        source = read_source(folder, document)
        edition = split_words(read_edition_text(folder, document))
        runs = load_record(folder, document, source)
    except CorpusError as error:
        return DocumentReport(document, 0, 0, len(corrections), 0, (str(error),))
    raw = source_path(folder, document).read_bytes()
    problems = digest_problems(raw, digest) + check_words(source, edition, corrections, runs)
    return DocumentReport(document, len(source), len(edition), len(corrections), len(runs), tuple(problems))


def digest_problems(raw: bytes, expected: str | None) -> list[str]:
    """Whether a source is the file that the catalogue records."""
    actual = hashlib.sha256(raw).hexdigest()
    if expected is None:
        return [f"the catalogue has no entry for this document (its source has SHA-256 {actual})"]
    if actual != expected:
        return [f"the source was altered: its SHA-256 is {actual}, the catalogue records {expected}"]
    return []


def check_words(
    source: Words, edition: Words, corrections: Iterable[Correction], runs: Sequence[Run]
) -> list[str]:
    """Everything that is wrong between one source and its edition."""
    corrected = correct(source, corrections)
    uncovered = cover_problems(runs, source)
    problems = [*corrected.problems, *count_problems(corrected, edition), *uncovered]
    if uncovered:
        return problems
    return [
        *problems,
        *cut_problems(runs, corrected),
        *order_problems(read_runs(corrected, runs), source, edition),
    ]


def count_problems(corrected: Corrected, edition: Words) -> list[str]:
    """Words that the edition has more or less often than the corrected source."""
    words, origins = corrected.read(0, len(corrected.source))
    given, held = Counter(words), Counter(edition.words)
    if given == held:
        return []
    given_lines: dict[str, list[int]] = defaultdict(list)
    for word, origin in zip(words, origins, strict=True):
        given_lines[word] += [] if origin is None else [corrected.source.lines[origin]]
    held_lines: dict[str, list[int]] = defaultdict(list)
    for word, line in zip(edition.words, edition.lines, strict=True):
        held_lines[word].append(line)
    odd = sorted(word for word in given | held if given[word] != held[word])
    problems = [
        f"“{word}” stands {given[word]} times in the corrected source{_lines(given_lines[word])} and "
        f"{held[word]} times in the edition{_lines(held_lines[word])}"
        for word in odd
    ]
    return _shown(problems, "words differ in number")


def order_problems(reading: Reading, source: Words, edition: Words) -> list[str]:
    """Places at which the edition does not read as the record says."""
    if reading.words == edition.words:
        return []
    pairs = zip(reading.words, edition.words, strict=False)
    differing = [k for k, (given, held) in enumerate(pairs) if given != held]
    if len(reading.words) != len(edition.words):
        differing = differing[:1] or [min(len(reading.words), len(edition.words))]
    problems = [_difference(k, reading, source, edition) for k in differing]
    return _shown(problems, "places differ from the record")


def _difference(k: int, reading: Reading, source: Words, edition: Words) -> str:
    held = (
        f"edition line {edition.lines[k]} reads “{edition.words[k]}”"
        if k < len(edition)
        else "the edition ends"
    )
    if k >= len(reading.words):
        return f"{held} where the record ends"
    origin = reading.origins[k]
    where = f"source line {source.lines[origin]}" if origin is not None else "added by a correction"
    return f"{held} where the record gives “{reading.words[k]}” ({where})"


def _lines(lines: list[int], limit: int = 6) -> str:
    if not lines:
        return ""
    more = ", …" if len(lines) > limit else ""
    return f" (line {', '.join(map(str, lines[:limit]))}{more})"


def _shown(problems: list[str], what: str) -> list[str]:
    if len(problems) <= _SHOWN:
        return problems
    return [*problems[:_SHOWN], f"{len(problems) - _SHOWN} more {what}"]
