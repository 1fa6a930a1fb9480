"""Questions that the guidance cannot answer by their kind: about a case, about afterwards, about something else."""

from __future__ import annotations

import re

from assistant.answers.asked import Asked
from assistant.answers.draft import Draft, Quote
from assistant.question.facets import Want
from assistant.question.question import Question

_MINE = re.compile(
    r"\b(?:my|our|this|the|a|an) (?:\w+ ){0,2}(?:case|caseload|client|service user|family i|child i|family we|child we|supervisor says|manager (?:wants|says|told|thinks|won't)|foster carer|mum|mother|dad|father|stepdad|sibling group|"
    r"boy|girl|teenager|toddler|baby|parents?|family|child|pupil)\b",
    re.IGNORECASE,
)
_PERSONAL_DECISION = re.compile(
    r"\b(?:should|can|could|must|shall|do|may|would) (?:i|we|he|she|they)\b|\bwhat (?:should|do|would|can|must) (?:i|we|you) (?:do|say|tell|put|write|advise)\b|\bam i (?:allowed|right to|able|supposed|required)\b"
    r"|\bis it (?:ok|okay|safe|enough|legal|right)(?: for me)? to\b|\bdo(?:es)? (?:this|it|that) meet (?:the )?threshold\b|\bhow (?:do|should|can) i (?:respond|deal|handle|manage|approach|talk|get|persuade|write)\b|\bneed advice\b|\badvise me\b"
    r"|\bwhat would you do\b|\bi(?:'m| am) (?:not sure|unsure|wondering) (?:whether|if) (?:to|i)\b|\b(?:can|could|will|would) you (?:assess|decide|write|draft|look at|review) (?:my|this|the|a)\b|\bwhat now\b",
    re.IGNORECASE,
)
_SPECIFIC = re.compile(
    r"\b(?:this|that) (?:family|child|case|boy|girl|baby|mother|father|mum|dad|kid|parent|teenager|pupil|referral|situation|assessment|section 47)\b|\bmy (?:case|client|caseload|manager|supervisor|team manager|family|allegation|assessment|chronology|court|son|daughter|ex|partner|foster)\b"
    r"|\bin my case\b|\b(?:he|she|him|her|his)\b|\bi(?:'ve| have)(?: got)? (?:a|an|this|two|three) (?:\w+ ){0,2}(?:child|children|family|case|young|mum|dad|mother|father|girl|boy|teenager|baby)\b|\bi(?:'m| am) (?:working with|holding|supporting)\b|\bi hold\b|\bsection 47\b|\bs\.? ?47\b|\bsection 20\b|\bthe (?:dad|mum|mother|father|family|child|boy|girl) (?:in|on|of) my\b"
    r"|\b(?:a|the) (?:child|family|mum|mother|father|dad|boy|girl|teenager) (?:i|we)(?:'m| am|'re| are| work| visit| support| know| see)?\b",
    re.IGNORECASE,
)


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


#: Words that ask about now, or about what became of a promise.
_AFTERWARDS = re.compile(
    r"\b(?:yet|these days|nowadays|to date|so far|in the end|eventually|turn(?:ed)? out|ended up|since then|ever since|as things stand|"
    r"still (?:in force|apply|applies|valid|current|the case|stand|stands|required|a thing|exist|exists|in place|relevant|statutory|going|used)|"
    r"(?:hit|meet|met|miss|missed|kept|keep|stick to|stuck to) (?:the|its|that|their|this|his|her) (?:\w+ ){0,4}(?:deadline|date|target|timescale|timetable|promise)|"
    r"actually (?:happen|done|hit|met|get|go|went|publish|appoint|implement|achieve|bring|brought|set|change|carried|came|come)\w*|(?:did|was|were|has|have|had|does)\b.{0,60}\bever (?!allowed|permitted|acceptable|appropriate)(?:happen\w*|\w+ed\b|get|got|brought|put|made|become|became|go|come|came|set|done|meet|met|actually|carried)|"
    r"in practice now|been (?:superseded|replaced|withdrawn|scrapped|repealed)|"
    r"how (?:has|have|did) .{0,60} (?:changed|worked out|gone|go|improved|fared|turn out|work out)|right now|today|currently|last week|last month|yesterday|this (?:month|week)|as of (?:now|today)|now (?:in force|law|in place|done|finished)|done now)\b",
    re.IGNORECASE,
)
_HAS_BEEN = re.compile(
    r"^\W*(?:and |so |but |ok |well |then )*(?:(?:has|have|had)(?:n't)? (?:the |it|that|this|they|all|every|each|any|munro|ofsted|councils?|local|government|lscbs?|principal|a |an |[a-z]+ )"
    r"|(?:did|was|were) .{0,80}\b(?:on time|in time|as planned|after all|achieved|delivered|successful|work(?:ed)?)\b)",
    re.IGNORECASE,
)
_PERFECT = re.compile(
    r"\b(?:has|have|hasn't|haven't)\b.{0,80}?\b(?:been|happened|come|started|begun|gone|published|appointed|done|changed|designated|implemented|finished|revised|introduced|met|set|stopped|ended|\w+ed)\b",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"\bwhat (?:did|were|was|have|has) (?:the )?(?:[\w']+ ){0,8}(?:find|found|findings?|conclude[d]?|conclusions?|results?|outcomes?|reveal(?:ed)?|discover(?:ed)?)\b(?! (?:due|expected))"
    r"|\bwhat (?:came|has come|resulted) (?:out )?(?:of|from)\b|\b(?:results?|outcomes?|findings?|effects?|success) of (?:the )?(?:[\w']+ ){0,4}(?:trials?|pilots?|consultation|interim assessment|reforms?|review of progress|extension)"
    r"|\bhow (?:did|many|have) (?:\w+ ){1,5}(?:reply|replied|respond|responded|react|reacted) to the (?:\w+ )?consultation|\bwho (?:was|became|got|has been|did they|is) (?:the )?(?:\w+ )?(?:appointed|first|named|new) (?:as|chief|to)",
    re.IGNORECASE,
)
_LATER_YEAR = re.compile(
    r"\b(?:working together|guidance|act|framework|edition|version|update|position|law|inspection|statute|keeping children safe|review)\w*\W+(?:to safeguard children\W+)?(?:of |from |in |\()?20(?:1[3-9]|[2-9]\d)\b"
    r"|\b(?:in|since|by|as of|for|after|during|from)\s+20(?:1[6-9]|[2-9]\d)\b|\b20(?:1[3-9]|[2-9]\d) (?:version|edition|update|guidance|act|inspection|framework|working together)\b",
    re.IGNORECASE,
)
#: The documents' own words are asked for, whatever the tense.
_WHAT_IT_SAYS = re.compile(
    r"\b(?:munro'?s? (?:view|argument|opinion)|did munro(?!'s)|does munro(?!'s)|(?:response|guidance|letter|document|government|notice|briefing|foreword|munro) (?:say|said|says|argue[ds]?|describe[ds]?))\b",
    re.IGNORECASE,
)


