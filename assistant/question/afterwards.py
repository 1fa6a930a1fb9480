"""Questions about what happened after the documents were written, or what holds today."""

from __future__ import annotations

import re

from assistant.answers.asked import Asked
from assistant.answers.draft import Draft, Quote
from assistant.question.facets import Want

#: Words that ask about now, or about what became of a promise.
_AFTERWARDS = re.compile(
    r"\b(?:yet|these days|nowadays|to date|so far|in the end|eventually|turn(?:ed)? out|ended up|since then|ever since|as things stand|"
    r"still (?:in force|apply|applies|valid|current|the case|stand|stands|required|a thing|exist|exists|in place|relevant|statutory|going|used)|"
    r"(?:hit|meet|met|miss|missed|kept|keep|stick to|stuck to) (?:the|its|that|their|this|his|her) (?:\w+ ){0,4}(?:deadline|date|target|timescale|timetable|promise)|"
    r"(?:deadline|date|target|timescale|timetable|promise|commitment)s? (?:has|have|had|was|were|got)(?: (?:been|not|actually|all|ever))* (?:met|missed|hit|kept|broken)|"
    r"actually (?:happen|done|hit|met|get|go|went|publish|appoint|implement|achieve|bring|brought|set|change|carried|came|come)\w*|(?:did|was|were|has|have|had|does)\b.{0,60}\bever (?!allowed|permitted|acceptable|appropriate)(?:happen\w*|\w+ed\b|get|got|brought|put|made|become|became|go|come|came|set|done|meet|met|actually|carried)|"
    r"in practice now|been (?:superseded|replaced|withdrawn|scrapped|repealed)|"
    r"how (?:has|have|did) .{0,60} (?:changed|worked out|gone|go|improved|fared|turn out|work out)|right now|in force(?! from)|today|currently|last week|last month|yesterday|this (?:month|week)|as of (?:now|today)|now (?:in force|law|in place|done|finished)|done now)\b",
    re.IGNORECASE,
)
#: Opens as a question whether something has been done.
_HAS_BEEN = re.compile(
    r"^\W*(?:and |so |but |ok |well |then )*(?:(?:has|have|had)(?:n't)? (?:the |it|that|this|they|all|every|each|any|munro|ofsted|councils?|local|government|lscbs?|principal|a |an |[a-z]+ )"
    r"|(?:did|was|were) .{0,80}\b(?:on time|in time|as planned|after all|achieved|delivered|successful|work(?:ed)?)\b)",
    re.IGNORECASE,
)
#: A deed is spoken of as done.
_PERFECT = re.compile(
    r"\b(?:has|have|hasn't|haven't)\b.{0,80}?\b(?:been|happened|come|started|begun|gone|published|appointed|done|changed|designated|implemented|finished|revised|introduced|met|set|stopped|ended|\w+ed)\b",
    re.IGNORECASE,
)
#: What something found or led to is asked for.
_RESULT = re.compile(
    r"\bwhat (?:did|were|was|have|has) (?:the )?(?:[\w']+ ){0,8}(?:find|found|findings?|conclude[d]?|conclusions?|results?|outcomes?|reveal(?:ed)?|discover(?:ed)?)\b(?! (?:due|expected))"
    r"|\bwhat (?:came|has come|resulted) (?:out )?(?:of|from)\b|\b(?:results?|outcomes?|findings?|effects?|success) of (?:the )?(?:[\w']+ ){0,4}(?:trials?|pilots?|consultation|interim assessment|reforms?|review of progress|extension)"
    r"|\bhow (?:did|many|have) (?:\w+ ){1,5}(?:reply|replied|respond|responded|react|reacted) to the (?:\w+ )?consultation|\bwho (?:was|became|got|has been|did they|is) (?:the )?(?:\w+ )?(?:appointed|first|named|new) (?:as|chief|to)",
    re.IGNORECASE,
)
#: A year, or an edition of a year, after the documents were written.
_LATER_YEAR = re.compile(
    r"\b(?:working together|guidance|act|framework|edition|version|update|position|law|inspection|statute|keeping children safe|review)\w*\W+(?:to safeguard children\W+)?(?:of |from |in |\()?20(?:1[3-9]|[2-9]\d)\b"
    r"|\b(?:in|since|by|as of|for|after|during|from)\s+20(?:1[6-9]|[2-9]\d)\b|\b20(?:1[3-9]|[2-9]\d) (?:version|edition|update|guidance|act|inspection|framework|working together)\b",
    re.IGNORECASE,
)

