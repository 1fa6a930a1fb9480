"""What a question wants, read off its wordings."""

from __future__ import annotations

import re

from assistant.language.phrases import Phrases
from assistant.library.people import NOBODY, Reviewer
from assistant.question.facets import Facet, Want, facets
from assistant.question.focus import sentences
from assistant.question.set_query.undated import lacking_dates
from corpus.patterns import lazy_regex

#: Words of a wording that says only what is wanted; a longer one says what it is about as well.
LONGEST = 8


def wants(text: str, reviewer: Reviewer = NOBODY) -> tuple[frozenset[Want], tuple[tuple[int, int], ...]]:
    """What a question wants, and the spans of the words that say only that.

    Args:
        text: the question.
        reviewer: the one who recommends: what is asked of that one wants the recommendation or the argument.
    """
    found: set[Want] = set()
    spans: list[tuple[int, int]] = []
    topics = [m.span() for m in TIMESCALES_AS_TOPIC.finditer(text)]
    for facet in facets(reviewer.pattern):
        for match in facet.phrases.finditer(text):
            if _shows(facet, match, topics):
                found.add(facet.want)
                if not facet.topical and len(match[0].split()) <= LONGEST:
                    spans.append(match.span())
    for fate in _FATE.finditer(text):
        found.add(Want.STATUS)
        spans += [fate.span(g) for g in ("verb", "verb_") if fate[g]]
    if undated := [s for s in lacking_dates(text) if not any(a <= s[1] <= b for a, b in topics)]:
        found.add(Want.UNDATED)
        spans += undated
    if yes_no(text):
        found.add(Want.YES_NO)
    if _WHEN_CLAUSE.match(text) or _WHEN_INSIDE.match(text) or _YEAR_OF_A_LAW.search(text):
        found.discard(Want.WHEN)
    return frozenset(found), tuple(spans)


#: "How did each of them come out?": what was answered, without the words for what it was answered to.
_FATE = lazy_regex(
    r"\bhow (?:[^?]{0,40}\b(?P<verb>received|treated|fared?|answered)"
    r"|(?:did|does|do|have|has)\b[^?.;:]{0,60}? (?P<verb_>(?:come|came|turn|turned) out|end(?:ed)? up|get on|got on))\b"
    r"|\bwhat (?:happened to|became of) (?=each\b|every\b|all (?:of )?(?:them|those|these)\b)",
    re.IGNORECASE,
)


def _shows(facet: Facet, match: re.Match[str], topics: list[tuple[int, int]]) -> bool:
    """Whether a wording shows a want where it stands: no "when" that joins clauses, no time limit that is a subject."""
    if facet.want not in (Want.WHEN, Want.UNDATED):
        return True
    if any(start <= match.start() and match.end() <= end for start, end in topics):
        return False
    if match[0].lower() == "by":
        return not _NAMES_THING.search(match.string)
    return match[0].lower() != "when" or _asks_when(match.string, match)


#: "What should it be informed by?": the "by" at the end has its object, and asks for no time.
_NAMES_THING = Phrases("what|who|whom|whose|which")


_BEFORE_ASKING_WHEN = Phrases(
    r"^|[,;:.?!(\-–\"'/]|\b\d+",
    r"\b(?:know|asks?|asked|asking|says?|said|tell|told|state[sd]?|confirm|wonder\w*|remember|check|see|show|give|need)",
    r"\b(?:sure|clear|specify|explain|decided?|agreed?|established?|find out|want|recommendation|rec|whether|me|us)",
    r"\b(?:and|or|but|of|exactly|just|by|until|till|since|from|is|was|for|on|as to|out|please|so|then|ok|okay|hi|hello)",
    after=r"\W*$",
    whole_words=False,
)

_AFTER_ASKING_WHEN = Phrases(
    r"$|(?:is|are|was|were|will|would|did|do|does|should|has|have|had|can|could|must|shall|might)\b",
    r"(?:due|exactly|roughly|precisely|by|then|abouts|again|please|approximately)\b",
    before=r"\W*",
    whole_words=False,
)


def _asks_when(text: str, match: re.Match[str]) -> bool:
    """Whether a "when" asks for a time; "what should be included when boards report" asks something else."""
    before, after = text[: match.start()], text[match.end() :]
    tells = _TELLS_OF.search(before) and not re.search(r"\bshould\b", after)
    return bool(
        after.lstrip().startswith("(")
        or tells
        or _AFTER_ASKING_WHEN.match(text, match.end())
        or _BEFORE_ASKING_WHEN.search(before)
        or (_TELLS_PLAN.match(after) and not _ASKS_ELSE.search(before) and not _YES_NO.match(before))
    )


