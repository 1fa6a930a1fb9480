"""Names made of everyday words ("Reading Together"), told by their capitals from the words themselves."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.language.vocabulary import Term
from assistant.language.words import STOPWORDS
from assistant.library.library import Library, Unit
from assistant.question.set_query.names import full_forms, names_in


def written_as_named(term: Term, text: str, library: Library) -> Callable[[Unit], bool]:
    """What tells the passages that write a name as a question does, or by its initials; all pass where it writes no such name.

    Args:
        term: what must be said.
        text: the question.
        library: of the passages; where none of them writes the name so, all pass, too.
    """
    written = next(
        (text[start:end] for name, start, end in names_in(text, library) if name.own == term.own), ""
    )
    told = [w for w in written.split() if w.lower() not in STOPWORDS]
    if len(told) < 2 or not all(w[0].isupper() for w in told):
        return _any
    spaced = r"\s+".join(map(re.escape, written.split()))
    name = re.compile(rf"\b{spaced}")
    if not any(name.search(u.passage.text) for u in library.units):
        return _any
    short = {form[0] for form in full_forms(term.own, library) if len(form) == 1}
    return lambda unit: bool(name.search(unit.passage.text) or short & unit.stems)


def _any(_unit: Unit) -> bool:
    return True
