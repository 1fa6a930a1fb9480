"""Choosing wrong answers: near enough to be tempting, and no help to somebody who only guesses.

For each item it is drawn beforehand which rank the key shall have among the options by length and by likeness
to the stem, every rank as often as any other; of many possible sets of wrong answers the one is taken that
comes nearest, and that keeps guessing at chance over all items.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from assistant.quiz.balance import Balance
from assistant.quiz.drafting import Draft, item_of
from assistant.quiz.model import Difficulty, Item, Kind
from assistant.quiz.text import LABEL, content, likeness

TRIES = 40
"""Sets of wrong answers that are weighed for an item."""
POOL = 18
"""Wrong answers that are considered for one set, at most."""
Ranks = tuple[float, ...]


def items_of(drafts: Sequence[Draft], seed: str, balance: Balance) -> list[Item]:
    """Items of drafts that ask alike, weighed together; a draft without fit wrong answers is left out.

    Args:
        drafts: single choice and multiple response.
        seed: names the family, so that its items come out the same each time.
        balance: of the items made before; takes these in.
    """
    rng = random.Random(seed)
    targets = _targets(len(drafts), rng)
    keyed = Counter(k for d in drafts for k in d.key)
    shown = Counter(keyed)
    balance.expect(d.key[0] for d in drafts if d.kind is Kind.CHOICE)
    made = []
    for draft, target in zip(drafts, targets, strict=True):
        weighed = _Weighed(draft, target, keyed, shown, balance)
        wrong = _choose(weighed, rng)
        if wrong is None:
            continue
        shown.update(wrong)
        if draft.kind is Kind.CHOICE:
            balance.add(draft.stem, (draft.key[0], *wrong))
        made.append(item_of(draft, arranged(draft, wrong, rng), graded(draft.key[0], wrong, draft.scale)))
    return made


def _targets(count: int, rng: random.Random) -> list[Ranks]:
    """For each item the wanted rank of its key, from 0 to 1, by length (or scale) and by likeness, and a nearness."""
    columns = []
    for _ in range(3):
        column = [(i % 4) / 3 for i in range(count)]
        rng.shuffle(column)
        columns.append(column)
    return list(zip(*columns, strict=True))


@dataclass(frozen=True)
class _Weighed:
    """A draft with all that its sets of wrong answers are weighed by."""

    draft: Draft
    target: Ranks
    keyed: Counter[str]
    """How often each option is right in the family."""
    shown: Counter[str]
    """How often it has been shown."""
    balance: Balance

    def cost(self, wrong: tuple[str, ...]) -> float:
        """The lower the better: ranks as wanted, nothing shown too often, guessing kept at chance."""
        draft, options = self.draft, (self.draft.key[0], *wrong)
        cost = 0.0
        if draft.scale:
            scale = draft.scale
            cost += 2 * abs(_rank(options, lambda o: scale.get(o, 0.0)) - self.target[0])
        else:
            cost += 0.5 * abs(_rank(options, len) - self.target[0])
        cost += 0.5 * abs(_rank(options, lambda o: likeness(draft.stem, o)) - self.target[1])
        often = [self.shown[o] / len(options) - self.keyed[o] for o in wrong]
        cost += 0.15 * sum(max(0.0, o) for o in often) / len(wrong)
        return cost + (self.balance.cost(draft.stem, options) if draft.kind is Kind.CHOICE else 0.0)


def _choose(weighed: _Weighed, rng: random.Random) -> tuple[str, ...] | None:
    draft = weighed.draft
    key = draft.key[0]
    free = sorted({o for o in draft.pool if not any(draft.clash(o, k) for k in draft.key)})
    free.sort(key=lambda o: -_nearness(draft, key, o))
    considered = _considered(free, weighed.target[2], rng)
    for size in range(min(draft.wrong, len(considered)), draft.fewest - 1, -1):
        sets = [s for s in _sets(considered, size, rng) if _fits(draft, s)]
        if sets:
            return min(sets, key=weighed.cost)
    return None


def _considered(free: list[str], nearness: float, rng: random.Random) -> list[str]:
    """The part of the pool that a set is drawn from: the nearest ones, or a mixture."""
    if len(free) <= POOL:
        return free
    near_ones = free[: POOL // 2]
    if nearness > 0.8:
        return near_ones + rng.sample(free[POOL // 2 :], POOL // 2)
    if nearness > 0.5:
        return free[:POOL]
    return rng.sample(free[len(free) // 3 :] or free, min(POOL, len(free) - len(free) // 3))


def _sets(pool: list[str], size: int, rng: random.Random) -> Iterable[tuple[str, ...]]:
    every = list(combinations(pool, size)) if len(pool) < 10 else []
    if every:
        return rng.sample(every, min(len(every), 2 * TRIES))
    return [tuple(rng.sample(pool, size)) for _ in range(TRIES)]


def _fits(draft: Draft, wrong: tuple[str, ...]) -> bool:
    return not any(draft.clash(a, b) for a, b in combinations(wrong, 2)) and not clues(
        draft.stem, draft.key, wrong
    )


def clues(stem: str, key: Iterable[str], wrong: Iterable[str]) -> frozenset[str]:
    """Word stems that stem and key share and no wrong answer has; figures, such as years, left out."""
    shared = content(stem) & frozenset[str]().union(*map(content, key))
    return frozenset(w for w in shared - frozenset[str]().union(*map(content, wrong)) if not w.isdigit())


def _rank(options: tuple[str, ...], measure: Callable[[str], float]) -> float:
    """The rank of the first option, 0 (lowest) to 1 (highest); ties share theirs."""
    values = [measure(o) for o in options]
    below = sum(v < values[0] for v in values[1:])
    same = sum(v == values[0] for v in values[1:])
    return (below + same / 2) / (len(options) - 1)


def arranged(draft: Draft, wrong: tuple[str, ...], rng: random.Random) -> tuple[str, ...]:
    """Key and wrong answers in the order shown: their own where they have one, else shuffled."""
    options = [*draft.key, *wrong]
    if draft.scale:
        return tuple(sorted(options, key=draft.scale.__getitem__))
    rng.shuffle(options)
    return tuple(options)


def _nearness(draft: Draft, key: str, other: str) -> float:
    return nearness(key, other, draft.scale)


def nearness(key: str, other: str, scale: Mapping[str, float] | None) -> float:
    """How near a wrong answer is to the key, 0 to 1: by days on a scale, else by the words they share."""
    if scale:
        return 1 / (1 + abs(scale[key] - scale[other]) / 180)
    return likeness(LABEL.sub("", key), LABEL.sub("", other))


#: Mean nearness of the wrong answers from which an item is of medium difficulty, and from which it is hard.
_ON_SCALE, _IN_WORDS = (0.4, 0.55), (0.08, 0.16)


def graded(key: str, wrong: tuple[str, ...], scale: Mapping[str, float] | None) -> Difficulty:
    """How hard an item is, from how near its wrong answers are to the key."""
    mean = sum(nearness(key, o, scale) for o in wrong) / len(wrong)
    medium, hard = _ON_SCALE if scale else _IN_WORDS
    return Difficulty.HARD if mean >= hard else Difficulty.MEDIUM if mean >= medium else Difficulty.EASY
