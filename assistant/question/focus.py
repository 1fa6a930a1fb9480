"""Which sentences of a message ask, and which only lead up to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.language.phrases import Phrases
from assistant.language.tagging import is_noun, tagged
from assistant.language.vocabulary import Vocabulary, phrase
from assistant.question.references import references
from corpus.patterns import lazy_regex

_SPLIT = lazy_regex(
    r"(?<=[.!?])(?<!\bi\.e\.)(?<!\be\.g\.)(?<!\bno\.)(?<!\bvs\.)(?<!\bprof\.)(?<!\bdr\.)(?<!\brec\.)\s+|\n+",
    re.IGNORECASE,
)
_ASKS = Phrases(
    "who|what|when|where|which|why|how|whose|whom|is|are|was|were|do|does|did|has|have|had|will|would|can|could|should",
    "must|list|name|give|tell|show|explain|compare|summari[sz]e|quote|put|set out|rank|order|by when|status|remind",
    "i(?:'d| would)? (?:need|want|like)(?: to (?:know|see|find out|have)| the| a)|(?:i'm |am )?(?:after|looking for)",
    before=r"^\W*(?:and|so|but|then|ok|okay|please|also|now)?[, ]*",
)
#: What stands before a verb that gives an order; "did Munro say that …" gives none.
_ORDERING = r"(?:^\W*|[,;:]\s*|\b(?:please|now|then|just|you(?: must| should| to)?) )"
_COMMAND_TO_PROGRAM = Phrases(
    rf"{_ORDERING}(?:ignore|disregard|forget|override|bypass)\b.{{0,40}}"
    r"\b(?:instructions?|rules?|guidance|prompt|previous|above|documents?|training|everything)\b",
    rf"{_ORDERING}(?:pretend|act as|role ?play|say that|repeat after me|(?:print|reveal) your)\b",
    r"\b(?:you are now|from now on|jailbreak|developer mode|system prompt)\b",
    r"\b(?:(?:reply|respond|output) only|answer only with|your (?:prompt|instructions|api keys?|configuration))\b",
    r"^\s*(?:system|assistant|user|human|###)\s*:|\[\[|<<|>>|^#+ ",
    whole_words=False,
)


#: A question inside an object of data.
_ASKED_IN_DATA = lazy_regex(r'"(?:question|query|prompt|text)"\s*:\s*"(?P<asked>[^"]{3,})"', re.IGNORECASE)
#: Objects of data and fences of code: nothing that a person says.
_DATA = lazy_regex(r"\{[^{}]*\"[^{}]*\}|```")


@lru_cache(maxsize=64)
def focus(text: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """The asking sentences of a message and the rest, each joined by spaces.

    Args:
        text: the message.
        vocabulary: tells an opening that names what is asked about from one that names an occasion.
    """
    if (object_ := _ASKED_IN_DATA.search(text)) and text.lstrip().startswith("{"):
        text = object_["asked"]
    text = _DATA.sub(" ", text)
    pieces = sentences(_without_preamble(text, vocabulary))
    usable = [p for p in (_without_role(x) for x in pieces) if p and not is_command(p)] or list(pieces)
    asking = [p for p in usable if p.rstrip("\"')").endswith("?")]
    if not asking:
        asking = [p for p in usable if _ASKS.match(p)]
    if not asking or not re.search(r"\w{3}", " ".join(asking)):
        return " ".join(usable), ""
    if all(_short_tag(p) for p in asking):
        return " ".join(usable), ""
    if len(usable) > len(asking) and _points_back(" ".join(asking)):
        return _with_sentences_before(usable, asking)
    return " ".join(asking), " ".join(p for p in usable if p not in asking)


#: Sentences before a question that a pronoun of it may point at.
BACK = 2


def _with_sentences_before(usable: list[str], asking: list[str]) -> tuple[str, str]:
    """A question whose pronoun points back, with the sentences right before it; the rest lies beside."""
    if len(usable) <= BACK + len(asking):
        return " ".join(usable), ""
    first = usable.index(asking[0])
    near = [*usable[max(0, first - BACK) : first], *asking]
    return " ".join(near), " ".join(p for p in usable if p not in near)


#: A pronoun that leaves the subject to the sentence before.
_POINTS_BACK = Phrases(
    r"(?:(?<!in )(?<!is )(?<!was )\b(?:it|that (?:one|way|theme)|this one|those|these)|\b(?:they|them))\b"
    r"(?! (?:is|was|has|that|true|be|right)\b)",
    r"\b(?:mention|name|concern|affect|involve|ask|require|expect|tell|address|refer to)(?:s|ed)? (?:us|me)\b",
    r"(?<!which )(?<!each )(?<!every )(?<!that )(?<!this )\bone(?=\W*$)",
    r"\bthe (?:person|post-?holder|job|role|post)\b(?! (?:of|for|who|that|in|as|to|is|was)\b)",
    r"\bboth(?=\W*$|,)|\b(?:left|remain(?:ing|s)?|the rest)(?=\W*$)",
    r"\bour own\b|\b(?:ours|theirs)\b|\blike (?:us|me|that|this)\b",
    r"(?<!is )(?<!was )\b(?:that|this)(?=\W*$| (?:between|among|across)\b)",
    whole_words=False,
)


#: "The plan for a new post: did they accept it?": what the pronoun means stands before it, in the same sentence.
_TOLD_BEFORE = lazy_regex(
    r"^\W*(?:the|a|an|her|his|about the|on the)\b[^:?]{12,}:\s[^:]*\?\W*$", re.IGNORECASE
)


#: What a demonstrative that points back agrees with.
_POINTS_AT = {"that": ("NN", "VBG"), "this": ("NN", "VBG"), "those": ("NNS",), "these": ("NNS",)}


def _points_back(text: str) -> bool:
    """Whether a question leaves its subject to the sentence before, by a pronoun or as "that duty", "these boards"."""
    if _POINTS_BACK.search(text) and not _TOLD_BEFORE.match(text):
        return True
    tokens = tagged(text)
    return _of_theirs(tokens) or any(
        tag in _POINTS_AT.get(word.lower(), ()) and (word.lower() != "that" or not _opens_clause(before))
        for before, (word, _), (_, tag) in zip((("", ""), *tokens), tokens, tokens[1:], strict=False)
    )


def _of_theirs(tokens: Sequence[tuple[str, str]]) -> bool:
    """Whether a "their" has no noun before it whose it could be."""
    at = next((i for i, (word, _) in enumerate(tokens) if word.lower() == "their"), 0)
    return at > 0 and not any(is_noun(tag) for _, tag in tokens[:at])


def _opens_clause(before: tuple[str, str]) -> bool:
    """Whether a "that" after some word joins a clause ("say that guidance …", "the idea that work …")."""
    word, tag = before
    return (
        tag.startswith(("VB", "NN", "JJ")) or word in ("so", "except")
    ) and word.lower() not in _AUXILIARIES


_AUXILIARIES = frozenset(
    "is are was were be been do does did has have had will would can could should must may might".split()
)
_DOING = "(?:doing|preparing|writing|putting|drafting|making|updating)"
_PREAMBLE = Phrases(
    rf"(?:i'm|i am|we're|we are) {_DOING} [\w' -]{{2,70}}?|(?:i'm|i am|we're|we are|as) (?:an? |the |new |only |{_DOING} )[\w' -]{{2,50}}?|[\w' -]{{2,40}}? (?:here|asking)",
    r"(?:\w+ ){1,4}(?:wants?|needs?|would like|is keen|has asked|asked|keeps asking|asks)(?: me)?(?: to (?:know|find out))?",
    r"(?:quick|one|just a|simple) (?:quick )?(?:question|one|query)|for (?:a|my|our|the) (?P<topic>[\w' -]{2,40}?)",
    before=r"^\s*(?:hi|hello|hey|dear all|good (?:morning|afternoon|evening))?[,!. ]*",
    after=r"\s*(?:[:,]|\s-|-\s)\s*(?=\S)",
    whole_words=False,
)


def _without_preamble(text: str, vocabulary: Vocabulary) -> str:
    """Without an opening that only says who asks ("our HR lead wants to know: …")."""
    if (opening := _PREAMBLE.match(text)) and _OF_US.match(text, opening.end()):
        return text
    begun = text if opening and _is_topic(opening["topic"], vocabulary) else _PREAMBLE.removed(text)
    rest = _HEARSAY.removed(_REASON.removed(begun))
    return rest if len(rest.split()) >= 3 else text


def _is_topic(opening: str | None, vocabulary: Vocabulary) -> bool:
    """Whether an opening names a thing of the vocabulary ("For the principal social worker, can I …?"), no occasion.

    So does one that speaks of what questions are asked of ("For the zoo theme, …"), or goes on into the question.
    """
    if opening and _ASKED_OF.search(opening):
        return True
    named = phrase(opening or "")
    return len(named) > 1 and named in vocabulary.by_phrase


_ASKED_OF = Phrases("themes?|recommendations?|recs?|what|which|when|who|whose|how")


#: "School nurse here, are we mentioned?": the question is about the one who asks, and its opening says who that is.
_OF_US = Phrases(
    r"(?:are|do|does|did|is|were|will|where do|what do|what about|how do|anything)\b(?: (?:it|this|that|they|you))?(?: \w+)?"
    r" (?:we|us|i|me)\b(?: (?:a mention|get|have|need|come|do|in|at|all|even|to|mentioned|named|covered|included|affected|anywhere|here|it|this))*\W*$",
    whole_words=False,
)

_WRITING = "(?:paper|briefing|letter|notice|response|report|review|guidance)"
#: "Our head of HR says that …": who says it is not what is asked; what a paper says is.
_HEARSAY = Phrases(
    "says?|said|thinks?|thought|reckons?|reckoned|claims?|claimed|insists?|insisted|believes?|swears?|keeps saying",
    "tells? me|told (?:me|us)|is telling (?:me|us)|is sure|is convinced|seems to think|heard|read",
    before=rf"^\W*(?:my|our|an?|one of our|someone in) (?!(?:\w+ ){{0,3}}{_WRITING}\b)[\w' -]{{2,40}}? ",
    after=r" (?:that )?(?=\w)",
)
#: "…, my manager needs it for the action plan": why it is asked.
_REASON = Phrases(
    "needs?|wants?|is asking|has asked|asked|keeps asking",
    before=r",?\s*(?:as |because |since |and )?(?:my|our|the) (?:\w+ ){1,3}?",
    after=r"(?: me)?(?: for)? (?:it|this|that|to know(?! (?:about|of|if|whether|wh\w+|how)\b))\b[^?.!]*",
)


def is_command(text: str) -> bool:
    """Whether a sentence gives orders to the program rather than asks about the guidance."""
    return bool(_COMMAND_TO_PROGRAM.search(text))


def _without_role(text: str) -> str:
    return re.sub(r"^\s*(?:user|human|question|q)\s*:\s*", "", text, flags=re.IGNORECASE)


def _short_tag(text: str) -> bool:
    """ "Is that right?", "Correct?": a tag that asks about the sentence before it."""
    return len(re.findall(r"\w+", text)) <= 5 and not references(text) and bool(_SAYS_LITTLE.search(text))


_SAYS_LITTLE = Phrases(
    "right|correct|true|so|not|it|this|that|wrong|agree|accurate|yes|no|status|accepted|timescale|date|deadline",
    "when|why|what now",
)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a message."""
    return tuple(p.strip() for p in _SPLIT.split(text) if p and p.strip())
