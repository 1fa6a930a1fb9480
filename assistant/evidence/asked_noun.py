"""The thing that a question counts: the noun after "how many", and numbers that count it."""

from __future__ import annotations

import re
from itertools import dropwhile, takewhile

from assistant.language.words import STOPWORDS, Word, words

_COUNTS = re.compile(
    r"\b(?:how many|how much(?! the\b)|what(?:'s|s| is| was) the (?:most|maximum|max|fewest|minimum)|^(?:max|maximum|min|minimum)(?: (?:no|number)\.?(?: of)?)?|what number of|what (?:percentage|proportion|share) of|number of|total)(?: (?:more|extra|of the|of|new|additional|the|other|further|different))* (?P<noun>(?:(?!(?:is|are|was|were|do|does|did|will|would|should|"
    r"shall|has|have|had|can|could|must|may|to|of|for|in|on|at|by|about|that|who|we|they|you)\b)[\w'-]+ ?){1,4})",
    re.IGNORECASE,
)
#: Nouns that any passage can be an answer to.
GENERIC = frozenset(
    """kind kinds sort sorts type types thing things way ways example examples detail details point points stage date dates day month year years time
    deadline deadlines timescale timescales body bodies organisation organisations organization people person group groups role roles reason reasons part
    recommendation recommendations circumstances extent difference differences argument response status plan plans idea ideas view views position
    answer statement approach step steps action actions issue issues problem problems change changes concern concerns area areas factor factors word words
    paragraph document documents letter section theme themes line effect condition conditions measure measures option options element elements
    aspect aspects topic topics subject matter matters purpose aim aims goal goals evidence latest earliest next first last two three four five other others
    agency agencies department departments minister ministers council councils authority authorities official officials professional professionals partner partners sector
    thinking rationale case line stance message main key wording gist one ones rec recs wider local national new happening due expected wrong different meant
    reasoning benefit benefits risk risks worry worries fear fears arrangement arrangements promise promises proposal proposals commitment commitments period season
    place places side sides support diary calendar planner agenda slide slides handout colleague colleagues boss idea note notes notion suggestion job jobs title""".split()
)
_NUMBER = re.compile(
    r"^(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty|fifty|hundred|half|both|doubling|single|several)$",
    re.IGNORECASE,
)
_PARAGRAPH_NUMBER = re.compile(r"^\d+\.\s")
#: "In every force" says how many forces; of nothing else.
_ALL = frozenset(("every", "each"))
#: Words between a number and what it counts.
REACH = 5


def counted_noun(text: str) -> Word | None:
    """The noun that a question asks the number of; None where it asks for none."""
    match = _COUNTS.search(text)
    if match is None:
        return None
    found = dropwhile(_is_small, words(match["noun"]))
    return next(reversed(list(takewhile(lambda w: not _is_small(w), found))), None)


def _is_small(word: Word) -> bool:
    return word.text in STOPWORDS


def counts(text: str, noun: Word, others: frozenset[str] = frozenset()) -> bool:
    """Whether a text gives a number of something: a number a few words before the noun (or another wording of it).

    Args:
        text: a passage.
        noun: what is counted.
        others: stems that mean the same.
    """
    found = re.findall(r"[A-Za-z]+(?:'[a-z]+)?|£?\d[\d,.]*", _PARAGRAPH_NUMBER.sub("", text))
    for i, token in enumerate(found):
        if _NUMBER.match(token.lstrip("£")):
            following = {w.stem for t in found[i + 1 : i + 1 + REACH] for w in words(t)}
            if noun.stem in following or others & following:
                return True
        if token.lower() in _ALL and noun.stem in {w.stem for t in found[i + 1 : i + 3] for w in words(t)}:
            return True
    return False
