"""The command line; every command imports what it needs only when it runs."""

from assistant.cli.program import main

__all__ = ["main"]
