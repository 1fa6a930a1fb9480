"""What is asked of a paper itself, and of nothing that it says: who wrote it, whom it is meant for, and where they are."""

from __future__ import annotations

from assistant.language.phrases import Phrases
from assistant.question.addressed import PAPERS
from assistant.question.facets import Want
from assistant.question.question import Question

#: What asks for those a document is meant for.
TO = Phrases(
    "to (?:whom|which|what)|(?:send|sends|sending)(?= )|distribution list|address(?:ed|ee|ees)?|made out|recipients?|audience|envelope|post ?code|street|letterhead",
    "receiv(?:e|es|ed|ing)|(?:sent|went|goes|go|gone|writ(?:ing|ten)|wr[io]te|aimed|meant|intended|prepared) (?:to|for|at)",
)
_THE_PAPER = rf"(?:the|this|that) (?:\w+ ){{0,2}}?(?:letter|foreword|{PAPERS})"
_IT = f"(?:{_THE_PAPER}|it|that)"
#: What asks for those who wrote it.
BY = Phrases(
    "(?:co-?)?sign(?:ed|s|atory|atories|ature|atures)?|wr[io]te|written|writ(?:es|er|ers)|authors?|authored|penn(?:ed|ing)",
    rf"whose (?:letter|{PAPERS})",
    "(?:put|lent|lend|add|added|gave) (?:his|her|their) names?|names? (?:been )?(?:put|added) (?:to|on|under)|names? (?:(?:is|are|was|were|stands?|appears?) )?(?:on|at|under|below|beneath)|from",
    r"(?:at|on) the (?:very )?(?:bottom|foot|end)",
    rf"(?:put|pulled) {_IT} together|(?:dr[ae]wn? up|drafted|compiled|prepared|produced|put out|sent out) {_IT}",
)
#: What asks for a place to write to.
WHERE = Phrases("(?:postal )?address(?! to)(?:es)?|post ?code|street|building")
#: What either asks, and what it asks of them: their names and posts, and where on the paper they stand.
SAID = frozenset(
    """addressed addressee addressees recipient recipients receive receives received audience envelope post postcode code postal address street building
    letterhead sent went goes written writing wrote writer author authors aimed meant intended prepared drafted compiled produced drawn put together co sign signs signed signatory
    signatories signature signatures name names letter letters paper papers job position title role individual named distribution list send sends penned person people couple pair woman man lady gentleman minister ministers
    top head bottom foot end stands appears actually else exactly""".split()
)
#: What asks for the words of a document, not for the paper itself.
SAYS = Phrases("says?|mentions?|tells?")


def asks_of_paper(question: Question) -> bool:
    """Whether a question asks who wrote a paper or whom it is for, in words that say nothing else."""
    text = question.focus
    if question.statuses is not None:
        return False
    asks = question.has(Want.WHO) and any(pattern.search(text) for pattern in (TO, BY, WHERE))
    plain = all(SAID.issuperset(t.text.split()) for t in question.terms)
    return asks and plain and not SAYS.search(text)
