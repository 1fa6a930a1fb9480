"""The page as a person uses it, run by Streamlit's own test runner."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from assistant.model import Answer, Outcome
from assistant.notices.signpost import SIGNPOST
from assistant.pages import shared
from assistant.pages.next_questions import EXAMPLES
from corpus import load

ROOT = Path(__file__).parents[2]
APP = ROOT / "app.py"
HISTORIC = "guidance of 2011"


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing shared with the test before, and no model loaded behind the tests that need none."""
    monkeypatch.setattr("assistant.pages.chat.warm_up", lambda: None)
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


def opened() -> AppTest:
    page = AppTest.from_file(str(APP), default_timeout=120).run()
    assert not page.exception
    return page


def asked(page: AppTest, question: str) -> AppTest:
    page.chat_input[0].set_value(question).run()
    assert not page.exception
    return page


def values(elements: Any) -> list[str]:
    return [e.value for e in elements]


def text(page: AppTest) -> str:
    main = page.main
    return "\n".join(values([*main.markdown, *main.caption, *main.info, *main.warning, *main.error]))


def button(page: AppTest, label: str) -> Any:
    return next(b for b in page.button if b.label == label)


def test_an_empty_page_offers_questions() -> None:
    page = opened()
    labels = [b.label for b in page.button]
    assert [label for label in labels if label in EXAMPLES] == list(EXAMPLES)
    assert not page.chat_message
    assert HISTORIC.capitalize() in "".join(values(page.caption))
    assert "999" in "".join(values(page.sidebar.markdown))


def test_an_answer_begins_with_the_answer_and_shows_its_quotes() -> None:
    page = asked(opened(), "What is the timescale for recommendation 14?")
    question, answer = page.chat_message
    assert values(question.markdown) == ["What is the timescale for recommendation 14?"]
    direct, place, quote, *_ = values(answer.markdown)
    assert "**by April 2012** and **by July 2012**" in direct
    assert ":gray-badge[1]" in direct
    assert "**Recommendation 14, Timescale** :green-badge[Accept]" in place
    assert "by April 2012 and that all will have chosen to so by July 2012" in quote
    assert any("The Government · Government response, July 2011" in c for c in values(answer.caption))
    assert HISTORIC in values(answer.caption)[-1]


def test_a_citation_opens_the_quote_inside_its_whole_passage() -> None:
    page = asked(opened(), "What is the timescale for recommendation 4?")
    opening = next(e for e in page.expander if "passage" in e.label)
    marked = next(v for v in values(opening.markdown) if ":yellow-background[" in v)
    shown = marked.replace(":yellow-background[", "").replace("]", "")
    assert shown in [p.text for p in load().passages if p.recommendation == 4]
    about = " ".join(values(opening.caption))
    assert "Recommendation 4 · Timescale" in about
    assert "Department for Education, July 2011" in about
    assert "of the source" in about


def test_a_refusal_helps() -> None:
    page = asked(opened(), "What does recommendation 16 say?")
    assert len(page.info) == 1
    assert "There is no recommendation 16" in page.info[0].value
    assert not page.error
    assert [b.label for b in page.button if b.label in EXAMPLES]


def test_a_question_that_cannot_be_read_gets_one_line() -> None:
    page = asked(opened(), "x" * 10_000)
    assert "10,000 characters" in page.info[0].value
    assert not page.error


def test_a_live_concern_stands_above_everything() -> None:
    page = asked(opened(), "A child next door is being beaten right now, what do I do?")
    answer = page.chat_message[1]
    first: Any = answer.children[0]
    assert first.type == "error"
    assert first.value == SIGNPOST


def test_personal_data_is_neither_shown_nor_kept() -> None:
    person = "Jane Sutcliffe, born 4 May 2009, 12 Mill Lane"
    page = asked(opened(), f"{person}: what is the timescale for recommendation 14?")
    assert "Sutcliffe" not in text(page)
    assert "Sutcliffe" not in str(page.session_state["turns"])
    assert len(page.warning) == 1


def test_markup_in_questions_and_answers_stays_text() -> None:
    nasty = "![x](http://example.org/x.png) :red[hot] $x$ <b>b</b> `c`"
    turn = Answer(nasty, Outcome.ANSWERED, nasty, understood=nasty, suggestions=(nasty,))
    page = AppTest.from_file(str(APP), default_timeout=60)
    page.session_state["turns"] = [turn, turn]
    page.run()
    assert not page.exception
    question, answer = page.chat_message
    labels = [b.label for b in page.button if "hot" in b.label] + [e.label for e in page.expander]
    shown = [*values(question.markdown), *values(answer.markdown), *values(answer.caption)[:1], *labels]
    assert len(shown) == 5
    for value in shown:
        assert r"\[x\](http" in value
        assert r"\:red\[hot\]" in value
        assert r"\$x\$" in value
        assert r"\<b\>" in value
        assert r"\`c\`" in value
    assert not any("http://" in value for value in (shown[0], *labels))


