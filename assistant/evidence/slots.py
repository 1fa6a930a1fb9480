"""The slot that a question leaves open - a kind of thing, a day, the holder of a post - and whether quotes fill it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from assistant.evidence.asked_noun import is_generic
from assistant.evidence.kinds import holds_names
from assistant.language.phrases import Phrases
from assistant.language.spelling import frequency
from assistant.language.tagging import is_adjective, is_noun, tagged
from assistant.language.words import stem, stems, words
from assistant.library.library import supports
from assistant.question.facets import Want
from corpus.dates.calendar import MONTHS
from corpus.patterns import lazy_regex

if TYPE_CHECKING:
    from assistant.evidence.asked import Asked
    from assistant.evidence.quote import Quote
    from assistant.library.library import Sentence, Unit

_DAY = lazy_regex(
    r"\b(?:on (?:what|which) (?:day|date)|(?:what|which) day|exact (?:day|date))\b", re.IGNORECASE
)
_DAY_OF_A_MONTH = lazy_regex(
    rf"\b(?:(?:what|which) day|exact (?:day|date))\b|\bday (?:of|in) (?:the month|{'|'.join(MONTHS)})\b",
    re.IGNORECASE,
)
_YEAR = lazy_regex(r"\b(?:what|which) year\b", re.IGNORECASE)
_MONTH = lazy_regex(r"\b(?:what|which) (?:\w+ )?month\b", re.IGNORECASE)

_POSTS = (
    "chairs?|chaired|chairing|chairman|chairwoman|director|president|leader|secretary|commissioner|"
    "manager|author|editor|ombudsman|inspector|chief constable|head ?teacher|cabinet member|chief executive"
)
_POST = lazy_regex(
    r"\b(?:who(?:'s|'d| was| is| were| are| had been| will be| would be)?|name)(?: going to)?(?: the| a| an| our| their| its)? "
    rf"(?P<before>(?:[\w'-]+[ -]){{0,3}}?)(?P<post>{_POSTS})\b(?: of| at| for| on| in| to)?(?: the)?(?P<body>(?:(?! (?:when|who|that|while)\b)[^?.,;])*)",
    re.IGNORECASE,
)
#: "Who is the director accountable to?" asks for another.
_STRANDED = lazy_regex(r"\b(?:to|from|by|with|for)\s*$", re.IGNORECASE)
#: What makes a post another one.
_LESSER = frozenset("deputy vice assistant interim acting former co joint associate under".split())


#: Nouns that leave open what kind of thing is meant.
_LIGHT = frozenset(
    "post posts job jobs title grounds target targets figures paper papers bit bits piece pieces number numbers name names"
    " work hands part parts occasion event capacity".split()
)
#: What an asked noun phrase may follow.
_OPENS = frozenset("and but so in on at for to of by from with under into through name".split())


def thing_asked(text: str) -> str | None:
    """The noun after "what" or "which", in lower case; None where none follows, or one that could be anything."""
    found = tagged(text)
    for at, (word, _) in enumerate(found):
        before = found[at - 1][0].lower() if at else ""
        if word.lower() in ("what", "which") and (not before[:1].isalnum() or before in _OPENS):
            return _head(found[at + 1 :])
    return None


def _head(following: tuple[tuple[str, str], ...]) -> str | None:
    """The last of the nouns that a noun phrase opens with, unless "of" says what it is a part of."""
    head = None
    for word, tag in following:
        if is_noun(tag) and not (head and head[1] == "NNS"):
            head = (word.lower(), tag)
        elif head or not (is_adjective(tag) or tag in ("CD", "VBN", "VBG")):
            of = word.lower() == "of"
            return None if of or head is None or head[0] in _LIGHT or is_generic(head[0]) else head[0]
    return None


def thing_missing(asked: Asked, shown: Iterable[Quote]) -> bool:
    """Whether a question says what kind of thing it asks for ("which software"), and no quote speaks of any."""
    thing = thing_asked(asked.question.focus)
    if thing is None or asked.question.has(Want.WHICH, Want.THEME):
        return False
    own = stem(thing)
    if own not in asked.library.known and not frequency(thing):
        return False
    ways = asked.library.vocabulary.by_phrase.get((own,), frozenset()) | {(own,)}
    texts = [_about(asked, q) for q in shown]
    return not any(text.issuperset(way) for way in ways for text in texts)


_PAPERS = "(?:guidance|response|government|briefing|letters?|notice|documents?|papers?|recommendations?|it|this|they)"
#: "What does the response say about …", "is there anything on …".
_SAYS_ABOUT = Phrases(
    r"(?:anything|something|nothing|much|says?|said|argue[ds]?|recommend(?:s|ed)?|mention)\b(?: \w+){0,4}? "
    r"(?:about|on|regarding|concerning|of)",
    rf"{_PAPERS} (?:even |also |actually )?(?:cover|mention|address|discuss|touch on|deal with|talk about)(?:s|ed)?",
    after=r" (?P<what>[^?.;:,]+)",
)


#: Share of a subject from which it is left unsaid.
HALF = 0.5


def subject_missing(asked: Asked, shown: Iterable[Quote]) -> float:
    """Share of what the documents are asked to say something about that the best of the quotes leaves unsaid, 0 to 1."""
    match = _SAYS_ABOUT.search(asked.question.focus)
    if match is None or asked.question.has(Want.WHEN):
        return 0.0
    named = {w.stem for w in words(match["what"])}
    terms = [t for t in asked.question.terms if named.issuperset(t.own) and not is_generic(t.text)]
    texts = [_about(asked, q) for q in shown]
    unsaid = [sum(supports(text, t) < HALF for t in terms) for text in texts]
    share = min(unsaid, default=0) / max(len(terms), 1)
    return share if share >= HALF else 0.0


def _about(asked: Asked, quote: Quote) -> frozenset[str]:
    """Stems of a quote's passage and of what it stands under."""
    unit, document = asked.library.by_id[quote.passage.id], asked.corpus.document[quote.passage.document]
    return unit.stems | unit.lead | unit.headings | frozenset(stems(document.title))


