"""Passages become chunks, vectors and words; a question becomes hits. Knows nothing of answers."""
