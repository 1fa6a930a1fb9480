"""Statuses as people name them, and those that a set question selects by."""

from __future__ import annotations

import re

from assistant.language.numbers import SEVERAL, SEVERAL_IN_WORDS
from assistant.language.phrases import Phrases
from assistant.question.negation import negated
from corpus.model import Status
from corpus.patterns import lazy_regex

_ACCEPTING = (
    r"(?:accept(?:s|ed)?|acept(?:ed)?|agreed?|adopted|taken (?:up|on)(?: board)?|backed|approved|endorsed)"
)
_WHOLLY = "(?:fully|wholly|outright|unconditionally|completely|simply|straightforwardly|flatly)"
_HALF = "(?:half(?:[- ]?way)?|part(?:ly|ially)?|part[- ]?way|sort of|kind of|semi)"
_YES = "(?:yes(?:es)?|accept(?:s|ed|ances?)?)"
#: How far somebody agrees, after the verb.
_IN_PART = (
    "(?:up to a (?:certain )?point|to (?:a|some|a (?:certain|limited)) (?:degree|extent)|in part|half[- ]?way|part[- ]?way"
    "|part of the way|partly|partially|conditionally|with (?:some |a few )?(?:caveats|conditions|reservations|provisos|strings))"
)

#: A yes in other words, with or without its preposition.
GONE_ALONG = (
    "(?:go(?:es|ing|ne)?|went) along with(?: (?:it|that|this|them))?|(?:wav|nodd)(?:e|ed) (?:it |that |them )?through"
    r"|(?:buy|bought)(?: into)?(?= (?:the|that|this|her|his) (?:\w+ )?(?:proposal|idea|recommendation|argument|rec)\b)"
    "|(?:happy|willing|content|prepared|ready) to (?:accept|agree|back|endorse|approve|go along with|sign off)(?: on)?"
    "|(?:got|given|gave|get|give) (?:it |them )?(?:a |the )?(?:nod|thumbs[- ]up|blessing)"
)

