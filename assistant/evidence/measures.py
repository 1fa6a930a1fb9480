"""What an answer of a kind must hold - a limit, an age, a rate, a definition, how something was chosen, what follows - and whether quotes do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from assistant.language.phrases import Phrases
from assistant.question.facets import Want

if TYPE_CHECKING:
    from assistant.evidence.asked import Asked
    from assistant.evidence.quote import Quote


@dataclass(frozen=True, eq=False)
class Measure:
    """A kind of answer: how a question asks for it, and what holds one."""

    asked: Phrases
    held: Phrases
    may_be_time: bool = False
    """Whether a question that asks for a time may mean one ("the cut-off for settling the figures")."""


_LAW = r"(?=[^?.]*\b(?:act|bill|convention|treaty|directive|regulations|uncrc|code)\b)"
#: "What is the income …", "which spending …".
_WHAT_IS = r"\bwh(?:at|ich)(?:'?s| is| was| are| were| would be)?(?: the| an?)? (?:[\w'-]+ ){0,3}?"
_BOUNDS = "limit\\w*|maximum|minimum|at (?:least|most)|no (?:more|longer|fewer|less) than|up to"
_AGED = r"aged? \d+|(?:under|over) \d+|\w+[ -]years? olds?"
_CHOSEN = "picked|chosen|selected|shortlisted|singled out|pick|choose|select"
#: What was not done, or not well.
_FAILING = (
    r"fail(?:s|ed|ing)?|falls? short|falling short|miss(?:es|ed)?|late|not|without|no|\w+n't|refuse[sd]?|ignore[sd]?"
    r"|breach(?:es|ed)?|inadequate"
)
_HAPPENS = r"\bwhat (?:(?:will |would )?happens?|is done|becomes of|if)\b[^?]*?\b"

_MEASURES = (
    Measure(
        Phrases(
            "article|section|clause|schedule|chapter|subsection|part|paragraph|regulation|page",
            before=r"\b(?:what|which) ",
            after=rf"s? (?:of|in)\b{_LAW}",
        ),
        Phrases(r"(?:article|section|clause|schedule|chapter|subsection|part|regulation|page)s? \d+"),
    ),
    Measure(
        Phrases("pages?|words?|age|size|spending", after=r"[ -](?:limits?|count|length|cap)\b"),
        Phrases(rf"pages|words|aged?|{_BOUNDS}"),
    ),
    Measure(
        Phrases(
            "cut-?offs?(?! (?:date|day|point))|thresholds?|ceilings?|caps?|pass(?:ing)? (?:marks?|scores?|rates?)|limits?|quotas?|maximum|minimum",
            before=_WHAT_IS,
        ),
        Phrases(rf"{_BOUNDS}|£\d|\d ?%|per cent|(?:aged?|over|under|below|above) \d", whole_words=False),
        may_be_time=True,
    ),
    Measure(
        Phrases(
            r"per (?!cent\b|se\b|annum\b)\w+", before=r"\b(?:how (?:many|much)|number|ratio|rate)\b[^?.]*\b"
        ),
        Phrases(r"per (?!cent\b)\w+|(?:for|to) (?:each|every)|ratios?"),
    ),
    Measure(
        Phrases("(?<!from )(?<!at )(?<!until )(?:which|what) ages?"),
        Phrases(rf"{_AGED}|age groups?|older|younger|teenagers?|infan\w+"),
    ),
    Measure(
        Phrases("(?:from|at|until) (?:which|what) age", "how old"),
        Phrases(_AGED),
    ),
    Measure(
        Phrases(
            "definition of",
            "(?:is|are|was|were) [^?.,]{1,40} defined",
            "(?:does|did|do) [^?.,]{1,40} define",
        ),
        Phrases(r"defin(?:ed|es|itions?)|means? (?:an?|any|the|that)"),
    ),
    Measure(
        Phrases(
            "what (?:(?:would|will|does|did|should) )?(?:counts?|counted|qualif(?:y|ies|ied)) as",
            "what (?:is|was|are|were) meant by",
            r"what (?:does|did|do) [^?.,]{1,40} mean(?= by\b|\W*$)",
        ),
        Phrases(
            r"defin(?:ed|es|itions?)|means? (?:an?|any|the|that)|that is|such as|for example|namely|includ(?:es?|ing)"
        ),
    ),
    Measure(
        Phrases(rf"\b(?:how|why)\b[^?.]{{0,80}}\b(?:{_CHOSEN})\b", whole_words=False),
        Phrases(
            r"\b(?:choos|chos|select|pick|criteri|nominat|elect|appl(?:y|ied|ic)|volunteer|invit|draw(?:n|ing)? on)",
            whole_words=False,
        ),
    ),
    Measure(
        Phrases(
            rf"{_HAPPENS}(?:{_FAILING})\b",
            r"\b(?:what|which) (?:sanctions?|penalt(?:y|ies)|punishments?|consequences?)\b",
            whole_words=False,
        ),
        Phrases(
            r"\b(?:unless|otherwise|if|instead|sanction|penal|fine[sd]?\b|interven|enforc|consequen|fail(?:s|ed|ing)?\b|warrant|(?:where|when|whose|who) [^,;.]{1,30} not\b)",
            whole_words=False,
        ),
    ),
)


def measure_missing(asked: Asked, leading: Iterable[Quote]) -> bool:
    """Whether a kind of answer is asked for that no quote of the direct answer holds."""
    text = asked.question.focus
    wanted = [m for m in _MEASURES if m.asked.search(text)]
    if not wanted or (asked.question.has(Want.ARGUMENT) and _another_date(asked, leading := tuple(leading))):
        return False
    leading = tuple(leading)
    texts = [q.passage.text for q in leading]
    dated = asked.question.has(Want.WHEN) and bool(_dates(asked, leading))
    return any(not (any(map(m.held.search, texts)) or (m.may_be_time and dated)) for m in wanted)


def _another_date(asked: Asked, leading: Iterable[Quote]) -> bool:
    """Whether a question takes a date for granted ("why was 2031 picked for the new pond?") that the quotes do not give."""
    named = {w.last or w.first for w in asked.question.whens if w.edtf}
    given = _dates(asked, leading)
    return bool(named and given) and named.isdisjoint(given)


def _dates(asked: Asked, leading: Iterable[Quote]) -> set[date | None]:
    """The days by which the passages of some quotes put something."""
    sentences = (s for q in leading for s in asked.library.by_id[q.passage.id].sentences)
    return {w.last or w.first for s in sentences for w in s.whens}
