"""What every store does, whatever it keeps things in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from assistant.conversations import ConversationGone, ConversationStore, readable
from tests.conversations.conftest import answer


def begin(
    store: ConversationStore, owner: str, question: str = "When is it due?", text: str = "By July 2012."
) -> str:
    return store.add(owner, None, question, answer(question, text)).conversation


def titles(store: ConversationStore, owner: str, words: str = "") -> list[str]:
    return [c.title for c in store.conversations(owner, words)]


def test_an_answer_is_shown_again_exactly(store: ConversationStore, owner: str) -> None:
    given = answer(understood="when (about recommendation 14)", suggestions=("Who?", "Why?"))
    turn = store.add(owner, None, given.question, given)
    assert turn.answer == given
    assert store.turns(owner, turn.conversation) == (turn,)


def test_turns_stand_in_the_order_of_asking(store: ConversationStore, owner: str) -> None:
    first = begin(store, owner, "One?")
    for question in ("Two?", "Three?"):
        store.add(owner, first, question, answer(question))
    kept = store.turns(owner, first)
    assert [(t.number, t.question) for t in kept] == [(1, "One?"), (2, "Two?"), (3, "Three?")]
    made = store.conversation(owner, first)
    assert made is not None
    assert (made.title, made.turns) == ("One?", 3)
    assert (made.begun, made.changed) == (kept[0].asked, kept[-1].asked)


def test_times_are_utc(store: ConversationStore, owner: str) -> None:
    made = store.turns(owner, begin(store, owner))[0].asked
    assert made.tzinfo is UTC
    assert abs(datetime.now(UTC) - made) < timedelta(minutes=1)


def test_the_latest_stands_first(store: ConversationStore, owner: str) -> None:
    first = begin(store, owner, "One?")
    for question in ("Two?", "Three?"):
        begin(store, owner, question)
    store.add(owner, first, "And then?", answer("And then?"))
    assert titles(store, owner) == ["One?", "Three?", "Two?"]
    assert [c.title for c in store.conversations(owner, limit=2)] == ["One?", "Three?"]


def test_nobody_reaches_what_is_somebody_elses(store: ConversationStore, owner: str) -> None:
    mine = begin(store, owner, "Mine?")
    other = owner + "x"
    assert store.conversations(other) == ()
    assert store.turns(other, mine) == ()
    assert store.conversation(other, mine) is None
    assert store.delete(other, mine) is False
    assert store.delete_all(other) == 0
    with pytest.raises(ConversationGone):
        store.rename(other, mine, "Theirs")
    with pytest.raises(ConversationGone):
        store.add(other, mine, "Theirs?", answer("Theirs?"))
    assert [t.question for t in store.turns(owner, mine)] == ["Mine?"]
    assert titles(store, owner) == ["Mine?"]


def test_renaming(store: ConversationStore, owner: str) -> None:
    made = begin(store, owner)
    before = store.conversation(owner, made)
    renamed = store.rename(owner, made, "  Board\n meeting \x00 in May ")
    assert before is not None
    assert renamed.title == "Board meeting in May"
    assert renamed.changed == before.changed
    assert store.conversations(owner) == (renamed,)
    assert store.rename(owner, made, " ").title == "Untitled"
    assert len(store.rename(owner, made, "long " * 100).title) <= 80


def test_deleting_one(store: ConversationStore, owner: str) -> None:
    first, second = begin(store, owner, "One?"), begin(store, owner, "Two?")
    assert store.delete(owner, first) is True
    assert store.delete(owner, first) is False
    assert store.turns(owner, first) == ()
    assert [c.id for c in store.conversations(owner)] == [second]
    with pytest.raises(ConversationGone, match="deleted"):
        store.add(owner, first, "And?", answer("And?"))
    with pytest.raises(ConversationGone):
        store.rename(owner, first, "x")


def test_deleting_all_leaves_others_alone(store: ConversationStore, owner: str) -> None:
    for question in ("One?", "Two?"):
        begin(store, owner, question)
    begin(store, owner + "x", "Theirs?")
    assert store.delete_all(owner) == 2
    assert store.delete_all(owner) == 0
    assert titles(store, owner) == []
    assert titles(store, owner + "x") == ["Theirs?"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["Cost: 100%?", "Early help?", "When_is it?"]),
        ("early", ["Early help?"]),
        ("HELP eArLy", ["Early help?"]),
        ("help cost", []),
        ("children's duty", ["Early help?"]),
        ('"provision of help"', ["Early help?"]),
        ('"help of provision"', []),
        ("%", ["Cost: 100%?"]),
        ("100%", ["Cost: 100%?"]),
        ("_", ["When_is it?"]),
        ("0_0", []),
        ("\\", ["Cost: 100%?"]),
        ("straße", ["When_is it?"]),
        ("STRASSE", ["When_is it?"]),
        ("by july 2012", ["When_is it?"]),
        ('"by July 2012, soon"', ["When_is it?"]),
        ("'; DROP TABLE assistant_turns; --", []),
        ('"', ["Cost: 100%?", "Early help?", "When_is it?"]),
    ],
)
def test_searching(store: ConversationStore, owner: str, words: str, found: list[str]) -> None:
    begin(store, owner, "Early help?", "A duty towards **children’s** early provision of help. [1]")
    begin(store, owner, "Cost: 100%?", "It costs £100 at C:\\.")
    begin(store, owner, "When_is it?", "Due **by July 2012**[1], soon, in a Straße.")
    assert sorted(titles(store, owner, words)) == found


def test_titles_and_later_turns_are_searched(store: ConversationStore, owner: str) -> None:
    made = begin(store, owner, "One?")
    store.add(owner, made, "About ombudsmen?", answer("About ombudsmen?"))
    store.rename(owner, made, "Board papers")
    assert titles(store, owner, "papers ombudsmen") == ["Board papers"]
    assert titles(store, owner, "one") == ["Board papers"]


def test_a_long_question_makes_a_short_title(store: ConversationStore, owner: str) -> None:
    question = "Which of the recommendations of the review were accepted in principle and which were not, and by whom?"
    begin(store, owner, question)
    assert titles(store, owner) == [
        "Which of the recommendations of the review were accepted in principle and…"
    ]


def test_any_text_can_be_kept(store: ConversationStore, owner: str) -> None:
    odd = "漢字 😀 \x00 \ud800 '; -- é"
    turn = store.add(owner, None, odd, answer(odd, f"Answer {odd}"))
    (found,) = store.turns(owner, turn.conversation)
    assert found == turn
    assert found.question == "漢字 😀  \ufffd '; -- é"
    assert titles(store, owner, "漢字 😀 \x00 \ud800") == ["漢字 😀 \ufffd '; -- é"]


def test_history_for_the_next_question_has_no_markers() -> None:
    assert (
        readable("My case is [name], dob [date of birth]: is rec 6 due? [1]")
        == "My case is , dob : is rec 6 due? [1]"
    )
