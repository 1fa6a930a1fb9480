"""Terms of which a set question takes either ("a Bill or a legislative vehicle")."""

from __future__ import annotations

import re

from assistant.language.tagging import tags
from assistant.language.vocabulary import Term
from assistant.library.library import Library


def either(found: tuple[Term, ...], text: str, library: Library) -> tuple[Term, ...]:
    """The terms on both sides of an "or" ("a Bill or a legislative vehicle"); empty where none joins two."""
    lower = text.lower()
    made: list[Term] = []
    kinds = tags(text) if " or " in lower else {}
    for match in re.finditer(r"\bor\b", lower):
        before = [t for t in found if -1 < t.place_in(lower) < match.start()]
        onward = lower[match.end() :]
        after = [t for t in found if t.place_in(onward) >= 0]
        after = [t for t in after if not kinds.get(t.text, "").startswith("VB")] or after
        if before and after:
            after.sort(key=lambda t: (t.place_in(onward), -len(t.text)))
            made += [_joined(before[-2:], lower[: match.start()], library)]
            made += [_joined(after[:2][::-1], onward, library)]
    return tuple(dict.fromkeys(made))


def _joined(pair: list[Term], text: str, library: Library) -> Term:
    """The last of two terms, with the one before it where the documents hold them side by side as the text does."""
    for first, second in (pair, pair[::-1]) if len(pair) == 2 else ():
        both = (*first.own, *second.own)
        if f"{first.text} {second.text}" in text and both in library.pairs:
            return Term(f"{first.text} {second.text}", frozenset({both}), both)
    return pair[-1]
