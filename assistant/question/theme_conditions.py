"""Themes told by what they hold ("the heading with the fewest", "the one theme with all three verdicts"), and all of them at once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from assistant.language.numbers import SEVERAL, value
from assistant.language.phrases import Phrases
from assistant.library.library import Library
from assistant.question.statuses import statuses
from assistant.question.theme_references import PERHAPS, SURELY, Meant
from corpus.model import Status
from corpus.patterns import lazy_regex

_NOUN = rf"(?:{SURELY}|{PERHAPS})"
_THEMES = "themes|headings|headers|strands|groupings|categories"
_RECS = r"(?:recommendations?|recs?|members?|entries|proposals?|of them|of the recommendations)"
#: One theme or several of which something is told.
_SUBJECT = (
    rf"(?:\b(?:which|what)(?: (?:one|single one|{SEVERAL}))?(?: of (?:the|her|its|these|those))?(?: {SEVERAL})? {_NOUN}"
    rf"|\b(?:just |only |exactly )?(?:one|{SEVERAL}|a single one) (?:of )?(?:the |her |its |these |those )?(?:{SEVERAL} )?{_NOUN}"
    rf"|\b(?:the|a|any)(?: one| only| single)? {_NOUN})"
)
_HAS = (
    r"(?: (?:that|which|where|there|each|both|alone|only|has|have|had|holds?|held|contains?|contained|covers?|carries|carry|got|gets"
    r"|includes?|included|takes? in|is|are|was|were|with|having|containing|holding|came out with|ends? up with|ended up with))+"
)
#: How one ranks among them by the number that it holds.
_RANKED = (
    rf"(?: the)? (?:(?P<few>fewest|least|smallest|shortest)|(?P<many>most|largest|biggest|longest))(?! of its\b)(?: (?:number|list|set|count))?(?: of)?(?: {_RECS})?"
    rf"|(?: (?:one|a rec\w*))? (?:(?P<fewer>fewer|less)|(?P<more>more))(?: {_RECS})?(?: in it)? than (?:the|any|all|every|each)(?: of)?(?: the)? (?:others?|rest)(?: one| {_NOUN})?"
)
_SIZED = rf"(?: only| just| exactly| a total of)? (?P<size>{SEVERAL}) {_RECS}(?: in (?:it|all|total))?"
_EVERY_KIND = (
    r"(?: (?:all|every|each)(?: of)?(?: the)?(?: (?:three|3|possible|different|available))*"
    r" (?:kinds?|sorts?|types?|status(?:es)?|verdicts?|answers?|responses?|outcomes?|repl(?:y|ies))"
    r"(?: of (?:verdicts?|answers?|status|responses?|outcomes?|repl(?:y|ies)))?)(?P<kinds>)"
)
_HOLDING = lazy_regex(rf"{_SUBJECT}{_HAS}(?:{_RANKED}|{_EVERY_KIND}|{_SIZED})(?![\w-])", re.IGNORECASE)
_SUPERLATIVE = lazy_regex(
    rf"\b(?:which (?:is|was) the|what(?: is|'s| was) the|the) (?:(?P<few>smallest|shortest|thinnest)|(?P<many>largest|biggest|longest|fullest))"
    rf" (?:of the (?:{SEVERAL} )?)?(?:{SURELY}|groups?|sections?)\b(?: of (?:recommendations|recs))?",
    re.IGNORECASE,
)
#: How many of a status they hold.
_COUNTED = lazy_regex(
    rf"{_SUBJECT}{_HAS} ?(?P<bound>exactly |only |just |at least |more than )?(?P<count>one|an?(?= (?:{_RECS}|\w+ one\b))|any|a single|no|not one|{SEVERAL})(?: {_RECS})?"
    rf" (?P<what>[^.?!;:,]{{4,60}}?)(?=[.?!;:,]|$| (?:and|-|–|—) )",
    re.IGNORECASE,
)
_NONE, _ONE, _ANY = ("no", "not one"), ("one", "a single"), ("a", "an", "any")
#: All that the themes hold is asked for, whatever its status.
_WHOLE = Phrases(
    f"(?:that|the) (?:{SURELY}|group|section)(?:['’]s)?|its recommendations|(?:in|under|within) (?:it|them)|everything|whole"
)
#: How the recommendations are sorted, or what all the themes are.
_GROUPED = Phrases(
    rf"how (?:are|were|was|is|did|does|do|has|have) (?:the |its |her |they |all |professor |munro's |government |it |ministers |of )*"
    rf"(?:{SEVERAL}|recommendations|recs|table|them)?(?: (?:recommendations|recs))?(?: been| get)? ?"
    r"(?:group|arrang|organi[sz]|cluster|carv|bundl|categori[sz]|structur|parcel|sort|divid)(?:e|ed|ing|es|ped|s)?(?: up)?(?: the (?:recommendations|recs|fifteen))?",
    rf"(?:what|which|list|name|give me|show me|set out|tell me)(?: are| were)?(?: all)?(?: of)?(?: the| its| her)?(?: {SEVERAL}| main)* (?:{_THEMES})"
    rf"(?: (?:are there|there are|and (?:the |their |which |what )?(?:recommendations|recs|numbers)[^?.]*|in the (?:response|document|table|government\w*)"
    rf"|(?:that |which )?(?:the |all |her |those |munro's )*(?:{SEVERAL}|recommendations|recs|they)[^?.,]{{0,60}} (?:under|into|in|by)))*(?=\W*$)",
    rf"(?:what|which|list|name|show)[^?.]{{0,50}} under each (?:of the )?(?:{SEVERAL} )?(?:{SURELY})(?=\W*$)",
    rf"how many (?:{_THEMES})\b[^?.]{{0,60}}?,? (?:and |- )(?:what|which)[^?.]*(?:each|them|are they)(?=\W*$)",
)
_BY_STATUS = Phrases("accept\\w*|status(?:es)?|verdicts?|dates?|timescales?|deadlines?")


def with_held(text: str, library: Library) -> str:
    """A question with the themes that it tells by what they hold put as their numbers; itself where it tells none, or none fits."""
    if not library.corpus.themes or not _GUARD.search(text):
        return text
    if (grouped := _GROUPED.search(text)) and not _BY_STATUS.search(text):
        every = Meant(tuple(sorted(library.corpus.themes)), *grouped.span())
        return f"{text[: every.start]}what are {every.put()}{text[every.end :]}"
    if (holding := _OF_ONE.search(text)) and _ALL_OF_IT.search(
        f"{text[: holding.start()]}; {text[holding.end() :]}"
    ):
        rec = library.corpus.recommendations.get(int(holding["number"]))
        return _put(text, Meant((rec.theme,), *holding.span())) if rec else text
    found = _SUPERLATIVE.search(text) or _HOLDING.search(text)
    if found and (meant := _ranked(found, library)):
        return _put(text, Meant(meant, *found.span()))
    if counted := _COUNTED.search(text):
        wanted = statuses(counted["what"])[0]
        meant = _with_count(counted, wanted, library) if wanted else ()
        end = counted.end() if _WHOLE.search(text[counted.end() :]) else counted.start("what") - 1
        return _put(text, Meant(meant, counted.start(), end)) if meant else text
    return text


_REC = r"(?:recommendation |rec |r|number |no\.? |#)?(?P<number>\d{1,2})"
#: The theme of a recommendation.
_OF_ONE = lazy_regex(
    rf"\b(?:the|what|which|whichever) (?:{SURELY}|group|section|block)(?: (?:that|which|where|does|do|did|is))?"
    rf"(?: (?:has|holds|contains|includes|with|of)(?: in it)?)? {_REC}(?: (?:is|was|comes|came|sits?|sat|falls?|fell|stands?|stood|belongs?|goes|went|appears?)(?: (?:filed|placed|listed|grouped|put))?(?: (?:under|in|within|to|into))?| (?:under|in|within))?",
    re.IGNORECASE,
)
#: All that stands under it is asked for, too.
_ALL_OF_IT = Phrases(
    "everything(?! else)|every (?:one|rec\\w*)|all (?:of )?(?:the|its|those)|list (?:all|what|the rec\\w*)|members|contents|what(?:'s| is) (?:also )?in"
    "|full set|whole (?:set|lot)|complete set|which rec\\w*",
    after=r"(?![^.?!]*\b(?:else|others?|besides|apart)\b)",
)
_GUARD = lazy_regex(
    rf"\b(?:{SURELY}|{PERHAPS}|grouped|arranged|organi[sz]ed|structured|clustered|sorted|divided)\b",
    re.IGNORECASE,
)


def _put(text: str, meant: Meant) -> str:
    """With the themes in the place of what tells them, in one sentence with what is asked of them."""
    after = re.sub(r"^([^.?!]*)\.\s+(?=\S)", r"\1 - ", text[meant.end :], count=1)
    return f"{text[: meant.start]}{meant.put()}{after}"


def _ranked(found: re.Match[str], library: Library) -> tuple[int, ...]:
    """The themes that hold the fewest, the most, as many as are told, or every status."""
    held = Counter(r.theme for r in library.corpus.recommendations.values())
    told = found.groupdict()
    if told.get("few") or told.get("fewer"):
        return _themes(held, lambda n: n == min(held.values()))
    if told.get("many") or told.get("more"):
        return _themes(held, lambda n: n == max(held.values()))
    if told.get("size"):
        return _themes(held, lambda n: n == value(told["size"]))
    kinds = {t: {r.status for r in library.corpus.recommendations.values() if r.theme == t} for t in held}
    every = set().union(*kinds.values())
    return tuple(sorted(t for t, own in kinds.items() if own == every))


def _with_count(counted: re.Match[str], wanted: frozenset[Status], library: Library) -> tuple[int, ...]:
    """The themes that hold as many of some statuses as are told."""
    held = {t: 0 for t in library.corpus.themes}
    for rec in library.corpus.recommendations.values():
        held[rec.theme] += rec.status in wanted
    word = counted["count"].lower()
    count = 0 if word in _NONE else 1 if word in (*_ONE, *_ANY) else value(word) or 0
    bound = "at least" if word in _ANY else (counted["bound"] or "").strip().lower()
    if bound in ("at least", "more than"):
        return _themes(held, lambda n: n >= count + (bound == "more than"))
    return _themes(held, lambda n: n == count)


def _themes(held: dict[int, int], fits: Callable[[int], bool]) -> tuple[int, ...]:
    return tuple(sorted(t for t, n in held.items() if fits(n)))
