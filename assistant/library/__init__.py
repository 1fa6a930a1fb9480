"""The corpus prepared for matching."""
