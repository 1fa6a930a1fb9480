"""A set just given, narrowed by a further condition ("just the ones in theme 2", "leave out anything about inspection")."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from assistant.conversation.told import About
from assistant.evidence.matcher import Matcher
from assistant.language.numbers import SEVERAL
from assistant.language.phrases import Phrases
from assistant.language.spelling import Speller
from assistant.language.tagging import tagged
from assistant.language.words import stems
from assistant.library.library import Library
from assistant.question.facets import Want
from assistant.question.question import Question, read
from assistant.question.set_question import is_set_question
from assistant.question.theme_names import themes_by_name
from corpus.model import Part

_LEADS_IN = Phrases(
    "and|so|but|also|then|ok(?:ay)?|right|now|well|please|thanks|actually|sorry|(?:can|could|would) you",
    before=r"^\W*",
    after=r"[\s,]+",
)
_LEAVES_OUT = Phrases(
    "(?:leav|tak|strip|cut|filter|rul)(?:e|es|ing|ping|ting)? (?:out|off|away|aside)|drop(?:ping)?|omit(?:ting)?",
    "exclud(?:e|ing)|remov(?:e|ing)|ignor(?:e|ing)|skip(?:ping)?|discard(?:ing)?|not(?: (?:counting|including))?",
    "without|minus|except(?: for)?|apart from|other than|aside from|besides",
    before="^",
    after=r"\s+",
)
_KEEPS = Phrases(
    "(?:(?:keep|show|give|list)(?: me)? )?(?:just|only)|keep|(?:narrow|limit|restrict|cut)(?: \\w+)?(?: down)? to|stick to",
    before="^",
    after=r"\s+",
)
_THEM = rf"(?:those|these|them|the (?:{SEVERAL}|lot))(?: {SEVERAL})?"
_OF_THEM = Phrases(
    rf"(?:which|what|how many|any|are any)(?: ones?)? of {_THEM}",
    rf"(?:out )?(?:of|among) {_THEM},?(?: (?:which|what|how many)(?: ones?)?)?",
    before="^",
    after=r"[\s,]+",
)
#: What stands for the members themselves, before and after what is said of them.
_MEMBERS = Phrases(
    "(?:any|all|those|these|the|anything|everything|ones?|recommendations|recs)",
    before=r"^(?:",
    after=r"\s+)+(?:(?:that|which)\s+)?",
)
_MEMBERS_AFTER = re.compile(
    r"\s+(?P<noun>ones?|recommendations?|recs?)$|[\s,]+(?:please|then|though|instead)$", re.IGNORECASE
)
_OF_ONE = re.compile(r"(?:is|was|has|does|\w+[^s\W]s)\b", re.IGNORECASE)
_DENIED = re.compile(r"^(?P<verb>\w+?)(?:n't|\s+not|\s+never)\b\s*|^(?:not|never)\b\s*", re.IGNORECASE)
_SPEAKS_OF = Phrases(
    "mention|name|refer|speak|say|talk|touch|(?:anything|something) (?:to do|about|on)|(?:to do|deal) with"
)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a follow-up does to the set before it."""

    keeps: bool
    """Whether those that meet the condition stay, or all others."""
    condition: str
    """What is said of those members, as it may stand after "Which recommendations"."""
    single: bool
    """Whether one member is meant ("leave out the early help one")."""

    @property
    def question(self) -> str:
        """The condition as a question of its own."""
        return f"Which recommendations {self.condition}?"

    @property
    def denied(self) -> str:
        """The condition with its polarity, as a question of its own."""
        condition = self.condition if self.keeps else _with_not(self.condition)
        return f"Which recommendations {condition}?"


def _with_not(condition: str) -> str:
    verb, _, rest = condition.partition(" ")
    return (
        f"{verb} not {rest}" if verb in ("are", "is", "were", "was", "did") else f"that are not {condition}"
    )


