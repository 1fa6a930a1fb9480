"""Documents of other years, and with another number of recommendations: questions are read against these."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant.answers.draft import Draft
from assistant.conversation.signs import is_follow_up
from assistant.evidence.asked import Asked
from assistant.library.library import Library
from assistant.model import Outcome, Reason
from assistant.prepared import Prepared, prepare
from assistant.question.dates import reference_day
from assistant.question.question import read
from assistant.question.set_question import is_set_question
from assistant.refusals.afterwards import after_the_guidance
from assistant.refusals.refuse import refuse
from corpus import load
from corpus.copies import copy_corpus, put_document
from tests.editions import RESPONSE, years_later

LATER = 4


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """The same documents, written four years later."""
    folder = copy_corpus(tmp_path_factory.mktemp("later") / "corpus")
    for document in (corpus := load(folder)).documents:
        moved = replace(document, date=document.date.replace(year=document.date.year + LATER))
        put_document(folder, moved, years_later(corpus.editions[document.id]))
    return prepare(load(folder))


def _asked(text: str, ready: Prepared) -> Asked:
    return Asked(read(text, ready.library, ready.speller), ready.library, lambda q, lexical: ({}, {}))


def test_a_month_without_a_year_is_the_one_nearest_to_the_response(ready: Prepared, later: Prepared) -> None:
    found = [_asked("What is due by September?", r).question.whens[0].edtf for r in (ready, later)]
    assert found == ["../2011-09", "../2015-09"]
    assert [reference_day(r.library) for r in (ready, later)] == [date(2011, 7, 13), date(2015, 7, 13)]


def test_documents_without_recommendations_are_read_by_the_newest(ready: Prepared) -> None:
    corpus = ready.library.corpus
    others = tuple(d for d in corpus.documents if d.id != RESPONSE)
    alone = replace(
        corpus, documents=others, passages=tuple(p for p in corpus.passages if p.document != RESPONSE)
    )
    assert reference_day(replace(ready.library, corpus=alone)) == max(d.date for d in others)


@pytest.mark.parametrize(
    ("question", "now", "then"),
    [
        ("What does the 2014 guidance say about early help?", True, False),
        ("What does the 2018 guidance say about early help?", True, True),
        ("What was in Working Together to Protect Zebras 2013?", True, False),
        ("What does Keeping Zebras Safe (2013) say?", True, False),
        ("What do Boards of July 2013 owe to zebras?", False, False),
        ("Who had to publish early help in 2018?", True, False),
        ("Who had to publish early help in 2021?", True, True),
        ("Who had to publish early help in 2012?", False, False),
    ],
)
def test_a_year_is_later_than_the_documents_at_hand(
    ready: Prepared, later: Prepared, question: str, now: bool, then: bool
) -> None:
    draft = Draft(Outcome.ANSWERED, ())
    found = [after_the_guidance(_asked(question, r), draft) for r in (ready, later)]
    assert found == [now, then]


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (Reason.AFTER_THE_GUIDANCE, "These documents are of July to October {year}, so"),
        (Reason.CASE_ADVICE, "guidance of {year};"),
        (Reason.OUT_OF_SCOPE, "(July {year}) and the documents published with it."),
    ],
)
def test_a_refusal_tells_the_time_of_the_documents_at_hand(
    ready: Prepared, later: Prepared, reason: Reason, said: str
) -> None:
    for year, prepared in ((2011, ready), (2011 + LATER, later)):
        opening = refuse(_asked("What do zebras eat?", prepared), reason).lines[0].text
        assert said.format(year=year) in opening


def test_a_refusal_of_one_document_names_no_others(ready: Prepared) -> None:
    corpus = replace(ready.library.corpus, documents=ready.library.corpus.documents[:1])
    alone = replace(ready, library=replace(ready.library, corpus=corpus))
    opening = refuse(_asked("What do zebras eat?", alone), Reason.OUT_OF_SCOPE).lines[0].text
    assert opening.endswith("(July 2011).")


def _fewer(library: Library, count: int) -> Library:
    kept = {n: r for n, r in library.corpus.recommendations.items() if n <= count}
    return replace(library, corpus=replace(library.corpus, recommendations=kept))


@pytest.mark.parametrize("text", ["What are the statuses of all {}?", "When is each of the {} due?"])
@pytest.mark.parametrize(("count", "word"), [(15, "fifteen"), (15, "15"), (7, "seven"), (7, "7")])
def test_all_of_them_are_as_many_as_the_documents_hold(
    ready: Prepared, text: str, count: int, word: str
) -> None:
    library, other = _fewer(ready.library, count), _fewer(ready.library, count - 1)
    question = read(text.format(word), library, ready.speller)
    assert is_set_question(question, library)
    assert question.terms == ()
    assert not is_set_question(read(text.format(word), other, ready.speller), other)


def test_all_of_them_named_need_no_earlier_question(ready: Prepared) -> None:
    for count, goes_on in ((7, False), (6, True)):
        library = _fewer(ready.library, count)
        question = read("And of the seven, accepted outright?", library, ready.speller)
        assert is_follow_up(question, library) is goes_on
