"""The QTI package: its items read back by another program's reader, and held against a strict schema."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from lxml import etree
from onyx2moodle.parser import AssessmentItem, parse_item

from assistant.quiz.formats import FORMATS
from assistant.quiz.formats.qti import PACKAGING
from assistant.quiz.formats.qti_item import QTI
from assistant.quiz.model import GAP, Item, Kind
from assistant.rendering.plain import one_line
from tests.quiz.formats.expected import Read, as_moodle, proof, squeezed
from tests.quiz.formats.gift_readers import text_of
from tests.quiz.formats.samples import EVERY_KIND, GAP_FILL, MATCHING, SEVERAL, few, hostile_items, job

WRITE = FORMATS["qti"].write
SCHEMA = etree.XMLSchema(etree.parse(str(Path(__file__).parent / "data" / "qti_item.xsd")))


@pytest.fixture
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("package")


def unpacked(content: bytes, folder: Path) -> list[Path]:
    """The item files in the order that the test gives, all of them in the manifest."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        package.extractall(folder)
        names = set(package.namelist())
    manifest = fromstring((folder / "imsmanifest.xml").read_bytes())
    space = {"p": PACKAGING}
    resources = manifest.findall("p:resources/p:resource", space)
    assert names == {"imsmanifest.xml", *(r.get("href") for r in resources)}
    assert all([f.get("href") for f in r.findall("p:file", space)] == [r.get("href")] for r in resources)
    assert resources[0].get("type") == "imsqti_test_xmlv2p1"
    assert {r.get("type") for r in resources[1:]} <= {"imsqti_item_xmlv2p1"}
    depended = [d.get("identifierref") for d in resources[0].findall("p:dependency", space)]
    assert depended == [r.get("identifier") for r in resources[1:]]
    test = fromstring((folder / "assessment.xml").read_bytes())
    references = list(test.iter(f"{{{QTI}}}assessmentItemRef"))
    return [folder / str(r.get("href")) for r in references]


def read(path: Path) -> Read:
    SCHEMA.assertValid(etree.parse(str(path)))
    item = parse_item(path)
    interactions = [*item.interactions, *_orders(item)]
    assert len(interactions) == 1
    kind, shown, matched = interactions[0].kind, interactions[0].choices, interactions[0].match_targets
    response = item.response_decls["RESPONSE"]
    # The reader hands on the text of an option without children as it is, not as HTML.
    words = {c.identifier: c.html for c in (*shown, *interactions[0].match_sources, *matched)}
    why = squeezed(text_of("".join(f.html for f in item.feedback)))
    if kind == "textEntry":
        accepted = frozenset(response.mapping)
        assert response.correct_values[0] in accepted
        stem = text_of(etree.tostring(item.body_xml, encoding="unicode")).strip()
        return Read("short", stem, right=accepted, why=why)
    prompt = item.body_xml.findtext(f".//{{{QTI}}}prompt")
    if kind == "match":
        pairs = [value.split() for value in response.correct_values]
        return Read(
            "matching",
            prompt,
            tuple(words.values()),
            pairs=frozenset((words[a], words[b]) for a, b in pairs),
            why=why,
        )
    if kind == "order":
        order = enumerate(response.correct_values, start=1)
        return Read(
            "matching", prompt, pairs=frozenset((words[value], str(n)) for n, value in order), why=why
        )
    right = frozenset(words[value] for value in response.correct_values)
    several = interactions[0].max_choices == 0
    return Read("several" if several else "choice", prompt, tuple(words.values()), right, why=why)


def _orders(item: AssessmentItem) -> list[object]:
    """The reader knows no orderInteraction: read as a choice, the order is in the response."""
    found = item.body_xml.findall(f"{{{QTI}}}orderInteraction")
    for element in found:
        element.tag = f"{{{QTI}}}choiceInteraction"
    if not found:
        return []
    from onyx2moodle.parser import _parse_interactions

    body = etree.Element(f"{{{QTI}}}assessmentItem")
    body.append(item.body_xml)
    made = _parse_interactions(body)
    for one in made:
        one.kind = "order"
    return list(made)


def expected(item: Item) -> Read:
    made = as_moodle(item)
    if item.kind is Kind.MATCHING:
        shown = (*(one_line(p.left) for p in item.pairs), *map(one_line, item.options))
        pairs = frozenset((one_line(p.left), one_line(p.right)) for p in item.pairs)
        return Read("matching", made.stem, shown, pairs=pairs, why=proof(item))
    if item.kind is Kind.GAP_FILL:
        return Read("short", one_line(item.stem.replace(GAP, "")), right=made.right, why=made.why)
    if item.kind is Kind.TRUE_FALSE:
        return Read("choice", made.stem, item.options, made.right, why=made.why)
    return made


def as_read(path: Path) -> Read:
    """What was read, its stem on one line: around a gap there are blanks."""
    found = read(path)
    return replace(found, stem=one_line(found.stem))


def test_every_kind_is_read_back(folder: Path) -> None:
    written = WRITE(job(*EVERY_KIND))
    assert not written.left_out
    assert [as_read(path) for path in unpacked(written.content, folder)] == [expected(i) for i in EVERY_KIND]


@few
@given(one=hostile_items())
def test_hostile_words_are_read_back(one: Item, tmp_path_factory: pytest.TempPathFactory) -> None:
    (path,) = unpacked(WRITE(job(one)).content, tmp_path_factory.mktemp("package"))
    found = read(path)
    assert squeezed(found.stem) == squeezed(expected(one).stem)
    assert (found.options, found.right, found.pairs, found.why) == (
        expected(one).options,
        expected(one).right,
        expected(one).pairs,
        expected(one).why,
    )


def test_parts_of_a_response_earn_parts_of_the_mark(folder: Path) -> None:
    several, matching, gap = unpacked(WRITE(job(SEVERAL, MATCHING, GAP_FILL)).content, folder)
    shares = parse_item(several).response_decls["RESPONSE"].mapping
    assert sum(v for v in shares.values() if v > 0) == pytest.approx(1, abs=1e-5)
    assert sum(shares.values()) == pytest.approx(0, abs=1e-5)
    assert set(parse_item(matching).response_decls["RESPONSE"].mapping.values()) == {0.25}
    assert parse_item(gap).response_decls["RESPONSE"].mapping == {"Chief Social Worker": 1, "CSW": 1}
    assert b'caseSensitive="false"' in gap.read_bytes()


def test_the_schema_refuses_what_is_out_of_place() -> None:
    wrong = etree.fromstring(f'<assessmentItem xmlns="{QTI}" identifier="1" title="" adaptive="no"/>')
    assert not SCHEMA.validate(wrong)


def test_the_same_quiz_is_the_same_bytes() -> None:
    assert WRITE(job(*EVERY_KIND)).content == WRITE(job(*EVERY_KIND)).content
