"""Regular expressions that are compiled when they are first looked for, and once for several processes.

Compiling what one question needs takes longer than answering it. So a process may keep what it compiled (``keep``) and
the next recall it (``recall``): the code that the expression engine runs, under the version of Python that made it.
What cannot be recalled is compiled. Several processes may keep in one folder.

A pattern made of what somebody typed has no place here, for it would be kept: ``re.compile`` is for those.
"""

from __future__ import annotations

import io
import pickle
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from corpus.whole_files import read_whole, write_whole

Written = tuple[str, int]
"""A pattern's text and its flags."""

_HELD = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "pattern", "flags")
#: Fewer new patterns than this are not worth a file.
_WORTH = 20
#: Of more than this the oldest are dropped: those that the program has no more are never asked for again.
_MOST = 4_000

_recalled: dict[Written, tuple[Any, ...]] = {}
_new: dict[Written, None] = {}


class _Lazy:
    """Stands for a pattern, and becomes it when anything is asked of it."""

    def __init__(self, text: str, flags: int) -> None:
        self._written = text, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        made = compiled(*self._written)
        for held in _HELD:
            self.__dict__[held] = getattr(made, held)
        return getattr(made, name)


def lazy_regex(text: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as ``re.compile`` makes it, but later; a text that is none raises ``re.error`` only then."""
    return cast("re.Pattern[str]", _Lazy(text, int(flags)))


def compiled(text: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern, compiled or recalled."""
    written = text, int(flags)
    if written in _recalled:
        with suppress(Exception):  # whatever another engine makes of it: it is compiled
            return cast("re.Pattern[str]", _engine().compile(text, *_recalled[written]))
    _new[written] = None
    return re.compile(text, flags)


def recall(folder: Path) -> None:
    """Take up what an earlier process kept in a folder; nothing where there is nothing that can be read."""
    with suppress(Exception):
        if content := read_whole(_file(folder)):
            _recalled.update(_Plain(io.BytesIO(content)).load())


def keep(folder: Path) -> None:
    """Keep what this process compiled beside what others kept, if it is worth it and the folder takes it."""
    if len(_new) < _WORTH:
        return
    recall(folder)  # another process may have kept its own since
    with suppress(Exception):  # an engine that lets no one see its code, or a disk that is full
        held = _recalled | {written: _code(*written) for written in _new}
        write_whole(_file(folder), pickle.dumps(dict([*held.items()][-_MOST:]), protocol=5))
        _new.clear()


def _file(folder: Path) -> Path:
    return folder / f"patterns-{sys.implementation.cache_tag}-{_engine().MAGIC}.kept"


def _engine() -> Any:
    import _sre  # type: ignore[import-not-found]

    return _sre


def _code(text: str, flags: int) -> tuple[Any, ...]:
    """What the engine is given for a pattern beside its text, as ``re.compile`` puts it together."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(text, flags)
    code = [int(step) for step in _compiler._code(parsed, flags)]
    index: list[str | None] = [None] * parsed.state.groups
    for name, at in parsed.state.groupdict.items():
        index[at] = name
    return flags | parsed.state.flags, code, parsed.state.groups - 1, parsed.state.groupdict, tuple(index)


class _Plain(pickle.Unpickler):
    """Reads plain values alone."""

    def find_class(self, module: str, name: str) -> Any:
        raise pickle.UnpicklingError(f"{module}.{name} does not belong here")
