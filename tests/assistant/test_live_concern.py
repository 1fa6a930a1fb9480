"""Live concerns are met and policy questions left alone, on cases worked on and on cases kept apart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from assistant.notices import live_concern
from assistant.notices.concern import weigh
from assistant.notices.phrases import PhraseBook, parse
from assistant.notices.vocabulary import read_table, vocabulary
from assistant.notices.wording import Speller, sentences

_HERE = Path(__file__).parent
_EDITIONS = _HERE.parents[1] / "corpus" / "data" / "editions"
_CASES: dict[str, dict[str, list[str]]] = yaml.safe_load(
    (_HERE / "data" / "live_concern.yaml").read_text(encoding="utf-8")
)
_LIVE = _CASES["develop"]["live"] + _CASES["aside"]["live"]
_POLICY = _CASES["develop"]["policy"] + _CASES["aside"]["policy"]


def _missed(texts: list[str]) -> list[str]:
    return [text for text in texts if not live_concern(text)]


def _false_alarms(texts: list[str]) -> list[str]:
    return [text for text in texts if live_concern(text)]


@pytest.mark.parametrize(
    "text",
    [
        "I think my neighbour is hitting her kids",
        "a girl in my class told me her stepdad touches her",
        "what should I do, there are bruises on him",
        "he's going to kill her tonight",
        "I have a case where a 4 year old has unexplained bruising",
        "a young person on my caseload is missing tonight",
        "20 years ago I was abused",
        "i want to die",
        "When is recommendation 14 due? Also my nephew is being starved by his mum.",
        "my uncle says if I tell my teacher he will do it to my brother",
        "A man online has videos of my niece with no clothes on and says he'll share them unless she pays",
        "Nobody has been home next door all day and I can hear the baby crying",
        "Who do I ring if the kids next door are being hit?",
        "who steps in when children on my street are left home alone every night, it's happening right now",
        "Mum gives him drink and instead of being fed he is locked in his room",
    ],
)
def test_a_concern_about_somebody_is_live(text: str) -> None:
    assert live_concern(text), weigh(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "What does the guidance say about children who are suffering significant harm?",
        "who must report on child deaths",
        "what did Munro say about missing children?",
        "is a serious case review needed when a child dies?",
        "what should a teacher do when a child discloses?",
        "I am not worried about any child, I just want to know when Working Together would be revised",
        "For a training scenario: a teacher finds bruises on a pupil. Which recommendation applies?",
        "My boss will kill me if I do not find the deadline for recommendation 7",
        "In our training today we were told of a girl who was locked in a cellar. Which review was that?",
        "Where is the list that has risk being managed better by professionals?",
        "Would a child keep one worker instead of being passed round the team?",
        "Who gets the blame if children in our town are left at risk?",
        "Were the training ones (part 4) all welcomed or was one of them softened a little?",
        "A newly qualified worker on my team is off sick for weeks, may I hand her visits to a locum?",
        "Is it people being scared of missing neglect that he says drives the numbers up?",
    ],
)
def test_a_question_of_policy_is_not(text: str) -> None:
    assert not live_concern(text), weigh(text)


def test_sentences_far_apart_are_no_story() -> None:
    notes = "The agenda was agreed. Lunch was late. The minutes were read. The room was changed. "
    far = f"Somebody asked about parking. {notes}The projector broke. {notes}A member spoke of the child."
    assert not live_concern(far), weigh(far)
    assert live_concern(f"{notes * 3}A girl told me her stepdad hits her. {notes * 3}")


def test_cases_are_many_and_balanced() -> None:
    assert len(_LIVE) >= 120
    assert len(_POLICY) >= 120
    assert not set(_LIVE) & set(_POLICY)
    developed = set(_CASES["develop"]["live"]) | set(_CASES["develop"]["policy"])
    assert not developed & (set(_CASES["aside"]["live"]) | set(_CASES["aside"]["policy"]))


def test_cases_worked_on() -> None:
    missed, alarms = _missed(_CASES["develop"]["live"]), _false_alarms(_CASES["develop"]["policy"])
    assert len(missed) <= 0.015 * len(_CASES["develop"]["live"]), missed
    assert alarms == []


def test_cases_kept_apart() -> None:
    missed, alarms = _missed(_CASES["aside"]["live"]), _false_alarms(_CASES["aside"]["policy"])
    assert len(missed) <= 0.02 * len(_CASES["aside"]["live"]), missed
    assert len(alarms) <= 0.02 * len(_CASES["aside"]["policy"]), alarms


@pytest.mark.parametrize(
    ("change", "missed_at_most", "alarms_at_most"),
    [
        (str.lower, 0.02, 0.01),
        (str.upper, 0.02, 0.01),
        (lambda text: text.replace("'", ""), 0.02, 0.01),
        (lambda text: text.replace("'", "\u2019"), 0.02, 0.01),
        (lambda text: f"Hi, sorry to bother you. {text} Thanks.", 0.02, 0.01),
        (lambda text: f"When is recommendation 14 due? {text}", 0.08, 0.01),
        (lambda text: f"{text.rstrip('.')}. Also what is the status of recommendation 9?", 0.08, 0.01),
        (lambda text: "".join(c for c in text if c.isalnum() or c in " '"), 0.04, 0.02),
    ],
    ids=["lower", "upper", "no apostrophes", "curly", "polite", "policy before", "policy after", "no stops"],
)
def test_the_way_of_writing_makes_little_difference(
    change: Callable[[str], str], missed_at_most: float, alarms_at_most: float
) -> None:
    missed = _missed([change(text) for text in _LIVE])
    alarms = _false_alarms([change(text) for text in _POLICY])
    assert len(missed) <= missed_at_most * len(_LIVE), missed
    assert len(alarms) <= alarms_at_most * len(_POLICY), alarms


def test_no_paragraph_of_the_guidance_is_a_live_concern() -> None:
    paragraphs = [
        p for path in _EDITIONS.glob("*.md") for p in path.read_text("utf-8").split("\n\n") if p.strip()
    ]
    assert len(paragraphs) > 300
    assert _false_alarms(paragraphs) == []


@pytest.mark.parametrize(
    ("told", "changed"),
    [
        ("My neighbour is hitting her kids", "Nobody is hitting her kids"),
        ("My pupil has bruises on her arms", "For a quiz: a pupil has bruises on her arms"),
        (
            "My son is being abused at school",
            "What should a teacher do when a child is being abused at school?",
        ),
        (
            "A child on my caseload has been beaten",
            "I have no concerns about a child, who leads on children beaten?",
        ),
    ],
)
def test_one_change_turns_the_judgement(told: str, changed: str) -> None:
    assert live_concern(told)
    assert not live_concern(changed)


@given(st.text(max_size=200))
def test_any_text_is_judged(text: str) -> None:
    assert live_concern(text) in (True, False)


@given(
    st.lists(
        st.sampled_from([*"'\u2019-.,;?!()\n ", "n't", "'s", "i", "he", "hits", "12yo", "\u0301", "no"]),
        max_size=40,
    )
)
def test_any_scraps_are_judged(scraps: list[str]) -> None:
    assert live_concern("".join(scraps)) in (True, False)


def test_a_question_takes_about_a_millisecond() -> None:
    live_concern("warm")
    taken = []
    for text in _POLICY:
        start = perf_counter()
        live_concern(text)
        taken.append(perf_counter() - start)
    assert median(taken) < 0.003


def test_a_very_long_text_takes_no_more_than_a_second() -> None:
    start = perf_counter()
    live_concern("my my the little " * 600)
    assert perf_counter() - start < 1.0


def test_weighing_tells_clause_by_clause_what_was_found() -> None:
    weighing = weigh("When is recommendation 14 due? My pupil has bruises.")
    (policy, of_policy), (told, of_told) = weighing.clauses
    assert (policy, told) == ("when is recommendation 14 due", "my pupil has bruises")
    assert of_policy.policy
    assert not of_policy.counts
    assert of_told.near
    assert of_told.harm
    assert weighing.live


class TestPhrases:
    lists = {"who": ["<kin>", "pupil"], "kin": ["son", "foster son"], "act": ["hit", "hits"]}  # noqa: RUF012

    def found(self, phrase: str, clause: str) -> list[tuple[int, int]]:
        book = PhraseBook(self.lists, {"signal": [phrase]})
        return sorted((match.start, match.end) for match in book.find(clause.split()))

    @pytest.mark.parametrize(
        ("phrase", "clause", "found"),
        [
            ("<act> <who>", "dad hits son", [(1, 3)]),
            ("my <who>", "my foster son", [(0, 3)]),
            ("my [<act>] <who>", "my pupil", [(0, 2)]),
            ("hit/hits [the] pupil", "hits the pupil", [(0, 3)]),
            ("left * alone", "left him there all alone", [(0, 5)]),
            ("left * alone", "left him there all day alone", []),
            ("my [?] <kin>", "my clever son", [(0, 3)]),
            ("my [?] <kin>", "my very clever son", []),
            ("^ pupil", "a pupil", []),
            ("^ pupil", "pupil hit", [(0, 1)]),
            ("go_on $", "not go on", [(1, 3)]),
            ("go_on $", "go on then", []),
            ("aged <digits>", "aged 12", [(0, 2)]),
        ],
    )
    def test_notation(self, phrase: str, clause: str, found: list[tuple[int, int]]) -> None:
        assert self.found(phrase, clause) == found

    @pytest.mark.parametrize("phrase", ["<nobody> hits", "[my] son", "* son", ""])
    def test_phrases_that_cannot_be_read(self, phrase: str) -> None:
        with pytest.raises(ValueError, match="phrase"):
            parse(phrase, self.lists)


class TestWording:
    speller = Speller.of(["abused", "bruises", "neighbour"], ["amused"], {"wot": "what", "cant": "can not"})

    @pytest.mark.parametrize(
        ("typed", "read"),
        [
            ("abusd", ["abused"]),
            ("brusies", ["bruises"]),
            ("neigbhour", ["neighbour"]),
            ("amused", ["amused"]),
            ("Wot's", ["what"]),
            ("I can't, he won't", ["i", "can", "not", "he", "will", "not"]),
            ("cant", ["can", "not"]),
            ("she\u2019s 12yo", ["she", "is", "12", "year", "old"]),
            ("my neighbour's", ["my", "neighbour"]),
        ],
    )
    def test_words(self, typed: str, read: list[str]) -> None:
        assert sentences(typed, self.speller, frozenset()) == [[read]]

    def test_sentences_and_clauses(self) -> None:
        read = sentences(
            "Thanks. My son is hurt and what is due, or so? 1) one 2) two", self.speller, frozenset({"what"})
        )
        assert [[" ".join(clause) for clause in sentence] for sentence in read] == [
            ["thanks"],
            ["my son is hurt and", "what is due or so"],
            ["1"],
            ["one 2"],
            ["two"],
        ]


class TestVocabulary:
    def test_right_words_stay_and_mended_words_matter(self) -> None:
        slips = read_table("live_concern.toml")["slips"]
        speller = vocabulary().speller
        assert [word for word in slips["right"] if speller.mend(word) != (word,)] == []
        assert [word for word in slips["mended"] if word not in vocabulary().book.words] == []

    def test_every_list_is_used(self) -> None:
        table = read_table("live_concern.toml")
        phrases = [phrase for spec in table["signals"].values() for phrase in spec["phrases"]]
        included = [entry for entries in table["words"].values() for entry in entries]
        used = " ".join([*phrases, *included])
        named = {"idiom", "starter"}
        assert [name for name in table["words"] if f"<{name}>" not in used and name not in named] == []
