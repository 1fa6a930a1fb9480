"""One item as a QTI 2.1 assessmentItem: what is asked, the right response, how it is marked, and the explanation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement

from assistant.quiz.formats.sources import source
from assistant.quiz.model import GAP, Item, Kind
from assistant.rendering.blocks import Run
from assistant.rendering.inline import emphasised
from assistant.rendering.plain import one_line
from corpus.model import Document
from corpus.patterns import lazy_regex

QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
RESPONSE, SCORE, FEEDBACK, EXPLANATION = "RESPONSE", "SCORE", "FEEDBACK", "EXPLANATION"
_NO_NAME = lazy_regex(r"[^A-Za-z0-9._-]")


def identifier(item: Item) -> str:
    """The item's id as a name that QTI takes."""
    return f"item-{_NO_NAME.sub('_', item.id)}"


def assessment_item(item: Item, documents: Mapping[str, Document]) -> Element:
    """The item as an element, with QTI's namespace as its default."""
    title = one_line(item.stem)[:100] or "Item"
    attributes = {"title": title, "adaptive": "false", "timeDependent": "false"}
    root = Element("assessmentItem", {"xmlns": QTI, "identifier": identifier(item)} | attributes)
    _declarations(root, item)
    _BODIES[item.kind](SubElement(root, "itemBody"), item)
    _processing(root, item)
    _explanation(root, item, documents)
    return root


def _declarations(root: Element, item: Item) -> None:
    cardinality, base = _SHAPES[item.kind]
    response = SubElement(
        root, "responseDeclaration", identifier=RESPONSE, cardinality=cardinality, baseType=base
    )
    correct = SubElement(response, "correctResponse")
    right = _right(item)
    for value in right[:1] if cardinality == "single" else right:
        SubElement(correct, "value").text = value
    if marks := _marks(item, right):
        mapping = SubElement(response, "mapping", lowerBound="0", upperBound="1", defaultValue="0")
        for value, mark in marks:
            # Only what is typed in can differ in its letters' case.
            cased = {"caseSensitive": "false"} if base == "string" else {}
            SubElement(mapping, "mapEntry", {"mapKey": value, "mappedValue": mark} | cased)
    score = SubElement(root, "outcomeDeclaration", identifier=SCORE, cardinality="single", baseType="float")
    SubElement(SubElement(score, "defaultValue"), "value").text = "0"
    SubElement(root, "outcomeDeclaration", identifier=FEEDBACK, cardinality="single", baseType="identifier")


def _right(item: Item) -> tuple[str, ...]:
    """The right response, as identifiers of options or as what is to be typed in."""
    if item.kind is Kind.MATCHING:
        return tuple(f"P{n} {_option(item, pair.right)}" for n, pair in enumerate(item.pairs, start=1))
    if item.options:
        return tuple(_option(item, right) for right in item.key)
    return tuple(map(one_line, item.key))


def _option(item: Item, option: str) -> str:
    return f"O{item.options.index(option) + 1}"


def _marks(item: Item, right: Sequence[str]) -> list[tuple[str, str]]:
    """What each part of a response earns, where parts earn something; whole responses are marked as one."""
    if item.kind is Kind.MULTIPLE_RESPONSE:
        wrong = [_option(item, o) for o in item.options if o not in item.key]
        gains = [(value, f"{1 / len(right):.6f}") for value in right]
        return gains + [(value, f"{-1 / len(wrong):.6f}") for value in wrong]
    if item.kind is Kind.MATCHING:
        return [(value, f"{1 / len(right):.6f}") for value in right]
    return [(value, "1") for value in dict.fromkeys(right)] if not item.options else []


def _choice(body: Element, item: Item) -> None:
    most = "0" if item.kind is Kind.MULTIPLE_RESPONSE else "1"
    # Options stand in an order of their own, or in one that tells nothing.
    interaction = _interaction(body, "choiceInteraction", item, shuffle="false", maxChoices=most)
    _options(interaction, "simpleChoice", "O", item.options)


def _match(body: Element, item: Item) -> None:
    interaction = _interaction(body, "matchInteraction", item, shuffle="true", maxAssociations="0")
    premises = [pair.left for pair in item.pairs]
    _options(SubElement(interaction, "simpleMatchSet"), "simpleAssociableChoice", "P", premises, matchMax="1")
    _options(
        SubElement(interaction, "simpleMatchSet"), "simpleAssociableChoice", "O", item.options, matchMax="0"
    )


