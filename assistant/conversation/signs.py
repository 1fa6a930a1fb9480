"""The wordings that tell a follow-up: openings, pronouns, corrections, a new subject."""

from __future__ import annotations

import re

from assistant.language.numbers import SEVERAL
from assistant.language.phrases import Phrases
from assistant.language.tagging import is_adjective, is_noun, tagged, tags
from assistant.language.vocabulary import Term
from assistant.library.library import Library
from assistant.question.facets import Want
from assistant.question.question import Question
from assistant.question.totals import the_number
from corpus.patterns import lazy_regex

#: The members of a set spoken of ("those", "the other two", "the lot").
THEM = rf"(?:those|these|them|the (?:{SEVERAL}|lot|pair))(?: {SEVERAL})?"
#: Those of a set that were not chosen.
REST = lazy_regex(
    rf"\b(?:the rest|the others|remaining|remainder|the other (?:ones|{SEVERAL}))\b", re.IGNORECASE
)
#: How a follow-up opens.
OPENER = Phrases(
    "and|so|but|or|also|then|ok(?:ay)?|right|now|yes|no,|not|sorry|thanks|thank you",
    "(?:what|how) about|what of|(?:same|ditto|likewise)(?: again)? (?:for|with)|i meant?",
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
    r"(?:on|in|to) (?:that|this) (?:area|front|point|score|regard|respect|count)|its(?=\s+\w)",
    r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bout )there(?=\W*$)",
    "in the first place|(?:say|reply|answer|respond|decide|offer) (?:back|in (?:return|reply|response|answer|turn))",
)
#: A thing spoken of as known ("that person").
POINTS = Phrases("that|this|these|those|such")
#: Nouns so general that "that" before one can only mean what was spoken of.
KNOWN = frozenset(
    "person post-holder postholder body group board job scheme programme paper letter document".split()
)
_PARTICLES = frozenset("out up off on through forward down over in".split())
_AUXILIARY = frozenset(
    "s is was are were be does do did has have had can could will would should must may might".split()
)
_BEFORE_A_VERB = _AUXILIARY - set("s is was are were be has have had".split())
_AFTER_A_VERB = ("RB", "JJR", "IN", "TO", "PRP")
#: What one wants done, or gets done.
_WANTED = frozenset("want wants wanted get gets got need needs needed".split())
_ENDS = (".", ",", ":")
_GOES_ON = ("VB", "MD", "RB", "JJR", "CC", "TO", "IN", *_ENDS)


def points_back(text: str) -> bool:
    """Whether a pronoun leaves the subject to what was said before."""
    return bool(STRONG.search(text)) or ("that" in text.lower() and _that_alone(text))


def stands_alone(question: Question) -> bool:
    """Whether a question says enough to be meant without what was said before."""
    return len(question.terms) > 1 and not _that_alone(question.text)


def _that_alone(text: str) -> bool:
    """Whether "that" is all of a subject or an object ("does that come first?", "who is carrying that out?").

    Before a noun phrase it is an article, after a verb of saying or a noun it joins clauses.
    """
    words = tagged(text)
    for i in range(1, len(words)):
        if words[i][0].lower() != "that":
            continue
        before = words[i - 1][0].lower()
        after = words[i + 1] if i + 1 < len(words) else ("", ".")
        if (before in _AUXILIARY or words[i - 1][1] == "IN") and after[0].lower() in KNOWN:
            return True
        if before in _AUXILIARY and after[1].startswith(_GOES_ON):
            return True
        if before in _WANTED and after[1] in ("VBN", "VBD"):
            return True
        verb_like = (
            before in _BEFORE_A_VERB
            and i + 2 < len(words)
            and words[i + 2][1].startswith((*_AFTER_A_VERB, *_ENDS))
        )
        if verb_like and is_noun(after[1]):
            return True
        last = all(tag in _ENDS for _, tag in words[i + 2 :])
        if last and (after[0].lower() in _PARTICLES or after[1] in _ENDS):
            return True
    return False


