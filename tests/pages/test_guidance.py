"""Reading the documents: contents, filters, addresses and sources."""

from __future__ import annotations

import pytest

from assistant.pages.addresses import passage_address
from assistant.pages.guidance_filter import Filters, found_words, matching
from assistant.pages.guidance_html import Reading, article, contents, passage_id
from corpus import Corpus
from corpus.fidelity.files import source_path
from corpus.model import Part, PassageKind, Status
from tests.pages.screen import Shown, bodies, button, opened, shown, text, told

RESPONSE = "government-response"


def test_every_passage_of_every_document_is_shown_once_in_order(corpus: Corpus) -> None:
    for document in corpus.documents:
        passages = [p for p in corpus.passages if p.document == document.id]
        read = Shown(article(passages, corpus, Reading()))
        assert [a["id"] for a in read.having("class", "passage")] == [passage_id(p.id) for p in passages]
        words = "".join(read.words.split())
        for p in passages:
            assert "".join(p.text.replace("*", "").split()) in words.replace("*", "")


def test_headings_are_those_of_the_edition(corpus: Corpus) -> None:
    passages = [p for p in corpus.passages if p.document == RESPONSE]
    tags = [tag for tag, _ in Shown(article(passages, corpus, Reading())).tags]
    lines = [line for line in corpus.editions[RESPONSE].splitlines() if line.startswith("#")]
    for level in range(1, 6):
        assert tags.count(f"h{level + 1}") == sum(line.startswith("#" * level + " ") for line in lines)


def test_contents_lead_to_headings_that_are_there(corpus: Corpus) -> None:
    passages = [p for p in corpus.passages if p.document == RESPONSE]
    links = [a["href"] for a in Shown(contents(passages)).having("href")]
    there = {a.get("id") for _, a in Shown(article(passages, corpus, Reading())).tags}
    lines = corpus.editions[RESPONSE].splitlines()
    assert len(links) == sum(line.startswith(("# ", "## ", "### ", "#### ")) for line in lines)
    assert all(link.startswith("#") and link[1:] in there for link in links)
    assert len(set(links)) == len(links)
    assert contents([p for p in corpus.passages if p.document == "letter-to-nhs"]) == ""


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (Filters(), 351),
        (Filters(document="press-release"), 61),
        (Filters(words="munros"), 0),
        (Filters(words="CHIEF social-worker"), 0),
        (Filters(words=" ' - "), 351),
        (Filters(status=Status.CONSIDER_FURTHER, part=Part.TIMESCALE), 2),
    ],
)
def test_filters(corpus: Corpus, filters: Filters, count: int) -> None:
    assert len(matching(filters, corpus)) == count


def test_filters_hold_for_every_passage_they_find(corpus: Corpus) -> None:
    found = matching(Filters(theme=3, part=Part.GOVERNMENT_RESPONSE, words="social work"), corpus)
    assert found
    for p in found:
        assert corpus.theme_of(p) == 3
        assert p.part is Part.GOVERNMENT_RESPONSE
        assert "social" in p.text.lower()
    principle = matching(Filters(status=Status.ACCEPT_IN_PRINCIPLE), corpus)
    assert {p.recommendation for p in principle} == {6, 7, 8, 10, 15}


def test_words_are_found_whatever_their_apostrophes_and_endings() -> None:
    assert [(s.start, s.end) for s in found_words("Children’s children", "children's")] == [(0, 10)]
    assert len(found_words("Early help, early.", "early")) == 2
    assert found_words("a.b", ".") == ()


def test_the_page_opens_with_the_response_whole() -> None:
    screen = opened("guidance")
    read = shown(screen)
    assert len(read.having("class", "passage")) == 237
    assert not read.having("class", "asked-for")
    assert screen.selectbox(key="guidance-document").value == RESPONSE
    assert "may have been superseded" in text(screen)


