"""Questions about what happened after the documents were written, or what holds today."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answers.draft import Draft
from assistant.evidence.asked import Asked
from assistant.language.phrases import Phrases
from assistant.language.words import words
from assistant.library.library import Library
from assistant.question.facets import Want
from assistant.question.question import Question
from assistant.refusals.later_years import names_later_year
from assistant.refusals.results import asks_what_came
from corpus.patterns import lazy_regex

_START = r"^\W*(?:(?:and|so|but|ok|well|then) )*"
_DID = r"(?:did|have|has|was|were)"
_ITS = "(?:the|its|that|their|this|his|her)"
_PROMISE_NAMED = r"(?:deadline|date|target|timescale|timetable|promise|commitment)"
#: Not "was it ever allowed", which asks for a rule.
_EVER = r"ever(?! (?:allowed|permitted|acceptable|appropriate))"

#: Words that ask about now, or about what became of a promise.
_AFTERWARDS = Phrases(
    "yet|these days|nowadays|to date|so far|in the end|eventually|turn(?:ed)? out|ended up|since then|ever since",
    "as things stand|in practice now|right now|today|currently|yesterday|last (?:week|month)|this (?:month|week)",
    "as of (?:now|today)|now (?:in force|law|in place|done|finished)|done now|in force(?! from)",
    "still (?:in force|apply|applies|valid|current|the case|stands?|required|a thing|exists?|in place|relevant)",
    "still (?:statutory|going|used)",
    rf"(?:hit|meet|met|miss|missed|kept|keep|stick to|stuck to) {_ITS} (?:\w+ ){{0,4}}{_PROMISE_NAMED}",
    rf"{_PROMISE_NAMED}s? (?:has|have|had|was|were|got)(?: (?:been|not|actually|all|ever))* (?:met|missed|hit|kept|broken)",
    r"actually (?:happen|done|hit|met|get|go|went|publish|appoint|implement|achieve|bring|brought|set|change|carr|c[ao]me|end(?:ed)? up)\w*",
    rf"(?:{_DID}|had|does)\b.{{0,60}}\b{_EVER} (?:happen\w*|\w+ed|get|got|brought|put|made|become|became)",
    rf"(?:{_DID}|had|does)\b.{{0,60}}\b{_EVER} (?:go|come|came|set|done|meet|met|actually)",
    "been (?:superseded|replaced|withdrawn|scrapped|repealed)",
    "how (?:has|have|did) .{0,60} (?:changed|worked out|gone|go|improved|fared|turn out|work out)",
)
#: "Can you ever …?", "the first ever": asks for a rule, or for the first of its kind, not what became of anything.
_NOT_OF_DEEDS = Phrases(
    r"(?:can|could|will|would|may|might|should)(?:n't)?(?: \w+){0,2} ever",
    r"(?:the|very|our) (?:first|only|biggest|largest|best|worst)\b[^?.,;]{0,60}? ever|first[- ]ever",
)
#: Opens as a question whether something has been done.
_HAS_BEEN = lazy_regex(rf"{_START}(?:has|have|had)(?:n't)? \w", re.IGNORECASE)
#: A deed is spoken of as done.
_PERFECT = lazy_regex(
    r"\b(?:has|have|hasn't|haven't)\b.{0,80}?\b(?:been|come|begun|gone|done|met|set|\w+ed)\b", re.IGNORECASE
)
#: The documents' own words are asked for, whatever the tense.
_PAPER = "response|guidance|letter|document|government|notice|briefing|foreword"
_TITLES = "professor|prof|dr|mr|mrs|ms|sir|lord|lady|minister"


@lru_cache(maxsize=8)
def _what_it_says(names: frozenset[str]) -> Phrases:
    """The documents, or those who speak in them, are asked for what they say."""
    name = f"(?:{'|'.join(sorted(map(re.escape, names)))})" if names else "(?!)"
    does = f"(?:did|does) (?:(?:{_TITLES}|{name}) )*{name}"
    return Phrases(
        f"{name}(?:['’]?s)? (?:view|argument|opinion)|{does}(?!['’]s)",
        f"{does}['’]s (?:final |own )?(?:review|report)",
        f"(?:{_PAPER}|{name}) (?:say|said|says|argue[ds]?|describe[ds]?)",
    )


def _asks_what_it_says(asked: Asked) -> bool:
    speakers = asked.library.speaker_names.items()
    names = frozenset(w.text for speaker, own in speakers for w in words(speaker) if w.stem in own)
    return bool(_what_it_says(names).search(asked.question.text))


#: What is in force now.
_NEWEST = "(?:latest|current|newest|most recent|up[- ]to[- ]date)"
_LATEST = Phrases(
    f"{_NEWEST} (?:version|guidance|position|edition|update|rules?|law|policy|framework|chief|status|holder|post)",
    f"{_NEWEST} (?:working together|statutory|inspection|requirements?|arrangements?)",
    "any (?:progress|news|updates?)",
)

#: The time after the documents.
_AFTER_THEM = Phrases(
    rf"{_START}{_DID}\b.*\bin the (?:years|months|time) (?:after|since|following)\b",
    r"\bwhat (?:year|month|date|day) (?:did|was|were) (?:it|they|that|this|he|she) (?:actually|finally|eventually|really)",
    r"\b(?:when|after|once) (?:he|she|they|it) (?:went|came|looked|checked|returned|visited)(?: (?:back|again|in))+\b",
    r"\b(?:has|have|had|were|was|got|did) (?:\w+ ){0,2}?(?:actually|really)\b[^?]*\bby now\b",
    r"\bwhich(?: \w+){0,3}? (?:were|was|got|have been|has been|had been)(?: \w+)? (?:met|kept|missed|delivered|done|completed|implemented"
    r"|put in place)(?: on time| in time| late| by now| yet| in the end| so far)\b",
    rf"{_START}now that (?:\w+ ){{1,6}}(?:has|have|is|are)(?: (?:all|now|already|been))* (?:gone|been|over|in (?:post|place|force)|\w+ed)",
    rf"{_START}once\b[^,?]*\bhad\b[^,?]*,\s*(?:how )?did\b",
    rf"{_START}(?:was|were|have|has) (?:the|this|that|it|they) (?:\w+ ){{0,6}}(?:a )?(?:success|successful|failure)",
    whole_words=False,
)

#: "Has a date been set for …?" asks for the date.
_DATE_SET = Phrases(
    "(?:date|deadline|timescale|timetable)s? (?:been |yet )*(?:set|given|fixed|agreed|named|laid down|published)",
    r"(?:set|given|told|handed|got)(?: us| them)? (?:an?|any|the|our) (?:\w+ )?(?:date|deadline|timescale|timetable)s?",
)

#: What came of it in fact.
_IN_FACT = Phrases(
    rf"{_START}{_DID}\b.*\b(?:{_EVER}|in (?:fact|reality|practice|the event)|successfully|for real)\b",
    rf"{_START}{_DID}\b.*\b(?:on time|in time|slip(?:ped)?|as promised|as planned)\b",
    rf"{_START}{_DID}\b.*\bactually (?:have|had|been|be|in place|up and running)\b",
    r"\bwho (?:got(?! (?:\w+[ -]){0,3}?(?:yes|accept\w*|nod|go-ahead|green light|in[ -]principle|approval|dates?|deadlines?|other|else|less|more|better|short)\b)"
    r"|landed|ended up (?:in|with))\b",
    whole_words=False,
)
#: "Who ended up chairing it?"; what reviews end up doing is how things were.
_ENDED_UP = Phrases(
    r"(?:ended|finished|wound) up \w+ing", r"did\b[^?.,;]{0,80} (?:end|finish|wind) up \w+ing"
)
#: "Did the trials really end?" asks of a deed; "did they really accept it?" of an answer.
_REALLY = lazy_regex(
    rf"{_START}{_DID}\b.*\breally (?:happen|end|start|begin|open|close|stop|finish|go|come|take (?!on|up)|move|meet|bring|set up|get|run)\b",
    re.IGNORECASE,
)
#: "What hasn't been settled yet?" asks what the documents leave open, and so does what "had not yet" been done.
_LEFT_OPEN = Phrases(
    r"what\b[^?]{0,40}?(?:n't|\bnot)(?: yet)?(?: been)?(?: yet)? SETTLED",
    r"which (?:questions?|points?|issues?|details?)\b[^?]{0,40}?(?:n't|\bnot)(?: yet)?(?: been)?(?: yet)? SETTLED",
    r"(?:what|which)\b[^?]{0,60}?\bhad(?:n't| not) (?:yet )?been(?: yet)? (?:\w+ed|made|found|set)",
).of({"SETTLED": "(?:settled|decided|agreed|resolved|determined|fixed|worked out|clear|certain|confirmed)"})

#: "Did the zoos actually count their bears?": of a deed that was only promised it asks what came of it.
_ACTUALLY = lazy_regex(
    rf"{_START}did\b(?!.*\b(?:say|mean|want|think|suggest|recommend|argue)\b).*\bactually\b", re.IGNORECASE
)

#: "And did they?": nothing but whether it was done.
_THEY = "(?:they|it|that|this|he|she|(?:(?:the|my|our|your|any|every|all) )?(?:local )?(?:councils?|ministers|government|boards?|authorit(?:y|ies)))"
_DONE = r"(?:do|done|happen\w*|manage\w*|make|it|so|that|this|(?:been )?(?:done|implemented|completed|met|published))"
_BY_NOW = "(?:since|yet|now|then|in the end|(?:on|in) time|on schedule|as planned|by then)"
_DID_THEY = lazy_regex(
    rf"{_START}{_DID} {_THEY}(?: (?:actually|ever|all|really))*(?: {_DONE})*(?: {_BY_NOW})*\W*$",
    re.IGNORECASE,
)


def only_whether_done(question: Question) -> bool:
    """Whether a message asks nothing but whether something was done ("has my council done it?")."""
    return bool(_DID_THEY.match(question.focus))


@lru_cache(maxsize=64)
def plainly_afterwards(text: str, focus: str, library: Library) -> bool:
    """Whether a message asks for what came after the documents, whatever an answer would show; remembered."""
    return bool(
        names_later_year(text, focus, library)
        or _LATEST.search(text)
        or _AFTER_THEM.search(text)
        or _IN_FACT.search(_NOT_OF_DEEDS.removed(focus))
        or _DID_THEY.match(text)
    )


def after_the_guidance(asked: Asked, draft: Draft) -> bool:
    """Whether a question asks what happened after the documents were written, or what holds today."""
    question, text = asked.question, asked.question.text
    if plainly_afterwards(text, question.focus, asked.library):
        return True
    plain = not question.has(Want.STATUS, Want.ARGUMENT) and not _asks_what_it_says(asked)
    if plain and _ACTUALLY.search(question.focus) and _only_promised(draft) and not _DATE_SET.search(text):
        return True
    if _ENDED_UP.search(text) and not question.has(Want.ARGUMENT):
        return True
    if _REALLY.search(question.focus) and not question.has(Want.STATUS) and not _asks_what_it_says(asked):
        return True
    if _LEFT_OPEN.search(text):
        return False
    if draft.from_records and question.has(Want.WHICH, Want.COUNT):
        return False
    if asks_what_came(asked) and _only_promised(draft) and (_later(asked) or not _asks_what_it_says(asked)):
        return True
    if question.has(Want.WHEN) and _PLANNED.search(question.focus):
        return False
    if _AFTERWARDS.search(_NOT_OF_DEEDS.removed(question.focus)):
        return not _said(asked, draft) and not (_asks_what_it_says(asked) and not _PERFECT.search(text))
    if (
        question.statuses is not None
        or question.has(Want.UNDATED)
        or _asks_what_it_says(asked)
        or _DATE_SET.search(text)
    ):
        return False
    return bool(_HAS_BEEN.search(question.focus) and _PERFECT.search(question.focus)) and not _reported(draft)


#: "When were employers meant to see it actually implemented?" asks for the plan.
_PLANNED = Phrases(
    r"when (?:does|do|is|are|will|would|should)\b(?!.*\bever\b)",
    r"when (?:was|were|did)\b.*\b(?:meant|supposed|expected|due|planned|intended|going|to be|want(?:ed)?)",
    r"when (?:did|do|does)\b.*\b(?:hope|expect|plan|aim|intend|envisage|promise|propose)",
)


def _later(asked: Asked) -> bool:
    """Whether a question names a time after the last of the documents."""
    written = max(d.date for d in asked.corpus.documents)
    return any((w.first or w.last or written) > written for w in asked.question.whens)


def _reported(draft: Draft) -> bool:
    """Whether the first quote itself tells of something done ("The SWRB has already developed …")."""
    first = next((q.passage.text for q in draft.leading), "")
    return bool(
        re.search(
            r"\b(?:has|have) (?:already |been |also |asked|established|made)|\balready\b|\bthere are now\b",
            first,
            re.IGNORECASE,
        )
    ) or not _PROMISE.search(first)


def _said(asked: Asked, draft: Draft) -> bool:
    """Whether the question's own word for now stands in the quotes ("The SWRB has already …")."""
    now = {
        m.lower()
        for m in re.findall(
            r"\b(?:currently|current|today|already|at present|so far|to date)\b",
            asked.question.focus,
            re.IGNORECASE,
        )
    }
    shown = " ".join(q.passage.text.lower() for q in draft.shown)
    return bool(now) and any(re.search(rf"\b{w}", shown) for w in now)


_PROMISE = lazy_regex(
    r"\b(?:will|shall|should|plans?|intends?|aims?|envisages?|proposes|proposing|expected|due|to be|would|further consideration|minded)\b",
    re.IGNORECASE,
)


def _only_promised(draft: Draft) -> bool:
    return any(_PROMISE.search(q.passage.text) for q in draft.shown)
