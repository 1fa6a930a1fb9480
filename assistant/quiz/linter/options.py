"""Rules on the options of an item."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, pairwise

from assistant.language.words import stem
from assistant.quiz.distractors import clues
from assistant.quiz.model import GAP, Item, Kind
from assistant.quiz.periods import days, middle, overlap
from assistant.quiz.text import LABEL, content, folded
from corpus.dates.calendar import MONTHS
from corpus.patterns import lazy_regex

CHOSEN = (Kind.CHOICE, Kind.MULTIPLE_RESPONSE)
OVERLAP = 0.8
"""Share of the shorter option's content words in another from which the two say the same."""
LONGER = 1.5
"""How many times as long as the longest wrong answer a key stands out by its length."""
_ALL_NONE = lazy_regex(
    r"(?:all|none|neither|both|any)(?: (?:of|the|these|those|above|options|answers|them|two|three|four))+\W*"
    r"|(?:both |neither )?\(?[a-e]\)? (?:and|or|nor) \(?[a-e]\)?\W*|all (?:are|of them are) (?:right|correct|true)\W*",
    re.IGNORECASE,
)
_ABSOLUTE = lazy_regex(
    r"\b(?:always|never|completely|absolutely|totally|entirely|invariably|without exception|impossible|nobody"
    r"|no one|nothing|everybody|everyone|everything|under no circumstances|in (?:all|every) cases?|in no case"
    r"|at all times|every single|guarantees?)\b",
    re.IGNORECASE,
)


def one_key(item: Item) -> Iterator[str]:
    """One option is right, or several but not all; each of them is shown (rule: one right answer)."""
    if item.kind in (Kind.CHOICE, Kind.TRUE_FALSE) and len(item.key) != 1:
        yield f"{len(item.key)} options are keyed as right; one must be"
    if item.kind is Kind.MULTIPLE_RESPONSE and not 1 < len(item.key) < len(item.options):
        yield "two or more options must be right, and at least one wrong"
    if item.kind in (*CHOSEN, Kind.TRUE_FALSE):
        yield from (f"the key {k[:40]!r} is not among the options" for k in item.key if k not in item.options)
    if item.kind in (Kind.GAP_FILL, Kind.SHORT_ANSWER) and not any(k.strip() for k in item.key):
        yield "there is no answer"


def enough_options(item: Item) -> Iterator[str]:
    """Two wrong answers at least (18: as many plausible options as can be had)."""
    if item.kind in CHOSEN and len(item.options) - len(item.key) < (2 if item.kind is Kind.CHOICE else 1):
        yield "there are too few wrong answers"


def no_duplicates(item: Item) -> Iterator[str]:
    """No option twice."""
    again = [o for o, n in Counter(folded(o).strip(" .;") for o in item.options).items() if n > 1]
    yield from (f"the option {o[:40]!r} is there twice" for o in again)


def no_overlap(item: Item) -> Iterator[str]:
    """Options are independent of each other (22: keep choices independent)."""
    if item.kind not in CHOSEN:
        return
    for a, b in combinations(item.options, 2):
        if folded(a).strip(" .;") != folded(b).strip(" .;") and _overlapping(a, b):
            yield f"{a[:40]!r} and {b[:40]!r} overlap"


def _overlapping(a: str, b: str) -> bool:
    if days(a) and days(b):
        return overlap(a, b)
    if LABEL.match(a) and LABEL.match(b):
        return False
    ranges = _range(a), _range(b)
    if ranges[0] and ranges[1]:
        return ranges[0][0] <= ranges[1][1] and ranges[1][0] <= ranges[0][1]
    first, second = _telling(a), _telling(b)
    smaller = min(len(first), len(second))
    return smaller >= 3 and len(first & second) >= OVERLAP * smaller


def _telling(option: str) -> frozenset[str]:
    """Content words but for dates: "the press notice of 13 July 2011" and another of that day are two things."""
    return frozenset(w for w in content(option) if not w.isdigit() and w not in _MONTHS)


_MONTHS = frozenset(stem(m) for m in MONTHS)


def _range(option: str) -> tuple[float, float] | None:
    """Numbers from and to: "5 to 10 days", "under 10", "more than 20"; None for anything else."""
    numbers = [float(n.replace(",", "")) for n in re.findall(r"\d[\d,]*(?:\.\d+)?", option)]
    if re.search(r"\b(?:under|below|less than|fewer than|up to|at most)\b", option, re.IGNORECASE):
        return (0.0, numbers[0]) if len(numbers) == 1 else None
    if re.search(r"\b(?:over|above|more than|at least|or more|or over)\b", option, re.IGNORECASE):
        return (numbers[0], float("inf")) if len(numbers) == 1 else None
    if len(numbers) == 2 and re.search(r"\d\s*(?:to|and|-|–)\s*\d", option) and numbers[0] < numbers[1]:
        return numbers[0], numbers[1]
    return (numbers[0], numbers[0]) if len(numbers) == 1 and len(option.split()) < 4 else None


