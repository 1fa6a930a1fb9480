"""How far something reaches: the sentence that tells whether it is for one thing only."""

from __future__ import annotations

import re

from assistant.evidence.asked import Asked
from assistant.evidence.ranking import Ranked
from assistant.language.phrases import Phrases
from assistant.language.vocabulary import Term
from assistant.language.words import STOPWORDS, words
from assistant.library.library import Sentence, supports
from assistant.question.facets import Want
from corpus.model import PassageKind
from corpus.patterns import lazy_regex

#: A question narrows something to what stands behind it, or right before it at the end.
_ONLY = Phrases(
    "only|just|solely|exclusively|purely|merely|simply|alone|nothing but|no more than",
    "(?:limited|restricted|confined) to|restrict(?:s|ed)? itself to",
)
#: What narrows nothing: "only if", "just as".
_NOT_NARROWING = Phrases("(?:only|just) (?:if|when|until|after|before|as|about|now|recently|yet|like)")
#: Words with which a sentence tells how far something reaches.
_EXTENT = Phrases(
    "scope|cover(?:s|ed|ing)?|extend(?:s|ed|ing)?|limit(?:s|ed)?|restrict(?:s|ed)?|confined|includ(?:e|es|ed|ing)|appl(?:y|ies|ied)|application",
    "also|both|combination|as well as|jointly|wider|exhaustive|only|solely|not (?:just|necessarily|merely)",
)
_CLAUSE_END = lazy_regex(r"[,;:?.](?:\s|$)")
#: The thing has another beside it in a list.
_JOINED = lazy_regex(r"(?:,| and| or|;)\s*$|^\s*(?:,|and\b|or\b)")


def telling_extent(asked: Asked, best: Ranked) -> Ranked:
    """The passage that tells how far the best's recommendation reaches, where it is asked if it is for one thing only.

    The best passage itself for other questions, and where no sentence tells it.
    """
    number = best.unit.passage.recommendation
    narrowed = _narrowed(asked) if number is not None else ()
    if not narrowed:
        return best
    told = [
        (max((_told(asked, s, narrowed) for s in r.unit.sentences), default=NOTHING), r)
        for r in asked.ranked
        if r.unit.passage.recommendation == number and r.unit.passage.kind is not PassageKind.STATUS_LINE
    ]
    clearest = max(told, key=lambda t: t[0], default=(NOTHING, best))
    return clearest[1] if clearest[0] > NOTHING else best


#: A sentence that does not tell the extent.
NOTHING = (0.0, 0.0)


def _narrowed(asked: Asked) -> tuple[Term, ...]:
    """The terms that a yes-or-no question narrows something to; none where it narrows nothing."""
    question, text = asked.question, asked.question.focus
    if not question.has(Want.YES_NO) or question.has(Want.WHEN, Want.STATUS, Want.COUNT):
        return ()
    only = _ONLY.search(text)
    if only is None or _NOT_NARROWING.search(text):
        return ()
    lowered = text.lower()
    placed = sorted(((t.place_in(lowered), t) for t in question.terms), key=lambda p: p[0])
    clause = _CLAUSE_END.search(lowered, only.end())
    end = clause.start() if clause else len(lowered)
    behind = tuple(t for at, t in placed if only.end() <= at < end)
    before = tuple(t for at, t in placed if 0 <= at < only.start())
    return behind or before[-1:]


def _told(asked: Asked, sentence: Sentence, narrowed: tuple[Term, ...]) -> tuple[float, float]:
    """How clearly a sentence tells the extent, 0 where it does not or says nothing of the thing; then what it says of the rest."""
    own = [supports(sentence.stems, t) for t in narrowed]
    said = sum(own) / len(own)
    coverage = asked.matcher.coverage(sentence.stems)
    others = any(supports(sentence.stems, t) for t in asked.question.terms if t not in narrowed)
    signs = {m[0].lower() for m in _EXTENT.finditer(sentence.text)}
    exact = max(own) == 1
    joined = exact and _joined(sentence, narrowed)
    if not (signs or joined) or said < SAID or not (others or exact):
        return NOTHING
    return said * (len(signs) + joined), coverage


#: How much of the things narrowed to a sentence must say; in other words only where it says another of the terms too.
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
