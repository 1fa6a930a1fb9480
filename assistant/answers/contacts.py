"""How to reach somebody: the telephone numbers, e-mail and postal addresses that stand on the papers."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from assistant.answers.draft import Draft, Line
from assistant.answers.places import document_inside
from assistant.evidence.asked import Asked
from assistant.evidence.features import is_label
from assistant.evidence.quote import whole
from assistant.evidence.reaching import WAYS, ways_asked
from assistant.language.vocabulary import Term
from assistant.language.words import stems
from assistant.library.library import Library, Stems, Unit
from assistant.model import Outcome

#: What is said in asking, and says nothing of whom to reach or where the line stands.
_SAID = frozenset(
    stems(
        "phone telephone tel fax number ring call dial contact details email e-mail mail address addresses website web url"
        " post postcode code reach speak talk get give given top bottom head letterhead minister ministers person people line"
        " letter letters paper notice main central own full exact printed listed quoted find use want need"
    )
)


def answer_contact(asked: Asked) -> Draft | None:
    """The lines with the number or the address asked for; None where none is, or it is somebody else's."""
    ways = ways_asked(asked.question.focus)
    if not ways or asked.question.recommendations:
        return None
    pool = [
        u
        for u in _lines(asked.library)
        if asked.allows(u) and any(w.held.search(u.passage.text) for w in ways)
    ]
    rest = [t for t in asked.question.terms if not _SAID.issuperset(t.own)]
    found = [u for u in pool if _says(asked, u, rest)]
    located = bool(rest or asked.question.documents or asked.question.sections)
    if not found or not located:
        return None
    where = document_inside(asked.corpus.document[found[0].passage.document])
    quotes = tuple(whole(u) for u in found)
    return Draft(Outcome.ANSWERED, (Line(f"Given in the {where}:", quotes),), from_records=True)


@lru_cache(maxsize=4)
def _lines(library: Library) -> tuple[Unit, ...]:
    """The labels of the documents that give a way of reaching somebody."""
    return tuple(u for u in library.units if is_label(u) and any(w.held.search(u.passage.text) for w in WAYS))


def _says(asked: Asked, unit: Unit, rest: list[Term]) -> bool:
    """Whether a line says some terms, each by itself or run together ("news desk" is a "newsdesk")."""
    said, together = _around(asked, unit), re.sub(r"\W", "", unit.passage.text.lower())
    texts = [t.text.replace(" ", "") for t in rest]
    pairs = {i for i, pair in enumerate(pairwise(texts)) if "".join(pair) in together}
    return all(said.issuperset(t.own) or i in pairs or i - 1 in pairs for i, t in enumerate(rest))


def _around(asked: Asked, unit: Unit) -> Stems:
    """Stems of a line, of the heading over it, and of who wrote its document and for whom."""
    document = asked.corpus.document[unit.passage.document]
    told = f"{document.publisher} {document.short_title} {document.speaker}"
    return unit.stems | unit.headings | frozenset(stems(told))
