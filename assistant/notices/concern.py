"""Whether somebody describes a concern about an actual person, now, rather than asking about policy."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.notices.evidence import NEAR, Evidence, evidence_in
from assistant.notices.vocabulary import vocabulary
from assistant.notices.wording import sentences
from corpus.patterns import lazy_regex

_SOMEBODY = 2.0
"""Weight of a person from which it is one in particular."""
_SUPPORT_AT_MOST = 3.0
_MUCH_SUPPORT = 1.5
"""Support from which signs of harm count beside anybody."""
_ASIDE_POLICY = 1.0
"""Taken off where the clauses that count speak of policy too."""
_STORY = 2.0
_SHORT_STORY = 0.5
_LONG = 8
"""Words from which a text is a story."""
_STATED = 1.0
_ASKED = 0.5
_TOLD_TOGETHER = 5
"""Sentences in a row whose evidence counts together."""
_PIECE, _LOOKED_AT = 2_000, 40_000
"""Characters of a long text that are looked at in one piece, and in all."""
_IN_PIECES = lazy_regex(rf".{{1,{_PIECE}}}(?:\s|\Z)|.{{1,{_PIECE}}}", re.DOTALL)

_Sentence = Sequence[tuple[str, Evidence]]
"""The clauses of a sentence with what each holds."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """How a text was judged."""

    score: float
    threshold: float
    clauses: tuple[tuple[str, Evidence], ...]

    @property
    def live(self) -> bool:
        return self.score >= self.threshold


def live_concern(text: str) -> bool:
    """True where the text tells of an actual person who is, or was, harmed or in danger.

    False for questions of policy, made-up scenarios and what is expressly denied.
    """
    return weigh(text).live


def concern_in_pieces(text: str) -> bool:
    """The same of a text too long to be read whole, looked at piece by piece up to a length."""
    return any(map(live_concern, pieces(text)))


def pieces(text: str) -> list[str]:
    """The beginning of a long text in pieces that end between words, where there are any."""
    return [match[0] for match in _IN_PIECES.finditer(text[:_LOOKED_AT])]


def weigh(text: str) -> Weighing:
    """The score of a text with the evidence of each clause."""
    known = vocabulary()
    told = sentences(text, known.speller, known.starters)
    read = [[(" ".join(words), evidence_in(words, known)) for words in sentence] for sentence in told]
    told_clauses = tuple(clause for sentence in read for clause in sentence)
    everything = [evidence for _, evidence in told_clauses]
    frame, disclaimer = _most("frame", everything), _most("disclaimer", everything)
    mixed = any(evidence.policy for evidence in everything)
    together = [read[at : at + _TOLD_TOGETHER] for at in range(max(1, len(read) - _TOLD_TOGETHER + 1))]
    score = max(_told(some, "?" in text, mixed, known.weight) for some in together)
    score -= frame if mixed else frame / 2
    return Weighing(score - disclaimer, known.threshold, told_clauses)


def _told(sentences: Sequence[_Sentence], marked: bool, mixed: bool, weight: Mapping[str, float]) -> float:
    """What neighbouring sentences say together; ``mixed`` where the whole text speaks of policy too."""
    free = [s for s in sentences if not any(evidence.policy for _, evidence in s)]
    score = _free(free, marked, mixed, weight)
    if not mixed:
        return score
    counted = [evidence for sentence in sentences for _, evidence in sentence if evidence.counts]
    return max(score, _beside_policy(counted, weight))


def _beside_policy(counted: Sequence[Evidence], weight: Mapping[str, float]) -> float:
    """Harm, person and support together, or what says all by itself, in a text that also speaks of policy."""
    person, support = _most("person", counted), _support(counted, weight)
    harm = _most("harm", counted)
    if person >= NEAR or support >= _MUCH_SUPPORT:
        harm = max(harm, _most("sign", counted))
    aside = _ASIDE_POLICY if _most("policy", counted) else 0.0
    return max(_most("whole", counted), harm + person + support - aside if harm and person else 0.0)


def _free(sentences: Sequence[_Sentence], marked: bool, mixed: bool, weight: Mapping[str, float]) -> float:
    """The same for sentences without a word of policy.

    Signs count beside anybody, and a story about somebody counts though no word in it is known for harm:
    people do not come to a guidance assistant to tell of an ordinary day.
    """
    everything = [evidence for sentence in sentences for _, evidence in sentence]
    counted = [evidence for evidence in everything if evidence.counts]
    asks = (marked and not mixed) or any(evidence.question for evidence in everything)
    about_people = [sentence for sentence in sentences if any(evidence.person for _, evidence in sentence)]
    words = sum(clause.count(" ") + 1 for sentence in about_people for clause, _ in sentence)
    person, sign = _most("person", counted), _most("sign", counted)
    if not asks and (_most("child", counted) or (sign and not mixed and any(e.own_words for e in counted))):
        person = max(person, _SOMEBODY)
    story = 0.0
    if words >= _LONG and not asks and person >= _SOMEBODY:
        story = _STORY
    elif person >= NEAR:
        story = _SHORT_STORY
    if _most("benign", everything) or (mixed and (person < NEAR or words < _LONG)):
        story = 0.0
    harm = max(_most("harm", counted), sign, story)
    particular = person > _SOMEBODY or _most("child", counted) or _most("now", counted)
    stated = (_ASKED if asks else _STATED) if person >= _SOMEBODY and (particular or not mixed) else 0.0
    together = harm + person + _support(counted, weight) + stated
    return max(_most("whole", counted), together if harm and person else 0.0)


def _most(kind: str, counted: Sequence[Evidence]) -> float:
    return max((getattr(e, kind) for e in counted), default=0.0)


def _support(counted: Sequence[Evidence], weight: Mapping[str, float]) -> float:
    signals = frozenset[str]().union(*(e.support for e in counted))
    return min(_SUPPORT_AT_MOST, sum(weight[name] for name in signals) + _most("now", counted))
