"""Proof that the editions hold the words of their sources, and the way back from an edition to its source."""

from corpus.fidelity.align import align
from corpus.fidelity.check import DocumentReport, check, require_faithful
from corpus.fidelity.lines import line_finder, source_lines

__all__ = ["DocumentReport", "align", "check", "line_finder", "require_faithful", "source_lines"]