#: "Has a date been set for …?" asks for the date.
#: What is in force now.
_LATEST = re.compile(
    r"\b(?:latest|current|newest|most recent|up[- ]to[- ]date) (?:version|guidance|position|edition|update|rules?|law|policy|framework|chief|status|working together|statutory|inspection|requirements?|arrangements?|holder|post)|any (?:progress|news|updates?)\b",
    re.IGNORECASE,
)
_DATE_SET = re.compile(
    r"\b(?:date|deadline|timescale|timetable)s? (?:been |yet )*(?:set|given|fixed|agreed|named|laid down|published)\b",
    re.IGNORECASE,
)


_IN_FACT = re.compile(
    r"^\W*(?:and |so |but )*(?:did|have|has|was|were)\b.*\b(?:ever(?! allowed)|in fact|in reality|in practice|in the event|successfully)\b",
    re.IGNORECASE,
)
_DID_THEY = re.compile(
    r"^\W*(?:and |so |but |ok )*(?:did|have|has|was|were) (?:they|it|that|this|he|she|(?:the )?(?:councils?|ministers|government|boards|authorities))(?: (?:actually|ever|all|really))*"
    r"(?: (?:do|done|happen\w*|met|been done|been implemented|been completed|been met|been published|manage\w*|it|so|that|this|make it))*(?: (?:since|yet|now|then|in the end))?\W*$",
    re.IGNORECASE,
)


def after_the_guidance(asked: Asked, draft: Draft) -> bool:
    """Whether a question asks what happened after the documents were written, or what holds today."""
    question, text = asked.question, asked.question.text
    if _LATER_YEAR.search(text) or _LATEST.search(text) or _IN_FACT.match(text) or _DID_THEY.match(text):
        return True
    if draft.from_records and question.has(Want.WHICH, Want.COUNT):
        return False
    if _RESULT.search(text) and _only_promised(draft) and not _WHAT_IT_SAYS.search(text):
        return True
    if _AFTERWARDS.search(text):
        return not _said(asked, draft) and not (_WHAT_IT_SAYS.search(text) and not _PERFECT.search(text))
    if (
        question.statuses is not None
        or question.has(Want.UNDATED)
        or _WHAT_IT_SAYS.search(text)
        or _DATE_SET.search(text)
    ):
        return False
    return bool(_HAS_BEEN.search(question.focus) and _PERFECT.search(question.focus)) and not _reported(draft)


def _reported(draft: Draft) -> bool:
    """Whether the first quote itself tells of something done ("The SWRB has already developed …")."""
    first = next((q.passage.text for line in draft.lines for q in line.quotes), "")
    return bool(
        re.search(
            r"\b(?:has|have) (?:already |been |also |asked|established|made)|\balready\b|\bthere are now\b",
            first,
            re.IGNORECASE,
        )
    ) or not _PROMISE.search(first)


def _said(asked: Asked, draft: Draft) -> bool:
    """Whether the question's own word for now stands in the quotes ("The SWRB has already …")."""
    words = {
        m.lower()
        for m in re.findall(
            r"\b(?:currently|current|today|already|at present|so far|to date)\b",
            asked.question.focus,
            re.IGNORECASE,
        )
    }
    shown = " ".join(q.passage.text.lower() for q in _shown(draft))
    return bool(words) and any(re.search(rf"\b{w}", shown) for w in words)


_PROMISE = re.compile(
    r"\b(?:will|shall|should|plans?|intends?|aims?|envisages?|proposes|proposing|expected|due|to be|would|further consideration|minded)\b",
    re.IGNORECASE,
)


def _only_promised(draft: Draft) -> bool:
    return any(_PROMISE.search(q.passage.text) for q in _shown(draft))


def _shown(draft: Draft) -> list[Quote]:
    return [q for line in draft.lines for q in line.quotes] + list(draft.quotes)


#: A question whose nearest passage is farther than this, and whose words the corpus does not know, is about something else.
FAR = 0.24


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
