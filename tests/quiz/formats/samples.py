"""Quizzes to write: one of the documents' own words with every kind, and hostile ones for Hypothesis to draw."""

from __future__ import annotations

import zlib
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from assistant.model import Citation
from assistant.quiz.formats import Job
from assistant.quiz.model import FALSE, GAP, TRUE, Difficulty, Item, Kind, Level, Pair, Quiz, Topic
from assistant.rendering.plain import one_line
from corpus import Corpus, load
from corpus.model import Part

#: For tests whose examples are whole items: the bits are many in each.
few = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MADE = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@cache
def corpus() -> Corpus:
    return load()


def job(*items: Item, title: str = "Quiz on the guidance of 2011") -> Job:
    return Job(Quiz(items, 7, title), corpus().document, MADE)


def cited(recommendation: int | None, part: Part, document: str = "government-response") -> Citation:
    """The first passage of a place, cited whole."""
    passage = next(
        p
        for p in corpus().passages
        if (p.document, p.recommendation, p.part) == (document, recommendation, part) and len(p.text) > 30
    )
    where = f"Recommendation {recommendation}, {part.value}" if recommendation else "Paragraph 3"
    return Citation(
        1,
        document,
        recommendation,
        part,
        None,
        passage.text,
        passage.speaker,
        where,
        passage.id,
        passage.place.span,
    )


def item(kind: Kind, stem: str, options: tuple[str, ...], key: tuple[str, ...], **more: object) -> Item:
    made = Item(
        id=f"q-{zlib.crc32(repr((kind, stem, key)).encode(errors='replace')):08x}",
        kind=kind,
        topic=Topic.TIMESCALE,
        stem=stem,
        options=options,
        key=key,
        citations=(cited(14, Part.TIMESCALE),),
        document="government-response",
        recommendation=14,
        theme=3,
        level=Level.RECALL,
        difficulty=Difficulty.MEDIUM,
    )
    return replace(made, **more)  # type: ignore[arg-type]


CHOICE = item(
    Kind.CHOICE,
    "By when will all councils have a Principal Child and Family Social Worker?",
    ("By July 2012", "By September 2011", "By December 2011", "By 2013"),
    ("By July 2012",),
)
TRUE_FALSE = item(Kind.TRUE_FALSE, "Recommendation 9 was rejected.", (TRUE, FALSE), (FALSE,))
SEVERAL = item(
    Kind.MULTIPLE_RESPONSE,
    "Which were accepted in principle?",
    ("Recommendation 5", "Recommendation 6", "Recommendation 9", "Recommendation 15", "Recommendation 1"),
    ("Recommendation 5", "Recommendation 6", "Recommendation 15"),
    citations=(cited(5, Part.GOVERNMENT_RESPONSE), cited(6, Part.GOVERNMENT_RESPONSE)),
)
MATCHING = item(
    Kind.MATCHING,
    "Match each recommendation with its status.",
    ("Accept", "Accept in principle", "Consider further", "Reject"),
    (),
    pairs=(
        Pair("Recommendation 14", "Accept"),
        Pair("Recommendation 6", "Accept in principle"),
        Pair("Recommendation 12", "Accept"),
        Pair("Recommendation 9", "Consider further"),
    ),
)
ORDERING = item(
    Kind.ORDERING,
    "Put these in order, the earliest first.",
    ("A new post at the Department", "Amendment to Working Together", "Joint programme of work"),
    ("Joint programme of work", "Amendment to Working Together", "A new post at the Department"),
)
GAP_FILL = item(
    Kind.GAP_FILL,
    f"“The Government plans for a {GAP} to be in post by late 2012.”",
    (),
    ("Chief Social Worker", "CSW"),
    citations=(cited(15, Part.TIMESCALE), cited(None, Part.NARRATIVE, "press-release")),
)
SHORT = item(Kind.SHORT_ANSWER, "Who writes to the NHS Confederation?", (), ("Tim Loughton and Anne Milton",))
EVERY_KIND = (CHOICE, TRUE_FALSE, SEVERAL, MATCHING, ORDERING, GAP_FILL, SHORT)

#: What some format reads as its own, or some spreadsheet as a formula.
_BITS = (
    *"{}=~#:\\%[]<>&'\"*_|@+-/;,$^`!?()",
    *"-> => %50% [html] [plain] &&058; &amp; <b> </text> ]]> <![CDATA[ #### \\n \\: // ::".split(),
    *"{{Question}} {{c1::x}} =1+1 @SUM(A1) +1 -1 “quoted” ‘so’ it’s – … é 日本 🙂 *emphasis* **bold**".split(),
    *(
        "ANSWER: B",
        "A) ",
        "B. ",
        "\t=1",
        "\r=1",
        "\uff1d1",
        "\u2028",
        "\x00",
        "\x1b",
        "\ufffe",
        " ",
        "  ",
        "\n",
        "\n\n",
    ),
    *("July 2012", "the council", "recommendation 14"),
)
texts = st.one_of(
    st.lists(st.sampled_from(_BITS), min_size=1, max_size=8).map("".join),
    st.text(min_size=1, max_size=30),
).filter(lambda text: bool(one_line(text)) and GAP not in text)


def several(least: int, most: int) -> st.SearchStrategy[tuple[str, ...]]:
    """Texts that differ as they are shown."""
    return st.lists(texts, min_size=least, max_size=most, unique_by=one_line).map(tuple)


@st.composite
def hostile_items(draw: st.DrawFn, kinds: tuple[Kind, ...] = tuple(Kind)) -> Item:
    kind = draw(st.sampled_from(kinds))
    stem = draw(texts)
    proof = replace(cited(14, Part.TIMESCALE), quote=draw(texts), speaker=draw(texts), locator=draw(texts))
    more: dict[str, object] = {"citations": (proof,)}
    options: tuple[str, ...] = ()
    key: tuple[str, ...]
    match kind:
        case Kind.TRUE_FALSE:
            options, key = (TRUE, FALSE), (draw(st.sampled_from((TRUE, FALSE))),)
        case Kind.CHOICE:
            options = draw(several(2, 5))
            key = (draw(st.sampled_from(options)),)
        case Kind.MULTIPLE_RESPONSE:
            options = draw(several(3, 6))
            right = draw(st.integers(2, len(options) - 1))
            key = options[:right]
        case Kind.MATCHING:
            options, key = draw(several(2, 4)), ()
            lefts = draw(several(2, 4))
            more["pairs"] = tuple(Pair(left, draw(st.sampled_from(options))) for left in lefts)
        case Kind.ORDERING:
            key = draw(several(2, 5))
            options = tuple(draw(st.permutations(key)))
        case Kind.GAP_FILL | Kind.SHORT_ANSWER:
            key = draw(several(1, 3))
    if kind is Kind.GAP_FILL:
        stem = f"{stem} {GAP} {draw(texts)}"
    return item(kind, stem, options, key, **more)
