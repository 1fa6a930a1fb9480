"""The page that asks and answers, run by Streamlit's own test runner."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from assistant.model import Answer, Outcome
from assistant.pages.next_questions import EXAMPLES
from tests.pages.screen import APP, Shown, asked, bodies, button, opened, shown, text, told, values

HISTORIC = "This is guidance of 2011"


def test_an_empty_page_offers_questions() -> None:
    screen = opened()
    labels = [b.label for b in screen.main.button]
    assert labels == list(EXAMPLES)
    assert "Guidance of 2011" in "".join(values(screen.caption))
    assert "call 999" in "".join(values(screen.sidebar.markdown))


def test_an_answer_stands_under_its_question_and_begins_with_the_answer() -> None:
    screen = asked(opened(), "What is the timescale for recommendation 14?")
    question, answer = bodies(screen)
    assert Shown(question).words == "What is the timescale for recommendation 14?"
    assert Shown(answer).words.startswith("The timescale given for recommendation 14")
    assert Shown(answer).words.endswith("check current statutory guidance before you act on it.")
    assert HISTORIC in text(screen)


def test_an_answer_is_announced_and_brought_to_the_screen_once() -> None:
    screen = asked(opened(), "What is the timescale for recommendation 14?")
    first = told(screen)
    assert [t["say"][:30] for t in first] == ["Answer: The timescale given fo"]
    assert first[0]["show"] in {a.get("id") for _, a in shown(screen).tags}
    asked(screen, "and 12?")
    assert told(screen)[0]["key"] != first[0]["key"]
    button(screen, "New conversation").click().run()
    assert told(screen) == []
    asked(screen, "What is the timescale for recommendation 14?")
    assert told(screen)[0]["key"] != first[0]["key"]


def test_a_refusal_helps_and_is_no_error() -> None:
    screen = asked(opened(), "What does recommendation 16 say?")
    assert "There is no recommendation 16" in text(screen)
    assert not screen.error
    assert [b.label for b in screen.main.button if b.label in EXAMPLES]


def test_a_question_that_cannot_be_read_gets_one_line() -> None:
    screen = asked(opened(), "x" * 10_000)
    assert "That could not be read" in text(screen)
    assert "10,000 characters" in text(screen)
    assert not screen.error


@pytest.mark.slow
def test_a_live_concern_stands_above_everything() -> None:
    screen = asked(opened(), "A child next door is being beaten right now, what do I do?")
    assert Shown(bodies(screen)[1]).words.startswith("If a child is in danger now, call 999.")


@pytest.mark.slow
def test_personal_data_is_neither_shown_nor_held() -> None:
    person = "Jane Sutcliffe, born 4 May 2009, 12 Mill Lane"
    screen = asked(opened(), f"{person}: what is the timescale for recommendation 14?")
    assert "Sutcliffe" not in text(screen)
    assert "Sutcliffe" not in str(screen.session_state["turns"])
    assert "leave out personal details" in text(screen)


NASTY = "<img src=x onerror=alert(1)> ![x](http://example.org/x.png) :red[hot] $x$ <b>b</b> `c`"


def test_markup_in_questions_and_answers_stays_text() -> None:
    turn = Answer(NASTY, Outcome.ANSWERED, NASTY, understood=NASTY, suggestions=(NASTY,))
    screen = AppTest.from_file(str(APP), default_timeout=60)
    screen.session_state["turns"] = [turn, turn]
    screen.run()
    assert not screen.exception
    assert not {tag for tag, _ in shown(screen).tags} & {"img", "b", "code"}
    assert shown(screen).words.count("<img src=x onerror=alert(1)>") == 3
    labels = [b.label for b in screen.button if "hot" in b.label] + [e.label for e in screen.expander]
    assert len(labels) == 2
    for label in labels:
        assert r"\[x\](http" in label
        assert r"\:red\[hot\]" in label
        assert r"\$x\$" in label
        assert r"\<b\>" in label
        assert "http://" not in label


def test_markdown_lets_no_html_through() -> None:
    screen = asked(opened(), "Which recommendations were accepted in principle?")
    assert not any(m.allow_html for m in [*screen.markdown, *screen.caption])


def test_the_conversation_goes_on_and_its_earlier_answers_open() -> None:
    screen = asked(opened(), "What is the timescale for recommendation 14?")
    asked(screen, "and 12?")
    assert Shown(bodies(screen)[0]).words == "and 12?"
    assert "Read as" in text(screen)
    assert "recommendation 14" not in text(screen)
    earlier = screen.expander[0]
    assert earlier.label == "What is the timescale for recommendation 14?"
    screen.session_state[str(earlier.key)] = True
    screen.run()
    assert "The timescale given for recommendation 14" in text(screen)


def test_a_new_conversation_begins_empty() -> None:
    screen = asked(opened(), "What is the timescale for recommendation 14?")
    button(screen, "New conversation").click().run()
    assert bodies(screen) == []
    assert [b.label for b in screen.main.button] == list(EXAMPLES)


def test_a_suggested_question_is_asked_by_its_button() -> None:
    screen = asked(opened(), "What is the timescale for recommendation 14?")
    label = next(b.label for b in screen.main.button if "What does recommendation 14 say" in b.label)
    button(screen, label).click().run()
    assert not screen.exception
    assert Shown(bodies(screen)[0]).words == label


def test_a_link_can_ask_a_question_once() -> None:
    screen = opened(q="What is the timescale for recommendation 14?")
    assert len(screen.session_state["turns"]) == 1
    assert "q" not in screen.query_params
    screen.run()
    assert len(screen.session_state["turns"]) == 1


def test_the_privacy_line_follows_the_configuration() -> None:
    assert "Everything stays on this computer." in "".join(values(opened().caption))
    address = st.get_option("server.address")
    st._config.set_option("server.address", "0.0.0.0")
    try:
        assert "Not everything stays" in "".join(values(opened().caption))
    finally:
        st._config.set_option("server.address", address)


@pytest.mark.usefixtures("afresh")
@pytest.mark.parametrize("page", ["ask", "guidance", "timeline", "recommendations"])
def test_a_corpus_that_is_not_there_is_told_with_its_command(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, page: str
) -> None:
    monkeypatch.setenv("ASSISTANT_CORPUS", str(tmp_path))
    screen = opened(page)
    assert "catalogue" in screen.error[0].value
    assert [c.value.partition(" -- ")[0] for c in screen.code] == ["git checkout"]


@pytest.mark.slow
@pytest.mark.usefixtures("afresh")
def test_a_model_that_is_not_there_is_told_and_the_question_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ASSISTANT_EMBEDDING_MODEL", str(tmp_path))
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path / "home"))
    screen = asked(opened(), "What is the timescale for recommendation 14?")
    asked(screen, "Who said that the voice of the young matters most?")
    assert "model.safetensors" in screen.error[0].value
    assert [c.value for c in screen.code] == ["unset ASSISTANT_EMBEDDING_MODEL"]
    assert "The timescale given for recommendation 14" in text(screen)
    button(screen, "Ask again").click().run()
    assert not screen.exception
    assert "model.safetensors" in screen.error[0].value


def test_the_icon_of_the_tab_is_a_file_of_ours_and_pages_have_none(monkeypatch: pytest.MonkeyPatch) -> None:
    given: dict[str, Any] = {}
    monkeypatch.setattr(st, "set_page_config", lambda **options: given.update(options))
    opened()
    assert Path(given["page_icon"]).read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.slow
def test_a_question_in_own_words_is_answered_through_the_index() -> None:
    screen = asked(opened(), "By when should each council have a principal child and family social worker?")
    assert "July 2012" in Shown(bodies(screen)[1]).words[:200]
