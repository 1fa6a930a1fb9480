"""Items on what a sentence says somebody does: how it goes on after "to"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.quiz.drafting import Draft
from assistant.quiz.model import GAP, Claim, Kind, Level, Relation
from assistant.quiz.records import Records
from assistant.quiz.sayings import Saying
from assistant.quiz.sources import source_of
from assistant.quiz.text import content, near
from assistant.quiz.topics.gaps import TOPICS
from corpus.patterns import lazy_regex

SHORTEST, LONGEST = 5, 22
"""Words of an ending."""
BEGINNING = 5
"""Words before it, at least."""
EACH = 3
"""Items for a part of a recommendation, or for a document, at most."""
_TO = lazy_regex(r"(?<=[a-z]) to (?=(?P<verb>[a-z]{3,}) )")
_VERB = lazy_regex(
    r"\b(?:will|should|must|can|may|would|could|able to|order to|needs? to|wants? to|continues? to|intends? to|plans? to"
    r"|aims? to|likely to|important to|determined to|position to|expected to|has to|have to) (?P<verb>[a-z]{3,})\b"
)
_CLAUSE = lazy_regex(
    r"(?<!that)(?<!which)(?<!who)(?<!they)(?<!\bit) (?:is|are|was|were|will|should|must|can|has|have|believes) "
)


@dataclass(frozen=True, slots=True)
class Ending:
    """A sentence cut before "to do"."""

    saying: Saying
    beginning: str
    ending: str
    """Without the full stop."""

    @property
    def gapped(self) -> str:
        return f"{self.beginning} {GAP}."


def endings(records: Records) -> list[Ending]:
    """One for each sentence that can be quoted alone and cut before a verb."""
    made = []
    verbs = {m["verb"] for s in records.sayings for m in _VERB.finditer(s.text)}
    for s in records.sayings:
        fit = s.alone and s.text.endswith(".")
        cuts = [m for m in _TO.finditer(s.text) if m["verb"] in verbs and _fits(s.text, m)] if fit else []
        if cuts:
            made.append(Ending(s, s.text[: cuts[0].start()], s.text[cuts[0].start() + 1 : -1]))
    return made


def _fits(text: str, cut: re.Match[str]) -> bool:
    before, after = text[: cut.start()], text[cut.end() : -1]
    return (
        len(before.split()) >= BEGINNING
        and not _CLAUSE.search(after)
        and SHORTEST <= len(after.split()) + 1 <= LONGEST
    )


def drafts(records: Records) -> Iterator[Draft]:
    """Single choice: the ending among endings of sentences about somebody else."""
    found = endings(records)
    used: Counter[tuple[object, ...]] = Counter()
    for e in found:
        where = (e.saying.passage.document, e.saying.passage.recommendation, e.saying.passage.part)
        pool = tuple(o.ending for o in found if _foreign(records, e, o))
        used[where] += 1
        if used[where] > EACH or len(pool) < 2:
            continue
        yield Draft(
            kind=Kind.CHOICE,
            topic=TOPICS[e.saying.passage.part],
            level=Level.UNDERSTANDING,
            stem=f"How does this sentence in {records.place(e.saying.passage)} go on? “{e.beginning} …”",
            key=(e.ending,),
            claim=Claim(Relation.COMPLETES, e.gapped, None),
            source=source_of(records, e.saying),
            pool=pool,
        )


def _foreign(records: Records, e: Ending, o: Ending) -> bool:
    """Whether an ending is of another place and another subject, and nothing near it is said where this one stands."""
    a, b = e.saying.passage, o.saying.passage
    if a.recommendation is not None and a.recommendation == b.recommendation:
        return False
    if _subject(e) & _subject(o):
        return False
    return not any(near(o.ending, text) for text in records.said[a.document, a.recommendation])


def _subject(e: Ending) -> frozenset[str]:
    """The first content words of the sentence, which name its subject."""
    return content(" ".join(e.beginning.split()[:4])) - {"govern"}
