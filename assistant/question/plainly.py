"""A question put plainly before it is read: themes by number, periods as dates, recommendations by their name.

Each of the steps changes only the stretch of the text that it understands, so that whatever else a question says stands
as it was asked, and every reader after them finds one way of saying things instead of many.
"""

from __future__ import annotations

from assistant.library.library import Library
from assistant.question.antecedents import with_antecedents
from assistant.question.counted import with_recommendations
from assistant.question.date_bounds import with_bounds
from assistant.question.enumerated import without_enumeration
from assistant.question.offered import without_offer
from assistant.question.periods import plain_periods
from assistant.question.theme_conditions import with_held
from assistant.question.theme_references import with_numbers
from assistant.question.theme_titles import with_counted_theme


def put_plainly(text: str, library: Library) -> str:
    """A question put plainly; itself where it is plain already."""
    text = without_offer(plain_periods(with_bounds(without_enumeration(text), library)))
    text = with_antecedents(with_recommendations(text, library), library)
    text = with_counted_theme(text, library)
    lower = text.lower()
    if not any(sign in lower for sign in _OF_THEMES):
        return text
    return with_numbers(with_held(text, library), library)


#: Parts of the words for a theme, and of those that sort recommendations under one.
_OF_THEMES = tuple(
    "theme|heading|header|strand|pillar|cluster|group|categor|chapter|section| part| block| set|bundle|batch| bit|division"
    "|bucket|tranche|chunk|segment|basket|under|within|beneath|arrang|organised|organized|structured|sorted|divid".split(
        "|"
    )
)
