"""What was asked, or argued, beside what was answered: two parts of one recommendation, set next to each other."""

from __future__ import annotations

from assistant.answers.draft import Draft, Line
from assistant.answers.places import STATUS_NAMES, capital, named, part_name
from assistant.answers.quoting import quotes_for
from assistant.answers.statuses import status_quote
from assistant.evidence.asked import Asked
from assistant.evidence.quote import Quote, of_passage
from assistant.evidence.ranking import Ranked
from assistant.language.phrases import Phrases
from assistant.model import Outcome
from assistant.question.facets import Want
from corpus.model import Part, PassageKind, Recommendation

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
_ANSWERED = Phrases("(?<!in )(?<!within )(?:government(?:'s)?|ministers|dfe|department|govt|gov)")
#: What was answered, named beside an argument.
_REPLY = Phrases(
    "(?:government|ministers|dfe|department|govt|gov)(?:'s|')?(?: own| official)? (?:response|reply|answer|answered|position|line|side|said|says|replied|responded)",
    "(?:the official|their) (?:response|reply|answer|position|line|side|words)|theirs|the government's(?=\\W*$)",
)
#: Two speakers are asked of in one breath.
_EACH = Phrases("each|respectively|(?:both|either|two) sides?|next to|beside|alongside")
#: Where a clause about one speaker ends and one about the other begins.
_CLAUSES = Phrases(
    r"(?:and|but|then|while|whereas)(?: \w+)?? (?=(?:how|what|where|in what way)\b|(?:the )?(?:government|ministers))",
    whole_words=False,
    before=r"[,;:.?]?\s+",
)
#: Whose words are to be shown first.
_VOICE_FIRST = Phrases(
    "(?:hers?|munro(?:'s)?|his|theirs?|(?:the )?(?:argument|complaint|case|criticism|reasoning|concern|government(?:'s)?))(?: \\w+)? (?:comes? )?first"
)
_SHE = Phrases("she|hers?")
_ASKS = Phrases("what|why|how|where")
#: An argument, where what was recommended is not asked for beside it.
_ARGUED = Phrases(
    "arguments?|argue[ds]?|arguing|reasoning|reasons?|rationale|case|thinking|grounds|justification",
    "(?:what(?:'s| is| comes| sits)?|stands?|falls?) under (?!the government|ministers)|complaints?|complained|criticisms?|criticised|objections?|worr(?:y|ies|ied)|fear(?:s|ed)?|concerns?|hers|(?:her|\\w+'s) (?:point|view|side)",
)

#: Words of further passages that are shown of an answer beside its best.
MORE = 160
#: Share of what one part says of the question that the other must say to be shown too.
LESS = 0.7


def compare_parts(asked: Asked) -> Draft | None:
    """Both sides of one recommendation; None where a question does not set them beside each other."""
    question = asked.question
    if question.documents or question.themes or question.whens:
        return None
    text = question.text
    in_time = question.has(Want.ORDER, Want.EARLIEST) and not _VOICE_FIRST.search(text)
    if in_time or question.has(Want.WHEN, Want.LATEST, Want.COUNT) or len(asked.recommendations) > 1:
        return None
    if not (_sets_beside(asked, text) or _asks_of_both(asked, text)):
        return None
    rec = _meant(asked)
    if rec is None:
        return None
    lines = (
        Line(*_asking(asked, rec, text)),
        Line(
            f"- The Government's response – **{STATUS_NAMES[rec.status]}**:",
            (*_shown(asked, rec, Part.GOVERNMENT_RESPONSE), status_quote(rec)),
        ),
    )
    return Draft(Outcome.ANSWERED, lines, recommendations=(rec.number,), from_records=True)


