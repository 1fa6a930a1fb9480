"""How people name statuses: a verb or a noun of saying yes, with what tells how far it goes; and set phrases."""

from __future__ import annotations

from assistant.language.numbers import SEVERAL_IN_WORDS
from assistant.language.phrases import Phrases
from corpus.model import Status

_ACCEPTING = (
    r"(?:accept(?:s|ed)?|acept(?:ed)?|agreed?|adopted|taken (?:up|on)(?: board)?|backed|approved|endorsed)"
)
_WHOLLY = "(?:fully|wholly|outright|unconditionally|completely|simply|straightforwardly|flatly)"
_HALF = "(?:half(?:[- ]?way)?|part(?:ly|ially)?|part[- ]?way|sort of|kind of|semi)"
_YES = "(?:yes(?:es)?|accept(?:s|ed|ances?)?)"
#: A yes, or what stands for one.
_A_YES = "(?:yes(?:es)?|acceptances?|approval|backing|endorsement|blessing|green light|go-ahead|thumbs[- ]up|nod|welcome)"
#: To say yes, in any of the ways that a manner may follow.
_SAYS_YES = (
    r"(?:accept\w*|agreed?|adopt(?:ed)?|embraced?|back(?:ed)?|endorsed?|approved?|swallow(?:ed)?|(?:buy|bought)(?: into)?"
    rf"|(?:take|took|taken|taking)(?: up| on(?: board)?)?|sign(?:ed)? up to|(?:went|gone|go|sailed|got) through|{_A_YES})(?: to| with| from (?:\w+ )?\w+)?(?: (?:it|them|this|that|those))?"
)
_CONDITIONS = (
    "(?:ifs(?:,? (?:and|or|nor)|,) buts|strings(?: attached)?|caveats?|conditions?|reservations?|qualifications?|qualifiers?|hedging"
    "|quibbl(?:es?|ing)|provisos?|hesitation|equivocation|riders|fuss|questions asked|get-outs?)"
)
_NO_CONDITIONS = rf"(?:without|with no|no)(?: any| a| the)?(?: \w+)? {_CONDITIONS}"
_OUTRIGHT = (
    "(?:outright|in full|fully|wholly|completely|entirely|straight(?: (?:off|out|away))?|wholeheartedly|unconditionally"
    "|unreservedly|unequivocally|whole|hook,? line (?:and|&) sinker|lock,? stock(?: and barrel)?|to the letter)"
)
_FULL = (
    "(?:full|unqualified|whole-?hearted|unreserved|unconditional|clear(?:-cut)?|firm|definite|resounding|plain|straight|clean"
    "|flat|simple|unequivocal|unambiguous|out-and-out|complete|total|ringing|hearty|proper)"
)
_HEDGED = (
    "(?:lukewarm|tepid|conditional|cautious|grudging|guarded|hedged|qualified|partial|half-?hearted|watered-down|provisional"
    "|tentative|heavily qualified)"
)
_THINKING = "(?:thinking|mulling|weighing|pondering|chewing|deliberating|dithering|musing)"
#: How far somebody agrees, after the verb.
_IN_PART = (
    "(?:up to a (?:certain )?point|to (?:a|some|a (?:certain|limited)) (?:degree|extent)|in part|half[- ]?way|part[- ]?way"
    "|part of the way|partly|partially|conditionally|with (?:some |a few )?(?:caveats|conditions|reservations|provisos|strings))"
)

#: A yes in other words, with or without its preposition.
GONE_ALONG = (
    "(?:go(?:es|ing|ne)?|went) along with(?: (?:it|that|this|them))?|(?:wav|nodd)(?:e|ed) (?:it |that |them )?through"
    r"|(?:buy|bought)(?: into)?(?= (?:the|that|this|her|his) (?:\w+ )?(?:proposal|idea|recommendation|argument|rec)\b)"
    "|(?:happy|willing|content|prepared|ready) to (?:accept|agree|back|endorse|approve|go along with|sign off)(?: on)?"
    "|(?:got|given|gave|get|give) (?:it |them )?(?:a |the )?(?:nod|thumbs[- ]up|blessing)"
)

