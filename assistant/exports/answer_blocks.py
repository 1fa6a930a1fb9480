"""An answer as blocks for paper: notices, direct answer, the exact words with their places, statuses."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answers.compose import HISTORIC
from assistant.answers.places import STATUS_NAMES
from assistant.model import QUOTES, Answer, Citation, Notice, Outcome
from assistant.notices.signpost import PRIVACY, SIGNPOST
from assistant.rendering import Block, Heading, ListItem, Paragraph, Quote, Run, Table, emphasised, words
from corpus import Corpus

#: What is said first, in this order, where an answer has the notice. Where documents differ, the text says how.
_FIRST = ((Notice.LIVE_CONCERN, SIGNPOST), (Notice.PERSONAL_DATA, PRIVACY))
_STANDING = frozenset({SIGNPOST, PRIVACY, HISTORIC})


def answer_blocks(answer: Answer, corpus: Corpus, level: int) -> tuple[Block, ...]:
    """The answer without its question.

    Args:
        level: of the headings within the answer.
    """
    before, after = _own_text(answer)
    return (
        *(Paragraph(emphasised(text)) for notice, text in _FIRST if notice in answer.notices),
        *_understood(answer),
        *_written(before, answer),
        *_quotes(answer, corpus, level),
        *_written(after, answer),
        *_statuses(answer, corpus, level),
        *_suggestions(answer),
        Paragraph(emphasised(HISTORIC)),
        Paragraph(words(_made_by(answer))),
    )


def _own_text(answer: Answer) -> tuple[list[str], list[str]]:
    """The blocks of the text before and after its quotes, which stand in the citations too."""
    parts: tuple[list[str], list[str]] = ([], [])
    quotes_seen = False
    for block in answer.text.split("\n\n"):
        if block.startswith(">"):
            quotes_seen = True
        elif block.strip() and block not in _STANDING:
            parts[quotes_seen].append(block)
    return parts


def _understood(answer: Answer) -> Iterator[Block]:
    if answer.understood:
        yield Paragraph((Run("Understood as: ", italic=True), *words(answer.understood, italic=True)))


def _written(texts: list[str], answer: Answer) -> Iterator[Block]:
    """Paragraphs and list items; a language model's own words are said to be that."""
    explained = frozenset(answer.explanation.sentences) if answer.explanation else frozenset()
    told = False
    for text in texts:
        if text in explained and not told:
            told = True
            yield Paragraph(words("A language model explains the quotes:", italic=True))
        if text.startswith("- "):
            for item in text.removeprefix("- ").split("\n- "):
                yield ListItem(emphasised(item))
        else:
            yield Paragraph(emphasised(text))


def _quotes(answer: Answer, corpus: Corpus, level: int) -> Iterator[Block]:
    if answer.citations:
        answered = answer.outcome is Outcome.ANSWERED
        yield Heading("The exact words" if answered else "The nearest passages", level)
    for citation in answer.citations:
        yield Quote((Run("“"), *emphasised(citation.quote), Run("”")), source_line(citation, corpus))


def source_line(citation: Citation, corpus: Corpus) -> str:
    """Number, speaker, place, document with its date: "[1] The Government; Recommendation 14, Timescale; …, July 2011"."""
    document = corpus.document.get(citation.document)
    origin = f"{document.title}, {document.date_text}" if document else citation.document
    return f"[{citation.n}] {citation.speaker}; {citation.locator}; {origin}"


def _statuses(answer: Answer, corpus: Corpus, level: int) -> Iterator[Block]:
    known = [corpus.recommendations[n] for n in answer.recommendations if n in corpus.recommendations]
    if known:
        yield Heading("Status", level)
        rows = tuple((str(r.number), r.title, STATUS_NAMES[r.status]) for r in known)
        yield Table(("Recommendation", "Title", "The Government's response"), rows)


def _suggestions(answer: Answer) -> Iterator[Block]:
    if answer.suggestions and answer.outcome is not Outcome.ANSWERED:
        yield Paragraph(words("You could ask:"))
        yield from (ListItem(words(question)) for question in answer.suggestions)


def _made_by(answer: Answer) -> str:
    if answer.model == QUOTES:
        return "Composed of quotes, without a language model."
    return f"Quotes with an explanation by a language model ({answer.model})."