def _order(body: Element, item: Item) -> None:
    interaction = _interaction(body, "orderInteraction", item, shuffle="false")
    _options(interaction, "simpleChoice", "O", item.options)


def _typed(body: Element, item: Item) -> None:
    gap = item.kind is Kind.GAP_FILL
    before, after = map(_line, item.around_gap) if gap else (one_line(item.stem), "")
    paragraph = SubElement(body, "p")
    paragraph.text = before
    length = str(max(map(len, item.key)))
    field = {"responseIdentifier": RESPONSE, "expectedLength": length}
    interaction = SubElement(paragraph if gap else SubElement(body, "p"), "textEntryInteraction", field)
    interaction.tail = after


def _line(text: str) -> str:
    """One line, that keeps a blank at either end: what stands beside a gap."""
    return one_line(f"{GAP}{text}{GAP}").removeprefix(GAP).removesuffix(GAP)


def _interaction(body: Element, tag: str, item: Item, **attributes: str) -> Element:
    interaction = SubElement(body, tag, {"responseIdentifier": RESPONSE} | attributes)
    SubElement(interaction, "prompt").text = one_line(item.stem)
    return interaction


def _options(parent: Element, tag: str, letter: str, texts: Iterable[str], **attributes: str) -> None:
    for n, text in enumerate(texts, start=1):
        SubElement(parent, tag, {"identifier": f"{letter}{n}"} | attributes).text = one_line(text)


def _processing(root: Element, item: Item) -> None:
    processing = SubElement(root, "responseProcessing")
    if _marks(item, _right(item)):
        SubElement(
            SubElement(processing, "setOutcomeValue", identifier=SCORE), "mapResponse", identifier=RESPONSE
        )
    else:
        condition = SubElement(SubElement(processing, "responseCondition"), "responseIf")
        match = SubElement(condition, "match")
        SubElement(match, "variable", identifier=RESPONSE)
        SubElement(match, "correct", identifier=RESPONSE)
        _set(condition, SCORE, "float", "1")
    _set(processing, FEEDBACK, "identifier", EXPLANATION)


def _set(parent: Element, name: str, base: str, value: str) -> None:
    SubElement(
        SubElement(parent, "setOutcomeValue", identifier=name), "baseValue", baseType=base
    ).text = value


def _explanation(root: Element, item: Item, documents: Mapping[str, Document]) -> None:
    told = {"outcomeIdentifier": FEEDBACK, "identifier": EXPLANATION, "showHide": "show"}
    told["title"] = "Where it says so"
    feedback = SubElement(root, "modalFeedback", told)
    for citation in item.citations:
        paragraph = SubElement(SubElement(feedback, "blockquote"), "p")
        _runs(paragraph, (Run("“"), *emphasised(citation.quote.strip()), Run("”")))
        SubElement(feedback, "p").text = f"— {one_line(source(citation, documents))}"


def _runs(parent: Element, runs: Iterable[Run]) -> None:
    for run in runs:
        inner = SubElement(parent, "span")
        if run.bold:
            inner = SubElement(inner, "strong")
        if run.italic:
            inner = SubElement(inner, "em")
        first, *rest = run.text.split("\n")
        inner.text = first
        for line in rest:
            SubElement(inner, "br").tail = line


_SHAPES = {
    Kind.CHOICE: ("single", "identifier"),
    Kind.TRUE_FALSE: ("single", "identifier"),
    Kind.MULTIPLE_RESPONSE: ("multiple", "identifier"),
    Kind.MATCHING: ("multiple", "directedPair"),
    Kind.ORDERING: ("ordered", "identifier"),
    Kind.GAP_FILL: ("single", "string"),
    Kind.SHORT_ANSWER: ("single", "string"),
}
_BODIES: dict[Kind, Callable[[Element, Item], None]] = {
    Kind.CHOICE: _choice,
    Kind.TRUE_FALSE: _choice,
    Kind.MULTIPLE_RESPONSE: _choice,
    Kind.MATCHING: _match,
    Kind.ORDERING: _order,
    Kind.GAP_FILL: _typed,
    Kind.SHORT_ANSWER: _typed,
}
