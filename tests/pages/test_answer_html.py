"""An answer as HTML, read back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.assistant import Assistant
from assistant.model import Answer, Citation, Explanation, Notice, Outcome, Reason
from assistant.notices.signpost import PRIVACY, SIGNPOST
from assistant.opening import open_assistant
from assistant.pages.answer_html import answer_html, spoken
from corpus import Corpus
from tests.pages.screen import Shown

ALLOWED = {
    "div", "p", "a", "span", "blockquote", "details", "summary", "mark", "em", "strong", "ul", "li", "br",
}  # fmt: skip
NASTY = "<script>alert(1)</script> [1](javascript:alert(1)) <img src=x onerror=alert(1)> **b"


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return open_assistant()


def citations(corpus: Corpus, count: int) -> tuple[Citation, ...]:
    passages = [p for p in corpus.passages if p.document == "government-response"][3 : 3 + count]
    return tuple(
        Citation(
            n, p.document, None, p.part, None, p.text, p.speaker, f"Place {n}", p.id, p.place.span
        )
        for n, p in enumerate(passages, start=1)
    )  # fmt: skip


def test_the_direct_answer_comes_first_and_its_chips_lead_to_its_quotes(
    assistant: Assistant, corpus: Corpus
) -> None:
    answer = assistant.ask("What is the timescale for recommendation 14?")
    read = Shown(answer_html(answer, corpus, "t"))
    assert read.words.startswith("The timescale given for recommendation 14")
    chips = read.having("class", "chip")
    quotes = [a["id"] for a in read.having("class", "quote")]
    assert quotes == ["quote-t-1", "quote-t-2"]
    assert {c["href"] for c in chips} == {"#quote-t-1", "#quote-t-2"}
    assert chips[0]["aria-label"] == "Quote 1: Recommendation 14, Timescale"
    assert all("data-quote" in c for c in chips)


def test_each_quote_stands_in_its_whole_passage_with_place_speaker_and_date(
    assistant: Assistant, corpus: Corpus
) -> None:
    answer = assistant.ask("What is the timescale for recommendation 4?")
    cited = answer.citations[0]
    made = answer_html(answer, corpus, "t")
    words = Shown(made).words
    assert corpus.by_id[cited.passage].text in words
    assert f"<mark>{cited.quote[:12]}" in made
    assert cited.locator in words
    assert "The Government · Government response · July 2011" in words
    assert "of the source" in words
    links = [a["href"] for a in Shown(made).having("data-page")]
    assert links[0].startswith("guidance?passage=government-response%2F")


@pytest.mark.slow
def test_documents_that_differ_stand_side_by_side(assistant: Assistant, corpus: Corpus) -> None:
    answer = assistant.ask("When will there be a Chief Social Worker?")
    assert Notice.DOCUMENTS_DIFFER in answer.notices
    made = answer_html(answer, corpus, "t")
    beside = made[made.index('class="differ"') : made.index('id="quote-t-3"')]
    read = Shown(f"<div {beside}")
    assert [a["id"] for a in read.having("class", "quote")] == ["quote-t-1", "quote-t-2"]
    assert read.words.index("Government response") < read.words.index("Press notice")
    same = replace(answer, notices=())
    assert 'class="differ"' not in answer_html(same, corpus, "t")


def test_notices_come_before_everything(corpus: Corpus) -> None:
    text = "\n\n".join((SIGNPOST, PRIVACY, "Direct."))
    notices = (Notice.LIVE_CONCERN, Notice.PERSONAL_DATA)
    answer = Answer("q", Outcome.ANSWERED, text, notices=notices, understood="the question read")
    made = answer_html(answer, corpus, "t")
    order = ["call 999", "leave out personal details", "Read as: the question read", "Direct."]
    places = [made.index(words) for words in order]
    assert places == sorted(places)


def test_a_refusal_looks_like_help(corpus: Corpus) -> None:
    for reason in Reason:
        answer = Answer("q", Outcome.NOT_IN_GUIDANCE, "Not there.", reason=reason)
        read = Shown(answer_html(answer, corpus, "t"))
        assert read.having("class", "help")
        assert read.having("class", "title")
        assert not read.having("role", "alert")
    unread = Answer("q", Outcome.CLARIFY, "Too long.", reason=Reason.UNCLEAR, error="Too long.")
    assert "That could not be read" in Shown(answer_html(unread, corpus, "t")).words


@pytest.mark.parametrize(("count", "folded"), [(3, 0), (4, 0), (5, 2), (9, 6)])
def test_many_quotes_are_folded_but_never_a_single_one(corpus: Corpus, count: int, folded: int) -> None:
    made = answer_html(Answer("q", Outcome.ANSWERED, "x", citations(corpus, count)), corpus, "t")
    assert len(Shown(made).having("class", "quote")) == count
    assert (f"{folded} more quotes" in made) == bool(folded)
    assert Shown(made.partition('class="more"')[2]).words.count("Read it in its passage") == folded


def test_what_a_model_says_is_told_from_the_quotes(corpus: Corpus) -> None:
    sentence = "The model says <so>. [1]"
    told = Explanation("ollama:x", "p1", (sentence,))
    text = f"Direct. [1]\n\n{sentence}\n\n> [1] “q”"
    answer = Answer("q", Outcome.ANSWERED, text, citations(corpus, 1), explanation=told)
    made = answer_html(answer, corpus, "t")
    explained = made[made.index('class="explained"') :]
    assert "ollama:x explains the quotes" in explained
    assert explained.index("The model says &lt;so&gt;.") < explained.index('class="quote"')
    assert made.count("The model says") == 1


def test_lists_become_lists(corpus: Corpus) -> None:
    answer = Answer("q", Outcome.ANSWERED, "Two:\n\n- one [1]\n\n- two [2]", citations(corpus, 2))
    made = answer_html(answer, corpus, "t")
    assert [tag for tag, _ in Shown(made.partition('class="quote"')[0]).tags].count("li") == 2


def test_no_words_become_markup(corpus: Corpus) -> None:
    nasty = replace(citations(corpus, 1)[0], quote=NASTY, speaker=NASTY, locator=NASTY)
    text = "\n\n".join((NASTY, f"- {NASTY} [1] [7]"))
    answer = Answer(NASTY, Outcome.ANSWERED, text, (nasty,), understood=NASTY)
    read = Shown(answer_html(answer, corpus, "t"))
    assert {tag for tag, _ in read.tags} <= ALLOWED
    names = {name for _, attributes in read.tags for name in attributes}
    assert names <= {
        "class",
        "id",
        "tabindex",
        "href",
        "data-page",
        "data-quote",
        "aria-label",
        "aria-hidden",
        "title",
    }
    assert all(a["href"].startswith(("#quote-", "guidance?")) for a in read.having("href"))
    assert read.words.count("<script>") == 6


def test_what_is_spoken_is_the_direct_answer_in_plain_words(assistant: Assistant) -> None:
    said = spoken(assistant.ask("What is the timescale for recommendation 14?"))
    assert said.startswith("Answer: The timescale given for recommendation 14")
    assert said.endswith("by April 2012 and by July 2012. 2 quotes below.")
    refused = Answer("q", Outcome.NOT_IN_GUIDANCE, f"{SIGNPOST}\n\nNo.", reason=Reason.CASE_ADVICE)
    assert "call 999" in spoken(refused)
    assert spoken(refused).endswith("A case needs a person No.")
    listed = Answer("q", Outcome.ANSWERED, "Two:\n\n- **one** [1]\n- two [2]")
    assert spoken(listed) == "Answer: Two: one; two;"