#: Statuses as people name them, and which they mean; none for a rejection.
STATUS_WORDINGS: tuple[tuple[Phrases, frozenset[Status]], ...] = (
    (
        Phrases(
            "neither (?:fully )?accepted nor (?:accepted in principle|rejected|refused|dismissed|turned down|thrown out)",
            "neither (?:rejected|refused|dismissed|turned down|thrown out) nor accepted",
        ),
        frozenset({Status.CONSIDER_FURTHER}),
    ),
    (
        Phrases(
            rf"(?:{_ACCEPTING}|acceptance)(?: to| with)? in (?:any|some|one) (?:form|way|shape|sense)(?: or (?:other|another|form))?"
        ),
        frozenset({Status.ACCEPT, Status.ACCEPT_IN_PRINCIPLE}),
    ),
    (
        Phrases(
            r"(?:accept(?:s|ed|ing|ances?)?|agreed?|acept(?:ed)?|only|just|yes(?:es)?)?"
            rf"(?:[ -](?!n?or\b|and\b|plus\b|{SEVERAL_IN_WORDS}\b|outright|not\b|but\b|rather\b|than\b|instead\b)\w+){{0,3}}?"
            rf"[ -]?in[ -]princip(?:le|al)s?(?! (?:child|social))(?: (?:only|{_A_YES}))?",
            "partial(?:ly)?(?: accept(?:ed|ance))?|partly accepted|half-?hearted(?:ly)?",
            rf"{_ACCEPTING}(?: (?:to|with|on))?(?: (?:it|them|this|that))?(?: only)? {_IN_PART}",
            r"(?:go(?:ne|es|ing)?|went|me?et)(?: (?!to\b|in\b|at\b)\w+){0,3} (?:half|part)[- ]?way(?! (?:through|house))",
            rf"{_HEDGED} (?:{_YES}|{_A_YES})|in-principle {_A_YES}",
            rf"{_SAYS_YES},?(?: but)?(?: only)? (?:in theory|with (?!no\b)(?:\w+ )?{_CONDITIONS}|subject to conditions|{_IN_PART})",
            "yes[,.…]* but(?=[.…]*[\"'”’]|\\W*$| (?:answer|response|repl(?:y|ies)|ones?)\\b)",
            rf"aip|{_HALF}[ -]?(?:{_ACCEPTING}(?: to| with)?|yes(?:es)?)|with reservations|qualified {_YES}",
        ),
        frozenset({Status.ACCEPT_IN_PRINCIPLE}),
    ),
    (
        Phrases(
            "consider(?:ed|ing)?(?: it)?[ -]further|further consideration|considered? more|under consideration",
            r"(?:think|thought|look(?:ed)?|reflect(?:ed)?|mull(?:ed)?)(?: (?:it|them))?(?: (?:about|on|at|over|into))?(?: (?:it|them))? (?:further|some more)",
            r"(?:think|thought|look(?:ed)?|reflect(?:ed)?) (?:about|on|at|over)(?: (?:it|them))? (?:more|again)(?! \w)",
            r"(?:only |just |merely )(?:said|say|saying|promis\w+) (?:that )?(?:they|it|he|she|ministers)(?:'d| would| will|'ll) (?:think|look|consider|reflect)(?: (?:about|on|at|over))?(?: it| them)?",
            "(?:later|longer|extra|closer|more|further) (?:consideration|thought|thinking|reflection)",
            rf"(?:still|just|only) (?:being )?{_THINKING}(?: (?:it|them))?(?: (?:about|on|over|up))?(?: (?:it|them))?",
            "mull(?:ed|ing|s)? (?:it |them )?over|(?:the )?jury (?:is |was |being )?(?:still )?out(?: on)?|up in the air|unresolved|on ice",
            "(?:(?:had|have|has|did|was|were)n't|(?:had|have|has|did)? ?(?:they |it |ministers )?(?:not|never)) (?:yet |quite |really )?"
            "(?:ma[dk]e (?:up (?:their|its) minds?|(?:their|its) minds? up)|decid(?:ed?|ing)|come (?:down|off) (?:on|the)[\\w ]{0,15})(?: (?:about|on))?",
            "(?:sit|sits|sat|sitting|on|stayed on) (?:on )?the fence",
            "(?:put |left |placed )?on the back ?burner|left hanging|in limbo|left open|undecided|not yet decided|parked|deferred|postponed|shelved|put (?:it |them )?on hold",
            "(?:kick|punt|put)(?:ed|s|ting|ing)? (?:it |them )?(?:down the road|into (?:the long grass|touch)|off)",
        ),
        frozenset({Status.CONSIDER_FURTHER}),
    ),
    (
        Phrases(
            rf"{_SAYS_YES},? (?:{_OUTRIGHT}|{_NO_CONDITIONS})|(?:without|with no|no) ifs(?:,? (?:and|or|nor)|,) buts",
            rf"{_FULL} (?:{_YES}|{_A_YES})",
            rf"{_WHOLLY} {_ACCEPTING}(?: to| with)?|straight(?:forward)? {_YES}|full acceptances?|outright",
            "just accepted|yeses",
        ),
        frozenset({Status.ACCEPT}),
    ),
    (
        Phrases(
            "reject(?:s|ed|ing|ion)?|turn(?:ed|ing|s)?(?: it| them)? down|refuse[ds]?(?: to accept)?|declined?",
            "dismiss(?:ed)?|thr(?:own|ew) (?:it )?out|knocked back|(?<!as )opposed|said no|say no|not agree(?:d)?",
        ),
        frozenset(),
    ),
    (
        Phrases(
            "accept(?:s|ed|ing|ance)?|acept(?:ed)?|agreed?(?: to| with)?|taken up|adopted|approved?",
            GONE_ALONG,
            r"(?:given|got|gets?|had) the (?:green light|go-ahead)|sign(?:ed)? up to(?!\W*in princip)|straight yes|(?:a|got|get|getting|say|says|said) yes|(?<=neither )yes",
        ),
        frozenset({Status.ACCEPT}),
    ),
)
