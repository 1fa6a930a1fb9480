"""Who acts in a list, by the words that introduce it: "We will:", "actions by the Government:"."""

from __future__ import annotations

import re

from corpus.model import Span
from corpus.sentences import sentence_spans
from corpus.statements.actors import is_actor
from corpus.statements.sentence import prepare
from corpus.statements.verbs import Voice, finite_verb

_FOR = re.compile(r"\bfor (?P<who>[^,;:.]{3,60}?) to\b")


def lead_in_actor(lead_in: str) -> str | None:
    """The one who acts in a list, verbatim from its lead-in; None where that names nobody."""
    for span in reversed(list(sentence_spans(lead_in))):
        words = lead_in[span.start : span.end]
        sentence = prepare(words, (), Span(0, 0))
        verb = finite_verb(sentence.text, 0, len(words))
        subject = words[: verb.start].strip(" ,") if verb else ""
        if verb and verb.voice is Voice.ACTIVE and is_actor(subject):
            return subject
        named = _FOR.search(words)
        found = sentence.agent(0, len(words)) or (named["who"] if named and is_actor(named["who"]) else None)
        if found:
            return found
    return None
