"""The files that are checked together, by their paths, and a way back to the very place of something that is found."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Protocol
from urllib.parse import unquote

from memcon.diagnostics import Diagnostic, Location
from memcon.resources import Outside
from memcon.rules import rule
from memcon.tei.parsing import parse_tei
from memcon.validation.links.facts import Brief, FileLinks, Spot
from memcon.validation.links.gathering import links_of
from memcon.validation.links.paths import beside, normal
from memcon.validation.links.register import Register
from memcon.validation.places import Source


class Settled(Protocol):
    """Digests of what was looked at before, and nothing was found in it."""

    def __contains__(self, key: bytes, /) -> bool: ...

    def add(self, key: bytes, /) -> None:
        """Remember that nothing was found."""


class Shelf:
    """The checked files; what they point to is read when it is asked for, each file once. What is `settled` need not be
    looked at again."""

    def __init__(
        self,
        files: Mapping[str, FileLinks],
        briefs: Iterable[tuple[str, Brief]],
        settled: Settled | None = None,
        outside: Outside | None = None,
    ) -> None:
        """`files` are known by their normal paths; `briefs` are what is asked of each of them first."""
        self.settled = settled
        self.outside = Outside() if outside is None else outside
        self.files = files
        self.register = Register(briefs)
        self._others: dict[str, FileLinks | None] = {}
        self._whole: dict[str, bool] = {}
        self._last: tuple[str, Source | None] = ("", None)
        self._asked: tuple[tuple[str, str], FileLinks | None] = (("", ""), None)

    @cached_property
    def authorities(self) -> tuple[FileLinks, ...]:
        """The files that list people."""
        return tuple(map(self.files.__getitem__, self.register.authorities))

    def groups(self) -> Iterator[tuple[str, list[FileLinks]]]:
        """All files, one group after the other: of many not all are in memory. Those that were made from one transcript
        are together, behind its normal path; all others are by themselves."""
        for paths in self.register.groups():
            found: dict[str, list[FileLinks]] = {}
            for path in paths:
                file = self.files[path]
                named = file.transcript.path if file.print and file.transcript is not None else ""
                made_from = normal(posixpath.join(posixpath.dirname(path), named)) if named else ""
                found.setdefault(made_from, []).append(file)
            yield from found.items()

    def is_whole(self, here: str) -> bool:
        """Whether all files of a folder were checked."""
        if here not in self._whole:
            names = self.outside.names(here or ".")
            inside = (posixpath.join(here, name) for name in names if name.endswith(".xml") and name[0] != ".")
            self._whole[here] = all(path in self.files for path in inside)
        return self._whole[here]

    def named(self, file: FileLinks, pointer: str) -> FileLinks | None:
        """The file that a pointer in a file leads to; None where it cannot be read."""
        name = pointer.partition("#")[0]
        if self._asked[0] != (file.path, name):  # mostly as the last time: all people of a file are in one other
            self._asked = ((file.path, name), self._at(beside(file, unquote(name))))
        return self._asked[1]

    def _at(self, path: str) -> FileLinks | None:
        if path in self.files:
            return self.files[path]
        if path not in self._others:
            try:
                tree = parse_tei(self.outside.read(path), path).value
            except OSError:
                tree = None
            self._others[path] = links_of(tree, path) if tree is not None else None
        return self._others[path]

    def source(self, path: str) -> Source | None:
        """A file read again, for the places in it; None where it is not there any more. The last one is kept."""
        if self._last[0] != path:
            try:
                data = self.outside.read(path)  # noted: it may not be any more what it was when it was checked
                tree = parse_tei(data, path).value
            except OSError:
                tree, data = None, b""
            self._last = (path, Source(tree, data, path) if tree is not None else None)
        return self._last[1]

    def location(self, file: FileLinks, spot: Spot) -> Location:
        """A place in a file."""
        source = self.source(file.path)
        element = source.numbered(spot.element, spot.line) if source is not None else None
        if source is None or element is None:
            return Location(file.path, spot.line, 1)
        return source.attribute_location(element, spot.attribute) if spot.attribute else source.location(element)

    def finding(
        self, code: str, message: str, file: FileLinks, spot: Spot, hint: str = "", related: tuple[Location, ...] = ()
    ) -> Diagnostic:
        """A diagnostic about a place in a file."""
        source = self.source(file.path)
        element = source.numbered(spot.element, spot.line) if source is not None else None
        if source is None or element is None:
            return Diagnostic(rule(code), message, Location(file.path, spot.line, 1), hint, related=related)
        return source.finding(code, message, element, hint, spot.attribute, related)