def narrowing(text: str) -> Narrowing | None:
    """How a follow-up narrows the set before it; None where nothing in it does."""
    rest = text.strip(" .?!")
    while lead := _LEADS_IN.match(rest):
        rest = rest[lead.end() :]
    for pattern, keeps in ((_OF_THEM, True), (_KEEPS, True), (_LEAVES_OUT, False)):
        if match := pattern.match(rest):
            one = pattern is _OF_THEM and not re.search(r"\b(?:many|any)\b", match[0])
            return _narrowing(rest[match.end() :], keeps, one)
    return None


def _narrowing(said: str, keeps: bool, one: bool) -> Narrowing | None:
    """The condition that is said of the members, without its denial.

    Args:
        one: whether a verb in the singular means one of them.
    """
    speaks = bool(_SPEAKS_OF.match(said))
    said, single = said.strip(" ,"), one and bool(_OF_ONE.match(said))
    while after := _MEMBERS_AFTER.search(said):
        single = single or (after["noun"] or "").lower() == "one"
        said = said[: after.start()]
    if not speaks and (before := _MEMBERS.match(said)):
        said = said[before.end() :]
    if denial := _DENIED.match(said):
        said, keeps = f"{denial['verb'] or ''} {said[denial.end() :]}".strip(), not keeps
    if not said:
        return None
    verb = tagged(said)[0][1] in ("VBD", "VBZ", "VBP", "VB", "MD")
    return Narrowing(keeps, said if verb or speaks else f"are {said}", single)


Found = Callable[[str], tuple[int, ...]]
"""The recommendations that answer a question."""


#: "And theme 2?"
_A_THEME = re.compile(r"^(?:(?:in|under|within|for|from) )?themes? \w+$", re.IGNORECASE)


def _by_theme(text: str, state: Question, library: Library) -> Narrowing | None:
    """A theme alone narrows a set that was asked for by another key; it takes the place of an earlier theme."""
    lead = _LEADS_IN.match(text)
    rest = text[lead.end() :].strip(" .?!") if lead else ""
    keyed = _keyed(replace(state, themes=())) and not state.themes
    if not (keyed and _A_THEME.match(rest) and is_set_question(state, library)):
        return None
    return Narrowing(True, f"are {rest}", single=False)


@dataclass(frozen=True, slots=True)
class SetGiven:
    """A set question of the conversation with what it was answered with."""

    state: Question
    members: tuple[int, ...]


def last_set(states: Iterable[Question], library: Library, about: About) -> SetGiven | None:
    """The last set that was given, of two recommendations at least."""
    for state in reversed(list(states)):
        if state.themes or is_set_question(state, library) or len(state.recommendations) > 1:
            members = about(state).recommendations
            if len(members) > 1:
                return SetGiven(state, members)
    return None


def narrowed(
    text: str, states: list[Question], library: Library, speller: Speller, about: About
) -> Question | None:
    """The question for what is left of the last set; None where a follow-up does not narrow it."""
    made = narrowing(text) or _by_theme(text, states[-1], library)
    given = last_set(states, library, about) if made else None
    if made is None or given is None:
        return None
    condition = read(made.question, library, speller)
    meets = _meeting(condition, made, given.members, library, about)
    if not meets:
        return None
    left = tuple(n for n in given.members if (n in meets) is made.keeps)
    if made.single and made.keeps and len(left) == 1 and not _keyed(condition):
        alone = read(text, library, speller)
        return replace(alone, recommendations=left, terms=(), wants=alone.wants - _ASKS_WHICH)
    if not left:
        return read(f"{_of(given.members)}, {_lower(made.denied)}", library, speller)

    def found(asked: str) -> tuple[int, ...]:
        return about(read(asked, library, speller)).recommendations

    return read(_asking(given, left, made, condition, found), library, speller)


#: What is wanted of many, and no more of the one that is chosen.
_ASKS_WHICH = frozenset({Want.WHICH, Want.LIST, Want.WHO})


def _keyed(question: Question) -> bool:
    return bool(
        question.statuses is not None
        or question.whens
        or question.themes
        or question.has(Want.UNDATED, Want.EARLIEST, Want.LATEST)
    )


