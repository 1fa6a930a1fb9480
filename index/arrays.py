"""Named arrays in a file that the program is shipped with."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from index.errors import ModelUnavailable, one_line


def read_arrays(path: Path, wanted: Callable[[str], bool]) -> dict[str, Any]:
    """The arrays of a file with wanted names.

    Raises:
        ModelUnavailable: the file is missing or damaged; the message says how it is had again.
    """
    import numpy as np

    try:
        with np.load(path) as file:
            return {name: file[name] for name in file.files if wanted(name)}
    except (OSError, ValueError, KeyError, EOFError, BadZipFile, zlib.error) as error:
        raise ModelUnavailable(
            f"{path} is missing or damaged ({one_line(error)}). Run: git checkout -- {path}"
        ) from None


def write_arrays(path: Path, held: Mapping[str, Any]) -> None:
    """Write arrays by their names; OSError where the disk does not take them."""
    import numpy as np

    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        np.savez(file, allow_pickle=False, **held)