#: "… when the rewrite was supposed to land": a plan for one certain thing has a date.
_TELLS_PLAN = lazy_regex(
    r"\s*(?:the|this|that|these|those|their|our|its|her|his|it|they|we|she|he|[A-Z])\b[^,;:.?!]*?"
    r"(?:\b(?:is|are|was|were)|'s|'re) (?:\w+ )?(?:to|due|going to|supposed to|meant to|expected|scheduled|planned|intended)\b"
    r"|\s*(?:the|this|that|these|those|their|our|its|it|they)\b[^,;:.?!]*?\b(?:will|would)\b",
)
#: What else is asked for before a "when" that may only join clauses.
_ASKS_ELSE = Phrases("what|which|who|whom|whose|where|why|how")


#: "What does it say about when the post will be filled?"; of when something should be done it may say a rule.
_TELLS_OF = Phrases(
    r"\b(?:says?|said|tells?|told|asks?|asked|wrote) (?:\w+ )?about", after=r"\W*$", whole_words=False
)


#: "When something goes wrong, where …?": the question comes after.
_WHEN_CLAUSE = lazy_regex(
    r"^\W*when (?!(?:is|are|was|were|did|do|does|will|would|has|have|had|should)\b)[^,?]*,\s*(?:what|where|who|which|how|why|is|are|do|does|did|will|would|should|can)\b",
    re.IGNORECASE,
)

#: "What was her job when she sat on the group?": another thing is asked.
_WHEN_INSIDE = Phrases(
    r"(?<!say about )(?<!said about )(?<!as to )\bwhen (?:she|he|they|it|the|a|an|something|you|we|i)\b(?:(?!\b(?:and|by|date|deadline)\b).)*$",
    before=r"^\W*(?:what|who|which|where|how|why|whose)\b(?:(?!\b(?:and|or|dates?|deadlines?|due|timescale)\b)[^,])*",
    whole_words=False,
)

#: The year that a law is cited by is a part of its name, no time of anything.
_YEAR_OF_A_LAW = lazy_regex(
    r"\b(?:which|what) year['’]?s (?:[A-Z]\w+ ){0,3}(?:Act|Bill|law|legislation)\b"
    r"|\b(?:Act|Bill|law|legislation)\b[^?]*\b(?:of|from|by) (?:which|what) year\b",
    re.IGNORECASE,
)

#: Time limits on assessments, and those that rules set, are a subject of the guidance, not a question of when.
_LIMITS = r"time ?(?:scales?|limits?|frames?)"
TIMESCALES_AS_TOPIC = Phrases(
    rf"assess\w* (?:{_LIMITS}|deadlines)",
    rf"assess\w*(?: \w+){{0,3}} (?:without|with no)(?: \w+){{0,2}} (?:{_LIMITS}|deadlines?)",
    rf"{_LIMITS} (?:for|on) (?:(?:an|the|initial|core|statutory) )*assess\w*",
    rf"(?:statutory|prescribed|flexible|national|rigid) {_LIMITS}",
    rf"(?:remov|relax|drop|scrap|abolish|lift)\w* (?:the )?{_LIMITS}",
)


_LEADING_UP = (
    "and|so|but|then|ok|okay|well|hi|hello|please|also|er|um|actually|just|tell me|confirm|i take it|quick one"
    "|(?:can|could) you (?:tell|confirm)(?: me)?|is(?:n't)? it true that|am i right(?: that| in thinking)?"
)
_OUT_OF = "of|among|amongst|out of|for|in|under|within|looking at|taking|across"
_YES_NO = Phrases(
    "is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|must|am|whether|if|will we",
    "isn't|aren't|wasn't|weren't|doesn't|didn't|hasn't|won't",
    before=rf"^\W*(?:(?:{_LEADING_UP})[,:\-]? )*(?:(?:{_OUT_OF}) [^,?]{{3,60}}, )?",
)

_IS_IT_SO = (
    "right|correct|yes or no|true|is that (?:right|correct|true|so)|am i right|no|yeah|or not|surely"
    "|(?:is|was|did|does|were|have|has|had|do|are|wo|will|would|should|must|ca|could)(?:n['’]t (?:it|they|he|she|that|there)(?: (?:so|right|correct|true))?| (?:it|they|he|she) not)"
)
_TAG = Phrases(
    rf"(?:,|-|\.|\?)? ?\b(?:{_IS_IT_SO})\s*\?+\s*$",
    r"\bwhether\b|\bi (?:was told|heard|thought|understand|believe|gather|read)\b|\btrue or false\b",
    whole_words=False,
)


def yes_no(text: str) -> bool:
    """Whether a question can be answered with yes or no."""
    asking = sentences(text)[-1:]
    return bool(_YES_NO.match(text) or any(map(_YES_NO.match, asking)) or _TAG.search(text))