def _meeting(
    condition: Question, made: Narrowing, members: tuple[int, ...], library: Library, about: About
) -> frozenset[int]:
    """The recommendations that meet a condition; empty where it is none."""
    if named := condition.recommendations or (condition.bare if not condition.terms else ()):
        return frozenset(named)
    if condition.themes and not _keyed(replace(condition, themes=())):
        return frozenset(
            r.number for r in library.corpus.recommendations.values() if r.theme in condition.themes
        )
    if _keyed(condition) or themes_by_name(condition, library):
        return frozenset(about(condition).recommendations)
    return _saying(condition, made, members, library) if condition.terms else frozenset()


#: Share of a condition's terms that a member must say to meet it.
SAYS_IT = 0.95
#: The same for the one member that is described best.
SAYS_BEST = 0.5


def _saying(
    condition: Question, made: Narrowing, members: tuple[int, ...], library: Library
) -> frozenset[int]:
    """The members that say what a condition names: anywhere, or as what they are about."""
    pronouns = {word.lower() for word, tag in tagged(condition.focus) if tag == "PRP"}
    terms = tuple(t for t in condition.terms if t.text not in pronouns)
    matcher = Matcher(replace(condition, terms=terms), library)
    if made.single:
        best = best_of(members, matcher, library)
        return frozenset() if best is None else frozenset({best})
    says = {n: says_of(n, matcher, library) for n in members}
    anywhere = bool(_SPEAKS_OF.search(made.condition))
    return frozenset(
        n for n, (first, any_part) in says.items() if (any_part if anywhere else first) >= SAYS_IT
    )


def best_of(members: tuple[int, ...], matcher: Matcher, library: Library) -> int | None:
    """The one of some recommendations that a description fits best; None where it fits none, or two as well."""
    titles = {n: matcher.coverage(frozenset(stems(library.corpus.recommendations[n].title))) for n in members}
    says = {n: (*says_of(n, matcher, library), titles[n]) for n in members}
    ranked = sorted(members, key=lambda n: says[n], reverse=True)
    clear = says[ranked[0]] > says[ranked[1]]
    return ranked[0] if clear and max(says[ranked[0]]) >= SAYS_BEST else None


def says_of(number: int, matcher: Matcher, library: Library) -> tuple[float, float]:
    """How much one passage of a recommendation says of what is asked: of its own words, and of any of its parts."""
    own = [u for u in library.units if u.passage.recommendation == number]
    said = [(matcher.coverage(u.stems | u.lead), u.passage.part) for u in own]
    first = max((s for s, part in said if part is Part.RECOMMENDATION), default=0.0)
    return first, max((s for s, _ in said), default=0.0)


def _asking(given: SetGiven, left: tuple[int, ...], made: Narrowing, key: Question, all_of_it: Found) -> str:
    """A question whose answer is what is left: by the new key where that has records to show, else by the earlier one."""
    if given.state.recommendations:
        return f"{_of(given.members)}, {_lower(made.denied)}"
    if key.statuses is not None or (key.whens and made.keeps):
        asked = made.denied
        found = all_of_it(asked)
        if set(left) <= set(found):
            return _without(asked, tuple(n for n in found if n not in left))
    return _without(given.state.focus, tuple(n for n in given.members if n not in left))


def _lower(text: str) -> str:
    return text[0].lower() + text[1:]


def _without(asked: str, out: tuple[int, ...]) -> str:
    """A question with the recommendations that it leaves out."""
    plural = "s" if len(out) > 1 else ""
    return f"{asked.strip(' .?!')}, leaving aside recommendation{plural} {listed(out)}?" if out else asked


def _of(numbers: tuple[int, ...]) -> str:
    return f"Of recommendations {listed(numbers)}"


def listed(numbers: Iterable[int]) -> str:
    """Numbers as they are read in a sentence ("4, 6 and 9")."""
    *some, last = map(str, numbers)
    return f"{', '.join(some)} and {last}" if some else last
