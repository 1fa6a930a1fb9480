"""Whether the passages of a draft answer the question, or only stand near it.

Overlap alone cannot tell: questions about what the guidance leaves out often use more of its words than questions
that it answers. So several signs are read off and weighed. The weights lie half way between two logistic regressions:
one on the development questions, its rare signs strengthened by hand, and one on a third of these questions together
with a third of those written for teaching, which nobody has written rules for (2,895 drafts); signs that hardly
ever stand on a right answer kept the weight of the first. The latter were embedded with an adapter that had learned
from the other two thirds, as ``python -m evals fit`` does: with the shipped one, which has seen them all, cosines
would seem surer. A deed that no quote tells of decides alone: of 28 questions that nobody had written rules for and that
it was found of, two had been answered rightly.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, fields, replace
from operator import attrgetter, mul

from assistant.answers.draft import Draft
from assistant.evidence.asked import Asked
from assistant.evidence.dated_deeds import time_untold
from assistant.evidence.deeds import deed_missing
from assistant.evidence.kinds import money_but_no_money
from assistant.evidence.measures import measure_missing
from assistant.question.facets import Want
from assistant.question.paper import asks_of_paper
from assistant.question.speakers import answered_by
from assistant.refusals.signs import Signs, sentences_of, signs_of

#: A draft is shown where the probability that it answers is at least this.
ENOUGH = 0.6


@dataclass(frozen=True, slots=True)
class Weights(Signs):
    """A weight for each sign, and the constant."""

    constant: float


FITTED = Weights(
    count_missing=-3.5, unknown_names=-0.8, name_elsewhere=-2.0, unknown_run=-4.5, wrong_speaker=-0.66, names_missing=-4.0,
    length_missing=-4.0, contact_missing=-4.0, unit_missing=-4.0, deed_missing=-8.0, measure_missing=-4.0, contrary=-3.0, thing_missing=-1.0, subject_missing=-1.0, field_unknown=-2.8, field_elsewhere=-1.9, wordless=-5.0, post_missing=-4.0, items_missing=-4.0, condition=-6.0, untold=-6.0, money=-4.0, nouns_missing=-0.3, noun_weight=-0.3,
    adjective_weight=-0.65, compounds_missing=-0.15, own=0.8, dense=4.7, nearest=6.7, when=0.0, who=0.3, named=1.2,
    constant=-2.3,
)  # fmt: skip


def unsupported(asked: Asked, draft: Draft) -> bool:
    """Whether a draft should not be shown as the answer to its question."""
    if answered_by(asked.question.focus, asked.library) and not any(map(asked.allows, asked.library.units)):
        return True
    if not asked.question.terms:
        return False
    if draft.from_records:
        return _record_lacks(asked, draft)
    return probability(signs_of(asked, draft)) < ENOUGH


def _record_lacks(asked: Asked, draft: Draft) -> bool:
    """Whether a set read off the records lacks what is asked for.

    It is complete as a set, but no set tells "what happens to those that do not".
    """
    question, leading = asked.question, draft.leading or draft.quotes
    of_a_paper = bool(question.documents) and question.has(Want.WHO) and not asks_of_paper(question)
    if (of_a_paper and deed_missing(asked, draft.shown, ())) or measure_missing(asked, leading):
        return True
    if question.has(Want.WHICH, Want.COUNT, Want.LIST, Want.STATUS, Want.ORDER):
        return False
    if money_but_no_money(asked, draft.shown):
        return True
    return question.has(Want.WHEN) and time_untold(question.focus, sentences_of(asked, leading))


def granted_elsewhere(asked: Asked, draft: Draft) -> bool:
    """Whether a question for a reason is refused only for a name that it puts where the documents do not.

    What it takes for granted is then not so: what they do say of its subject is the answer.
    """
    if not asked.question.has(Want.ARGUMENT) or len(draft.recommendations) != 1:
        return False
    signs = signs_of(asked, draft)
    if not signs.name_elsewhere or signs.unknown_names or signs.unknown_run:
        return False
    return probability(replace(signs, name_elsewhere=0.0, nouns_missing=0.0, noun_weight=0.0)) >= ENOUGH


_EACH = attrgetter(*(f.name for f in fields(Signs)))


def probability(signs: Signs, weights: Weights = FITTED) -> float:
    """Probability that a draft with these signs answers its question, 0 to 1."""
    total = weights.constant + sum(map(mul, _EACH(weights), _EACH(signs)))
    return (1 + math.tanh(total / 2)) / 2  # the logistic function, which a long question does not overflow
