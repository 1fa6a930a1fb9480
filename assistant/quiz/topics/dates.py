"""Items on timescales: which date a sentence gives, which date a recommendation was given."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.quiz.drafting import Draft, Statement, gapped, never
from assistant.quiz.model import Claim, Difficulty, Kind, Level, Relation, Topic
from assistant.quiz.periods import Dated, dated, days, middle, overlap, sort
from assistant.quiz.records import Records
from assistant.quiz.sayings import Saying
from assistant.quiz.sources import source_of
from assistant.quiz.text import capital, holds
from assistant.quiz.wording import fitting
from corpus.model import Commitment, Part


def drafts(records: Records) -> Iterator[Draft]:
    """Single choice, gap-fill and short answer on dates with a year."""
    found = dated(records)
    names = tuple(dict.fromkeys(d.name for d in found))
    for d in found:
        if (shown := d.shown) and _not_told(records, d):
            yield _completion(records, d, shown, names)
            yield _gap(records, d, shown)
    for number in records.corpus.recommendations:
        own = [d for d in found if _timescale_of(d) == number]
        if (
            own
            and all(_not_told(records, d) for d in own)
            and all(not overlap(a.name, b.name) for a in own for b in own if a is not b)
        ):
            yield from _of_recommendation(records, number, own, names)
    yield from _which_recommendation(records, found, names)


def statements(records: Records) -> Iterator[Statement]:
    """True or false: a dated sentence as it stands, or with a date of something else."""
    found = dated(records)
    names = tuple(dict.fromkeys(d.name for d in found))
    for d in found:
        if shown := d.shown:
            before, after = shown.text.split(d.name)
            yield Statement(
                topic=Topic.TIMESCALE,
                level=Level.RECALL,
                before=f"{capital(records.place(shown.passage))} says: “{before}",
                brief=tuple(
                    f"{capital(place)} says: “{before}" for place in records.places(shown.passage)[1:]
                ),
                after=f"{after}”",
                key=d.name,
                pool=_rivals(records, d, names),
                claim=Claim(Relation.COMPLETES, gapped(shown.text, d.name), None),
                source=source_of(records, d.saying),
                scale={n: middle(n) for n in names},
            )


def accepted(name: str) -> tuple[str, ...]:
    """The wordings of a date that are taken for right, all of them in the quote."""
    return tuple(dict.fromkeys((name, name.removeprefix("the "))))


def _in_timescale(c: Commitment, number: int) -> bool:
    return (c.place.recommendation, c.place.part) == (number, Part.TIMESCALE) and c.when.edtf is not None


def _timescale_of(d: Dated) -> int | None:
    return d.saying.passage.recommendation if d.saying.passage.part is Part.TIMESCALE else None


def _not_told(records: Records, d: Dated) -> bool:
    """Whether the name of the document does not hold the date: "the Government response of July 2011"."""
    return not holds(records.place(d.saying.passage), d.name)


def _rivals(records: Records, d: Dated, names: tuple[str, ...]) -> tuple[str, ...]:
    """Dates of the same sort that could stand in its place: still to come for a promise, past for a report."""
    written = records.corpus.document[d.saying.passage.document].date
    return tuple(
        n
        for n in names
        if sort(n) == sort(d.name)
        and not overlap(n, d.name)
        and n not in d.saying.text
        and (
            (begins := days(n)) is not None
            and (begins[0] < written if d.commitment.past else begins[1] > written)
        )
    )


def _completion(records: Records, d: Dated, shown: Saying, names: tuple[str, ...]) -> Draft:
    sentence = gapped(shown.text, d.name)
    return Draft(
        kind=Kind.CHOICE,
        topic=Topic.TIMESCALE,
        level=Level.RECALL,
        stem=fitting(
            f"Which date completes this sentence in {records.place(shown.passage)}? “{sentence}”",
            *(
                f"Which date fills this gap in {place}? “{sentence}”"
                for place in records.places(shown.passage)
            ),
        ),
        key=(d.name,),
        claim=Claim(Relation.COMPLETES, sentence, None),
        source=source_of(records, d.saying),
        pool=_rivals(records, d, names),
        clash=overlap,
        scale={n: middle(n) for n in names},
    )


def _gap(records: Records, d: Dated, shown: Saying) -> Draft:
    sentence = gapped(shown.text, d.name)
    return Draft(
        kind=Kind.GAP_FILL,
        topic=Topic.TIMESCALE,
        level=Level.RECALL,
        stem=f"Fill the gap with a date, as in {records.place(shown.passage)}: “{sentence}”",
        key=accepted(d.name),
        claim=Claim(Relation.COMPLETES, sentence, None),
        source=source_of(records, d.saying),
        difficulty=Difficulty.EASY if d.saying.text.count("20") > 1 else Difficulty.MEDIUM,
    )


def _of_recommendation(
    records: Records, number: int, own: list[Dated], names: tuple[str, ...]
) -> Iterator[Draft]:
    """Questions for the date of a timescale; where it gives several, for the last of them."""
    last = max(own, key=lambda d: middle(d.name))
    which = "Which date is named" if len({d.name for d in own}) == 1 else "Which is the last date named"
    if len(own) < sum(_in_timescale(c, number) for c in records.corpus.commitments):
        which = which.replace("date", "date with a year")
    document = records.document_names[last.saying.passage.document]
    stem = fitting(
        f"{which} in the timescale for {records.named(number)} in {document}?",
        *(f"{which} in {place}?" for place in records.places(last.saying.passage)),
    )
    for kind in (Kind.CHOICE, Kind.SHORT_ANSWER):
        yield Draft(
            kind=kind,
            topic=Topic.TIMESCALE,
            level=Level.RECALL,
            stem=stem,
            key=(last.name,) if kind is Kind.CHOICE else accepted(last.name),
            claim=Claim(Relation.DATE, records.labels[number], None),
            source=source_of(records, last.saying),
            pool=tuple(n for n in _rivals(records, last, names) if all(not overlap(n, d.name) for d in own)),
            clash=overlap,
            scale={n: middle(n) for n in names},
        )


def _which_recommendation(
    records: Records, found: tuple[Dated, ...], names: tuple[str, ...]
) -> Iterator[Draft]:
    own: dict[int, list[Dated]] = {n: [] for n in records.labels}
    for d in found:
        if (number := _timescale_of(d)) is not None:
            own[number].append(d)
    for name in names:
        having = [d for ds in own.values() for d in ds if days(d.name) == days(name)]
        if not having:
            continue
        key = having[len(name) % len(having)]
        number = key.saying.passage.recommendation or 0
        document = records.document_names[key.saying.passage.document]
        yield Draft(
            kind=Kind.CHOICE,
            topic=Topic.TIMESCALE,
            level=Level.RECALL,
            stem=fitting(
                f"For which of these recommendations does {document} give {name} as a date in the timescale?",
                f"Which of these recommendations has {name} as a date in its {records.response_date} timescale?",
            ),
            key=(records.labels[number],),
            claim=Claim(Relation.DATE, None, name),
            source=source_of(records, key.saying),
            pool=tuple(
                records.labels[n]
                for n, ds in own.items()
                if ds and all(not overlap(d.name, name) for d in ds)
            ),
            clash=never,
        )
