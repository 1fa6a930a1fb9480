"""Making typed text plain: one form for each letter, no hidden characters, no markup."""

from __future__ import annotations

import html
import re
import unicodedata

from corpus.errors import FixableError
from corpus.patterns import lazy_regex

_ESCAPE = lazy_regex(r"\x1b\[[0-9;?]*[A-Za-z]")
_CONTRACTED = lazy_regex(
    r"\b(were|was|is|are|did|do|does|has|have|had|would|should|could|must|need)nt\b", re.IGNORECASE
)
MAX_CHARACTERS = 9_999


class QuestionError(FixableError):
    """A question that cannot be read as it stands."""


#: Letters of other alphabets that look like Latin ones.
_LOOKALIKES = str.maketrans(
    "аеіјоорсԁһѕухАВЕЅІЈКМНОРСТУХԍԛԝɡαοτνρκι‐‑‒−´`",
    "aeijoopcdhsyxABESIJKMHOPCTYXgqwgaotvpki----''",
)
#: What a page does not show.
_TAG = lazy_regex(r"<!--.*?-->|<(script|style)\b[^<>]*>.*?</\1\s*>|<[^<>]{0,200}>", re.IGNORECASE | re.DOTALL)
#: What is written to a program rather than asked of it.
_INSTRUCTIONS = lazy_regex(
    r"<(system|assistant|instructions?|prompt|tool)\b[^<>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL
)
#: Elements whose text a person may have typed: a page's own, and those that hold a question.
_OF_PROSE = (
    "a|b|i|u|s|q|em|p|br|hr|li|ul|ol|td|th|tr|div|sub|sup|pre|code|cite|font|mark|span|small|strong|table|tbody|blockquote"
    "|h[1-6]|body|html|question|query|user|human|input|message|text"
)
#: An element of another kind ("<answer>"), with what it holds.
_FOREIGN = lazy_regex(
    rf"<(?!(?:{_OF_PROSE})\b)([a-z][\w-]{{0,30}})\b[^<>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL
)
#: Code that a program might run: template expressions, shell and format markers, and what breaks out of a query.
_CODE = lazy_regex(
    r"\{\{.*?\}\}|\$[{(][^})\n]*[})]|(?<![\w%])(?:%[a-z])+(?!\w)"
    r"|['\"]?\s*\bor\s+\d+\s*=\s*\d+\s*;?\s*--"
    r"|['\"]?\)?\s*;\s*(?:drop|alter|truncate) table\b[^;\n]{0,80}(?:;|$)(?:\s*--)?"
    r"|['\"]?\)?\s*;\s*(?:delete from|insert into|update \w+ set|select \S+ from)\b[^;\n]{0,80}(?:;|$)(?:\s*--)?",
    re.IGNORECASE,
)
#: Marks of bold print; a longer line is a gap to fill.
_UNDERLINED = lazy_regex(r"(?<!_)__(?=[^\W_])|(?<=[^\W_])__(?!_)|(?<=[.?!])__(?!_)")
_QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "–": "-", "—": " - "})


def clean(text: str) -> str:
    """Typed text as plain words.

    Full-width and look-alike letters become Latin ones; invisible and control characters and marks on letters go, and
    so do tags, comments, scripts, code and ``<system>`` instructions with what they hold; white space is folded (line breaks stay, one at a time).

    Raises:
        QuestionError: nothing is left, or there is too much of it.
    """
    if len(text) > MAX_CHARACTERS:
        raise QuestionError(
            f"The question has {len(text):,} characters; at most {MAX_CHARACTERS:,} can be read. "
            'Shorten it: assistant ask "YOUR QUESTION"'
        )
    plain = unicodedata.normalize("NFKC", text).translate(_QUOTES).translate(_LOOKALIKES)
    plain = _ESCAPE.sub("", plain)
    plain = "".join(c for c in plain if c in "\n\t" or not _hidden(c))
    plain = _without_code(_without_markup(html.unescape(_without_markup(plain))))
    plain = re.sub(r"\[([^\]\n]*)\]\([^)\s]*\)", r"\1", plain).replace("**", "")
    plain = _UNDERLINED.sub("", plain)
    plain = _CONTRACTED.sub(lambda m: f"{m[1]}n't", plain)
    plain = re.sub(r"[ \t]+", " ", plain)
    plain = re.sub(r"\s*\n\s*", "\n", plain).strip()
    if not re.search(r"\w", plain):
        raise QuestionError('The question is empty. Type one: assistant ask "When is recommendation 6 due?"')
    return plain


def _hidden(character: str) -> bool:
    """Whether a character controls or is hidden, or only marks the letter before it."""
    category = unicodedata.category(character)
    return category[0] == "C" or category in ("Mn", "Me")


def _without_code(text: str) -> str:
    """Without code, where something to read stands beside it."""
    beside = _CODE.sub(" ", text)
    return beside if re.search(r"\w{2}", beside) else text


def _without_markup(text: str) -> str:
    """Without tags and what a page hides; without instructions, and elements that no page has, where a question stands beside them."""
    asked = _TAG.sub("", _FOREIGN.sub("", text))
    if "?" in asked and re.search(r"\w", asked):
        text = _FOREIGN.sub("", text)
    beside = _TAG.sub("", _INSTRUCTIONS.sub("", text))
    return beside if re.search(r"\w", beside) else _TAG.sub("", text)
