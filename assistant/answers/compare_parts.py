"""What was asked beside what was answered: two parts of one recommendation, set next to each other."""

from __future__ import annotations

from assistant.answers.draft import Draft, Line
from assistant.answers.places import STATUS_NAMES, capital, named
from assistant.answers.quoting import quotes_for
from assistant.answers.statuses import status_quote
from assistant.evidence.asked import Asked
from assistant.evidence.quote import Quote, of_passage
from assistant.language.phrases import Phrases
from assistant.model import Outcome
from assistant.question.facets import Want
from corpus.model import Part, Recommendation

#: Two things are set beside each other.
_BESIDE = Phrases(
    "compar(?:e|es|ed|ing|ison)|side by side|(?:put|set|line)(?: \\w+){0,8}? (?:next to|beside|alongside|against)|both|versus|vs\\.?",
    "instead|differ(?:s|ent|ence|ences)?|match(?:es)? up|measures? up|square(?:s)? with",
)
_RECOMMENDED = Phrases(
    "recommendation (?:asks?|asked|wants?|wanted|says?|said|calls?|called|seeks?|sought)|what was (?:recommended|asked(?: for)?|wanted|proposed)",
    "rec(?:ommendation)?\\.? \\d+ (?:asks?|asked|wants?|wanted|says?|said|calls?|called|seeks?|sought|proposed)",
    "the recommendation(?: itself)?(?! \\d)|recommended|proposed|called for|asked for|wanted",
)
_ANSWERED = Phrases("government(?:'s)?|ministers|dfe|department|govt|gov")

#: Words of further passages that are shown of an answer beside its best.
MORE = 160


def compare_parts(asked: Asked) -> Draft | None:
    """Both sides of one recommendation; None where a question does not set them beside each other."""
    question = asked.question
    if question.documents or question.themes or question.whens:
        return None
    if (
        question.has(Want.WHEN, Want.ORDER, Want.EARLIEST, Want.LATEST, Want.COUNT)
        or len(asked.recommendations) > 1
    ):
        return None
    text = question.text if question.recommendations else question.focus
    if not (_BESIDE.search(text) and _RECOMMENDED.search(text) and _ANSWERED.search(text)):
        return None
    rec = _meant(asked)
    if rec is None:
        return None
    lines = (
        Line(f"- {capital(named(rec))}:", _shown(asked, rec, Part.RECOMMENDATION)),
        Line(
            f"- The Government's response – **{STATUS_NAMES[rec.status]}**:",
            (*_shown(asked, rec, Part.GOVERNMENT_RESPONSE), status_quote(rec)),
        ),
    )
    return Draft(Outcome.ANSWERED, lines, recommendations=(rec.number,), from_records=True)


def _meant(asked: Asked) -> Recommendation | None:
    """The recommendation named, or the one whose passage matches best."""
    if asked.recommendations:
        return asked.recommendations[0]
    number = next(iter(asked.groups), None) if asked.question.terms else None
    return asked.corpus.recommendations[number] if number is not None else None


def _shown(asked: Asked, rec: Recommendation, part: Part) -> tuple[Quote, ...]:
    """What a part says of the question: its best passage with its list, then others in the order of their match."""
    passages = rec.passages[part]
    best = [r for r in asked.ranked if r.unit.passage in passages]
    if not best:
        return (of_passage(passages[0]),)
    quotes = quotes_for(asked, best[0])
    words = 0
    for other in best[1:]:
        words += len(other.unit.passage.text.split())
        if words <= MORE:
            quotes += quotes_for(asked, other)
    return tuple(dict.fromkeys(quotes))
