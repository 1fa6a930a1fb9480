"""Items on lists: which entries follow the words that lead into one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.quiz.drafting import Draft, Statement
from assistant.quiz.model import Claim, Kind, Level, Relation
from assistant.quiz.records import Records
from assistant.quiz.sayings import Saying
from assistant.quiz.sources import source_of
from assistant.quiz.text import near, plain
from assistant.quiz.topics.gaps import TOPICS
from assistant.quiz.wording import WHICH, fitting
from corpus.patterns import lazy_regex

SHORTEST, LONGEST = 3, 32
"""Words of an entry."""
LEAD_IN = 40
"""Words of the sentence, or sentences, that lead into a list, at most."""


def drafts(records: Records) -> Iterator[Draft]:
    """Single choice and multiple response: one, or some, of a list's entries among those of others."""
    lists = _lists(records)
    every = [e for entries in lists.values() for e in entries]
    for entries in lists.values():
        fit = [e for e in entries if _short(e)]
        for which, key in zip(WHICH, fit, strict=False):
            yield _draft(records, [key], every, which)
        for shape in dict.fromkeys(map(_shape, fit)):
            alike = [e for e in fit if _shape(e) == shape]
            if len(alike) > 1 and shape == _shape(fit[0]):
                yield _draft(records, alike[:3], every, WHICH[0])


def statements(records: Records) -> Iterator[Statement]:
    """True or false: an entry of a list, or one of another list."""
    lists = _lists(records)
    every = [e for entries in lists.values() for e in entries]
    for entries in lists.values():
        for key in [e for e in entries if _short(e)][:2]:
            lead = _leading(key) or ""
            yield Statement(
                topic=TOPICS[key.passage.part],
                level=Level.UNDERSTANDING,
                before=f"In {records.place(key.passage)}, a list is introduced by the words “{lead}”. It includes “",
                brief=tuple(
                    f"In {place}, the list after “{lead}” includes “" for place in records.places(key.passage)
                ),
                after="”.",
                key=entry(key),
                pool=_foreign(key, every, entries),
                claim=Claim(Relation.LISTED, lead, None),
                source=source_of(records, *entries),
            )


def _lists(records: Records) -> dict[str, list[Saying]]:
    """Passage id of the lead-in to the entries under it."""
    made: dict[str, list[Saying]] = {}
    for s in records.sayings:
        if s.listed and s.passage.lead_in_id and _leading(s):
            made.setdefault(s.passage.lead_in_id, []).append(s)
    return {lead: entries for lead, entries in made.items() if len(entries) > 1}


def _leading(saying: Saying) -> str | None:
    """The words that lead into a list, as few sentences as can be understood; None where they are too many."""
    words = plain(saying.passage.lead_in or "").rstrip(": ")
    if ":" in words:  # a list within a list
        return None
    sentences = re.split(r"(?<=[.;]) (?=[A-Z])", words)
    for count in range(1, len(sentences) + 1):
        lead = " ".join(sentences[-count:])
        if not _POINTS_BACK.match(sentences[-count]) and (count > 1 or not _POINTS_BACK_INSIDE.search(lead)):
            fits = 3 < len(lead.split()) <= LEAD_IN
            return (
                re.sub(r"^(?:However|In particular|Therefore|Further|Also), ", "… ", lead) if fits else None
            )
    return None


_POINTS_BACK = lazy_regex(r"(?:It|They|This|These|That)\b")
_POINTS_BACK_INSIDE = lazy_regex(r"\b(?:this|these|such)\b(?! as)", re.IGNORECASE)


def entry(saying: Saying) -> str:
    """A list's entry as an option: without what joins it to the next."""
    return re.sub(r"(?:[;,.]| and)+$", "", re.sub(r"[;,]? (?:and|or)(?:,[^,;]*)?$", "", saying.text)).strip()


def _short(saying: Saying) -> bool:
    text = entry(saying)
    if _IN_TWO.search(text) or _POINTS_OUT.search(text):
        return False
    return SHORTEST <= len(text.split()) <= LONGEST


#: A heading and what it says, or a name and a post: nothing that could stand in another list.
_IN_TWO = lazy_regex(r"[:–-](?: |$)")
_POINTS_OUT = lazy_regex(r"^(?:\S+ ){0,2}(?:their|they|its?)\b|\b(?:this|these|such)\b(?! as)")


def _shape(saying: Saying) -> str:
    """What an entry is, by the words that it must follow and its own first ones: entries of a shape can be exchanged."""
    last = " ".join((_leading(saying) or "").lower().split()[-2:])
    if last.split()[-1] in _BEFORE_VERB:
        return "to do"
    if last.endswith("that"):
        return "that is so" if last == "so that" else "that does"
    first = entry(saying)
    if _ASKS.match(first):
        return "question"
    if re.match(r"[A-Za-z]{2,}ing\b", first):
        return "doing"
    return ("name to do" if _TO_DO.match(first) else "thing") + (" capital" if first[0].isupper() else "")


_BEFORE_VERB = frozenset("to should will must shall can may would could".split())
_ASKS = lazy_regex(
    r"(?:to |for |with )?(?:which|what|how|who|whom|whose|when|where|whether|why)\b", re.IGNORECASE
)
_TO_DO = lazy_regex(r"(?:\S+ ){1,9}to [a-z]+ ")


def _draft(records: Records, key: list[Saying], every: list[Saying], which: str) -> Draft:
    first = key[0]
    lead = _leading(first) or ""
    several = len(key) > 1
    asked = "are in the list? Choose all that apply." if several else "is in the list?"
    return Draft(
        kind=Kind.MULTIPLE_RESPONSE if several else Kind.CHOICE,
        topic=TOPICS[first.passage.part],
        level=Level.UNDERSTANDING,
        stem=fitting(
            f"In {records.place(first.passage)}, a list is introduced by the words “{lead}”. {which} {asked}",
            *(
                f"In {place}, a list follows “{lead}”. {which} {asked}"
                for place in records.places(first.passage)
            ),
        ),
        key=tuple(entry(k) for k in key),
        claim=Claim(Relation.LISTED, lead, None),
        source=source_of(records, *key),
        pool=_foreign(first, every, [e for e in every if e.passage.lead_in_id == first.passage.lead_in_id]),
        wrong=5 - len(key) if several else 3,
    )


def _foreign(key: Saying, every: list[Saying], own: list[Saying]) -> tuple[str, ...]:
    """Entries of other lists and places that could stand in this one, and say nothing near what it says."""
    return tuple(
        dict.fromkeys(
            entry(e)
            for e in every
            if _short(e)
            and e not in own
            and _shape(e) == _shape(key)
            and not _same_place(e, key)
            and not any(near(entry(e), o.text) for o in own)
        )
    )


def _same_place(a: Saying, b: Saying) -> bool:
    """Whether two entries stand under the same recommendation."""
    return a.passage.recommendation is not None and a.passage.recommendation == b.passage.recommendation
