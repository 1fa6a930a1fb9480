"""Finding the words that answer a question, and judging whether they do."""
