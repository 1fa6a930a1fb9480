"""Personal data never reaches the file: its bytes, and those beside it, are read."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.assistant import Assistant
from assistant.conversations import ConversationStore, StoreSettings, open_store, readable
from assistant.conversations.discretion import Discretion
from assistant.model import Explanation
from assistant.opening import open_assistant
from tests.conftest import without_index
from tests.conversations.conftest import PUBLIC, answer

#: Those by which the notice is tested.
_CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parents[1] / "assistant" / "data" / "personal_data.yaml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    """The real one, with an index that finds nothing: what is asked here is answered from the records."""
    return without_index(open_assistant())


def raw(folder: Path) -> bytes:
    """Everything that lies in a folder, and the names of the files."""
    held = [p for p in folder.rglob("*") if p.is_file()]
    assert held
    return b"\0".join([p.name.encode() + b"\0" + p.read_bytes() for p in held])


def holds(folder: Path, *words: str) -> list[str]:
    """Those of the words that the folder holds, in capitals or not, in UTF-8 or as JSON writes them."""
    found = raw(folder).lower()
    forms = {w: {w.lower().encode(), w.encode("unicode_escape").lower()} for w in words}
    return [w for w, bytes_ in forms.items() if any(b in found for b in bytes_)]


QUESTIONS = [
    (
        "My case is Jordan Whitfield, dob 03/04/2009, NHS 943 476 5919: when is recommendation 6 due?",
        ("Jordan", "Whitfield", "03/04/2009", "943 476 5919"),
    ),
    (
        "Siân O’Reilly-Núñez, born 3 April 2009, lives at 22 Byron Street, Hull HU3 1AA. Status of rec 7?",
        ("O’Reilly", "O'Reilly", "Núñez", "3 April 2009", "Byron", "HU3 1AA"),
    ),
    ("Ring me on 07700 900123 or s.jones@example.com about recommendation 14", ("07700 900123", "s.jones", "example.com")),
    ("A child is being beaten right now, Amir Hussain, aged 7, 12 High Road LS6 2QT", ("Amir", "Hussain", "LS6 2QT")),
    ("x " * 2500 + "case no. 2011/0047 of Chloe Atkinson, dob 1/2/2009", ("2011/0047", "Chloe", "Atkinson")),
    ("Chloe Atkinson, dob 1/2/2009. " + "x " * 2500, ("Chloe", "Atkinson", "1/2/2009")),
    ("y " * 97 + "Chloe Atkinson, dob 1/2/2009. " + "x " * 2500, ("Chloe", "Atkins")),
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("question", "private"), QUESTIONS, ids=[q[:25] for q, _ in QUESTIONS])
def test_nothing_personal_is_in_the_file(
    assistant: Assistant, tmp_path: Path, question: str, private: tuple[str, ...]
) -> None:
    store = open_store(assistant.public_names, StoreSettings(tmp_path))
    turn = store.add("me", None, question, assistant.ask(question))
    for follow_up in ("and when?", f"What does it mean for {private[0]}?"):
        said = assistant.ask(follow_up, [question])
        store.add("me", turn.conversation, follow_up, said)
    store.rename("me", turn.conversation, question)
    assert holds(tmp_path, *private) == []
    store.close()
    assert holds(tmp_path, *private) == []
    assert holds(tmp_path, "assistant_turns")


@pytest.mark.slow
def test_no_case_leaves_anything_in_the_file(kept: ConversationStore, tmp_path: Path) -> None:
    """Each as a question, a title, an echo, in small letters, and what was found alone in a later question."""
    texts = [case["text"] for part in _CASES.values() for case in part]
    found = [
        (c["text"], [v for f in c["found"] for v in f.values()])
        for p in _CASES.values()
        for c in p
        if c["found"]
    ]
    assert len(found) >= 40
    for text, values in found:
        turn = kept.add("me", None, text, answer(text, "No.", understood=text))
        kept.rename("me", turn.conversation, text)
        for again in (f"and {text.lower()}", f"and what about {', or of '.join(values)}?"):
            kept.add("me", turn.conversation, again, answer(again, "No.", understood=again))
    told = {v for text, values in found for v in values if sum(v.lower() in t.lower() for t in texts) == 1}
    told = {
        v for v in told if not (v.isdigit() and len(v) < 6)
    }  # the file's own random ids hold any few digits
    assert len(told) >= 40
    assert holds(tmp_path, *told) == []


def test_an_echo_of_an_earlier_question_is_masked(kept: ConversationStore, tmp_path: Path) -> None:
    asked = "Jordan Whitfield, dob 03/04/2009: is early help due?"
    first = kept.add("me", None, asked, answer("[name], dob [date of birth]: is early help due?"))
    echoing = answer(
        "and when?",
        "You asked about Jordan's plan. [1]\n\n> [1] “Whitfield stands in a quote.”",
        understood="and when? (about jordan, WHITFIELD, early help)",
        suggestions=("When will Jordan have help?",),
        explanation=Explanation(
            "m", "p", ("You asked about Jordan's plan. [1]",), remark="Not said of Jordan."
        ),
    )
    turn = kept.add("me", first.conversation, "and when?", echoing)
    assert turn.answer is not None
    assert turn.answer.understood == "and when? (about [name], early help)"
    assert turn.answer.suggestions == ("When will [name] have help?",)
    assert turn.answer.text == "You asked about [name]'s plan. [1]\n\n> [1] “Whitfield stands in a quote.”"
    assert turn.answer.explanation is not None
    assert turn.answer.explanation.sentences == ("You asked about [name]'s plan. [1]",)
    assert turn.answer.explanation.remark == "Not said of [name]."
    assert holds(tmp_path, "Jordan") == []


def test_a_name_is_known_again_after_a_restart(kept: ConversationStore, tmp_path: Path) -> None:
    """In a question, in its echo and in a title, whatever the case; deleted with the conversation."""
    asked = "Jordan Whitfield, dob 03/04/2009: is early help due?"
    first = kept.add("me", None, asked, answer("[name], dob [date of birth]: is early help due?"))
    kept.close()
    anew = open_store(PUBLIC, StoreSettings(tmp_path / "data"))
    turn = anew.add(
        "me", first.conversation, "And for jordan?", answer("And for jordan?", "Not said of Jordan.")
    )
    assert turn.question == "And for [name]?"
    assert turn.answer is not None
    assert turn.answer.text == "Not said of [name]."
    assert anew.rename("me", first.conversation, "Whitfield's plan").title == "[name]'s plan"
    other = anew.add("me", None, "What is the Jordan report?", answer("What is the Jordan report?"))
    assert other.question == "What is the Jordan report?"
    anew.delete("me", other.conversation)
    assert holds(tmp_path, "jordan", "whitfield") == []
    anew.delete("me", first.conversation)
    anew.close()
    with sqlite3.connect(StoreSettings(tmp_path / "data").file) as held:
        assert held.execute("SELECT count(*) FROM assistant_names").fetchall() == [(0,)]


def test_a_name_is_known_to_a_second_process_from_then_on(kept: ConversationStore, tmp_path: Path) -> None:
    first = kept.add("me", None, "When is rec 6 due?", answer("When is rec 6 due?"))
    other = open_store(PUBLIC, StoreSettings(tmp_path / "data"))
    named = answer("For [name], dob [date of birth]?")
    other.add("me", first.conversation, "For Jordan Whitfield, dob 03/04/2009?", named)
    assert kept.add("me", first.conversation, "And Jordan?", answer("And Jordan?")).question == "And [name]?"
    other.close()


def test_conversations_that_were_kept_without_names_go_on(kept: ConversationStore, tmp_path: Path) -> None:
    first = kept.add("me", None, "When is rec 6 due?", answer("When is rec 6 due?"))
    kept.close()
    with sqlite3.connect(StoreSettings(tmp_path / "data").file) as held:
        held.execute("DROP TABLE assistant_names")
    anew = open_store(PUBLIC, StoreSettings(tmp_path / "data"))
    assert anew.add("me", first.conversation, "And 7?", answer("And 7?")).number == 2
    anew.close()


def test_names_of_one_conversation_mean_nothing_in_another(kept: ConversationStore) -> None:
    kept.add(
        "me", None, "Jordan Whitfield, dob 03/04/2009, rec 6?", answer("[name], dob [date of birth], rec 6?")
    )
    other = kept.add("me", None, "What is the Jordan report?", answer("What is the Jordan report?"))
    assert other.question == "What is the Jordan report?"


def test_public_names_and_quotes_stay_as_they_are(kept: ConversationStore) -> None:
    question = "My case: what did Professor Eileen Munro say of Baker Munro, dob 1/2/2010?"
    given = answer(
        "My case: what did Professor Eileen Munro say of [name], dob [date of birth]?",
        "Professor Munro said so. [1]",
    )
    turn = kept.add("me", None, question, given)
    assert turn.answer == given


@pytest.mark.parametrize(
    ("title", "kept_as"),
    [
        ("Jordan Whitfield", "[name]"),
        ("Meeting about Mrs Atkinson and Chloe Atkinson", "Meeting about Mrs [name] and [name]"),
        ("dob 03/04/2009", "dob [date of birth]"),
        ("Tim Loughton's letter", "Tim Loughton's letter"),
        ("Early help and Principal Social Workers", "Early help and Principal Social Workers"),
    ],
)
def test_titles_are_masked_more_strictly(title: str, kept_as: str) -> None:
    assert Discretion(PUBLIC).title(title, "c") == kept_as


def test_owners_are_not_in_the_file(kept: ConversationStore, tmp_path: Path) -> None:
    kept.add("jo.bloggs@council.example", None, "Due?", answer("Due?"))
    assert holds(tmp_path, "jo.bloggs", "council.example") == []


def test_what_is_deleted_is_gone_from_the_disk(kept: ConversationStore, tmp_path: Path) -> None:
    made = [
        kept.add(
            "me", None, f"secret{n}q? " + "word " * 50, answer(f"secret{n}q?", f"secret{n}a " * 200)
        ).conversation
        for n in range(40)
    ]
    assert len(holds(tmp_path, *(f"secret{n}q" for n in range(40)))) == 40
    for conversation in made[::2]:
        kept.delete("me", conversation)
    gone = [f"secret{n}{x}" for n in range(0, 40, 2) for x in "qa"]
    left = [f"secret{n}{x}" for n in range(1, 40, 2) for x in "qa"]
    assert holds(tmp_path, *gone) == []
    assert holds(tmp_path, *left) == left
    kept.rename("me", made[1], "anew")
    kept.delete_all("me")
    assert holds(tmp_path, "secret", "anew") == []


def test_what_others_read_meanwhile_is_swept_later(kept: ConversationStore, tmp_path: Path) -> None:
    from assistant.conversations import engines

    turn = kept.add("me", None, "secretq?", answer("secretq?"))
    reader = sqlite3.connect(tmp_path / "data" / "conversations.sqlite3")
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM assistant_turns").fetchall()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engines, "WAIT", 0.1)
        kept.close()
        kept.delete("me", turn.conversation)
    assert holds(tmp_path, "secretq") == ["secretq"], "in the log that the reader still needs"
    reader.close()
    kept.add("me", None, "Another?", answer("Another?"))
    assert holds(tmp_path, "secretq") == []


def test_questions_handed_on_hold_no_names(assistant: Assistant) -> None:
    question = QUESTIONS[0][0]
    said = assistant.ask("and when?", [readable(assistant.ask(question).question)])
    assert said.understood == "and when? (about recommendation 6)"
