"""Date expressions: finding them in text and reading them as intervals."""

from corpus.dates.bounds import name_of
from corpus.dates.calendar import Period
from corpus.dates.expressions import find_whens

__all__ = ["Period", "find_whens", "name_of"]
