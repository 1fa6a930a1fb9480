"""What another paper says, where a question takes it for granted that one does which does not ("it's the notice that says …?")."""

from __future__ import annotations

from dataclasses import replace

from assistant.answers.content import answer_content
from assistant.answers.draft import Draft
from assistant.evidence.asked import Asked
from assistant.language.phrases import Phrases
from assistant.question.facets import Want
from assistant.question.naming import named_documents

#: Share of a question that a passage of another paper says at least, by how much more than any of the paper named, and how
#: many terms tell what is meant.
ENOUGH, MORE, FEWEST = 0.75, 0.4, 2
#: What stands for the paper while the wording round it is read.
_PAPER = "_paper_"
_SAYS = "says?|said|states?|stated|tells?|told|promises?|promised|puts|writes|calls|talks|speaks|admits?|announces?|reports?"
#: "It's the notice that says …", "the notice says …, doesn't it?"; a plain "does the notice say …?" takes nothing for granted.
_GRANTED = Phrases(
    rf"(?:it's|it (?:is|was)|(?:is|was)(?:n't)? it) (?:\w+ ){{0,2}}?{_PAPER}\W[^?.]*?\b(?:that|which|where)\b",
    rf"^\W*(?:(?:so|and|but|as|i (?:think|believe|gather|understand)(?: that)?|surely)\W+)*(?:the |that )?{_PAPER}(?: \w+){{0,2}}? (?:{_SAYS})\b",
    whole_words=False,
)


def answer_another_paper(asked: Asked) -> Draft | None:
    """The passage of another paper that says what a question takes one to say; None where that one does, or none does."""
    question = asked.question
    if not question.documents or question.wants - {Want.YES_NO, Want.WHO} or len(question.terms) < FEWEST:
        return None
    if not _granted(asked):
        return None
    anywhere = replace(asked, question=replace(question, documents=())).ranked
    here = max((r.own for r in asked.ranked), default=0.0)
    if not anywhere or anywhere[0].own < max(ENOUGH, here + MORE):
        return None
    other = anywhere[0].unit.passage.document
    made = answer_content(replace(asked, question=replace(question, documents=(other,))))
    if made is None or not made.lines:
        return None
    first = replace(made.lines[0], text=f"That stands in another of the papers. {made.lines[0].text}")
    return replace(made, lines=(first, *made.lines[1:]), from_records=True)


def _granted(asked: Asked) -> bool:
    """Whether a question takes it for granted that the paper it names says something."""
    text, at = asked.question.focus, len(asked.question.focus)
    for start, end in sorted(named_documents(text, asked.library)[1], reverse=True):
        if end <= at:
            text, at = f"{text[:start]}{_PAPER}{text[end:]}", start
    return bool(_GRANTED.search(text))
