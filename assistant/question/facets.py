"""What a question can want, and the wordings that show it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from assistant.language.numbers import SEVERAL, SEVERAL_IN_WORDS
from assistant.language.phrases import Phrases
from assistant.question.status_wordings import GONE_ALONG
from assistant.question.times import WHEN_WORDINGS


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
    """A want and phrases that show it."""

    want: Want
    phrases: Phrases
    topical: bool
    """True where the words matched still say what the question is about, and stay among its terms."""

    def of(self, reviewer: str) -> Facet:
        """With the name of the one who recommends, as a regular expression."""
        return replace(self, phrases=self.phrases.of({_REVIEWER: reviewer}))


#: Stands for the name of the one who recommends, which the documents tell.
_REVIEWER = "REVIEWER"


def _f(want: Want, *phrases: str, topical: bool = False) -> Facet:
    return Facet(want, Phrases(*phrases), topical)


_THEIRS = f"(?:{_REVIEWER}(?:'?s)?|the review|the report|s?he)"
_GOVERNMENT = "(?:the )?(?:government|ministers?|department|govt|gov)"
_DOES = "(?:did|does|do|will|would|was|is)"
_OF_THEM = f"(?:of (?:the|them|these|{_REVIEWER}(?:'?s)?|its|her|his) )?"
_REC = r"(?:recommendation|rec|recc?s?|recomm?endation|proposal)s?"

_SHARED_DATE = r"shar(?:e|es|ed|ing) (?:a|an|one|any|the)(?: [\w-]+){0,2} (?:date|deadline|month|year|season|time ?scale)"

_FACETS: tuple[Facet, ...] = (
    _f(Want.UNDATED, "undated|open[- ]ended|isn't dated|not dated|aren't dated"),
    _f(Want.WHEN, *WHEN_WORDINGS, _SHARED_DATE),
    _f(
        Want.STATUS,
        "accept(?:s|ed|ing|ance)? (?:outright|in full|in principle|fully|wholly|wholeheartedly|unconditionally)",
        "accept(?:s|ed|ing|ance)?(?: without (?:qualification|reservation))?",
        "acept(?:ed)?|excepted",
        "(?:what(?:'s| is| was)?|the|same|their|its|which|any|give me|response|list|all|every) status(?:es)?",
        "each status|status categor(?:y|ies)|status groups?",
        r"status(?:es)?(?= ?(?:\?|$|\.|,|please|for|and\b|or\b|on))",
        r"status(?:es)?(?= ?of (?:rec|r ?\d|all|each|every|the (?:\w+ ){0,2}rec|no|number|\d))",
        "reject(?:s|ed|ing|ion)?|turn(?:ed)? (?:it )?down|refuse[ds]?|declined?|dismiss(?:ed)?",
        "thrown? out|threw out|knocked back|agreed? (?:to|with|in full|in principle)?",
        "taken up(?! post)|t[ao]ke?n? on board|agree[ds]?|signed? up|adopt(?:ed)?|straight yes",
        "outright|in principle",
        "in-principle|consider(?:ed)? further|further consideration|under consideration",
        "given the (?:green light|go-ahead)|go-ahead|green light|approved?|endorsed?",
        GONE_ALONG,
        "label(?:s|led)?|neither accepted nor",
        "yeses|(?:straight|full|plain|clean|clear) (?:yes|accept(?:ance)?)s?|put off|shelved|kicked|postponed",
        "unqualified|ifs and buts|only partly|partial(?:ly)?|half-?hearted(?:ly)?|reservations?",
        "verdicts?|formal (?:answer|repl(?:y|ie)|decision)s?|decisions? (?:for|on) (?:each|all|every|them)|what did the government decide|yes or no to|say (?:yes|no) to|said (?:yes|no)",
        r"(?<!as )opposed|(?:what was the )?outcomes?(?: for| of|$)|(?:a |it )(?:yes|no)\b",
    ),
    _f(
        Want.ARGUMENT,
        "why",
        f"{_REVIEWER}(?:'?s)? (?:arguments?|reasons?|reasoning|rationale|case|thinking|views?|concerns?|evidence|point)",
        rf"{_REVIEWER}(?:'?s)? (?:\w+ )?(?:complaints?|criticisms?|objections?|beef|gripe|worr(?:y|ies)|fears?|diagnosis|(?:side|column|cell|bit)(?: of it)?)|under {_REVIEWER}(?=\W*$| and\b)",
        f"(?:what|how) did {_REVIEWER} (?:argue|think|find|see|say|believe|conclude|identify|feel|worry|point|mean)",
        f"(?:what|how) did {_REVIEWER} (?:describe|report|observe|note|claim)",
        rf"{_REVIEWER}(?: \w+)? (?:argue[ds]?|thinks?|found|saw|said|says|believe[ds]?|conclude[ds]?|felt|worried|concerned|troubled|bothered|noted|claimed)",
        f"{_REVIEWER}(?: \\w+)? (?:put|puts|gave|gives|offered|set out)\\b[^?.]{{0,30}} (?:in support|in favour|for (?:it|this|that)(?=\\W*$)|behind)",
        f"did {_REVIEWER}(?: \\w+)? (?:put(?: forward)?|give|offer|set out)\\b[^?.]{{0,30}} (?:in support|in favour)(?: of)?",
        f"(?:worried|worries|concerned|troubled|bothered) {_REVIEWER}",
        "argument|arguments|rationale|reasoning|reasons?|justification|grounds|behind|problem",
        f"case (?:that )?{_REVIEWER} (?:makes?|made|puts?|gives?|gave)",
        "problems|case for|what was wrong|argue[ds]?",
    ),
    _f(
        Want.RECOMMENDATION,
        f"(?<!why )did {_REVIEWER} (?:recommend|propose|ask for|call for|want|suggest)",
        rf"(?:what|wot) (?:did|does|do|was|were|is|are) {_THEIRS} (?:\w+ )?(?:recommend|propose|ask for|call for|want|suggest)s?",
        rf"(?:what|wot) (?:did|does|do|was|were|is|are) {_THEIRS} (?:\w+ )?(?:recommending|proposing)",
        rf"(?:what|wot) {_THEIRS} (?:\w+ )?(?:wanted|recommended|proposed|suggested|asked for|called for)",
        rf"(?:what|wot) (?:did|does|do|was|were|is|are) {_THEIRS} (?:\w+ )?(?:recommendation|proposal)s?",
        rf"(?:what|wot) (?:does|did|is|do|was) {_REC} ?\S* (?:say|said|asks?|recommend|propose|about|call for|want)",
        rf"(?:what|wot) (?:does|did|is|do|was) {_REC} ?\S* (?:require|cover|state)",
        "recommend(?:ed|ing|s)?|propos(?:e|ed|al|als|es)|called for|call for|suggest(?:ed|s)?",
        "wording of|full text|text of",
    ),
    _f(
        Want.RESPONSE,
        "position on|stance on",
        rf"under {_GOVERNMENT}(?=\W*$| and\b)|{_GOVERNMENT}(?:'s?)? (?:side|column|cell)",
        "(?:did|does) (?:the )?(?:government|ministers|department|govt|gov) (?:say|said|promise|intend|commit)",
        f"government'?s? (?:response to (?!the {_REVIEWER} review)|reply|answer|position|view|reaction|take|line|stance|thinking)",
        f"(?:what|how) {_DOES} {_GOVERNMENT} (?:say|said|respond|reply|answer|react|think|do|doing|make|decide|offer)",
        f"(?:what|how) {_DOES} {_GOVERNMENT} (?:intend|plan|planning|propose|proposing|promise|commit|agree|going|want)",
        "respond(?:ed|s)?|repl(?:y|ied)|reaction|reacted|react",
        r"responses? to (?=rec|r ?\d|it\b|this|that|number|the \w+ rec|each|\d)|answer to",
    ),
    _f(
        Want.WHO,
        "who(?:'s|se|m)?|whose",
        "which (?:body|bodies|organi[sz]ations?|agency|agencies|departments?|ministers?|people|groups?|person|partners)",
        "which (?:authorities|councils|professionals)",
        "what (?:body|bodies|organisations?|organizations?|agency|agencies|department|departments|people|groups?|partners)",
        "whom|responsible for|in charge",
    ),
    _f(
        Want.COUNT,
        f"how many {_OF_THEM}(?:{SEVERAL} )?(?:{_REC}|of them|were|got|are|did|have|was|the)",
        f"(?:number|count|tally|total) of {_REC}|how many",
        rf"(?:more than|fewer than|less than|at least|at most|as many as|exactly|only) (?:one|{SEVERAL})(?= (?:of (?:them|these|those|the)|{_REC}|timescales|accepted|considered|got|get|were|was)\b)",
        r"(?:count|tally|total|number)(?= of\W+(?:the )?(?:acc|in princ|consider|outright|straight|full|plain|clean|reject|refus|yes))",
    ),
    _f(
        Want.AMOUNT,
        "salar(?:y|ies)|wages?|paid(?! for)|costs?|budgets?|price|pay (?:grade|scale|band|rise)",
        topical=True,
    ),
    _f(
        Want.AMOUNT,
        "how many|how much(?! longer)|what percentage|what proportion|what share|what number|number of|how big",
        "how large|total|per ?cent|percentage|what fraction|how often",
    ),
    _f(
        Want.WHICH,
        rf"(?:which|what|wot)(?= (?:of (?:the |{_REVIEWER}(?:'?s)? |her |his )*)?(?:\w+ )?(?:{_REC}|commitments?)\b)",
        rf"(?:which|what) (?:ones?|other ones)|which of (?:the {SEVERAL}|these|those|them)|(?<!with )which\?",
        rf"(?:which|whose) timescales?|(?:which|what) numbers?|{_REC} (?:no|number|num)\b\.?(?! ?\d)",
        f"name (?:the|all|every) {_REC}",
        rf"(?:list|name|give me|show|all|every|any)(?= (?:(?!in\b|of\b|from\b)\w+ ){{0,3}}{_REC}\b)|all recs",
        rf"which (?:{SEVERAL_IN_WORDS})(?=\W*$|[,;:] | (?:were|was|did|do|got|have|had|are)\b)|which (?:bits|parts|pieces|things)(?= (?:were|was|did|do|got|have|had)\b)",
        r"which(?= (?:were|was|are|is|got|did|have|has|had|do|fall|come|need|ones)\b)",
    ),
    _f(
        Want.LIST,
        f"list|all (?:the|of|recs|recommendations|deadlines|dates|statuses|{SEVERAL})|every|each",
        "full set|complete set|which (?:ones|are|were)|run through|set out all|timeline",
        "summar(?:y|ise|ize)",
    ),
    _f(
        Want.COMPARE,
        r"identical(?:ly)?|more (?!\w+ than (?:good|not)\b)\w+ than|than the other|agree(?= on| about| with each other| over)",
        "compare[ds]?|comparison|versus|vs|v|differ(?:s|ent|ence|ences|ently)?|same(?! time,)",
        "as (?:firm|definite|strong|precise|clear)|alike|similar(?:ly)?|match(?:es)?",
        _SHARED_DATE,
        r"shar(?:e|es|ed|ing) (?:a|an|one|any|the)(?: [\w-]+){0,2} (?:status|answer|response)",
        "agree with each other|contradict(?:s|ory)?|consistent with|line up|conflict(?:s|ing)?|both",
    ),
    _f(
        Want.ORDER,
        r"in order|chronological(?:ly)?|(?:in )?(?:date|time|calendar) order|order of (?:date|time|deadline)s?|sequence|sorted(?! by\W*$| out)",
        "(?:earliest|soonest|latest|last) (?:first|last)|(?:earliest|soonest) to (?:the )?latest",
        "latest to (?:the )?earliest|(?:comes?|came|come) first|first(?: or|,)",
        "which (?:is|was|comes?|came|falls?|fell) (?:due )?(?:first|earlier|later|sooner|last|before|after)",
        "sooner|earlier|(?<!for )later|before or after",
    ),
    _f(
        Want.EARLIEST,
        r"(?<!latest to )(?:earliest|soonest)(?! (?:first|last|to (?:the )?latest)\b)|first deadline",
        "first (?:to be )?due|first (?:date|thing|milestone)|(?:comes?|happen(?:s|ed)?|falls?|fell) (?:due )?first|came first",
        "nearest deadline",
    ),
    _f(
        Want.LATEST,
        r"(?<!earliest to )(?<!soonest to )latest(?! (?:first|last|to (?:the )?earliest)\b)",
        "last deadline|furthest(?: away| off)?|final deadline|last (?:to be )?due",
        r"last (?:date|thing|milestone)|longest|(?:comes?|came|falls?|fell) (?:due )?(?:the )?(?:very )?last|(?:is|was) (?:the )?(?:very )?last(?=\W*$)",
    ),
    _f(Want.THEME, "(?:which|what) themes?|themes?"),
)


@lru_cache(maxsize=4)
def facets(reviewer: str) -> tuple[Facet, ...]:
    """The facets of questions about what one person recommends.

    Args:
        reviewer: a regular expression for the name of that person.
    """
    return tuple(f.of(reviewer) for f in _FACETS)
