"""Where the index lies and which model makes it, from the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from corpus.errors import FixableError
from index.addresses import without_credentials

HOME_VARIABLE = "ASSISTANT_HOME"
MODEL_VARIABLE = "ASSISTANT_EMBEDDING_MODEL"
SERVER_VARIABLE = "CHROMA_URL"


class SettingError(FixableError):
    """A setting has a value that it cannot have."""


@dataclass(frozen=True, slots=True)
class IndexSettings:
    """What the index needs to know about this machine."""

    home: Path
    """Folder for everything the program keeps."""
    model: Path | None
    """Folder of another sentence-transformers model; None for the bundled all-MiniLM-L6-v2."""
    server: str | None = None
    """Address of the Chroma server that holds the vectors; None keeps them in the folder of the index."""

    @property
    def location(self) -> Path:
        """Folder of the index."""
        return self.home / "index"

    @property
    def sentences(self) -> Path:
        """Folder of the index of sentences."""
        return self.location / "sentences"

    @property
    def exports(self) -> Path:
        """Folder of exported models, which builds of the index share."""
        return self.location / "models"

    @property
    def prepared(self) -> Path:
        """Folder where the assistant keeps what it has read from the corpus."""
        return self.location / "prepared"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> IndexSettings:
        """Settings of this process; ``environment`` stands in for ``os.environ`` where given.

        Raises:
            SettingError: the address of the server is none.
        """
        values = os.environ if environment is None else environment
        home, model = values.get(HOME_VARIABLE, "").strip(), values.get(MODEL_VARIABLE, "").strip()
        return cls(
            home=Path(home).expanduser().absolute() if home else default_home(),
            model=Path(model).expanduser().absolute() if model else None,
            server=_address(values.get(SERVER_VARIABLE, "").strip()),
        )


def _address(given: str) -> str | None:
    given = without_credentials(given)  # the client sends none, and the address is written into the index
    parts = urlsplit(given)
    if given and not (parts.scheme in ("http", "https") and parts.hostname):
        raise SettingError(
            f"{SERVER_VARIABLE} is {given!r}, which is no http or https address. "
            f"Run: export {SERVER_VARIABLE}=http://localhost:8000"
        )
    return given.rstrip("/") or None


def default_home(start: Path = Path(__file__)) -> Path:
    """``.assistant`` beside the nearest pyproject.toml above ``start``, or in the user's home without one."""
    for folder in start.resolve().parents:
        if (folder / "pyproject.toml").is_file():
            return folder / ".assistant"
    return Path.home() / ".assistant"
