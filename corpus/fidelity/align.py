"""Write the record of a document's reading order anew, after its edition was changed."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import CorpusError
from corpus.fidelity.check import count_problems
from corpus.fidelity.corrected import correct
from corpus.fidelity.corrections import load_corrections
from corpus.fidelity.files import read_edition_text, read_source
from corpus.fidelity.record import Run, save_record
from corpus.fidelity.tiling import find_runs
from corpus.fidelity.words import split_words


def align(folder: Path, document: str) -> tuple[Run, ...]:
    """Find the runs of source words that make up an edition, and record them.

    A single run is not recorded: without a record, an edition keeps the order of its source. The check still
    objects to a run that begins in the middle of a source line, unless a reorder correction lists the line.

    Raises:
        CorpusError: the document is unknown, or edition and source differ in words; nothing is written then.
    """
    source = read_source(folder, document)
    edition = split_words(read_edition_text(folder, document))
    corrected = correct(source, load_corrections(folder).get(document, ()))
    problems = [*corrected.problems, *count_problems(corrected, edition)]
    if problems:
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise CorpusError(f"Cannot align {document}: {problems[0]}{more}. Run: assistant corpus check")
    runs = find_runs(corrected, edition.words)
    if runs is None:
        raise CorpusError(
            f"Cannot align {document}: its edition parts words that a correction holds together. "
            "Run: assistant corpus check"
        )
    save_record(folder, document, runs)
    return tuple(runs)
