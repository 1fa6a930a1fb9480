"""Who holds which post: every place where the documents give a person's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.language.spelling import frequency
from assistant.library.library import POST_HOLDER, SELDOM, Library, Unit
from assistant.library.people import TITLES, small_words
from corpus.model import PassageKind
from corpus.patterns import lazy_regex

#: What a post is called by.
POST_NOUN = lazy_regex(
    r"\b(?:minister|secretary|director|officer|(?:co-?)?chair|president|head|head ?teacher|principal|professor|manager|member"
    r"|commissioner|constable|executive|inspector|ombudsman|lead|leader|adviser|reviewer|judge)\b",
    re.IGNORECASE,
)
_CAPITALISED = r"[A-Z][\w’'-]+"
_NAME = rf"{_CAPITALISED}(?: {_CAPITALISED}){{1,2}}"
#: A line that is only a name.
_ONLY_NAME = lazy_regex(rf"(?P<name>{_NAME})(?:,? MP)?\W*")
#: "Anne Milton, Minister for Public Health, …", "Matt Dunkley, Director of Children's Services in East Sussex, said:".
_BEHIND = lazy_regex(rf"(?P<name>{_NAME}),? (?:MP, )?(?P<post>(?:[\w’'-]+ ){{0,2}}[\w’'-]+\b[^,.;:]*)")
#: "Children's Minister Tim Loughton".
_BEFORE = lazy_regex(rf"(?P<post>(?:{_CAPITALISED} )+)(?P<name>{_CAPITALISED} {_CAPITALISED})\b")
#: Words of a label.
LABEL = 16


@dataclass(frozen=True, slots=True)
class Post:
    """One place that gives somebody's post."""

    name: frozenset[str]
    """The words of the name in lower case."""
    surname: str
    post: str
    units: tuple[Unit, ...]
    """The passage that says so; in the head or the foot of a letter, the line of the name and those of the post."""


@lru_cache(maxsize=4)
def posts(library: Library) -> tuple[Post, ...]:
    """The posts that the documents give, in their order."""
    made: list[Post] = []
    for unit, behind in zip(library.units, (*library.units[1:], None), strict=True):
        if unit.passage.recommendation is None:
            made += _listed(unit) or _headed(unit, behind) or _told(unit)
    small = small_words(u.passage.text for u in library.units)
    return tuple(p for p in made if p.surname not in small)


def _listed(unit: Unit) -> list[Post]:
    """A line of a list: "Jo Webber - Deputy Policy Director"."""
    match = POST_HOLDER.match(unit.passage.text)
    if match is None or unit.passage.kind is not PassageKind.LIST_ITEM:
        return []
    return [_post(match["name"], match["posts"], unit)]


def _headed(unit: Unit, behind: Unit | None) -> list[Post]:
    """A name on a line of its own, with the post on the next."""
    name = _ONLY_NAME.fullmatch(unit.passage.text)
    if name is None or behind is None or behind.passage.document != unit.passage.document:
        return []
    post = behind.passage.text
    if not POST_NOUN.search(post) or len(post.split()) > LABEL or post.endswith((".", ":")):
        return []
    return [_post(name["name"], post, unit, behind)]


def _told(unit: Unit) -> list[Post]:
    """Posts that a sentence puts behind or before a name."""
    text = unit.passage.text
    found = [m for m in _BEHIND.finditer(text) if "," in m[0] and _is_post(" ".join(m["post"].split()[:4]))]
    found += [m for m in _BEFORE.finditer(text) if _is_post(m["post"]) and not _is_post(m["name"])]
    return [_post(m["name"], m["post"].strip(), unit) for m in found]


def _is_post(text: str) -> bool:
    """Whether words give a post, and are no title alone."""
    return bool(POST_NOUN.search(text)) and (" of " in text or text.split()[0].lower() not in TITLES)


def _post(name: str, post: str, *units: Unit) -> Post:
    said = [w for w in re.findall(r"[a-z]+", name.lower()) if w not in TITLES | {"mp"}]
    return Post(frozenset(said), said[-1], re.sub(r",? said:?$", "", post), units)


@dataclass(frozen=True, slots=True)
class Person:
    """A person whose post the documents give."""

    posts: tuple[Post, ...]
    start: int
    """Where a text names the person."""
    end: int


def people_in(text: str, library: Library) -> tuple[Person, ...]:
    """The people with posts whom a text names, in order: by first name and surname, or by a surname that is no everyday word."""
    held_by, pattern = _by_surname(library)
    found = []
    for match in pattern.finditer(text):
        surname = match[0].lower()
        held = held_by[surname]
        before = re.findall(r"[a-z]+", text[: match.start()].lower())[-2:]
        own = tuple(p for p in held if p.name & set(before) - {surname})
        seldom = frequency(surname) < SELDOM or surname in library.reviewer.words
        if own or (seldom and len({_first(p) for p in held}) == 1):
            start = _start(text, match.start(), frozenset().union(*(p.name for p in own or held)))
            found.append(Person(own or held, start, match.end()))
    return tuple(found)


def _first(post: Post) -> frozenset[str]:
    return post.name - {post.surname}


def _start(text: str, at: int, name: frozenset[str]) -> int:
    """Where a name begins that ends with a surname at a place, titles before it included."""
    words = list(re.finditer(r"[\w]+", text[:at]))
    for word in reversed(words):
        if word[0].lower() not in name | TITLES or re.search(r"[.?!;:,]", text[word.end() : at]):
            break
        at = word.start()
    return at


@lru_cache(maxsize=4)
def _by_surname(library: Library) -> tuple[dict[str, tuple[Post, ...]], re.Pattern[str]]:
    """The posts of those with each surname, and a pattern for any of the surnames."""
    made: dict[str, list[Post]] = {}
    for post in posts(library):
        made.setdefault(post.surname, []).append(post)
    any_of = "|".join(map(re.escape, made)) or "(?!)"
    return {n: tuple(held) for n, held in made.items()}, re.compile(rf"\b(?:{any_of})\b", re.IGNORECASE)
