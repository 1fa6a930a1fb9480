"""Whether a question ranks recommendations by something that no record holds ("the most urgent one")."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.language.phrases import Phrases
from assistant.language.tagging import is_adjective, tags
from assistant.library.library import Library
from assistant.question.facets import Want
from assistant.question.question import Question

#: A superlative of recommendations themselves (REVIEWER: of the one who makes them): it ends the question, or stands before them or those of whom they are thought so.
_RANKED = Phrases(
    r"(?:most|least) (?P<how>\w+)|(?P<one>\w{2,}(?:est|st))",
    before=r"\b(?:the|her|his|their|as|REVIEWER['’]s|be|is|are) (?:very |single )?",
    after=r"(?=\W*$|,| (?:of (?:all|them|the|these|those|her|REVIEWER['’]s)|(?:\w+ )?(?:recommendation|rec|one|proposal)s?"
    r"|to (?:her|REVIEWER|ministers|the government)|and why)\b)",
)


@lru_cache
def _ranked(reviewer: str) -> Phrases:
    return _RANKED.of({"REVIEWER": reviewer})


def unheld_ranking(question: Question, library: Library) -> str | None:
    """The superlative by which a question ranks recommendations though nothing said of any says it; None where there is none."""
    if question.has(Want.EARLIEST, Want.LATEST, Want.ORDER) or question.whens:
        return None
    match = _ranked(library.reviewer.pattern).search(question.focus)
    if match is None or not _superlative(match, question.focus):
        return None
    words = (match["one"] or f"{match[0].split()[-2]} {match['how']}").lower()
    said = re.compile(rf"\b{re.escape(words)}\b", re.IGNORECASE)
    told = any(said.search(u.passage.text) for u in library.units if u.passage.recommendation is not None)
    return None if told else words


def _superlative(match: re.Match[str], text: str) -> bool:
    kinds = tags(text)
    if match["one"]:
        return kinds.get(match["one"].lower()) in ("JJS", "RBS")
    return is_adjective(kinds.get(match["how"].lower(), "JJ"))
