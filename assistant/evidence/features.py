"""What is the same about the passages of a library whatever is asked."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from assistant.evidence.kinds import holds_names
from assistant.evidence.matcher import Matcher
from assistant.language.words import stems
from assistant.library.library import Library, Stems, Unit
from corpus.model import Part, PassageKind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: A paragraph of fewer words than this, without a full stop, is a label.
LABEL = 16


def is_label(unit: Unit) -> bool:
    """Whether a passage is no statement: a name, an address line, a date line, a title, a list of numbers."""
    text = unit.passage.text
    return (
        unit.passage.kind is PassageKind.PARAGRAPH
        and len(text.split()) < LABEL
        and not text.rstrip().endswith((".", ":"))
    )


def group_of(unit: Unit) -> tuple[object, ...]:
    """What a passage belongs to: its recommendation; outside the table its numbered paragraph, or its section."""
    passage = unit.passage
    if passage.recommendation is not None:
        return (passage.recommendation,)
    return (passage.document, passage.place.paragraph, passage.headings[-1:])


class Features:
    """What is the same about the passages of a library whatever is asked, one number for each passage."""

    def __init__(self, library: Library) -> None:
        import numpy as np

        self._library = library
        units = library.units
        self._row = {u.passage.id: i for i, u in enumerate(units)}
        self.statements = [i for i, u in enumerate(units) if u.passage.kind is not PassageKind.STATUS_LINE]
        self.lengths = np.array([math.log(len(u.order) + 5) / 5 for u in units])
        first = library.corpus.documents[0].id
        self.primary = np.array([u.passage.document == first for u in units])
        self.labels = np.array([is_label(u) for u in units])
        parts = {part: i for i, part in enumerate(Part)}
        self._part = np.array([parts[u.passage.part] for u in units], dtype=np.intp)
        self._speakers = list(dict.fromkeys(u.passage.speaker for u in units))
        self._speaker = np.array([self._speakers.index(u.passage.speaker) for u in units], dtype=np.intp)
        recs = library.corpus.recommendations
        self._titles: dict[int | None, Stems] = {None: frozenset()}
        self._titles |= {n: frozenset(stems(rec.title)) for n, rec in recs.items()}
        row = {n: i for i, n in enumerate(self._titles)}
        self._under = np.array([row[u.passage.recommendation] for u in units], dtype=np.intp)
        numbers: dict[tuple[object, ...], int] = {}
        self._before, self._after = (np.array(rows, dtype=np.intp) for rows in _neighbours(units))
        self._group = np.array([numbers.setdefault(group_of(u), len(numbers)) for u in units], dtype=np.intp)

    @cached_property
    def names(self) -> NDArray[np.bool_]:
        """Whether it holds the name of a person or place."""
        import numpy as np

        return np.array([holds_names(u.passage.text, self._library) for u in self._library.units])

    def spread(self, found: Mapping[str, float], other: float) -> NDArray[np.float64]:
        """Scores by passage id as one number for each passage, ``other`` where there is none."""
        import numpy as np

        made = np.full(len(self._row), other)
        made[[self._row[i] for i in found]] = list(found.values())
        return made

    def by_part(self, values: Mapping[Part, float]) -> NDArray[np.float64]:
        """For each passage, the value of its part."""
        import numpy as np

        return np.array([values[part] for part in Part])[self._part]

    def by_speaker(self, values: Mapping[str, float]) -> NDArray[np.float64]:
        """For each passage, the value of the one who speaks in it."""
        import numpy as np

        return np.array([values[speaker] for speaker in self._speakers])[self._speaker]

    def titled(self, matcher: Matcher) -> NDArray[np.float64]:
        """For each passage, the share of what is asked about that are names that its recommendation's title alone says."""
        import numpy as np

        names = [(w, t) for w, t in zip(matcher.weights, matcher.terms, strict=True) if len(t.own) > 1]
        if not names:
            return np.zeros(len(self._under))
        titles = list(self._titles.values())
        alone = [(w, t) for w, t in names if sum(title.issuperset(t.own) for title in titles) == 1]
        said = [sum(w for w, t in alone if title.issuperset(t.own)) for title in titles]
        shares: NDArray[np.float64] = (np.array(said) / matcher.total)[self._under]
        return shares

    def best_of_group(self, scores: NDArray[np.float64]) -> NDArray[np.float64]:
        """For each passage, the best score of those that belong to the same."""
        import numpy as np

        made = np.zeros(len(self._group))
        np.maximum.at(made, self._group, scores)
        best: NDArray[np.float64] = made[self._group]
        return best

    def beside(self, scores: NDArray[np.float64]) -> NDArray[np.float64]:
        """For each passage, the average score of those before and after it in its document."""
        average: NDArray[np.float64] = (scores[self._before] + scores[self._after]) / 2
        return average


def _neighbours(units: tuple[Unit, ...]) -> tuple[list[int], list[int]]:
    """For each passage the one before and the one after; itself at the beginning or end of a document."""
    documents = [u.passage.document for u in units]
    last = len(units) - 1
    before = [i - 1 if i and documents[i - 1] == d else i for i, d in enumerate(documents)]
    after = [i + 1 if i < last and documents[i + 1] == d else i for i, d in enumerate(documents)]
    return before, after


@lru_cache(maxsize=4)
def features(library: Library) -> Features:
    """The features of a library; made once."""
    return Features(library)
