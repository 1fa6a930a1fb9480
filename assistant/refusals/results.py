"""Questions about what something found or led to, and how others replied to it."""

from __future__ import annotations

from assistant.evidence.asked import Asked
from assistant.language.phrases import Phrases
from assistant.language.words import STOPWORDS, words
from corpus.model import Part

#: What something found or led to is asked for.
_RESULT = Phrases(
    r"what (?:did|were|was|have|has) (?:[\w']+ ){0,9}(?:find|found|findings?|(?:reveal|discover)(?:ed)?)(?! (?:due|expected))",
    r"what (?:did|were|was|have|has) (?:[\w']+ ){0,9}(?:concluded?|conclusions?|results?|outcomes?)(?! (?:due|expected))",
    r"what (?:came|has come|resulted) (?:out )?(?:of|from)",
    r"(?:results?|outcomes?|findings?|effects?|success) of (?:the|this|that|these|those|its|his|her|their|\w+['’]s)",
    r"who (?:was|became|got|has been|did they|is) (?:the )?(?:\w+ )?(?:appointed|first|named|new) (?:as|to|\w+)",
)
#: It is still to be: "how were the effects of the change going to be assessed?"
_TO_COME = Phrases("(?:going|meant|supposed|expected|due|planned|intended) to")
#: How somebody took to what was put to them.
_REPLIES = Phrases(
    r"how (?:did|many|have) (?P<who>(?:\w+ ){1,5}?)(?:reply|replied|respond|responded|react|reacted) to",
)
#: What a government is called, beside what the documents call the one that responds.
_GOVERNMENT = "government department ministers"


def asks_what_came(asked: Asked) -> bool:
    """Whether the question asks what something found or led to, or how others replied to it."""
    text = asked.question.text
    if replies := _REPLIES.search(text):
        return not _responds_here(replies["who"], asked)
    return bool(_RESULT.search(text)) and not _TO_COME.search(text)


def _responds_here(who: str, asked: Asked) -> bool:
    """Whether some words, or a pronoun, may stand for one whose response the documents give."""
    own = {w.stem for name in (_GOVERNMENT, *_who_respond(asked)) for w in words(name)}
    said = {w for w in words(who) if w.text not in STOPWORDS}
    return not said or any(w.stem in own for w in said)


def _who_respond(asked: Asked) -> set[str]:
    recommendations = asked.corpus.recommendations.values()
    return {p.speaker for r in recommendations for p in r.passages.get(Part.GOVERNMENT_RESPONSE, ())}
