"""Looking words up in sorted lists as they lie in other people's packages, without reading them whole."""

from __future__ import annotations

import importlib.util
import mmap
from pathlib import Path


class SortedLines:
    """Lines in the order of their bytes; a look-up halves the list until it has the line."""

    def __init__(self, content: bytes | mmap.mmap, start: int = 0) -> None:
        """
        Args:
            content: UTF-8 lines, each ended by a line feed.
            start: where the sorted lines begin.
        """
        self._content, self._start = content, start

    def after(self, prefix: bytes) -> bytes | None:
        """What follows a prefix in the first line that begins with it; None where no line does."""
        content = self._content
        low, high = self._start, len(content)
        while low < high:
            begin = content.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = content.find(b"\n", begin)
            if end < 0:
                end = len(content)
            if content[begin:end] < prefix:
                low = end + 1
            else:
                high = begin
        if content[low : low + len(prefix)] != prefix:
            return None
        end = content.find(b"\n", low)
        return content[low + len(prefix) : end if end >= 0 else len(content)]


def mapped(path: Path) -> mmap.mmap:
    """A file as it lies on disk, read where it is looked at."""
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def package_file(package: str, *parts: str) -> Path:
    """A file of an installed package, whose code is not run."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"No module named {package!r}", name=package)
    return Path(spec.submodule_search_locations[0], *parts)
