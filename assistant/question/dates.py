"""How dates of a question are read: against the day of the response, not the day of asking."""

from __future__ import annotations

import re
from datetime import date

from corpus.model import When

#: The day of the response, against which "next year" is read in it.
REFERENCE_DAY = date(2011, 7, 13)


def of_the_asker(when: When) -> bool:
    """ "today", "next year": read against the day of asking, which is not the documents' day."""
    return bool(
        re.search(
            r"\b(?:today|(?:last|this|next|coming) (?:year|month|week)|years? ago|end of the year|earlier this year)\b",
            when.wording,
            re.IGNORECASE,
        )
    )


_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"


def with_years(text: str) -> str:
    """The text with "April or May 2012" as "April 2012 or May 2012"."""
    pattern = rf"\b({_MONTHS})( or | and |/| to )({_MONTHS}) ((?:19|20)\d\d)\b"
    return re.sub(pattern, r"\1 \4\2\3 \4", text, flags=re.IGNORECASE)
