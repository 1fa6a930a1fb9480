"""The ways in which a time is asked for."""

from __future__ import annotations

from assistant.language.phrases import Phrases

_UNIT = "(?:dates?|days?|months?|years?|seasons?|quarters?|time of year)"
_EXACT = "(?:exact|precise|specific|particular|actual|calendar|very|target|rough|approximate)"
_HAPPENS = "(?:start|finish|end|launch|completion|introduction|publication|delivery|implementation)"

#: A preposition that leaves its object to the "what" before.
_STRANDED = r"(?:on|upon|for)(?=\W*$|[?.,;:]| (?:before|until|till)\b)"
#: "The very latest a council should have named one": how late something may be done.
_SOMEBODY = r"(?:that |by which )?(?:an?|the|any|every|each|all|our|my|we|you|they|it|one|\w+s)\b"
_MUST = r"(?:should|could|can|must|may|might|(?:had|has|have|were|was|is|are) (?:\w+ )?to|need(?:s|ed)? to)\b"

#: What comes first is asked for: the time of a thing is told by another thing that it waits for.
_CONDITION = (
    r"what (?:has|have|had|needs?|needed|must|did) (?:to )?(?:happen|come|be \w+|take place)[^?.;]{0,30}? before",
    rf"what[^?.,;]* (?:waiting|wait|waits|hang|hangs|hanging|hinges?|hinging) {_STRANDED}",
    r"what(?:'s|s| is| was| has been)? (?:holding|held)(?: \w+)? up",
)

WHICH_IS_WHICH = r"(?:what|which)(?: \w+)? goes with which|which(?: \w+)? is which"
"""Several dates are known, and it is asked what each is of."""

#: Wordings that ask when, each a piece of a regular expression.
WHEN_WORDINGS: tuple[str, ...] = (
    "by when|wen|t/scales?|cut-?offs?|(?:the|a|any|our|final|last|absolute) cut off|backstop",
    rf"the (?:very |absolute )?latest(?= {_SOMEBODY}[^?.;,]*? {_MUST})|at the (?:very )?latest",
    "(?:planned|expected|proposed|intended|likely) (?:start|finish|end|launch|completion|introduction|publication)",
    r"(?:what|which)(?:'s| is| was) the target(?= (?:for|date)\b|\W*$)|(?:what|which) target(?!s)",
    f"{_HAPPENS} (?:aim|target)s?",
    "(?:what|which) (?:time|part|stretch|bit|half|end) of (?:the |that )?year",
    r"(?:(?<=^)|(?<=[:;,-] ))(?:month|year|season) (?:for|of)(?= (?:the|its|their|this|that)\b)",
    "(?:what|which)(?:'s| is| was)?(?: the)? (?:window|backstop|cut-?off|slot|period)",
    "(?:over|during|within|in) what (?:period|window|timeframe|season)",
    "the (?:year|month|date|day|season|quarter|point) (?:by|in|on|from|until|at) which",
    r"(?<=\w )by(?=\s*\?*\s*$)|when(?=\W*$)|(?:month|season|year)(?=\s*\?+\s*$)",
    "(?:which|what) (?:financial |calendar |school )?(?:years?|months?|seasons?)",
    r"(?:what|which)(?: \w+){0,3} period|over what (?:period|time)",
    "(?:start|starting|finish|end|which|what) months?|from when|since when|until when|till when",
    r"when(?!ever)(?!\s+\w+ing\b)(?!\s+it comes)(?:'s|s)?|wh?en is",
    "how (?:soon|quickly|fast|rapidly|long|much longer|much time)|how far (?:off|away|ahead)",
    "by what (?:date|point|time|month|year|stage)|at what (?:point|stage|time|speed|pace)",
    rf"(?:what|which|wot)(?:'s| is)?(?: the)?(?: {_EXACT})? {_UNIT}",
    "(?:completion|start|finishing|finish|end|target|due|implementation|publication|closing|delivery|cut-off) dates?",
    "(?:key|expected|planned|exact|precise|actual|calendar|final|latest|earliest) dates?",
    "dates?|deadlines?|dead lines?|time ?scales?|time ?frames?|time ?lines?|timetables?",
    r"timings?(?=\W*$| (?:please|then|too|as well)\b)",
    r"(?:any|the|what|exact|likely|expected) timings?(?= (?:on|for|of|given|set|there|was|were|did|promised)\b)",
    "schedules?|scheduled|target dates?|milestones?|due(?: (?:by|to|for|in|on|date|out|back))?",
    r"eta|what point|(?:have|got) (?:we|they|\w+s) got until|wehn|whn",
    *_CONDITION,
)

#: How long until something comes, not how long it goes on.
_WAIT = Phrases(
    r"how (?:long|much longer)\b[^?.,;]*?\b(?:wait(?:ed|ing)?|before|until|till)",
    r"how (?:long|much longer) (?:have|has|had|do|did|does|were|was|is|are) (?:\w+ ){1,4}?"
    r"(?:got|given|left|give|allow|allowed|set)(?: (?:it|them|him|her|our)sel(?:f|ves)| us| them)? (?:to|for)",
    r"how (?:long|much longer) for (?=the|our|an?|each|every|rec)",
    r"how (?:many|few) (?:days|weeks|months|years|terms)\b[^?.,;]*?\b(?:before|until|till|to go|left|away|off|from now)",
    r"how much (?:notice|warning|lead time|time)",
)


def asks_wait(text: str) -> bool:
    """Whether "how long" or "how many months" asks for the time until something comes."""
    return bool(_WAIT.search(text))
