"""Whether a question that names no recommendation and no theme is worded as one for several."""

from __future__ import annotations

import re

from assistant.language.numbers import SEVERAL, SEVERAL_IN_WORDS
from assistant.language.phrases import Phrases
from assistant.language.quoted import QUOTED
from assistant.library.library import Library
from assistant.question.facets import Want
from assistant.question.filler import topical
from assistant.question.question import Question
from assistant.question.set_query.bidden import told_to_act
from assistant.question.set_query.date_counts import date_count
from assistant.question.set_query.date_keys import kind_keys
from assistant.question.set_query.mentions import several_mention
from assistant.question.set_query.only_dated import only_dated
from assistant.question.set_query.part_names import names_parts
from assistant.question.set_query.subjects import several_of_a_subject
from assistant.question.set_query.undated import lacking_dates
from assistant.question.totals import the_number
from assistant.question.wants import TIMESCALES_AS_TOPIC
from assistant.question.wordings import said
from corpus.patterns import lazy_regex

#: Several are meant, or what is asked of one may hold of several.
_PLURAL = Phrases(
    "recommendations|recs|ones|which of (?:the|those|these|them)|how many|everything|every|each|all|any",
    "list|timescales|deadlines|dates|statuses|proposals|commitments|split|breakdown|numbers",
    f"which {SEVERAL}",
    FEW_ABOUT := rf"{SEVERAL_IN_WORDS} (?:about|to do with|dealing with|concerning)",
    "what(?:'s| is| was| were| are)? (?:due|happening|falls?|has to|needs? to|to be done|scheduled|planned|promised|expected)",
    "anything|where does|where do|whose|accepts|acceptances|yeses",
)
#: Recommendations, or what every recommendation has, are asked for by their name.
NOUN = Phrases(
    "recommendations?|recs?|proposals?|commitments?|deadlines|timescales|ones|numbers|everything|anything",
    "(?:every|each|all) (?:deadline|timescale|date|status)|every (?:single )?one|each one|which ones?",
    "the lot|all of them",
    FEW_ABOUT,
    r"(?:full|plain|straight|clean|outright|simple|(?:accepted?[ -])?in[ -]principle) (?:accepts|acceptances|yeses|ones)",
    rf"which {SEVERAL}(?= (?:were|was|are|got|have|had|run|fall|share|recs?|recommendations?)\b)",
)
#: "What is due by July 2012?": the date is given, and what has it is asked for.
_REVERSE = lazy_regex(
    r"^\W*(?:[\w' ]{0,40}(?::|,| -) ?)?(?:so |and |ok |then |please )*(?:what|which|what's|anything|is anything|list|who|name|tell me what|give me|show)\b",
    re.IGNORECASE,
)

#: Several are meant where a status is all that a question speaks of ("straight yeses, just the numbers", "did they accept all of it?").
_OF_A_STATUS = Phrases(
    "all|any|anything|every|everything|none|nothing|both|count|tally|total|numbers?|list|how many|ones|the one",
    "which|what|name|bits|parts|things|lot|yeses|accepts|acceptances|rejections|refusals|considers?",
)
#: One thing is spoken of, or the wording itself is asked about.
_OF_ONE_THING = Phrases(
    "it|that|this|(?:the|a|each) (?:recommendation|rec|proposal|idea|status|response)",
    "means?|meant|meaning|defin\\w+|difference|stands? for",
)
_EXISTS = Phrases("(?:is|was|are|were) there (?:a|any|one) (?:\\w+ )?(?:recommendation|rec|proposal)s?")
_WHOLE = Phrases(
    "(?:all|any|some|none|most|every bit|parts?|bits?|how much) of (?:it|that|this)|it all|all that"
)

#: "Which responses …", "in which timescales …", "which two recommendations …": several places are asked for.
_PARTS_ASKED = Phrases(
    r"\b(?:which|what|list|name|how many|find|show|give me|all|every)(?: \w+(?:'s)?){0,3}? "
    r"(?:recommendations|recs|responses|replies|timescales|arguments|deadlines)\b(?! (?:to|of) recommendation)",
    r"\b(?:which|what) (?:bits|parts|ones|entries|passages) (?:mention|name|touch|refer|deal|talk|speak|bring|cite)\w*",
    r"\b(?:recommendations|recs|responses|timescales)\b[^?.]{0,25}"
    r"\b(?:which|where|that) (?:mention|name|touch|refer|deal|talk|speak|bring)\w*",
    r"^\W*(?:and |so |ok )?(?:which|what|who) (?:of (?:them|these|those) )?(?:mention|name|cite|refer|touch|bring|talk|speak|feature|include|involve)\b",
    r"^\W*(?:(?:the|all|any|list|show|give me|those) )*(?:recommendations|recs)(?: (?:that|which))? (?:mention|nam|cit|refer|touch|bring|talk|speak|featur|involv)(?:e|es|ing|ring)?\b",
    r"^\W*(?:and |so )?where (?:do|does|did|is|are|in) (?:the )?(?:timescale|response|repl(?:y|ie)|argument|recommendation)s?\b(?! \d)",
    r"\bwhere\b.*\b(?:all|which) (?:recs|recommendations)\b|\bto (?:which|what) (?:recs|recommendations)\b",
    whole_words=False,
)
#: "Which timescale mentions …?": one or several may.
_WHICH_PART = lazy_regex(
    r"\W*(?:and |so )?(?:which|what) (?:timescale|response|reply|argument) ", re.IGNORECASE
)
#: A word that leaves open what, or how much of it, has the date.
_ANYTHING = lazy_regex(
    r"\b(?:what|what's|whats|which|anything|everything|list|all|recs|recommendations"
    r"|any (?:\w+ )?(?:deadline|date|timescale|target|commitment|rec|recommendation)s?)\b",
    re.IGNORECASE,
)


