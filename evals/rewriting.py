"""Eight ways in which people write the same question, made by rules from questions that name a recommendation.

Every rewrite keeps what is asked; the gold of the first question stays the gold. The random choices (which word
is mistyped, which courtesy is used) come from a seed and the item's id, so that a run can be repeated.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.language.numbers import ordinal, spelt
from evals.items import Item

SEED = 2011
BASES = 40
_NAMED = re.compile(r"\b[Rr]ecommendation (\d+)\b")
_UNDER = re.compile(r",? (?:about|at|by|for|from|in|of|on|to|under|with) [Rr]ecommendation \d+\b")
_SHORT = {
    "Local Safeguarding Children Boards": "LSCBs",
    "Local Safeguarding Children Board": "LSCB",
    "Director of Children's Services": "DCS",
    "Serious Case Reviews": "SCRs",
    "Serious Case Review": "SCR",
    "Principal Child and Family Social Worker": "PCFSW",
    "Chief Social Worker": "CSW",
    "local authorities": "LAs",
    "local authority": "LA",
    "higher education institutions": "HEIs",
    "Government": "Govt",
    "government": "govt",
    "Professional Capabilities Framework": "PCF",
    "please": "pls",
    "Professor": "Prof",
}
_COURTESIES = (
    ("Good morning, I wonder whether you could help me with this: ", " Many thanks in advance."),
    ("Hello! Could you kindly tell me the following, please. ", " Thank you so much."),
    ("Sorry to bother you again - ", " Thanks ever so much, I really appreciate it."),
)

Rewrite = Callable[[str, int, random.Random], str]
"""Takes a question, the number of the recommendation it names, and a source of choices."""


def bases(items: Sequence[Item]) -> tuple[Item, ...]:
    """The forty questions that are rewritten: answered, without history, naming one recommendation by number."""
    fit = [i for i in items if not i.history and i.outcome == "answered" and not i.notices and _number(i)]
    ordered = sorted(fit, key=lambda i: hashlib.sha256(i.id.encode()).hexdigest())
    return tuple(ordered[:BASES])


def rewrites(items: Sequence[Item]) -> tuple[Item, ...]:
    """Eight rewrites of each base."""
    return tuple(_rewritten(item, name) for item in bases(items) for name in REWRITES)


def _rewritten(item: Item, name: str) -> Item:
    number = _number(item)
    assert number is not None
    choices = random.Random(f"{SEED}:{item.id}:{name}")
    question = REWRITES[name](item.question, number, choices)
    return replace(
        item,
        id=f"{item.id}~{name.replace(' ', '-')}",
        set="rewrites",
        question=question,
        twin=None,
        base=item.id,
        variant=name,
    )


def _number(item: Item) -> int | None:
    """The recommendation that a question names, once and by number; None where it does not."""
    found = _NAMED.findall(item.question)
    others = re.sub(_NAMED, "", item.question)
    if len(found) != 1 or re.search(r"\d", others) or item.recommendations != (int(found[0]),):
        return None
    return int(found[0])


def _typing(question: str, number: int, choices: random.Random) -> str:
    """Two words mistyped: letters swapped, one left out, or one doubled."""
    places = [m.span() for m in re.finditer(r"[a-z]{5,}", question)]
    for start, end in sorted(choices.sample(places, min(2, len(places))), reverse=True):
        at = choices.randrange(start + 1, end - 2)
        a, b = question[at], question[at + 1]
        typed = choices.choice((b + a, a, a + a + b))
        question = question[:at] + typed + question[at + 2 :]
    return question


def _number_words(question: str, number: int, choices: random.Random) -> str:
    return _NAMED.sub(f"recommendation {spelt(number)}", question)


def _ordinals(question: str, number: int, choices: random.Random) -> str:
    return _NAMED.sub(f"the {ordinal(number)} recommendation", question)


def _abbreviations(question: str, number: int, choices: random.Random) -> str:
    question = _NAMED.sub(choices.choice((f"rec {number}", f"R{number}", f"rec. {number}")), question)
    for long, short in _SHORT.items():
        question = question.replace(long, short)
    return question


def _casing(question: str, number: int, choices: random.Random) -> str:
    return question.upper() if choices.random() < 0.5 else question.lower()


def _politeness(question: str, number: int, choices: random.Random) -> str:
    before, after = choices.choice(_COURTESIES)
    return f"{before}{question}{after}"


def _order(question: str, number: int, choices: random.Random) -> str:
    """What it is about comes first: "Recommendation 14 - by when is it to be done?"; last where it stood first."""
    if _NAMED.match(question):
        return f"{_NAMED.sub('', question, count=1).strip(' ,:-?')} - recommendation {number}?"
    rest = _UNDER.sub("", question, count=1)
    rest = _NAMED.sub("it", rest, count=1)
    return f"Recommendation {number} - {rest[0].lower()}{rest[1:]}"


def _negation(question: str, number: int, choices: random.Random) -> str:
    """Another recommendation is named, and said not to be meant."""
    other = choices.choice([n for n in range(1, 16) if n != number])
    return f"I do not mean recommendation {other}. {question}"


REWRITES: dict[str, Rewrite] = {
    "typing errors": _typing,
    "number words": _number_words,
    "ordinals": _ordinals,
    "abbreviations": _abbreviations,
    "casing": _casing,
    "politeness": _politeness,
    "order": _order,
    "negation": _negation,
}
