"""Whether the passages of a draft answer the question, or only stand near it.

Overlap alone cannot tell: questions about what the guidance leaves out often use more of its words than questions
that it answers. So several signs are read off and weighed. The weights began as a logistic regression on the
development questions (``python -m evals fit`` repeats it) and were rounded; signs that seldom occur were
strengthened by hand.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields

from assistant.answers.asked import Asked
from assistant.answers.draft import Draft, Quote
from assistant.evidence.asked_noun import GENERIC
from assistant.evidence.kinds import (
    asks_for_names,
    contact_but_no_contact,
    counted_but_not_counted,
    length_but_no_length,
    money_but_no_money,
    wordless,
    wrong_speaker,
)
from assistant.evidence.library import Sentence, Stems, supports
from assistant.evidence.mentioned import items_missing, only_a_condition
from assistant.evidence.named import name_elsewhere, unknown_names, unknown_run
from assistant.evidence.slots import end_missing, post_missing, subject_missing, thing_missing, unit_missing
from assistant.language.spelling import frequency
from assistant.language.tagging import compounds, is_adjective, is_noun, tags
from assistant.language.vocabulary import Term
from assistant.language.words import STOPWORDS, stem, stems, words
from assistant.question.facets import Want
from assistant.question.question import Question
from assistant.question.topic import FRAME

#: A draft is shown where the probability that it answers is at least this.
ENOUGH = 0.6


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
    end_missing: float
    """1 where a beginning or an end is asked for and no dated sentence speaks of it."""
    thing_missing: float
    """1 where a kind of thing is asked for and no quote speaks of any."""
    subject_missing: float
    """Share of what the documents are asked to speak of that the quotes leave unsaid."""
    wordless: float
    """1 where a person's words are asked for and the quotes only list that person."""
    post_missing: float
    """1 where the holder of a post is asked for and no quote names one."""
    items_missing: float
    """1 where the items of a list are asked for and the quotes only mention it."""
    condition: float
    """1 where the time of something is asked for that is only named as a condition."""
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
    when: float
    who: float
    named: float
    """1 where the question names a recommendation or a paragraph."""


@dataclass(frozen=True, slots=True)
class Weights(Signs):
    """A weight for each sign, and the constant."""

    constant: float


FITTED = Weights(
    count_missing=-3.58, unknown_names=-1.1, name_elsewhere=-3.0, unknown_run=-4.0, wrong_speaker=-0.66, names_missing=-3.2,
    length_missing=-4.0, contact_missing=-2.5, unit_missing=-4.0, end_missing=-4.0, thing_missing=-1.2, subject_missing=-1.5, wordless=-4.0, post_missing=-4.0, items_missing=-4.0, condition=-6.0, money=-3.6, nouns_missing=-0.97, noun_weight=-0.27,
    adjective_weight=-0.98, compounds_missing=-0.22, own=0.83, dense=1.19, when=1.16, who=0.99, named=1.38,
    constant=1.15,
)  # fmt: skip


def unsupported(asked: Asked, draft: Draft) -> bool:
    """Whether a draft should not be shown as the answer to its question."""
    if not asked.question.terms or draft.from_records:
        return False
    return probability(signs_of(asked, draft)) < ENOUGH


def probability(signs: Signs, weights: Weights = FITTED) -> float:
    """Probability that a draft with these signs answers its question, 0 to 1."""
    total = weights.constant + sum(
        w * s for w, s in zip(astuple(weights)[: len(fields(Signs))], astuple(signs), strict=True)
    )
    return 1 / (1 + math.exp(-total))