#: The documents' own words are asked for, whatever the tense.
_WHAT_IT_SAYS = re.compile(
    r"\b(?:munro'?s? (?:view|argument|opinion)|(?:did|does) (?:professor |prof |eileen )*munro(?!'s)|(?:response|guidance|letter|document|government|notice|briefing|foreword|munro) (?:say|said|says|argue[ds]?|describe[ds]?))\b",
    re.IGNORECASE,
)

#: What is in force now.
_LATEST = re.compile(
    r"\b(?:latest|current|newest|most recent|up[- ]to[- ]date) (?:version|guidance|position|edition|update|rules?|law|policy|framework|chief|status|working together|statutory|inspection|requirements?|arrangements?|holder|post)|any (?:progress|news|updates?)\b",
    re.IGNORECASE,
)

#: "Has a date been set for …?" asks for the date.
_DATE_SET = re.compile(
    r"\b(?:date|deadline|timescale|timetable)s? (?:been |yet )*(?:set|given|fixed|agreed|named|laid down|published)\b",
    re.IGNORECASE,
)

#: What came of it in fact.
_IN_FACT = re.compile(
    r"^\W*(?:and |so |but )*(?:did|have|has|was|were)\b.*\b(?:ever(?! allowed)|in fact|in reality|in practice|in the event|successfully|actually (?:have|had|been|be|in place|up and running))\b|\b(?:end|ended|finish|finished|wound|wind) up \w+ing\b|\bwho (?:got|landed|ended up (?:in|with))\b|^\W*(?:and |so |but |ok |well )*(?:did|have|has|was|were)\b.*\b(?:on time|in time|slip(?:ped)?|as promised|as planned|for real)\b",
    re.IGNORECASE,
)

#: "And did they?": nothing but whether it was done.
_DID_THEY = re.compile(
    r"^\W*(?:and |so |but |ok )*(?:did|have|has|was|were) (?:they|it|that|this|he|she|(?:the )?(?:councils?|ministers|government|boards|authorities))(?: (?:actually|ever|all|really))*"
    r"(?: (?:do|done|happen\w*|met|been done|been implemented|been completed|been met|been published|manage\w*|it|so|that|this|make it))*(?: (?:since|yet|now|then|in the end|on time|in time|on schedule|as planned|by then))?\W*$",
    re.IGNORECASE,
)


def after_the_guidance(asked: Asked, draft: Draft) -> bool:
    """Whether a question asks what happened after the documents were written, or what holds today."""
    question, text = asked.question, asked.question.text
    if _LATER_YEAR.search(text) or _LATEST.search(text) or _IN_FACT.search(text) or _DID_THEY.match(text):
        return True
    if draft.from_records and question.has(Want.WHICH, Want.COUNT):
        return False
    if _RESULT.search(text) and _only_promised(draft) and (_later(asked) or not _WHAT_IT_SAYS.search(text)):
        return True
    if question.has(Want.WHEN) and _PLANNED.search(question.focus):
        return False
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


#: "When were employers meant to see it actually implemented?" asks for the plan.
_PLANNED = re.compile(
    r"\bwhen (?:does|do|is|are|will|would|should)\b(?!.*\bever\b)|\bwhen (?:was|were|did)\b.*\b(?:meant|supposed|expected|due|planned|intended|going|to be|want(?:ed)?)\b",
    re.IGNORECASE,
)


def _later(asked: Asked) -> bool:
    """Whether a question names a time after the last of the documents."""
    written = max(d.date for d in asked.corpus.documents)
    return any((w.first or w.last or written) > written for w in asked.question.whens)


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
