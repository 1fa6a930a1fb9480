"""What a question wants: a table of wants and the wordings that show them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from corpus.model import Status


class Want(StrEnum):
    """A kind of thing that can be asked for."""

    WHEN = "when"
    STATUS = "status"
    ARGUMENT = "argument"
    RECOMMENDATION = "recommendation"
    RESPONSE = "response"
    WHO = "who"
    WHICH = "which"
    """Which recommendation (or recommendations)."""
    COUNT = "count"
    AMOUNT = "amount"
    """How many or how much of something, or what share."""
    LIST = "list"
    COMPARE = "compare"
    ORDER = "order"
    EARLIEST = "earliest"
    LATEST = "latest"
    YES_NO = "yes_no"
    UNDATED = "undated"
    """Whether something has no date."""
    THEME = "theme"
    """Which theme."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A want and one pattern that shows it."""

    want: Want
    pattern: re.Pattern[str]
    topical: bool
    """True where the words matched still say what the question is about, and stay among its terms."""


def _f(want: Want, pattern: str, topical: bool = False) -> Facet:
    return Facet(want, re.compile(rf"\b(?:{pattern})(?!\w)", re.IGNORECASE), topical)


_REC = r"(?:recommendation|rec|recc?s?|recomm?endation|proposal)s?"

