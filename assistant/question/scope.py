"""Questions that the guidance cannot answer by their kind: about a case, or about something else."""

from __future__ import annotations

import re

from assistant.answers.asked import Asked
from assistant.question.facets import Want
from assistant.question.question import Question

#: The person asks what they, or somebody, should do.
_PERSONAL_DECISION = re.compile(
    r"\b(?:should|can|could|must|shall|do|may|would) (?:i|we|he|she|they)\b|\bwhat (?:should|do|would|can|must) (?:i|we|you) (?:do|say|tell|put|write|advise)\b|\bam i (?:allowed|right to|able|supposed|required)\b"
    r"|\bis it (?:ok|okay|safe|enough|legal|right)(?: for me)? to\b|\bdo(?:es)? (?:this|it|that) meet (?:the )?threshold\b|\bhow (?:do|should|can) i (?:respond|deal|handle|manage|approach|talk|get|persuade|write)\b|\bneed advice\b|\badvise me\b"
    r"|\bwhat would you do\b|\bi(?:'m| am) (?:not sure|unsure|wondering) (?:whether|if) (?:to|i)\b|\b(?:can|could|will|would) you (?:assess|decide|write|draft|look at|review) (?:my|this|the|a)\b|\bwhat now\b",
    re.IGNORECASE,
)

#: One child, family or case is spoken of.
_SPECIFIC = re.compile(
    r"\b(?:this|that) (?:family|child|case|boy|girl|baby|mother|father|mum|dad|kid|parent|teenager|pupil|referral|situation|assessment|section 47)\b|\bmy (?:case|client|caseload|manager|supervisor|team manager|family|allegation|assessment|chronology|court|son|daughter|ex|partner|foster)\b"
    r"|\bin (?:my|a|one) case\b|\b(?:a|the|one) case (?:i|we|that i|that we)\b|\b(?:he|she|him|her|his)\b|\bi(?:'ve| have)(?: got)? (?:a|an|this|two|three) (?:\w+ ){0,2}(?:child|children|family|case|young|mum|dad|mother|father|girl|boy|teenager|baby)\b|\bi(?:'m| am) (?:working with|holding|supporting)\b|\bi hold\b|\bsection 47\b|\bs\.? ?47\b|\bsection 20\b|\bthe (?:dad|mum|mother|father|family|child|boy|girl) (?:in|on|of) my\b"
    r"|\b(?:a|the) (?:child|family|mum|mother|father|dad|boy|girl|teenager) (?:i|we)(?:'m| am|'re| are| work| visit| support| know| see)?\b",
    re.IGNORECASE,
)

#: "The family that I am visiting": a case without a question of what to do.
_MY_CASE = re.compile(
    r"\b(?:family|child|children|case|boy|girl|mother|mum|father|dad|baby|teenager|parents?|client) (?:that |who |whom )?(?:i'm|i am|we're|we are|i've been|we've been) (?:assessing|working|visiting|supporting|seeing|holding|dealing)\b",
    re.IGNORECASE,
)


def case_advice(question: Question) -> bool:
    """Whether a question asks what to do about an actual person or case."""
    if question.recommendations or question.paragraphs or question.themes or question.documents:
        return False
    text = question.text
    if _MY_CASE.search(text):
        return True
    return bool(_PERSONAL_DECISION.search(text) and _SPECIFIC.search(text))


#: A question whose nearest passage is farther than this, and whose words the corpus does not know, is about something else.
FAR = 0.24

#: The program is to do something other than answer.
_CHORE = re.compile(
    r"\b(?:can|could|will|would) you (?:please )?(?:write|draft|compose|translate|book|order|calculate|sing|sign)\b"
    r"|^\W*(?:please )?(?:write|draft|compose|translate) (?:me )?(?:a|an|my|this|the) (?:\w+ )?(?:letter|e-?mail|poem|story|essay|speech|song|cv|report|code|program)\b",
    re.IGNORECASE,
)


def out_of_scope(asked: Asked) -> bool:
    """Whether a question is about something else altogether."""
    question = asked.question
    if _CHORE.search(question.text):
        return True
    if (
        question.recommendations
        or question.themes
        or question.paragraphs
        or question.documents
        or question.sections
    ):
        return False
    if (
        question.speakers
        or question.statuses is not None
        or question.whens
        or question.has(Want.WHICH, Want.UNDATED)
    ):
        return False
    if not question.terms or not asked.ranked:
        return False
    nearest = max(r.dense for r in asked.ranked[:10])
    coverage = max(r.own for r in asked.ranked[:10])
    return nearest < FAR or (nearest < 0.31 and coverage < 0.3)