def _sets_beside(asked: Asked, text: str) -> bool:
    """ "Set Munro's argument beside the Government's reply"."""
    reviewer = _speaks_of_her(asked, text)
    asking = _RECOMMENDED.search(text) or (reviewer and not asked.question.has(Want.STATUS))
    beside = _BESIDE.search(text) or (reviewer and _EACH.search(text))
    if beside and asking and _ANSWERED.search(text):
        return True
    told = reviewer or _VOICE_FIRST.search(text)
    return bool(told and _ARGUED.search(text) and _REPLY.search(text))


def _speaks_of_her(asked: Asked, text: str) -> bool:
    """Whether a text names the one who recommends, or means her: nobody else argues."""
    own = _SHE.search(text) and (_ARGUED.search(text) or _RECOMMENDED.search(text))
    return bool(asked.library.reviewer.named_in(text.lower()) or own)


def _asks_of_both(asked: Asked, text: str) -> bool:
    """ "What did Munro want, and how did the Government answer?"."""
    if asked.question.has(Want.STATUS):
        return False
    reviewer = asked.library.reviewer
    return any(
        _ASKS.search(before)
        and (reviewer.named_in(before.lower()) or _SHE.search(before))
        and _ANSWERED.search(after)
        for join in _CLAUSES.finditer(text)
        for before, after in [(text[: join.start()], text[join.end() :])]
    )


def _asking(asked: Asked, rec: Recommendation, text: str) -> tuple[str, tuple[Quote, ...]]:
    """What Munro says: the argument where that is set beside the answer, the recommendation where that is.

    Where neither is named, what she said of a thing may stand in either.
    """
    if _ARGUED.search(text) and rec.passages[Part.MUNRO_ARGUMENT]:
        parts = [Part.MUNRO_ARGUMENT]
    elif _RECOMMENDED.search(text) or asked.question.has(Want.RECOMMENDATION):
        parts = [Part.RECOMMENDATION]
    else:
        parts = _saying(asked, rec)
    names = {
        Part.RECOMMENDATION: "what it asks for",
        Part.MUNRO_ARGUMENT: part_name(Part.MUNRO_ARGUMENT, asked.corpus),
    }
    quotes = tuple(q for part in parts for q in _shown(asked, rec, part))
    return f"- {capital(named(rec))}, {' and '.join(names[p] for p in parts)}:", quotes


def _saying(asked: Asked, rec: Recommendation) -> list[Part]:
    """The parts in which Munro says what is asked, the better first; one alone where the other says much less of it."""
    best = [
        next((r for r in asked.ranked if r.unit.passage in rec.passages[part]), None)
        for part in (Part.RECOMMENDATION, Part.MUNRO_ARGUMENT)
    ]
    found = sorted((r for r in best if r), key=lambda r: -r.score)
    return [r.unit.passage.part for r in found if r.own >= LESS * found[0].own]


def _meant(asked: Asked) -> Recommendation | None:
    """The recommendation named, or the one whose passage matches best."""
    if asked.recommendations:
        return asked.recommendations[0]
    number = next(iter(asked.groups), None) if asked.question.terms else None
    return asked.corpus.recommendations[number] if number is not None else None


def _shown(asked: Asked, rec: Recommendation, part: Part) -> tuple[Quote, ...]:
    """What a part says of the question: its best passage with its list, then others in the order of their match.

    The whole part, in its own order, where the question names nothing that the part speaks of.
    """
    passages = tuple(p for p in rec.passages[part] if p.kind is not PassageKind.STATUS_LINE)
    best = [r for r in asked.ranked if r.unit.passage in passages]
    if not any(r.own for r in best):
        return tuple(of_passage(p) for p in passages)
    opening = (of_passage(passages[0]),) if part is Part.GOVERNMENT_RESPONSE else ()
    return tuple(dict.fromkeys((*_best_first(asked, best), *opening)))


def _best_first(asked: Asked, best: list[Ranked]) -> tuple[Quote, ...]:
    quotes = quotes_for(asked, best[0])
    words = 0
    for other in best[1:]:
        words += len(other.unit.passage.text.split())
        if words <= MORE:
            quotes += quotes_for(asked, other)
    return tuple(dict.fromkeys(quotes))