FACETS: tuple[Facet, ...] = (
    _f(
        Want.UNDATED,
        r"(?:no|without|(?:not|n't) (?:have|got|give|given|carry)(?: an?y?| got)?|lack(?:s|ing)?)(?: (?:a|any|fixed|firm|set|specific|calendar|actual|real|clear|definite|hard|named|precise))* (?:dates?|deadlines?|time ?scales?|time ?lines?|time ?frames?)",
    ),
    _f(Want.UNDATED, r"undated|open[- ]ended|isn't dated|not dated|aren't dated"),
    _f(
        Want.WHEN,
        r"by when|wen|(?<=\w )by(?=\s*\?*\s*$)|when(?=\W*$)|(?:which|what) (?:financial |calendar |school )?(?:years?|months?)|(?:what|which)(?: \w+){0,3} period|over what (?:period|time)|(?:start|starting|finish|end|which|what) months?|from when|since when|until when|till when|when(?!ever)(?!\s+\w+ing\b)(?!\s+it comes)(?:'s|s)?|wh?en is|how soon|how quickly|how long|how far off|by what (?:date|point|time|month|year|stage)|at what (?:point|stage|time)|(?:what|which|wot)(?:'s| is)?(?: the)? (?:date|day|month|year|season|time of year|quarter)s?|(?:completion|start|finishing|finish|end|target|due|implementation|publication|key|expected|planned|exact|precise|actual|calendar|final|closing|delivery|latest|earliest|cut-off) dates?|dates?|deadlines?|dead lines?|time ?scales?|time ?frames?|time ?lines?|timetables?|schedules?|scheduled|target dates?|milestones?|due(?: (?:by|to|for|in|on|date|out|back))?|eta|what point|(?:have|got) (?:we|they|councils) got until|wehn|whn|how much time",
    ),
    _f(
        Want.STATUS,
        r"accept(?:s|ed|ing|ance)?(?: (?:outright|in full|in principle|fully|wholly|without (?:qualification|reservation)|wholeheartedly|unconditionally))?|acept(?:ed)?|excepted|(?:what(?:'s| is| was)?|the|same|their|its|which|any|give me|response|list|all|every) status(?:es)?|each status|status categor(?:y|ies)|status groups?|status(?:es)?(?= ?(?:\?|$|\.|,|please|for|of (?:rec|r ?\d|all|each|every|the (?:\w+ )?rec|no|number|\d)|on))|reject(?:s|ed|ing|ion)?|turn(?:ed)? (?:it )?down|refuse[ds]?|declined?|dismiss(?:ed)?|thrown? out|threw out|knocked back|agreed? (?:to|with|in full|in principle)?|taken up(?! post)|t[ao]ke?n? on board|agree[ds]?|signed? up|adopt(?:ed)?|straight yes|outright|in full|in principle|in-principle|consider(?:ed)? further|further consideration|under consideration|given the (?:green light|go-ahead)|go-ahead|green light|approved?|endorsed?|how [^?]{0,40}(?:received|treated|fared|answered)|neither accepted nor|unqualified|ifs and buts|only partly|partial(?:ly)?|half-?hearted(?:ly)?|reservations?|verdict|what did the government decide|yes or no to|say (?:yes|no) to|said (?:yes|no)|position on|stance on|opposed|(?:what was the )?outcomes?(?: for| of|$)|(?:a |it )(?:yes|no)\b",
    ),
    _f(
        Want.ARGUMENT,
        r"why|munro'?s? (?:argument|arguments|reason|reasons|reasoning|rationale|case|thinking|view|views|concern|concerns|evidence|point)|(?:what|how) did (?:professor |prof |eileen )*munro (?:argue|think|find|see|say|believe|conclude|identify|feel|worry|point|mean|describe|report|observe|note|claim)|munro(?: \w+)? (?:argue[ds]?|think|thinks|found|saw|said|says|believe[ds]?|conclude[ds]?|felt|worried|noted|claimed)|argument|arguments|rationale|reasoning|reasons?|justification|grounds|behind|problem|problems|case for|what was wrong|argue[ds]?",
    ),
    _f(
        Want.RECOMMENDATION,
        rf"(?:what|wot) (?:did|does|do|was|were|is|are) (?:professor |prof |eileen )*(?:munro'?s?|the review|the report|she) (?:\w+ )?(?:recommend|recommending|propose|proposing|ask for|call for|want|suggest|recommendation|proposal)s?|(?:what|wot) (?:does|did|is|do|was) (?:{_REC} ?\S* )(?:say|said|ask|asks|recommend|propose|about|call for|want|require|cover|state)|recommend(?:ed|ing|s)?|propos(?:e|ed|al|als|es)|called for|call for|suggest(?:ed|s)?|wording of|full text|text of",
    ),
    _f(
        Want.RESPONSE,
        r"government'?s? (?:response to (?!the munro review)|reply|answer|position|view|reaction|take|line|stance|thinking)|(?:what|how) (?:did|does|do|will|would|was|is) (?:the )?(?:government|ministers?|dfe|department|govt|gov) (?:say|said|respond|reply|answer|react|think|do|doing|intend|plan|planning|propose|proposing|promise|commit|agree|make|decide|offer|going|want)|respond(?:ed|s)?|repl(?:y|ied)|reaction|reacted|react|responses? to (?=rec|r ?\d|it\b|this|that|number|the \w+ rec|each|\d)|answer to",
    ),
    _f(
        Want.WHO,
        r"who(?:'s|se|m)?|whose|which (?:body|bodies|organisations?|organizations?|agency|agencies|department|departments|minister|ministers|people|group|groups|person|partners|authorities|councils|professionals)|what (?:body|bodies|organisations?|organizations?|agency|agencies|department|departments|people|groups?|partners)|whom|responsible for|in charge",
    ),
    _f(
        Want.COUNT,
        rf"how many (?:of (?:the|them|these|munro'?s?|its|her) )?(?:fifteen |15 )?(?:{_REC}|of them|were|got|are|did|have|was|the)|number of {_REC}|how many",
    ),
    _f(
        Want.AMOUNT,
        r"salar(?:y|ies)|wages?|paid(?! for)|costs?|budgets?|price|pay (?:grade|scale|band|rise)",
        topical=True,
    ),
    _f(
        Want.AMOUNT,
        r"how many|how much|what percentage|what proportion|what share|what number|number of|how big|how large|total|per ?cent|percentage|what fraction|how often",
    ),
    _f(
        Want.WHICH,
        rf"(?:which|what|wot) (?:of (?:the |munro'?s? |her )*)?(?:\w+ )?(?:{_REC}|commitments?)|(?:which|what) (?:ones?|other ones)|which of (?:the fifteen|the 15|these|those|them)|which\?|(?:which|whose|what) timescales?|(?:which|what) numbers?|{_REC} (?:no|number|num)\b\.?(?! ?\d)|name (?:the|all|every) {_REC}|(?:list|name|give me|show|all|every|any) (?:\w+ ){{0,3}}{_REC}|all recs|which two|which three|which(?= (?:were|was|are|is|got|did|have|has|had|do|fall|come|need|ones)\b)",
    ),
    _f(
        Want.LIST,
        r"list|all (?:the|of|recs|recommendations|deadlines|dates|statuses|fifteen)|every|each|full set|complete set|which (?:ones|are|were)|run through|set out all|timeline|summar(?:y|ise|ize)",
    ),
    _f(
        Want.COMPARE,
        r"identical(?:ly)?|more \w+ than|than the other|agree(?= on| about| with each other| over)|compare[ds]?|comparison|versus|vs|v|differ(?:s|ent|ence|ences|ently)?|same|as (?:firm|definite|strong|precise|clear)|alike|similar(?:ly)?|match(?:es)?|agree with each other|contradict(?:s|ory)?|consistent with|line up|conflict(?:s|ing)?|both",
    ),
    _f(
        Want.ORDER,
        r"in order|chronological(?:ly)?|in date order|date order|sequence|sorted|earliest first|soonest first|(?:comes?|came|come) first|first(?: or|,)|which (?:is|was|comes?|came|falls?|fell) (?:due )?(?:first|earlier|later|sooner|last|before|after)|sooner|earlier|later|before or after",
    ),
    _f(
        Want.EARLIEST,
        r"earliest|soonest|first deadline|first (?:to be )?due|first (?:date|thing|milestone)|comes? first|came first|nearest deadline",
    ),
    _f(
        Want.LATEST,
        r"latest|last deadline|furthest(?: away| off)?|final deadline|last (?:to be )?due|last (?:date|thing|milestone)|longest|comes? last",
    ),
    _f(Want.THEME, r"(?:which|what) themes?|themes?"),
)

