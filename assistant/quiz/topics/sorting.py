"""Items on what each recommendation has just one of, such as its status: asked from either side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.quiz.drafting import Draft, Statement, never
from assistant.quiz.model import Claim, Kind, Level, Relation, Topic
from assistant.quiz.records import Records
from assistant.quiz.sources import Source

#: A question about the recommendation of a number.
Stem = Callable[[int], str]
#: A sentence up to its value, from the names of the response and of a recommendation.
Told = Callable[[str, str], str]


@dataclass(frozen=True)
class Sorting:
    """Recommendations by something that each has one of."""

    records: Records
    topic: Topic
    relation: Relation
    values: Mapping[int, str]
    """Recommendation number to what it has."""
    source: Callable[..., Source]
    """What proves it of the recommendations of some numbers."""

    def having(self, value: str) -> list[int]:
        """The recommendations that have a value, in order."""
        return [n for n, own in self.values.items() if own == value]

    def value_of(self, number: int, stem: str, pool: Iterable[str], scale: Mapping[str, float]) -> Draft:
        """Which value has this recommendation? Options are told apart by their words and shown by the scale."""
        options = tuple(pool)
        return Draft(
            kind=Kind.CHOICE,
            topic=self.topic,
            level=Level.RECALL,
            stem=stem,
            key=(self.values[number],),
            claim=Claim(self.relation, self.records.labels[number], None),
            source=self.source(number),
            pool=options,
            clash=lambda a, b: a == b,
            scale=scale,
        )

    def which(
        self,
        numbers: Sequence[int],
        stem: str,
        among: Iterable[int] | None = None,
        source: Source | None = None,
    ) -> Draft:
        """Which of these has the value? One recommendation, or several that all have the same.

        Args:
            numbers: the right ones.
            stem: the question; where several are right it is said that all are wanted.
            among: recommendations that the wrong ones are taken from; None for all.
            source: what proves it, where that is not the sorting's own.
        """
        value = self.values[numbers[0]]
        several = len(numbers) > 1
        labels = self.records.labels
        return Draft(
            kind=Kind.MULTIPLE_RESPONSE if several else Kind.CHOICE,
            topic=self.topic,
            level=Level.RECALL,
            stem=f"{stem} Choose all that apply." if several else stem,
            key=tuple(labels[n] for n in numbers),
            claim=Claim(self.relation, None, value),
            source=source or self.source(*numbers),
            pool=tuple(labels[n] for n in among or labels if self.values.get(n) != value),
            wrong=5 - len(numbers) if several else 3,
            clash=never,
        )

    def values_of(self, numbers: Iterable[int], stem: Stem, scale: Mapping[str, float]) -> Iterator[Draft]:
        """Which value has each of some recommendations? Only where there are more values to choose from than two."""
        if len(scale) > 2:
            for number in numbers:
                yield self.value_of(number, stem(number), scale, scale)

    def statements(self, brief: Told, pool: Iterable[str], full: Told | None = None) -> Iterator[Statement]:
        """True or false of each recommendation, worded in full, or as briefly as its space asks for."""
        records, others = self.records, tuple(pool)
        for number in self.values:
            yield self.statement(
                number,
                (full or brief)(records.response_name, records.named(number)),
                (brief(by, named) for named in records.namings(number) for by in records.response_names),
                others,
            )

    def statement(self, number: int, before: str, brief: Iterable[str], pool: Iterable[str]) -> Statement:
        """True or false: the value of a recommendation, or another; ``before`` ends with the mark of a quote."""
        return Statement(
            topic=self.topic,
            level=Level.RECALL,
            before=before,
            brief=tuple(brief),
            after="”.",
            key=self.values[number],
            pool=tuple(dict.fromkeys(other for other in pool if other != self.values[number])),
            claim=Claim(self.relation, self.records.labels[number], None),
            source=self.source(number),
        )
