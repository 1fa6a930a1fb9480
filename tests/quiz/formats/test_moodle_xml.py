"""Moodle XML, read back by a parser that trusts nothing, and held against the structure that Moodle documents."""

from __future__ import annotations

from dataclasses import replace
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring
from hypothesis import given

from assistant.quiz.formats import FORMATS
from assistant.quiz.model import Item, Kind
from tests.quiz.formats.expected import Read, as_moodle, squeezed
from tests.quiz.formats.gift_readers import text_of
from tests.quiz.formats.samples import CHOICE, EVERY_KIND, SHORT, few, hostile_items, item, job

WRITE = FORMATS["moodle-xml"].write
_COMMON = ["name", "questiontext", "generalfeedback", "defaultgrade", "penalty", "hidden", "idnumber"]
_CHOICE = ["single", "shuffleanswers", "answernumbering"]
_CHILDREN = {
    "multichoice": ([*_COMMON, *_CHOICE], {"answer"}),
    "truefalse": (_COMMON, {"answer"}),
    "matching": ([*_COMMON, "shuffleanswers"], {"subquestion"}),
    "shortanswer": ([*_COMMON, "usecase"], {"answer"}),
}
#: Fractions of the whole mark that Moodle accepts, as percentages.
_ACCEPTED = {
    "100",
    "90",
    "83.33333",
    "80",
    "75",
    "70",
    "66.66667",
    "60",
    "50",
    "40",
    "33.33333",
    "30",
    "25",
    "20",
}
_ACCEPTED |= {"16.66667", "14.28571", "12.5", "11.11111", "10", "5", "0"}


def read_moodle_xml(content: bytes) -> list[Read]:
    root = fromstring(content)
    assert root.tag == "quiz"
    category, *questions = root
    assert category.get("type") == "category"
    assert category.findtext("category/text", "").startswith("$course$/top/")
    return [_question(q) for q in questions]


def _question(question: Element) -> Read:
    kind = question.get("type", "")
    settings, repeated = _CHILDREN[kind]
    tags = [child.tag for child in question]
    assert tags[: len(settings)] == settings
    assert set(tags[len(settings) : -1]) == repeated
    assert tags[-1] == "tags"
    assert [e.get("format") for e in question.findall("questiontext")] == ["html"]
    stem = text_of(question.findtext("questiontext/text", ""))
    why = squeezed(text_of(question.findtext("generalfeedback/text", "")))
    if kind == "matching":
        found = [
            (s.findtext("text", ""), s.findtext("answer/text", "")) for s in question.findall("subquestion")
        ]
        return Read(
            "matching", stem, pairs=frozenset((text_of(left), right) for left, right in found), why=why
        )
    answers = [(a.findtext("text", ""), a.get("fraction", "")) for a in question.findall("answer")]
    assert {fraction.lstrip("-") for _, fraction in answers} <= _ACCEPTED
    right = [text for text, fraction in answers if float(fraction) > 0]
    if kind == "shortanswer":
        assert question.findtext("usecase") == "0"
        return Read("short", stem, right=frozenset(r.replace(r"\*", "*") for r in right), why=why)
    if kind == "truefalse":
        assert {text for text, _ in answers} == {"true", "false"}
        return Read("true_false", stem, right=frozenset({right[0].capitalize()}), why=why)
    name = "choice" if question.findtext("single") == "true" else "several"
    shown = tuple(text_of(text) for text, _ in answers)
    return Read(name, stem, shown, frozenset(map(text_of, right)), why=why)


def test_every_kind_is_read_back() -> None:
    written = WRITE(job(*EVERY_KIND))
    assert not written.left_out
    assert read_moodle_xml(written.content) == [as_moodle(i) for i in EVERY_KIND]


@few
@given(hostile_items())
def test_hostile_words_are_read_back(one: Item) -> None:
    assert read_moodle_xml(WRITE(job(one)).content) == [as_moodle(one)]


def test_a_star_that_is_typed_in_stands_for_itself() -> None:
    content = WRITE(job(replace(SHORT, key=("a * b",)))).content
    assert b"a \\* b" in content


def test_shares_of_a_mark_add_up_and_choosing_everything_earns_nothing() -> None:
    for right in range(2, 11):
        options = tuple(f"option {n}" for n in range(right + 3))
        one = item(Kind.MULTIPLE_RESPONSE, "Which?", options, options[:right])
        answers = fromstring(WRITE(job(one)).content).findall("question/answer")
        shares = [float(a.get("fraction", "")) for a in answers]
        assert abs(sum(s for s in shares if s > 0) - 100) < 0.001
        assert abs(sum(shares)) < 0.001


def test_more_right_options_than_can_share_a_mark_are_left_out() -> None:
    options = tuple(f"option {n}" for n in range(13))
    many = item(Kind.MULTIPLE_RESPONSE, "Which?", options, options[:11])
    written = WRITE(job(many, CHOICE))
    assert [left.item for left in written.left_out] == [many]
    assert read_moodle_xml(written.content) == [as_moodle(CHOICE)]


def test_a_slash_in_the_title_makes_no_category_of_its_own() -> None:
    category = fromstring(WRITE(job(CHOICE, title="Theme 3/4")).content).findtext("question/category/text")
    assert category == "$course$/top/Theme 3//4"
