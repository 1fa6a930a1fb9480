"""The wordings that tell a follow-up: openings, pronouns, corrections, a new subject."""

from __future__ import annotations

import re

from assistant.question.facets import Want
from assistant.question.question import Question

#: How a follow-up opens.
OPENER = re.compile(
    r"^\W*(?:and|so|but|or|also|then|ok(?:ay)?|right|what about|how about|what of|same (?:for|with)|sorry|i meant|i mean|no,|not|now|yes|thanks|thank you)\b",
    re.IGNORECASE,
)
#: Pronouns that leave the subject to what was said before.
STRONG = re.compile(
    r"\b(?:it|they|them|those|these|both|that one|this one)\b|\bthat\b(?=\W*(?:$|been|be|was|is|one|get|happen|mean|need|require|apply|include|cover|involve|recommendation|date|deadline|role|post|too|as well|again|actually))"
    r"|\bthis\b(?=\W*(?:$|been|be|was|is|one|get|happen|mean|recommendation))|\b(?:to|of|for|on|about|before|after|by|with|under|behind) (?:that|this|it|them|those)\b",
    re.IGNORECASE,
)
#: The person turns to something else.
NEW_SUBJECT = re.compile(
    r"\b(?:different (?:subject|question|topic|thing)|change of (?:subject|topic)|changing (?:the )?(?:subject|topic|tack)|new (?:question|topic|subject)|another (?:question|thing|topic|subject)|forget (?:that|it|about that)|"
    r"never ?mind|leave (?:that|it|\w+)[.,;]|moving on|on to something else|something else|separate(?:ly)?(?: question)?|unrelated|switching)\b",
    re.IGNORECASE,
)
#: The person puts right what was asked.
CORRECTS = re.compile(
    r"\b(?:i mean[t]?|sorry|make that|rather|no,|not \w+,|correction|actually)\b", re.IGNORECASE
)

#: "Sorry, I meant …", "going back to …": another subject than the last one.
CORRECTED = re.compile(r"\b(?:i mean[t]?|sorry|correction|my mistake|make that)\b|^\W*no[,.]", re.IGNORECASE)
BACK_TO = re.compile(
    r"\b(?:going|go|coming|come|turning|return(?:ing)?|get(?:ting)?) ?(?:back)? to\b|\bback (?:to|on)\b",
    re.IGNORECASE,
)

#: A follow-up says little of its own.
FEW = 3

_NAMES_ALL = re.compile(r"\b(?:recommendations|recs|all fifteen|the fifteen|all 15)\b", re.IGNORECASE)


def is_follow_up(question: Question) -> bool:
    """Whether a question needs the one before it: it says little and opens, or points back, as follow-ups do."""
    own = len(question.terms)
    if _NAMES_ALL.search(question.text) and (
        question.statuses is not None or question.whens or question.themes
    ):
        return False
    if own == 0:
        return True
    if question.has(Want.LIST) and question.has(Want.WHICH):
        return bool(OPENER.match(question.text)) and own <= 1
    if OPENER.match(question.text) and own <= FEW:
        return True
    return bool(STRONG.search(question.text)) and own <= FEW + 2
