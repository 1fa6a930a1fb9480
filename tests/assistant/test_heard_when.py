"""Which sentence tells the time asked for is told by nearness; a deed without a date has none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from assistant import pipeline
from assistant.answers.dated import answer_when
from assistant.answers.dated_sentences import dated as sentences_dated
from assistant.answers.dates_heard import of_date_doubted
from assistant.evidence.asked import Asked
from assistant.evidence.heard_when import SOUNDS, ToldSentence, told_sentences
from assistant.question.facets import Want
from assistant.refusals.signs import signs_of
from tests.assistant.conftest import AskedOf

TEXT = "When will the coal barges be inspected?"


def _id(asked: Asked, words: str) -> str:
    (found,) = (i for i, one in told_sentences(asked.library).items() if words in _text(one, i))
    return found


def _text(one: ToldSentence, identity: str) -> str:
    return one.unit.sentences[int(identity.rpartition("#")[2])].text


def _near(asked: Asked, near: Mapping[str, float], sounds: float = 0.9) -> Asked:
    """The question with what the index would say of it."""
    return replace(asked, nearness=lambda _query: near, tell=lambda _query: {"when": sounds})


@pytest.fixture
def plain(asked: AskedOf) -> Asked:
    return asked(TEXT)


def test_every_sentence_has_its_id(plain: Asked) -> None:
    told = told_sentences(plain.library)
    assert len(told) == sum(len(u.sentences) for u in plain.library.units)
    dated = _id(plain, "To be identified by September 2011.")
    assert told[dated].dated
    (before,) = told[dated].before
    assert "appropriate route" in told[before].unit.sentences[int(before.rpartition("#")[2])].text


def test_a_dated_sentence_that_is_much_nearer_is_sure(plain: Asked) -> None:
    dated, other = _id(plain, "in post by late 2012"), _id(plain, "young person's guide")
    heard = _near(plain, {dated: 0.6, other: 0.4}).heard_when
    assert heard is not None
    assert heard.sure
    assert (heard.dated, heard.lead) == pytest.approx((0.6, 0.2))
    less = _near(plain, {dated: 0.6, other: 0.55}).heard_when
    assert less is not None
    assert not less.sure


def test_a_sentence_that_a_dated_one_points_back_to_speaks_for_it(plain: Asked) -> None:
    told = told_sentences(plain.library)
    dated = _id(plain, "To be identified by September 2011.")
    (before,) = told[dated].before
    heard = _near(plain, {before: 0.6, dated: 0.2}).heard_when
    assert heard is not None
    assert heard.sure
    assert heard.near[dated] == pytest.approx(0.57)


def test_nothing_is_heard_of_a_question_that_does_not_sound_like_one_of_a_time(plain: Asked) -> None:
    near = {_id(plain, "in post by late 2012"): 0.6}
    assert _near(plain, near, sounds=SOUNDS - 0.01).heard_when is None
    assert plain.heard_when is None


def test_only_where_the_question_says_to_look(asked: AskedOf) -> None:
    question = asked("When will the coal barges of recommendation 9 be inspected?")
    near = {_id(question, "in post by late 2012"): 0.6}
    assert _near(question, near).heard_when is None


def test_the_sentence_that_is_surely_meant_gives_the_date(plain: Asked) -> None:
    """No word of the question stands in it."""
    assert answer_when(plain) is None
    draft = answer_when(_near(plain, {_id(plain, "in post by late 2012"): 0.6}))
    assert draft is not None
    assert [w.wording for w in draft.whens][:1] == ["by late 2012"]


@pytest.mark.parametrize(("dated_near", "other_near", "untold"), [(0.6, 0.4, 0), (0.4, 0.45, 1), (0.4, 0.2, 0), (0.4, 0.38, 1)])  # fmt: skip
def test_dates_are_given_where_a_sentence_with_one_is_near_enough_for_its_lead(
    dated_near: float, other_near: float, untold: int, plain: Asked
) -> None:
    dated, other = _id(plain, "in post by late 2012"), _id(plain, "young person's guide")
    draft = answer_when(_near(plain, {dated: 0.6}))
    assert draft is not None
    assert signs_of(_near(plain, {dated: dated_near, other: other_near}), draft).untold == untold


def test_a_sentence_elsewhere_without_a_date_that_says_far_more_outweighs_one_that_is_near(
    asked: AskedOf,
) -> None:
    dated, other = "in post by late 2012", "young person's guide"
    for text, untold in ((TEXT, 0), ("When will the young person's guide be produced?", 1)):
        read = asked(text)
        draft = answer_when(_near(read, {_id(read, dated): 0.6}))
        assert draft is not None
        near = _near(read, {_id(read, dated): 0.55, _id(read, other): 0.57})
        assert signs_of(near, draft).untold == untold


def test_a_place_that_the_question_names_is_told_by_the_nearest_alone(asked: AskedOf) -> None:
    read = asked("When will the barges of recommendation 15 be inspected?")
    dated, other = _id(read, "in post by late 2012"), _id(read, "comprehensive set of functions")
    draft = answer_when(_near(read, {dated: 0.6}))
    assert draft is not None
    for near, untold in ((0.15, 0), (0.25, 1)):
        assert signs_of(_near(read, {dated: 0.2, other: near}), draft).untold == untold


def test_dates_of_what_is_set_aside_are_not_given(asked: AskedOf) -> None:
    words = "consult formally on the guidance in autumn"
    for text, untold in (("I don't mean the formal consultation. When is the barge due?", 1), (TEXT, 0)):
        read = asked(text)
        near = _near(read, {_id(read, words): 0.6})
        draft = answer_when(near)
        assert draft is not None
        assert signs_of(near, draft).untold == untold


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The coal barges come in September 2011.", {"around November 2011"}),
        ("Is it May 2012 when the barges come?", {"around November 2011"}),
        ("What of the barges in September 2011 and in May 2012?", None),
    ],
)
def test_a_date_that_no_near_sentence_has_does_not_tell_which_is_meant(
    text: str, dates: set[str] | None, asked: AskedOf
) -> None:
    read = asked(text)
    question = replace(read.question, wants=frozenset((*read.question.wants, Want.WHEN)))
    near = _near(replace(read, question=question), {_id(read, "Ownership of both"): 0.6})
    found = of_date_doubted(near, sentences_dated(near))
    assert {d.sentence.whens[0].wording for d in found} == (dates or set())


def test_of_the_near_sentences_that_with_the_date_named_is_meant(asked: AskedOf) -> None:
    read = asked("When in May 2012 do the barges come?")
    with_date, without = (
        _id(read, "new nationally collected"),
        _id(read, "what the suite of locally published"),
    )
    near = _near(read, {with_date: 0.58, without: 0.6})
    assert ["by May 2012" in d.sentence.text for d in of_date_doubted(near, sentences_dated(near))] == [True]


def test_a_question_that_only_sounds_like_one_of_a_time_is_answered_by_the_sentence_heard(
    asked: AskedOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "_made", lambda _asked: None)
    read = asked("Would the coal barges sit down with the different boats?")
    near = _near(read, {_id(read, "in post by late 2012"): 0.6})
    sounding, made = pipeline._by_its_sound(near, None)
    assert sounding.question.has(Want.WHEN)
    assert made is not None
    assert made.whens[0].wording == "by late 2012"


@pytest.mark.parametrize(
    ("text", "words", "dates"),
    [
        ("When is the harbour of coal barges, zebra keepers and purple pilots in place?", ("new framework in place by", "draw on the sector"), ["by May 2012"]),
        ("When is the harbour of coal barges, zebra keepers and purple pilots due?", ("new framework in place by", "draw on the sector"), ["in July 2011", "by May 2012"]),
        ("When is the harbour due?", ("we established the Munro Review", "Today I am publishing"), ["Just over a year ago"]),
    ],
)  # fmt: skip
def test_of_two_near_sentences_one_is_given_alone_that_alone_says_a_step_or_a_date(
    text: str, words: tuple[str, str], dates: list[str], asked: AskedOf
) -> None:
    read = asked(text)
    first, *_ = (i for i, one in told_sentences(read.library).items() if words[0] in _text(one, i))
    passage = first.rpartition("#")[0]
    second = next(
        i
        for i, one in told_sentences(read.library).items()
        if i.startswith(passage) and words[1] in _text(one, i)
    )
    made = answer_when(_near(read, {first: 0.6, second: 0.58}))
    assert made is not None
    assert [w.wording for w in made.whens] == dates