def no_all_or_none(item: Item) -> Iterator[str]:
    """Neither all nor none of the above (25, 26)."""
    yield from (f"{o!r} is no answer of its own" for o in item.options if _ALL_NONE.fullmatch(o.strip()))


def no_absolutes(item: Item) -> Iterator[str]:
    """No always, never and the like (28a: specific determiners)."""
    told = {w for o in item.options for w in (_ABSOLUTE.search(o),) if w}
    yield from sorted(f"{w[0]!r} tells which option is wrong, or right" for w in told)


def no_clues(item: Item) -> Iterator[str]:
    """No word that only stem and key share (28b: clang associations)."""
    if item.kind in CHOSEN:
        wrong = [o for o in item.options if o not in item.key]
        if shared := clues(item.stem, item.key, wrong):
            yield f"stem and key alone share: {', '.join(sorted(shared))}"
    for pair in item.pairs:
        if shared := clues(pair.left, [pair.right], [o for o in item.options if o != pair.right]):
            yield f"{pair.left[:40]!r} and what goes with it alone share: {', '.join(sorted(shared))}"


def key_not_longest(item: Item) -> Iterator[str]:
    """The key does not stand out by its length (24: choices about equal in length)."""
    if item.kind is not Kind.CHOICE or len(item.key) != 1:
        return
    wrong = [len(o) for o in item.options if o not in item.key]
    if wrong and len(item.key[0]) > LONGER * max(wrong) and len(item.key[0]) > max(wrong) + 15:
        yield "the key is much longer than any other option"


def like_length(item: Item) -> Iterator[str]:
    """No option is a fraction of another in length (24)."""
    lengths = sorted(map(len, item.options)) if item.kind in CHOSEN else []
    if lengths and lengths[-1] > 5 * lengths[0] and lengths[-1] - lengths[0] > 100:
        yield "the options are of very different length"


def like_kind(item: Item) -> Iterator[str]:
    """Options are of one kind (23: homogeneous in content and grammatical structure)."""
    if item.kind not in CHOSEN or len(item.options) < 3:
        return
    for form in (_sort, _capital, _whole, _begins):
        forms = Counter(map(form, item.options))
        if (
            len(forms) == 2
            and 1 in forms.values()
            and (form is _sort or len(item.options) > 3 or form is _whole)
        ):
            odd = next(o for o in item.options if forms[form(o)] == 1)
            yield f"{odd[:40]!r} is of another kind than the other options"
            return
        if form is _sort and len(forms) > 1:
            yield "the options are of different kinds"
            return


def _sort(option: str) -> str:
    if days(option):
        return "date"
    if LABEL.match(option):
        return option.split()[0]
    bare = option.strip(" .")
    if re.fullmatch(r"£?[\d.,]+(?:%| ?[a-z]+)?", bare):
        return "number"
    return "words"


def _capital(option: str) -> bool:
    return _sort(option) == "words" and len(option.split()) > 3 and option[0].islower()


def _whole(option: str) -> bool:
    """Whether an option is a whole sentence."""
    return option.rstrip("\"'’”").endswith(".")


def _begins(option: str) -> str:
    first = option.split()[0] if option.split() and not days(option) else ""
    return "to" if first == "to" else "ing" if re.fullmatch(r"[a-z]{3,}ing", first) else "other"


def in_order(item: Item) -> Iterator[str]:
    """Dates and numbers stand in their order (21: logical or numerical order)."""
    if item.kind is not Kind.CHOICE or len(item.options) < 3:
        return
    if all(map(days, item.options)):
        values = [middle(o) for o in item.options]
    else:
        ranges = [_range(o) for o in item.options]
        values = [r[0] for r in ranges if r] if all(ranges) else []
    if any(a > b for a, b in pairwise(values)) and any(a < b for a, b in pairwise(values)):
        yield "dates and numbers are best shown in their order"


def article_fits(item: Item) -> Iterator[str]:
    """The article before the gap suits more than the key (28c: grammatical inconsistencies)."""
    match = re.search(rf"\b(an?) (?:{GAP}|\.{{3}}|…)|\b(an?)\s*:?\s*$", item.stem, re.IGNORECASE)
    if item.kind not in CHOSEN or match is None:
        return
    vowel = (match[1] or match[2]).lower() == "an"
    fitting = [o for o in item.options if (o[:1].lower() in "aeiou") == vowel]
    if fitting and set(fitting) <= set(item.key):
        yield "only the key suits the article before it"
