"""The deed whose time or doer is asked for, and quotes that tell of that deed or of another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant.answers.draft import Draft, Line
from assistant.evidence.asked import Asked
from assistant.evidence.contrary import of_others, only_the_contrary
from assistant.evidence.deeds import deed_missing
from assistant.evidence.mentioned import only_a_condition
from assistant.evidence.quote import Quote
from assistant.evidence.undated import only_undated
from assistant.language.words import stems
from assistant.library.library import Sentence
from assistant.model import Outcome
from assistant.refusals.support import unsupported
from corpus.dates import find_whens
from corpus.model import Part, Span
from tests.assistant.conftest import AskedOf

WRITTEN = date(2011, 7, 13)


def said(text: str) -> list[Sentence]:
    return [Sentence(text, Span(0, len(text)), frozenset(), find_whens(text, WRITTEN))]


def _quote(asked: Asked, text: str) -> Quote:
    passage = replace(asked.library.units[0].passage, text=text, speaker="A keeper")
    return Quote(passage, passage.place.span)


@pytest.mark.parametrize(
    ("question", "sentence", "missing"),
    [
        ("When does the zebra census begin?", "The zebra census will report in May 2012.", True),
        ("When does the zebra census begin?", "The zebra census will run until May 2012.", True),
        ("When does the zebra census begin?", "Open now, it will run until May 2012.", True),
        ("When does the zebra census begin?", "It will be launched in May 2012.", False),
        ("When does the zebra census close?", "The zebra census starts in May 2012.", True),
        ("When does the zebra census close?", "It will run until May 2012.", False),
        ("When does the zebra census close?", "It closes. The herd was counted.", True),
        ("When was the zebra census to be wound up?", "A census will be published by May 2012.", True),
        ("When was the zebra census set up?", "The zebra census was published in May 2012.", False),
        ("When was the zebra census set up?", "The zebra census will move in May 2012.", True),
        ("When was the zebra census set up?", "It was founded in May 2012. It moved.", False),
        ("When will the zebra census be reviewed?", "It will be in place by May 2012.", True),
        ("When will the zebra census be reviewed?", "Keepers will look at it in May 2012.", False),
        ("When had the zebra census reported?", "It will move in May 2012.", True),
        ("When was the herd to be doubled?", "A census will be held by May 2012.", True),
        ("When was the herd to be doubled?", "There will be 40 more zebras by May 2012.", False),
        ("When does the park sit inside the reserve?", "The park holds a census in May 2012.", True),
        ("When is the zebra census due?", "The zebra census will report in May 2012.", False),
        ("When had the zebra census begun?", "Its counts will be compared in May 2012.", True),
        ("When does the zebra census close?", "It will be in place by the end of 2012.", True),
        ("When did Zebra Start begin?", "Zebra Start will have 40 keepers by May 2012.", True),
        ("When will Zebra Start have 40 keepers?", "It will have 40 keepers by May 2012.", False),
        ("Since when has there been a zebra board?", "The zebra board will move in May 2012.", True),
        ("Since when has there been a zebra board?", "It was formed in May 2010.", False),
        ("When do replies have to be in by?", "The keepers intend to count in May 2012.", True),
        ("When do replies have to be in by?", "Keepers should respond by May 2012.", False),
        ("When were applications for keeper to be in?", "A keeper will be there in May 2012.", True),
        ("What is our deadline for telling the park?", "Parks will have keepers by May 2012.", True),
        ("What is our deadline for telling the park?", "Notify the park by May 2012.", False),
        ("When was the zebra guide last issued?", "It will be issued in May 2012.", True),
        ("When was the zebra guide last issued?", "It was issued in May 2010.", False),
        ("When does the herd forum first meet?", "Parks will have keepers by May 2012.", True),
        ("When does the herd forum first meet?", "It will be convened in May 2012.", False),
        ("When will the interim herd report be out?", "Final findings come out in May 2012.", True),
        ("When will the interim herd report be out?", "Interim findings come out in May 2012.", False),
    ],
)
def test_a_beginning_is_no_end_and_an_end_no_beginning(
    asked: AskedOf, question: str, sentence: str, missing: bool
) -> None:
    assert deed_missing(asked(question), [], said(sentence)) is missing


@pytest.mark.parametrize(
    ("question", "text", "missing"),
    [
        ("Who pays for the zebra census?", "Keepers should count the zebras.", True),
        ("Who pays for the zebra census?", "The cost of it falls to the keepers.", False),
        ("Who would appoint the zebra keeper?", "The zebra keeper lives in the park.", True),
        ("Who would appoint the zebra keeper?", "The park chooses its zebra keeper.", False),
        ("Who commissioned the zebra census?", "The zebra census is long.", True),
        ("Who would the zebra keeper report to?", "The zebra keeper wrote a report.", True),
        ("Who would the zebra keeper report to?", "The keeper is accountable for it to the park.", False),
        ("Which keepers sit on the zebra board?", "The zebra board will publish a plan.", True),
        ("Which keepers sit on the zebra board?", "The zebra board includes both keepers.", False),
        (
            "Who made up the zebra board?",
            "The zebra board met. The park council includes both keepers.",
            True,
        ),
        ("Who made up the zebra board?", "Both keepers were members of the zebra board.", False),
        ("Who gets to pay homage to whom is not asked: what do zebras eat?", "Zebras eat grass.", False),
        ("Who gets the report to the park?", "The park keeper does.", False),
    ],
)
def test_the_doer_of_a_deed_is_told_with_the_deed(
    asked: AskedOf, question: str, text: str, missing: bool
) -> None:
    found = asked(question)
    assert deed_missing(found, [_quote(found, text)], said(text)) is missing


@pytest.mark.parametrize(
    ("question", "text", "contrary"),
    [
        ("What did the third zebra report say?", "The final zebra report was long.", True),
        ("When was the first census published?", "The final census was published in May 2012.", True),
        ("When was the first census published?", "The final census followed the first census.", False),
        ("When was the first census published?", "An interim census was published in May 2012.", False),
        ("When was the external zebra audit?", "An internal zebra audit was held in May 2012.", True),
        ("When was the external zebra audit?", "A zebra audit was held in May 2012.", False),
        ("Was it the internal or the external audit?", "An internal audit was held in May 2012.", False),
    ],
)
def test_of_two_kinds_that_rule_each_other_out_the_one_asked_about_is_told(
    asked: AskedOf, question: str, text: str, contrary: bool
) -> None:
    found = asked(question)
    assert only_the_contrary(found, [_quote(found, text)], said(text)) is contrary


@pytest.mark.parametrize(
    ("question", "sentence", "others"),
    [
        ("When would most charities have a keeper?", "Most councils will have a keeper by May 2012.", True),
        ("When would most councils have a keeper?", "Most councils will have a keeper by May 2012.", False),
        ("When would charities have a keeper?", "Most councils will have a keeper by May 2012.", False),
        ("When would most charities have a keeper?", "Charities will have a keeper by May 2012.", False),
    ],
)
def test_what_most_of_one_kind_do_is_not_what_most_of_another_do(
    asked: AskedOf, question: str, sentence: str, others: bool
) -> None:
    told = [replace(s, stems=frozenset(stems(s.text))) for s in said(sentence)]
    assert of_others(asked(question), told) is others


@pytest.mark.parametrize(
    ("question", "undated"),
    [
        ("When is the {thing} expected?", True),
        ("When is the {thing} ever going to be there?", True),
        ("Is the {thing} expected?", False),
        ("When is it expected?", False),
        ("When is the zebra herd expected?", False),
    ],
)
def test_what_the_documents_name_without_a_date_has_none(
    asked: AskedOf, question: str, undated: bool
) -> None:
    units = asked("Who counts?").library.units
    dated = next(u for u in units if any(s.whens for s in u.sentences))
    quote = Quote(dated.passage, dated.passage.place.span)
    assert only_undated(asked(question.format(thing="peer mentoring forum")), [quote]) is undated


def test_a_thing_that_a_dated_passage_names_has_a_date(asked: AskedOf) -> None:
    found = asked("When is the peer mentoring forum expected?")
    named = next(u for u in found.library.units if any(s.whens for s in u.sentences))
    units = tuple(replace(u, stems=u.stems | {"forum"}) if u is named else u for u in found.library.units)
    library = replace(found.library, units=units)
    quote = Quote(named.passage, named.passage.place.span)
    assert only_undated(found, [quote])
    assert not only_undated(replace(found, library=library), [quote])


@pytest.mark.parametrize(
    ("question", "sentence", "condition"),
    [
        ("When is the zebra bill expected?", "It will be published once the zebra bill passes.", True),
        ("When is the zebra guide expected?", "It will be published once the zebra bill passes.", False),
    ],
)
def test_what_something_waits_for_has_no_date_of_its_own(
    asked: AskedOf, question: str, sentence: str, condition: bool
) -> None:
    assert only_a_condition(asked(question), said(sentence)) is condition


@pytest.mark.parametrize(
    ("question", "refused"),
    [
        ("When do replies about the inspection framework have to be in?", True),
        ("When does the inspection framework have to be in?", False),
    ],
)
def test_a_set_read_off_the_records_tells_the_time_of_no_other_deed(
    asked: AskedOf, question: str, refused: bool
) -> None:
    found = asked(question)
    dated = next(
        u
        for u in found.library.units
        if u.passage.part is Part.TIMESCALE and "inspect" in u.stems and "repli" not in u.stems
    )
    quote = Quote(dated.passage, dated.passage.place.span)
    draft = Draft(Outcome.ANSWERED, (Line("It is dated.", (quote,)),), from_records=True)
    assert unsupported(found, draft) is refused
