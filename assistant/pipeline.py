"""From a question that has been read to the draft of its answer, or to a refusal."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from assistant.answers.apart import drafted_apart
from assistant.answers.bodies import answer_body
from assistant.answers.claims import answer_claim
from assistant.answers.compare import answer_compare
from assistant.answers.contacts import answer_contact
from assistant.answers.content import answer_content, answer_paragraphs
from assistant.answers.dated import answer_gap, answer_when
from assistant.answers.dated_sentences import Dated, dated
from assistant.answers.documents import answer_document
from assistant.answers.draft import Draft
from assistant.answers.listed_items import answer_items
from assistant.answers.matching import same_period
from assistant.answers.name_lists import answer_names
from assistant.answers.parts import answer_part, overview, wanted_part
from assistant.answers.persons import answer_person
from assistant.answers.place_sets import answer_places
from assistant.answers.premises import another_date, put_right, without_its_date
from assistant.answers.roll import answer_roll
from assistant.answers.sets import answer_parts, answer_set
from assistant.answers.sides import with_best
from assistant.answers.statuses import answer_status, described_for_status, status_line, told_outside
from assistant.answers.step import asks_how_long
from assistant.answers.timescales import corrected_date, gives_date, timescale, with_dates_named
from assistant.answers.told_elsewhere import told_elsewhere
from assistant.answers.which import answer_theme, answer_which
from assistant.evidence.asked import Asked
from assistant.language.words import STOPWORDS, words
from assistant.model import Outcome, Reason
from assistant.question.facets import Want
from assistant.question.heard import heard, several
from assistant.question.naming import other_letter
from assistant.question.nouns import noun_terms
from assistant.question.question import Question
from assistant.refusals.afterwards import after_the_guidance, only_whether_done
from assistant.refusals.case import case_advice
from assistant.refusals.field import names_a_thing
from assistant.refusals.likely import likely
from assistant.refusals.meanwhile import read_meanwhile
from assistant.refusals.refuse import clarify, out_of_range, refuse
from assistant.refusals.scope import out_of_scope
from assistant.refusals.support import granted_elsewhere, unsupported
from assistant.refusals.vague import vague
from corpus.patterns import lazy_regex


def draft(asked: Asked) -> Draft:
    """What to say to a message that has been read: to each of its questions, where it asks more than one."""
    return drafted_apart(asked, _drafted) or _drafted(asked)


def _drafted(asked: Asked) -> Draft:
    """What to say to a question that has been read."""
    question = asked.question
    if refusal := out_of_range(asked):
        return refusal
    read_meanwhile(asked)
    if case_advice(question) and likely(asked, Reason.CASE_ADVICE, found=True):
        return refuse(asked, Reason.CASE_ADVICE)
    if by_parts := answer_parts(asked):
        return with_status(asked, by_parts)
    person = answer_contact(asked) or answer_person(asked) or answer_claim(asked)
    if person is None and vague(asked) and likely(asked, Reason.UNCLEAR, found=True):
        return clarify(asked)
    if person is None and out_of_scope(asked) and likely(asked, Reason.OUT_OF_SCOPE, found=True):
        return refuse(asked, Reason.NOT_IN_DOCUMENTS if names_a_thing(asked) else Reason.OUT_OF_SCOPE)
    if right := put_right(asked):
        return with_status(asked, right)
    made = person or _made(asked)
    if made is None or not (made.from_records or person):
        asked, made = _by_its_sound(asked, made)
    if made is None or (made.outcome is Outcome.ANSWERED and not made.from_records and person is None):
        for reason in (Reason.CASE_ADVICE, Reason.UNCLEAR, Reason.OUT_OF_SCOPE):
            if likely(asked, reason, found=False):
                return clarify(asked) if reason is Reason.UNCLEAR else refuse(asked, reason)
    if made is None:
        return refuse(asked, Reason.NOT_IN_DOCUMENTS)
    if made.outcome is Outcome.ANSWERED and _asks_what_came(asked, made):
        return refuse(asked, Reason.AFTER_THE_GUIDANCE)
    if made.outcome is Outcome.ANSWERED and unsupported(asked, made) and not granted_elsewhere(asked, made):
        return refuse(asked, Reason.NOT_IN_DOCUMENTS)
    return with_status(asked, with_best(asked, another_date(asked, made)))


def _made(asked: Asked) -> Draft | None:
    return None if other_letter(asked.question.text, asked.library) else _dated_or_not(asked)


def _by_its_sound(asked: Asked, made: Draft | None) -> tuple[Asked, Draft | None]:
    """The question with what it asks for by its sound, and its draft; both as they were where it sounds as it is worded.

    What records tell of one is never heard: its wordings are plain, and hearing costs what searching does.
    """
    wants = asked.question.wants | heard(asked.sound)
    if wants == asked.question.wants:
        return asked, made
    sounding = replace(asked, question=replace(asked.question, wants=wants))
    heard_when = sounding.heard_when if Want.WHEN in wants - asked.question.wants else None
    one = not asked.question.recommendations and len(asked.question.whens) < 2
    if heard_when is not None and heard_when.sure and one:
        return sounding, answer_when(sounding)
    return sounding, _made(sounding)


def _asks_what_came(asked: Asked, made: Draft) -> bool:
    found = after_the_guidance(asked, made)
    sure = made.from_records or only_whether_done(asked.question)
    return found if sure else likely(asked, Reason.AFTER_THE_GUIDANCE, found)


def _dated_or_not(asked: Asked) -> Draft | None:
    """The draft for a question, or for the same without a date that it only takes for granted, where nothing has that date."""
    if (made := answered(asked)) or (undated := without_its_date(asked)) is None:
        return made
    return answered(undated)


def with_status(asked: Asked, made: Draft) -> Draft:
    """The draft with the status of the one recommendation it is about, where it does not give it yet."""
    if made.outcome is not Outcome.ANSWERED or len(made.recommendations) != 1:
        return made
    line = status_line(asked.corpus.recommendations[made.recommendations[0]])
    shown = {q.passage.id for q in (*made.shown, *(q for fact in made.facts for q in fact.quotes))}
    if line.quotes[0].passage.id in shown:
        return made
    return replace(made, facts=(*made.facts, line))


def answered(asked: Asked) -> Draft | None:
    """The draft for a question, before it is judged; None where no route makes one."""
    question = asked.question
    if question.paragraphs:
        named = question.recommendations or question.documents
        return (answer_compare(asked) if named else None) or answer_paragraphs(asked)
    if made := answer_gap(asked):
        return made
    if made := answer_places(asked) or answer_items(asked) or answer_roll(asked) or answer_body(asked):
        return made
    if made := answer_names(asked) or answer_compare(asked):
        return made
    if (asked.for_set or several(asked.kinds)) and (made := answer_set(asked)):
        return made
    if made := answer_theme(asked):
        return made
    if len(asked.recommendations) == 1:
        return told_elsewhere(asked, asked.recommendations[0]) or _about(asked)
    if question.has(Want.WHICH) and (made := answer_which(asked)):
        return made
    if own := answer_document(asked):
        return own
    if question.has(Want.WHEN) or (question.whens and not (_of_somebody(asked) or _told_beside(asked))):
        made = answer_when(asked)
        beside = made is not None and (_counted_by_then(question, made) or _beside_the_reason(asked, made))
        if question.has(Want.WHEN) or not beside:
            return made
    of_status = question.has(Want.STATUS) and not question.documents and not told_outside(asked)
    if of_status and (number := described_for_status(asked)):
        return answer_status(asked, asked.corpus.recommendations[number])
    made = answer_content(asked)
    return made and with_dates_named(asked, made)


#: Share of the terms from which a dated sentence is the step that was asked about.
SAYS_ALL = 0.95
#: Share of the terms that a sentence with the date named must say before the question is one of that date.
DATED = 0.5


def _of_the_date(asked: Asked) -> list[Dated]:
    """The sentences with a date that a question names, best first."""
    named = asked.question.whens
    return [d for d in dated(asked) if any(same_period(w, q) for w in d.sentence.whens for q in named)]


def _of_somebody(asked: Asked) -> bool:
    """Whether a question with a date in it asks who, and no sentence of that date says what it is about."""
    return asked.question.has(Want.WHO) and not any(d.coverage >= DATED for d in _of_the_date(asked))


#: "Which existing groups": what is asked for, as far as the verb.
_WHICH_THINGS = lazy_regex(r"\b(?:which|what) (?P<things>(?:[\w'’-]+ ){1,4})", re.IGNORECASE)


def _told_beside(asked: Asked) -> bool:
    """Whether a question asks which things, and the best sentence of its date leaves them to another of its passage."""
    match = _WHICH_THINGS.search(asked.question.focus)
    found = _of_the_date(asked) if match else []
    if match is None or not found:
        return False
    things = {w.stem for w in takewhile(lambda w: w.text not in STOPWORDS, words(match["things"]))}
    beside = [s for s in found[0].unit.sentences if s != found[0].sentence]
    return bool(things) and not things & found[0].sentence.stems and any(things <= s.stems for s in beside)


def _counted_by_then(question: Question, made: Draft) -> bool:
    """Whether a question asks how many or how much by a date that the documents give: the date is only its condition."""
    return question.has(Want.AMOUNT) and any(same_period(w, q) for w in made.whens for q in question.whens)


def _beside_the_reason(asked: Asked, made: Draft) -> bool:
    """Whether a question asks for a reason, and the dates of a draft are of another recommendation than its best passage."""
    return asked.question.has(Want.ARGUMENT) and next(iter(asked.groups), None) not in made.recommendations


#: "Which dates did the Government give for recommendation 4, on …?"
_DATES_OF_IT = lazy_regex(
    r"\b(?:which|what|the|all|any) (?:dates|deadlines|timescales|milestones)\b[^,;.?]*\b(?:for|to|of|on|under|against) rec(?:ommendation)?\b",
    re.IGNORECASE,
)


def _as_a_whole(asked: Asked) -> bool:
    """Whether a question about one recommendation's time means all of its timescale: no noun of its own says which step."""
    question = asked.question
    if not question.terms or _DATES_OF_IT.search(question.focus):
        return not asks_how_long(question.focus)
    if noun_terms(question) or asks_how_long(question.focus):
        return False
    return not any(d.own >= SAYS_ALL for d in dated(asked))


def _about(asked: Asked) -> Draft | None:
    """A question that names one recommendation."""
    question, rec = asked.question, asked.recommendations[0]
    if question.whens and not question.has(Want.AMOUNT) and not gives_date(asked, rec):
        return corrected_date(asked, rec)
    if question.has(Want.WHEN):
        return timescale(asked, rec) if _as_a_whole(asked) else answer_when(asked)
    if question.terms and not question.has(Want.STATUS):
        return answer_content(asked)
    if question.has(Want.STATUS) and not question.has(Want.ARGUMENT):
        return answer_status(asked, rec)
    part = wanted_part(asked)
    if part is not None and not (question.has(Want.STATUS) and question.statuses is not None):
        return answer_part(asked, rec, part)
    if question.has(Want.STATUS):
        return answer_status(asked, rec)
    return overview(asked, rec)
