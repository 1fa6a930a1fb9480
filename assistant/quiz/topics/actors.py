"""Items on who must act: the subject of a sentence, and who a timescale names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from assistant.language.vocabulary import load_vocabulary
from assistant.quiz.drafting import Draft, Statement
from assistant.quiz.model import GAP, Claim, Difficulty, Kind, Level, Relation, Topic
from assistant.quiz.names import Sort, names, sort_of
from assistant.quiz.records import Records
from assistant.quiz.sayings import Saying
from assistant.quiz.sources import source_of
from assistant.quiz.text import capital, content, holds, near
from assistant.quiz.wording import fitting
from corpus.patterns import lazy_regex
from corpus.statements.actors import is_actor

OFTEN = 12
"""Items with the same answer, at most."""
_SUBJECT = lazy_regex(
    r"^(?P<who>(?:The |Some )?[A-Z][\w'’&-]*(?: (?!will\b|should\b|must\b|and\b.* (?:will|should)\b)[\w'’&-]+){0,7}?)"
    r"(?P<verb> (?:will|should|must|intends?|plans?|aims?|has|have|considers?|wants?|plays?|needs?|recognises?|is|are)\b)"
)
_LOOSE = lazy_regex(
    r"(?:We|I|All|(?:The|Our)$|Most|Some|There|Members|An?|\w+ the)\b|.*\b(?:they|he|she|it|you|we)\b|.* (?:has|have|is|are)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody named as the subject of a sentence."""

    saying: Saying
    who: str
    verb: str

    @property
    def sentence(self) -> str:
        return GAP + self.saying.text[len(self.who) :]

    @property
    def free(self) -> bool:
        """Whether the verb suits one as well as many."""
        return self.verb in ("will", "should", "must")

    @property
    def plural(self) -> bool:
        return self.verb in ("have", "are") or (not self.free and not self.verb.endswith("s"))


@lru_cache(maxsize=4)
def actors(records: Records) -> tuple[Actor, ...]:
    """Sentences that begin with somebody who acts, and can be quoted alone."""
    heads = {n.text.split(" of ")[0].split(" for ")[0].split()[-1] for n in names(records) if " " in n.text}
    known = load_vocabulary((), ()).abbreviations
    made = []
    for s in records.sayings:
        match = _SUBJECT.match(s.text) if s.alone else None
        if match is None or not _named(match["who"], heads, known):
            continue
        made.append(Actor(s, match["who"], match["verb"].strip()))
    every = {a.who for a in made}
    return tuple(a for a in made if f"The {a.who}" not in every)


def _named(who: str, heads: set[str], known: Mapping[str, str]) -> bool:
    """Whether a subject names somebody, in full: not "they", "the College" (which?), nor a convention."""
    short = re.fullmatch(r"(?:The )?([A-Z]{3,}s?)", who)
    if short:
        spelt = known.get(short[1].lower())
        return spelt is not None and sort_of(spelt) in (Sort.BODY, Sort.ROLE)
    vague = re.fullmatch(r"The (\S+)", who)
    return is_actor(who) and not _LOOSE.match(who) and not (vague and vague[1] in heads)


def drafts(records: Records) -> Iterator[Draft]:
    """Single choice and gap-fill: who is missing as the subject of a sentence."""
    used: Counter[str] = Counter()
    for a in actors(records):
        if content(a.who) <= content(f"{a.sentence} {records.place(a.saying.passage)}"):
            continue
        used[a.who] += 1
        if used[a.who] > OFTEN:
            continue
        yield _choice(records, a)
        if used[a.who] <= OFTEN // 2 and (a.free or a.saying.passage.recommendation is not None):
            yield _fill(records, a)


def statements(records: Records) -> Iterator[Statement]:
    """True or false: a sentence with its subject, or with another."""
    for a in actors(records)[::2]:
        yield Statement(
            topic=Topic.WHO,
            level=Level.RECALL,
            before=f"{capital(records.place(a.saying.passage))} says: “",
            brief=tuple(f"{capital(place)} says: “" for place in records.places(a.saying.passage)[1:]),
            after=f"{a.saying.text[len(a.who) :]}”",
            key=a.who,
            pool=_rivals(records, a),
            claim=Claim(Relation.COMPLETES, a.sentence, None),
            source=source_of(records, a.saying),
        )


def _rivals(records: Records, a: Actor) -> tuple[str, ...]:
    """Subjects of other sentences that suit the verb and are no part, whole or other name of this one."""
    return tuple(
        dict.fromkeys(
            o.who
            for o in actors(records)
            if (a.free or o.plural == a.plural)
            and (a.free or not o.free)
            and not overlapping(a.who, o.who)
            and not holds(a.sentence, o.who)
        )
    )


_STATE = lazy_regex(
    r"\b(?:government|department|ministers?|ministry|secretar(?:y|ies) of state|dfe|dh)\b", re.IGNORECASE
)
_LOCAL = lazy_regex(r"\b(?:local|councils?|authorit(?:y|ies)|areas?|localities)\b", re.IGNORECASE)


def overlapping(a: str, b: str) -> bool:
    """Whether two actors may be the same, or one a part of the other: "the Government" and a department of it."""
    return near(a, b) or any(kin.search(a) and kin.search(b) for kin in (_STATE, _LOCAL))


def _choice(records: Records, a: Actor) -> Draft:
    return Draft(
        kind=Kind.CHOICE,
        topic=Topic.WHO,
        level=Level.RECALL,
        stem=fitting(
            f"Who is missing from this sentence in {records.place(a.saying.passage)}? “{a.sentence}”",
            *(f"Who fills this gap in {place}? “{a.sentence}”" for place in records.places(a.saying.passage)),
        ),
        key=(a.who,),
        claim=Claim(Relation.COMPLETES, a.sentence, None),
        source=source_of(records, a.saying),
        pool=_rivals(records, a),
        clash=overlapping,
    )


def _fill(records: Records, a: Actor) -> Draft:
    bare = re.sub(r"^The ", "", a.who)
    return Draft(
        kind=Kind.GAP_FILL,
        topic=Topic.WHO,
        level=Level.RECALL,
        stem=f"Fill the gap with the body or the people named, as in {records.place(a.saying.passage)}: “{a.sentence}”",
        key=tuple(dict.fromkeys((a.who, bare))),
        claim=Claim(Relation.COMPLETES, a.sentence, None),
        source=source_of(records, a.saying),
        difficulty=Difficulty.MEDIUM,
    )
