"""Personal data is found by combinations, public names are left alone, and masked texts hold none."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from assistant.notices import Finding, Kind, mask, personal_data, public_names
from assistant.notices.identifiers import is_nhs_number, national

_HERE = Path(__file__).parent
_EDITIONS = [
    p.read_text("utf-8") for p in sorted((_HERE.parents[1] / "corpus" / "data" / "editions").glob("*.md"))
]
_PUBLIC = public_names(_EDITIONS)
_CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (_HERE / "data" / "personal_data.yaml").read_text(encoding="utf-8")
)
_ALL = [
    (case["text"], [pair for found in case["found"] for pair in found.items()])
    for part in _CASES.values()
    for case in part
]


def _told(text: str, public: frozenset[str] = _PUBLIC) -> list[tuple[str, str]]:
    return [(finding.kind.value, finding.text) for finding in personal_data(text, public)]


@pytest.mark.parametrize(("text", "found"), _ALL, ids=[text[:40] for text, _ in _ALL])
def test_cases(text: str, found: list[tuple[str, str]]) -> None:
    assert _told(text) == found


def test_cases_are_many_and_balanced() -> None:
    holding = [text for text, found in _ALL if found]
    assert len(holding) >= 40
    assert len(_ALL) - len(holding) >= 40
    assert len(_CASES["aside"]) >= len(_ALL) / 4
    assert {kind for _, found in _ALL for kind, _ in found} == {kind.value for kind in Kind}


@pytest.mark.parametrize(
    ("text", "found"), [case for case in _ALL if case[1]], ids=lambda value: str(value)[:40]
)
def test_a_masked_text_holds_none_of_it(text: str, found: list[tuple[str, str]]) -> None:
    masked = mask(text, personal_data(text, _PUBLIC))
    assert [value for _, value in found if value in masked] == []
    assert personal_data(masked, _PUBLIC) == []


def test_mask_writes_a_marker_for_each_kind() -> None:
    text = "Re Jordan Whitfield, dob 03/04/2009, NHS 943 476 5919, case no. 2011/0047, 22 Byron Street, Hull"
    text += " HU3 1AA. Call 07700 900123 or s@example.com. NI QQ123456C."
    assert mask(text, personal_data(text)) == (
        "Re [name], dob [date of birth], NHS [NHS number], case no. [case number], [address] [postcode]."
        " Call [phone number] or [e-mail address]. NI [National Insurance number]."
    )


def test_mask_without_findings_changes_nothing() -> None:
    assert mask("When is recommendation 14 due?", []) == "When is recommendation 14 due?"


def test_every_mention_of_a_person_is_masked() -> None:
    text = "Chloe Atkinson (dob 1/2/2009) was seen. Chloe said Mr Atkinson hit her; chloe is scared."
    assert mask(text, personal_data(text)) == (
        "[name] (dob [date of birth]) was seen. [name] said Mr [name] hit her; [name] is scared."
    )


class TestCombinations:
    @pytest.mark.parametrize(
        ("alone", "together"),
        [
            ("I work near LS6 2QT", "Chloe Atkinson, dob 1/2/2009, LS6 2QT"),
            ("Chloe asked about rec 14", "Chloe, dob 1/2/2009, asked about rec 14"),
            ("Chloe Atkinson asked about rec 14", "Chloe Atkinson, 7, has bruises"),
            ("The meeting is at 22 Byron Street", "He lives at 22 Byron Street"),
            ("Due on 3 April 2009", "Born on 3 April 2009"),
            ("It costs 943 476 5910", "NHS number 943 476 5910"),
            ("There are 884213 of them", "Our ref 884213"),
        ],
    )
    def test_what_is_nothing_alone_counts_in_company(self, alone: str, together: str) -> None:
        assert personal_data(alone) == []
        assert personal_data(together)

    def test_a_date_beside_a_name_is_a_birthday_but_not_after_on(self) -> None:
        assert ("date_of_birth", "12/05/2004") in _told("My case is Amir Hussain (12/05/2004)")
        assert _told("My case, Amir Hussain, was reviewed on 12/05/2011") == [("person_name", "Amir Hussain")]


class TestPublicNames:
    def test_names_of_the_guidance_are_not_private(self) -> None:
        text = "My case is Kevin Jones and I am worried about him"
        assert _told(text) == []
        assert _told(text, frozenset()) == [("person_name", "Kevin Jones")]

    def test_a_private_person_of_the_same_name_is_known_by_the_birth_date(self) -> None:
        assert ("person_name", "Kevin Jones") in _told("Kevin Jones, dob 3/3/2008, is missing")

    def test_a_later_document_brings_its_own(self) -> None:
        later = "Wanda Kettering\nChair, 31 Harbour Road, Leeds LS1 4AB\nTel 020 7946 0000, wanda@example.org"
        text = (
            "Is Wanda Kettering, 31 Harbour Road, LS1 4AB, to be had on 020 7946 0000 or wanda@example.org?"
        )
        assert {kind for kind, _ in _told(text)} == {"person_name", "address", "postcode", "phone", "email"}
        assert _told(text, public_names([later])) == []

    def test_what_the_guidance_publishes_is_held(self) -> None:
        assert {"Eileen Munro", "02077838300", "ministers@education.gsi.gov.uk", "SW1P3BT"} <= {
            *_PUBLIC,
            *(name.removeprefix("Professor ") for name in _PUBLIC),
        }

    @pytest.mark.parametrize("edition", _EDITIONS, ids=lambda text: str(text)[:30])
    def test_the_guidance_itself_holds_none(self, edition: str) -> None:
        assert personal_data(edition, _PUBLIC) == []

    def test_none_from_nothing(self) -> None:
        assert public_names([]) == frozenset()


class TestNumbers:
    @pytest.mark.parametrize(
        ("written", "valid"),
        [
            ("9434765919", True),
            ("943 476 5919", True),
            ("401-023-2137", True),
            ("943 476 5918", False),
            ("0000000000", False),
            ("943476591", False),
            ("", False),
        ],
    )
    def test_nhs_check_digit(self, written: str, valid: bool) -> None:
        assert is_nhs_number(written) is valid

    @given(st.integers(min_value=100_000_000, max_value=999_999_999))
    def test_one_check_digit_at_most_fits(self, stem: int) -> None:
        assert sum(is_nhs_number(f"{stem}{digit}") for digit in range(10)) <= 1

    @pytest.mark.parametrize(
        ("written", "digits"),
        [
            ("+44 7700 900123", "07700900123"),
            ("0044 (0)7700 900123", "07700900123"),
            ("(020) 7783 8300", "02077838300"),
            ("+1 212 555 0100", "12125550100"),
        ],
    )
    def test_telephone_numbers_as_dialled(self, written: str, digits: str) -> None:
        assert national(written) == digits

    @pytest.mark.parametrize(
        "written", ["0808 800 5000", "0300 123 1231", "0800 1111", "101", "999", "01/02/2011"]
    )
    def test_numbers_of_organisations_are_not_personal(self, written: str) -> None:
        assert personal_data(f"ring {written} now") == []


_SCRAPS = [
    "Jo Smith",
    "dob",
    "1/2/09",
    "07700 900123",
    "943 476 5919",
    "LS6 2QT",
    "12 High Street",
    "lives at",
    "a@b.co",
    "(",
    ". ",
]


@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(_SCRAPS), max_size=20).map(" ".join)))
def test_findings_are_in_place_in_order_and_apart(text: str) -> None:
    findings = personal_data(text)
    assert all(text[f.start : f.end] == f.text and f.text for f in findings)
    assert all(a.end <= b.start for a, b in pairwise(findings))


@given(st.text(max_size=100), st.text(max_size=100))
def test_mask_leaves_the_rest_as_it_was(before: str, after: str) -> None:
    finding = Finding(len(before), len(before) + 3, Kind.PERSON_NAME, "Joe")
    assert mask(before + "Joe" + after, [finding]) == f"{before}[name]{after}"


@pytest.mark.parametrize("scrap", ["(0 ", "Flat 1, ", "John Smith ", "1/", "a.b@", "0", "Jo-", "case ref "])
def test_a_very_long_text_takes_no_more_than_a_second(scrap: str) -> None:
    start = perf_counter()
    personal_data(scrap * (10_000 // len(scrap)))
    assert perf_counter() - start < 1.0