#: Statuses as people name them, and which they mean; none for a rejection.
STATUS_WORDINGS: tuple[tuple[Phrases, frozenset[Status]], ...] = (
    (
        Phrases(
            "neither (?:fully )?accepted nor (?:accepted in principle|rejected|refused|dismissed|turned down|thrown out)",
            "neither (?:rejected|refused|dismissed|turned down|thrown out) nor accepted",
        ),
        frozenset({Status.CONSIDER_FURTHER}),
    ),
    (
        Phrases(
            r"(?:accept(?:s|ed|ing|ances?)?|agreed?|acept(?:ed)?|only|just|yes(?:es)?)?"
            rf"(?:[ -](?!n?or\b|and\b|plus\b|{SEVERAL_IN_WORDS}\b|outright|not\b|but\b|rather\b|than\b|instead\b)\w+){{0,3}}?"
            r"[ -]?in[ -]princip(?:le|al)s?(?! (?:child|social))(?: only)?",
            "partial(?:ly)?(?: accept(?:ed|ance))?|partly accepted|half-?hearted(?:ly)?",
            rf"{_ACCEPTING}(?: (?:to|with|on))?(?: (?:it|them|this|that))?(?: only)? {_IN_PART}",
            r"(?:go(?:ne|es|ing)?|went|me?et)(?: (?!to\b|in\b|at\b)\w+){0,3} (?:half|part)[- ]?way(?! (?:through|house))",
            f"(?:lukewarm|tepid|conditional|cautious|grudging|guarded) {_YES}",
            rf"aip|{_HALF}[ -]?(?:{_ACCEPTING}(?: to| with)?|yes(?:es)?)|with reservations|qualified {_YES}",
        ),
        frozenset({Status.ACCEPT_IN_PRINCIPLE}),
    ),
    (
        Phrases(
            "consider(?:ed|ing)?(?: it)?[ -]further|further consideration|considered? more|under consideration",
            r"(?:think|thought|look(?:ed)?|reflect(?:ed)?|mull(?:ed)?)(?: (?:it|them))?(?: (?:about|on|at|over|into))?(?: (?:it|them))? (?:further|some more)",
            r"(?:think|thought|look(?:ed)?|reflect(?:ed)?) (?:about|on|at|over)(?: (?:it|them))? (?:more|again)(?! \w)",
            r"(?:only |just |merely )(?:said|say|saying|promis\w+) (?:that )?(?:they|it|he|she|ministers)(?:'d| would| will|'ll) (?:think|look|consider|reflect)(?: (?:about|on|at|over))?(?: it| them)?",
            "(?:later|longer|extra|closer) (?:consideration|thought|thinking)",
            "(?:sit|sits|sat|sitting|on|stayed on) (?:on )?the fence",
            "(?:put |left |placed )?on the back ?burner|left hanging|in limbo|left open|undecided|not yet decided|parked|deferred|postponed|shelved|put (?:it |them )?on hold",
            "(?:kick|punt|put)(?:ed|s|ting|ing)? (?:it |them )?(?:down the road|into (?:the long grass|touch)|off)",
        ),
        frozenset({Status.CONSIDER_FURTHER}),
    ),
    (
        Phrases(
            rf"{_ACCEPTING}(?: it| them)?,? (?:outright|in full|fully|wholly|completely|entirely|straight)",
            rf"{_ACCEPTING}(?: it| them)?,? (?:wholeheartedly|unconditionally|unreservedly)",
            rf"{_ACCEPTING}(?: it| them)?,? without (?:any )?(?:qualification|reservations?|conditions|caveats)",
            rf"{_ACCEPTING}(?: it| them)?,? (?:without|with no|no) (?:any )?ifs (?:and|or) buts",
            rf"{_WHOLLY} {_ACCEPTING}(?: to| with)?|straight(?:forward)? {_YES}|full acceptances?|outright",
            rf"(?:plain|clean|clear|unqualified|flat|full|simple|firm|definite|resounding) {_YES}|just accepted|yeses",
        ),
        frozenset({Status.ACCEPT}),
    ),
    (
        Phrases(
            "reject(?:s|ed|ing|ion)?|turn(?:ed|ing|s)?(?: it| them)? down|refuse[ds]?(?: to accept)?|declined?",
            "dismiss(?:ed)?|thr(?:own|ew) (?:it )?out|knocked back|opposed|said no|say no|not agree(?:d)?",
        ),
        frozenset(),
    ),
    (
        Phrases(
            "accept(?:s|ed|ing|ance)?|acept(?:ed)?|agreed?(?: to| with)?|taken up|adopted|approved?",
            GONE_ALONG,
            r"(?:given|got|gets?|had) the (?:green light|go-ahead)|sign(?:ed)? up to(?!\W*in princip)|straight yes|(?:a|got|get|getting|say|says|said) yes|(?<=neither )yes",
        ),
        frozenset({Status.ACCEPT}),
    ),
)


Span = tuple[int, int]


def statuses(text: str) -> tuple[frozenset[Status] | None, tuple[Span, ...]]:
    """The statuses that a text names (an empty set: rejected), None where it names none; and their spans."""
    named = _named(text)
    if not named:
        return None, ()
    found = set().union(*(meant for _, meant in named))
    if len(found) > 1 and _THAT_WAY.search(text):
        found.discard(Status.ACCEPT)
    return frozenset(found), tuple(_with_agent(match) for match, _ in named)


#: Who decided, right before the verb that says how ("did ministers not accept").
_AGENT = Phrases(
    r"(?:ministers?|whitehall|the department)(?: (?:did|do|have|had|has|not|never|didn't|only|really|actually|just|ever|even))*\s*$",
    whole_words=False,
    before=r"\b",
)


def _with_agent(match: re.Match[str]) -> Span:
    """The span of a wording, and of the one who decided where that stands right before it."""
    agent = _AGENT.search(match.string[: match.start()])
    return (agent.start() if agent else match.start(), match.end())


