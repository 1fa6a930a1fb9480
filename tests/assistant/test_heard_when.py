"""Which sentence tells the time asked for is told by nearness; a deed without a date has none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from assistant.answers.dated import answer_when
from assistant.evidence.asked import Asked
from assistant.evidence.heard_when import SOUNDS, told_sentences
from assistant.refusals.signs import signs_of
from tests.assistant.conftest import AskedOf

TEXT = "When will the coal barges be inspected?"


def _id(asked: Asked, words: str) -> str:
    (found,) = (
        i
        for i, one in told_sentences(asked.library).items()
        if words in one.unit.sentences[int(i.rpartition("#")[2])].text
    )
    return found


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


def test_dates_are_not_given_where_a_sentence_without_any_is_nearer(plain: Asked) -> None:
    dated, other = _id(plain, "in post by late 2012"), _id(plain, "young person's guide")
    draft = answer_when(_near(plain, {dated: 0.6}))
    assert draft is not None
    assert signs_of(_near(plain, {dated: 0.6, other: 0.4}), draft).untold == 0
    assert signs_of(_near(plain, {dated: 0.6, other: 0.65}), draft).untold == 1