_YES_NO = re.compile(
    r"^\W*(?:(?:and|so|but|then|ok|okay|well|hi|hello|please|also|er|um|actually|just|can you (?:tell|confirm)(?: me)?|could you (?:tell|confirm)(?: me)?|tell me|confirm|i take it|quick one|is it true that|isn't it true that|am i right(?: that| in thinking)?)[,:\-]? )*"
    r"(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|must|isn't|aren't|wasn't|weren't|doesn't|didn't|hasn't|won't|am|whether|if|will we)\b",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"(?:,|-|\.|\?)? ?\b(?:right|correct|yes or no|true|is that (?:right|correct|true|so)|isn't it|wasn't it|didn't (?:it|they|he|she)|doesn't it|weren't they|"
    r"haven't they|hasn't it|don't they|aren't they|is it not|am i right|no|yeah|or not|won't (?:it|they)|surely)\s*\?+\s*$"
    r"|\bwhether\b|\bi (?:was told|heard|thought|understand|believe|gather|read)\b|\btrue or false\b",
    re.IGNORECASE,
)

#: Statuses as people name them: pattern, statuses meant.
STATUS_WORDINGS: tuple[tuple[re.Pattern[str], frozenset[Status]], ...] = tuple(
    (re.compile(rf"\b(?:{pattern})(?!\w)", re.IGNORECASE), frozenset(meant))
    for pattern, meant in (
        (r"neither (?:fully )?accepted nor (?:accepted in principle|rejected)", {Status.CONSIDER_FURTHER}),
        (
            r"(?:accept(?:s|ed|ing|ance)?|agreed?|acept(?:ed)?|only|just)?(?:[ -](?!or\b|and\b|outright)\w+){0,3}?[ -]?in[ -]princip(?:le|al)(?! (?:child|social))(?: only)?|partial(?:ly)?(?: accept(?:ed|ance))?|partly accepted|half-?hearted(?:ly)?|with reservations|qualified (?:yes|acceptance)",
            {Status.ACCEPT_IN_PRINCIPLE},
        ),
        (
            r"consider(?:ed|ing)?(?: it)? further|further consideration|considered? more|under consideration|left open|undecided|not yet decided|kicked into the long grass|parked|deferred",
            {Status.CONSIDER_FURTHER},
        ),
        (
            r"(?:accept(?:s|ed)?|acept(?:ed)?|agreed?|adopted|taken up)(?: it| them)?,? (?:outright|in full|fully|wholly|without (?:any )?(?:qualification|reservations?|conditions|caveats|ifs (?:and|or) buts|any ifs and buts)|wholeheartedly|unconditionally|straight|completely|entirely|unreservedly)|(?:fully|wholly|outright|unconditionally|completely|simply|straightforwardly|flatly) accept(?:ed)?|straight(?:forward)? (?:yes|accept(?:ed|ance)?)|full acceptance|outright|plain accept|unqualified (?:yes|accept(?:ance)?)|just accepted|in full",
            {Status.ACCEPT},
        ),
        (
            r"reject(?:s|ed|ing|ion)?|turn(?:ed|ing|s)?(?: it| them)? down|refuse[ds]?(?: to accept)?|declined?|dismiss(?:ed)?|thr(?:own|ew) (?:it )?out|knocked back|opposed|said no|say no|not agree(?:d)?",
            set(),
        ),
        (
            r"accept(?:s|ed|ing|ance)?|acept(?:ed)?|agreed?(?: to| with)?|taken up|adopted|approved?|given the (?:green light|go-ahead)|signed up to|straight yes",
            {Status.ACCEPT},
        ),
    )
)