def signs_of(asked: Asked, draft: Draft) -> Signs:
    """The signs for one draft."""
    question = asked.question
    shown = quotes_of(draft)
    context = _context(asked, shown)
    kinds = tags(question.focus)
    missing = [t for t in _core(question) if supports(context, t) < 0.5 and not _generic(t)]
    nouns = [t for t in missing if any(is_noun(kinds.get(w, "NN")) for w in t.text.split())]
    adjectives = [
        t for t in missing if t not in nouns and any(is_adjective(kinds.get(w, "")) for w in t.text.split())
    ]
    ids = {q.passage.id for q in shown}
    said = [s for q in _leading(draft) for s in asked.library.by_id[q.passage.id].sentences if _overlap(s, q)]
    found = [r for r in asked.ranked if r.unit.passage.id in ids]
    return Signs(
        count_missing=float(counted_but_not_counted(asked, shown)),
        unknown_names=float(len(unknown_names(asked))),
        name_elsewhere=float(name_elsewhere(asked, _leading(draft))),
        unknown_run=float(unknown_run(asked)),
        wrong_speaker=float(wrong_speaker(asked, shown)),
        names_missing=float(asks_for_names(asked, shown)),
        length_missing=float(length_but_no_length(asked, shown)),
        contact_missing=float(contact_but_no_contact(asked, shown)),
        unit_missing=float(unit_missing(asked, said)),
        end_missing=float(end_missing(asked, said)),
        thing_missing=float(thing_missing(asked, shown)),
        subject_missing=subject_missing(asked, shown),
        wordless=float(wordless(asked, shown)),
        post_missing=float(post_missing(asked, shown)),
        items_missing=float(items_missing(asked, shown)),
        condition=float(only_a_condition(asked, said)),
        money=float(money_but_no_money(asked, shown)),
        nouns_missing=float(bool(nouns)),
        noun_weight=sum(telling(t.text) for t in nouns),
        adjective_weight=sum(telling(t.text) for t in adjectives),
        compounds_missing=float(len(_compounds_missing(asked, shown))),
        own=max((r.own for r in found), default=0.0),
        dense=max((r.dense for r in found), default=0.0),
        when=float(question.has(Want.WHEN)),
        who=float(question.has(Want.WHO)),
        named=float(bool(question.recommendations or question.paragraphs)),
    )


def _core(question: Question) -> tuple[Term, ...]:
    """The terms after a colon that ends a lead-up ("Preparing a training day: which recommendation …?"), where they suffice."""
    _, colon, rest = question.focus.rpartition(": ")
    found = {w.stem for w in words(rest)}
    core = tuple(t for t in question.terms if found.issuperset(t.own))
    return core if colon and len(core) >= 3 else question.terms


def telling(text: str) -> float:
    """How telling a word is, 0.25 for the commonest of everyday English to 1 for the rare."""
    rarest = min((frequency(w) for w in text.split()), default=0)
    return min(1.0, max(0.25, (6.0 - math.log10(rarest + 1)) / 4.0))


def quotes_of(draft: Draft) -> list[Quote]:
    """Every quote of a draft."""
    return [q for line in draft.lines for q in line.quotes] + list(draft.quotes)


def _leading(draft: Draft) -> list[Quote]:
    """The quotes of the direct answer; all of them where it has none."""
    return [q for line in draft.lines for q in line.quotes] or list(draft.quotes)


def _overlap(sentence: Sentence, quote: Quote) -> bool:
    return sentence.span.start < quote.span.end and quote.span.start < sentence.span.end


def _generic(term: Term) -> bool:
    return all(w in GENERIC for w in term.text.split())


def _context(asked: Asked, shown: Iterable[Quote]) -> Stems:
    """What the quotes and the recommendations they stand under say."""
    found: frozenset[str] = frozenset()
    for quote in shown:
        unit = asked.library.by_id[quote.passage.id]
        found |= unit.stems | unit.lead | unit.headings
        document = asked.corpus.document[quote.passage.document]
        found |= frozenset(
            stems(f"{quote.passage.speaker} {document.publisher} {document.audience} {document.short_title}")
        )
        number = quote.passage.recommendation
        if number is not None:
            found = found.union(*asked.library.recommendation_stems[number].values())
    return found


def _compounds_missing(asked: Asked, shown: list[Quote]) -> list[tuple[str, str]]:
    sentences = _sentences(asked, shown)
    return [
        (a, b)
        for a, b in compounds(asked.question.focus)
        if not _plain(a)
        and not _plain(b)
        and not any(_wordings(asked, a) & s and _wordings(asked, b) & s for s in sentences)
    ]


def _plain(word: str) -> bool:
    return word in STOPWORDS or word in FRAME or word in GENERIC


def _wordings(asked: Asked, word: str) -> frozenset[str]:
    own = stem(word)
    return frozenset({own, *(s for p in asked.library.vocabulary.by_phrase.get((own,), ()) for s in p)})


def _sentences(asked: Asked, shown: list[Quote]) -> list[Stems]:
    """The sentences of the quotes' passages, and of the recommendation that the first stands under."""
    numbers = {shown[0].passage.recommendation} - {None} if shown else set()
    ids = {q.passage.id for q in shown}
    return [
        s.stems | u.lead | (u.headings if u.passage.id in ids else frozenset())
        for u in asked.library.units
        if u.passage.id in ids or u.passage.recommendation in numbers
        for s in u.sentences
    ]
