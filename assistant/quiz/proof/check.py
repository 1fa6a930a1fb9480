"""What is wrong with an item: its quotes, its options against every record, and its key against its quotes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from assistant.gate.places import verbatim
from assistant.quiz.model import GAP, TRUE, Claim, Item, Kind, Relation
from assistant.quiz.proof.order import order_faults
from assistant.quiz.proof.truth import recommendation, truth
from assistant.quiz.text import folded, holds, plain
from corpus import Corpus


def faults(item: Item, corpus: Corpus) -> tuple[str, ...]:
    """What keeps an item from being proved, one line each; empty where it is proved.

    An item that a person wrote claims nothing that can be proved: it says so.
    """
    if item.claim is None:
        return ("the item makes no claim that can be proved from the records",)
    return tuple(_faults(item, item.claim, corpus))


def _faults(item: Item, claim: Claim, corpus: Corpus) -> Iterator[str]:
    if not item.citations:
        yield "there is no quote"
        return
    for c in item.citations:
        if not verbatim(c, corpus):
            yield f"quote {c.n} is not in {c.document}"
    yield from _unsaid(item, claim)
    if not item.options:
        yield from (f"{k!r} is no part of the answer" for k in item.key[1:] if not holds(item.key[0], k))
    if item.kind is Kind.ORDERING:
        yield from order_faults(item, corpus)
    else:
        for subject, value, right in _asserted(item, claim):
            found = truth(corpus, item, claim, subject, value)
            if found is not right:
                yield f"{_shown(claim, subject, value)} is {_SAID[found]} and keyed {_SAID[right]}"
            elif right and not _supported(item, claim, corpus, subject, value):
                yield f"no quote carries {_shown(claim, subject, value)}"


_SAID = {True: "true", False: "false", None: "not certain"}


def _shown(claim: Claim, subject: str, value: str) -> str:
    return f"{claim.relation.value}({subject[:60]!r}, {value[:60]!r})"


def _unsaid(item: Item, claim: Claim) -> Iterator[str]:
    """What the claim fixes must stand in the stem."""
    for fixed in (claim.subject, claim.value):
        if fixed is None or item.kind is Kind.ORDERING:
            continue
        label = re.match(r"(Recommendation|Theme) (\d+):", fixed)
        wanted = f"{label[1]} {label[2]}" if label else fixed
        if item.kind is Kind.TRUE_FALSE and GAP in wanted:
            wanted = wanted.replace(GAP, claim.value or "")
        if wanted.endswith(f"{GAP}.") and GAP not in item.stem:
            wanted = wanted.removesuffix(f" {GAP}.")
        if not holds(item.stem, wanted) and folded(wanted) not in folded(item.stem):
            yield f"the stem does not say {wanted[:60]!r}"


def _asserted(item: Item, claim: Claim) -> Iterator[tuple[str, str, bool]]:
    """Every subject and value that the item puts together, and whether its key says that they belong together."""
    if item.kind is Kind.TRUE_FALSE:
        yield claim.subject or "", claim.value or "", item.key == (TRUE,)
    elif item.kind is Kind.MATCHING:
        for pair in item.pairs:
            yield from ((pair.left, option, option == pair.right) for option in item.options)
    else:
        for option in item.options or item.key[:1]:
            right = option in item.key
            yield (
                (claim.subject, option, right)
                if claim.subject is not None
                else (option, claim.value or "", right)
            )


def _supported(item: Item, claim: Claim, corpus: Corpus, subject: str, value: str) -> bool:
    """Whether a quote carries a true claim, by its words, or by its words and the place that it stands in."""
    return _SUPPORT[claim.relation](item, corpus, subject, value)


def _of_recommendation(item: Item, corpus: Corpus, subject: str, value: str) -> bool:
    """A quote of the recommendation's own that holds the value."""
    found = recommendation(corpus, subject)
    return found is not None and any(
        c.recommendation == found.number and _in(c.quote, value) for c in item.citations
    )


def _of_theme(item: Item, corpus: Corpus, subject: str, value: str) -> bool:
    """A quote under the theme's heading that lists the number, or is the recommendation's own."""
    found = recommendation(corpus, subject)
    return found is not None and any(
        c.locator.endswith(value)
        and any(h.startswith(value.split(":")[0]) for h in corpus.by_id[c.passage].headings)
        and (c.recommendation == found.number or str(found.number) in re.findall(r"\d+", c.quote))
        for c in item.citations
    )


def _of_place(item: Item, corpus: Corpus, subject: str, value: str) -> bool:
    """A quote that holds the words, in the place that the subject names."""
    found = recommendation(corpus, subject)
    return any(
        _in(c.quote, value) and (c.recommendation == found.number if found else c.document == item.document)
        for c in item.citations
    )


def _of_speaker(item: Item, corpus: Corpus, subject: str, value: str) -> bool:
    return any(_in(c.quote, value) and c.speaker == subject for c in item.citations)


def _by_words(item: Item, corpus: Corpus, subject: str, value: str) -> bool:
    return any(_in(c.quote, value) for c in item.citations)


def _completed(item: Item, corpus: Corpus, subject: str, value: str) -> bool:
    return any(_in(c.quote, subject.replace(GAP, value)) for c in item.citations)


def _in(quote: str, words: str) -> bool:
    return holds(quote, words) or folded(words) in folded(plain(quote))


_SUPPORT: dict[Relation, Callable[[Item, Corpus, str, str], bool]] = {
    Relation.STATUS: _of_recommendation,
    Relation.THEME: _of_theme,
    Relation.DATE: _of_recommendation,
    Relation.WHO: _of_recommendation,
    Relation.SAYS: _of_place,
    Relation.SPOKEN: _of_speaker,
    Relation.COMPLETES: _completed,
    Relation.LISTED: _by_words,
    Relation.REDATED: _by_words,
}
