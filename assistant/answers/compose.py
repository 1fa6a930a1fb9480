"""From a draft to an answer: numbered citations, Markdown, the standing notice."""

from __future__ import annotations

import re

from assistant.answers.citing import cite
from assistant.answers.draft import Draft, Line
from assistant.evidence.quote import Quote, merged
from assistant.model import Answer, Citation, DateShown, Notice, Outcome
from corpus import Corpus
from corpus.model import When

HISTORIC = "*This is guidance of 2011 and may have been superseded; check current statutory guidance before you act on it.*"


def compose(question: str, draft: Draft, corpus: Corpus) -> Answer:
    """The answer that a draft stands for."""
    quotes = merged((*(q for line in (*draft.lines, *draft.facts) for q in line.quotes), *draft.quotes))
    citations = tuple(cite(n, q.passage, q.span, corpus) for n, q in enumerate(quotes, start=1))
    blocks = [_marked(line, quotes) for line in draft.lines]
    blocks += [quote_block(c, corpus) for c in citations]
    blocks += [_marked(line, quotes) for line in draft.facts]
    blocks.append(HISTORIC)
    return Answer(
        question=question,
        outcome=draft.outcome,
        text="\n\n".join(b for b in blocks if b),
        citations=citations,
        recommendations=tuple(sorted(set(draft.recommendations))),
        dates=_dates(draft.whens) if draft.outcome is Outcome.ANSWERED else (),
        notices=tuple(dict.fromkeys((*draft.notices, Notice.HISTORIC_GUIDANCE))),
        reason=draft.reason,
        suggestions=draft.suggestions,
        from_records=draft.from_records,
    )


def _marked(line: Line, quotes: tuple[Quote, ...]) -> str:
    held = [
        n
        for n, quote in enumerate(quotes, start=1)
        if any(
            q.passage.id == quote.passage.id
            and quote.span.start <= q.span.start
            and q.span.end <= quote.span.end
            for q in line.quotes
        )
    ]
    return " ".join((line.text, *(f"[{n}]" for n in held)))


def quote_block(citation: Citation, corpus: Corpus) -> str:
    """A quote with its number, its speaker and its place, as Markdown."""
    document = corpus.document[citation.document]
    where = citation.locator
    if document.short_title not in where:
        where = f"{where}, {document.short_title}"
    quoted = citation.quote.replace("\n", "\n> ")
    return f"> [{citation.n}] “{quoted}”\n>\n> — {citation.speaker}; {where} ({document.date_text})"


def _dates(whens: tuple[When, ...]) -> tuple[DateShown, ...]:
    return tuple(dict.fromkeys(DateShown(w.wording, w.edtf) for w in whens))


def bold_dates(whens: tuple[When, ...]) -> str:
    """ "**by April 2012** and **by July 2012**"; each wording once."""
    wordings = list(dict.fromkeys(re.sub(r"\s+", " ", w.wording) for w in whens))
    shown = [f"**{w[0].lower() + w[1:] if w.split()[0].lower() in _SMALL else w}**" for w in wordings]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


#: Words that a date wording opens with in small letters, inside a sentence.
_SMALL = frozenset("by in during over from on around just to once as at today earlier until".split())
