"""What lies in the folders of an edition and is no part of it: copies that programs leave behind, and transcripts of
which no file was made."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from memcon.diagnostics import Diagnostic, Location
from memcon.rules import rule
from memcon.validation.links.lines import BY_LINES
from memcon.validation.links.paths import folder, normal
from memcon.validation.links.shelf import Shelf

_EDITION = "edition.toml"
_LEFT = re.compile(r"\.(?:orig|rej|bak|old|tmp|swp|swo)$|~$|^#.*#$", re.I)
_READ_ME = re.compile(r"(?:readme|licen[cs]e|notes?|changes|changelog)\b", re.I)
_SOURCES = (*BY_LINES, ".docx", ".html", ".htm", ".rtf", ".odt")


def leftovers(shelf: Shelf) -> Iterator[Diagnostic]:
    """MC546 in each folder that has an edition.toml, and of which all files were checked."""
    made_from: dict[str, set[str]] = {}
    for transcript, files in shelf.groups():
        for file in files:
            made_from.setdefault(folder(file), set()).add(transcript)
    for here, transcripts in made_from.items():
        names = shelf.outside.names(here or ".") if shelf.is_whole(here) else ()
        if _EDITION not in names:
            continue
        for name in names:
            if why := _left(name):
                yield _found(posixpath.join(here, name), why)
        yield from _unused(shelf, here, transcripts - {""})


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
