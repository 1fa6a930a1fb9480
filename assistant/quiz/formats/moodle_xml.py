"""Moodle XML, the format that holds most of what Moodle's questions have.

Every kind is written as a question type that all versions of Moodle have, so an ordering item becomes pairs of
entry and position. Source: Moodle's documentation of the format.
"""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from assistant.quiz.formats.html import explanation, shown
from assistant.quiz.formats.model import Job
from assistant.quiz.formats.moodle_marks import name, tags, weights
from assistant.quiz.model import TRUE, Item, Kind
from assistant.rendering.plain import one_line

_TYPES = {
    Kind.CHOICE: "multichoice",
    Kind.MULTIPLE_RESPONSE: "multichoice",
    Kind.TRUE_FALSE: "truefalse",
    Kind.MATCHING: "matching",
    Kind.ORDERING: "matching",
    Kind.GAP_FILL: "shortanswer",
    Kind.SHORT_ANSWER: "shortanswer",
}


def write_moodle_xml(job: Job) -> bytes:
    """Every kind as XML, in a category named as the quiz."""
    root = Element("quiz")
    category = SubElement(root, "question", type="category")
    _text(category, "category", f"$course$/top/{one_line(job.quiz.title).replace('/', '//')}")
    numbered = enumerate(job.quiz.items, start=1)
    root.extend(_question(n, item, explanation(item, job.documents)) for n, item in numbered)
    indent(root)
    made: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return made


def _question(number: int, item: Item, why: str) -> Element:
    question = Element("question", type=_TYPES[item.kind])
    _text(question, "name", name(number, item))
    _html(question, "questiontext", shown(item.stem))
    _html(question, "generalfeedback", why)
    penalty = "1" if item.kind is Kind.TRUE_FALSE else "0.3333333"
    settings = {"defaultgrade": "1", "penalty": penalty, "hidden": "0", "idnumber": item.id}
    for tag, value in settings.items():
        SubElement(question, tag).text = value
    _ANSWERS[_TYPES[item.kind]](question, item)
    labels = SubElement(question, "tags")
    for label in tags(item):
        _text(labels, "tag", label)
    return question


def _choices(question: Element, item: Item) -> None:
    several = item.kind is Kind.MULTIPLE_RESPONSE
    # Options stand in an order of their own, or in one that tells nothing.
    settings = {"single": _flag(not several), "shuffleanswers": "false", "answernumbering": "ABCD"}
    for tag, value in settings.items():
        SubElement(question, tag).text = value
    shares = weights(item) if several else tuple("100" if o in item.key else "0" for o in item.options)
    for weight, option in zip(shares or (), item.options, strict=True):
        _text(SubElement(question, "answer", fraction=weight, format="html"), None, shown(option))


def _true_or_false(question: Element, item: Item) -> None:
    for value in (True, False):
        fraction = "100" if value == (item.key[0] == TRUE) else "0"
        _text(
            SubElement(question, "answer", fraction=fraction, format="moodle_auto_format"), None, _flag(value)
        )


def _pairs(question: Element, item: Item) -> None:
    SubElement(question, "shuffleanswers").text = "true"
    if item.kind is Kind.ORDERING:
        pairs = [(entry, str(item.key.index(entry) + 1)) for entry in item.options]
    else:
        used = {pair.right for pair in item.pairs}
        pairs = [(pair.left, pair.right) for pair in item.pairs]
        pairs += [("", option) for option in item.options if option not in used]
    for left, right in pairs:
        subquestion = SubElement(question, "subquestion", format="html")
        _text(subquestion, None, shown(left))
        _text(subquestion, "answer", one_line(right))


def _typed(question: Element, item: Item) -> None:
    SubElement(question, "usecase").text = "0"
    for accepted in item.key:
        # A typed answer is a pattern, in which a star stands for anything.
        pattern = one_line(accepted).replace("*", r"\*")
        _text(SubElement(question, "answer", fraction="100", format="moodle_auto_format"), None, pattern)


_ANSWERS: dict[str, Callable[[Element, Item], None]] = {
    "multichoice": _choices,
    "truefalse": _true_or_false,
    "matching": _pairs,
    "shortanswer": _typed,
}


def _flag(value: bool) -> str:
    return "true" if value else "false"


def _html(parent: Element, tag: str, text: str) -> None:
    _text(SubElement(parent, tag, format="html"), None, text)


def _text(parent: Element, tag: str | None, text: str) -> None:
    """A ``text`` element with the words, in an element of its own where a tag is given."""
    SubElement(parent if tag is None else SubElement(parent, tag), "text").text = text
