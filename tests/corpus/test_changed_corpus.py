"""A corpus that says something else: records, titles and commitments follow the text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus import Corpus, load
from corpus.catalogue import DATA, load_catalogue
from corpus.copies import copy_corpus, put_document
from corpus.errors import CorpusError
from corpus.fidelity import check
from corpus.model import Commitment, Modality, Part, Status
from tests.editions import RESPONSE, catalogue_entry, exchanged, rewritten, statuses_swapped, years_later

NOTE = catalogue_entry("progress-note", "Progress note", "The council", date(2013, 2, 1), numbered=True)
NOTE_TEXT = """\
# Progress in one council

1 February 2013

## Theme 7: What comes next

1. The council appointed a Principal Child and Family Social Worker in October 2012.

2. The Safeguarding Board will report to the Leader by the end of next year. Over the summer the council will:

- publish its early help offer no later than 31 July 2013; and
- train all front line staff.

### Recommendation 1

The council should do more in mid-2014.
"""


@pytest.fixture(scope="module")
def original() -> Corpus:
    return load()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_corpus(tmp_path / "copy")


def timescales(corpus: Corpus, number: int) -> list[Commitment]:
    return [
        c for c in corpus.commitments if c.place.recommendation == number and c.place.part is Part.TIMESCALE
    ]


def test_shifted_dates_are_read_as_they_stand(folder: Path, original: Corpus) -> None:
    changed = rewritten(folder, years_later(original.editions[RESPONSE]))
    dated = [c for c in original.commitments if c.when.edtf and re.search(r"\d{4}", c.when.wording)]
    now = {(c.passage, c.when.wording): c for c in changed.commitments}
    assert len(now) > 60
    assert not [
        c
        for c in changed.commitments
        if re.search(r"201[0-3]", c.when.wording) and c.place.document == RESPONSE
    ]
    (fourteen,) = (c for c in timescales(changed, 14) if c.when.wording == "by July 2016")
    assert (fourteen.who, fourteen.when.last, fourteen.when.edtf) == ("all", date(2016, 7, 31), "../2016-07")
    response = [c for c in dated if c.place.document == RESPONSE]
    shifted = [
        c for c in changed.commitments if c.place.document == RESPONSE and re.search(r"\d{4}", c.when.wording)
    ]
    assert [(c.when.modality, c.when.grain, c.who) for c in shifted] == [
        (c.when.modality, c.when.grain, c.who) for c in response
    ]
    for then, later in zip(response, shifted, strict=True):
        assert (then.when.last is None) == (later.when.last is None)
        if then.when.last and later.when.last:
            assert later.when.last == then.when.last.replace(year=then.when.last.year + 4)


def test_swapped_statuses_change_places(folder: Path, original: Corpus) -> None:
    changed = rewritten(folder, statuses_swapped(original.editions[RESPONSE]))
    assert changed.recommendations[9].status is Status.ACCEPT
    assert changed.recommendations[14].status is Status.CONSIDER_FURTHER
    assert changed.recommendations[14].status_wording == "Government response - Consider further."
    others = set(range(1, 16)) - {9, 14}
    assert all(changed.recommendations[n].status is original.recommendations[n].status for n in others)


def test_exchanged_recommendations_take_titles_and_commitments_with_them(
    folder: Path, original: Corpus
) -> None:
    changed = rewritten(folder, exchanged(original.editions[RESPONSE]))
    for now, before in ((7, 14), (14, 7)):
        new, old = changed.recommendations[now], original.recommendations[before]
        assert (new.title, new.status) == (old.title, old.status)
        assert all(new.text(part) == old.text(part) for part in old.passages)
        assert [(c.who, c.what, c.when.wording) for c in timescales(changed, now)] == [
            (c.who, c.what, c.when.wording) for c in timescales(original, before)
        ]
    assert changed.recommendations[7].theme == 4
    assert changed.hash != original.hash


def test_a_sixth_document_is_read_like_the_others(folder: Path, original: Corpus) -> None:
    entry = put_document(folder, NOTE, NOTE_TEXT)
    changed = load(folder)
    assert changed.documents == (*original.documents, entry)
    assert changed.passages[: len(original.passages)] == original.passages
    assert changed.recommendations == original.recommendations
    assert changed.themes == original.themes
    note = [p for p in changed.passages if p.document == "progress-note"]
    assert [p.place.paragraph for p in note] == [None, 1, 2, 2, 2, None]
    assert {p.recommendation for p in note} == {None}
    assert all(p.place.lines for p in note)
    found = [c for c in changed.commitments if c.place.document == "progress-note"]
    assert [(c.when.wording, c.who, c.what, c.past) for c in found] == [
        ("in October 2012", "The council", "appointed a Principal Child and Family Social Worker", True),
        ("by the end of next year", "The Safeguarding Board", "will report to the Leader", False),
        ("Over the summer", "the council", "will", False),
        ("no later than 31 July 2013", "the council", "publish its early help offer", False),
        ("in mid-2014", "The council", "should do more", False),
    ]
    assert (found[1].when.modality, found[1].when.last) == (Modality.BY, date(2014, 12, 31))
    assert (found[2].when.first, found[2].when.last) == (date(2013, 6, 1), date(2013, 8, 31))


def test_a_changed_copy_passes_the_fidelity_check(folder: Path, original: Corpus) -> None:
    rewritten(folder, original.editions[RESPONSE].replace("by July 2012", "by June 2013"))
    put_document(folder, NOTE, NOTE_TEXT)
    reports = check(folder, {d.id: d.sha256 for d in load_catalogue(folder)})
    assert [r.document for r in reports] == [d.id for d in load(folder).documents]
    assert not [r.problems for r in reports if r.problems]


def test_an_unchanged_copy_is_the_same_corpus(folder: Path, original: Corpus) -> None:
    copy = load(folder)
    assert (copy.hash, copy.passages, copy.commitments) == (
        original.hash,
        original.passages,
        original.commitments,
    )


def test_the_corpus_of_the_package_is_never_rewritten() -> None:
    before = {path: path.read_bytes() for path in DATA.rglob("*") if path.is_file()}
    with pytest.raises(CorpusError, match=r"Copy it first: cp -r "):
        put_document(DATA, NOTE, NOTE_TEXT)
    assert {path: path.read_bytes() for path in DATA.rglob("*") if path.is_file()} == before


def test_a_new_text_keeps_the_entry_but_for_the_digest(folder: Path) -> None:
    entry = next(d for d in load_catalogue(folder) if d.id == "letter-to-nhs")
    put_document(folder, entry, "Dear Colleagues\n")
    (now,) = (d for d in load_catalogue(folder) if d.id == "letter-to-nhs")
    assert now == replace(entry, sha256=now.sha256)
    assert now.sha256 != entry.sha256
