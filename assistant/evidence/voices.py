"""Somebody's words that a question asks for, and whether quotes are theirs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.evidence.features import is_label
from assistant.language.phrases import Phrases
from assistant.language.tagging import tagged
from assistant.language.words import STOPWORDS, stems, words
from assistant.library.library import POST_HOLDER
from assistant.library.posts import people_in
from assistant.question.topic import frame
from corpus.patterns import lazy_regex

if TYPE_CHECKING:
    from assistant.evidence.asked import Asked
    from assistant.evidence.quote import Quote
    from assistant.library.library import Library

_SOMEBODY_DID = r"(?:what|how) (?:did|does|do|was|is) (?:the )?(?P<who>(?:[\w'.-]+ ){1,8}?)"
_SAYS = "say|said|saying|think|feel|tell|warn|argue|react|respond"
_URGES = "ask|want|propose|suggest|recommend|write|admit|demand|promise|reply|comment|make of|quoted"
_SPEAKS = Phrases(rf"{_SOMEBODY_DID}(?:{_SAYS}|ask|call|expect|recommend)")


def wordless(asked: Asked, shown: Iterable[Quote]) -> bool:
    """Whether the words of somebody are asked for, and the quotes only list people, or do not name whom the question names."""
    text = asked.question.focus
    asks = tuple(_WORDS_OF.finditer(text))
    claims = _CLAIMS.search(text)
    claimed = claims is not None and bool(people_in(claims[0], asked.library))
    shown = tuple(shown) if asks or claimed else ()
    if shown and all(_bare(asked, q) for q in shown):
        return True
    names = {n for m in asks for n in re.findall(r"\b[A-Z](?:[a-z]+|[A-Z]{2,})\b", m[0])}
    wanted = names & (asked.library.names | _listed(asked.library)) | _unknown(names, asked.library)
    if any(_SOMEBODY.search(m[0]) for m in asks):
        wanted |= {p.posts[0].surname.capitalize() for p in people_in(text, asked.library)}
    return bool(wanted) and not any(_speaks(q, wanted) for q in shown)


def _bare(asked: Asked, quote: Quote) -> bool:
    """Whether a quote says nothing: a line of a list of people, an address, a signature."""
    return bool(POST_HOLDER.match(quote.passage.text)) or is_label(asked.library.by_id[quote.passage.id])


def _unknown(names: set[str], library: Library) -> set[str]:
    """Those of some names that neither the documents nor the vocabulary know."""
    return {n for n in names if not library.known.issuperset(stems(n)) and n.lower() not in STOPWORDS}


@lru_cache(maxsize=4)
def _listed(library: Library) -> frozenset[str]:
    """The names of the people whom the documents list with their posts."""
    listed = (POST_HOLDER.match(u.passage.text) for u in library.units)
    return frozenset(n for m in listed if m for n in re.findall(r"[A-Z][a-z]+", m["name"]))


_VOICE = "(?:quotes?|quotation|words|views?|opinions?|reactions?|comments?|statements?|verdict|repl(?:y|ies))"
_WORDS_OF = Phrases(
    rf"{_SOMEBODY_DID}(?:{_SAYS}|{_URGES})",
    rf"what {_VOICE} (?:did|does|do|was|is|has|had) (?:[\w'.-]+ ?){{1,6}}",
    rf"(?:[\w.-]+ ){{0,3}}[\w.-]+'s? (?:own )?(?:{_VOICE}|take|line|stance|position)",
    rf"{_VOICE} (?:of|from|by) (?:[\w'.-]+ ?){{1,5}}",
    rf"quote (?:him|her)|(?:his|her) (?:own )?(?:{_VOICE}|reasons?|thinking)",
    r"[\w.-]+'s? own (?:answer|reasons?|thinking|explanation|account|message|defence)|(?:give|gave|given|offer|offered) (?:\w+ )?reasons",
)
#: What only names a person spoken of beside.
_SOMEBODY = Phrases("he|she|him|her|his|hers")
#: It is asked whether somebody said or did something.
_CLAIMS = Phrases(rf"(?:did|does|has|have) (?:[\w'.-]+ ){{1,4}}?(?:{_SAYS}|{_URGES})(?:ed|d)?")


def _speaks(quote: Quote, names: set[str]) -> bool:
    passage = quote.passage
    if any(n in passage.speaker for n in names):
        return True
    listed = POST_HOLDER.match(passage.text)
    told = not listed and any(tag.startswith(("VB", "MD")) for _, tag in tagged(passage.text))
    return told and any(n in passage.text for n in names)


def wrong_speaker(asked: Asked, shown: Sequence[Quote]) -> bool:
    """Whether somebody's words are asked for and no quote is theirs or about what they did."""
    match = _SPEAKS.search(asked.question.focus)
    if match is None or _PAPER.search(match["who"]):
        return False
    plain = STOPWORDS | frame(asked.library) | _ANYBODY
    papers = _names_of_papers(asked)
    wanted = [
        w.stem
        for w in words(_TO_SOMEBODY.split(match["who"])[0])
        if w.text not in plain and w.stem not in papers
    ]
    if not wanted:
        return False
    return not any(all(_says(asked, quote, w) for w in wanted) for quote in shown)


_PAPER = lazy_regex(r"\b(?:briefing|response|notice|foreword|recommendation)\b", re.IGNORECASE)
#: "Loughton's letter to the zoos": what stands after only tells which letter.
_TO_SOMEBODY = lazy_regex(r"\bto\b", re.IGNORECASE)
_ANYBODY = frozenset(
    "himself herself themselves itself own ministers minister response letter letters guidance review ministers' department paper briefing notice".split()
)


def _names_of_papers(asked: Asked) -> frozenset[str]:
    """Stems of what the documents and the sections that a question names are called."""
    question = asked.question
    titles = (asked.corpus.document[d].short_title for d in question.documents)
    return frozenset(stems(" ".join((*question.sections, *titles))))


def _says(asked: Asked, quote: Quote, wanted: str) -> bool:
    document = asked.corpus.document[quote.passage.document]
    opening = " ".join(quote.passage.text.split()[:12])
    found = {
        w.stem for w in words(f"{quote.passage.speaker} {opening} {document.short_title} {document.speaker}")
    }
    same = {s for p in asked.library.vocabulary.by_phrase.get((wanted,), ()) for s in p}
    return wanted in found or bool(same & found)
