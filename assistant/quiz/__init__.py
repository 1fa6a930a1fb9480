"""Quizzes made from the corpus's records: items, their checks, and the choice among them."""
