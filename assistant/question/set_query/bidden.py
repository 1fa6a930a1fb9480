"""Which recommendations tell somebody to act ("which are for the board to carry out?"): those whose sentence has them for its subject."""

from __future__ import annotations

import re

from assistant.language.phrases import Phrases
from assistant.language.vocabulary import terms
from assistant.language.words import stems, words
from assistant.library.library import Library, supports
from corpus.model import Part
from corpus.patterns import lazy_regex

_NOBODY = "(?!(?:should|must|to|rather|not|and not|do|recs?|recommendations?|ones?|says?|that|which|what|things?|something|it|they|them)\\b)"
_WHO = rf"(?P<who{{n}}>(?:(?:the|our|all) )?{_NOBODY}[A-Za-z'’]+(?: {_NOBODY}[A-Za-z'’]+){{{{0,3}}}})"
_ACT = r"(?:do|act|carry|take|deliver|implement|action|sort|lead|get on|make (?:it )?happen|put (?:it|them|this) into)\b"
_MUST = "(?:should|must|ought to|(?:has|have|needs?|is|are) to|(?:is|are) (?:supposed|meant|expected) to)"
_ENDS = r"(?=\W*$|[,;:?]| (?:rather|not|instead|and not|as opposed|alone|only|to " + _ACT + "))"
#: How it is said that somebody is told to act, where it is not said what they are to do.
_BIDS = Phrases(
    rf"(?:something|things?|what|that|say|says|which|where|ones|recs|recommendations) {_WHO.format(n=1)} {_MUST} {_ACT}",
    rf"(?:tell|ask|instruct|require|expect|order|call(?:s|ing)? on|urge|push)(?:s|ing)? {_WHO.format(n=2)} to {_ACT}",
    rf"(?:address|direct|aim|target|pitch)(?:ed) (?:to|at|towards) {_WHO.format(n=3)}{_ENDS}",
    rf"(?:fall|land|rest|sit)(?:s|ing)? (?:to|on|upon|with) {_WHO.format(n=4)}{_ENDS}",
    rf"(?:put|place|lay)(?:s|ing)? the (?:onus|burden|responsibility|ball|duty|work|job) (?:up)?(?:on|with|in the court of) {_WHO.format(n=5)}{_ENDS}",
    rf"(?:(?:is|are|was|were|(?:up|down) to|left|ones|recs|recommendations) )(?:for|to) {_WHO.format(n=6)} to {_ACT}",
    rf"{_WHO.format(n=7)} (?:is|are|was|were) (?:told|asked|instructed|required|expected|tasked|urged)(?: with)?(?: to {_ACT})",
)
_SHOULD = lazy_regex(r"\b(?:should|must)\b(?! be\b)", re.IGNORECASE)
#: How far the subject of a sentence must say who is meant.
NAMES = 0.7


def told_to_act(text: str, library: Library) -> tuple[int, ...]:
    """The recommendations that tell those to act whom a text asks about; none where it asks nothing of the kind, or none does."""
    match = _BIDS.search(text)
    if match is None:
        return ()
    who = next(w for w in match.groups() if w)
    meant = terms(words(who.removeprefix("the ")), library.vocabulary)
    subjects = (
        (r.number, _subject(r.passages[Part.RECOMMENDATION][0].text))
        for r in library.corpus.recommendations.values()
    )
    return tuple(n for n, said in subjects if meant and all(supports(said, t) >= NAMES for t in meant))


def _subject(text: str) -> frozenset[str]:
    """The stems of what stands before the "should" of the first sentence; none where that only says what should be done."""
    verb = _SHOULD.search(text)
    first = re.search(r"\b(?:should|must)\b", text, re.IGNORECASE)
    if verb is None or first is None or first.start() != verb.start():
        return frozenset()
    return frozenset(stems(text[: verb.start()]))
