"""What a question can want, and the wordings that show it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


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
        r"(?:no|without|(?:not|n't) (?:have|got|give|given|carry)(?: an?y?| got)?|lack(?:s|ing)?)(?: (?:a|any|fixed|firm|set|specific|calendar|actual|real|clear|definite|hard|named|precise))* (?:dates?|deadlines?|time ?scales?|time ?lines?|time ?frames?|months?(?:,? (?:(?:or |nor )?(?:season|year|day)s?))*)",
    ),
    _f(Want.UNDATED, r"undated|open[- ]ended|isn't dated|not dated|aren't dated"),
    _f(
        Want.WHEN,
        r"by when|wen|t/scales?|cut-?offs?|backstop|(?:planned|expected|proposed|intended|likely) (?:start|finish|end|launch|completion|introduction|publication)|(?:what|which) target(?!s)|(?:what|which)(?:'s| is| was)?(?: the)? (?:window|backstop|cut-?off|slot|period)|(?:over|during|within|in) what (?:period|window|timeframe|season)|the (?:year|month|date|day|season|quarter|point) (?:by|in|on|from|until|at) which|(?<=\w )by(?=\s*\?*\s*$)|when(?=\W*$)|(?:which|what) (?:financial |calendar |school )?(?:years?|months?|seasons?)|(?:what|which)(?: \w+){0,3} period|over what (?:period|time)|(?:start|starting|finish|end|which|what) months?|from when|since when|until when|till when|when(?!ever)(?!\s+\w+ing\b)(?!\s+it comes)(?:'s|s)?|wh?en is|how soon|how quickly|how long|how far off|by what (?:date|point|time|month|year|stage)|at what (?:point|stage|time)|(?:what|which|wot)(?:'s| is)?(?: the)? (?:date|day|month|year|season|time of year|quarter)s?|(?:completion|start|finishing|finish|end|target|due|implementation|publication|key|expected|planned|exact|precise|actual|calendar|final|closing|delivery|latest|earliest|cut-off) dates?|dates?|deadlines?|dead lines?|time ?scales?|time ?frames?|time ?lines?|timetables?|schedules?|scheduled|target dates?|milestones?|due(?: (?:by|to|for|in|on|date|out|back))?|eta|what point|(?:have|got) (?:we|they|councils) got until|wehn|whn|how much time",
    ),
    _f(
        Want.STATUS,
        r"accept(?:s|ed|ing|ance)?(?: (?:outright|in full|in principle|fully|wholly|without (?:qualification|reservation)|wholeheartedly|unconditionally))?|acept(?:ed)?|excepted|(?:what(?:'s| is| was)?|the|same|their|its|which|any|give me|response|list|all|every) status(?:es)?|each status|status categor(?:y|ies)|status groups?|status(?:es)?(?= ?(?:\?|$|\.|,|please|for|and\b|or\b|of (?:rec|r ?\d|all|each|every|the (?:\w+ )?rec|no|number|\d)|on))|reject(?:s|ed|ing|ion)?|turn(?:ed)? (?:it )?down|refuse[ds]?|declined?|dismiss(?:ed)?|thrown? out|threw out|knocked back|agreed? (?:to|with|in full|in principle)?|taken up(?! post)|t[ao]ke?n? on board|agree[ds]?|signed? up|adopt(?:ed)?|straight yes|outright|(?<=accepted )in full|(?<=accept )in full|(?<=agreed )in full|in principle|in-principle|consider(?:ed)? further|further consideration|under consideration|given the (?:green light|go-ahead)|go-ahead|green light|approved?|endorsed?|how [^?]{0,40}(?:received|treated|fared?|answered)|label(?:s|led)?|neither accepted nor|unqualified|ifs and buts|only partly|partial(?:ly)?|half-?hearted(?:ly)?|reservations?|verdict|what did the government decide|yes or no to|say (?:yes|no) to|said (?:yes|no)|opposed|(?:what was the )?outcomes?(?: for| of|$)|(?:a |it )(?:yes|no)\b",
    ),
    _f(
        Want.ARGUMENT,
        r"why|munro'?s? (?:argument|arguments|reason|reasons|reasoning|rationale|case|thinking|view|views|concern|concerns|evidence|point)|(?:what|how) did (?:professor |prof |eileen )*munro (?:argue|think|find|see|say|believe|conclude|identify|feel|worry|point|mean|describe|report|observe|note|claim)|munro(?: \w+)? (?:argue[ds]?|think|thinks|found|saw|said|says|believe[ds]?|conclude[ds]?|felt|worried|noted|claimed)|argument|arguments|rationale|reasoning|reasons?|justification|grounds|behind|problem|problems|case for|what was wrong|argue[ds]?",
    ),
    _f(
        Want.RECOMMENDATION,
        rf"(?<!why )did (?:professor |prof |eileen )*munro (?:recommend|propose|ask for|call for|want|suggest)|(?:what|wot) (?:did|does|do|was|were|is|are) (?:professor |prof |eileen )*(?:munro'?s?|the review|the report|she) (?:\w+ )?(?:recommend|recommending|propose|proposing|ask for|call for|want|suggest|recommendation|proposal)s?|(?:what|wot) (?:does|did|is|do|was) (?:{_REC} ?\S* )(?:say|said|ask|asks|recommend|propose|about|call for|want|require|cover|state)|recommend(?:ed|ing|s)?|propos(?:e|ed|al|als|es)|called for|call for|suggest(?:ed|s)?|wording of|full text|text of",
    ),
    _f(
        Want.RESPONSE,
        r"position on|stance on|(?:did|does) (?:the )?(?:government|ministers|dfe|department|govt|gov) (?:say|said|promise|intend|commit)|government'?s? (?:response to (?!the munro review)|reply|answer|position|view|reaction|take|line|stance|thinking)|(?:what|how) (?:did|does|do|will|would|was|is) (?:the )?(?:government|ministers?|dfe|department|govt|gov) (?:say|said|respond|reply|answer|react|think|do|doing|intend|plan|planning|propose|proposing|promise|commit|agree|make|decide|offer|going|want)|respond(?:ed|s)?|repl(?:y|ied)|reaction|reacted|react|responses? to (?=rec|r ?\d|it\b|this|that|number|the \w+ rec|each|\d)|answer to",
    ),
    _f(
        Want.WHO,
        r"who(?:'s|se|m)?|whose|which (?:body|bodies|organisations?|organizations?|agency|agencies|department|departments|minister|ministers|people|group|groups|person|partners|authorities|councils|professionals)|what (?:body|bodies|organisations?|organizations?|agency|agencies|department|departments|people|groups?|partners)|whom|responsible for|in charge",
    ),
    _f(
        Want.COUNT,
        rf"how many (?:of (?:the|them|these|munro'?s?|its|her) )?(?:fifteen |15 )?(?:{_REC}|of them|were|got|are|did|have|was|the)|(?:number|count|tally|total) of {_REC}|how many|(?:count|tally|total|number)(?= of\W+(?:acc|the acc|in princ|consider|outright))",
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
        rf"(?:which|what|wot) (?:of (?:the |munro'?s? |her )*)?(?:\w+ )?(?:{_REC}|commitments?)|(?:which|what) (?:ones?|other ones)|which of (?:the fifteen|the 15|these|those|them)|which\?|(?:which|whose) timescales?|(?:which|what) numbers?|{_REC} (?:no|number|num)\b\.?(?! ?\d)|name (?:the|all|every) {_REC}|(?:list|name|give me|show|all|every|any) (?:(?!in\b|of\b|from\b)\w+ ){{0,3}}{_REC}|all recs|which two|which three|which(?= (?:were|was|are|is|got|did|have|has|had|do|fall|come|need|ones)\b)",
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
        r"in order|chronological(?:ly)?|in date order|date order|sequence|sorted|(?:earliest|soonest|latest|last) (?:first|last)|(?:earliest|soonest) to (?:the )?latest|latest to (?:the )?earliest|(?:comes?|came|come) first|first(?: or|,)|which (?:is|was|comes?|came|falls?|fell) (?:due )?(?:first|earlier|later|sooner|last|before|after)|sooner|earlier|later|before or after",
    ),
    _f(
        Want.EARLIEST,
        r"(?<!latest to )(?:earliest|soonest)(?! (?:first|last|to (?:the )?latest)\b)|first deadline|first (?:to be )?due|first (?:date|thing|milestone)|comes? first|came first|nearest deadline",
    ),
    _f(
        Want.LATEST,
        r"(?<!earliest to )(?<!soonest to )latest(?! (?:first|last|to (?:the )?earliest)\b)|last deadline|furthest(?: away| off)?|final deadline|last (?:to be )?due|last (?:date|thing|milestone)|longest|comes? last",
    ),
    _f(Want.THEME, r"(?:which|what) themes?|themes?"),
)
