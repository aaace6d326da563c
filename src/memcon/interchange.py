"""Frozen dataclasses as JSON and back, by their annotations: compact, and safe to read whatever stands there.

Strings, numbers, enumerations, tuples, frozen sets and dataclasses of these are known, and each of them or None. A
record becomes a list of its fields in order.
"""

from __future__ import annotations

import dataclasses
import enum
import json
import types
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Write = Callable[[Any], Any]
Read = Callable[[Any], Any]


class Codec(Generic[T]):
    """Values of one type as JSON. `special` says how a type is written that needs a way of its own: how it becomes
    JSON, and how it is made of it again."""

    def __init__(self, kind: Any, special: Mapping[type, tuple[Write, Read]] = types.MappingProxyType({})) -> None:
        self._special = special
        self._pair = cache(self._made)
        self._write, self._read = self._pair(kind)

    def dumps(self, value: T) -> str:
        """The value as JSON, in ASCII: a file's name may hold what UTF-8 cannot say."""
        return json.dumps(self._write(value), separators=(",", ":"))

    def loads(self, text: str) -> T:
        """The value that `dumps` wrote; ValueError where the text is something else."""
        try:
            value: T = self._read(json.loads(text))
        except (TypeError, KeyError, IndexError, RecursionError, AttributeError) as error:
            raise ValueError(f"not what was written: {error}") from error
        return value

    def _made(self, kind: Any) -> tuple[Write, Read]:
        if kind in self._special:
            return self._special[kind]
        origin, inner = get_origin(kind), get_args(kind)
        if origin in (Union, types.UnionType):
            return self._optional(inner)
        if origin is tuple:
            return self._tuple(inner)
        if origin is frozenset:
            write, read = self._pair(inner[0])
            return lambda value: sorted(map(write, value)), lambda value: frozenset(map(read, _checked(value, list)))
        if dataclasses.is_dataclass(kind) and isinstance(kind, type):
            return self._record(kind)
        if isinstance(kind, type) and issubclass(kind, enum.Enum):
            return lambda value: value.value, kind
        if kind in (str, int, float, bool):
            return _same, lambda value: _checked(value, kind)
        raise TypeError(f"no way to write {kind} is known")

    def _optional(self, kinds: tuple[Any, ...]) -> tuple[Write, Read]:
        (kind,) = (each for each in kinds if each is not type(None))
        write, read = self._pair(kind)
        return (
            lambda value: None if value is None else write(value),
            lambda value: None if value is None else read(value),
        )

    def _tuple(self, kinds: tuple[Any, ...]) -> tuple[Write, Read]:
        if kinds[-1] is Ellipsis:
            write, read = self._pair(kinds[0])
            return lambda value: list(map(write, value)), lambda value: tuple(map(read, _checked(value, list)))
        pairs = [self._pair(kind) for kind in kinds]
        return (
            lambda value: [pair[0](each) for pair, each in zip(pairs, value, strict=True)],
            lambda value: tuple(pair[1](each) for pair, each in zip(pairs, _checked(value, list), strict=True)),
        )

    def _record(self, kind: type) -> tuple[Write, Read]:
        hints = get_type_hints(kind)
        names = [field.name for field in dataclasses.fields(kind)]
        pairs = [self._pair(hints[name]) for name in names]
        fields = [(name, pair[0]) for name, pair in zip(names, pairs, strict=True)]
        reads = [pair[1] for pair in pairs]
        return (
            lambda value: [write(getattr(value, name)) for name, write in fields],
            lambda value: kind(*[read(each) for read, each in zip(reads, _checked(value, list), strict=True)]),
        )


def _same(value: Any) -> Any:
    return value


def _checked(value: Any, kind: type) -> Any:
    if type(value) is not kind:
        raise ValueError(f"{kind.__name__} expected")
    return value
