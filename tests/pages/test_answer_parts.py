from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answers.compose import HISTORIC
from assistant.model import Answer, Citation, Outcome
from assistant.notices.signpost import PRIVACY, SIGNPOST
from assistant.opening import open_assistant
from assistant.pages.answer_parts import take_apart
from assistant.pages.next_questions import EXAMPLES, next_questions
from corpus import Corpus
from corpus.model import Part, PassageKind


def test_each_block_has_its_place() -> None:
    notices, direct = [SIGNPOST, PRIVACY], ["First. [1]", "- a [1]", "- b [2]"]
    rest = ["> [1] “x”\n>\n> — y", "> [2] “z”", "Fact.", HISTORIC]
    parts = take_apart(Answer("q", Outcome.ANSWERED, "\n\n".join([*notices, *direct, *rest])))
    assert parts.signposts == (SIGNPOST,)
    assert parts.privacy == (PRIVACY,)
    assert parts.direct == ("First. [1]", "- a [1]\n- b [2]")
    assert parts.facts == ("Fact.",)
    assert parts.standing == (HISTORIC,)


def test_a_real_answer_loses_nothing_but_its_quotes() -> None:
    answer = open_assistant().ask("What is the timescale for recommendation 14?")
    parts = take_apart(answer)
    shown = "\n\n".join((*parts.direct, *parts.facts, *parts.standing))
    assert shown == "\n\n".join(b for b in answer.text.split("\n\n") if not b.startswith(">"))
    assert len(answer.citations) == answer.text.count("\n\n> [")
    assert parts.direct
    assert parts.standing


def test_an_answer_about_one_recommendation_leads_to_its_other_parts(corpus: Corpus) -> None:
    answer = open_assistant().ask("What is the timescale for recommendation 14?")
    rec = corpus.recommendations[14]
    status, response = rec.passages[Part.GOVERNMENT_RESPONSE][:2]
    assert status.kind is PassageKind.STATUS_LINE
    timed = next(c for c in answer.citations if c.part is Part.TIMESCALE)
    beside = replace(timed, part=Part.GOVERNMENT_RESPONSE)

    def offered(*citations: Citation) -> tuple[str, ...]:
        return next_questions(replace(answer, citations=citations, suggestions=()), corpus)

    rest = ("What does recommendation 14 say?", "What was Professor Munro's argument for recommendation 14?")
    respond = "How did the Government respond to recommendation 14?"
    assert offered(timed) == (respond, *rest)
    assert offered(timed, replace(beside, passage=status.id)) == (respond, *rest)
    assert offered(timed, replace(beside, passage=response.id)) == rest


def test_suggestions_of_the_answer_come_first(corpus: Corpus) -> None:
    answer = Answer("q", Outcome.CLARIFY, "Which?", suggestions=("One?", "Two?", "Three?", "Four?"))
    assert next_questions(answer, corpus) == ("One?", "Two?", "Three?")
    assert next_questions(replace(answer, suggestions=()), corpus) == EXAMPLES[:3]
    assert next_questions(Answer("q", Outcome.ANSWERED, "x"), corpus) == ()
    assert len(next_questions(Answer("q", Outcome.ANSWERED, "x", recommendations=(2, 6, 99)), corpus)) == 2


@pytest.mark.slow
def test_every_example_and_every_next_question_is_answered(corpus: Corpus) -> None:
    assistant = open_assistant()
    answers = [assistant.ask(q) for q in EXAMPLES]
    assert {a.outcome for a in answers} == {Outcome.ANSWERED}
    one = next(a for a in answers if len(a.recommendations) == 1)
    assert {assistant.ask(q).outcome for q in next_questions(one, corpus)} == {Outcome.ANSWERED}
