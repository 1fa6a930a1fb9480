"""Composing answers from quotes."""
