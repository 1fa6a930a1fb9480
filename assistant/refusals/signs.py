"""The signs by which an answer is told from a passage that only stands near the question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answers.clauses import only_set_aside
from assistant.answers.draft import Draft
from assistant.evidence.asked import Asked
from assistant.evidence.contrary import of_others, only_the_contrary
from assistant.evidence.deeds import deed_missing
from assistant.evidence.kinds import (
    asks_for_names,
    contact_but_no_contact,
    counted_but_not_counted,
    length_but_no_length,
    money_but_no_money,
)
from assistant.evidence.measures import measure_missing
from assistant.evidence.mentioned import items_missing, only_a_condition
from assistant.evidence.named import name_elsewhere, unknown_names, unknown_run
from assistant.evidence.quote import Quote
from assistant.evidence.slots import (
    another_holder,
    post_missing,
    subject_missing,
    thing_missing,
    unit_missing,
)
from assistant.evidence.undated import only_undated
from assistant.evidence.voices import wordless, wrong_speaker
from assistant.library.library import Sentence
from assistant.question.facets import Want
from assistant.question.nouns import noun_terms
from assistant.refusals.field import things_elsewhere, things_unknown
from assistant.refusals.unsaid import compounds_unsaid, context_of, telling, words_unsaid
from corpus.model import Part


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells an answer from a passage that is only near it; each a number, more meaning more."""

    count_missing: float
    """1 where a number of something is asked for and no quote counts it."""
    unknown_names: float
    """Names in the question that no document holds."""
    name_elsewhere: float
    """1 where the question names what the documents know, and the direct answer and what it stands under do not say it."""
    unknown_run: float
    """1 where the question names a body, post or Act that stands nowhere."""
    wrong_speaker: float
    """1 where the words of somebody are asked for and no quote is theirs."""
    names_missing: float
    """1 where names are asked for and no quote holds one."""
    length_missing: float
    """1 where a duration is asked for and no quote gives one."""
    contact_missing: float
    """1 where a telephone number, an address or the like is asked for and no quote gives one."""
    unit_missing: float
    """1 where a day or a month is asked for and the dates shown are coarser."""
    deed_missing: float
    """1 where the time or the doer of a deed is asked for and no quote tells of that deed."""
    measure_missing: float
    """1 where a kind of answer is asked for - a limit, an age, a definition, a choice - that the direct answer does not hold."""
    contrary: float
    """1 where one of several kinds is asked about and the direct answer only tells of another."""
    thing_missing: float
    """1 where a kind of thing is asked for and no quote speaks of any."""
    subject_missing: float
    """Share of what the documents are asked to speak of that the quotes leave unsaid."""
    field_unknown: float
    """1 where the question is about something of the field that the documents never name."""
    field_elsewhere: float
    """1 where the question is about one thing of the field that they name, but nowhere near the quotes; where it lists
    several, each may have an answer of its own."""
    wordless: float
    """1 where a person's words are asked for and the quotes only list that person."""
    post_missing: float
    """1 where the holder of a post is asked for and no quote names one."""
    items_missing: float
    """1 where the items of a list are asked for and the quotes only mention it."""
    condition: float
    """1 where the time of something is asked for that is only named as a condition, or only in sentences with no date."""
    untold: float
    """1 where dates are given and no sentence with one is near enough to what is asked the time of."""
    money: float
    """1 where money is asked for and no quote speaks of any."""
    nouns_missing: float
    """1 where the quotes and what surrounds them leave a noun of the question unsaid."""
    noun_weight: float
    """How telling the missing nouns are, summed."""
    adjective_weight: float
    """How telling the missing adjectives are, summed."""
    compounds_missing: float
    """Pairs of modifier and noun that no sentence holds together."""
    own: float
    """Share of the terms' weight that the best passage says itself."""
    dense: float
    """Cosine of the question and the nearest passage shown."""
    nearest: float
    """Cosine of the question and the nearest passage of all."""
    when: float
    who: float
    named: float
    """1 where the question names a recommendation or a paragraph."""


