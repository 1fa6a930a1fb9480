"""The Anki package, imported by Anki's own library into a collection of its own."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from assistant.quiz.formats import FORMATS
from assistant.quiz.formats.anki import FIELDS
from assistant.quiz.formats.sources import answer_lines
from assistant.quiz.model import Item
from assistant.rendering.plain import one_line
from tests.quiz.formats.expected import proof, squeezed
from tests.quiz.formats.gift_readers import text_of
from tests.quiz.formats.samples import CHOICE, EVERY_KIND, MATCHING, hostile_items, job

WRITE = FORMATS["anki"].write


def imported(folder: Path, *packages: bytes) -> Collection:
    collection = Collection(str(folder / "collection.anki2"))
    for n, content in enumerate(packages):
        file = folder / f"{n}.apkg"
        file.write_bytes(content)
        options = ImportAnkiPackageOptions(merge_notetypes=True)
        collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(file), options=options))
    return collection


def notes(collection: Collection) -> dict[str, dict[str, str]]:
    """Fields by the id of the item."""
    found = [dict(collection.get_note(n).items()) for n in collection.find_notes("")]
    return {text_of(note["Item"]): note for note in found}


def check(note: dict[str, str], item: Item) -> None:
    """Anki keeps texts in Unicode's composed form."""

    def same(field: str, text: str) -> bool:
        return squeezed(text_of(note[field])) == squeezed(unicodedata.normalize("NFC", text))

    assert tuple(note) == FIELDS
    assert same("Question", one_line(item.stem))
    shown = [*(p.left for p in item.pairs), *item.options]
    assert same("Options", "".join(map(one_line, shown)))
    assert same("Answer", "".join(map(one_line, answer_lines(item))))
    assert same("Explanation", proof(item))


def test_every_kind_is_read_back(tmp_path: Path) -> None:
    written = WRITE(job(*EVERY_KIND, title="Theme 3::hard"))
    assert not written.left_out
    collection = imported(tmp_path, written.content)
    found = notes(collection)
    for item in EVERY_KIND:
        check(found[item.id], item)
    assert "Theme 3: :hard" in [deck.name for deck in collection.decks.all_names_and_ids()]
    note = collection.get_note(collection.find_notes("tag:munro::recommendation-14")[0])
    assert "munro::theme-3" in note.tags
    card = note.cards()[0]
    assert "<blockquote>" not in card.question()
    assert "<blockquote>" in card.answer()


def test_importing_again_updates_and_makes_no_card_twice(tmp_path: Path) -> None:
    first = WRITE(job(*EVERY_KIND)).content
    mended = replace(CHOICE, stem="By when must every council have one?")
    later = replace(job(mended, MATCHING), made=job().made.replace(year=2027))
    collection = imported(tmp_path, first, first, WRITE(later).content)
    found = notes(collection)
    assert len(collection.find_cards("")) == len(EVERY_KIND)
    check(found[CHOICE.id], mended)


@settings(max_examples=3, deadline=None, phases=(Phase.generate,), suppress_health_check=list(HealthCheck))
@given(many=st.lists(hostile_items(), min_size=10, max_size=20, unique_by=lambda i: i.id))
def test_hostile_words_are_read_back(many: list[Item], tmp_path_factory: pytest.TempPathFactory) -> None:
    found = notes(imported(tmp_path_factory.mktemp("anki"), WRITE(job(*many)).content))
    for item in many:
        check(found[item.id], item)
