"""Which of several dates in one sentence a question asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.answers.aside import away, away_each, says_any, wordings
from assistant.answers.matching import deadline, same_period, within
from assistant.answers.step import idle_words
from assistant.evidence.asked import Asked
from assistant.language.tagging import is_noun, tagged, tags
from assistant.language.vocabulary import Term
from assistant.language.words import STOPWORDS, stem, words
from assistant.library.library import Sentence, Stems
from assistant.question.facets import Want
from assistant.question.question import Question
from assistant.question.times_apart import dates_announced, times_apart
from assistant.question.topic import without_aside
from corpus.model import Modality, When
from corpus.patterns import lazy_regex

#: Words that say how many of a kind are meant: all of them, or the greater part.
_HOW_MANY = (
    frozenset(("all", "every", "everywhere", "everyone", "everybody")),
    frozenset(("most", "majority", "bulk")),
)
#: Words before a bracket that name what the bracket speaks of.
NEAR = 6
#: Terms that brackets must say to be asked about alone.
FEWEST = 2


def whens_asked(asked: Asked, sentence: Sentence) -> tuple[When, ...]:
    """The dates of a sentence that the question asks for; all of them where nothing tells them apart."""
    question = asked.question
    if len(sentence.whens) < 2:
        return sentence.whens
    if any(same_period(w, q) or within(w, q) for w in sentence.whens for q in question.whens):
        return sentence.whens
    if question.whens or question.has(Want.YES_NO):
        return _of_deed(asked, sentence, _main(asked, sentence))
    return _last(question, whens_of_deed(asked, sentence))


def whens_of_deed(asked: Asked, sentence: Sentence) -> tuple[When, ...]:
    """The dates of what a question, or a piece of it, speaks of; all of them where nothing tells them apart."""
    question = asked.question
    if len(sentence.whens) < 2:
        return sentence.whens
    if inside := _bracketed(asked, sentence):
        return inside
    main = _main(asked, sentence)
    if dates_announced(question.text) == len(main):
        return main
    return _of_deed(asked, sentence, _of_so_many(question.focus, sentence, main))


def _main(asked: Asked, sentence: Sentence) -> tuple[When, ...]:
    """The dates of a sentence but those in brackets that speak of something else."""
    return tuple(w for w in sentence.whens if not _aside(asked, sentence, w)) or sentence.whens


def of_deed(asked: Asked, sentence: Sentence) -> Sentence:
    """The sentence with those of its dates alone."""
    return replace(sentence, whens=whens_of_deed(asked, sentence))


def only_set_aside(asked: Asked, sentences: Iterable[Sentence]) -> bool:
    """Whether each clause with a date, in some sentences, tells of all that a question says it does not mean, and not of it."""
    aside = away_each(asked)
    clauses = [c for s in sentences for c in _clauses(s)] if aside else []
    if not clauses:
        return False
    of_it = frozenset().union(*map(wordings, asked.question.terms))
    return all(all(says_any(c, a) for a in aside) and not says_any(c, of_it) for c in clauses)


_BREAK = lazy_regex(r"[,;:(]| (?:and|with|but|by) ")


def _clauses(sentence: Sentence) -> Iterator[Stems]:
    """Stems of what stands before each date of a sentence, back to where its clause may begin."""
    for when in sentence.whens:
        before = _BREAK.split(sentence.text[: when.span.start])[-1]
        yield frozenset(w.stem for w in words(before))


def _last(question: Question, whens: tuple[When, ...]) -> tuple[When, ...]:
    """The last of the dates by which the same thing is done, where the latest of all is asked for."""
    if not question.has(Want.LATEST) or any(w.modality is not Modality.BY for w in whens):
        return whens
    return (max(whens, key=deadline),) if whens else whens


def _around(sentence: Sentence, when: When) -> Stems | None:
    """Stems of the brackets in which a date stands, and of what stands right before them; None outside of any."""
    before = sentence.text[: when.span.start]
    opened = before.rfind("(")
    if opened <= before.rfind(")"):
        return None
    near = (*words(before[:opened])[-NEAR:], *words(before[opened:]))
    return frozenset(w.stem for w in near)


def _aside(asked: Asked, sentence: Sentence, when: When) -> bool:
    """Whether a date stands in brackets that speak of something not asked about."""
    near = _around(sentence, when)
    return near is not None and not any(says_any(near, wordings(t)) for t in asked.question.terms)


def _bracketed(asked: Asked, sentence: Sentence) -> tuple[When, ...]:
    """The date in brackets that say, with what stands right before them, what is asked about; the rest does not.

    Of what they leave unsaid, the rest may say no more than one word, and far less than they do: what leads up to it.
    """
    for when in sentence.whens:
        near = _around(sentence, when)
        if not near:
            continue
        rest = frozenset(w.stem for w in words(sentence.text)) - near
        inside, outside = (
            [t for t in asked.question.terms if says_any(some, wordings(t))] for some in (near, rest)
        )
        only = [t for t in outside if t not in inside]
        own = [t for t in inside if t not in outside]
        if own and len(inside) >= FEWEST + len(only) and len(only) < FEWEST:
            return (when,)
    return ()


def _of_deed(asked: Asked, sentence: Sentence, whens: tuple[When, ...]) -> tuple[When, ...]:
    """The dates of the clauses whose deed is asked about, or else of those whose deed is not set aside.

    All of them where a clause leaves its deed to another ("and all will have done so"), or says no deed of its own.
    """
    text = asked.question.focus
    if len(whens) < 2 or any(_around(sentence, w) is not None for w in whens) or times_apart(text):
        return whens
    starts = [0, *(w.span.end for w in whens)]
    clauses = [sentence.text[a : w.span.start] for a, w in zip(starts, whens, strict=False)]
    deeds = [_deeds(c) for c in clauses]
    if not all(deeds) or any(_LEFT_OUT.search(c) for c in clauses):
        return whens
    own = [d.difference(*(o for o in deeds if o is not d)) for d in deeds]
    before = {w.stem for m in _LED_UP.finditer(text) for w in words(m["deed"])}
    led_up = [t for t in asked.question.terms if before.issuperset(t.own)]
    named = [{t for t in asked.question.terms if t not in led_up and says_any(d, wordings(t))} for d in own]
    asked_for = [bool(some) for some in named]
    if any(_joined(text, t) for some in named for t in some):
        return whens
    if not any(asked_for):
        aside = away(asked).union(*map(wordings, led_up))
        asked_for = [not says_any(d, aside) for d in own]
    return tuple(w for w, right in zip(whens, asked_for, strict=True) if right) or whens


def _joined(text: str, term: Term) -> bool:
    """Whether a text joins a deed to another ("handed over and implemented")."""
    said, kinds = words(text), tags(text)
    for at, word in enumerate(said):
        if word.stem not in term.own:
            continue
        if said[max(0, at - 1)].text in _AND:
            return True
        later = said[at + 1 : at + 1 + NEAR]
        joint = next((i for i, w in enumerate(later) if w.text in _AND), None)
        if joint is not None and any(kinds.get(w.text, "").startswith("VB") for w in later[joint + 1 :]):
            return True
    return False


#: A clause that says after what the thing asked about is done.
_LED_UP = lazy_regex(r"\b(?:once|after|as soon as) (?P<deed>[^,;:?.–-]{3,60})", re.IGNORECASE)
_AND = frozenset(("and", "or", "then"))
#: "… and that all will have done so", "the rest to follow": what is done stands in another clause.
_LEFT_OUT = lazy_regex(r"\b(?:so|too|likewise|(?:the )?(?:rest|others|remainder))\b", re.IGNORECASE)


def _deeds(clause: str) -> Stems:
    """Stems of what a clause says is done: its verbs and the first of its nouns."""
    found = [(word.lower(), tag) for word, tag in tagged(clause.strip())]
    after = ["", *(word for word, _ in found)]
    verbs = {
        stem(word)
        for last, (word, tag) in zip(after, found, strict=False)
        if word not in STOPWORDS and (tag in _DOING or (last == "to" and tag == "NN"))
    }
    first = next((stem(word) for word, tag in found if is_noun(tag) and word not in STOPWORDS), None)
    return frozenset({*verbs, *([first] if first and verbs else [])} - idle_words(clause))


_DOING = frozenset(("VB", "VBG", "VBP", "VBZ", "VBD"))


def _of_so_many(text: str, sentence: Sentence, whens: tuple[When, ...]) -> tuple[When, ...]:
    """The dates whose clause speaks of all, or of most, as the question does; not of those that only lead up to it."""
    asks = _NEARLY_ALL.sub("most", _NOT_MERELY.sub(" ", without_aside(text)))
    meant = _quantity(_LED_UP.sub(" ", asks))
    before = _quantity(" ".join(m["deed"] for m in _LED_UP.finditer(text)))
    if meant is None and before is None:
        return whens
    starts = [0, *(w.span.end for w in whens)]
    said = [_quantity(sentence.text[a : w.span.end]) for a, w in zip(starts, whens, strict=False)]
    right = [s == meant if meant is not None else s != before for s in said]
    return tuple(w for w, keep in zip(whens, right, strict=True) if keep) or whens


#: "All of them, not just most": the lesser quantity is named to be passed over.
_NOT_MERELY = lazy_regex(r"\bnot (?:just|only|merely) (?:the )?\w+", re.IGNORECASE)
#: "Almost every one", "not yet all": most.
_NEARLY_ALL = lazy_regex(
    r"\b(?:(?:nearly|almost|virtually)|not (?:(?:yet|quite|necessarily) )?)\s*(?:all|every\w*)\b",
    re.IGNORECASE,
)


def _quantity(text: str) -> int | None:
    """Which kind of quantity a text speaks of; None where it names none or both."""
    said = set(re.findall(r"[a-z]+", text.lower()))
    kinds = [i for i, some in enumerate(_HOW_MANY) if said & some]
    return kinds[0] if len(kinds) == 1 else None
