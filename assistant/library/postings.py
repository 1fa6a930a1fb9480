"""Which of many texts hold a stem, as arrays, so that a whole corpus is matched against a term at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.language.vocabulary import Phrase, Term
from assistant.library.library import OTHER_WORDING, PART_OF_WORDING, Library, Stems, Unit
from corpus.model import Part

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Postings:
    """Stems of some texts, turned round."""

    def __init__(self, texts: Sequence[Stems]) -> None:
        self.size = len(texts)
        found: dict[str, list[int]] = {}
        for i, stems in enumerate(texts):
            for stem in stems:
                found.setdefault(stem, []).append(i)
        self._places = found
        self._arrays: dict[str, NDArray[np.bool_]] = {}

    def holding(self, stem: str) -> NDArray[np.bool_]:
        """For each text, whether it holds a stem."""
        import numpy as np

        if stem not in self._arrays:
            made = np.zeros(self.size, dtype=bool)
            made[self._places.get(stem, [])] = True
            if stem not in self._places:
                return made  # what is asked about has no bound, what the texts say has
            self._arrays[stem] = made
        return self._arrays[stem]

    def support(self, term: Term) -> NDArray[np.float64]:
        """For each text, how far it says a term: as ``library.supports``, 0 to 1."""
        import numpy as np

        own = self._all(term.own)
        made = np.where(own, 1.0, np.where(self.any_of(term.alternatives), OTHER_WORDING, 0.0))
        if len(term.own) > 1:
            share = sum(self.holding(s) for s in term.own) * (PART_OF_WORDING / len(term.own))
            made = np.maximum(made, share)
        return made

    def any_of(self, wordings: Iterable[Phrase]) -> NDArray[np.bool_]:
        """For each text, whether it holds all stems of any of these wordings."""
        import numpy as np

        made = np.zeros(self.size, dtype=bool)
        for wording in wordings:
            made |= self._all(wording)
        return made

    def _all(self, wording: Phrase) -> NDArray[np.bool_]:
        made = self.holding(wording[0])
        for stem in wording[1:]:
            made = made & self.holding(stem)
        return made


class Scopes:
    """The passages of a library at four widths: the passage, its list, its surroundings, its sentences."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.own = Postings([u.stems for u in library.units])
        self.lead = Postings([u.stems | u.lead | u.headings for u in library.units])
        self.context = Postings([surroundings(u, library) for u in library.units])
        self.sentences = Postings([s.stems | u.lead for u in library.units for s in u.sentences])

    @cached_property
    def near(self) -> Postings:
        """The pairs of stems, joined by a space, that stand in a passage in this order with no more than two between."""
        return Postings(
            [
                frozenset(
                    f"{a} {b}" for gap in (1, 2, 3) for a, b in zip(u.order, u.order[gap:], strict=False)
                )
                for u in self._library.units
            ]
        )

    @cached_property
    def sentence_owner(self) -> NDArray[np.intp]:
        """For each sentence, the number of its passage."""
        import numpy as np

        return np.array([i for i, u in enumerate(self._library.units) for _ in u.sentences], dtype=np.intp)


def surroundings(unit: Unit, library: Library) -> Stems:
    """What surrounds a passage: its lead-in, headings, and the recommendation's own words."""
    found = unit.stems | unit.lead | unit.headings
    number = unit.passage.recommendation
    if number is not None:
        parts = library.recommendation_stems[number]
        found |= parts[Part.RECOMMENDATION] | parts[unit.passage.part]
    return found
