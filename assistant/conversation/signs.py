"""The wordings that tell a follow-up: openings, pronouns, corrections, a new subject."""

from __future__ import annotations

import re

from assistant.language.numbers import SEVERAL
from assistant.language.phrases import Phrases
from assistant.language.tagging import is_noun, tagged, tags
from assistant.language.vocabulary import Term
from assistant.library.library import Library
from assistant.question.facets import Want
from assistant.question.question import Question
from assistant.question.totals import the_number

#: The members of a set spoken of ("those", "the other two", "the lot").
THEM = rf"(?:those|these|them|the (?:{SEVERAL}|lot))(?: {SEVERAL})?"
#: How a follow-up opens.
OPENER = Phrases(
    "and|so|but|or|also|then|ok(?:ay)?|right|now|yes|no,|not|sorry|thanks|thank you",
    "(?:what|how) about|what of|same (?:for|with)|i meant?",
    before=r"^\W*",
)
#: Pronouns that leave the subject to what was said before; "that" and "this" only where they are no article.
STRONG = Phrases(
    "it|they|them|those|these|both|(?:that|this) one",
    r"(?:that|this)(?=\W*(?:$|be|been|was|is|one|get|happen|mean|recommendation))",
    r"that(?=\W*(?:need|require|apply|include|cover|involve|date|deadline|role|post|too|as well|again|actually))",
    "(?:to|of|for|on|about|before|after|by|with|under|behind) (?:that|this)",
    "(?:who|what|when|where|why|how|which)(?:'s|'re| is| was| are| were| will be)? (?:its|their|his|her)",
    "(?:quote|give|show|tell|read|repeat|list)(?: me)? (?:its|their|his|her)",
)
_SUBJECT = "(?:subject|question|topic|thing)"
#: The person turns to something else.
NEW_SUBJECT = Phrases(
    rf"(?:different|new|another|separate) {_SUBJECT}|separately|unrelated|switching|moving on|something else",
    "(?:change of|changing(?: the)?) (?:subject|topic|tack)|forget (?:it|that|about that)|never ?mind",
    "leave (?:it|that)(?: aside|[.,;])",
)
#: The opening that only says so ("different thing altogether - …").
TURNS = re.compile(
    rf"^[^?.!:;]{{0,20}}?{NEW_SUBJECT.pattern.pattern}[^?.!:;,]{{0,20}}?[:;,.!-]+\s+(?=\S)", re.IGNORECASE
)
#: The person puts right what was asked.
CORRECTS = Phrases(r"i meant?|sorry|make that|rather|no,|not \w+,|correction|actually")
#: A number typed wrong, beside the right one.
SLIP = Phrases("wrong|typo|mistake|mistyped|oops", "should (?:have )?(?:be|been|say|said|read)")
#: "Sorry, I meant …", "going back to …": another subject than the last one.
CORRECTED = Phrases("i meant?|sorry|correction|my mistake|make that", "^no[,.]")
BACK_TO = Phrases(
    "(?:go|going|come|coming|get|getting|turning|return|returning) ?(?:back)? to|back (?:to|on)"
)

#: The wording itself is asked for.
EXACT_WORDS = Phrases(
    "(?:exact|precise|actual|full|very|same|own) (?:words?|wording|text|phras(?:e|es|ing))|verbatim|word for word"
)

#: A follow-up says little of its own.
FEW = 3


def things(question: Question) -> tuple[Term, ...]:
    """What a question is about, without what it says of that: its terms that hold a noun."""
    kinds = tags(question.focus)
    return tuple(t for t in question.terms if any(is_noun(kinds.get(w, "NN")) for w in t.text.split()))


def has_verb(text: str) -> bool:
    """Whether a follow-up is a clause of its own, and no fragment of the question before."""
    return any(tag.startswith(("VB", "MD")) for _, tag in tagged(text))


#: A message that only greets or thanks.
_GREETS = re.compile(
    r"\W*(?:(?:hi|hiya|hello|hey|yo|thanks|thank you|cheers|ta|good|morning|afternoon|evening|day|dear|all|there"
    r"|everyone|folks|team|again|so much|very much|a lot)\b\W*)+",
    re.IGNORECASE,
)


def only_greets(text: str) -> bool:
    """Whether a message says nothing but a greeting or thanks."""
    return bool(_GREETS.fullmatch(text))


_SOMEBODY = Phrases("she|he|her|his|him")


def of_somebody(question: Question, state: Question) -> bool:
    """Whether a pronoun means the person whom the question before asked for ("Who spoke?" - "What did she say of herds?")."""
    return bool(state.has(Want.WHO) and 0 < len(question.terms) <= FEW and _SOMEBODY.search(question.text))


_NAMES_ALL = re.compile(r"\b(?:recommendations|recs)\b", re.IGNORECASE)


def is_follow_up(question: Question, library: Library) -> bool:
    """Whether a question needs the one before it: it says little and opens, or points back, as follow-ups do."""
    own = len(question.terms)
    names_all = _NAMES_ALL.search(question.text) or the_number(library).search(question.text)
    if names_all and (question.statuses is not None or question.whens or question.themes):
        return False
    if own == 0:
        return True
    if (words := EXACT_WORDS.search(question.text)) and all(
        t.text in words[0].lower() for t in question.terms
    ):
        return True
    if question.has(Want.LIST) and question.has(Want.WHICH):
        return bool(OPENER.match(question.text)) and own <= 1
    if OPENER.match(question.text) and len(things(question)) <= FEW:
        return True
    return bool(STRONG.search(question.text)) and own <= FEW + 2
