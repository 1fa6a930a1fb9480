"""Choosing a quiz from the bank: what is asked for, evenly covered, the same for the same seed."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.quiz.arrange import arranged
from assistant.quiz.bank import Bank
from assistant.quiz.errors import QuizError, UnknownChoice
from assistant.quiz.model import Difficulty, Item, Kind, Level, Quiz

if TYPE_CHECKING:
    from assistant.quiz.formats import Format

DEFAULT_COUNT = 10
DEFAULT_SEED = 1


@dataclass(frozen=True, slots=True)
class Wish:
    """What a quiz is to be about; an empty choice leaves everything in."""

    count: int | None = None
    """None takes ten, or fewer where there are fewer."""
    seed: int = DEFAULT_SEED
    themes: tuple[int, ...] = ()
    recommendations: tuple[int, ...] = ()
    documents: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    levels: tuple[Level, ...] = ()
    difficulties: tuple[Difficulty, ...] = ()

    def takes(self, item: Item) -> bool:
        """Whether an item is of what was chosen."""
        return all(
            not chosen or value in chosen
            for chosen, value in (
                (self.themes, item.theme),
                (self.recommendations, item.recommendation),
                (self.documents, item.document),
                (self.kinds, item.kind),
                (self.levels, item.level),
                (self.difficulties, item.difficulty),
            )
        )


def make_quiz(bank: Bank, wish: Wish, form: Format | None = None) -> Quiz:
    """The quiz that is wished for.

    Args:
        form: what the quiz is to be written in; it is drawn from what that can hold.

    Raises:
        QuizError: there is nothing to choose from, or less than asked.
        UnknownChoice: there is no such theme, recommendation or document.
    """
    _check(bank, wish)
    pool = [i for i in bank.items if wish.takes(i) and not (form and form.hindrance(i))]
    held = f"--format {form.name} " if form and any(map(form.hindrance, bank.items)) else ""
    count = min(DEFAULT_COUNT, len(pool)) if wish.count is None else wish.count
    if count < 1 and pool:
        raise QuizError(
            f"A quiz has 1 to {len(pool)} items, not {count}. Run: assistant quiz {held}--count {len(pool)}"
        )
    if count > len(pool) or not pool:
        raise QuizError(_too_few(len(pool), wish, held))
    rng = random.Random(f"{wish.seed}")
    items = _drawn(pool, count, rng)
    rng.shuffle(items)
    return Quiz(items=arranged(items, rng), seed=wish.seed, title=_title(bank, wish))


def _check(bank: Bank, wish: Wish) -> None:
    corpus = bank.corpus
    for named, chosen, there in (
        ("theme", wish.themes, tuple(corpus.themes)),
        ("recommendation", wish.recommendations, tuple(corpus.recommendations)),
        ("document", wish.documents, tuple(d.id for d in corpus.documents)),
    ):
        for value in chosen:
            if value not in there:
                known = ", ".join(map(str, there))
                raise UnknownChoice(f"There is no {named} {value!r}; there are {known}.")


def _too_few(there: int, wish: Wish, held: str) -> str:
    """What there is, as a line; ``held`` is the option that names the format, where that cannot hold everything."""
    asked = "" if wish.count is None else f", not {wish.count}"
    chosen = (wish.themes, wish.recommendations, wish.documents, wish.kinds, wish.levels, wish.difficulties)
    of = "of what was chosen " if any(chosen) else ""
    by = f" that {held.split()[-1]} can hold" if held else ""
    mend = f"assistant quiz {held}--count {there}" if there else "assistant quiz --help"
    items = f"item{'' if there == 1 else 's'} {of}to choose from{by}"
    return f"There {'is' if there == 1 else 'are'} {there} {items}{asked}. Run: {mend}"


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An item with what it would repeat."""

    item: Item
    place: tuple[object, ...]
    kind: tuple[object, ...]
    said: frozenset[object]
    """Its stem and its quotes."""

    @classmethod
    def of(cls, item: Item) -> _Candidate:
        return cls(item, place(item), _kind(item), frozenset((item.stem, *_quotes(item))))


@dataclass
class _Drawn:
    """What has been drawn already, and how often."""

    places: Counter[object] = field(default_factory=Counter)
    kinds: Counter[object] = field(default_factory=Counter)
    topics: Counter[object] = field(default_factory=Counter)
    said: set[object] = field(default_factory=set)

    def add(self, one: _Candidate) -> None:
        self.places[one.place] += 1
        self.kinds[one.kind] += 1
        self.topics[one.item.topic] += 1
        self.said |= one.said

    def cost(self, one: _Candidate) -> tuple[int, ...]:
        """What an item would repeat: its quotes or stem, its place, its kind, its topic."""
        again = int(not self.said.isdisjoint(one.said))
        return (again, self.places[one.place], self.kinds[one.kind], self.topics[one.item.topic])


def _drawn(pool: Sequence[Item], count: int, rng: random.Random) -> list[Item]:
    """Items drawn one by one, each of what has been drawn least; no quote twice as long as that can be."""
    left = [_Candidate.of(i) for i in sorted(pool, key=lambda i: i.id)]
    rng.shuffle(left)
    drawn, made = _Drawn(), []
    for _ in range(count):
        at = min(range(len(left)), key=lambda n: drawn.cost(left[n]))
        one = left.pop(at)
        drawn.add(one)
        made.append(one.item)
    return made


def place(item: Item) -> tuple[object, ...]:
    """What a quiz covers evenly: recommendations, themes across them, documents."""
    if item.recommendation is not None:
        return ("recommendation", item.recommendation)
    return ("document", item.document, item.theme)


def _kind(item: Item) -> tuple[object, ...]:
    """Kinds, statements that are true and those that are false being two."""
    return (item.kind, *item.key) if item.kind is Kind.TRUE_FALSE else (item.kind,)


def _quotes(item: Item) -> frozenset[tuple[str, int]]:
    return frozenset((c.document, c.span.start) for c in item.citations)


def _title(bank: Bank, wish: Wish) -> str:
    """What the quiz is about, in a line."""
    about = [f"theme {t}: {bank.corpus.themes[t]}" for t in wish.themes]
    about += [f"recommendation {n}: {bank.corpus.recommendations[n].title}" for n in wish.recommendations]
    about += [bank.corpus.document[d].short_title for d in wish.documents]
    return "Quiz on the Munro review" + (f" – {'; '.join(about)}" if about else "")
