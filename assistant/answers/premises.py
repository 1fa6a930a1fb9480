"""Putting right what a question takes for granted: a board said to be wound up that the documents keep."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.answers.draft import Draft, Line
from assistant.answers.matching import same_period, within
from assistant.answers.places import document_inside
from assistant.answers.quoting import quotes_for
from assistant.evidence.asked import Asked
from assistant.evidence.asked_noun import is_generic
from assistant.evidence.features import is_label
from assistant.evidence.quote import sentence_quote
from assistant.evidence.ranking import Ranked
from assistant.language.phrases import Phrases
from assistant.language.tagging import is_noun, tags
from assistant.language.vocabulary import Term
from assistant.language.words import stems
from assistant.library.library import POST_HOLDER, Sentence, Stems, supports
from assistant.model import Outcome
from assistant.question.facets import Want
from assistant.question.premise import premise
from corpus.model import Part

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
    return Asked(replace(question, whens=()), asked.library, asked.scores)


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


#: How much better a passage outside the recommendations must be for a question to be about it.
BETTER = 0.3
#: Share of a question's terms that it must say.
MOST = 0.6


def told_outside(asked: Asked) -> bool:
    """Whether the best passage stands under no recommendation, and says far more of the question than any that does."""
    best = asked.ranked[0] if asked.ranked else None
    if best is None or asked.recommendations or best.unit.passage.recommendation is not None:
        return False
    if is_label(best.unit) or POST_HOLDER.match(best.unit.passage.text):
        return False
    return best.own >= MOST and best.score >= max(asked.groups.values(), default=0.0) + BETTER


#: What is said to hold without exception is easily taken for granted wrongly.
_WITHOUT_EXCEPTION = Phrases(
    "only|solely|alone|exclusively|just|merely|altogether|entirely|completely|totally|wholly|never|no longer|for good"
    "|every|all|each|always|full|fully|again|instead|settled|decided|exactly"
)
#: The sides of a recommendation, of which each may hold what a question takes for granted, or its contrary.
_SIDES = (Part.RECOMMENDATION, Part.GOVERNMENT_RESPONSE, Part.TIMESCALE)


def with_best(asked: Asked, made: Draft) -> Draft:
    """The draft with what else its one recommendation says of what a question for a reason or a time takes for granted."""
    question = asked.question
    if made.outcome is not Outcome.ANSWERED or made.from_records or len(made.recommendations) != 1:
        return made
    granted = question.has(Want.ARGUMENT) or (question.has(Want.WHEN) and question.whens)
    if not granted or not question.terms:  # what names its place and nothing else takes nothing for granted
        return made
    own = [r for r in asked.ranked if r.unit.passage.recommendation == made.recommendations[0]]
    sides = _SIDES if question.has(Want.ARGUMENT) else (Part.TIMESCALE,)
    best = [next((r for r in own if r.unit.passage.part is side), None) for side in sides]
    extra = [r for r in best if r is not None and _tells(asked, r, own)]
    if question.has(Want.ARGUMENT):
        extra += _of_the_unsaid(asked, made, own)
        if _WITHOUT_EXCEPTION.search(question.focus):
            extra += [r for r in own if r.unit.passage.part is Part.GOVERNMENT_RESPONSE][:ANSWERS]
    quotes = list(made.quotes)
    for ranked in extra:
        if ranked.unit.passage.id not in {q.passage.id for q in (*made.leading, *quotes)}:
            quotes += quotes_for(asked, ranked)
    return replace(made, quotes=tuple(dict.fromkeys(quotes)))


#: So many passages of the answer to a recommendation are shown where a question leaves no exception.
ANSWERS = 3
#: How far words must say a term for it to be said.
HALF = 0.5


def _of_the_unsaid(asked: Asked, made: Draft, own: list[Ranked]) -> list[Ranked]:
    """For each term that the quotes of a draft leave unsaid the best passage of its recommendation that says it."""
    said = frozenset[str]().union(*(asked.library.by_id[q.passage.id].stems for q in made.shown))
    unsaid = [t for t in asked.question.terms if supports(said, t) < HALF and not is_generic(t.text)]
    found = (next((r for r in own if supports(r.unit.stems, t) >= HALF), None) for t in unsaid)
    return [r for r in found if r is not None]


def _tells(asked: Asked, one: Ranked, own: list[Ranked]) -> bool:
    """Whether a passage is a side of the matter, or says as much of a question as the best of its recommendation."""
    if one is own[0] or one.unit.passage.part is not Part.TIMESCALE:
        return True
    most = max(r.own for r in own)
    return one.own >= most or bool(_WITHOUT_EXCEPTION.search(asked.question.focus))
