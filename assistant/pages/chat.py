"""The page that asks and answers.

The latest answer stands first and the earlier ones below it, so that its notices and its direct answer are on
the screen however long it is, on a telephone too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.scriptrunner import RerunException

from assistant.conversations import StoreError
from assistant.model import Answer
from assistant.pages import browser, conversations_list, keeping, take_away
from assistant.pages.addresses import ASKED
from assistant.pages.answer_html import answer_html, spoken
from assistant.pages.html import element, plain, rich
from assistant.pages.markup import escape
from assistant.pages.next_questions import EXAMPLES, next_questions
from assistant.pages.privacy import privacy_line
from assistant.pages.problem import show_problem
from assistant.pages.settings import page_settings
from assistant.pages.shared import Progress, ask, corpus_of, warm_up
from assistant.pages.under_way import done, with_those_left
from corpus import Corpus
from corpus.errors import FixableError

_ANSWERED = "answered"


def render() -> None:
    """The whole page, from top to bottom."""
    corpus = corpus_of()
    question = _input() or st.session_state.pop(browser.PENDING, None) or st.query_params.pop(ASKED, None)
    st.title("The guidance of 2011", anchor=False)
    _follow_address()
    place = st.empty()
    problems = [(found, asked) for asked in with_those_left(question) if (found := _answer(asked, place))]
    with place.container():
        for n, (problem, asked) in enumerate(problems):
            _problem(problem, asked, n)
        if turns := keeping.turns():
            _conversation(turns, corpus)
        else:
            _welcome()
    keeping.write_address()
    with st.sidebar:
        conversations_list.show()
    warm_up()


def _follow_address() -> None:
    try:
        found = keeping.follow_address()
    except StoreError as problem:
        show_problem(problem)
        return
    if not found:
        st.info("There is no such conversation: it may have been deleted, or be somebody else's.")


def _input() -> str | None:
    # At the bottom by its own doing, the box would make the page jump to the end of every answer.
    with st.bottom:
        typed: str | None = st.chat_input("Ask about the guidance of 2011", key="question")
        stays = escape(privacy_line(page_settings()))
        st.caption(f":material/history: Guidance of 2011 · :material/lock: {stays}")
    return typed


def _welcome() -> None:
    st.markdown(
        "Ask about the Government's response to the Munro review of child protection and the letters, press "
        "notice and briefing that go with it. You get the exact words, whose they are, and where they stand."
    )
    st.caption("The documents may have been superseded: check current statutory guidance before you act.")
    _buttons("Ask, for example", EXAMPLES, "example")


def _conversation(turns: list[Answer], corpus: Corpus) -> None:
    latest, turn = turns[-1], _turn(len(turns))
    question = element("p", plain(latest.question))
    st.html(element("div", question, class_="asked", id=f"asked-{turn}", tabindex="-1"))
    st.html(answer_html(latest, corpus, turn))
    if following := next_questions(latest, corpus):
        _buttons("You could ask next", following, f"next-{turn}")
    _what_to_do(latest, corpus)
    _earlier(turns[:-1], corpus)
    said = spoken(latest) if st.session_state.get(_ANSWERED) == turn else None
    browser.tell(f"answer {turn}", say=said, show=f"asked-{turn}", focus="start")


def _what_to_do(latest: Answer, corpus: Corpus) -> None:
    try:
        held = keeping.held()
    except StoreError:  # told beside the list
        held = None
    with st.container(horizontal=True):
        take_away.show(latest, held, corpus)
        if held and not keeping.is_private():
            conversations_list.manage(held)


def _turn(number: int) -> str:
    return f"{keeping.name()}-{number}"


def _earlier(turns: list[Answer], corpus: Corpus) -> None:
    if turns:
        st.caption("Earlier in this conversation")
    for number, turn in reversed(list(enumerate(turns, start=1))):
        label, key = escape(turn.question), _turn(number)
        folded = st.expander(label, icon=":material/history:", key=f"earlier-{key}", on_change="rerun")
        if folded.open:
            with folded:
                st.html(answer_html(turn, corpus, key))


def _buttons(label: str, questions: Iterable[str], key: str) -> None:
    st.caption(label)
    with st.container(gap="xsmall", key=key):
        for n, question in enumerate(questions):
            st.button(escape(question), key=f"{key}-{n}", on_click=_choose, args=(question,))


def _choose(question: str) -> None:
    st.session_state[browser.PENDING] = question


def _answer(question: str, place: DeltaGenerator) -> FixableError | None:
    """Answer a question and add it to the conversation; what is in the way, where something is."""
    try:
        with place, st.spinner("Looking in the guidance…"):
            answer = ask(question, keeping.history(), _building(place), _so_far(place))
    except RerunException:  # the next run takes it up
        raise
    except BaseException as problem:
        done(question)
        if isinstance(problem, FixableError):
            return problem
        raise
    done(question)
    not_kept = keeping.add(question, answer)
    st.session_state[_ANSWERED] = _turn(len(keeping.turns()))
    return not_kept


def _problem(problem: FixableError, question: str, number: int) -> None:
    show_problem(problem)
    if isinstance(problem, StoreError):
        st.caption("The answer below is not kept.")
    else:
        st.button(
            "Ask again",
            icon=":material/refresh:",
            key=f"again-{number}",
            on_click=_choose,
            args=(question,),
        )


def _so_far(place: DeltaGenerator) -> Callable[[Answer, tuple[str, ...]], None]:
    """Shows the quotes while a language model still explains them."""
    corpus = corpus_of()

    def show(answer: Answer, said: tuple[str, ...]) -> None:
        waiting = element("p", "A language model is explaining the quotes…", class_="understood")
        sentences = "".join(element("p", rich(sentence)) for sentence in said)
        place.html(answer_html(answer, corpus, "so-far") + waiting + sentences)

    return show


def _building(place: DeltaGenerator) -> Callable[[Progress], None]:
    """Shows how far a build of the index is, where the answer will stand."""

    def show(progress: Progress) -> None:
        text = f"Preparing the index, once: {progress.done} of {progress.total} passages and sentences"
        place.progress(progress.done / progress.total, text=text)

    return show