def _named(text: str) -> list[tuple[re.Match[str], frozenset[Status]]]:
    """Every wording of a status and what it means; the first in the table where two share a place."""
    found: list[tuple[re.Match[str], frozenset[Status]]] = []
    for phrases, meant in STATUS_WORDINGS:
        for match in phrases.finditer(text):
            if not any(match.start() < m.end() and m.start() < match.end() for m, _ in found):
                found.append((match, meant))
    starts = {match.start() for match, _ in found}
    return [
        (match, meant if len(found) == 1 or not _leads_to(match, starts) else frozenset())
        for match, meant in found
    ]


def _leads_to(match: re.Match[str], starts: set[int]) -> bool:
    """Whether another wording comes right after: "agreed to" before "consider further" is only its verb."""
    rest = match.string[match.end() :]
    return len(match.string) - len(rest.lstrip(" ")) in starts


def chosen_statuses(text: str) -> frozenset[Status] | None:
    """The statuses that a set question selects: none of them where it asks for rejected ones; None where any counts."""
    named = _named(text)
    if not named or len(re.findall(r"\bhow many\b", text, re.IGNORECASE)) > 1:
        return None
    wanted: set[Status] = set()
    unwanted: set[Status] = set()
    for match, meant in named:
        if not negated(text, match.start(), near=40):
            wanted |= meant
        elif meant:
            unwanted |= meant
            if _NOT_EVEN.search(text[: match.start()]):
                unwanted |= {Status.ACCEPT}
    if not wanted and not unwanted and not all(meant for _, meant in named):
        return frozenset()
    if _THAT_WAY.search(text) and len(wanted) > 1:
        wanted.discard(Status.ACCEPT)
    return frozenset((wanted or set(Status)) - unwanted)


#: What is left when others are counted ("nine accepted and five in principle: which is the missing one?").
_LEFT = Phrases(
    "(?:the )?(?:missing|remaining|left[- ]?over|odd|outstanding) (?:one|rec|recommendation)s?",
    "the rest|what(?:'s| is)? left|(?:is|are|one) (?:left|missing)(?! open)",
)
_SENTENCE = lazy_regex(r"[.;:?!]\s|\bwhich\b", re.IGNORECASE)


def without_what_is_left(text: str) -> str:
    """A text of the same length, blank where it speaks of what is left."""
    return _LEFT.blanked(text)


#: "All but six were accepted. Which are the six?": the exceptions are asked for, whatever their number.
_ALL_BUT = lazy_regex(
    rf"\b(?:all|everything|every one|nearly all|most)(?: of (?:them|the recommendations|the recs))?,? "
    rf"(?:but|bar|except|apart from|save)(?: for)?(?: the)? (?:one|{SEVERAL}|a (?:few|couple|handful)|some)\b"
    r"(?P<said>[^.;?!]*?)(?:[.;?!]\s|,\s*(?:so )?(?=which|what|who)|\s[-–—]\s)(?P<asked>.+)",
    re.IGNORECASE | re.DOTALL,
)


def _exceptions(text: str) -> frozenset[Status] | None:
    """The statuses of the exceptions that a text asks for, having told what all the others got."""
    match = _ALL_BUT.search(text)
    told = [meant for _, meant in _named(match["said"]) if meant] if match else []
    if match is None or not told or _named(match["asked"]):
        return None
    return frozenset(Status) - frozenset().union(*told)


def statuses_left(text: str) -> frozenset[Status] | None:
    """The statuses that a text does not name, where it asks for what is left beside those that it names before."""
    if exceptions := _exceptions(text):
        return exceptions
    left = _LEFT.search(text)
    begins = max((m.end() for m in _SENTENCE.finditer(text, 0, left.start())), default=0) if left else 0
    named = [meant for match, meant in _named(text[:begins]) if meant] if begins else []
    return frozenset(Status) - frozenset().union(*named) if named else None


#: "didn't even get an accept in principle": nor anything better.
_NOT_EVEN = lazy_regex(r"(?:not|n't) even\b[^,.;]{0,30}$", re.IGNORECASE)

#: "accepted that way": the way was said before.
_THAT_WAY = lazy_regex(r"\b(?:that way|like that|on that basis|in that (?:way|form))\b", re.IGNORECASE)
