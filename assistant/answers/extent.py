"""How far something reaches: the sentence that tells whether it is for one thing only."""

from __future__ import annotations

import re

from assistant.evidence.asked import Asked
from assistant.evidence.quote import Quote, sentence_quote, whole
from assistant.language.phrases import Phrases
from assistant.language.vocabulary import Term
from assistant.language.words import STOPWORDS, words
from assistant.library.library import Sentence, Unit, supports
from assistant.question.facets import Want
from corpus.model import Part, PassageKind

#: A question narrows something to what stands behind it, or right before it at the end.
_ONLY = Phrases(
    "only|just|solely|exclusively|purely|merely|simply|alone|nothing but|no more than",
    "(?:limited|restricted|confined) to|restrict(?:s|ed)? itself to",
)
#: Adverbs of time and degree, and idioms, that narrow nothing: "only if", "just as", "not only".
_NOT_NARROWING = Phrases(
    "(?:only|just) (?:if|when|until|after|before|as|about|now|recently|yet|like|in (?:january|february|march|april|may|june|july|august|september|october|november|december|\\d{4}))",
    "(?:when|what time|by when)\\b.*\\bonly",
)
#: Words with which a sentence tells how far something reaches.
_EXTENT = Phrases(
    "scope|cover(?:s|ed|ing)?|extend(?:s|ed|ing)?|limit(?:s|ed)?|restrict(?:s|ed)?|confined|includ(?:e|es|ed|ing)|appl(?:y|ies|ied)|application",
    "also|both|as well as|jointly|shared|equally|wider|beyond|whole|all|every|exhaustive|only|solely|other|others",
    "not (?:only|just|necessarily|merely)|and others",
)
_JOINED = re.compile(r"(?:,| and| or|;)\s*$|^\s*(?:,|and\b|or\b)")
#: Where a recommendation tells how far it reaches.
_PARTS = (Part.GOVERNMENT_RESPONSE, Part.RECOMMENDATION, Part.MUNRO_ARGUMENT, Part.TIMESCALE)


def told_extent(asked: Asked, recommendation: int | None) -> tuple[Quote, ...]:
    """The sentence's passage that tells how far a recommendation reaches, where it is asked if it is for one thing only."""
    narrowed = _narrowed(asked)
    rec = asked.corpus.recommendations.get(recommendation or 0)
    if not narrowed or rec is None:
        return ()
    units = [
        asked.library.by_id[p.id]
        for part in _PARTS
        for p in rec.passages[part]
        if p.kind is not PassageKind.STATUS_LINE
    ]
    found = [(_told(asked, s, narrowed), u, s) for u in units for s in u.sentences]
    best = max(found, key=lambda f: f[0], default=None)
    if best is None or not best[0][0]:
        return ()
    _, unit, sentence = best
    return (whole(unit) if len(unit.passage.text.split()) <= LONG else sentence_quote(unit, sentence),)


#: A passage longer than this many words is quoted by its sentence.
LONG = 120


def _narrowed(asked: Asked) -> tuple[Term, ...]:
    """The terms that a yes-or-no question narrows something to; none where it narrows nothing."""
    question, text = asked.question, asked.question.focus
    if not question.has(Want.YES_NO) or question.has(Want.WHEN, Want.STATUS, Want.COUNT):
        return ()
    only = _ONLY.search(text)
    if only is None or _NOT_NARROWING.search(text):
        return ()
    lowered = text.lower()
    behind = tuple(t for t in question.terms if t.place_in(lowered) >= only.end())
    if behind:
        return behind
    before = sorted(
        (t for t in question.terms if t.place_in(lowered) >= 0), key=lambda t: t.place_in(lowered)
    )
    return tuple(before[-1:])


def _told(asked: Asked, sentence: Sentence, narrowed: tuple[Term, ...]) -> tuple[float, float]:
    """How clearly a sentence tells the extent, 0 where it does not or says nothing of the thing; then what it says of the rest."""
    said = max(supports(sentence.stems, t) for t in narrowed)
    signs = {m[0].lower() for m in _EXTENT.finditer(sentence.text)}
    if said < SAID or not signs:
        return 0.0, 0.0
    return said * (len(signs) + _joined(sentence, narrowed)), asked.matcher.coverage(sentence.stems)


#: How much of one of the things narrowed to a sentence must say.
SAID = 0.5


def _joined(sentence: Sentence, narrowed: tuple[Term, ...]) -> bool:
    """Whether the thing stands beside another in a list: "children and adults"."""
    stems = {s for t in narrowed for s in t.own}
    text = sentence.text
    return any(
        bool(_JOINED.search(text[: m.start()])) or bool(_JOINED.search(text[m.end() :]))
        for m in re.finditer(r"[\w'’-]+", text)
        if m[0].lower() not in STOPWORDS and any(w.stem in stems for w in words(m[0]))
    )
