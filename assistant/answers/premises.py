"""Putting right what a question takes for granted: a board said to be wound up that the documents keep, another date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.answers.draft import Draft, Line
from assistant.answers.matching import same_period, within
from assistant.answers.places import document_inside
from assistant.answers.quoting import quotes_for
from assistant.evidence.asked import Asked
from assistant.evidence.asked_noun import is_generic
from assistant.evidence.quote import sentence_quote
from assistant.evidence.ranking import Ranked
from assistant.language.phrases import Phrases
from assistant.language.tagging import is_noun, tags
from assistant.language.vocabulary import Term
from assistant.language.words import stems
from assistant.library.library import Sentence, Stems, supports
from assistant.model import Outcome
from assistant.question.facets import Want
from assistant.question.premise import premise

#: What a premise may say was done, beside what says the contrary of it.
_CONTRARY = (
    (
        Phrases(
            r"abolish\w*|scrap\w*|axe[ds]?|axing|disband\w*|dissolv\w*|discontinu\w*|ceas\w+|ditch\w*",
            r"(?:wind|winds|winding|wound) (?:up|down)|(?:clos|shut)\w* (?:it )?down|do(?:es|ne|ing)? away with",
            r"(?:got|get|gets|getting) rid of|drop(?:s|ped|ping)?|end(?:s|ed|ing)|stop(?:s|ped|ping)?",
            r"remov(?:e|es|ed|ing)|no longer|not have to",
        ),
        Phrases(
            r"retain\w*|remain\w*|maintain\w*|(?:will|to) continue(?! working| to work)|continues|keep\w*|well established"
        ),
    ),
    (
        Phrases(
            r"turn(?:s|ed|ing)? (?:down|away)|reject\w*|refus\w+|dismiss\w*|rul(?:es?|ed|ing) out|declin\w+|oppos\w+",
            r"thr(?:ow|ows|ew|own|owing) out|said no to|against",
        ),
        Phrases(r"accepts?|accepted|agrees?|agreed|endors\w+|establish|wants to go further"),
    ),
    (
        Phrases(r"confirm(?:s|ed|ing)|decided|settled|brought in|introduced|passed|made law|approved|finali[sz]ed"),
        Phrases(r"further consideration|will consider|is minded to|whether|to be identified|underpinning detail"),
    ),
)  # fmt: skip
#: Share of what a premise is about that a sentence must say to put it right.
SAID = 0.6
#: Passages that are looked at, best first.
LOOKED_AT = 8


def put_right(asked: Asked) -> Draft | None:
    """The passage that says the contrary of what a question takes for granted; None where none does."""
    granted = premise(asked.question.focus)
    if granted is None or asked.question.statuses is not None:
        return None
    contraries = [no for yes, no in _CONTRARY if yes.search(granted.clause)]
    if not contraries:
        return None
    found = list(_contrary(asked, granted.clause, contraries))
    if not found:
        return None
    _, ranked, sentence = max(found, key=lambda f: (f[0], f[1].unit.passage.recommendation is not None))
    passage = ranked.unit.passage
    number = passage.recommendation
    where = document_inside(asked.corpus.document[passage.document])
    line = Line(
        f"The documents say otherwise. {passage.speaker} said, in the {where}: “{sentence.text}”",
        (sentence_quote(ranked.unit, sentence),),
    )
    return Draft(
        Outcome.ANSWERED,
        (line,),
        quotes=quotes_for(asked, ranked),
        recommendations=(number,) if number is not None else (),
    )


def _contrary(
    asked: Asked, clause: str, contraries: list[Phrases]
) -> Iterator[tuple[float, Ranked, Sentence]]:
    """Sentences about what a clause is about that say the contrary of it, with how much of it they say, and their passages."""
    own, kinds = frozenset(stems(clause)), tags(asked.question.focus)
    every = [
        t
        for t in asked.question.terms
        if not all(is_generic(w) or not is_noun(kinds.get(w, "NN")) for w in t.text.split())
    ]
    terms = [t for t in every if own.issuperset(t.own)]
    for ranked in asked.ranked[:LOOKED_AT]:
        for sentence in ranked.unit.sentences:
            said = sentence.stems | ranked.unit.lead
            if not any(c.search(sentence.text) for c in contraries):
                continue
            share = max(_share(asked, said, terms), _share(asked, said, every))
            if share >= SAID:
                yield share, ranked, sentence


def _share(asked: Asked, said: Stems, some: list[Term]) -> float:
    """Share of the weight of some terms that some words say."""
    weight = sum(asked.library.rarity(t.own) for t in some)
    told = sum(asked.library.rarity(t.own) * supports(said, t) for t in some)
    return told / weight if weight else 0.0


def without_its_date(asked: Asked) -> Asked | None:
    """The question without the dates that stand only in what it takes for granted; None where there are none."""
    question = asked.question
    granted = premise(question.focus)
    dated = [w for w in question.whens if w.edtf]
    if granted is None or not dated or any(w.wording in granted.asks for w in dated):
        return None
    return replace(asked, question=replace(question, whens=()))


def another_date(asked: Asked, made: Draft) -> Draft:
    """The draft under a word that the date is another, where a question for a reason takes one for granted that it does not give."""
    named = [w for w in asked.question.whens if w.edtf]
    if not asked.question.has(Want.ARGUMENT) or not named or not made.whens or not made.lines:
        return made
    if any(same_period(w, n) or within(w, n) or within(n, w) for w in made.whens for n in named):
        return made
    first = made.lines[0]
    return replace(
        made, lines=(replace(first, text=f"That is not the date given. {first.text}"), *made.lines[1:])
    )
