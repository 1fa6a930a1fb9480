"""What a question wants, read off its wordings."""

from __future__ import annotations

import re

from assistant.question.facets import FACETS, Want


def wants(text: str) -> tuple[frozenset[Want], tuple[tuple[int, int], ...]]:
    """What a question wants, and the spans of the words that say only that."""
    found: set[Want] = set()
    spans: list[tuple[int, int]] = []
    for facet in FACETS:
        for match in facet.pattern.finditer(text):
            if match[0] and not (match[0].lower() == "when" and not _asks_when(text, match)):
                found.add(facet.want)
                if not facet.topical:
                    spans.append(match.span())
    if Want.UNDATED in found and _ASSESSING.search(text):
        found.discard(Want.UNDATED)
    if yes_no(text):
        found.add(Want.YES_NO)
    if _WHEN_CLAUSE.match(text) or _WHEN_INSIDE.match(text):
        found.discard(Want.WHEN)
    topical = _topical_timescales(text)
    if topical and not any(s for s in _when_spans(text) if s not in topical):
        found.discard(Want.WHEN)
    return frozenset(found), tuple(s for s in spans if s not in topical)


#: "assessments without set timescales" are a subject of the guidance, not recommendations without a date.
_ASSESSING = re.compile(r"\bassess\w*[^,.?]{0,40}\b(?:without|no)\b", re.IGNORECASE)

_BEFORE_ASKING_WHEN = re.compile(
    r"(?:^|[,;:.?!(\-–\"'/]|\b(?:know|asks?|asked|asking|says?|said|tell|told|state[sd]?|confirm|and|or|but|of|exactly|just|by|until|till|since|from|is|was|wonder\w*|remember|check|see|show|give|me|us|clear|sure|specify|"
    r"explain|decided?|agreed?|established?|find out|need|want|for|on|as to|out|please|so|then|ok|okay|hi|hello|recommendation|rec|\d+|whether))\W*$",
    re.IGNORECASE,
)

_AFTER_ASKING_WHEN = re.compile(
    r"\W*(?:$|(?:is|are|was|were|will|would|did|do|does|should|has|have|had|can|could|must|shall|might|due|exactly|roughly|precisely|by|then|abouts|again|please|approximately)\b)",
    re.IGNORECASE,
)


def _asks_when(text: str, match: re.Match[str]) -> bool:
    """Whether a "when" asks for a time; "what should be included when boards report" asks something else."""
    return bool(
        _AFTER_ASKING_WHEN.match(text, match.end()) or _BEFORE_ASKING_WHEN.search(text[: match.start()])
    )


#: "When something goes wrong, where …?": the question comes after.
_WHEN_CLAUSE = re.compile(
    r"^\W*when\b[^,?]*,\s*(?:what|where|who|which|how|why|is|are|do|does|did|will|would|should|can)\b",
    re.IGNORECASE,
)

#: "What was her job when she sat on the group?": another thing is asked.
_WHEN_INSIDE = re.compile(
    r"^\W*(?:what|who|which|where|how|why|whose)\b(?:(?!\b(?:and|or|dates?|deadlines?|due|timescale)\b)[^,])*\bwhen (?:she|he|they|it|the|a|an|something|you|we|i)\b(?:(?!\b(?:and|by|date|deadline)\b).)*$",
    re.IGNORECASE,
)

#: "assessment timescales" are a subject of the guidance, not a question of when.
TIMESCALES_AS_TOPIC = re.compile(
    r"(?<=assessment )time ?(?:scales?|limits?|frames?)|(?:(?<=statutory )|(?<=prescribed )|(?<=flexible )|(?<=national )|(?<=without the fixed )|(?<=without fixed )|(?<=rigid ))timescales?|timescales?(?= for (?:an |the |initial |core )*assessments?)"
    r"|(?<=removing )timescales?|(?<=remove )timescales?|(?<=by )timescales(?= and)",
    re.IGNORECASE,
)


def _topical_timescales(text: str) -> set[tuple[int, int]]:
    spans = {m.span() for m in TIMESCALES_AS_TOPIC.finditer(text)}
    return {s for s in _when_spans(text) if any(s[0] >= t[0] and s[1] <= t[1] for t in spans)}


def _when_spans(text: str) -> list[tuple[int, int]]:
    return [m.span() for f in FACETS if f.want is Want.WHEN for m in f.pattern.finditer(text)]


_YES_NO = re.compile(
    r"^\W*(?:(?:and|so|but|then|ok|okay|well|hi|hello|please|also|er|um|actually|just|can you (?:tell|confirm)(?: me)?|could you (?:tell|confirm)(?: me)?|tell me|confirm|i take it|quick one|is it true that|isn't it true that|am i right(?: that| in thinking)?)[,:\-]? )*"
    r"(?:(?:of|among|amongst|out of|for|in|under|within|looking at|taking|across) [^,?]{3,60}, )?"
    r"(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|must|isn't|aren't|wasn't|weren't|doesn't|didn't|hasn't|won't|am|whether|if|will we)\b",
    re.IGNORECASE,
)

_TAG = re.compile(
    r"(?:,|-|\.|\?)? ?\b(?:right|correct|yes or no|true|is that (?:right|correct|true|so)|isn't it|wasn't it|didn't (?:it|they|he|she)|doesn't it|weren't they|"
    r"haven't they|hasn't it|don't they|aren't they|is it not|am i right|no|yeah|or not|won't (?:it|they)|surely)\s*\?+\s*$"
    r"|\bwhether\b|\bi (?:was told|heard|thought|understand|believe|gather|read)\b|\btrue or false\b",
    re.IGNORECASE,
)


def yes_no(text: str) -> bool:
    """Whether a question can be answered with yes or no."""
    return bool(_YES_NO.match(text) or _TAG.search(text))
