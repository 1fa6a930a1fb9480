"""Lists of phrases as one pattern."""

from __future__ import annotations

from assistant.language.phrases import Phrases


def test_any_phrase_is_found_as_whole_words_in_either_case() -> None:
    herd = Phrases("zebras?|gnus?", "wild dogs?")
    assert [m[0] for m in herd.finditer("A Zebra, gnus, gnusome, wild dog")] == ["Zebra", "gnus", "wild dog"]
    assert herd.search("zebrafish") is None
    assert herd.match("gnu") is not None
    assert herd.match("a gnu") is None
    assert herd.match("a gnu", 2) is not None


def test_what_stands_before_and_behind_holds_for_every_phrase() -> None:
    counted = Phrases("zebras", "gnus", before="two ", after=r"\W*$")
    assert counted.search("two zebras?")
    assert counted.search("two gnus")
    assert not counted.search("gnus")
    assert not counted.search("two zebras graze")


def test_phrases_may_say_themselves_where_words_end() -> None:
    assert Phrases("zebr", whole_words=False).search("zebras")


def test_phrases_are_taken_out_or_leave_their_room() -> None:
    herd = Phrases("zebras", "gnus")
    assert herd.removed("zebras and gnus graze") == " and  graze"
    assert herd.blanked("zebras and gnus graze") == "       and      graze"


def test_nothing_is_compiled_before_it_is_looked_for() -> None:
    Phrases("(")  # no pattern: would raise
