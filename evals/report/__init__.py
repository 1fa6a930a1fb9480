"""The report of a run: one HTML file that needs nothing else, with plots and every failing item."""

from evals.report.html import report_html, write_report

__all__ = ["report_html", "write_report"]
