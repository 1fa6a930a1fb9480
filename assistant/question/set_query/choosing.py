"""Questions that choose from a set told before ("Of the five accepted in principle, …"), or ask for others beside one ("which else …?")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.language.phrases import Phrases
from assistant.library.library import Library
from assistant.question.bare_numbers import bare_numbers
from assistant.question.dates import reference_day
from assistant.question.references import references
from corpus.dates import find_whens
from corpus.patterns import lazy_regex

if TYPE_CHECKING:
    from assistant.question.question import Question

_SOME = lazy_regex(
    r"^\W*(?:(?:so|and|ok|okay|now|then)\b,? )?(?:out )?(?:of|from|among|amongst|taking|looking at) (?:all )?(?:of )?"
    r"(?:the|those|these|her|his|their|[\w-]+['’]s|everything|anything) (?P<some>[^,:?;]+?)[,:;]? "
    r"(?=(?:which|who|whose|what|how many|are|were|was|did|do|does|is|has|have|had|any|list|name|give)\b)",
    re.IGNORECASE,
)
#: Others are asked for than those named.
_OTHERS = Phrases(
    "(?:which|what|who|anything|any|anyone|somewhere|anywhere) else|others|(?:which|what) other(?= (?:is|are|was|were|has|have|got|had)\\b)",
    r"(?:which|what|any|the) other (?:[\w-]+ ){0,3}?(?:recommendations?|recs?|ones?|replies|responses|timescales|arguments)",
    "another(?: one| rec(?:ommendation)?)?(?= (?:with|that|which|got|of|in|like|where)\\b|\\W*$)",
)


#: The theme of a recommendation that is named.
_ITS_THEME = Phrases(
    "(?:its|(?:that|the) same|the same overall|that rec(?:ommendation)?'s) theme",
    "theme (?:as|that (?:has|holds|contains)|with|of) (?:rec|recommendation|number|no)\\b",
    "(?:sits?|stands?|grouped|filed|falls?|comes?|goes|belongs?|listed) (?:together )?(?:with|alongside|next to|beside) (?:it\\b|rec|recommendation)",
)


def beside_in_theme(text: str, recommendations: tuple[int, ...]) -> bool:
    """Whether those of the theme of one recommendation are asked for ("What else is in the same theme as rec 3?")."""
    return len(recommendations) == 1 and asks_for_others(text) and bool(_ITS_THEME.search(text))


def chosen_from(text: str) -> str:
    """The words that tell the set which the rest of a question chooses from; empty where it opens with none."""
    match = _SOME.match(text)
    return match["some"] if match else ""


def asks_for_others(text: str) -> bool:
    """Whether others are asked for beside those that are told ("rec 5 has no date; which else?")."""
    return bool(_OTHERS.search(text))


def numbers_told(question: Question, library: Library) -> tuple[int, ...]:
    """The recommendations that a message names by number, or by numbers that stand alone in it."""
    text = question.text
    refs = [r for r in references(text) if r.kind == "recommendation"]
    dates = tuple((w.span.start, w.span.end) for w in find_whens(text, reference_day(library)))
    every = library.corpus.recommendations
    return tuple(n for r in refs or bare_numbers(text, dates) for n in r.numbers if n in every)
