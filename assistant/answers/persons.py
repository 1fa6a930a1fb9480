"""Answers about one person: which post, where from, of what - from every place that gives the person's post."""

from __future__ import annotations

import re
from itertools import chain

from assistant.answers.documents import foot_of
from assistant.answers.draft import Draft, Line
from assistant.answers.places import document_inside
from assistant.answers.speech import introducing
from assistant.evidence.asked import Asked
from assistant.evidence.quote import Quote, whole
from assistant.evidence.reaching import ways_asked
from assistant.language.phrases import Phrases
from assistant.language.quoted import QUOTED
from assistant.library.posts import Person, Post, people_in
from assistant.model import Outcome, Reason
from corpus.patterns import lazy_regex

#: What stands for the person asked about while the wording round the name is read.
_WHO = "_somebody_"
_JOB = "(?:(?:day )?job|post|role|position|title|job title|capacity|rank|employer|profession|occupation|hat|line of work)s?"
_TELLING = r"(?:exact|actual|full|own|official|proper|current|main|day|job|two|other|second|at the time) ?"
_VERB = "(?:did|does|do|was|is|were|are|had|has)"
_POSTS = "(?:minister|secretary|director|officer|chair|president|head|headteacher|professor|chief|member|manager|lead|constable)"
_WORKS = "(?:work(?:ed|s|ing)?|based|from|employed|come|came|teach(?:es|ing)?|taught|hail|sit|sat)"
_KIND = "council|authority|borough|school|university|charity|force|hospital|trust|college|department|organi[sz]ation|body|employer"
#: What asks for the post or the employer of somebody named.
_ASKS = Phrases(
    rf"who(?:'s|s| is| was)?(?: (?:this|that|the|exactly))* {_WHO}(?=\W*$|,| -| and\b)",
    rf"(?:what|which)(?:'s|s)?(?: {_VERB})?(?: (?:the|an?|{_TELLING}))* ?{_JOB}\b(?:(?! (?:take|took|at|of|for|in|on)\b)[^?.]){{0,40}}?{_WHO}(?! (?:take|took)\b)",
    rf"{_WHO}(?:'s?)?(?: {_TELLING})* ?{_JOB}(?! (?:of|for|in) )",
    rf"{_WHO} (?:wore|wears|had|has|held|holds|came with|sat with)[^?.,]{{0,24}}?\b{_JOB}\b(?! (?:of|for|on|to|in(?! \d)) )",
    rf"what(?:'s|s)?(?: {_VERB})? {_WHO}(?: do(?: for a living)?| doing)?(?=\W*$|,| - | at the time)",
    rf"(?:what|{_WHO})\b[^?.]{{0,40}}\b{_POSTS}\b[^?.,]{{0,20}}\b(?:of|for|in)(?: (?:what|which \w+))?(?=\W*$|,| -| going| according)",
    rf"where(?:'s|s)?(?: {_VERB})? {_WHO}\b[^?.]*?\b{_WORKS}|where {_WHO} {_WORKS}|where(?:'s|s| is| was) {_WHO} from",
    rf"(?:what|which) (?P<kind>{_KIND})s?(?: {_VERB})? {_WHO}\b",
    whole_words=False,
)
_PRONOUN = lazy_regex(r"\b(?:she|he|her|his|him)\b", re.IGNORECASE)
#: The kinds of employer that a question may name, and how a post that has one says so.
_HELD = {
    "council": "council|borough|county",
    "authority": "council|borough|county",
    "borough": "borough",
    "school": "school|academy",
    "university": "university|school of|institute of",
    "hospital": "hospital|trust",
    "trust": "trust",
    "college": "college",
    "department": "department|minister|secretary of state",
}


