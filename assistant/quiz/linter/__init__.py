"""Flaws of item writing, found without knowing the answer to be right."""

from assistant.quiz.linter.flaws import Flaw, Rule, Severity
from assistant.quiz.linter.lint import ITEM_RULES, QUIZ_RULES, lint, lint_quiz

__all__ = ["ITEM_RULES", "QUIZ_RULES", "Flaw", "Rule", "Severity", "lint", "lint_quiz"]
