"""Taking a quiz: one question after the other, then the results."""

from __future__ import annotations

import streamlit as st

from assistant.pages import browser
from assistant.pages.html import element
from assistant.pages.quiz_html import FEEDBACK, QUESTION, RESULTS, feedback, question, results, spoken
from assistant.pages.quiz_inputs import answer_input
from assistant.pages.quiz_marking import answered
from assistant.pages.quiz_taking import Feedback, Taking, begin
from assistant.quiz.model import Quiz
from corpus import Corpus

_TAKING, _BEGUN = "quiz-taking", "quiz-begun"


def taking() -> Taking | None:
    """The quiz being taken in this visit."""
    found: Taking | None = st.session_state.get(_TAKING)
    return found


def start(quiz: Quiz, when: Feedback) -> None:
    """Begin a quiz from its first question."""
    _keep(begin(quiz, when))


def leave() -> None:
    """Back to where a quiz is chosen."""
    st.session_state.pop(_TAKING, None)


def show_taking(now: Taking, corpus: Corpus) -> None:
    """The question that has been come to, its explanation, or the results."""
    if now.finished:
        _results(now, corpus)
        return
    total = len(now.quiz.items)
    st.progress(now.come_to / total, text=f"{now.come_to} of {total} done")
    st.html(question(now))
    if now.explaining:
        _explained(now, corpus)
    else:
        _ask(now)
    st.button("Stop and see the results", on_click=_stop, type="tertiary", icon=":material/stop_circle:")


def _ask(now: Taking) -> None:
    _bring(now, QUESTION)
    last = now.at + 1 == len(now.quiz.items)
    at_once = now.feedback is Feedback.AT_ONCE
    with st.form(_key(now), border=False):
        response = answer_input(now.item, _key(now), now.response)
        with st.container(horizontal=True):
            name = "Answer" if at_once else "Finish" if last else "Next"
            given = st.form_submit_button(name, type="primary")
            passed = st.form_submit_button("Pass")
    if not at_once and now.at:
        st.button("Back", on_click=_step, args=(now.back(),))
    if passed:
        _step_now(now.answer(()))
    elif given and answered(now.item, response):
        _step_now(now.answer(response))
    elif given:
        st.warning("Answer all of it first, or pass.", icon=":material/edit:")
        browser.tell(f"{_key(now)} incomplete {response}", say="Answer all of it first, or pass.")


def _explained(now: Taking, corpus: Corpus) -> None:
    response = now.response or ()
    st.html(feedback(now.item, response, corpus))
    _bring(now, FEEDBACK, spoken(now.item, response))
    last = now.at + 1 == len(now.quiz.items)
    st.button(
        "See the results" if last else "Next question", on_click=_step, args=(now.forward(),), type="primary"
    )


def _results(now: Taking, corpus: Corpus) -> None:
    total, missed = len(now.quiz.items), len(now.missed)
    score = f"{now.score} of {total} right"
    head = element("h2", score) + element("p", _remark(now), class_="source")
    st.html(element("div", head, id=RESULTS, tabindex="-1", class_="question"))
    _bring(now, RESULTS, f"Results: {score}.")
    with st.container(horizontal=True):
        if missed:
            name = "Retry the one missed" if missed == 1 else f"Retry the {missed} missed"
            st.button(name, on_click=_step, args=(now.retry(),), type="primary", icon=":material/replay:")
        st.button("New quiz", on_click=leave, icon=":material/restart_alt:")
    st.html(results(now, corpus))


def _remark(now: Taking) -> str:
    passed = sum(not response for response in now.responses)
    parts = [f"Seed {now.quiz.seed}.", f"{passed} passed." if passed else ""]
    if now.go > 1:
        parts.insert(0, f"Go {now.go}, at what was missed before.")
    return " ".join(filter(None, parts))


def _stop() -> None:
    now = taking()
    if now is not None:
        _step(now.stop())


def _step(new: Taking) -> None:
    held = taking()
    _keep(new) if held is None or new.go != held.go else st.session_state.update({_TAKING: new})


def _step_now(new: Taking) -> None:
    _step(new)
    st.rerun()


def _keep(new: Taking) -> None:
    st.session_state[_TAKING] = new
    st.session_state[_BEGUN] = st.session_state.get(_BEGUN, 0) + 1


def _key(now: Taking) -> str:
    """Of the controls of a question: each go has its own, so that none begins with another's answer."""
    return f"quiz-{st.session_state.get(_BEGUN, 0)}-{now.at}"


def _bring(now: Taking, place: str, say: str | None = None) -> None:
    browser.tell(f"{_key(now)} {place} {now.come_to}", say=say, show=place, focus="always")