def signs_of(asked: Asked, draft: Draft) -> Signs:
    """The signs for one draft."""
    question = asked.question
    shown, leading = draft.shown, draft.leading or draft.quotes
    said = sentences_of(asked, leading)
    context = context_of(asked, shown)
    nouns, adjectives = words_unsaid(asked, context)
    ids = {q.passage.id for q in shown}
    found = [r for r in asked.ranked if r.unit.passage.id in ids] if ids else []
    return Signs(
        count_missing=float(counted_but_not_counted(asked, shown)),
        unknown_names=float(len(unknown_names(asked))),
        name_elsewhere=float(name_elsewhere(asked, leading)),
        unknown_run=float(unknown_run(asked)),
        wrong_speaker=float(wrong_speaker(asked, shown)),
        names_missing=float(asks_for_names(asked, leading)),
        length_missing=float(length_but_no_length(asked, leading)),
        contact_missing=float(contact_but_no_contact(asked, shown)),
        unit_missing=float(unit_missing(asked, said) and not _none_given(leading, said)),
        deed_missing=float(deed_missing(asked, shown, said)),
        measure_missing=float(measure_missing(asked, leading)),
        contrary=float(only_the_contrary(asked, shown, said) or of_others(asked, said)),
        thing_missing=float(thing_missing(asked, shown)),
        subject_missing=subject_missing(asked, shown),
        field_unknown=float(bool(things_unknown(asked, context))),
        field_elsewhere=float(len(things_elsewhere(asked, context)) == 1),
        wordless=float(wordless(asked, shown)),
        post_missing=float(post_missing(asked, shown) or another_holder(asked, shown)),
        items_missing=float(items_missing(asked, shown)),
        condition=float(only_a_condition(asked, said) or only_undated(asked, leading)),
        untold=float(_untold(asked, draft)),
        money=float(money_but_no_money(asked, shown)),
        nouns_missing=float(bool(nouns)),
        noun_weight=sum(telling(t.text) for t in nouns),
        adjective_weight=sum(telling(t.text) for t in adjectives),
        compounds_missing=float(compounds_unsaid(asked, shown)),
        own=max((r.own for r in found), default=0.0),
        dense=max((r.dense for r in found), default=0.0),
        nearest=max((r.dense for r in asked.ranked), default=0.0) if ids else 0.0,
        when=float(question.has(Want.WHEN)),
        who=float(question.has(Want.WHO)),
        named=float(bool(question.recommendations or question.paragraphs)),
    )


def _untold(asked: Asked, draft: Draft) -> bool:
    """Whether the time of a deed is asked for, dates are given, and none is surely of that deed.

    Where a question names its place, what it leaves to that tells nothing: there the nearest sentence decides.
    """
    question = asked.question
    if not draft.whens or not question.has(Want.WHEN):
        return False
    if only_set_aside(asked, sentences_of(asked, draft.shown)):
        return True
    if question.recommendations and not noun_terms(question):
        return False  # the whole of a timescale is asked for
    heard = asked.heard_when
    if heard is None or question.recommendations or question.documents:
        return heard is not None and heard.lead < 0
    return not heard.told or (heard.lead < 0 and _said_without_date(asked, draft))


#: How much more of a question a sentence elsewhere must say than those shown.
MORE = 0.3


def _said_without_date(asked: Asked, draft: Draft) -> bool:
    """Whether some sentence without a date, elsewhere, says far more of the question than those shown."""
    ids = {q.passage.id for q in draft.shown}
    every = ((u, s) for u in asked.library.units for s in u.sentences)
    shown = elsewhere = 0.0
    for (unit, sentence), share in zip(every, asked.matcher.sentences, strict=True):
        if unit.passage.id in ids:
            shown = max(shown, share)
        elif not sentence.whens and asked.allows(unit):
            elsewhere = max(elsewhere, share)
    return elsewhere >= shown + MORE


def sentences_of(asked: Asked, quotes: Sequence[Quote]) -> list[Sentence]:
    """The sentences that some quotes hold, in whole or in part."""
    return [
        s
        for q in quotes
        for s in asked.library.by_id[q.passage.id].sentences
        if s.span.start < q.span.end and q.span.start < s.span.end
    ]


def _none_given(leading: Sequence[Quote], said: Sequence[Sentence]) -> bool:
    """Whether an answer is a timescale without any date: that none was given is the answer."""
    return (
        bool(leading)
        and all(q.passage.part is Part.TIMESCALE for q in leading)
        and not any(w.edtf for s in said for w in s.whens)
    )