_SUBJECT = "(?:subject|question|topic|thing)"
#: The person turns to something else.
NEW_SUBJECT = Phrases(
    rf"(?:different|new|another|separate) {_SUBJECT}|separately|unrelated|switching|moving on|something else",
    "(?:change of|changing(?: the)?) (?:subject|topic|tack)|forget (?:it|that|about that)|never ?mind",
    "(?:leave|park|put|set|drop) (?:it|that|this)(?: aside| to one side| there|[.,;])|enough (?:of|about|on) (?:that|this|it)",
)
#: The opening that only says so ("different thing altogether - …").
TURNS = lazy_regex(
    rf"^[^?.!:;]{{0,20}}?{NEW_SUBJECT.pattern.pattern}[^?.!:;,]{{0,20}}?[:;,.!-]+\s+(?=\S)", re.IGNORECASE
)
#: The person puts right what was asked.
CORRECTS = Phrases(
    r"i meant?|sorry|apolog(?:ies|y)|make that|rather|no,|not \w+,|correction|actually",
    _WRONG := r"wrong (?:one|thing|number|rec\w*|question)|not what i (?:meant|asked|wanted|was after)",
)
#: A number typed wrong, beside the right one.
SLIP = Phrases("wrong|typo|mistake|mistyped|oops", "should (?:have )?(?:be|been|say|said|read)")
#: "Sorry, I meant …", "going back to …": another subject than the last one.
CORRECTED = Phrases("i meant?|sorry|apologies|correction|my mistake|make that", "^no(?:[ ,]+no)*[,.]", _WRONG)
BACK_TO = Phrases(
    "(?:go|going|come|coming|get|getting) back to|(?:turning|return|returning)(?: back)? to|back (?:to|on)"
)

#: The wording itself is asked for.
EXACT_WORDS = Phrases(
    "(?:exact|precise|actual|full|very|same|own) (?:words?|wording|text|phras(?:e|es|ing))|verbatim|word for word"
)

#: A follow-up says little of its own.
FEW = 3


def things(question: Question) -> tuple[Term, ...]:
    """What a question is about, without what it says of that: its terms that hold a noun, or an adjective before one."""
    kinds = tags(question.focus)

    def names(words: list[str]) -> bool:
        return len(words) > 1 and is_adjective(kinds.get(words[0], "")) and kinds.get(words[-1]) == "VB"

    return tuple(
        t
        for t in question.terms
        if names(own := t.text.split()) or any(is_noun(kinds.get(w, "NN")) for w in own)
    )


_WHAT_IS = Phrases("(?:what|who|where|how)['’]s")
#: What is asked of the records of a recommendation, in whatever words.
KEYS = {Want.STATUS, Want.ARGUMENT, Want.RESPONSE, Want.RECOMMENDATION, Want.THEME}


def strange(question: Question, library: Library) -> bool:
    """Whether a clause is about things that no passage speaks of ("and what's the weather like?").

    What points back may ask of what was spoken of in words of its own, but not whether it is so.
    """
    known = library.document_frequency
    own = things(question)
    said = any(all(stem in known for stem in wording) for term in own for wording in term.alternatives)
    keyed = question.wants & KEYS or question.statuses is not None
    leans = points_back(question.text) and not question.has(Want.YES_NO)
    clause = has_verb(question.text) or _WHAT_IS.search(question.text)
    return bool(own) and bool(clause) and not (said or keyed or leans)


#: A noun phrase whose words may be taken for verbs ("the data set ones").
_THE_ONES = lazy_regex(r"\b(?:the|that|those|these) (?:[\w'-]+ ){1,3}?ones?\b", re.IGNORECASE)


def has_verb(text: str) -> bool:
    """Whether a follow-up is a clause of its own, and no fragment of the question before."""
    plain = _THE_ONES.sub("the one", text) if " one" in text else text
    return any(tag.startswith(("VB", "MD")) for _, tag in tagged(plain))


SOMEBODY = Phrases("she|he|her|his|him")


def of_somebody(question: Question, state: Question) -> bool:
    """Whether a pronoun means the person whom the question before asked for ("Who spoke?" - "What did she say of herds?").

    Or one of whom a paper was asked ("What does the notice say of the new keeper?" - "when does she come?").
    """
    if not (0 < len(question.terms) <= FEW and SOMEBODY.search(question.text)):
        return False
    of_a_paper = state.documents and state.terms and not state.recommendations and not question.wants & KEYS
    return bool(state.has(Want.WHO) or of_a_paper)


NAMES_ALL = lazy_regex(r"\b(?:recommendations|recs)\b", re.IGNORECASE)


def is_follow_up(question: Question, library: Library) -> bool:
    """Whether a question needs the one before it: it says little and opens, or points back, as follow-ups do."""
    own = len(question.terms)
    names_all = NAMES_ALL.search(question.text) or the_number(library).search(question.text)
    if names_all and (question.statuses is not None or question.whens or question.themes):
        return False
    if own == 0 or (own <= FEW and not things(question) and not has_verb(question.text)):
        return True
    if (words := EXACT_WORDS.search(question.text)) and all(
        t.text in words[0].lower() for t in question.terms
    ):
        return True
    if question.has(Want.LIST) and question.has(Want.WHICH):
        return bool(OPENER.match(question.text)) and own <= 1
    if OPENER.match(question.text) and len(things(question)) <= FEW:
        return True
    return points_back(question.text) and own <= FEW + 2
