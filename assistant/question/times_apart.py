"""Which pieces of a question ask for a time of their own ("when was A due, and how long would B run?")."""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.language.numbers import SEVERAL, value
from assistant.language.phrases import Phrases
from corpus.patterns import lazy_regex

_UNIT = "(?:dates?|deadlines?|months?|years?|seasons?|timescales?)"
_BOUND = "by|from|until|till|since|in|on"
#: Where a time begins to be asked for.
_MARKS = Phrases(
    rf"(?:(?:{_BOUND}) )?(?:roughly )?when|how (?:long|soon|much longer)",
    rf"(?:(?:{_BOUND}) )?(?:what|which) {_UNIT}|the {_UNIT} (?:{_BOUND}|of|for|when|that|it)|{_UNIT} (?:of|for|it|that)",
)
#: What joins one asking to the next; a sentence of its own that nothing joins may be what was asked before.
_JOINT = lazy_regex(
    r"(?:[,;:.?!–-]+\s+|\s+)(?:(?:and|plus|then|also|or|&)\s+)+|\s*[,;&/+]\s*|\s*–\s+", re.IGNORECASE
)
#: "Both dates", "two deadlines please: …": so many are listed behind the colon.
_ANNOUNCED = Phrases(rf"(?P<count>{SEVERAL}|both)(?: \w+){{0,2}}? (?:dates|deadlines|timescales|timings)")
_LISTED = lazy_regex(r"(?:[:–]|\s-)\s+(?P<list>.+)$")
_ITEMS = lazy_regex(r"\s*(?:[,;]\s*(?:and\s+)?|\s+and\s+|\s+&\s+)\s*", re.IGNORECASE)

Spans = tuple[tuple[int, int], ...]


def times_apart(text: str) -> Spans:
    """Spans of the pieces of a text that each ask for a time of their own; empty where fewer than two do."""
    found = _asked_apart(text) or _listed(text)
    return found if len(found) > 1 else ()


def dates_announced(text: str) -> int:
    """How many dates a text speaks of in so many words ("two dates", "both deadlines"); 0 where it counts none."""
    match = _ANNOUNCED.search(text)
    if match is None:
        return 0
    return 2 if match["count"].lower() == "both" else value(match["count"]) or 0


def _asked_apart(text: str) -> Spans:
    """The pieces from one mark to the joint before the next, or from joint to joint where the marks stand at their ends."""
    marks = [m.span() for m in _MARKS.finditer(text)]
    if len(marks) < 2:
        return ()
    joints = [
        joint for (_, end), (start, _) in pairwise(marks) if (joint := _joint(text, end, start)) is not None
    ]
    if not joints:
        return ()
    ends = [*(start for start, _ in joints), len(text)]
    starts = [0, *(end for _, end in joints)]
    spans = []
    for start, end in zip(starts, ends, strict=True):
        first = next((at for at, _ in marks if start <= at < end), start)
        spans.append((first if re.search(r"\w{3}", text[first + 5 : end]) else start, end))
    return tuple(spans)


def _joint(text: str, end: int, start: int) -> tuple[int, int] | None:
    """The joint right before a mark or right behind the one before it; None where there is neither."""
    between = text[end:start]
    found = list(_JOINT.finditer(between))
    at = next((m for m in found if m.end() == len(between)), None) or next(
        (m for m in found if m.start() == 0), None
    )
    return None if at is None else (end + at.start(), end + at.end())


def _listed(text: str) -> Spans:
    """The items behind the colon, where as many dates are announced as there are items."""
    count, tail = dates_announced(text), _LISTED.search(text)
    if not count or tail is None:
        return ()
    starts, ends = [tail.start("list")], []
    for joint in _ITEMS.finditer(text, tail.start("list")):
        ends.append(joint.start())
        starts.append(joint.end())
    spans = tuple(zip(starts, [*ends, len(text)], strict=True))
    return spans if len(spans) == count else ()
