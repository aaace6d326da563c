"""Frozen dataclasses and named tuples as JSON and back, by their annotations: compact, and safe to read whatever stands
there.

Strings, numbers, enumerations, tuples, frozen sets and records of these are known, and each of them or None. A record
becomes a list of its fields in order; what is of named tuples alone is such a list already, and is written as it is.
"""

from __future__ import annotations

import dataclasses
import enum
import json
import types
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Write = Callable[[Any], Any]
Read = Callable[[Any], Any]
_PLAIN = (str, int, float, bool)
_ENCODER = json.JSONEncoder(separators=(",", ":"))
_DECODER = json.JSONDecoder()


class Codec(Generic[T]):
    """Values of one type as JSON. `special` says how a type is written that needs a way of its own: how it becomes
    JSON, and how it is made of it again."""

    def __init__(self, kind: Any, special: Mapping[type, tuple[Write, Read]] = types.MappingProxyType({})) -> None:
        self._special = special
        self._pair = cache(self._made)
        self._write, self._read = self._pair(kind)

    def dumps(self, value: T) -> str:
        """The value as JSON, in ASCII: a file's name may hold what UTF-8 cannot say."""
        return _ENCODER.encode(self._write(value))

    def loads(self, text: str) -> T:
        """The value that `dumps` wrote; ValueError where the text is something else."""
        value, end = self.first(text)
        if end != len(text):
            raise ValueError("more than one value")
        return value

    def first(self, text: str) -> tuple[T, int]:
        """The value that `dumps` wrote at the beginning of a text, and where it ends; ValueError where none stands."""
        try:
            said, end = _DECODER.raw_decode(text)
            value: T = self._read(said)
        except (TypeError, KeyError, IndexError, RecursionError, AttributeError) as error:
            raise ValueError(f"not what was written: {error}") from error
        return value, end

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
            many = self._many(inner[0], read)
            return lambda value: sorted(map(write, value)), lambda value: frozenset(many(value))
        if dataclasses.is_dataclass(kind) and isinstance(kind, type):
            return self._record(kind, [field.name for field in dataclasses.fields(kind)])
        if isinstance(kind, type) and issubclass(kind, tuple):
            write, read = self._record(kind, list(getattr(kind, "_fields", ())))
            return (_same if self._is_plain(get_type_hints(kind).values()) else write), read
        if isinstance(kind, type) and issubclass(kind, enum.Enum):
            return lambda value: value.value, kind
        if kind in _PLAIN:
            return _same, lambda value: _checked(value, kind)
        raise TypeError(f"no way to write {kind} is known")

    def _optional(self, kinds: tuple[Any, ...]) -> tuple[Write, Read]:
        (kind,) = (each for each in kinds if each is not type(None))
        write, read = self._pair(kind)
        return (
            _same if write is _same else lambda value: None if value is None else write(value),
            lambda value: None if value is None else read(value),
        )

    def _is_plain(self, kinds: Iterable[Any]) -> bool:
        """Whether values of all these types are JSON as they are: a tuple is a list there."""
        return all(self._pair(each)[0] is _same for each in kinds)

    def _many(self, kind: Any, read: Read) -> Callable[[Any], Iterable[Any]]:
        """What reads a list of values of one type; those that are JSON as they are it looks at all at once."""
        if kind not in _PLAIN:
            return lambda value: map(read, _checked(value, list))
        only = {kind}
        return lambda value: value if only.issuperset(map(type, _checked(value, list))) else map(read, value)

    def _tuple(self, kinds: tuple[Any, ...]) -> tuple[Write, Read]:
        if kinds[-1] is Ellipsis:
            write, read = self._pair(kinds[0])
            many = self._many(kinds[0], read)
            return _same if write is _same else lambda value: list(map(write, value)), lambda value: tuple(many(value))
        pairs = [self._pair(kind) for kind in kinds]
        return (
            _same
            if self._is_plain(kinds)
            else lambda value: [pair[0](each) for pair, each in zip(pairs, value, strict=True)],
            lambda value: tuple(pair[1](each) for pair, each in zip(pairs, _checked(value, list), strict=True)),
        )

    def _record(self, kind: type, names: Sequence[str]) -> tuple[Write, Read]:
        hints = get_type_hints(kind)
        pairs = [self._pair(hints[name]) for name in names]
        fields = [(name, None if pair[0] is _same else pair[0]) for name, pair in zip(names, pairs, strict=True)]
        types = [hints[name] if hints[name] in _PLAIN else None for name in names]
        return (
            lambda value: [
                write(getattr(value, name)) if write is not None else getattr(value, name) for name, write in fields
            ],
            _plain_reader(kind, types) if all(types) else _reader(kind, types, [read for _, read in pairs]),
        )


def _plain_reader(kind: type, types: Sequence[type | None]) -> Read:
    """What reads a record whose fields are what they are in JSON."""
    expected = tuple(types)

    def read(value: Any) -> Any:
        if type(value) is not list or tuple(map(type, value)) != expected:
            raise ValueError(f"a list of {len(expected)} values expected")
        return kind(*value)

    return read


def _reader(kind: type, types: Sequence[type | None], reads: Sequence[Read]) -> Read:
    """What reads a record: most fields are what they are in JSON, and only the others are read one by one."""
    nested = [(at, reads[at]) for at, each in enumerate(types) if each is None]
    given = [(at, each) for at, each in enumerate(types) if each is not None]

    def read(value: Any) -> Any:
        if len(_checked(value, list)) != len(types):
            raise ValueError("another number of values expected")
        for at, each in given:
            if type(value[at]) is not each:
                raise ValueError(f"{each.__name__} expected")
        for at, inner in nested:
            value[at] = inner(value[at])
        return kind(*value)

    return read


def _same(value: Any) -> Any:
    return value


def _checked(value: Any, kind: type) -> Any:
    if type(value) is not kind:
        raise ValueError(f"{kind.__name__} expected")
    return value
