"""Items on who and what is named: a sentence with a gap for a body, a role, a law or a number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.language.numbers import SEVERAL_IN_WORDS
from assistant.quiz.drafting import Draft, Statement, gapped
from assistant.quiz.model import GAP, Claim, Difficulty, Kind, Level, Relation, Topic
from assistant.quiz.names import Name, Sort, names, same
from assistant.quiz.records import Records
from assistant.quiz.sayings import Saying
from assistant.quiz.sources import source_of
from assistant.quiz.text import capital, content, holds
from assistant.quiz.wording import fitting
from corpus.model import Part
from corpus.patterns import lazy_regex

TOPICS = {
    Part.RECOMMENDATION: Topic.RECOMMENDATION,
    Part.MUNRO_ARGUMENT: Topic.ARGUMENT,
    Part.GOVERNMENT_RESPONSE: Topic.RESPONSE,
    Part.TIMESCALE: Topic.TIMESCALE,
    Part.NARRATIVE: Topic.DOCUMENT,
}
_NUMBER = lazy_regex(
    r"(?<![\w£.,/-])(?P<n>£[\d.,]+ (?:million|billion)|\d{1,3}(?:,\d{3})+|\d{2}(?= hour)|"
    rf"{SEVERAL_IN_WORDS})"
    r"(?= [a-z]+)",
)


def drafts(records: Records) -> Iterator[Draft]:
    """Single choice and gap-fill on names, gap-fill on numbers."""
    found, every = usable(records), names(records)
    for n in found:
        yield _choice(n, every, records)
    for n in found[::-1]:
        yield _fill(n, records)
    yield from _numbers(records)


def statements(records: Records) -> Iterator[Statement]:
    """True or false: a sentence with a name, or with another name in its place."""
    every = names(records)
    for n in usable(records):
        sentence = gapped_at(n)
        before, after = sentence.split(GAP)
        yield Statement(
            topic=topic(n),
            level=Level.RECALL,
            before=f"{capital(records.place(n.saying.passage))} says: “{before}",
            brief=tuple(
                f"{capital(place)} says: “{before}" for place in records.places(n.saying.passage)[1:]
            ),
            after=f"{after}”",
            key=n.text,
            pool=_rivals(n, every),
            claim=Claim(Relation.COMPLETES, sentence, None),
            source=source_of(records, n.saying),
        )


def usable(records: Records) -> list[Name]:
    """Names in sentences that can be quoted alone, one a sentence, not given away by where the sentence stands."""
    made: list[Name] = []
    used: set[str] = set()
    for name in names(records):
        n = _shown(name)
        if n is None or n.saying.text in used or _explained(n):
            continue
        around = f"{records.place(n.saying.passage)} {gapped_at(n)}"
        if not content(n.spelt) <= content(around) and not holds(around, n.text):
            used.add(n.saying.text)
            made.append(n)
    return made


def _shown(n: Name) -> Name | None:
    """The name in what of its sentence can be quoted; None where that cannot be understood, or holds it twice."""
    shown = n.saying.window(n.start) if n.saying.whole else None
    if shown is None or shown.text.count(n.text) != 1:
        return None
    return replace(n, saying=shown, start=shown.text.index(n.text))


def topic(n: Name) -> Topic:
    """What asking for a name asks about: who acts, where it names somebody in a timescale."""
    part = n.saying.passage.part
    return Topic.WHO if part is Part.TIMESCALE and n.sort is not Sort.THING else TOPICS[part]


def _explained(n: Name) -> bool:
    """Whether its other form stands beside it: "_____ (SCRs)"."""
    after = n.saying.text[n.start + len(n.text) :]
    before = n.saying.text[: n.start]
    return re.match(r"s? \([A-Z]", after) is not None or before.endswith("(")


def gapped_at(n: Name) -> str:
    return n.saying.text[: n.start] + GAP + n.saying.text[n.start + len(n.text) :]


def _rivals(n: Name, every: tuple[Name, ...]) -> tuple[str, ...]:
    """Names of the same sort and number that fit the words before the gap and are not in the sentence.

    They are abbreviations where it is one, if there are enough of them.
    """
    alike = _of_form(n, [o for o in every if o.short == n.short])
    return alike if len(alike) > 2 else _of_form(n, every)


def _of_form(n: Name, others: Iterable[Name]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            o.text
            for o in others
            if _form(o) == _form(n)
            and not same(o, n)
            and not holds(n.saying.text, o.text)
            and not (n.article in ("a", "an") and (o.text[0] in "AEIOU") != (n.text[0] in "AEIOU"))
        )
    )


def _form(n: Name) -> tuple[Sort, bool, bool]:
    """What two names must share to stand in the same gap."""
    return n.sort, n.plural, n.article in ("", "each", "every")


def _choice(n: Name, found: tuple[Name, ...], records: Records) -> Draft:
    return Draft(
        kind=Kind.CHOICE,
        topic=topic(n),
        level=Level.RECALL,
        stem=fitting(
            f"Which {n.sort.value} is missing from this sentence in {records.place(n.saying.passage)}? “{gapped_at(n)}”",
            *(
                f"Which {n.sort.value} fills this gap in {place}? “{gapped_at(n)}”"
                for place in records.places(n.saying.passage)
            ),
        ),
        key=(n.text,),
        claim=Claim(Relation.COMPLETES, gapped_at(n), None),
        source=source_of(records, n.saying),
        pool=_rivals(n, found),
    )


def _fill(n: Name, records: Records) -> Draft:
    return Draft(
        kind=Kind.GAP_FILL,
        topic=topic(n),
        level=Level.RECALL,
        stem=f"Fill the gap with the name of a {n.sort.value}, as in {records.place(n.saying.passage)}: “{gapped_at(n)}”",
        key=(n.text,),
        claim=Claim(Relation.COMPLETES, gapped_at(n), None),
        source=source_of(records, n.saying),
        difficulty=Difficulty.HARD if n.saying.passage.recommendation is None else Difficulty.MEDIUM,
    )


def _numbers(records: Records) -> Iterator[Draft]:
    for s in records.sayings:
        found = list(_NUMBER.finditer(s.text)) if s.alone else []
        if len(found) == 1 and s.text.count(found[0]["n"]) == 1:
            sentence = gapped(s.text, found[0]["n"])
            yield _number(records, s, sentence, found[0]["n"])


def _number(records: Records, saying: Saying, sentence: str, number: str) -> Draft:
    wanted = "sum of money" if number.startswith("£") else "number"
    return Draft(
        kind=Kind.GAP_FILL,
        topic=TOPICS[saying.passage.part],
        level=Level.RECALL,
        stem=f"Fill the gap with a {wanted}, as in {records.place(saying.passage)}: “{sentence}”",
        key=(number,),
        claim=Claim(Relation.COMPLETES, sentence, None),
        source=source_of(records, saying),
        difficulty=Difficulty.HARD,
    )
