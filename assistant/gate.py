"""The gate: nothing passes that the editions do not hold. It fails closed."""

from __future__ import annotations

import re

from assistant.answers.asked import Asked
from assistant.answers.compose import compose
from assistant.answers.refusals import refuse
from assistant.model import Answer, Citation, Outcome, Reason
from corpus import Corpus
from corpus.dates import find_whens

_MARKER = re.compile(r"\[(\d+)\]")


def gate(answer: Answer, asked: Asked, corpus: Corpus) -> Answer:
    """The answer, if every quote is verbatim and every date and marker of its text is carried by a quote; else a refusal."""
    if answer.outcome is not Outcome.ANSWERED or not faults(answer, corpus):
        return answer
    return compose(answer.question, refuse(asked, Reason.NOT_IN_DOCUMENTS), corpus)


def faults(answer: Answer, corpus: Corpus) -> tuple[str, ...]:
    """What is wrong with an answer, one line each; empty where it may be shown."""
    made = [f"quote {c.n} is not in {c.document}" for c in answer.citations if not verbatim(c, corpus)]
    shown = {c.n for c in answer.citations}
    made += [f"marker [{n}] has no quote" for n in _MARKER.findall(answer.text) if int(n) not in shown]
    quoted = " ".join(_plain(c.quote) for c in answer.citations)
    made += [f"date {d.wording!r} is in no quote" for d in answer.dates if _plain(d.wording) not in quoted]
    made += [f"the text's date {w!r} is in no quote" for w in own_dates(answer) if w not in quoted]
    return tuple(made)


def verbatim(citation: Citation, corpus: Corpus) -> bool:
    """Whether a quote stands in its edition where it is said to, inside its passage."""
    edition = corpus.editions.get(citation.document, "")
    passage = corpus.by_id.get(citation.passage)
    return (
        passage is not None
        and bool(citation.quote)
        and edition[citation.span.start : citation.span.end] == citation.quote
        and passage.place.span.start <= citation.span.start
        and citation.span.end <= passage.place.span.end
        and (passage.recommendation, passage.part) == (citation.recommendation, citation.part)
    )


def own_dates(answer: Answer) -> tuple[str, ...]:
    """Date wordings in the answer's own sentences: outside its quotes, its places and the standing notice."""
    own = [b for b in answer.text.split("\n\n") if not b.startswith((">", "*This is guidance"))]
    text = re.sub(r"\((?:[^()]*\b(?:published|July 2011|October 2011)\b[^()]*)\)", "", "\n".join(own))
    text = re.sub(r"[Dd]ated [^:]*:", "", text)
    text = re.sub(r"\*\*", "", text)
    from datetime import date

    return tuple(_plain(w.wording) for w in find_whens(text, date(2011, 7, 13)) if w.edtf)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("*", "").lower()).strip()
