"""Items on the theme that a recommendation stands under."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.quiz.drafting import Draft, Statement
from assistant.quiz.model import Relation, Topic
from assistant.quiz.records import Records
from assistant.quiz.sources import Source, citations
from assistant.quiz.text import capital
from assistant.quiz.topics.sorting import Sorting
from assistant.quiz.wording import WHICH, fitting
from corpus.model import Part, Passage


def drafts(records: Records) -> Iterator[Draft]:
    """Single choice and multiple response on themes."""
    placed = _placed(records)
    labels = records.theme_labels
    scale = {label: 120.0 * theme for theme, label in labels.items()}
    yield from placed.values_of(placed.values, lambda n: _asked(records, n), scale)
    for theme in labels:
        yield from _one_that(placed, theme)
        yield from _all_that(placed, theme)


def statements(records: Records) -> Iterator[Statement]:
    """True or false: the theme of each recommendation, or another."""
    yield from _placed(records).statements(
        lambda response, named: f"{capital(response)} places {named} under “", records.theme_labels.values()
    )


def _placed(records: Records) -> Sorting:
    recommendations, labels = records.corpus.recommendations, records.theme_labels
    return Sorting(
        records,
        Topic.THEME,
        Relation.THEME,
        {n: labels[r.theme] for n, r in recommendations.items() if r.theme in labels},
        lambda *numbers: theme_source(records, recommendations[numbers[0]].theme, *numbers),
    )


def _asked(records: Records, number: int) -> str:
    return fitting(
        f"Under which theme does {records.response_name} place {records.named(number)}?",
        *(f"Under which theme does {records.response_names[1]} place {n}?" for n in records.namings(number)),
    )


def theme_source(records: Records, theme: int, *numbers: int) -> Source:
    """The line under a theme's heading that lists its recommendations; else the recommendation under it."""
    listing = next((p for p in records.corpus.passages if _lists(records, p, theme, numbers)), None)
    return _under(records, theme, numbers, [listing] if listing else [_opening(records, n) for n in numbers])


def _under(records: Records, theme: int, numbers: tuple[int, ...], found: list[Passage]) -> Source:
    """Passages that stand under a theme's heading, cited by it."""
    heading = next(h for h in found[0].headings if re.match(rf"Theme {theme}\b", h))
    document = records.corpus.document[found[0].document]
    return Source(
        citations=citations(
            records.corpus, ((p, p.place.span) for p in found), f"{document.short_title}, {heading}"
        ),
        document=document.id,
        recommendation=numbers[0] if len(numbers) == 1 else None,
        theme=theme,
    )


def _opening(records: Records, number: int) -> Passage:
    return records.corpus.recommendations[number].passages[Part.RECOMMENDATION][0]


def _lists(records: Records, passage: Passage, theme: int, numbers: tuple[int, ...]) -> bool:
    return (
        records.responding is not None
        and passage.document == records.responding.id
        and passage.recommendation is None
        and records.corpus.theme_of(passage) == theme
        and re.fullmatch(r"Recommendations? [\d, and&]+", passage.text) is not None
        and {str(n) for n in numbers} <= set(re.findall(r"\d+", passage.text))
    )


def _one_that(placed: Sorting, theme: int) -> Iterator[Draft]:
    """Which of these stands under a theme? An item each for the first that stand under its name, word for word."""
    records, label = placed.records, placed.records.theme_labels[theme]
    name, brief = records.corpus.themes[theme], records.response_names[1]
    cited = [n for n in placed.having(label) if label in _opening(records, n).headings]
    for which, number in zip(WHICH, cited, strict=False):
        stem = fitting(
            f"{which} recommendations stands under “{label}” in {records.response_name}?",
            f"{which} recommendations does {brief} place under theme {theme} ({name})?",
            f"{which} recommendations does {records.response_name} place under theme {theme}?",
        )
        source = _under(records, theme, (number,), [_opening(records, number)])
        yield placed.which([number], stem, source=source)


def _all_that(placed: Sorting, theme: int) -> Iterator[Draft]:
    records = placed.records
    own = placed.having(records.theme_labels[theme])
    if len(own) < 2 or len(records.labels) - len(own) < 2:
        return
    stem = f"Which of these recommendations does {records.response_name} place under theme {theme}?"
    yield placed.which(own[:3] if theme % 2 else own[:2], stem)
