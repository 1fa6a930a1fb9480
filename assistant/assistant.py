"""The assistant: a question and what was asked before it become an answer."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answers.compose import compose
from assistant.conversation import Told, resolve, stands_alone, told
from assistant.evidence.asked import Asked, Kinds, Nearness, untold
from assistant.evidence.queries import speaks_of_somebody
from assistant.evidence.ranking import Scores
from assistant.foresight import BLIND, Foreseeing, Queries, foreseen
from assistant.gate import gate
from assistant.language.clean import QuestionError, clean
from assistant.language.english import is_english_text
from assistant.language.spelling import Speller
from assistant.library.library import Library
from assistant.message import cleaned_or_empty, received, without_markers
from assistant.model import Answer, Notice, Outcome, Reason
from assistant.notices import live_concern, mask, personal_data, pieces
from assistant.notices.signpost import PRIVACY, SIGNPOST
from assistant.pipeline import draft
from assistant.question.facets import Want
from assistant.question.focus import sentences
from assistant.question.question import Question, read
from assistant.refusals.case import case_advice
from assistant.refusals.likely import likely
from assistant.refusals.refuse import refuse, unreadable
from corpus.patterns import lazy_regex

#: Characters echoed of a question that cannot be read.
ECHO = 200


@dataclass(frozen=True)
class Assistant:
    """Answers questions from one corpus through one index; safe to share by threads."""

    library: Library
    speller: Speller
    scores: Scores
    public_names: frozenset[str]
    foreseeing: Foreseeing = BLIND
    """Embeds what will most likely be searched for, while a question is still being read."""
    tell: Kinds = untold
    """Tells kinds of questions."""
    nearness: Nearness = untold
    """Tells which sentences are nearest to a question."""

    def over(self, scores: Scores, queries: Queries, nearness: Nearness) -> Assistant:
        """The same with another index."""
        return replace(self, scores=scores, foreseeing=queries, tell=queries.kinds, nearness=nearness)

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        """The answer to a question.

        Args:
            question: as typed.
            history: the earlier questions of the conversation, oldest first.
        """
        start = time.perf_counter()
        try:
            answer = self._answer(question, history)
        except QuestionError as error:
            answer = self._unreadable(question, str(error))
        return replace(answer, seconds=time.perf_counter() - start)

    def look_ahead(self, question: str, history: Sequence[str] = ()) -> None:
        """Embed what a question will most likely be searched with, so that answering it need not."""
        if (cleaned := cleaned_or_empty(question)) and (
            query := foreseen(cleaned, history, self.library, self.speller)
        ):
            self.foreseeing.embed(query)

    def _unreadable(self, question: str, message: str) -> Answer:
        """Why a question cannot be read; a live concern in it is met all the same, and its echo is short and masked."""
        read_pieces = [piece for piece in map(cleaned_or_empty, pieces(question)) if piece]
        opening = read_pieces[0] if read_pieces else ""
        findings = personal_data(opening, self.public_names)
        masked = mask(opening, findings)
        shown = masked if len(masked) < ECHO else masked[:ECHO] + "…"
        what, _, _ = message.partition(". ")
        answer = replace(compose(shown, unreadable(f"{what}."), self.library.corpus), error=message)
        return _with_notices(answer, any(map(live_concern, read_pieces)), bool(findings))

    def _answer(self, question: str, history: Sequence[str]) -> Answer:
        cleaned = clean(question)
        if query := foreseen(cleaned, history, self.library, self.speller):
            self.foreseeing.soon(query)
        message = received(cleaned, self.public_names)
        concern = message.concern and likely(self._asked(message.readable), Notice.LIVE_CONCERN, found=True)
        if concern:
            answer = self._concern(message.readable)
        elif message.tells_of_a_case and not asks_beside_a_case(asked := self._asked(message.readable)):
            answer = compose(message.masked, refuse(asked, Reason.CASE_ADVICE), self.library.corpus)
        else:
            answer, alone = self._plain(message.readable, history)
            if alone and speaks_of_somebody(alone.question.text):
                concern = likely(alone, Notice.LIVE_CONCERN, found=False)
            if concern:
                answer = self._concern(message.readable)
        return _with_notices(replace(answer, question=message.masked), concern, bool(message.findings))

    def read(self, question: str) -> Question:
        """A question as it is read, without the conversation that it stands in; QuestionError where it cannot be."""
        return self._asked(received(clean(question), self.public_names).readable).question

    def _concern(self, masked: str) -> Answer:
        """A live concern: only a question of its own about the guidance is answered beside the signpost."""
        asked = [s for s in sentences(masked) if not live_concern(s)]
        for piece in asked:
            read_piece = self._asked(piece)
            if asks_of_guidance(read_piece):
                answer = self._compose(masked, read_piece)
                if answer.outcome is Outcome.ANSWERED:
                    return answer
        return compose(masked, refuse(self._asked(masked), Reason.CASE_ADVICE), self.library.corpus)

    def _plain(self, masked: str, history: Sequence[str]) -> tuple[Answer, Asked | None]:
        """The answer, and the question without its conversation; None for one in another language."""
        if not is_english_text(masked, self.speller):
            said = unreadable("Please ask in English: the guidance is in English, and so are its answers.")
            return compose(masked, said, self.library.corpus), None
        earlier = [e for e in map(self._earlier, history) if e]
        resolved = resolve(masked, earlier, self.library, self.speller, self._about)
        asked = self.asked(resolved.question)
        alone = asked if resolved.alone is resolved.question else self.asked(resolved.alone)
        if case_advice(resolved.alone) and likely(alone, Reason.CASE_ADVICE, found=True):
            return compose(masked, refuse(alone, Reason.CASE_ADVICE), self.library.corpus), alone
        answer = self._compose(masked, asked)
        understood = resolved.understood
        if answer.outcome is not Outcome.ANSWERED:
            for question, shown in ((resolved.forced, resolved.forced_understood), (resolved.alone, None)):
                if question == resolved.question or (
                    question is resolved.alone and not stands_alone(question)
                ):
                    continue
                other = self._compose(masked, self.asked(question))
                if other.outcome is Outcome.ANSWERED and answer.reason in _RETRIED:
                    answer, understood = other, shown
                    break
        return replace(answer, understood=understood), alone

    def _earlier(self, text: str) -> str:
        """An earlier question without the personal data in it; empty where it cannot be read."""
        cleaned = cleaned_or_empty(text)
        findings = personal_data(cleaned, self.public_names)
        return without_markers(mask(cleaned, findings)) if findings else cleaned

    def _about(self, question: Question) -> Told:
        """What an earlier question was answered with."""
        made = draft(self.asked(question))
        quotes = [q for line in made.lines for q in line.quotes]
        return told(made.recommendations, quotes, self.library)

    def asked(self, question: Question) -> Asked:
        """A question that was read, with what is needed to answer it."""
        return Asked(question, self.library, self.scores, self.tell, self.nearness)

    def _asked(self, text: str) -> Asked:
        return self.asked(read(text, self.library, self.speller))

    def _compose(self, shown: str, asked: Asked) -> Answer:
        made = compose(shown, draft(asked), self.library.corpus)
        return gate(made, asked, self.library.corpus)


#: Refusals after which another reading of a follow-up is tried.
_RETRIED = (Reason.NOT_IN_DOCUMENTS, Reason.OUT_OF_SCOPE, Reason.UNCLEAR)


#: Share of a question's terms that one passage must say before the question is taken to be about the guidance.
SAID = 0.75


def asks_of_guidance(asked: Asked) -> bool:
    """Whether a question is about the guidance.

    It names a place in it or its makers; or it asks openly, and not what the asker is to do, about something that has
    initials here, or that a passage says nearly word for word, or that the guidance answers.
    """
    question = asked.question
    if _names_guidance(question):
        return True
    if not question.wants or question.has(Want.YES_NO) or _OWN_DOING.search(question.focus):
        return False
    names = asked.library.vocabulary.short_forms
    said = len(question.terms) > 1 and any(r.own >= SAID for r in asked.ranked[:3])
    known = said or any(t.own in names for t in question.terms)
    return known or draft(asked).outcome is Outcome.ANSWERED


def asks_beside_a_case(asked: Asked) -> bool:
    """Whether a question in a message with personal data is about the guidance.

    Or else the guidance answers it, it does not ask of the person, and does not sound at all as if it were about a case.
    """
    if asks_of_guidance(asked):
        return True
    kinds = (asked.kinds.get(kind.value, 1.0) for kind in (Reason.CASE_ADVICE, Notice.LIVE_CONCERN))
    general = not _OF_THEM.search(asked.question.focus) and all(chance < NOT_A_CASE for chance in kinds)
    return general and draft(asked).outcome is Outcome.ANSWERED


#: "Is her family …?": of whom the message tells.
_OF_THEM = lazy_regex(
    r"\b(?:is|are|was|were|do|does|did|should|shall|can|could|will|would|has|have|had|may|might|must)"
    r" (?:he|she|they|him|his|her|their|them)\b",
    re.IGNORECASE,
)
#: How likely a case or a concern may be in a message with personal data whose question is about the guidance.
NOT_A_CASE = 0.05


def _names_guidance(question: Question) -> bool:
    places = question.recommendations or question.paragraphs or question.themes or question.sections
    return bool(places or question.documents or question.speakers or _MAKERS.search(question.focus))


_MAKERS = lazy_regex(r"\b(?:munro|government|guidance|response|recommend\w*|review)\b", re.IGNORECASE)
#: "Who should I tell", "when do we have to": what the asker is to do.
_OWN_DOING = lazy_regex(
    r"\b(?:do|should|shall|must|can|could|may|might|will|would|am|are) (?:i|we)\b", re.IGNORECASE
)


def _with_notices(answer: Answer, concern: bool, personal: bool) -> Answer:
    """The answer under what is said before anything else: who to call, and that personal data was left out."""
    before = ((Notice.LIVE_CONCERN, SIGNPOST, concern), (Notice.PERSONAL_DATA, PRIVACY, personal))
    said = [(notice, text) for notice, text, there in before if there]
    return replace(
        answer,
        text="\n\n".join((*(text for _, text in said), answer.text)),
        notices=(*(notice for notice, _ in said), *answer.notices),
    )
