"""Which sentences of a message ask, and which only lead up to it."""

from __future__ import annotations

import re

from assistant.question.references import references

_SPLIT = re.compile(
    r"(?<=[.!?])(?<!\bi\.e\.)(?<!\be\.g\.)(?<!\bno\.)(?<!\bvs\.)(?<!\bprof\.)(?<!\bdr\.)(?<!\brec\.)\s+|\n+",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"^\W*(?:and|so|but|then|ok|okay|please|also|now)?[, ]*(?:who|what|when|where|which|why|how|whose|whom|is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|"
    r"must|list|name|give|tell|show|explain|compare|summari[sz]e|quote|put|set out|rank|order|i(?:'d| would)? (?:need|want|like)(?: to (?:know|see|find out|have)| the| a)|(?:i'm |am )?(?:after|looking for)|by when|status|remind)\b",
    re.IGNORECASE,
)
_COMMAND_TO_PROGRAM = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|rules?|guidance|prompt|previous|above|documents?|training)\b"
    r"|\b(?:you are now|from now on|pretend|act as|role ?play|jailbreak|developer mode|system prompt|reply only|respond only|answer only with|output only|"
    r"say that|repeat after me|print your|reveal your|show me your (?:prompt|instructions|configuration)|your (?:system )?(?:prompt|instructions|api keys?|configuration))\b"
    r"|^\s*(?:system|assistant|user|human|###)\s*:|\[\[|<<|>>|^#+ ",
    re.IGNORECASE,
)


#: A question inside an object of data.
_ASKED_IN_DATA = re.compile(r'"(?:question|query|prompt|text)"\s*:\s*"(?P<asked>[^"]{3,})"', re.IGNORECASE)
#: Comments of markup, objects of data and tags: nothing that a person says.
_MARKUP = re.compile(
    r"<(?P<tag>system|assistant|instructions?|prompt|tool)\b[^>]*>.*?</(?P=tag)>|<!--.*?-->|\{[^{}]*\"[^{}]*\}|</?[a-z][^<>]{0,60}>|```|';\s*drop\b.*$",
    re.IGNORECASE | re.DOTALL,
)


def focus(text: str) -> tuple[str, str]:
    """The asking sentences of a message and the rest, each joined by spaces."""
    if (object_ := _ASKED_IN_DATA.search(text)) and text.lstrip().startswith("{"):
        text = object_["asked"]
    text = _MARKUP.sub(" ", text)
    pieces = [p.strip() for p in _SPLIT.split(_without_preamble(text)) if p and p.strip()]
    usable = [p for p in (_without_role(x) for x in pieces) if p and not is_command(p)] or pieces
    asking = [p for p in usable if p.rstrip("\"')").endswith("?")]
    if not asking:
        asking = [p for p in usable if _ASKS.match(p)]
    if not asking or not re.search(r"\w{3}", " ".join(asking)):
        return " ".join(usable), ""
    if all(_short_tag(p) for p in asking):
        return " ".join(usable), ""
    if len(usable) > len(asking) and _POINTS_BACK.search(" ".join(asking)):
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
_POINTS_BACK = re.compile(
    r"(?<!in )(?<!is )(?<!was )\b(?:it|that (?:one|way|theme)|this one|they|them|those|these)\b(?! (?:is|was|has|that|true|be|right|be true))"
    r"|\b(?:mention|name|concern|affect|involve|ask|require|expect|tell|address|refer to)(?:s|ed)? (?:us|me)\b|\bour own\b"
    r"|\b(?:that|this|those|these) (?:month|date|year|day|season|deadline|thinking|work|post|role|body|group|board|framework|guidance|recommendation|changes?|duty|plans?|review|"
    r"letter|programme|offer|decision|question|idea|proposal|consultation|assessment|report|test|person|job|move|requirement|reform|amendment|evaluation|transfer)\b",
    re.IGNORECASE,
)


_PREAMBLE = re.compile(
    r"^\s*(?:hi|hello|hey|dear all|good (?:morning|afternoon|evening))?[,!. ]*"
    r"(?:(?:i'm|i am|we're|we are|as) (?:an? |the |new |only |doing |preparing |writing |putting |drafting |making |updating )[\w' -]{2,50}?|[\w' -]{2,40}? here|(?:\w+ ){1,4}(?:wants?|needs?|would like|is keen|has asked(?: me)?|asked(?: me)?|keeps asking|asks)(?: me)?(?: to know| to find out)?|"
    r"(?:quick|one|just a|simple) (?:quick )?(?:question|one|query)|for (?:a|my|our|the) [\w' -]{2,40}?)\s*(?:[:,]|\s-|-\s)\s*(?=\S)",
    re.IGNORECASE,
)


def _without_preamble(text: str) -> str:
    """Without an opening that only says who asks ("our HR lead wants to know: …")."""
    rest = _PREAMBLE.sub("", text, count=1)
    rest = _REASON.sub("", rest)
    rest = _HEARSAY.sub("", rest, count=1)
    return rest if len(rest.split()) >= 3 else text


#: "Our head of HR says that …": who says it is not what is asked; the documents' own words are.
_HEARSAY = re.compile(
    r"^\W*(?:my|our|the|a|an|one of our|someone in)(?! (?:\w+ ){0,3}(?:government|response|notice|letters?|ministers?|munro|documents?|briefing|guidance|foreword|paper|review|report|recommendation)\b) "
    r"[\w' -]{2,40}? (?:says?|said|thinks?|thought|reckons?|reckoned|claims?|claimed|insists?|insisted|tells? me|told (?:me|us)|is telling (?:me|us)|believes?|swears?|is sure|is convinced|seems to think|keeps saying|heard|read) (?:that )?(?=\w)",
    re.IGNORECASE,
)
#: "…, my manager needs it for the action plan": why it is asked.
_REASON = re.compile(
    r",?\s*(?:as |because |since |and )?(?:my|our|the) (?:\w+ ){1,3}?(?:needs?|wants?|is asking|has asked|asked|keeps asking)(?: me)?(?: for)? (?:it|this|that|to know)\b[^?.!]*",
    re.IGNORECASE,
)


def is_command(text: str) -> bool:
    """Whether a sentence gives orders to the program rather than asks about the guidance."""
    return bool(_COMMAND_TO_PROGRAM.search(text))


def _without_role(text: str) -> str:
    return re.sub(r"^\s*(?:user|human|question|q)\s*:\s*", "", text, flags=re.IGNORECASE)


def _short_tag(text: str) -> bool:
    """ "Is that right?", "Correct?": a tag that asks about the sentence before it."""
    return (
        len(re.findall(r"\w+", text)) <= 5
        and not references(text)
        and bool(
            re.search(
                r"\b(?:right|correct|true|so|not|it|this|that|wrong|agree|accurate|yes|no|status|accepted|timescale|date|deadline|when|why|what now)\b",
                text,
                re.IGNORECASE,
            )
        )
    )


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a message."""
    return tuple(p.strip() for p in _SPLIT.split(text) if p and p.strip())