def test_a_passage_has_an_address_and_is_highlighted(corpus: Corpus) -> None:
    passage = next(p for p in corpus.passages if p.document == "press-release" and "Chief Social" in p.text)
    screen = opened("guidance", passage=passage.id)
    read = shown(screen)
    assert [a["id"] for a in read.having("class", "asked-for")] == [passage_id(passage.id)]
    assert f"<mark>{passage.text[:30]}" in "".join(bodies(screen))
    assert len(read.having("class", "passage")) == 61
    assert [(t["show"], t["focus"]) for t in told(screen)] == [(passage_id(passage.id), "always")]
    screen.run()
    assert shown(screen).having("class", "asked-for")


def test_a_passage_is_brought_to_the_screen_each_time_a_link_asks_for_it(corpus: Corpus) -> None:
    screen = opened("guidance")
    keys = []
    for _ in range(2):
        screen.session_state["_go"] = passage_address(corpus.passages[9].id)
        screen.run()
        keys.append(told(screen)[0]["key"])
        screen.run()
        assert told(screen)[0]["key"] == keys[-1]
    assert len(set(keys)) == 2


def test_a_status_line_has_an_address_too(corpus: Corpus) -> None:
    line = next(p for p in corpus.passages if p.kind is PassageKind.STATUS_LINE and p.recommendation == 9)
    screen = opened("guidance", passage=line.id)
    found = [(tag, a) for tag, a in shown(screen).tags if "asked-for" in a.get("class", "")]
    assert [(tag, a["id"]) for tag, a in found] == [("h6", passage_id(line.id))]
    assert "? Consider further" in text(screen)


def test_an_address_that_leads_nowhere_is_told() -> None:
    screen = opened("guidance", passage="<b>no/such")
    assert "No passage has this address" in screen.info[0].value
    assert len(shown(screen).having("class", "passage")) == 237


def test_a_document_has_an_address() -> None:
    assert len(shown(opened("guidance", document="letter-to-nhs")).having("class", "passage")) == 19
    assert len(shown(opened("guidance", document="nothing")).having("class", "passage")) == 237


def test_choosing_replaces_the_passage_of_the_address(corpus: Corpus) -> None:
    screen = opened("guidance", passage=corpus.passages[4].id)
    screen.selectbox(key="guidance-document").set_value("committee-briefing").run()
    assert not screen.exception
    assert not shown(screen).having("class", "asked-for")
    assert len(shown(screen).having("class", "passage")) == 17
    assert screen.query_params == {"document": "committee-briefing"}


def test_words_narrow_and_lead_to_the_other_documents() -> None:
    screen = opened("guidance")
    screen.text_input(key="guidance-words").set_value("chief social worker").run()
    read = shown(screen)
    here = len(read.having("class", "passage"))
    assert 0 < here < 237
    assert f"{here} passage" in text(screen)
    assert "more in the other documents" in text(screen)
    assert any(tag == "mark" for tag, _ in read.tags)
    button(screen, "Look in all documents").click().run()
    assert len(shown(screen).having("class", "passage")) > here
    assert not [b for b in screen.button if b.label == "Look in all documents"]


def test_nothing_found_is_said() -> None:
    screen = opened("guidance")
    screen.text_input(key="guidance-words").set_value("zebra <b>").run()
    assert "0 passages" in text(screen)
    assert not shown(screen).having("class", "passage")


def test_the_lines_of_the_source_stand_beside_the_text(corpus: Corpus) -> None:
    screen = opened("guidance")
    assert not shown(screen).having("class", "source-lines")
    screen.toggle(key="guidance-sources").set_value(True).run()
    made = "".join(bodies(screen))
    assert len(Shown(made).having("class", "source-lines")) == 237
    source = source_path(corpus.folder, RESPONSE).read_text(encoding="utf-8").split("\n")
    passage = next(p for p in corpus.passages if p.recommendation == 13 and len(p.place.lines) > 1)
    beside = made[made.index(f'id="{passage_id(passage.id)}"') :]
    words = Shown(beside[: beside.index("permalink", beside.index("source-lines"))]).words
    for n in passage.place.lines:
        assert f"{n} {source[n - 1]}" in words
