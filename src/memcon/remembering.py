"""What was found in files before: looked up in a cache by their names and bytes, without anything being checked."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache as once
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from memcon.diagnostics import Diagnostic, Location, Rule
from memcon.resources import reason, schema_file
from memcon.rules import RULES, rule
from memcon.version import VERSION

if TYPE_CHECKING:
    from memcon.caching import Cache
    from memcon.interchange import Codec

_HERE = '"\\u0000"'  # stands for the path of the file: an entry is found wherever the file lies
_NOTHING = "[]"
_ELSEWHERE = frozenset(
    ("__pycache__", "cli", "people", "redactions", "reference", "reporters", "schemas", "transformers")
)
"""Rooms on which no finding depends."""

Read = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was read, and the key under which to keep what is found in it (none where it is not kept)."""

    path: str
    data: bytes
    key: bytes = field(default=b"", compare=False)


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one file, and what it says of others, packed (nothing where it could not be parsed). The key
    stands for all that it says, where it is kept."""

    path: str
    diagnostics: tuple[Diagnostic, ...]
    links: str | None = None
    key: bytes = field(default=b"", compare=False)


def read_document(path: str, read: Read) -> Document | Checked:
    """A file; or MC105 where it cannot be read."""
    try:
        return Document(path, read(path))
    except OSError as error:
        return _unreadable(path, error)


def looked_up(paths: Sequence[str], read: Read, cache: Cache | None) -> list[Document | Checked]:
    """What is known of each of some files; or the file, where nothing is. All are looked up at once."""
    if cache is None:
        return [read_document(path, read) for path in paths]
    noted = cache.digests(paths)
    met = [_read(path, read, cache) if digest is None else cache.key(PurePath(path).name, digest)
           for path, digest in zip(paths, noted, strict=True)]  # fmt: skip
    keys = [each if isinstance(each, bytes) else each.key for each in met]
    texts = cache.get_all([key for key in keys if key])
    found: list[Document | Checked] = []
    for path, each, key in zip(paths, met, keys, strict=True):
        known = _known(path, key, texts[key]) if key in texts else None
        found.append(known or (_read(path, read, cache) if isinstance(each, bytes) else each))
    return found


def remember(checked: Checked, cache: Cache) -> None:
    """Keep what was found in a file, if it has a key; not that the process ended which checked it."""
    if checked.key and not any(each.rule.code == "MC408" for each in checked.diagnostics):
        found = written(checked.diagnostics).replace(json.dumps(checked.path), _HERE)
        cache.put(checked.key, found if checked.links is None else f"{found}\n{checked.links}")


def written(found: Iterable[Diagnostic]) -> str:
    """Findings as JSON, in which there is no line end."""
    some = tuple(found)
    return _codec().dumps(some) if some else _NOTHING


def read_again(text: str) -> tuple[Diagnostic, ...]:
    """The findings that were `written`; ValueError where the text is something else."""
    return _codec().loads(text) if text != _NOTHING else ()


def _known(path: str, key: bytes, text: str) -> Checked | None:
    found, line, links = text.partition("\n")
    try:
        return Checked(path, read_again(found.replace(_HERE, json.dumps(path))), links if line else None, key)
    except ValueError:
        return None


def _read(path: str, read: Read, cache: Cache) -> Document | Checked:
    if path == "-":
        return read_document(path, read)
    try:
        data, digest = cache.read(path, read)
    except OSError as error:
        return _unreadable(path, error)
    return Document(path, data, cache.key(PurePath(path).name, digest))


def _unreadable(path: str, error: OSError) -> Checked:
    return Checked(path, (Diagnostic(rule("MC105"), f"cannot be read: {reason(error)}", Location(path)),))


@once
def _codec() -> Codec[tuple[Diagnostic, ...]]:
    from memcon.interchange import Codec

    return Codec(tuple[Diagnostic, ...], {Rule: (lambda each: each.code, lambda code: RULES[code])})


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept in a cache of links between files in which nothing was found."""

    cache: Cache

    def __contains__(self, key: bytes) -> bool:
        return self.cache.get(self.cache.key("", key)) is not None

    def add(self, key: bytes) -> None:
        """Keep that nothing was found."""
        self.cache.put(self.cache.key("", key), "")


def scope(schema: bytes = b"") -> bytes:
    """All that findings depend on besides the file: this version of memcon and of lxml, the code and the schemas (while
    they are worked on, they change without a new version), and the `schema` of one's own."""
    code = (path.read_bytes() for path in _files(Path(__file__).parent))
    schemas = (schema_file(name).read_bytes() for name in ("memcon.xsd", "xml.xsd", "memcon.sch"))
    parts = (VERSION.encode(), schema, *_parser(), *schemas, *code)
    return sha256(b"".join(sha256(part).digest() for part in parts)).digest()


def _parser() -> Iterator[bytes]:
    """Which lxml it is; to load it takes longer than to look."""
    spec = find_spec("lxml")
    if spec is None or spec.origin is None:
        return
    yield Path(spec.origin).read_bytes()  # it says the version
    with os.scandir(Path(spec.origin).parent) as entries:
        libraries = sorted((entry.name, entry.stat().st_size) for entry in entries if entry.name.startswith("etree."))
    yield repr(libraries).encode()


def _files(folder: Path) -> Iterator[Path]:
    """The files of the rooms on which findings depend; none where the package is no folder."""
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        found = sorted((entry.name, entry.is_dir()) for entry in entries if entry.name not in _ELSEWHERE)
    for name, is_folder in found:
        if is_folder:
            yield from _files(folder / name)
        else:
            yield folder / name
