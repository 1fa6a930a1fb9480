"""The slot that a question leaves open - a day, a beginning, an end, a person in a post - and whether quotes fill it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from assistant.evidence.kinds import holds_names
from assistant.language.phrases import Phrases
from assistant.language.words import words
from assistant.question.facets import Want
from corpus.model import Modality, When

if TYPE_CHECKING:
    from assistant.answers.asked import Asked
    from assistant.answers.draft import Quote
    from assistant.evidence.library import Sentence, Unit

_DAY = re.compile(
    r"\b(?:on (?:what|which) (?:day|date)|(?:what|which) day|exact (?:day|date))\b", re.IGNORECASE
)
_MONTH = re.compile(r"\b(?:what|which) (?:\w+ )?month\b", re.IGNORECASE)

_ASKS_WHEN = r"\b(?:when|date|day|month)\b.{0,80}"
_BEGINS = Phrases(
    "begin|begins|began|beginning|start|starts|started|starting|launch|launched|open|opened|opens|set up|founded",
    before=_ASKS_WHEN,
)
_ENDS = Phrases(
    "clos(?:e|es|ed|ing)|shut|shuts|expires?|ceased?|ceases|wound up|abolished", before=_ASKS_WHEN
)
_BEGINNING = Phrases(
    r"\b(?:begin|began|start|launch|open|establish|set up|introduc|creat|in place|in post|from|since|as of|assum)",
    r"\b(?:publish|tak(?:e|es) up|ready|transfer|becom|will be|first)",
    whole_words=False,
)
_ENDING = Phrases(
    r"\b(?:clos|end|until|till|expir|ceas|abolish|finish|conclud|stop|run(?:s|ning)? to|last|by)",
    whole_words=False,
)
_POSTS = (
    "chairs?|chaired|chairing|chairman|chairwoman|director|president|leader|secretary|commissioner|"
    "manager|author|editor|ombudsman|inspector"
)
_POST = re.compile(
    r"\bwho(?:'s|'d| was| is| were| are| had been| will be| would be)?(?: going to)?(?: the| a| an| our| their| its)? "
    rf"(?P<before>(?:[\w'-]+ ){{0,3}}?)(?P<post>{_POSTS})\b(?: of| at| for| on| in| to)?(?: the)?(?P<body>[^?.,;]*)",
    re.IGNORECASE,
)
#: What makes a post another one.
_LESSER = frozenset("deputy vice assistant interim acting former co joint associate".split())


def unit_missing(asked: Asked, sentences: Iterable[Sentence]) -> bool:
    """Whether a day or a month is asked for, and the sentences only name something coarser."""
    text = asked.question.focus
    day, month = bool(_DAY.search(text)), bool(_MONTH.search(text))
    if not (day or month) or not asked.question.has(Want.WHEN):
        return False
    grains = {w.grain for s in sentences for w in s.whens if w.edtf}
    return not grains if day else not grains & {"day", "month"}


def end_missing(asked: Asked, sentences: Iterable[Sentence]) -> bool:
    """Whether the beginning or the end of something is asked for, and no dated sentence speaks of that."""
    if not asked.question.has(Want.WHEN):
        return False
    text, dated = asked.question.focus, [s for s in sentences if s.whens]
    if _ENDS.search(text):
        return not any(_ENDING.search(s.text) or any(map(_until, s.whens)) for s in dated)
    if _BEGINS.search(text):
        return not any(_BEGINNING.search(s.text) and not all(map(_until, s.whens)) for s in dated)
    return False


def _until(when: When) -> bool:
    return when.modality is Modality.DURING and when.first is None and when.last is not None


def post_missing(asked: Asked, shown: Iterable[Quote]) -> bool:
    """Whether the holder of a post in a body is asked for, and no quote names the two together with a person."""
    match = _POST.search(asked.question.focus)
    if match is None:
        return False
    topic = {s for t in asked.question.terms for s in t.own}
    body = {w.stem for w in words(match["body"]) if w.stem in topic}
    if not body:
        return False
    post = words(match["post"])[0].stem[:5]
    asked_lesser = {w.text for w in words(match["before"])} & _LESSER
    return not any(
        _names_holder(asked, asked.library.by_id[q.passage.id], post, body, asked_lesser) for q in shown
    )


def _names_holder(asked: Asked, unit: Unit, post: str, body: set[str], lesser: set[str]) -> bool:
    text = f"{unit.passage.speaker} {unit.passage.lead_in or ''} {unit.passage.text}"
    found = [w.text for w in words(text)]
    own = {w.stem for w in words(text)} | unit.headings
    synonyms = {
        s: {x for p in asked.library.vocabulary.by_phrase.get((s,), ()) for x in p} | {s} for s in body
    }
    held = [i for i, w in enumerate(found) if w.startswith(post)]
    plain = [i for i in held if lesser or not (i and found[i - 1] in _LESSER)]
    said = sum(bool(ways & own) for ways in synonyms.values())
    return bool(plain) and said >= 0.6 * len(body) and holds_names(text, asked.library)
