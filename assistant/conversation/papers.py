"""A document spoken of: who wrote "it", whom "that letter" is for, and what "the one to councils" says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.conversation.in_words import described
from assistant.conversation.signs import points_back, things
from assistant.language.phrases import Phrases
from assistant.language.spelling import Speller
from assistant.language.tagging import is_noun, tagged
from assistant.library.library import Library
from assistant.question.addressed import PAPERS, is_letter
from assistant.question.facets import Want
from assistant.question.naming import named_documents
from assistant.question.paper import asks_of_paper
from assistant.question.places_asked import Kind, places_asked
from assistant.question.question import Question, read

#: "The councils one", "the one to councils", of letters.
_SUCH_ONE = Phrases(
    r"(?:the|that) (?P<which>(?:[\w'-]+ ){1,3}?)one(?! (?:of|before|after))",
    r"(?:the|that) one (?P<to>(?:to|for|from) (?:the )?[\w'-]+(?: (?!does|did|says?|that|it)[\w'-]+)?)",
)
_OTHER_LETTER = Phrases("the other letter")
_THAT_PAPER = Phrases(f"(?:the|that|this) (?:letter|{PAPERS})")


def of_that_paper(question: Question, states: Sequence[Question]) -> Question | None:
    """A question about the paper spoken of last ("who signed it?"); None where it asks for what some paper says."""
    if question.recommendations or question.sections or question.speakers or not asks_of_paper(question):
        return None
    spoken = next((s for s in reversed(states) if s.documents or s.recommendations), None)
    if spoken is None or spoken.recommendations or len(spoken.documents) != 1:
        return None
    same = _THAT_PAPER.search(question.text)
    if question.documents and not (same and len(question.documents) > 1):
        return None
    return replace(question, documents=spoken.documents) if same or points_back(question.text) else None


def such_a_document(
    text: str, state: Question, library: Library
) -> tuple[tuple[str, ...], re.Match[str] | None]:
    """Another document than the one asked of before, called "the … one", and where; by a noun of that question."""
    if len(state.documents) == 1 and (other := _OTHER_LETTER.search(text)):
        letters = tuple(d.id for d in library.corpus.documents if is_letter(d))
        others = tuple(i for i in letters if i not in state.documents)
        return (others if len(others) == 1 < len(letters) else ()), other
    such = _SUCH_ONE.search(text) if len(state.documents) == 1 else None
    if such is None:
        return (), None
    kinds = [*(word for word, tag in tagged(state.text) if is_noun(tag)), "document"]
    made = (f"the {kind} {such['to']}" if such["to"] else f"the {such['which']}{kind}" for kind in kinds)
    found = (named_documents(name, library)[0] for name in made)
    return next((some for some in found if len(some) == 1 and some != state.documents), ()), such


def of_such_a_paper(
    question: Question, state: Question, library: Library, speller: Speller
) -> Question | None:
    """A question of its own about "the one to councils", with that document in it; None where none is meant."""
    if question.documents or question.recommendations:
        return None
    documents, such = such_a_document(question.text, state, library)
    if not documents or such is None:
        return None
    title = library.corpus.document[documents[0]].short_title
    text = f"{question.text[: such.start()]}the {title[0].lower()}{title[1:]}{question.text[such.end() :]}"
    made = read(text, library, speller)
    return made if made.documents == documents and (made.terms or made.has(Want.WHO, Want.WHEN)) else None


#: Whether papers say the same of what one of them was asked for.
_THE_TWO = Phrases(
    "agree|differ|match|say the same|contradict|conflict|tally|line up",
    before=rf"\bthe (?:(?:two|three|other|different) )?(?:letters?|sources|texts|(?:{PAPERS})s?)\b[^?.;]{{0,20}}? ",
)
_THE_PAPERS = Phrases("they|both|those|these|each|either|all of them", after=r"(?! of the)")


def of_those_papers(
    question: Question, state: Question, library: Library, speller: Speller
) -> Question | None:
    """What is asked of all the documents that mention a thing ("do they give the same date?"), asked of that thing; else None."""
    if state.has(Want.WHEN) and state.documents and _THE_TWO.search(question.text):
        thing = described([state])
        return read(f"Do the documents give the same date for {thing}?", library, speller) if thing else None
    asked = places_asked(state.focus)
    papers = asked is not None and asked.kind in (Kind.DOCUMENTS, Kind.LETTERS) and asked.thing
    if not papers or asked is None or things(question) or not question.has(Want.WHEN, Want.COMPARE):
        return None
    match = _THE_PAPERS.search(question.text)
    if match is None or question.recommendations:
        return None
    rest = question.text[match.end() :].rstrip(" ?.!")
    return read(f"{question.text[: match.start()]}the documents{rest} for {asked.thing}?", library, speller)
