"""What a clause holds: of harm, of people, of policy, of the wish to act."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.notices.phrases import PhraseBook
from assistant.notices.vocabulary import Vocabulary

NEAR = 3.0
"""Weight of a person from which they are somebody near."""
_ACT = 3.0
"""Weight of harm from which it is an act or an injury, not a topic."""
_WEAK_POLICY = 1.0
_SELF = frozenset({"i", "me", "my"})
_FIRST_PERSON = frozenset({"i", "me", "we", "us"})
_DENIABLE = frozenset({"harm", "sign", "whole", "self", "frame"})
_NEGATORS = frozenset({"not", "no", "never", "nobody", "none", "without"})
_INSTEAD = (["instead", "of"], ["rather", "than"])
"""What says that something else is meant, as a denial does."""
_BETWEEN = frozenset(
    {"is", "are", "was", "were", "be", "been", "being", "am", "really", "actually", "ever", "currently"}
    | {"a", "any", "one", "child", "longer"}
)
"""Words that may stand between a denial and what it denies."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one clause, or several together, hold; weights of the strongest phrase of each kind."""

    whole: float = 0.0
    """Says all by itself: "my dad hits me"."""
    harm: float = 0.0
    sign: float = 0.0
    """What tells of harm only beside somebody near."""
    person: float = 0.0
    child: float = 0.0
    """Speaks of one child in particular."""
    now: float = 0.0
    support: frozenset[str] = frozenset()
    """Signals of disclosure, worry, immediacy and the wish to act."""
    policy: float = 0.0
    general: float = 0.0
    """Speaks of people in general."""
    benign: float = 0.0
    question: float = 0.0
    frame: float = 0.0
    """Made up: a scenario, a quiz, an essay."""
    disclaimer: float = 0.0
    """Says that it is about nobody."""
    first_person: bool = False
    own_words: bool = False
    """Speaks of "I" or "my"."""

    @property
    def near(self) -> bool:
        return self.person >= NEAR

    @property
    def counts(self) -> bool:
        """False for a clause about policy, or about people in general."""
        in_particular = self.near or (self.child and self.now and not self.general)
        if self.whole or (self.harm >= _ACT and in_particular):
            return True
        if self.near and self.sign and (self.now or (self.support and self.policy <= _WEAK_POLICY)):
            return True
        return not self.policy and (not self.general or self.near or self.first_person)


def evidence_in(words: list[str], known: Vocabulary) -> Evidence:
    """The evidence of one clause, idioms left out and what is denied not counted."""
    words = _without_idioms(words, known.book)
    strongest: dict[str, float] = {}
    support = set()
    for match in known.book.find(words):
        kind, weight = known.kind[match.signal], known.weight[match.signal]
        if kind in _DENIABLE and _denied(words, match.start):
            continue
        if kind == "self":
            if _SELF.isdisjoint(words):
                continue
            kind = "whole"
        if kind == "support":
            support.add(match.signal)
        else:
            strongest[kind] = max(weight, strongest.get(kind, 0.0))
    return Evidence(
        support=frozenset(support),
        first_person=not _FIRST_PERSON.isdisjoint(words),
        own_words=not _SELF.isdisjoint(words),
        **strongest,
    )


def _without_idioms(words: list[str], book: PhraseBook) -> list[str]:
    kept = list(words)
    for start, end in book.units(words, "idiom"):
        kept[start:end] = ["_"] * (end - start)
    return kept


def _denied(words: list[str], start: int) -> bool:
    """True where "not", "nobody", "instead of" or the like stands right before, with nothing but small words between."""
    at = start - 1
    while at >= 0 and words[at] in _BETWEEN:
        at -= 1
    return at >= 0 and (words[at] in _NEGATORS or words[max(at - 1, 0) : at + 1] in _INSTEAD)
