"""What a question is about: its words beside the frame that every question here may have."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.language.phrases import Phrases
from assistant.language.vocabulary import Term, terms
from assistant.language.words import STOPWORDS, Word, words
from assistant.library.library import Library
from assistant.question.totals import the_number
from assistant.question.wants import TIMESCALES_AS_TOPIC
from corpus.patterns import lazy_regex

#: Words of the frame that every question here may have; they say nothing of its topic.
FRAME = frozenset(
    """recommendation recommendations rec recs government govt gov response responses guidance document
    documents say theme themes paragraph para timescale timescales deadline deadlines date dates dated due apply applies applied status statuses number no
    argument answer table section full item point part commitment commitments please calendar anywhere word true firm fixed
    cross-check names named words
    roughly approximately precisely gave papers""".split()
)


@lru_cache(maxsize=4)
def frame(library: Library) -> frozenset[str]:
    """The words of the frame, with the name of the one who recommends."""
    return FRAME | library.reviewer.words


_ATTRIBUTES = lazy_regex(
    r"(?P<before>[\w'’]+)['’]? (?P<status>status)\b|\b(?P<attribute>approved|adopted|agreed) (?P<after>\w+)",
    re.IGNORECASE,
)


def without_corpus_terms(text: str, library: Library) -> str:
    """The text with words blanked that read like a status but belong to a term of the documents ("approved practice settings")."""

    plain = frame(library)

    def blanked(match: re.Match[str]) -> str:
        own = [w for w in words(match[0])]
        topical = all((w.text not in plain and w.text not in STOPWORDS) or w.text == "status" for w in own)
        pair = tuple(w.stem for w in own)
        return " " * len(match[0]) if topical and len(pair) == 2 and pair in library.pairs else match[0]

    return _ATTRIBUTES.sub(blanked, text)


def without_choices(text: str) -> str:
    """The text with choices in brackets blanked ("(formal or informal)"): either will do, so neither is asked for."""
    bare = re.sub(r"\([^()]*\bor\b[^()]*\)", lambda m: " " * len(m[0]), text)
    return bare if len(bare.split()) > 3 else text


#: "Not sure when", "not only", "not until May": these set nothing aside.
_NO_THING = "sure|certain|clear|only|just|until|yet|even|long|much|that i|a clue|bothered if|knowing"
_THING = r"(?:the |a |an |its |their |about )?(?P<what>(?:(?! - | but | [–-]+ )[^,;:?().–]){3,60})"
_SET_ASIDE = Phrases(
    rf"(?:^|[,(;:–-]\s*|[.!?]\s+)not (?!(?:{_NO_THING})\b)|\b(?:rather than|instead of|as opposed to) ",
    after=_THING,
    whole_words=False,
)
_TOLD_TO_LEAVE = Phrases(
    r"\bnever mind (?:about )?|(?:^|[,(;:.!?–-]\s*)(?:please )?(?:forget(?:ting)?|ignor(?:e|ing)|skip(?:ping)?|leav(?:e|ing) aside|(?:put|sett)ing aside) (?:about )?",
    r"\bi(?: do not|'?m not| am not| don'?t| didn'?t) (?:mean|want|asking (?:about|for)|talking about|after|interested in) ",
    after=_THING,
    whole_words=False,
)
_PASSED_OVER = Phrases(
    r"(?:^|[,;:.!?–-]\s*)(?:the )?(?P<what>[^,;:?().–]{3,60}?) (?:aside\b|(?:is not|isn'?t) what i(?:'m| am)? (?:mean|meant|want|after)\b)",
    whole_words=False,
)
_LEFT = ((_SET_ASIDE, 0.5), (_TOLD_TO_LEAVE, 0.75), (_PASSED_OVER, 0.75))


def set_aside(text: str) -> list[tuple[int, int]]:
    """Spans of what a question says it does not mean ("the full revision, not the interim amendment").

    None that is half of the question or more: "what is wanted instead of inspection?" is about nothing else.
    Three quarters of it may say in so many words what to leave ("never mind the …: when …?").
    """
    found = (m for some, share in _LEFT for m in some.finditer(text) if len(m[0]) < share * len(text))
    return sorted(m.span("what") for m in found)


def without_aside(text: str) -> str:
    """The text with what it says it does not mean blanked."""
    for start, end in set_aside(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def with_members(text: str) -> str:
    """ "Who was on the group?" asks for its members, though it does not say so."""
    on = re.search(
        r"\bwho(?:'s| is| was| were| are| sat| sits| else (?:was|is|sat))? (?:on|in|part of) (?:the|its)\b",
        text,
        re.IGNORECASE,
    )
    return f"{text} members" if on else text


def topic(text: str, removed: list[tuple[int, int]], library: Library) -> tuple[Term, ...]:
    """The terms of a text outside the spans removed, without the words of the frame; each once."""
    counted = ((m.start(), m.end()) for m in the_number(library).finditer(text))
    away = [*removed, *counted]
    plain = frame(library)
    limits = [m.span() for m in TIMESCALES_AS_TOPIC.finditer(text)]
    kept: list[Word] = [
        w for w in words(text) if (w.text not in plain or _inside(w, limits)) and not _inside(w, away)
    ]
    made = terms(tuple(w for w in kept if not _noise(w, text, library)), library.vocabulary)
    return tuple({t.own: t for t in made}.values())


def _inside(word: Word, spans: list[tuple[int, int]]) -> bool:
    return any(start <= word.start < end for start, end in spans)


def _noise(word: Word, text: str, library: Library) -> bool:
    """A scrap of up to three letters that neither the corpus nor the vocabulary knows: a slip of the keys, not a topic."""
    known = word.stem in library.known or word.text in library.vocabulary.abbreviations
    if word.text.lower() in STOPWORDS and word.text.isupper():
        return not known  # "WHO is to act?" stresses a small word, "IT systems" does not
    return (
        len(word.text) <= 3
        and not known
        and not text[word.start : word.end].isupper()
        and not word.text.isdigit()
    )
