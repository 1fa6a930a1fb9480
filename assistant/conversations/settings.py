"""Where conversations are kept, from the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from index.settings import IndexSettings

DATA_VARIABLE = "ASSISTANT_DATA"
DATABASE_VARIABLE = "ASSISTANT_DATABASE_URL"


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """What the store needs to know about this machine."""

    folder: Path
    """Folder of what people leave behind; apart from the index, which may be deleted and built again."""
    url: str | None = None
    """Database URL in SQLAlchemy's form; None for a SQLite file in the folder."""

    @property
    def file(self) -> Path:
        """The SQLite file."""
        return self.folder / "conversations.sqlite3"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> StoreSettings:
        """Settings of this process; ``environment`` stands in for ``os.environ`` where given."""
        values = os.environ if environment is None else environment
        folder, url = values.get(DATA_VARIABLE, "").strip(), values.get(DATABASE_VARIABLE, "").strip()
        home = IndexSettings.from_environment(environment).home
        return cls(
            folder=Path(folder).expanduser().absolute() if folder else home.with_name(f"{home.name}-data"),
            url=url or None,
        )
