"""What a question asks the index for: the text to embed, and the words to look up."""

from __future__ import annotations

from itertools import pairwise

from assistant.language.phrases import Phrases
from assistant.language.words import STOPWORDS, words
from assistant.library.library import Library
from assistant.question.question import Question
from corpus.patterns import lazy_regex


def lexical_query(question: Question) -> str:
    """The words for the lexical index: the question's own, and the other wordings of its terms."""
    others = (" ".join(p) for t in question.terms for p in sorted(t.alternatives) if p != t.own)
    return f"{question.focus} {question.focus} {' '.join(others)}"


def pairs_asked(question: Question) -> tuple[tuple[str, str], ...]:
    """Every two words of content that follow each other in the question, as stems."""
    found = [w.stem for w in words(question.focus) if w.text not in STOPWORDS]
    return tuple(pairwise(found))


_LETTERS = lazy_regex(r"[A-Za-z]{2,}")


def dense_query(asking: str, library: Library) -> str:
    """What is embedded: the asking sentences with their abbreviations written out, which the embedder does not know."""
    known = library.vocabulary.abbreviations
    return _LETTERS.sub(lambda m: known.get(m[0].lower(), m[0]) if _short(m[0]) else m[0], asking)


#: Somebody is spoken of, or speaks of themselves.
_SOMEBODY = Phrases(
    "i|i'm|i've|i'd|me|my|we|we're|we've|us|our|he|she|him|her|his|they|them|their|he's|she's",
    "child|boy|girl|baby|toddler|kid|lad|teenager|infant|mum|mother|dad|father|parents?|year[- ]olds?",
)


def speaks_of_somebody(text: str) -> bool:
    """Whether a text may speak of a person, or of the asker."""
    return bool(_SOMEBODY.search(text))


def kind_query(asking: str, whole: str, library: Library) -> str:
    """What the kind of a question is told by: all of a message in which somebody is spoken of, else its asking sentences."""
    return dense_query(whole if asking != whole and speaks_of_somebody(whole) else asking, library)


def _short(word: str) -> bool:
    return word.lower() not in ("it", "ip", "la", "las", "hr", "sw", "cp", "wt") or word.isupper()
