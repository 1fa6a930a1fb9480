"""What a follow-up wants of its subject, where it leaves that to the question before."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.conversation.signs import BACK_TO, CORRECTS, EXACT_WORDS, has_verb, points_back
from assistant.language.phrases import Phrases
from assistant.language.spelling import Speller
from assistant.library.library import Library
from assistant.question.facets import Want
from assistant.question.question import Question, read
from corpus.patterns import lazy_regex

#: What can be asked of any recommendation.
KINDS = {Want.WHEN, Want.STATUS, Want.ARGUMENT, Want.RESPONSE, Want.RECOMMENDATION, Want.WHO}


def with_wants(question: Question, state: Question) -> Question:
    """A question that names a thing but not what of it wants what was wanted before."""
    if question.wants & KINDS or any(not t.text.isdigit() for t in question.terms):
        return question
    return replace(question, wants=question.wants | (state.wants & KINDS), terms=())


def with_words(question: Question, state: Question) -> Question:
    """ "What are the exact words there?": the words of what was asked before."""
    if question.wants & KINDS or not (match := EXACT_WORDS.search(question.text)):
        return question
    kept = tuple(t for t in question.terms if t.text not in match[0].lower())
    asked = state.wants & KINDS | ({Want.WHEN} if state.has(Want.UNDATED) else frozenset())
    return replace(question, terms=kept, wants=question.wants | (asked or {Want.RECOMMENDATION}))


_SHE, _HER = Phrases("she"), Phrases("her|hers")
_OWN = Phrases("own")


def of_the_reviewer(question: Question, library: Library, speller: Speller) -> Question:
    """ "What was she worried about there?": a question of the one who recommends, where it would be one by that name."""
    text, name = question.focus, library.reviewer.surname.capitalize()
    if question.wants & KINDS or not name or not (_SHE.search(text) or _HER.search(text)):
        return question
    named = _OWN.removed(_HER.pattern.sub(lambda m: _possessed(m, name), _SHE.pattern.sub(name, text)))
    made = read(named, library, speller)
    if not made.wants & _HER_WORDS:
        return question
    return replace(question, wants=question.wants | made.wants, terms=made.terms)


def _possessed(her: re.Match[str], name: str) -> str:
    following = re.match(r"\s+\w", her.string[her.end() :])
    return f"{name}'s" if following and her[0].lower() == "her" else name


_HER_WORDS = {Want.ARGUMENT, Want.RECOMMENDATION}

#: What a recommendation is called and counted by.
_LABELS = Phrases("(?:number|no|title|name|topic|subject|heading|theme)s?", before="^", after="$")


def of_its_label(question: Question) -> Question:
    """ "Its number and topic?": asked of the recommendation as a whole."""
    labels = question.terms and all(_LABELS.search(t.text) for t in question.terms)
    asks = question.wants & KINDS or not points_back(question.text)
    return question if asks or not labels else replace(question, terms=(), wants=frozenset())


def with_corrected_wants(question: Question, state: Question) -> Question:
    """ "No, the consultation on the DCS guidance, I mean": another subject, the same thing asked of it."""
    if question.wants & KINDS or not (CORRECTS.search(question.text) or BACK_TO.search(question.text)):
        return question
    return replace(question, wants=question.wants | (state.wants & {Want.WHEN, Want.STATUS}))


#: A sentence breaks off before what it asks for.
_BREAKS_OFF = lazy_regex(r"\w\s*\.{3}\s*\??\s*$")
#: Something comes to be ("and in place...?").
_COMES = Phrases(
    "in|out|up|on",
    before=r"^\W*(?:(?:and|so|but|then|ok)\W+)*",
    after=r"(?=(?:\s+[\w'-]+){0,3}\W*$)",
)
_IN_PLACE = Phrases(
    "in (?:place|post|force|use)|out|live|ready|done|finished|up and running", after=r"(?=\W*$)"
)


def broken_off(question: Question, state: Question) -> Question:
    """ "And it opens...?": what is left out is a time, where the clause says what happens or a time was asked for before."""
    if question.wants or not _BREAKS_OFF.search(question.text):
        return question
    text = question.text
    happens = has_verb(text) or points_back(text) or _COMES.search(text) or _IN_PLACE.search(text)
    asked = happens or state.has(Want.WHEN)
    return replace(question, wants=question.wants | {Want.WHEN}) if asked else question


#: What "it" asks for, where it is a recommendation.
_IT_ASKS = Phrases(
    r"what(?:'s| is| was| does| did| do| exactly)* (?:it|that|this|the rec(?:ommendation)?(?= itself))(?: one| itself)?(?: \w+ly| even| then)? "
    r"(?:ask|call|recommend|want|propos|suggest|requir|demand|tell|say)\w*"
)
_OBLIGES = Phrases(
    r"to do|must|should|ought to|ha(?:s|ve) to|need(?:s)? to|recommend\w*|propos\w*|call\w* for|ask\w* for|actually|itself"
)
_HERS = Phrases(r"she|her|hers|recommend\w*|propos\w*")


#: Who acts is asked, and nothing else of the deed.
_DOING = Phrases(
    r"carr(?:y|ies|ied|ying)|do|does|doing|done|tak(?:e|es|en|ing)|deliver\w*|handl\w+|develop\w*|produc\w+|build\w*",
    r"lead\w*|forward|run|runs|running|sort\w*|act|acts|acting|bring\w*|mak(?:e|es|ing)|implement\w*|charge|responsib\w+|falls?|falling|rests?|lies|down",
    before="^",
    after="$",
)


#: A decision that the documents may not word so, summed up as the asker has understood it ("so they banned it?").
_SUMMED_UP = Phrases(
    r"bann?(?:ed|ing)?|forbid(?:den|s)?|forbade|outlaw(?:ed)?|prohibit(?:ed)?|disallow(?:ed)?|veto(?:ed)?|block(?:ed)?",
    r"allow(?:ed)?|permit(?:ted)?|rul(?:e|ed) (?:it |that )?out|scrap(?:ped)?|bin(?:ned)?|axed?|stop(?:ped)?",
    r"(?:shot|knocked|turned|let) (?:it |that )?(?:down|through|go)|(?:went|going|gone) (?:along with|for|ahead with)",
    before=r"^\W*(?:(?:and|so|ok(?:ay)?|then|right|basically),? )*(?:(?:did|have|has|is|was) )?(?:they|it|that|the government)\b[^?.,;]{0,16}? ",
    after=r"(?: it| that| them| altogether| completely| outright| then)*\W*$",
)


_IN_RETURN = Phrases("back|in (?:return|reply|response|answer|turn)", after=r"(?=\W*$)")


def with_part(question: Question, state: Question, library: Library) -> Question:
    """A question about a recommendation spoken of that asks for another part of it in words of its own.

    "What is it asking people to do?" wants what is recommended; "why not in full?", after its status, the response.
    """
    text = question.text
    if (back := _IN_RETURN.search(text)) and question.has(Want.RESPONSE):
        return replace(question, terms=tuple(t for t in question.terms if t.text not in back[0].lower()))
    if _IT_ASKS.search(text) and _OBLIGES.search(text) and not question.wants & KINDS:
        return replace(question, terms=(), wants=question.wants | {Want.RECOMMENDATION})
    if question.has(Want.WHO) and question.terms and all(_DOING.search(t.text) for t in question.terms):
        return replace(question, terms=())
    if (
        not state.has(Want.WHEN, Want.WHO)
        and not question.wants - {Want.YES_NO, Want.STATUS}
        and _SUMMED_UP.search(text)
    ):
        return replace(question, terms=(), statuses=None, wants=frozenset({Want.RESPONSE}))
    hers = _HERS.search(text) or re.search(library.reviewer.pattern, text, re.IGNORECASE)
    why = question.has(Want.ARGUMENT) and not question.terms and not hers
    if why and (state.has(Want.STATUS) or state.statuses is not None):
        wants = question.wants - {Want.ARGUMENT, Want.STATUS} | {Want.RESPONSE}
        return replace(question, wants=wants, statuses=None)
    return question
