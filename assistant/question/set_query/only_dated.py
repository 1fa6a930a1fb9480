"""Whether a question tells what it asks for by a date alone ("What's pencilled in for …?", "Anything landing in …?")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.language.phrases import Phrases
from assistant.language.tagging import is_noun, tags
from assistant.language.words import STOPWORDS, Word, words
from assistant.library.library import Library
from assistant.question.facets import Want
from assistant.question.filler import is_filler
from assistant.question.focus import sentences
from assistant.question.set_query.clauses import clauses
from assistant.question.wordings import said

if TYPE_CHECKING:
    from assistant.question.question import Question

#: Anything that has the date is asked for.
_ANY = Phrases(
    "what(?:'s|s| is| was| are| were| all| else)?|anything|everything|all (?:that|of it)|whatever|which (?:ones|things)",
    before=r"^\W*(?:(?:and|so|ok|okay|now|then|please|list|show|give me|tell me|remind me|name|is|was|i need|i want) )*(?:there )?",
)

#: "Was meant to land in May": a bare verb between its plan and the date says only that it was to be then.
_TO_COME = r"\b(?:supposed|meant|due|expected|going|set|planned|scheduled|had) to [a-z]+ "


def only_dated(question: Question, library: Library) -> bool:
    """Whether the sentence with the date says nothing else that could tell one thing of that date from another.

    What says nothing: the words of set questions, words that something is due, and verbs that no document has.
    """
    if not question.whens or question.has(Want.COMPARE, Want.STATUS, Want.WHO):
        return False
    sentence = _dated_sentence(question)
    if not _ANY.match(sentence):
        return False
    for when in question.whens:
        sentence = re.sub(rf"(?:{_TO_COME})?{re.escape(when.wording)}", " ", sentence)
    kinds = tags(sentence)
    return all(_tells_nothing(w, kinds, library) for w in words(said("due").sub(" ", sentence)))


def _dated_sentence(question: Question) -> str:
    first, text = question.whens[0].wording, clauses(question.focus).main
    return next((s for s in sentences(text) if first in s), text)


def _tells_nothing(word: Word, kinds: dict[str, str], library: Library) -> bool:
    if word.text.lower() in STOPWORDS or is_filler(word.text) or not word.text.isalpha():
        return True
    tag = kinds.get(word.text.lower(), "NN")
    return word.stem not in library.document_frequency and not is_noun(tag)
