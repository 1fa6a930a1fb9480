"""One question on its way to an answer: what was understood, and the passages ranked for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from assistant.evidence.heard_when import Heard, hear_when
from assistant.evidence.matcher import Matcher
from assistant.evidence.queries import dense_query, kind_query
from assistant.evidence.ranking import Ranked, Scores, rank
from assistant.library.library import Library, Unit
from assistant.question.facets import Want
from assistant.question.question import Question
from assistant.question.set_question import is_set_question
from corpus import Corpus
from corpus.model import Recommendation

Kinds = Callable[[str], Mapping[str, float]]
"""A question to the kinds that can be told of it, each with its probability; see ``index.kinds``."""


Nearness = Callable[[str], Mapping[str, float]]
"""A question to the ids of the sentences nearest to it, each with its cosine; see ``Index.near``."""


def untold(_query: str) -> Mapping[str, float]:
    """Tells nothing of any question."""
    return {}


@dataclass(frozen=True, eq=False)
class Asked:
    """A question with everything that is needed to answer it."""

    question: Question
    library: Library
    scores: Scores
    tell: Kinds = untold
    nearness: Nearness = untold

    @cached_property
    def kinds(self) -> Mapping[str, float]:
        """How likely the question is of each kind that is told by its vector.

        Empty where it names its place in the guidance, or asks for what records hold: such questions are seldom
        searched for, and embedding them would take longer than answering.
        """
        question = self.question
        named = question.recommendations or question.paragraphs or question.themes
        return {} if named or self.for_set else self.told_kinds

    @cached_property
    def sound(self) -> Mapping[str, float]:
        """The same, also of a question that names its place and leaves open what it wants there: it is searched for."""
        question = self.question
        wanted = question.has(Want.WHEN, Want.STATUS, Want.ARGUMENT, Want.RECOMMENDATION, Want.RESPONSE)
        unsaid = (
            question.recommendations and question.terms and not (wanted or question.whens or self.for_set)
        )
        return self.told_kinds if unsaid else self.kinds

    @cached_property
    def told_kinds(self) -> Mapping[str, float]:
        """The same of any question."""
        question = self.question
        return self.tell(kind_query(question.focus, question.text, self.library))

    @cached_property
    def near(self) -> Mapping[str, float]:
        """Cosines of the sentences nearest to the question, by their ids, as far as the model has learned to tell."""
        return self.nearness(dense_query(self.question.focus, self.library))

    @cached_property
    def heard_when(self) -> Heard | None:
        """What nearness says of the time asked for; None where it says nothing."""
        return hear_when(self)

    @property
    def corpus(self) -> Corpus:
        return self.library.corpus

    @cached_property
    def matcher(self) -> Matcher:
        """Matches the question's terms."""
        return Matcher(self.question, self.library)

    @cached_property
    def ranked(self) -> tuple[Ranked, ...]:
        """Passages that the question allows, best first."""
        return rank(self.question, self.library, self.scores, self.allows, matcher=self.matcher)

    @cached_property
    def for_set(self) -> bool:
        """Whether several recommendations are asked for, or how many."""
        return is_set_question(self.question, self.library)

    @cached_property
    def recommendations(self) -> tuple[Recommendation, ...]:
        """The recommendations that the question names and that exist, ascending."""
        known = self.corpus.recommendations
        return tuple(known[n] for n in self.question.recommendations if n in known)

    def allows(self, unit: Unit) -> bool:
        """Whether a passage stands where the question says to look."""
        passage, question = unit.passage, self.question
        if question.recommendations and passage.recommendation not in question.recommendations:
            return False
        if question.paragraphs and passage.place.paragraph not in question.paragraphs:
            return False
        if question.documents and passage.document not in question.documents:
            return False
        if question.speakers and passage.speaker not in question.speakers:
            return False
        return not question.sections or any(h in question.sections for h in passage.headings)

    @cached_property
    def groups(self) -> dict[int, float]:
        """Recommendation number to the score of its best passage, best first."""
        made: dict[int, float] = {}
        for found in self.ranked:
            number = found.unit.passage.recommendation
            if number is not None:
                made.setdefault(number, found.score)
        return made
