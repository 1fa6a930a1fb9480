"""Who acts, where the verb is an infinitive: "The Department to establish …", "It is for councils to …"."""

from __future__ import annotations

import re

from corpus.patterns import lazy_regex
from corpus.statements.actors import is_actor
from corpus.statements.sentence import Clause, Sentence, lead
from corpus.statements.verbs import BLANK, auxiliary_at

_WHO = r"(?P<who>[^,;:]{2,80}?)"
_IT_IS_FOR = lazy_regex(
    rf"It (?:will|would|should|is|must)(?: be)?(?: then)? (?:for|up to) {_WHO} (?=to [a-z])"
)
_EXPECTED = lazy_regex(rf"[A-Z][^,;:]{{0,60}}? (?:expects?|wants?|would like) {_WHO} (?=to [a-z])")
_INFINITIVE = lazy_regex(rf"{_WHO} (?=to [a-z]{{2,}})")
_STATE_AT_END = lazy_regex(rf", (?:in (?:place|post|operation)|operational|available|live)[\s{BLANK}]*$")


def named_before_infinitive(s: Sentence, end: int) -> Clause | None:
    """The one who stands before "to" at the head of a sentence, with what is to be done up to ``end``."""
    start = lead(s.text, 0)
    for pattern in (_IT_IS_FOR, _EXPECTED, _INFINITIVE):
        match = pattern.match(s.text, start)
        if match is None or match.end() > s.date.start or not is_actor(match["who"]):
            continue
        if pattern is _INFINITIVE and (_has_verb(match["who"]) or _is_state(s)):
            continue
        return Clause(s.words[match.start("who") : match.end("who")], s.cut(match.end(), end))
    return None


def _is_state(s: Sentence) -> bool:
    """ "A Chief Social Worker to …, in place by 2012": the date is when it is there, not when it acts."""
    return _STATE_AT_END.search(s.text[: s.date.start]) is not None


def _has_verb(text: str) -> bool:
    return any(auxiliary_at(text, m.start()) for m in re.finditer(r"\b[a-z]", text))