def wants(text: str) -> tuple[frozenset[Want], tuple[tuple[int, int], ...]]:
    """What a question wants, and the spans of the words that say only that."""
    found: set[Want] = set()
    spans: list[tuple[int, int]] = []
    for facet in FACETS:
        for match in facet.pattern.finditer(text):
            if match[0]:
                found.add(facet.want)
                if not facet.topical:
                    spans.append(match.span())
    if yes_no(text):
        found.add(Want.YES_NO)
    if _WHEN_CLAUSE.match(text) or _WHEN_INSIDE.match(text):
        found.discard(Want.WHEN)
    topical = _topical_timescales(text, found)
    if topical and not any(s for s in _when_spans(text) if s not in topical):
        found.discard(Want.WHEN)
    return frozenset(found), tuple(s for s in spans if s not in topical)


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
_TIMESCALES_AS_TOPIC = re.compile(
    r"(?<=assessment )time ?(?:scales?|limits?|frames?)|(?<=statutory )timescales?|(?<=prescribed )timescales?|timescales?(?= for (?:an |the |initial |core )*assessments?)"
    r"|(?<=removing )timescales?|(?<=remove )timescales?|(?<=by )timescales(?= and)",
    re.IGNORECASE,
)


def _topical_timescales(text: str, found: set[Want]) -> set[tuple[int, int]]:
    spans = {m.span() for m in _TIMESCALES_AS_TOPIC.finditer(text)}
    return {s for s in _when_spans(text) if any(s[0] >= t[0] and s[1] <= t[1] for t in spans)}


def _when_spans(text: str) -> list[tuple[int, int]]:
    return [m.span() for f in FACETS if f.want is Want.WHEN for m in f.pattern.finditer(text)]


def yes_no(text: str) -> bool:
    """Whether a question can be answered with yes or no."""
    return bool(_YES_NO.match(text) or _TAG.search(text))


def statuses(text: str) -> tuple[frozenset[Status] | None, tuple[tuple[int, int], ...]]:
    """The statuses that a text names (an empty set: rejected), None where it names none; and their spans."""
    taken: list[tuple[int, int]] = []
    meant: set[Status] = set()
    named = False
    for pattern, statuses_meant in STATUS_WORDINGS:
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            meant |= statuses_meant
            named = True
    return (frozenset(meant) if named else None), tuple(taken)
