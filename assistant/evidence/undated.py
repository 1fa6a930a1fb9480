"""Things that the documents name without ever saying when: the date of a neighbour is not theirs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from assistant.language.phrases import Phrases
from assistant.language.tagging import is_adjective, is_noun, tagged
from assistant.language.words import stem
from assistant.question.facets import Want

if TYPE_CHECKING:
    from assistant.evidence.asked import Asked
    from assistant.evidence.quote import Quote
    from assistant.library.library import Stems

_OPENS = Phrases(
    r"(?:when|date|day|month|year|season|how soon)(?:'s| is| was| were| are| will| would| does| do| did| had| has| should)"
    " (?:the|a|an|that|this|those|these|our|its|their)"
)
#: A present participle inside a noun phrase ("a peer mentoring forum").
_INSIDE = "VBG"


def only_undated(asked: Asked, leading: Iterable[Quote]) -> bool:
    """Whether the time of a thing is asked for that the documents name in no dated sentence, and no dated quote names it.

    Args:
        asked: the question; the thing is what it names, in two words or more, right after asking when.
        leading: the quotes of its direct answer.
    """
    thing = _subject(asked.question.focus) if asked.question.has(Want.WHEN) else ()
    if len(thing) < 2:
        return False
    whole = frozenset(map(stem, thing))
    naming = [s for u in asked.library.units for s in u.sentences if whole <= s.stems]
    return bool(naming) and not any(s.whens for s in naming) and not _said(thing[-1], asked, leading)


def _subject(text: str) -> tuple[str, ...]:
    """The words of the noun phrase that "when was the ..." asks about, without what hangs on it."""
    opens = _OPENS.search(text)
    found: list[tuple[str, str]] = []
    for word, tag in tagged(text[opens.end() :]) if opens else ():
        if is_noun(tag) or is_adjective(tag) or tag == _INSIDE:
            found.append((word.lower(), tag))
        elif word not in ("'", "s", "-"):
            break
    while found and not is_noun(found[-1][1]):
        found.pop()
    return tuple(word for word, _ in found)


def _said(noun: str, asked: Asked, leading: Iterable[Quote]) -> bool:
    """Whether a passage with a dated sentence says a noun in any wording, or stands under it."""
    own = stem(noun)
    ways = {own, *(s for p in asked.library.vocabulary.by_phrase.get((own,), ()) for s in p)}
    return any(ways & said for said in _dated(asked, leading))


def _dated(asked: Asked, leading: Iterable[Quote]) -> Iterable[Stems]:
    units = (asked.library.by_id[q.passage.id] for q in leading)
    return (u.stems | u.lead | u.headings for u in units if any(s.whens for s in u.sentences))
