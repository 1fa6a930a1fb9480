"""The quotes that show a passage: with its list, its speech, or cut to the point."""

from __future__ import annotations

import re
from itertools import groupby

from assistant.answers.speech import introduces
from assistant.evidence.asked import Asked
from assistant.evidence.features import is_label
from assistant.evidence.preferences import asks_for_words
from assistant.evidence.quote import Quote, sentence_quote, whole
from assistant.evidence.ranking import Ranked, best_sentences
from assistant.language.phrases import Phrases
from assistant.library.library import Unit
from corpus.patterns import lazy_regex

#: A passage longer than this many words is quoted in part.
LONG = 200

#: Words of a list that is quoted as a whole.
SHORT_LIST = 230


def quotes_for(asked: Asked, ranked: Ranked) -> tuple[Quote, ...]:
    """The quotes that show one passage: with its list where it is short, cut to the point where it is long."""
    unit = ranked.unit
    passage = unit.passage
    items = asked.library.items.get(passage.lead_in_id or passage.id, ())
    if items:
        lead = asked.library.by_id[passage.lead_in_id or passage.id]
        short = sum(len(u.passage.text.split()) for u in (lead, *items)) <= SHORT_LIST
        said_by_lead = asked.matcher.coverage(lead.stems) >= asked.matcher.coverage(unit.stems) - 0.1
        if lead is unit or (short and (said_by_lead or _WHOLE_LIST.search(asked.question.focus))):
            return tuple(whole(u) for u in _flat(asked, lead))
    if speech := _speech(asked, unit):
        return speech
    if is_label(unit):
        return tuple(whole(u) for u in _block(asked, unit))
    return (_cut(asked, ranked),)


_WHOLE_LIST = lazy_regex(
    r"\b(?:list|what (?:are|were|other|kinds?|sorts?|types?|things|areas|steps|actions|challenges|issues|matters|details)|which (?:areas|things|challenges|actions|steps|issues|matters|details|kinds?)|everything|examples)\b",
    re.IGNORECASE,
)


def _flat(asked: Asked, lead: Unit) -> list[Unit]:
    """A lead-in with its items and theirs, in reading order."""
    made = [lead]
    for item in asked.library.items.get(lead.passage.id, ()):
        made += _flat(asked, item)
    return made


def _block(asked: Asked, unit: Unit) -> list[Unit]:
    """A label with those right before and after it: an address with its name, a paper's title with its date."""
    units = [u for u in asked.library.units if u.passage.document == unit.passage.document]
    runs = [list(run) for labels, run in groupby(units, is_label) if labels]
    return next(run for run in runs if unit in run)


def _speech(asked: Asked, unit: Unit) -> tuple[Quote, ...]:
    """For a line that only introduces speech ("… said:"), the speech; the line itself where a post is asked for."""
    if not introduces(unit):
        return ()
    if _POST.search(asked.question.focus) and not asks_for_words(asked.question):
        return (whole(unit),)
    units = asked.library.units
    at = next(i for i, u in enumerate(units) if u.passage.id == unit.passage.id)
    spoken = []
    for other in units[at + 1 :]:
        if other.passage.speaker != re.sub(r",? said:$", "", unit.passage.text):
            break
        spoken.append(whole(other))
    return tuple(spoken)


_POST = Phrases("(?:job|post|role|position|title|capacity|professor|profession|employer)(?: title)?")


def _cut(asked: Asked, ranked: Ranked) -> Quote:
    unit = ranked.unit
    if len(unit.passage.text.split()) <= LONG:
        return whole(unit)
    best = best_sentences(ranked, asked.matcher)
    chosen = [best[0].sentence]
    for other in best[1:]:
        span = sorted((*chosen, other.sentence), key=lambda s: s.span.start)
        if other.score < 0.5 * best[0].score or span[-1].span.end - span[0].span.start > LONG * 6:
            continue
        chosen = span
    return sentence_quote(unit, *chosen)
