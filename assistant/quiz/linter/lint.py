"""The rules, and what they find."""

from __future__ import annotations

from assistant.quiz.linter import options, quizzes, stems
from assistant.quiz.linter.flaws import Flaw, Rule, Severity
from assistant.quiz.model import Item, Quiz

ITEM_RULES: tuple[Rule[Item], ...] = (
    Rule("one_key", Severity.HARD, options.one_key),
    Rule("enough_options", Severity.HARD, options.enough_options),
    Rule("no_duplicates", Severity.HARD, options.no_duplicates),
    Rule("no_overlap", Severity.HARD, options.no_overlap),
    Rule("no_all_or_none", Severity.HARD, options.no_all_or_none),
    Rule("no_clues", Severity.HARD, options.no_clues),
    Rule("like_kind", Severity.HARD, options.like_kind),
    Rule("article_fits", Severity.HARD, options.article_fits),
    Rule("no_absolutes", Severity.SOFT, options.no_absolutes),
    Rule("key_not_longest", Severity.SOFT, options.key_not_longest),
    Rule("like_length", Severity.SOFT, options.like_length),
    Rule("in_order", Severity.SOFT, options.in_order),
    Rule("asks", Severity.HARD, stems.asks),
    Rule("no_unmarked_negative", Severity.HARD, stems.no_unmarked_negative),
    Rule("no_opinion", Severity.HARD, stems.no_opinion),
    Rule("key_not_told", Severity.HARD, stems.key_not_told),
    Rule("one_gap", Severity.HARD, stems.one_gap),
    Rule("states", Severity.HARD, stems.states),
    Rule("pairs_fit", Severity.HARD, stems.pairs_fit),
    Rule("order_hidden", Severity.HARD, stems.order_hidden),
    Rule("short_enough", Severity.SOFT, stems.short_enough),
)
QUIZ_RULES: tuple[Rule[Quiz], ...] = (
    Rule("longest_not_key", Severity.SOFT, quizzes.longest_not_key),
    Rule("positions_balanced", Severity.SOFT, quizzes.positions_balanced),
    Rule("truth_balanced", Severity.SOFT, quizzes.truth_balanced),
    Rule("no_repetition", Severity.HARD, quizzes.no_repetition),
    Rule("nothing_given_away", Severity.SOFT, quizzes.nothing_given_away),
)


def lint(item: Item) -> tuple[Flaw, ...]:
    """The flaws of an item; empty where no rule is broken."""
    return tuple(Flaw(r.name, r.severity, message, item.id) for r in ITEM_RULES for message in r.check(item))


def lint_quiz(quiz: Quiz) -> tuple[Flaw, ...]:
    """The flaws of a quiz as a whole, then those of its items."""
    whole = tuple(Flaw(r.name, r.severity, message, None) for r in QUIZ_RULES for message in r.check(quiz))
    return whole + tuple(flaw for item in quiz.items for flaw in lint(item))
