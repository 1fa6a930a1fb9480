"""Messages that ask nothing and name nothing: greetings, thanks, praise, and what people say of themselves."""

from __future__ import annotations

import re

from assistant.language.phrases import Phrases
from assistant.language.tagging import is_noun, tagged
from assistant.language.vocabulary import phrase
from assistant.language.words import stems
from assistant.library.library import Library
from assistant.question.references import references
from corpus.patterns import lazy_regex

#: Thanks and farewells with whatever they are for.
_THANKS = Phrases(
    r"(?:many |much |very )?(?:thanks|thank you|thankyou|thx|ty|cheers|ta|appreciat\w+|grateful)\b(?: (?:for|to|again|so|very|a|ever|indeed|all|that|you|it|mate)\b.*)?"
)
_PLEASANT = Phrases(
    "hi|hiya|hello|hey|yo|howdy|greetings|good (?:morning|afternoon|evening|day)|morning|afternoon|evening|bye|goodbye",
    "good|great|grand|brill(?:iant)?|perfect|excellent|lovely|super|superb|wonderful|fab(?:ulous)?|fantastic|amazing|awesome",
    "nice|ace|magic|smashing|spot on|helpful|useful|handy|interesting|clear|clearer|ok(?:ay)?|right|alright|sure|fine|cool|neat",
    "got (?:it|that)|gotcha|understood|i see|noted|makes? (?:perfect |more |total )?sense|fair enough|sorted|will do|no worries",
    "yep|yeah|wow|ah|oh|a star|a legend|a (?:life ?saver|great help|big help)|glad|phew|sorry|please|dear all|nothing",
)
#: Who is asking, and in what state.
_OF_ONESELF = Phrases(
    r"(?:i'?m|i am|we'?re|we are|it'?s|this is)(?: (?:just|only|also|still|really|quite|very|brand|my|our))* (?:an?|new|back|here|not|first|from|me|us)\b.*",
    r"my (?:\w+ )?(?:manager|boss|colleague|team|head|mum|kettle|phone|coffee|tea)\b.*|(?:new|newbie|beginner)\b.* here|(?:my )?first (?:day|time|week|go)\b.*",
    r"(?:just )?(?:testing|trying|checking|having a (?:look|go|play))\b.*",
    before=r"^\W*(?:(?:and|so|but|well) )?",
)
_ASKS = lazy_regex(
    r"\?|\b(?:what|when|which|who|whom|whose|why|how|where|tell|list|show|give|need|want|find|looking|interested)\b",
    re.IGNORECASE,
)
#: What chooses among things spoken of.
_PICKS = Phrases("ones?|no|not|both|neither|either|all of (?:them|those)")
_CLAUSE = lazy_regex(r"[,.!;:()]+\s*|\s+[-–—]+\s+|\s+(?:and|but|so)\s+|[^\w\s,.!;:()'’-]+")


def says_nothing(text: str, library: Library) -> bool:
    """Whether a message only greets, thanks, praises or tells of the one who writes it."""
    if not _kindly(text) or _ASKS.search(text) or references(text):
        return False
    clauses = [c.strip().replace("’", "'") for c in _CLAUSE.split(text)]
    return all(_idle(c, library) for c in clauses if c)


def _kindly(text: str) -> bool:
    return bool(_THANKS.search(text) or _PLEASANT.search(text) or _OF_ONESELF.search(text))


def _idle(clause: str, library: Library) -> bool:
    """Whether no noun of a clause, beside what is kindly in it, is one of the documents."""
    rest = _PLEASANT.removed(_OF_ONESELF.removed(_THANKS.removed(clause)))
    if _PICKS.search(rest) or phrase(rest) in library.vocabulary.by_phrase:
        return False
    nouns = (w for w, tag in tagged(rest) if is_noun(tag) and len(w) > 2)
    return not any(s in library.document_frequency for w in nouns for s in stems(w))
