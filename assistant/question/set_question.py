"""Whether a question asks for several recommendations, or for how many."""

from __future__ import annotations

import re

from assistant.language.numbers import SEVERAL
from assistant.language.phrases import Phrases
from assistant.language.tagging import tagged
from assistant.library.library import Library, supports
from assistant.question.facets import Want
from assistant.question.filler import all_filler
from assistant.question.number_ranges import ranges
from assistant.question.question import Question
from assistant.question.set_query.choosing import asks_for_others, beside_in_theme, chosen_from
from assistant.question.set_query.clauses import clauses
from assistant.question.set_query.left_out import names_one
from assistant.question.set_query.listing import listed_subjects
from assistant.question.set_query.mentions import mentions_asked
from assistant.question.set_query.worded import NOUN, asks_of_records, selects, worded_for_several
from assistant.question.statuses import statuses
from assistant.question.theme_names import NAMES_IT, PLACED, theme_stems, themes_by_name
from assistant.question.totals import each_of_them
from corpus.patterns import lazy_regex


def is_set_question(question: Question, library: Library) -> bool:
    """Whether a question asks for several recommendations, or for how many."""
    if _leaves_some_out(question) or listed_subjects(question) or _chosen_from_some(question):
        return True
    if beside_in_theme(question.focus, question.recommendations):
        return True
    every = each_of_them(library).search(question.focus) and question.has(Want.STATUS, Want.WHEN)
    if (every and len(question.recommendations) < 2) or question.like is not None:
        return True
    if question.recommendations:
        return _chooses_among_named(question, library)
    if themes := question.themes or themes_by_name(question, library):
        asked = asks_of_records(question) or question.has(Want.WHICH, Want.COUNT)
        asked = asked or bool(question.themes and _of_members(question.focus))
        return asked or _of_themes_alone(question, themes, library)
    return worded_for_several(question, library)


def _of_members(text: str) -> bool:
    """Whether what stands under a theme is spoken of."""
    return bool(_OF_MEMBERS.search(text) or PLACED.search(text))


#: What stands under a theme.
_OF_MEMBERS = Phrases(
    "recommendations|recs|ones|each|every|everything|anything|all|whose|any of (?:it|them)|which of"
)
#: What is left when some are left out: several recommendations, or parts of them.
_SEVERAL_LEFT = Phrases(
    "recommendations|recs|ones|replies|responses|timescales|arguments|everything|anything|all|what(?:'s| is) left|the rest|where",
)
_LEFT_OUT_AS_A_SET = Phrases(rf"recommendations?|recs?|themes?|ones?|those|number|no|(?:the|those) {SEVERAL}")


def _leaves_some_out(question: Question) -> bool:
    """Whether recommendations, a theme or those of a status are left out of several ("everything minus theme 3")."""
    text = question.focus
    parts = clauses(text)
    others = asks_for_others(parts.main)
    if others and selects(question) and (parts.left_out or question.recommendations):
        return True
    several = others or bool(question.themes) or _SEVERAL_LEFT.search(parts.main)
    if not parts.left_out or not several:
        return False
    pieces = [text[slice(*span)] for span in parts.left_out]
    if (question.themes or selects(question)) and any(map(names_one, pieces)):
        return True
    return any(
        _LEFT_OUT_AS_A_SET.search(p) or p.strip().isdigit() or statuses(p)[0] is not None for p in pieces
    )


def _chosen_from_some(question: Question) -> bool:
    """Whether a question opens with a set of a status or a date, from which it chooses ("Of the five accepted …, which …?")."""
    some = chosen_from(question.focus)
    dated = any(w.wording in some for w in question.whens)
    return bool(some) and (dated or statuses(some)[0] is not None)


def _of_themes_alone(question: Question, themes: tuple[int, ...], library: Library) -> bool:
    """Whether the recommendations of themes are spoken of, and nothing beside them ("Recs that fall under …")."""
    names = [theme_stems(library, n) for n in themes]
    own = (t for t in question.terms if not all_filler(t))
    return bool(NOUN.search(question.focus) or _IN_A_THEME.search(question.focus)) and all(
        any(supports(name, t) >= NAMES_IT for name in names) for t in own
    )


_IN_A_THEME = lazy_regex(r"\b(?:in|under|within) the (?:[\w'’-]+ ){0,5}theme\b(?! \d)", re.IGNORECASE)
#: "Of recommendations 1, 2 and 3: …": what follows chooses from them.
_OF_NAMED = lazy_regex(r"^\W*(?:out )?of (?:the )?(?:recommendations|recs) [\d, and&-]+:", re.IGNORECASE)
_ONE = lazy_regex(r"\bwhich (?:one|recommendation|rec)\b", re.IGNORECASE)
_SORTS = Phrases("sort|order|rank|arrange|put|line up")
#: As many are shown side by side, whichever of them comes first.
SIDE_BY_SIDE = 3
_SOME_OF_THEM = lazy_regex(r"\b(?:any|anyone|anything|something|which|none|who|whose)\b", re.IGNORECASE)


def _chooses_among_named(question: Question, library: Library) -> bool:
    """ "Of 8, 10 and 13, which was accepted?": some of those that the question names."""
    several = len(question.recommendations)
    if several > 1 and _OF_NAMED.match(question.focus) and not question.has(Want.COMPARE):
        some = question.has(Want.WHICH) or mentions_asked(question.focus) or clauses(question.focus).left_out
        return bool(some)
    edge = several > 2 and question.has(Want.EARLIEST, Want.LATEST) and not _SORTS.search(question.focus)
    if edge and (several > SIDE_BY_SIDE or _ONE.search(question.focus)):
        return True
    chooses = question.has(Want.WHICH, Want.COUNT) or bool(_SOME_OF_THEM.search(question.focus))
    chooses = chooses or bool(ranges(question.focus, library) and not question.has(Want.YES_NO))
    beside = several == 2 and (question.has(Want.COMPARE) or _grades(question.focus))
    return several > 1 and selects(question) and chooses and not beside


def _grades(text: str) -> bool:
    """Whether a comparative sets two beside each other ("the fuller acceptance"): both are asked about."""
    return any(tag in ("JJR", "RBR") for _, tag in tagged(text))
