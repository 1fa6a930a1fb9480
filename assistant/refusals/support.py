"""Whether the passages of a draft answer the question, or only stand near it.

Overlap alone cannot tell: questions about what the guidance leaves out often use more of its words than questions
that it answers. So several signs are read off and weighed. The weights began as a logistic regression on the
development questions (``python -m evals fit``) and were rounded; signs that seldom occur were strengthened by hand.
Those of cosines and of unsaid words were fitted again beside them on a third of these questions, embedded with an
adapter that had learned from the other two: with the shipped one, which has seen them all, cosines would seem surer.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, fields, replace
from operator import attrgetter, mul

from assistant.answers.draft import Draft
from assistant.evidence.asked import Asked
from assistant.evidence.deeds import deed_missing
from assistant.evidence.kinds import money_but_no_money
from assistant.evidence.measures import measure_missing
from assistant.question.facets import Want
from assistant.refusals.signs import Signs, signs_of

#: A draft is shown where the probability that it answers is at least this.
ENOUGH = 0.55


@dataclass(frozen=True, slots=True)
class Weights(Signs):
    """A weight for each sign, and the constant."""

    constant: float


FITTED = Weights(
    count_missing=-3.58, unknown_names=-1.1, name_elsewhere=-3.0, unknown_run=-4.0, wrong_speaker=-0.66, names_missing=-4.0,
    length_missing=-4.0, contact_missing=-2.5, unit_missing=-4.0, deed_missing=-4.0, measure_missing=-4.0, contrary=-4.0, thing_missing=-1.2, subject_missing=-1.5, field_unknown=-4.0, field_elsewhere=-3.0, wordless=-4.0, post_missing=-4.0, items_missing=-4.0, condition=-6.0, money=-3.6, nouns_missing=-0.6, noun_weight=-0.24,
    adjective_weight=-0.67, compounds_missing=-0.29, own=0.5, dense=4.3, nearest=5.8, when=0.05, who=0.7, named=1.5,
    constant=-1.55,
)  # fmt: skip


def unsupported(asked: Asked, draft: Draft) -> bool:
    """Whether a draft should not be shown as the answer to its question."""
    if not asked.question.terms:
        return False
    if draft.from_records:  # complete as a set, but no set tells "what happens to those that do not"
        of_a_paper = (
            bool(asked.question.documents)
            and asked.question.has(Want.WHO)
            and deed_missing(asked, draft.shown, ())
        )
        of_several = asked.question.has(Want.WHICH, Want.COUNT, Want.LIST, Want.STATUS)
        unpaid = not of_several and money_but_no_money(asked, draft.shown)
        return of_a_paper or unpaid or measure_missing(asked, draft.leading or draft.quotes)
    return probability(signs_of(asked, draft)) < ENOUGH


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
