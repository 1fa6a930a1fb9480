"""The quiz page as Streamlit's own test runner shows it, in each of its states."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assistant.pages.quiz_desk import Decision
from assistant.pages.quiz_html import stem
from assistant.pages.quiz_marking import answered, mark
from assistant.pages.quiz_taking import Feedback, Taking
from assistant.quiz.bank import bank
from assistant.quiz.model import Kind
from corpus import Corpus
from tests.pages.screen import Shown, bodies, button, opened, shown, text, told, values


@pytest.fixture(autouse=True)
def _one_bank(monkeypatch: pytest.MonkeyPatch, corpus: Corpus) -> None:
    """The items are made once for all of these tests."""
    monkeypatch.setattr("assistant.pages.quiz.corpus_of", lambda: corpus)


def quiz_page(**choices: Any) -> AppTest:
    """The page with its choices made: ``count``, ``seed``, ``kinds``, …"""
    screen = opened("quiz")
    choices = {"seed": 7} | choices
    for name, value in choices.items():
        kind = screen.number_input if name in ("count", "seed") else screen.multiselect
        kind(key=f"quiz-{name}").set_value(value)
    screen.run()
    assert not screen.exception
    return screen


def press(screen: AppTest, label: str) -> AppTest:
    button(screen, label).click().run()
    assert not screen.exception
    return screen


def began(when: Feedback = Feedback.AT_ONCE, **choices: Any) -> AppTest:
    screen = quiz_page(**choices)
    screen.radio(key="quiz-when").set_value(when)
    return press(screen, "Start the quiz")


def taking(screen: AppTest) -> Taking:
    found: Taking = screen.session_state["quiz-taking"]
    return found


def give(screen: AppTest, *, right: bool = True) -> None:
    """Answer the question on the screen with its controls."""
    item = taking(screen).item
    if item.kind in (Kind.CHOICE, Kind.TRUE_FALSE):
        wrong = next(o for o in item.options if o not in item.key)
        screen.radio[-1].set_value(item.key[0] if right else wrong)
    elif item.kind is Kind.MULTIPLE_RESPONSE:
        for box, option in zip(screen.checkbox, item.options, strict=True):
            box.set_value((option in item.key) == right)
    elif item.kind in (Kind.MATCHING, Kind.ORDERING):
        wanted = [p.right for p in item.pairs] if item.kind is Kind.MATCHING else list(item.key)
        for select, option in zip(
            screen.selectbox, wanted if right else wanted[1:] + wanted[:1], strict=True
        ):
            select.set_value(option)
    else:
        screen.text_input[0].set_value(item.key[0] if right else "nothing of the kind")


def test_the_page_says_what_there_is_to_draw_from(corpus: Corpus) -> None:
    screen = quiz_page()
    assert f"There are {len(bank(corpus).items)} questions to draw from." in text(screen)
    assert not button(screen, "Start the quiz").disabled
    fewer = quiz_page(recommendations=[14], kinds=[Kind.CHOICE], count=1000)
    there = sum(i.recommendation == 14 and i.kind is Kind.CHOICE for i in bank(corpus).items)
    assert f"There are {there} questions of what is chosen, not 1000: ask for fewer." in text(fewer)
    assert button(fewer, "Start the quiz").disabled


@pytest.mark.parametrize("kind", list(Kind))
def test_each_kind_is_answered_with_its_controls_and_explained(kind: Kind) -> None:
    screen = began(kinds=[kind], count=1)
    item = taking(screen).item
    assert "Question 1 of 1" in text(screen)
    give(screen)
    press(screen, "Answer")
    assert "✓ Right" in text(screen)
    for citation in item.citations:
        assert citation.quote.replace("*", "").split("\n")[0] in text(screen)
    links = [a["href"] for a in shown(screen).having("data-page")]
    assert len(links) == len(item.citations)
    assert all(link.startswith("guidance?passage=") for link in links)


def test_a_wrong_answer_is_told_with_the_right_one_in_words() -> None:
    screen = began(kinds=[Kind.CHOICE], count=2)
    item = taking(screen).item
    give(screen, right=False)
    press(screen, "Answer")
    assert "✗ Not right" in text(screen)
    assert "✓ Right answer" in text(screen)
    assert "✗ Your answer" in text(screen)
    says = [t["say"] for t in told(screen) if t["say"]]
    assert says == [f"Not right. The answer: {item.key[0].rstrip('.')}."]
    assert [t["show"] for t in told(screen)] == ["quiz-feedback"]


def test_an_answer_must_be_whole_and_can_be_passed() -> None:
    screen = began(kinds=[Kind.MATCHING], count=1)
    screen.selectbox[0].set_value(taking(screen).item.options[0])
    press(screen, "Answer")
    assert "Answer all of it first, or pass." in text(screen)
    assert taking(screen).come_to == 0
    press(screen, "Pass")
    assert "– Passed" in text(screen)
    press(screen, "See the results")
    assert "0 of 1 right" in text(screen)


def test_progress_score_and_a_retry_of_what_was_missed() -> None:
    screen = began(kinds=[Kind.TRUE_FALSE], count=3)
    for n, right in enumerate((True, False, True)):
        assert f"Question {n + 1} of 3" in text(screen)
        assert "0 1 2 3"[2 * n] in screen.main.get("progress")[0].proto.text
        give(screen, right=right)
        press(screen, "Answer")
        press(screen, "See the results" if n == 2 else "Next question")
    assert "2 of 3 right" in text(screen)
    missed = taking(screen).missed
    press(screen, "Retry the one missed")
    assert taking(screen).quiz.items == missed
    give(screen)
    press(screen, "Answer")
    press(screen, "See the results")
    assert "1 of 1 right" in text(screen)
    press(screen, "New quiz")
    assert button(screen, "Start the quiz")


def test_answers_at_the_end_can_be_gone_back_to() -> None:
    screen = began(Feedback.AT_THE_END, kinds=[Kind.TRUE_FALSE], count=2)
    give(screen, right=False)
    press(screen, "Next")
    assert "Right answer" not in text(screen)
    press(screen, "Back")
    assert screen.radio[-1].value == taking(screen).responses[0][0]  # type: ignore[index]
    give(screen)
    press(screen, "Next")
    give(screen)
    press(screen, "Finish")
    assert "2 of 2 right" in text(screen)
    assert text(screen).count("Open it in the guidance") >= 2


def test_the_same_seed_gives_the_same_quiz() -> None:
    first, again, other = (taking(began(seed=seed, count=5)).quiz.items for seed in (7, 7, 8))
    assert first == again != other


def review_of(**choices: Any) -> AppTest:
    screen = quiz_page(**choices)
    screen.radio(key="quiz-view").set_value("For trainers").run()
    return press(screen, "Draw the quiz")


def entry(screen: AppTest, at: int) -> Any:
    return screen.session_state["quiz-desk"].entries[at]


def in_entry(screen: AppTest, at: int, name: str) -> AppTest:
    screen.button(key=f"quiz-{entry(screen, at).item.id}-{name}").click().run()
    assert not screen.exception
    return screen


def test_a_trainer_accepts_rejects_and_moves_items() -> None:
    screen = review_of(count=3, seed=7)
    first, second, third = (entry(screen, n).item for n in range(3))
    assert "0 accepted, 0 rejected, 3 not decided. Seed 7." in text(screen)
    assert "Accept items to download them." in text(screen)
    in_entry(in_entry(screen, 0, "accept"), 1, "reject")
    assert "1 accepted, 1 rejected, 1 not decided." in text(screen)
    assert "Question 2: Rejected." in [t["say"] for t in told(screen)]
    in_entry(screen, 2, "up")
    assert [entry(screen, n).item for n in range(3)] == [first, third, second]
    press(screen, "Accept all that are not decided")
    assert "2 accepted, 1 rejected, 0 not decided." in text(screen)


def test_what_was_accepted_is_downloaded_in_any_format() -> None:
    screen = press(review_of(count=2, seed=7), "Accept all that are not decided")
    screen.selectbox(key="quiz-format").set_value("json").run()
    download = screen.main.get("download_button")[0].proto
    assert download.label == "Download 2 items"
    assert download.url.endswith(".json")


def test_what_a_format_cannot_hold_is_told_before_the_download() -> None:
    screen = press(review_of(count=2, kinds=[Kind.MATCHING]), "Accept all that are not decided")
    screen.selectbox(key="quiz-format").set_value("kahoot").run()
    assert [w for w in values(screen.warning) if w.startswith("2 items are left out")]
    download = screen.main.get("download_button")[0].proto
    assert (download.label, download.disabled) == ("Download 0 items", True)


def test_only_what_fits_into_a_format_can_be_drawn() -> None:
    screen = quiz_page(count=5)
    screen.radio(key="quiz-view").set_value("For trainers").run()
    screen.selectbox(key="quiz-fits").set_value("aiken").run()
    press(screen, "Draw the quiz")
    kinds = {e.item.kind for e in screen.session_state["quiz-desk"].entries}
    assert kinds <= {Kind.CHOICE, Kind.TRUE_FALSE}


def test_an_edit_is_checked_at_once_and_saved_only_without_hard_flaws() -> None:
    screen = in_entry(review_of(count=1, kinds=[Kind.CHOICE]), 0, "edit")
    item = entry(screen, 0).item
    assert "Every check passes." in values(screen.success)
    key = f"quiz-edit-{item.id}"
    other = next(o for o in item.options if o not in item.key)
    screen.text_input(key=f"{key}-option-{item.options.index(other)}").set_value(item.key[0]).run()
    assert any(e.startswith("Must be mended:") for e in values(screen.error))
    assert button(screen, "Save").disabled
    screen.text_input(key=f"{key}-option-{item.options.index(other)}").set_value(other).run()
    assert not screen.error
    assert button(screen, "Save").disabled, "nothing is changed"
    screen.text_area(key=f"{key}-stem").set_value(f"Once more: {item.stem}").run()
    press(screen, "Save")
    saved = entry(screen, 0)
    assert (saved.item.stem, saved.item.key) == (f"Once more: {item.stem}", item.key)
    assert (saved.edited, saved.decision) == (True, Decision.ACCEPTED)
    assert "Edited" in text(screen)


def test_an_edit_can_be_given_up() -> None:
    screen = in_entry(review_of(count=1, kinds=[Kind.CHOICE]), 0, "edit")
    item = entry(screen, 0).item
    screen.text_area(key=f"quiz-edit-{item.id}-stem").set_value("Something else").run()
    press(screen, "Cancel")
    assert entry(screen, 0).item == item
    assert Shown(stem(item)).words in text(screen)


def test_hostile_words_of_an_edit_are_shown_and_do_nothing() -> None:
    screen = in_entry(review_of(count=1, kinds=[Kind.SHORT_ANSWER]), 0, "edit")
    hostile = "Which <script>alert(1)</script> ![x](http://example.org/a.png) **who**?"
    screen.text_area(key=f"quiz-edit-{entry(screen, 0).item.id}-stem").set_value(hostile).run()
    press(screen, "Save")
    assert hostile in text(screen)
    assert not [body for body in bodies(screen) if "<script" in body or "<img" in body]


def test_a_response_of_the_controls_is_what_is_marked() -> None:
    screen = began(kinds=[Kind.ORDERING], count=1)
    give(screen, right=False)
    press(screen, "Answer")
    now = taking(screen)
    assert now.response
    assert answered(now.item, now.response)
    assert not mark(now.item, now.response).right
