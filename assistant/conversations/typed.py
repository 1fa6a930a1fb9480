"""Frozen dataclasses as JSON values and back, by their own type hints: nothing is guessed, nothing is let pass."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

_Value = TypeVar("_Value")
#: Type hints by class; reading them anew each time would take longer than all the rest.
_hints: Callable[[Any], dict[str, Any]] = lru_cache(maxsize=32)(get_type_hints)


def to_json(value: object) -> Any:
    """A dataclass as an object of all its fields, tuples as lists, enumerations as their texts."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_json(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [to_json(inner) for inner in value]
    return value.value if isinstance(value, StrEnum) else value


def from_json(kind: type[_Value], data: object) -> _Value:
    """The dataclass that an object stands for; a field that it lacks takes its default.

    Raises:
        ValueError: a field is unknown or missing, or its value is not of its type.
    """
    if not isinstance(data, Mapping):
        raise ValueError(f"{data!r} is no {kind.__name__}")
    hints = _hints(kind)
    if odd := set(data) - set(hints):
        raise ValueError(f"{kind.__name__} has no {', '.join(sorted(map(str, odd)))}")
    read = {name: _read(hints[name], value) for name, value in data.items()}
    try:
        return kind(**read)
    except TypeError as error:
        raise ValueError(str(error)) from error


def _read(kind: Any, value: Any) -> Any:
    if get_origin(kind) in (Union, UnionType):
        return _one_of(get_args(kind), value)
    if get_origin(kind) is tuple:
        if not isinstance(value, list):
            raise ValueError(f"{value!r} is no list")
        return tuple(_read(get_args(kind)[0], inner) for inner in value)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return from_json(kind, value)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(value)
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is not kind:
        raise ValueError(f"{value!r} is no {kind.__name__}")
    return value


def _one_of(kinds: tuple[Any, ...], value: Any) -> Any:
    if value is None and NoneType in kinds:
        return None
    (kind,) = (k for k in kinds if k is not NoneType)
    return _read(kind, value)
