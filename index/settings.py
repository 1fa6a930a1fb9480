"""Where the index lies and which model makes it, from the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

HOME_VARIABLE = "ASSISTANT_HOME"
MODEL_VARIABLE = "ASSISTANT_EMBEDDING_MODEL"


@dataclass(frozen=True, slots=True)
class IndexSettings:
    """What the index needs to know about this machine."""

    home: Path
    """Folder for everything the program keeps."""
    model: Path | None
    """Folder of another sentence-transformers model; None for the bundled all-MiniLM-L6-v2."""

    @property
    def location(self) -> Path:
        """Folder of the index."""
        return self.home / "index"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> IndexSettings:
        """Settings of this process; ``environment`` stands in for ``os.environ`` where given."""
        values = os.environ if environment is None else environment
        home, model = values.get(HOME_VARIABLE, "").strip(), values.get(MODEL_VARIABLE, "").strip()
        return cls(
            home=Path(home).expanduser().absolute() if home else default_home(),
            model=Path(model).expanduser().absolute() if model else None,
        )


def default_home(start: Path = Path(__file__)) -> Path:
    """``.assistant`` beside the nearest pyproject.toml above ``start``, or in the user's home without one."""
    for folder in start.resolve().parents:
        if (folder / "pyproject.toml").is_file():
            return folder / ".assistant"
    return Path.home() / ".assistant"
