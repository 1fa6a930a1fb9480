"""Who does what, and by when, inside one sentence: the words of a passage put together as it puts them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.gate.claims import DateClaim, FigureClaim
from assistant.gate.dated import same_when
from assistant.gate.evidence import Read
from assistant.gate.figures import figures
from assistant.gate.reading import Understood
from assistant.language.words import STOPWORDS, Word, words
from corpus.patterns import lazy_regex
from corpus.statements.actors import is_actor

#: Words after an actor that must be said of the same actor.
_FOLLOWING = 2
#: Words between two actors of one list.
_JOINED = 3
#: Words by which the passage may set an actor further from what is said of it than the claim does.
_SLACK = 2
#: Words between an actor and the word before it, beyond those of the claim.
_REACH = 4
#: Stand in a quote for the one who speaks, whom prose names instead.
_FIRST_PERSON = ("we", "i")
_BRACKETS = lazy_regex(r"\([^()]{12,}\)")
#: Words between an actor and what is said of it that a claim may leave out.
_DROPPED = 2
_QUANTITIES = {
    word: n
    for n, group in enumerate(("all every each", "most", "some several certain", "many", "few", "both", "no"))
    for word in group.split()
}
"""Words of quantity; those with one number mean the same."""


def binding_faults(understood: Understood, content: Sequence[Word], aligned: Sequence[Read]) -> Iterator[str]:
    """Actors, dates and figures that the passage says of something else."""
    yield from _actors(understood, content, aligned)
    yield from _quantified(understood, content, aligned)
    yield from _bracketed(understood, content, aligned)
    for claim in understood.claims:
        if isinstance(claim, DateClaim) and claim.when.edtf is not None:
            yield from _dated(claim, understood, aligned)
        elif isinstance(claim, FigureClaim):
            yield from _counted(claim, understood, aligned)


def _actors(understood: Understood, content: Sequence[Word], aligned: Sequence[Read]) -> Iterator[str]:
    every = words(understood.said.own)
    place = {w.start: i for i, w in enumerate(every)}
    acting = _acting(understood.said.own, every)
    held = [(read, _acting(read.text, read.words)) for read in aligned]
    said = frozenset(w.stem for w in content)
    last: Word | None = None
    since = 0
    for before, word in zip((None, *content), content, strict=False):
        if place[word.start] in acting:
            if before is not None and not _follows(
                word, before, place[word.start] - place[before.start], aligned
            ):
                yield f"the passage does not say {word.text!r} after {before.text!r}"
            last, since = word, 0
            continue
        since += 1
        if last is None or since > _FOLLOWING:
            continue
        apart = place[word.start] - place[last.start]
        if not _said_of(word, last, said, held, apart + _SLACK):
            yield f"the passage says {word.text!r} of another than {last.text!r}"


def _acting(text: str, found: Sequence[Word]) -> frozenset[int]:
    """Which words of a text name actors: heads in small letters, and names in capitals."""
    acting = {i for i, w in enumerate(found) if is_actor(w.text)}
    run: list[int] = []
    for i, word in enumerate((*found, None)):
        if (
            word is not None
            and text[word.start].isupper()
            and (i or (len(found) > 1 and text[found[1].start].isupper()))
        ):
            run.append(i)
            continue
        if run and is_actor(" ".join(text[found[k].start : found[k].end] for k in run)):
            acting.update(run)
        run = []
    return frozenset(acting)


def _follows(actor: Word, before: Word, apart: int, aligned: Sequence[Read]) -> bool:
    """Whether some passage names an actor after the same word as the claim does, about as near."""
    if apart > _JOINED + 1:
        return True
    known = False
    for read in aligned:
        for i, word in enumerate(read.words):
            if word.stem == before.stem:
                known = True
                if any(w.stem == actor.stem for w in read.words[i + 1 : i + 1 + apart + _REACH]):
                    return True
    return not known


def _said_of(
    word: Word, actor: Word, said: frozenset[str], held: Sequence[tuple[Read, frozenset[int]]], reach: int
) -> bool:
    """Whether some passage says a word of an actor: named last before it, or as near as in the claim.

    Words that the claim leaves out between the two may have been another subject.
    """
    known = False
    for read, acting in held:
        for i, other in enumerate(read.words):
            if other.stem != word.stem:
                continue
            before = [k for k in range(i) if k in acting]
            if not before and actor.stem in read.stems:
                return True
            known = True
            if not before:
                continue
            near = any(w.stem == actor.stem for w in read.words[max(0, i - reach) : i])
            group = {actor.stem, *_FIRST_PERSON} & _group(read, before)
            apart = {w.stem for w in read.words[before[-1] + 1 : i] if w.text not in STOPWORDS} - said
            if near or (group and len(apart) <= _DROPPED) or _behind(read, i, actor):
                return True
    return not known


def _group(read: Read, before: Sequence[int]) -> set[str]:
    """The actors named last, with those listed together with them."""
    group = [before[-1]]
    for k in reversed(before[:-1]):
        if group[-1] - k > _JOINED:
            break
        group.append(k)
    return {read.words[k].stem for k in group}


def _behind(read: Read, at: int, actor: Word) -> bool:
    """ "… published by the Department": the actor stands behind, led in by "by"."""
    following = read.words[at + 1 : at + 6]
    return any(
        w.stem == actor.stem and any(b.text == "by" for b in following[:k]) for k, w in enumerate(following)
    )


def _dated(claim: DateClaim, understood: Understood, aligned: Sequence[Read]) -> Iterator[str]:
    """In a sentence of several dates, the words said with one of them must be those that stand with it."""
    said = {w.stem for w in words(understood.left) if w.text not in STOPWORDS or w.text in _QUANTITIES}
    for read in aligned:
        if len(read.whens) < 2 or not any(same_when(claim.when, w) for w in read.whens):
            continue
        own: set[str] = set()
        other: set[str] = set()
        start = 0
        for when in read.whens:
            piece = {w.stem for w in read.words if start <= w.start < when.span.end}
            (own if same_when(claim.when, when) else other).update(piece)
            start = when.span.end
        several = sum(isinstance(c, DateClaim) for c in understood.claims) > 1
        if not several and said & (other - own) and not said & (own - other):
            yield f"the date {claim.when.wording!r} belongs to another part of the sentence"


def _quantified(understood: Understood, content: Sequence[Word], aligned: Sequence[Read]) -> Iterator[str]:
    """ "Most authorities" are neither "all authorities" nor "authorities"."""
    every = words(understood.said.own)
    place = {w.start: i for i, w in enumerate(every)}
    for word in content:
        said = _quantity(every, place[word.start])
        quoted = [
            _quantity(read.words, i)
            for read in aligned
            for i, other in enumerate(read.words)
            if other.stem == word.stem
        ]
        if quoted and said not in quoted and not (said is None and 0 in quoted):
            yield f"the passage does not speak of so many: {word.text!r}"


def _bracketed(understood: Understood, content: Sequence[Word], aligned: Sequence[Read]) -> Iterator[str]:
    """What a passage says in brackets, said as if it stood in the sentence around them."""
    if "(" in understood.said.own:
        return
    said = {w.stem for w in content}
    for read in aligned:
        for match in _BRACKETS.finditer(read.text):
            inside = {w.stem for w in read.words if match.start() < w.start < match.end()}
            around = {w.stem for w in read.words if not match.start() < w.start < match.end()}
            if said & (inside - around) and said & (around - inside):
                yield "it runs together what the passage keeps apart by brackets"


def _quantity(found: Sequence[Word], at: int) -> int | None:
    """Which quantity stands before a word, an adjective between them at most."""
    near = [n for w in found[max(0, at - 2) : at] if (n := _QUANTITIES.get(w.text)) is not None]
    return near[-1] if near else None


def _counted(claim: FigureClaim, understood: Understood, aligned: Sequence[Read]) -> Iterator[str]:
    """What a figure counts must stand next to it in the passage too."""
    at = understood.said.own.find(claim.wording)
    behind = [w for w in words(understood.left) if w.start > at and w.text not in STOPWORDS][:1]
    if not behind:
        return
    for read in aligned:
        for figure in figures(read.text):
            following = [w.stem for w in read.words if w.start >= figure.end][:4]
            if figure.value == claim.value and behind[0].stem in following:
                return
    yield f"the figure {claim.wording!r} counts something else"
