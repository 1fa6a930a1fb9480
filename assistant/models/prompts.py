"""Prompts: versioned files with named placeholders."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import yaml

from corpus.errors import FixableError

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

FOLDER = Path(__file__).parent / "data" / "prompts"
EXPLAIN, FOLLOW_UP = "explain-1", "follow-up-1"
"""The prompts in use. A change of wording is a new file with the next number."""


class PromptError(FixableError):
    """A prompt file is missing or damaged."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt as its file holds it."""

    name: str
    """Name and number: "explain-1"."""
    digest: str
    """The first eight digits of the SHA-256 of the file: tells an edited file from the one that was measured."""
    system: str
    human: str

    @property
    def version(self) -> str:
        """What is kept with answers and runs: "explain-1 (0a1b2c3d)"."""
        return f"{self.name} ({self.digest})"

    @property
    def placeholders(self) -> frozenset[str]:
        """Names that must be filled in."""
        return frozenset(
            f for text in (self.system, self.human) for _, f, _, _ in Formatter().parse(text) if f
        )

    def messages(self, **values: str) -> list[BaseMessage]:
        """The messages to send; values are put in as they are, braces and all."""
        from langchain_core.prompts import ChatPromptTemplate

        template = ChatPromptTemplate.from_messages([("system", self.system), ("human", self.human)])
        return template.format_messages(**values)


@lru_cache(maxsize=8)
def load_prompt(name: str, folder: Path = FOLDER) -> Prompt:
    """A prompt by name and number.

    Raises:
        PromptError: there is no such file, or it does not hold exactly ``system`` and ``human``.
    """
    path = folder / f"{name}.yaml"
    try:
        text = path.read_text(encoding="utf-8")
        held = yaml.safe_load(text)
    except (OSError, yaml.YAMLError) as error:
        raise PromptError(f"The prompt {path} cannot be read. Run: git checkout -- {path}") from error
    if not isinstance(held, dict) or set(held) != {"system", "human"}:
        raise PromptError(f"The prompt {path} must hold system and human. Run: git checkout -- {path}")
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    return Prompt(name, digest, str(held["system"]).strip(), str(held["human"]).strip())
