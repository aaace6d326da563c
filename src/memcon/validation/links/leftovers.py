"""What lies in the folders of an edition and is no part of it: copies that programs leave behind, and transcripts of
which no file was made."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator

from memcon.diagnostics import Diagnostic, Location
from memcon.rules import rule
from memcon.validation.links.facts import FileLinks
from memcon.validation.links.lines import BY_LINES
from memcon.validation.links.paths import folder, normal
from memcon.validation.links.shelf import Shelf

_EDITION = "edition.toml"
_LEFT = re.compile(r"\.(?:orig|rej|bak|old|tmp|swp|swo)$|~$|^#.*#$", re.I)
_READ_ME = re.compile(r"(?:readme|licen[cs]e|notes?|changes|changelog)\b", re.I)
_SOURCES = (*BY_LINES, ".docx", ".html", ".htm", ".rtf", ".odt")


class Leftovers:
    """The transcripts from which the files of each edition were made, and in the end what lies beside them."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._made_from: dict[str, set[str] | None] = {}  # None for a folder without an edition.toml

    def note(self, transcript: str, files: Iterable[FileLinks]) -> None:
        """Take notice of files that were made from a transcript; it is empty where none is named."""
        for here in {folder(file) for file in files}:
            if here not in self._made_from:
                self._made_from[here] = set() if _EDITION in self._shelf.outside.names(here or ".") else None
            made_from = self._made_from[here]
            if made_from is not None and transcript:
                made_from.add(transcript)

    def found(self) -> Iterator[Diagnostic]:
        """MC546 in each folder that has an edition.toml, and of which all files were checked."""
        for here, transcripts in self._made_from.items():
            if transcripts is None or not self._shelf.is_whole(here):
                continue
            for name in self._shelf.outside.names(here or "."):
                if why := _left(name):
                    yield _found(posixpath.join(here, name), why)
            yield from _unused(self._shelf, here, transcripts)


def _left(name: str) -> str:
    """Why something is left over; nothing where it is not."""
    if name.lower().endswith(".xml") and not name.endswith(".xml"):
        return "the name does not end in .xml, and nothing looks at the file"
    return "a program left it behind, and nothing looks at it" if _LEFT.search(name) else ""


def _unused(shelf: Shelf, here: str, transcripts: set[str]) -> Iterator[Diagnostic]:
    """Transcripts that lie beside those that files were made from, in a folder of the edition."""
    inside = f"{here}/" if here else ""
    for there in sorted({posixpath.dirname(each) for each in transcripts}):
        if there == here or not there.startswith(inside) or there.startswith(".."):
            continue
        for name in shelf.outside.names(there):
            path = normal(posixpath.join(there, name))
            if _LEFT.search(name):
                yield _found(path, "a program left it behind, and nothing looks at it")
            elif name.lower().endswith(_SOURCES) and path not in transcripts and not _READ_ME.match(name):
                yield _found(path, "no file was made from this transcript")


def _found(path: str, why: str) -> Diagnostic:
    return Diagnostic(rule("MC546"), why, Location(path, 1, 1), "take it away, or make it a part of the edition")
