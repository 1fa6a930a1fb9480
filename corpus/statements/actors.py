"""Whether the words for a subject name somebody who can act: a body, an office, a person."""

from __future__ import annotations

import re

from corpus.patterns import lazy_regex

#: Singular heads of noun phrases that name somebody, whatever stands in front of them.
_HEADS = frozenset(
    """
    government department ministry minister secretary authority council board trust college association
    society group committee commission commissioner inspectorate agency office officer service police
    constabulary force school nursery university institution institute hospital provider employer
    practitioner professional worker manager leader director chair chairman chairwoman chairperson
    member partner partnership sector profession team body organisation charity inspector teacher nurse
    visitor doctor consultant judge court parliament house union network forum federation confederation
    company professor panel taskforce people person parent carer family child councillor adviser advisor
    regulator foundation centre unit executive head lead treasury cabinet coalition assembly surgery
    clinic coordinator co-ordinator trainer lecturer student researcher expert reviewer everybody
    everyone nobody anyone area locality region borough county district state nhs
    """.split()
)
_PRONOUNS = frozenset("we i they he she you all both each most many some who it others".split())
#: Heads that are no one, though they begin with a capital: the names of things.
_THINGS = frozenset(
    """
    act bill framework paper review report guidance budget programme plan strategy grant scheme together
    statement project initiative agenda code charter standard system website response recommendation
    letter notice table theme chapter section paragraph evidence data work change trial pilot training
    help support advice research feedback legislation law policy practice progress information money
    funding care theory
    """.split()
)
_THING_ENDINGS = tuple("tion sion ment ance ence ship ness ity ing ure ism dom age al logy".split())
_TITLES = lazy_regex(
    r"\b(?:Professor|Prof|Dr|Mr|Mrs|Ms|Sir|Dame|Lord|Lady|Baroness|Rt Hon|Minister|Judge|MP)\b"
)
_DETERMINER = lazy_regex(
    r"^(?:(?:the|a|an|this|that|these|those|each|every|all|both|some|any|most|many|few|our|their|its|his|her"
    r"|other|new|such|no)\s+)+",
    re.IGNORECASE,
)
#: Where the head of a noun phrase ends and what describes it begins.
_AFTER_HEAD = lazy_regex(
    r"[,(:;]|\s(?:of|for|to|in|on|at|from|with|within|by|under|across|between|through|about|as|which|who|that"
    r"|working|including|[–-])\b"
)


def is_actor(phrase: str) -> bool:
    """Whether a noun phrase names somebody who can act: "The Department of Health", not "Further work"."""
    phrase = phrase.strip(" ,")
    if phrase.lower() in _PRONOUNS:
        return phrase.lower() not in ("this", "that")
    bare = _DETERMINER.sub("", phrase)
    cut = _AFTER_HEAD.search(bare)
    head = re.split(r"(?:['’]s|s['’])\s", (bare[: cut.start()] if cut else bare).strip())[-1]
    if not head:
        return _is_some(phrase)
    if _TITLES.search(head) and head.split()[-1][0].isupper():
        return True
    parts = re.split(r"\s(?:and|or|&)\s", head)
    return _is_name(parts[-1].split()[-1], starts=" " not in head and bare == phrase)


def _is_some(phrase: str) -> bool:
    """ "all of them", "most of the authorities": quantities of somebody."""
    of = re.match(r"(?:all|both|each|most|many|some|several|a number) of (.+)", phrase, re.IGNORECASE)
    return of is not None and is_actor(of[1])


def _is_name(word: str, *, starts: bool) -> bool:
    """Whether a head noun is somebody's; ``starts`` where it may owe its capital to the sentence."""
    if re.search(r"['’]s?$", word) or not word[0].isalpha():
        return False
    if re.fullmatch(r"(?:[A-Z]{2,}|[A-Z]+[a-z]?[A-Z]+)s?", word):
        return True
    single = _singular(word.lower())
    if single in _HEADS:
        return True
    if not word[0].isupper() or single in _THINGS:
        return False
    return not (starts and single.endswith(_THING_ENDINGS)) and not single.endswith(_THING_ENDINGS[:3])


def _singular(word: str) -> str:
    for ending, instead in (("children", "child"), ("ies", "y"), ("sses", "ss"), ("ches", "ch")):
        if word.endswith(ending):
            return word[: -len(ending)] + instead
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
