"""Items on the theme that a recommendation stands under."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.quiz.drafting import Draft, Statement, never
from assistant.quiz.model import Claim, Kind, Level, Relation, Topic
from assistant.quiz.records import Records
from assistant.quiz.sources import Source, cite
from assistant.quiz.text import capital
from assistant.quiz.wording import WHICH, fitting
from corpus.model import Part, Passage


def drafts(records: Records) -> Iterator[Draft]:
    """Single choice and multiple response on themes."""
    labels = {t: _theme(records, t) for t in records.corpus.themes}
    for number, r in records.corpus.recommendations.items():
        if r.theme in labels and len(labels) > 2:
            yield Draft(
                kind=Kind.CHOICE,
                topic=Topic.THEME,
                level=Level.RECALL,
                stem=fitting(
                    f"Under which theme does {records.response_name} place {records.named(number)}?",
                    *(
                        f"Under which theme does {records.response_names[1]} place {n}?"
                        for n in records.namings(number)
                    ),
                ),
                key=(labels[r.theme],),
                claim=Claim(Relation.THEME, records.labels[number], None),
                source=theme_source(records, r.theme, number),
                pool=tuple(labels.values()),
                clash=lambda a, b: a == b,
                scale={label: 120.0 * t for t, label in labels.items()},
            )
    for theme in labels:
        yield from _one_that(records, theme)
        yield from _all_that(records, theme)


def statements(records: Records) -> Iterator[Statement]:
    """True or false: the theme of each recommendation, or another."""
    labels = {t: _theme(records, t) for t in records.corpus.themes}
    for number, r in records.corpus.recommendations.items():
        if r.theme in labels:
            yield Statement(
                topic=Topic.THEME,
                level=Level.RECALL,
                before=f"{capital(records.response_name)} places {records.named(number)} under “",
                brief=tuple(
                    f"{capital(response)} places {named} under “"
                    for named in records.namings(number)
                    for response in records.response_names
                ),
                after="”.",
                key=labels[r.theme],
                pool=tuple(w for t, w in labels.items() if t != r.theme),
                claim=Claim(Relation.THEME, records.labels[number], None),
                source=theme_source(records, r.theme, number),
            )


def _theme(records: Records, theme: int) -> str:
    return records.theme_labels[theme]


def theme_source(records: Records, theme: int, *numbers: int) -> Source:
    """The line under a theme's heading that lists its recommendations; else the recommendation under it."""
    listing = next((p for p in records.corpus.passages if _lists(records, p, theme, numbers)), None)
    return _under(records, theme, numbers, [listing] if listing else [_opening(records, n) for n in numbers])


def _under(records: Records, theme: int, numbers: tuple[int, ...], found: list[Passage]) -> Source:
    """Passages that stand under a theme's heading, cited by it."""
    heading = next(h for h in found[0].headings if re.match(rf"Theme {theme}\b", h))
    document = records.corpus.document[found[0].document]
    return Source(
        citations=cite(
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
        and records.theme_of(passage) == theme
        and re.fullmatch(r"Recommendations? [\d, and&]+", passage.text) is not None
        and {str(n) for n in numbers} <= set(re.findall(r"\d+", passage.text))
    )


def _one_that(records: Records, theme: int) -> Iterator[Draft]:
    """Which of these stands under a theme? An item each for the first that stand under its name, word for word."""
    own = [n for n, r in records.corpus.recommendations.items() if r.theme == theme]
    others = tuple(records.labels[n] for n in records.labels if n not in own)
    name, brief = records.corpus.themes[theme], records.response_names[1]
    cited = [n for n in own if records.theme_labels[theme] in _opening(records, n).headings]
    for which, number in zip(WHICH, cited, strict=False):
        yield Draft(
            kind=Kind.CHOICE,
            topic=Topic.THEME,
            level=Level.RECALL,
            stem=fitting(
                f"{which} recommendations stands under “{records.theme_labels[theme]}” in {records.response_name}?",
                f"{which} recommendations does {brief} place under theme {theme} ({name})?",
                f"{which} recommendations does {records.response_name} place under theme {theme}?",
            ),
            key=(records.labels[number],),
            claim=Claim(Relation.THEME, None, records.theme_labels[theme]),
            source=_under(records, theme, (number,), [_opening(records, number)]),
            pool=others,
            clash=never,
        )


def _all_that(records: Records, theme: int) -> Iterator[Draft]:
    own = [n for n, r in records.corpus.recommendations.items() if r.theme == theme]
    others = [n for n in records.labels if n not in own]
    if len(own) < 2 or len(others) < 2:
        return
    key = own[:3] if theme % 2 else own[:2]
    yield Draft(
        kind=Kind.MULTIPLE_RESPONSE,
        topic=Topic.THEME,
        level=Level.RECALL,
        stem=f"Which of these recommendations does {records.response_name} place under theme {theme}? Choose all that apply.",
        key=tuple(records.labels[n] for n in key),
        claim=Claim(Relation.THEME, None, records.theme_labels[theme]),
        source=theme_source(records, theme, *key),
        pool=tuple(records.labels[n] for n in others),
        wrong=5 - len(key),
        clash=never,
    )
