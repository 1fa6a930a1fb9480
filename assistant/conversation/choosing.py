"""One of those spoken of, meant by what it is about ("the health one", "not the town one, the country one") or by its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.conversation.by_place import Pointed, at_another_place, by_place, other_one
from assistant.conversation.describing import SAYS_BEST, as_well, best_of, matching, says_of
from assistant.conversation.sets_given import last_set, listed
from assistant.conversation.signs import CORRECTS, things
from assistant.conversation.subject import spoken_of
from assistant.conversation.told import About
from assistant.language.numbers import value
from assistant.language.phrases import Phrases
from assistant.language.spelling import Speller
from assistant.language.words import stems
from assistant.library.library import Library
from assistant.question.question import Question, read
from corpus.patterns import lazy_regex

#: Where the words end that say what one is about.
_ENDS = r"\W*$|[,;:]| (?:is|was|will|has|have|had|meant|accepted|due|being|too)\b"
_DESCRIBED = Phrases(
    r"(?:the|that) (?P<glossed>(?:(?!the )[\w'-]+ ){1,4}?)ones?,? \W?(?P<gloss>(?:the|that) [\w' -]+?)(?=\W*$)",
    r"(?:the|that) (?P<what>(?:(?!the )[\w'-]+ ){1,5}?)one(?! (?:of|before|after))"
    rf"(?: (?:about|on|for) (?P<on>(?:the )?[\w' -]+?)(?={_ENDS}))?",
    r"(?:i meant?|sorry|rather),? (?:the|that) (?P<head>(?:(?!the )[\w'-]+ ){1,3}?(?:role|post|job|position))(?!\w)",
    rf"the one (?:about|on|for|dealing with|to do with) (?P<about>(?:the )?[\w' -]+?)(?={_ENDS})",
)
#: A part of several that were spoken of together, told by what it is about.
_BIT = Phrases(
    rf"(?:the|that) (?:bit|part|piece|section|stuff|side) (?:about|on|for|dealing with|to do with|with) (?P<about>(?:the )?[\w' -]+?)(?={_ENDS})"
)
#: One more of the same thing ("isn't there another change to it, the keepers one?").
_OF_THE_SAME = lazy_regex(
    r"\b(?:another|(?:a|the) (?:second|further)|more)\b[^,;?]*\b(?:to|of|in|for|on) (?:it|that|this)\b",
    re.IGNORECASE,
)
_IS_THERE = lazy_regex(r"^\W*(?:(?:and|but|so|ok)\W+)*(?:is|are|was|were)(?:n['’]t)? there\b", re.IGNORECASE)
#: The one that is not meant, beside the one that is.
_NOT_THE_OTHER = lazy_regex(r"^,? (?:and )?not (?:the|that) (?:[\w'-]+ ){0,3}one\b[^?.!;:]*", re.IGNORECASE)
#: What is not meant, named before what is ("not the national one, the council one").
_NOT_ONE = lazy_regex(
    r"\b(?:not|never|n['’]t mean|rather than|instead of) (?:the|that) (?:[\w'-]+ ){0,4}?one\b(?=\W+(?:(?:but|i mean|rather|it's) )*(?:the|that)\b)[\s,;:–—-]*",
    re.IGNORECASE,
)
#: What asks the same again and says no more.
_AGAIN = Phrases(
    "(?:the )?same(?: again| question| thing)?|ditto|likewise",
    before=r"^\W*(?:(?:and|so|ok|now) )*",
    after=r"\s+(?:for|with|on|about)\s+",
)
#: Words before "one" that say its place, or that it is the same or another, and describe nothing.
_NO_DESCRIPTION = Phrases(
    "first|second|third|fourth|last|latter|former|earlier|original|previous|next|following|same|other|right|wrong|only",
    "big|main|new|old|remaining|final|actual|particular|very|single|latest|earliest",
    before="^",
)


def chosen(
    text: str, states: Sequence[Question], library: Library, speller: Speller, about: About
) -> Question | None:
    """A question in which the one meant is named by its number; None where it points to none of those spoken of."""
    text = _NOT_ONE.sub("", text) if (contrasted := bool(_NOT_ONE.search(text))) else text
    if contrasted and (found := _contrasted(text, states, library, speller, about)):
        return read(_put(text, found), library, speller)
    for find in (by_place, other_one, _described, _bit):
        found = find(text, states, library, speller, about)
        if found is not None:
            made = _put(text, found)
            if find is by_place and (other := at_another_place(text, found[0], states, library, about)):
                made = _put(_put(text, max(found, other)), min(found, other))
            return read(_AGAIN.removed(made), library, speller)
    return None


def _put(text: str, pointed: Pointed) -> str:
    """A text with some recommendations, by number, in place of the words that point to them."""
    (start, end), numbers = pointed
    rest = _NOT_THE_OTHER.sub("", text[end:])
    return f"{text[:start]}recommendation{'s' if len(numbers) > 1 else ''} {listed(numbers)}{rest}"


def _described(
    text: str, states: Sequence[Question], library: Library, speller: Speller, about: About
) -> Pointed | None:
    described_as = list(_DESCRIBED.finditer(text))
    among = _among(states, library, about) if described_as else ()
    if not among:
        return None
    for match, what in ((m, what) for m in described_as for what in _descriptions(m)):
        if _NO_DESCRIPTION.search(what) or value(what) is not None:
            continue
        described = read(f"What about {what}?", library, speller)
        if match["on"] or _OF_THE_SAME.search(text):
            if same := _of_the_same(described, states, among, not match["on"], library, about):
                whole = _IS_THERE.match(text) and not text[match.end() :].strip(" ?.!")
                return (0, len(text)) if whole else match.span(), (same,)
            continue
        number = best_of(among, matching(described, library), library) if described.terms else None
        if number is None and match["head"]:
            number = _of_the_kind(described, states, among, library, about)
        put_right = CORRECTS.search(text)
        if number is not None and (put_right or not _stays(described, states, among, library, about)):
            return match.span(), (number,)
    return None


def _contrasted(
    text: str, states: Sequence[Question], library: Library, speller: Speller, about: About
) -> Pointed | None:
    """What is meant instead of one that is set aside: of the same kind as what was spoken of, and told by its description."""
    match = _DESCRIBED.search(text)
    among = _among(states, library, about) if match else ()
    if match is None or not among:
        return None
    described = read(f"What about {_descriptions(match)[0]}?", library, speller)
    if not described.terms:
        return None
    alike, matcher = _called_alike(spoken_of(states[-1], about), among, library), matching(described, library)
    fits = [n for n in alike if says_of(n, matcher, library)[1] >= SAYS_BEST]
    number = fits[0] if len(fits) == 1 else _of_the_kind(described, states, among, library, about)
    return None if number is None else (match.span(), (number,))


def _called_alike(now: tuple[int, ...], among: tuple[int, ...], library: Library) -> list[int]:
    """Those whose titles end as that of the one spoken of does ("a town vet", "a country vet")."""
    ends = {n: stems(r.title)[-2:] for n, r in library.corpus.recommendations.items()}
    return [n for n in among if n not in now and any(ends[n] == ends.get(m) for m in now)]


def _descriptions(match: re.Match[str]) -> tuple[str, ...]:
    """What describes the one meant; the gloss beside it alone as well, where there is one."""
    what = (match["what"] or match["head"] or match["about"] or match["glossed"]).strip()
    if match["on"]:
        return (f"{what} {match['on']}",)
    return (f"{what}, {match['gloss']}", match["gloss"]) if match["gloss"] else (what,)


def _of_the_same(
    described: Question,
    states: Sequence[Question],
    among: tuple[int, ...],
    another: bool,
    library: Library,
    about: About,
) -> int | None:
    """What fits a description best together with the thing that the conversation came to its subject by."""
    now = spoken_of(states[-1], about)
    among = tuple(n for n in among if n not in now) if another else among
    began = next((s for s in states if spoken_of(s, about) == now), states[-1])
    both = tuple(dict.fromkeys((*described.terms, *things(began))))
    return (
        best_of(among, matching(replace(described, terms=both), library), library)
        if both and len(among) > 1
        else None
    )


def _bit(
    text: str, states: Sequence[Question], library: Library, speller: Speller, about: About
) -> Pointed | None:
    """One of several spoken of together, by what a part of it is about ("the bit about the vets")."""
    match = _BIT.search(text)
    among = spoken_of(states[-1], about) if match else ()
    if match is None or len(among) < 2:
        return None
    described = read(f"What about {match['about']}?", library, speller)
    number = best_of(among, matching(described, library), library) if described.terms else None
    return None if number is None else (match.span(), (number,))


def _stays(
    described: Question, states: Sequence[Question], among: tuple[int, ...], library: Library, about: About
) -> bool:
    """Whether what is described may as well be a part of what is spoken of, where no set was given to choose from."""
    now = spoken_of(states[-1], about)
    if len(among) < len(library.corpus.recommendations) or states[-1].recommendations:
        return False
    matcher = matching(described, library)
    return as_well({n: says_of(n, matcher, library) for n in among}, now)


def _among(states: Sequence[Question], library: Library, about: About) -> tuple[int, ...]:
    """What "the … one" may mean: a member of the last set, else any recommendation after one spoken of by number."""
    if given := last_set(states, library, about):
        return given.members
    spoken = states[-1].recommendations or (not states[-1].documents and spoken_of(states[-1], about))
    return tuple(sorted(library.corpus.recommendations)) if spoken else ()


def _of_the_kind(
    described: Question, states: Sequence[Question], among: tuple[int, ...], library: Library, about: About
) -> int | None:
    """Another of the kind that was spoken of before ("sorry, the deputy post" after the keeper's post)."""
    now, kind = spoken_of(states[-1], about), things(states[-1])
    others = tuple(n for n in among if n not in now)
    if not kind or len(others) < 2:
        return None
    alike = replace(described, terms=(*described.terms, *(t for t in kind if t not in described.terms)))
    return best_of(others, matching(alike, library), library, lead=0)
