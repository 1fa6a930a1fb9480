"""Who acts in a list, by the words that introduce it: "We will:", "actions by the Government:"."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.model import Span
from corpus.patterns import lazy_regex
from corpus.sentences import sentence_spans
from corpus.statements.actors import is_actor
from corpus.statements.sentence import lead, prepare
from corpus.statements.verbs import Voice, finite_verb

_FOR = lazy_regex(r"\bfor (?P<who>[^,;:.]{3,60}?) to\b")
_THAT = lazy_regex(r"\b(?:that|so that) ")


def lead_in_actor(lead_in: str, dates: Sequence[Span] = ()) -> str | None:
    """The one who acts in a list, verbatim from its last sentence; None where that names nobody.

    ``dates`` are the spans of the dates in the lead-in.
    """
    words = lead_in
    last = max((s.start for s in sentence_spans(words)), default=0)
    sentence = prepare(words, dates, Span(0, 0))
    start = max((m.end() for m in _THAT.finditer(words, last)), default=last)
    start = lead(sentence.text, start)
    verb = finite_verb(sentence.text, start, len(words))
    subject = sentence.cut(start, verb.start) if verb else ""
    if verb and verb.voice is Voice.ACTIVE and is_actor(subject):
        return subject
    named = _FOR.search(words, start)
    return sentence.agent(start, len(words)) or (named["who"] if named and is_actor(named["who"]) else None)
