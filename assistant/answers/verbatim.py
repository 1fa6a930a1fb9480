"""Whose words they are that a question quotes, and where they stand: also where it takes them for another's."""

from __future__ import annotations

from assistant.answers.draft import Draft, Line
from assistant.answers.places import document_inside
from assistant.answers.speech import introducing
from assistant.evidence.asked import Asked
from assistant.evidence.quote import Quote, whole
from assistant.evidence.saying import plain
from assistant.language.phrases import Phrases
from assistant.language.quoted import QUOTED
from assistant.language.words import stems, words
from assistant.library.library import Unit
from assistant.library.posts import people_in
from assistant.model import Outcome
from assistant.question.facets import Want
from assistant.question.naming import named_documents
from assistant.question.wants import wants

#: Fewer words than this may stand in quotation marks only to be spoken of.
FEWEST = 3
#: What is asked of words: who says them, where they stand, or whether it is so.
_ASKS = Phrases(
    r"who|whose|whom|where(?:abouts)?|which|say|says|said|saying|call|calls|called|quoted?|quotes|words?|phrase|line|remark"
    r"|find|wrote|writes?|put it|speak(?:s|ing)?|spoke|talk(?:s|ed|ing)?|correct|right|true"
)
#: What else such a question says, which tells nothing more of what is asked.
_PLAIN = frozenset(
    stems(
        "call quote quotation word phrase line remark expression write speak talk describe use paper document letter notice briefing foreword passage place part source page"
        " paragraph stand appear occur speaker speech person minister professor government review report correct right true attribute credit"
        " belong coin first text wording sentence statement"
    )
)


#: What is asked of the subject of the words, not of them.
_ELSE = frozenset({Want.WHEN, Want.COUNT, Want.WHICH, Want.LIST, Want.STATUS})


def answer_verbatim(asked: Asked) -> Draft | None:
    """The passages that hold the words in quotation marks, with who speaks there; None where something else is asked of them."""
    question = asked.question
    if question.recommendations or question.paragraphs or question.statuses is not None:
        return None
    quoted = [m for m in QUOTED.finditer(question.text) if len(words(m["words"])) >= FEWEST]
    if len(quoted) != 1 or not _only_of_them(asked, quoted[0].span()):
        return None
    held = f" {plain(quoted[0]['words'])} "
    found = [u for u in asked.library.units if held in f" {plain(u.passage.text)} "]
    speakers = {u.passage.speaker for u in found}
    if len(speakers) != 1 or len({u.passage.document for u in found}) != 1:
        return None
    return _draft(asked, found)


def _only_of_them(asked: Asked, span: tuple[int, int]) -> bool:
    """Whether a question asks of the words at a place, and names nothing beside them but people and papers."""
    text = asked.question.text
    rest = f"{text[: span[0]]} ; {text[span[1] :]}"
    if not _ASKS.search(rest) or wants(rest)[0] & _ELSE:
        return False
    named = [(p.start, p.end) for p in people_in(rest, asked.library)]
    named += named_documents(rest, asked.library)[1]
    own = asked.library.reviewer.words
    return all(
        w.stem in _PLAIN or w.text in own or any(a <= w.start < b for a, b in named)
        for w in words(rest)
        if any(w.text in t.text.split() for t in asked.question.terms)
    )


def _draft(asked: Asked, found: list[Unit]) -> Draft:
    first = found[0].passage
    before = introducing(asked, found[0])
    quotes: tuple[Quote, ...] = tuple(whole(u) for u in (*found, *before))
    where = document_inside(asked.corpus.document[first.document])
    others = [
        p
        for p in people_in(asked.question.text, asked.library)
        if p.posts[0].surname not in first.speaker.lower()
    ]
    lead = (
        f"Those are the words of {first.speaker}, in the {where}:"
        if others
        else f"{first.speaker} said, in the {where}:"
    )
    numbers = {u.passage.recommendation for u in found} - {None}
    return Draft(
        Outcome.ANSWERED,
        (Line(lead, quotes),),
        recommendations=tuple(sorted(n for n in numbers if n is not None)),
        from_records=True,
    )