def unit_missing(asked: Asked, sentences: Iterable[Sentence]) -> bool:
    """Whether a day or a month is asked for, and the sentences only name something coarser."""
    text = asked.question.focus
    day, month = bool(_DAY.search(text)), bool(_MONTH.search(text)) and not _YEAR.search(text)
    if not (day or month) or not asked.question.has(Want.WHEN):
        return False
    grains = {w.grain for s in sentences for w in s.whens if w.edtf}
    if _DAY_OF_A_MONTH.search(text):
        return "day" not in grains
    return not grains if day else not grains & {"day", "month"}


def post_missing(asked: Asked, shown: Iterable[Quote]) -> bool:
    """Whether the holder of a post in a body is asked for, and no quote names the two together with a person."""
    match = _POST.search(asked.question.focus)
    if match is None:
        return False
    topic = {s for t in asked.question.terms for s in t.own}
    body = {w.stem for w in words(match["body"]) if w.stem in topic}
    if not body or _STRANDED.search(match["body"]):
        return False
    post = words(match["post"])[-1].stem[:5]
    asked_lesser = {w.text for w in words(match["before"].replace("-", " "))} & _LESSER
    return not any(
        _names_holder(asked, asked.library.by_id[q.passage.id], post, body, asked_lesser) for q in shown
    )


#: "Who was the legal keeper on the paper?": a holder with what tells the post from others of its name.
_HOLDER = lazy_regex(
    r"\bwho(?:'s| is| was| were| are)? (?:the|a|an|our|their|its) (?P<kind>[\w-]+) (?P<holder>[\w-]+)\b(?! (?:who|that)\b)",
    re.IGNORECASE,
)


def another_holder(asked: Asked, shown: Iterable[Quote]) -> bool:
    """Whether the holder of a post of one kind is asked for, and all quotes that speak of such a post speak of another kind."""
    match = _HOLDER.search(asked.question.focus)
    if match is None or frequency(match["kind"].lower()) == 0:
        return False
    kind, holder = stem(match["kind"].lower()), stem(match["holder"].lower())
    ways = {s for p in asked.library.vocabulary.by_phrase.get((kind,), ()) for s in p} | {kind}
    texts = [[w.stem for w in words(f"{q.passage.lead_in or ''} {q.passage.text}")] for q in shown]
    told = [text for text in texts if holder in text]
    return bool(told) and not any(ways & set(text) for text in texts)


def _names_holder(asked: Asked, unit: Unit, post: str, body: set[str], lesser: set[str]) -> bool:
    text = f"{unit.passage.speaker} {unit.passage.lead_in or ''} {unit.passage.text}"
    found = [w.text for w in words(text)]
    own = {w.stem for w in words(text)} | unit.headings
    synonyms = {
        s: {x for p in asked.library.vocabulary.by_phrase.get((s,), ()) for x in p} | {s} for s in body
    }
    held = [i for i, w in enumerate(found) if w.startswith(post)]
    before = {i: found[i - 1] if i else "" for i in held}
    plain = [i for i in held if (before[i] in lesser if lesser else before[i] not in _LESSER)]
    said = sum(bool(ways & own) for ways in synonyms.values())
    places = {stem(n.lower()) for n in asked.library.names} & body
    if not places <= own:
        return False
    named = holds_names(unit.passage.text, asked.library) or holds_names(text, asked.library)
    return bool(plain) and said >= 0.6 * len(body) and named