def test_no_html_is_let_through_anywhere() -> None:
    page = asked(opened(), "Which recommendations were accepted in principle?")
    assert not any(m.allow_html for m in [*page.markdown, *page.caption])


def test_a_set_shows_its_first_quotes_and_folds_the_rest() -> None:
    page = asked(opened(), "Which recommendations were accepted in principle?")
    answer = page.chat_message[1]
    items = next(v for v in values(answer.markdown) if v.startswith("- "))
    assert items.count("- Recommendation") == 5
    assert [e.label for e in answer.expander if "more quotes" in e.label] == ["2 more quotes"]
    numbers = [v for v in values(answer.markdown) if v.startswith(":gray-badge[")]
    assert [v[len(":gray-badge[")] for v in numbers] == list("12345")


def test_the_conversation_goes_on() -> None:
    page = asked(opened(), "What is the timescale for recommendation 14?")
    asked(page, "and 12?")
    assert values(page.chat_message[0].markdown) == ["and 12?"]
    assert any("Read as" in c for c in values(page.chat_message[1].caption))
    assert "What is the timescale for recommendation 14?" in [e.label for e in page.expander]
    button(page, "New conversation").click().run()
    assert not page.chat_message
    assert [b.label for b in page.button if b.label in EXAMPLES] == list(EXAMPLES)


def test_each_answer_takes_the_page_to_its_top_once() -> None:
    def scripts(page: AppTest) -> list[str]:
        return [element.proto.body for element in page.main.get("html")]

    page = opened()
    assert scripts(page) == []
    first = scripts(asked(page, "What is the timescale for recommendation 14?"))
    assert len(first) == 1
    assert scripts(page.run()) == first
    assert scripts(asked(page, "and 12?")) != first
    assert "12" not in scripts(page)[0]


def test_a_suggested_question_is_asked_by_its_button() -> None:
    page = asked(opened(), "What is the timescale for recommendation 14?")
    label = next(b.label for b in page.button if "What does recommendation 14 say" in b.label)
    button(page, label).click().run()
    assert not page.exception
    assert values(page.chat_message[0].markdown) == [label]
    assert "Principal Child and Family Social Worker" in text(page)


def test_the_privacy_line_follows_the_configuration() -> None:
    assert any("Everything stays on this computer." in c for c in values(opened().caption))
    address = st.get_option("server.address")
    st._config.set_option("server.address", "0.0.0.0")
    try:
        assert any("Not everything stays" in c for c in values(opened().caption))
    finally:
        st._config.set_option("server.address", address)


def test_a_corpus_that_is_not_there_is_told_with_its_command(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ASSISTANT_CORPUS", str(tmp_path))
    page = AppTest.from_file(str(APP), default_timeout=60).run()
    assert not page.exception
    assert "catalogue" in page.error[0].value
    assert [c.value.partition(" -- ")[0] for c in page.code] == ["git checkout"]


def test_a_model_that_is_not_there_is_told_and_the_question_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ASSISTANT_EMBEDDING_MODEL", str(tmp_path))
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path / "home"))
    page = asked(opened(), "What is the timescale for recommendation 14?")
    asked(page, "Who said that the voice of the young matters most?")
    assert "model.safetensors" in page.error[0].value
    assert [c.value for c in page.code] == ["unset ASSISTANT_EMBEDDING_MODEL"]
    assert "What is the timescale for recommendation 14?" in [e.label for e in page.expander]
    button(page, "Ask again").click().run()
    assert not page.exception
    assert "model.safetensors" in page.error[0].value


def test_the_icon_of_the_tab_is_a_file_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    given: dict[str, Any] = {}
    monkeypatch.setattr(st, "set_page_config", lambda **options: given.update(options))
    opened()
    assert Path(given["page_icon"]).read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.slow
def test_a_question_in_own_words_is_answered_through_the_index() -> None:
    page = asked(opened(), "By when should each council have a principal child and family social worker?")
    assert "July 2012" in page.chat_message[1].markdown[0].value


@pytest.mark.slow
def test_a_first_question_builds_the_index_and_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path))
    heard: list[tuple[int, int]] = []
    answer = shared.ask(
        "Who should look at the journey of the child?", (), lambda p: heard.append((p.done, p.total))
    )
    assert answer.citations
    assert heard
    assert all(done < total for done, total in heard)
    assert shared.shared().progress.done == shared.shared().progress.total == len(load().passages)
    database = next(tmp_path.rglob("chroma.sqlite3"))
    with sqlite3.connect(database) as connection:
        assert connection.execute("PRAGMA quick_check").fetchone() == ("ok",)