def answer_person(asked: Asked) -> Draft | None:
    """The posts of the one person whom a question asks about; None where it asks for something else."""
    question = asked.question
    if (
        question.recommendations
        or any(not _at_the_time(w.edtf, asked) for w in question.whens)
        or _EACH.search(question.focus)
        or ways_asked(question.focus)
    ):
        return None
    person, match = _asked_about(asked)
    if person is None or match is None:
        return None
    if somebody_else := _said_by_another(asked, person):
        return somebody_else
    found = _best_first(asked, person.posts)
    kind = (match["kind"] or "").lower()
    if kind in _HELD:
        found = tuple(p for p in found if re.search(rf"\b(?:{_HELD[kind]})", p.post, re.IGNORECASE))
        if not found:
            line = Line(f"These documents do not say which {kind} that was.")
            return Draft(Outcome.NOT_IN_GUIDANCE, (line,), reason=Reason.NOT_IN_DOCUMENTS)
    quotes = tuple(whole(u) for p in found for u in p.units)
    where = document_inside(asked.corpus.document[quotes[0].passage.document])
    lines = (Line(f"Post given in the {where}:", quotes[: len(found[0].units)]),)
    signed = _signed_by_others(asked, person)
    return Draft(Outcome.ANSWERED, (*signed, *lines), quotes, from_records=True)


def _at_the_time(edtf: str | None, asked: Asked) -> bool:
    """Whether a date is only the year that the documents are of."""
    return edtf in {str(d.date.year) for d in asked.corpus.documents}


#: Several people's posts are asked for: that is for the list that they stand in.
_EACH = Phrases("each|both|respectively|(?:posts|jobs|roles|titles|positions)(?= )")


def _asked_about(asked: Asked) -> tuple[Person | None, re.Match[str] | None]:
    """The person whose post is asked for, by name or by a pronoun for one named beside it or spoken of before."""
    question = asked.question
    for text in dict.fromkeys((question.focus, question.text)):
        people = people_in(text, asked.library)
        for person in people:
            masked = text[: person.start] + _WHO + text[person.end :]
            if match := _ASKS.search(masked):
                return person, match
        match = _ASKS.search(_PRONOUN.sub(_WHO, text)) if _PRONOUN.search(text) else None
        if match and (spoken := people or _of_speakers(asked)):
            return spoken[0], match
    return None, None


def _of_speakers(asked: Asked) -> tuple[Person, ...]:
    """The person whom the question before was answered with."""
    return tuple(chain.from_iterable(people_in(s, asked.library) for s in asked.question.speakers))[:1]


def _best_first(asked: Asked, found: tuple[Post, ...]) -> tuple[Post, ...]:
    """Each post once: those in the documents named first, then those that say most of the question."""
    own = {s for t in asked.question.terms for s in t.own}
    documents = asked.question.documents

    def key(post: Post) -> tuple[bool, int]:
        unit = post.units[0]
        said = frozenset[str]().union(*(u.stems for u in post.units))
        return (bool(documents) and unit.passage.document not in documents, -len(own & said))

    ordered = sorted(found, key=key)
    return tuple(
        {p.post.lower(): p for p in reversed(ordered)}[p]
        for p in dict.fromkeys(q.post.lower() for q in ordered)
    )


_SIGNS = Phrases("(?:co-?)?sign(?:ed|s|atory|atories)?")


def _signed_by_others(asked: Asked, person: Person) -> tuple[Line, ...]:
    """Who signed the letter named, where the question says that the person did and another did."""
    if not asked.question.documents or not _SIGNS.search(asked.question.text):
        return ()
    foot = foot_of(asked)
    if not foot or any(
        person.posts[0].name <= set(re.findall(r"[a-z]+", u.passage.text.lower())) for u in foot
    ):
        return ()
    return (Line("It is signed:", tuple(map(whole, foot))),)


def _said_by_another(asked: Asked, person: Person) -> Draft | None:
    """Whose words they are that a question gives, where it takes them for another's."""
    quoted = [m["words"].lower() for m in QUOTED.finditer(asked.question.text) if " " in m["words"].strip()]
    spoken = [
        u
        for u in asked.library.units
        if quoted and all(w in u.passage.text.lower().replace("’", "'") for w in quoted)
    ]
    if len(spoken) != 1 or person.posts[0].surname in spoken[0].passage.speaker.lower():
        return None
    speaker = spoken[0].passage.speaker
    shown: tuple[Quote, ...] = tuple(whole(u) for u in (*introducing(asked, spoken[0]), spoken[0]))
    own = tuple(whole(u) for p in person.posts for u in p.units)
    return Draft(
        Outcome.ANSWERED, (Line(f"Those are the words of {speaker}:", shown),), own, from_records=True
    )