def worded_for_several(question: Question, library: Library) -> bool:
    """Whether a question that names no recommendation and no theme is worded as one for several."""
    text, key = TIMESCALES_AS_TOPIC.blanked(question.focus), selects(question)
    every = bool(the_number(library).search(text))
    noun, plural = every or bool(NOUN.search(text)), every or bool(_PLURAL.search(text))
    if question.has(Want.COUNT) and (noun or (key and not _OTHER_COUNT.search(text))):
        return True
    if question.has(Want.WHICH) and (key or plural):
        return noun or key
    if noun and told_to_act(question.focus, library):
        return True
    if (
        _anything_dated(question)
        or _parts_asked(question)
        or _status_alone(question)
        or _keys_alone(question)
    ):
        return True
    if question.whens and names_parts(text) and _WHERE.search(text):
        return True
    if only_dated(question, library) or (_ANYBODY.search(text) and date_count(text)):
        return True
    if question.whens and _NEXT_DATE.search(text):
        return True
    if question.whens and _REVERSE.match(text) and not question.has(Want.YES_NO):
        return not topical(question) or bool(said("due").search(text)) or noun
    if question.has(Want.EARLIEST, Want.LATEST) and not topical(question):
        return True
    if noun and plural and said("mentioning").search(text) and _ASKS_WHERE.search(text):
        return True
    if noun and _of_each_of_a_subject(question):
        return True
    return plural and noun and (key or (asks_of_records(question) and not topical(question)))


def _of_each_of_a_subject(question: Question) -> bool:
    """Whether a status, a date or what each got is asked of recommendations that a subject tells."""
    records = question.has(Want.STATUS, Want.WHEN) or (
        question.has(Want.RESPONSE) and question.has(Want.LIST)
    )
    return records and not question.has(Want.ARGUMENT) and several_of_a_subject(question.focus)


def _anything_dated(question: Question) -> bool:
    return bool(question.whens) and not topical(question) and bool(_ANYTHING.search(question.focus))


def _status_alone(question: Question) -> bool:
    """Whether a status is all that a question speaks of, and it is asked of several."""
    if question.statuses is None or topical(question) or question.has(Want.ARGUMENT, Want.COMPARE):
        return False
    if _EXISTS.search(question.focus):
        return not question.documents
    text = _WHOLE.removed(question.focus)
    several = text != question.focus or _OF_A_STATUS.search(text)
    return bool(several) and not _of_one_thing(text) and not question.documents


def _keys_alone(question: Question) -> bool:
    """Whether a status together with a date, or with none, is all that a question says ("Accepted, but undated?")."""
    both = question.statuses is not None and (question.whens or question.has(Want.UNDATED))
    asks_else = topical(question) or question.documents or question.has(Want.ARGUMENT, Want.COMPARE)
    return bool(both or _some_undated(question)) and not asks_else and not _of_one_thing(question.focus)


def _some_undated(question: Question) -> bool:
    """Whether it is asked of some, or of none certain, that they have no date ("Any where no date was given?")."""
    text = question.focus
    for start, end in lacking_dates(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return question.has(Want.UNDATED) and bool(_SOME.search(text))


#: "Where in the timescales does June come up?": all the places of a date.
_WHERE = Phrases("where (?:do|does|did|is|are|can|will|in|under|else)|whereabouts")
_SOME = Phrases("any|anything|some|ones|which|what|those|several|how many")
#: With a date that is past, or to come after, one certain date is asked for.
_NEXT_DATE = lazy_regex(
    r"\bnext (?:\w+ )?(?:dates?|deadlines?|milestones?)\b|\b(?:comes?|falls?|is) next\b", re.IGNORECASE
)
_ANYBODY = Phrases("any|anyone|anybody|which|who|whose|how many")
#: A "that" which only joins a clause to what it tells of ("any that were …").
_JOINS = Phrases("(?:any|anything|ones?|some|those|recs|recommendations|bits|things) that")


def _of_one_thing(text: str) -> bool:
    """Whether a text speaks of one thing, or of the wording itself; not where it only quotes somebody who does."""
    return bool(_OF_ONE_THING.search(_JOINS.blanked(QUOTED.sub(" ", text))))


def _parts_asked(question: Question) -> bool:
    one = _WHICH_PART.match(question.focus)
    asked = (
        _PARTS_ASKED.search(question.focus)
        or several_mention(question.focus)
        or (one and said("mentioning").match(question.focus, one.end()))
    )
    return bool(asked and question.terms) and not question.has(Want.COMPARE)


_ASKS_WHERE = lazy_regex(r"\b(?:where|which|how many|whose)\b", re.IGNORECASE)
#: "How many children …": what is counted is not recommendations.
_OTHER_COUNT = lazy_regex(
    r"\bhow many (?!of|were|are|recommendations|recs|got|did|have|has|had|was|in\b|left)", re.IGNORECASE
)


def selects(question: Question) -> bool:
    """Whether something is named that recommendations are selected by."""
    named = question.statuses is not None or bool(question.whens) or question.has(Want.UNDATED)
    return named or bool(kind_keys(question.focus, question.whens))


def asks_of_records(question: Question) -> bool:
    """Whether it selects, or asks for something that the records of every recommendation hold."""
    return selects(question) or question.has(Want.STATUS, Want.WHEN, Want.EARLIEST, Want.LATEST, Want.LIST)
