"""Names of people and places, as told from other words with a capital."""

from __future__ import annotations

from assistant.evidence.kinds import holds_names
from assistant.prepared import Prepared


def test_people_and_places_of_the_documents_are_names(ready: Prepared) -> None:
    assert {"Trowler", "Loughton", "Hackney", "Cumbria", "Solihull"} <= ready.library.names


def test_offices_months_and_the_subject_of_the_documents_are_not(ready: Prepared) -> None:
    others = {"Munro", "Government", "December", "Children", "Secretary", "Board", "Social"}
    assert not others & ready.library.names


def test_no_name_is_a_word_that_the_documents_have_in_lower_case(ready: Prepared) -> None:
    text = " ".join(u.passage.text for u in ready.library.units).split()
    assert not {n.lower() for n in ready.library.names} & set(text)


def test_a_passage_holds_a_name_or_does_not(ready: Prepared) -> None:
    assert holds_names("The herd was counted by Isabelle Trowler.", ready.library)
    assert not holds_names("The Government counted the herd in December.", ready.library)
