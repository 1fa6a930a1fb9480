"""Questions about an actual person or case, which guidance cannot decide."""

from __future__ import annotations

from assistant.language.phrases import Phrases
from assistant.question.question import Question

_KIN = "family|child|boy|girl|baby|toddler|mother|mum|father|dad|parent|teenager|brother|sister|sibling|gran|nan|uncle|aunt"
_KINS = f"(?:{_KIN}|families|children|babies)s?"
#: The person asks what they, or somebody, should do.
_PERSONAL_DECISION = Phrases(
    rf"(?:should|can|could|must) (?:this|that|my) (?:\w+ )?(?:{_KIN})",
    "(?:should|can|could|must|shall|do|may|would) (?:i|we|he|she|they)|am i (?:allowed|right to|able|supposed|required)",
    "what (?:should|do|would|can|must) (?:i|we|you) (?:do|say|tell|put|write|advise)|what would you do|what now",
    "is it (?:ok|okay|safe|enough|legal|right)(?: for me)? to|do(?:es)? (?:this|it|that) meet (?:the )?threshold",
    "how (?:do|should|can) i (?:respond|deal|handle|manage|approach|talk|get|persuade|write)|need advice|advise me",
    "i(?:'m| am) (?:not sure|unsure|wondering) (?:whether|if) (?:to|i)",
    "suits? (?:him|her|them)|(?:better|best|safer|right) for (?:him|her|them)",
    "(?:can|could|will|would) you (?:assess|decide|write|draft|look at|review) (?:my|this|the|a)",
)

#: One child, family or case is spoken of.
_SPECIFIC = Phrases(
    rf"(?:this|that) (?:(?:section )?\d+ )?(?:{_KIN}|case|kid|pupil|referral|situation|assessment)",
    r"section (?:20|47)|s\.? ?47",
    "my (?:case|client|caseload|manager|supervisor|team manager|allegation|assessment|chronology|court)",
    "my (?:family|son|daughter|ex|partner|foster)|he|she|him|her|his",
    "in (?:my|a|one) case|(?:a|the|one) case (?:i|we|that i|that we)",
    "(?:on|in|of) my caseload|(?:one|two|some|any|both|all) of (?:my|our) (?:families|children|cases|parents)",
    rf"i(?:'ve| have)(?: got| been (?:allocated|given|assigned)| picked up| taken on)? (?:a|an|this|two|three) (?:\w+ ){{0,2}}(?:{_KINS}|case|young)",
    f"i(?:'m| am) (?:working with|holding|supporting)|i hold|the (?:{_KIN}) (?:in|on|of) my",
    f"(?:a|the) (?:{_KIN}) (?:i|we)",
)

#: "I'm writing up a family", "we've just visited two brothers": no body, post or paper named after them.
_WORKED_WITH = Phrases(
    rf"(?:i|we)(?:'m|'re|'ve| am| are| have)(?: just| been| currently| still)* \w+(?:ing|ed|en)(?: (?:up|with|on|for|out|to))?"
    rf" (?:a|an|this|two|three|four|some) (?:\w+ ){{0,2}}?{_KINS}",
    after=r"(?=\W*$|[,.;:?!]| -| (?:on \w+day|who|whose|that|with|where|at|this|today|now|and (?:i|we|the|they|she|he))\b)",
)

#: "The family that I am visiting": a case without a question of what to do.
_MY_CASE = Phrases(
    "(?:i|we)(?:'m|'re| am| are|'ve been| have been) (?:assessing|working|visiting|supporting|seeing|holding|dealing)",
    before=rf"\b(?:{_KIN}|families|children|case|parents|client) (?:that |who |whom )?",
)
#: "The assessment I'm doing on a family".
_MY_PAPERS = Phrases(
    "(?:i|we)(?:'m|'re| am| are) (?:doing|writing|completing|finishing) (?:on|about|for|with)",
    before=r"\b(?:the|this|an?) (?:[\w-]+ ){0,2}(?:assessment|chronology|referral|plan|report) (?:that |which )?",
    after=rf" (?:an?|this|that|one|my|the) (?:\w+ )?(?:{_KIN})",
)


def case_advice(question: Question) -> bool:
    """Whether a question asks what to do about an actual person or case."""
    text = question.text
    mine = bool(_MY_CASE.search(text) or _MY_PAPERS.search(text))
    if question.recommendations or question.paragraphs or question.themes or question.documents:
        return mine and bool(_PERSONAL_DECISION.search(text))
    specific = _SPECIFIC.search(text) or _WORKED_WITH.search(text)
    return mine or bool(specific and _PERSONAL_DECISION.search(text))
