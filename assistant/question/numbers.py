"""Which numbers of a question name recommendations: none that it denies, some that stand alone."""

from __future__ import annotations

import re

from assistant.language.numbers import SEVERAL, value
from assistant.library.library import Library
from assistant.question.bare_numbers import bare_numbers
from assistant.question.dates import reference_day
from assistant.question.references import Reference
from assistant.question.statuses import statuses
from assistant.question.topic import topic
from assistant.question.wants import wants
from corpus.dates import find_whens
from corpus.patterns import lazy_regex

_LAST = lazy_regex(
    rf"\b(?:very )?last recommendation\b|\b(?:very )?(?:last|final) of the (?:(?P<count>{SEVERAL})|recommendations)\b",
    re.IGNORECASE,
)


_END = lazy_regex(
    rf"\b(?:the )?(?P<end>first|last|final) (?P<count>{SEVERAL}) (?:recommendations|recs)\b(?! (?:about|on|that|to|which|with)\b)",
    re.IGNORECASE,
)


_LAST_THEME = lazy_regex(r"\b(?:very )?(?:last|final) theme\b", re.IGNORECASE)


def last(text: str, library: Library) -> tuple[Reference, ...]:
    """ "The very last of the fifteen recommendations", "the first eight recommendations", "the last theme"."""
    match = _LAST.search(text)
    if (theme := _LAST_THEME.search(text)) and library.corpus.themes:
        return (Reference("theme", (max(library.corpus.themes),), *theme.span()),)
    numbers = library.corpus.recommendations
    if (some := _END.search(text)) and (count := value(some["count"]) or 0) <= len(numbers):
        ordered = sorted(numbers)
        few = ordered[:count] if some["end"].lower() == "first" else ordered[-count:]
        return (Reference("recommendation", tuple(few), *some.span()),)
    if not match or not numbers or (match["count"] and value(match["count"]) != len(numbers)):
        return ()
    return (Reference("recommendation", (max(numbers),), *match.span()),)


_DENIED = lazy_regex(
    r"\b(?:not|instead of|rather than)\s+(?:the |rec(?:ommendation)? |number )*$", re.IGNORECASE
)


#: "I typed 11, I wanted 12."
_TYPED = lazy_regex(
    r"\b(?:typed|wrote|put|said|entered|pressed|asked (?:about|for))\s+(?:the |rec(?:ommendation)? |number )*$",
    re.IGNORECASE,
)
_WANTED = lazy_regex(
    r"\W+(?:(?:but|and|when|where) )?i (?:really |actually )?(?:want(?:ed)?|meant?|need(?:ed)?|should|was after)\b",
    re.IGNORECASE,
)


def not_denied(text: str, refs: tuple[Reference, ...]) -> tuple[Reference, ...]:
    """References without those that a question sets right ("11, not 12"), where others are left."""
    kept = tuple(r for r in refs if not (_DENIED.search(text[: r.start]) or _mistyped(text, r)))
    return kept or refs


def _mistyped(text: str, reference: Reference) -> bool:
    return bool(_TYPED.search(text[: reference.start]) and _WANTED.match(text, reference.end))


#: "Is 8 the only one that …?", "is it just 8 that …?": the others are asked about as well.
_THE_ONLY = lazy_regex(
    r"(?:,? ?(?:and|&|or|,) \d{1,2})*\s*(?:really |actually |in fact )?(?:the (?:only|sole|lone)|only (?:one|rec))\b",
    re.IGNORECASE,
)
_ONLY_IT = lazy_regex(
    r"\b(?:is|was) it (?:really |actually )?(?:only|just|solely) (?:the |number )?$", re.IGNORECASE
)


def claimed(reference: Reference, text: str) -> bool:
    """Whether a reference is to what is said to be the only one of its kind."""
    return bool(_THE_ONLY.match(text, reference.end) or _ONLY_IT.search(text[: reference.start]))


def with_bare_lists(text: str, refs: tuple[Reference, ...], library: Library) -> tuple[Reference, ...]:
    """Numbers without a noun: several ("8 v 10", "6, 7 and 8") name recommendations, and so does one in a question of nothing else."""
    if any(r.kind == "recommendation" for r in refs):
        return refs
    dates = tuple((w.span.start, w.span.end) for w in find_whens(text, reference_day(library)))
    bare = bare_numbers(text, (*((r.start, r.end) for r in refs), *dates))
    total = len(library.corpus.recommendations)
    bare = tuple(
        b
        for b in bare
        if set(b.numbers) <= set(library.corpus.recommendations) and not _counts_all(text, b, total)
    )
    if sum(len(b.numbers) for b in bare) > 1 or (bare and not refs and _nothing_else(text, bare, library)):
        return (*refs, *bare)
    return refs


def _counts_all(text: str, reference: Reference, total: int) -> bool:
    """ "the 15", "all 15 recommendations": their number, not one of them."""
    return reference.numbers[0] == total and bool(
        re.search(r"\b(?:the|all|of|those|these)\s+$", text[: reference.start], re.IGNORECASE)
    )


def _nothing_else(text: str, bare: tuple[Reference, ...], library: Library) -> bool:
    found, said = wants(text, library.reviewer)
    spans = [*((b.start, b.end) for b in bare), *said, *statuses(text)[1]]
    return bool(found) and not topic(text, spans, library)


def numbers(refs: tuple[Reference, ...], kind: str) -> tuple[int, ...]:
    """The numbers of one kind of reference, ascending, each once."""
    return tuple(sorted({n for r in refs if r.kind == kind for n in r.numbers}))
