"""Items on what a part of a recommendation says: one sentence of it among sentences of others."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.quiz.drafting import Draft, Statement
from assistant.quiz.model import Claim, Kind, Level, Relation, Topic
from assistant.quiz.records import Records
from assistant.quiz.sayings import Saying
from assistant.quiz.sources import source_of
from assistant.quiz.text import capital, denies, near
from assistant.quiz.topics.attribution import quotable
from assistant.quiz.wording import WHICH
from corpus.model import Part

LONGEST = 30
"""Words of an option."""
_ASKED = {
    Part.RECOMMENDATION: (Topic.RECOMMENDATION, "Which of these is said in {place}?"),
    Part.MUNRO_ARGUMENT: (
        Topic.ARGUMENT,
        "Which of these did Professor Munro argue in support of {named}?",
    ),
    Part.GOVERNMENT_RESPONSE: (
        Topic.RESPONSE,
        "Which of these does the Government say in its response of {date} to {named}?",
    ),
    Part.TIMESCALE: (Topic.TIMESCALE, "Which of these is said in {place}?"),
}


def drafts(records: Records) -> Iterator[Draft]:
    """Single choice and multiple response: which sentences belong to a part of a recommendation."""
    yield from _one(records)
    yield from _several(records)


def _one(records: Records) -> Iterator[Draft]:
    options = _options(records)
    for r, part, _ in records.parts():
        topic, asked = _ASKED[part]
        for n, key in enumerate(
            [o for o in options[part] if o.passage.recommendation == r.number][: len(WHICH)]
        ):
            stem = asked.format(
                place=records.place(key.passage),
                named=records.named(r.number),
                date=records.corpus.document[key.passage.document].date_text,
            )
            yield Draft(
                kind=Kind.CHOICE,
                topic=topic,
                level=Level.UNDERSTANDING,
                stem=stem.replace("Which of these", WHICH[n]),
                key=(key.text,),
                claim=Claim(Relation.SAYS, records.labels[r.number], None, part),
                source=source_of(records, key),
                pool=_foreign(records, options[part], r.number),
            )


def _several(records: Records) -> Iterator[Draft]:
    options = _options(records)
    for r, part, _ in records.parts():
        own = [o for o in options[part] if o.passage.recommendation == r.number]
        if len(own) < 2 or any(near(a.text, b.text) for a in own for b in own if a is not b):
            continue
        key = own[:3]
        asked = _ASKED[part][1].format(
            place=records.place(key[0].passage),
            named=records.named(r.number),
            date=records.corpus.document[key[0].passage.document].date_text,
        )
        yield Draft(
            kind=Kind.MULTIPLE_RESPONSE,
            topic=_ASKED[part][0],
            level=Level.UNDERSTANDING,
            stem=f"{asked} Choose all that apply.",
            key=tuple(k.text for k in key),
            claim=Claim(Relation.SAYS, records.labels[r.number], None, part),
            source=source_of(records, *key),
            pool=_foreign(records, options[part], r.number),
            wrong=5 - len(key),
        )


def statements(records: Records) -> Iterator[Statement]:
    """True or false: a sentence of a part, or one of the same part of another recommendation."""
    quotes: dict[Part, list[Saying]] = {}
    for _, part, sayings in records.parts():
        quotes.setdefault(part, []).extend(q for s in sayings if (q := quotable(s)))
    for r, part, _ in records.parts():
        own = [o for o in quotes[part] if o.passage.recommendation == r.number]
        for key in [o for o in own if not denies(o.text)][: 2 if part is Part.RECOMMENDATION else 1]:
            pool = _foreign(records, quotes[part], r.number)
            yield Statement(
                topic=_ASKED[part][0],
                level=Level.UNDERSTANDING,
                before=f"{capital(records.place(key.passage))} says: “",
                brief=tuple(f"{capital(place)} says: “" for place in records.places(key.passage)[1:]),
                after="”",
                key=key.text,
                pool=pool,
                claim=Claim(Relation.SAYS, records.labels[r.number], None, part),
                source=source_of(records, key),
                elsewhere={o.text: source_of(records, o).citations for o in quotes[part] if o.text in pool},
            )


def _options(records: Records) -> dict[Part, list[Saying]]:
    """For each part the sentences short enough to be an option, those of one recommendation after the other."""
    made: dict[Part, list[Saying]] = {}
    for _, part, sayings in records.parts():
        made.setdefault(part, []).extend(s for s in sayings if s.alone and len(s.text.split()) <= LONGEST)
    return made


def _foreign(records: Records, options: list[Saying], number: int) -> tuple[str, ...]:
    """Options that a recommendation does not say, nor anything near them, in any of its parts."""
    own = records.says(number)
    return tuple(
        o.text
        for o in options
        if o.passage.recommendation != number and not any(near(o.text, text) for text in own)
    )
