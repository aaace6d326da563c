"""Links between files: pointers into the authority file and to other memoranda, transcripts and their lines.

Works on what each file says of itself (`FileLinks`), so that memory stays flat over many files.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from memcon.diagnostics import Diagnostic, Location
from memcon.fidelity import TranscriptReference, has_text, reference
from memcon.readers import read
from memcon.resources import read_linked
from memcon.rules import rule
from memcon.tei.names import XML_ID
from memcon.tei.parsing import Tree, parse_tei
from memcon.transcript import Transcript

_POINTERS = ("sameAs", "ref", "source", "who")


@dataclass(frozen=True, slots=True)
class Link:
    """A pointer to another file: attribute, target as written, and where it stands."""

    attribute: str
    target: str
    location: Location


@dataclass(frozen=True, slots=True)
class FileLinks:
    """What one TEI file says of other files."""

    path: str
    identifiers: frozenset[str]
    links: tuple[Link, ...]
    transcript: TranscriptReference | None


def links_of(tree: Tree, path: str) -> FileLinks:
    """The ids, outgoing pointers and transcript of a parsed file."""
    identifiers: set[str] = set()
    links: list[Link] = []
    for element in tree.iter(etree.Element):
        if identifier := element.get(XML_ID):
            identifiers.add(identifier)
        for name in _POINTERS:
            for target in (element.get(name) or "").split():
                if not target.startswith("#") and "://" not in target and not target.startswith("urn:"):
                    links.append(Link(name, target, Location(path, element.sourceline or 0, 1)))
    return FileLinks(path, frozenset(identifiers), tuple(links), reference(tree) if has_text(tree) else None)


def check_links(files: Iterable[FileLinks]) -> Iterator[Diagnostic]:
    """MC503 for a pointer to a file or an id that is not there, MC104 for a missing transcript, MC504 for lines of
    a transcript that no file encodes or that two do."""
    known = {_normal(file.path): file for file in files}
    loaded: dict[str, frozenset[str] | None] = {}
    by_transcript: dict[str, list[FileLinks]] = {}
    for file in known.values():
        for link in file.links:
            yield from _check(link, file, known, loaded)
        if file.transcript is not None:
            target = _normal(posixpath.join(posixpath.dirname(file.path), file.transcript.path))
            by_transcript.setdefault(target, []).append(file)
    for target, encoded in by_transcript.items():
        yield from _coverage(target, encoded)


def _normal(path: str) -> str:
    return posixpath.normpath(path.replace(os.sep, "/"))


def _check(
    link: Link, file: FileLinks, known: dict[str, FileLinks], loaded: dict[str, frozenset[str] | None]
) -> Iterator[Diagnostic]:
    name, _, identifier = link.target.partition("#")
    path = _normal(posixpath.join(posixpath.dirname(file.path), unquote(name)))
    identifiers = known[path].identifiers if path in known else _load(path, loaded)
    if identifiers is None:
        yield Diagnostic(rule("MC503"), f"@{link.attribute} points to {name}, which is not there", link.location)
    elif identifier and identifier not in identifiers:
        yield Diagnostic(rule("MC503"), f"@{link.attribute}: {name} has no xml:id {identifier!r}", link.location)


def _load(path: str, loaded: dict[str, frozenset[str] | None]) -> frozenset[str] | None:
    """The ids of a file that was not among those checked; None where it cannot be read."""
    if path not in loaded:
        try:
            tree = parse_tei(read_linked(path), path).value
        except OSError:
            tree = None
        loaded[path] = links_of(tree, path).identifiers if tree is not None else None
    return loaded[path]


def _coverage(target: str, files: list[FileLinks]) -> Iterator[Diagnostic]:
    first = files[0].path
    try:
        transcript = read(read_linked(target), target).value
    except OSError:
        yield Diagnostic(rule("MC104"), f"the transcript {target} is not there", Location(first, 1, 1))
        return
    if transcript is None:
        return
    covered = [0] * len(transcript.lines)
    for file in files:
        assert file.transcript is not None
        start, end = file.transcript.lines or (0, len(covered))
        for line in range(start, min(end, len(covered))):
            covered[line] += 1
    yield from _uncovered(transcript, covered, first)


def _uncovered(transcript: Transcript, covered: list[int], first: str) -> Iterator[Diagnostic]:
    """The first line that is left out or stands in two files; blank lines do not count."""
    for line in transcript.lines:
        times = covered[line.number - 1]
        if times != 1 and transcript.text(line.span).strip():
            what = "in no file" if times == 0 else "in more than one file"
            there = Location(transcript.name, line.number, 1)
            message = f"line {line.number} of {transcript.name} is {what}"
            yield Diagnostic(rule("MC504"), message, Location(first, 1, 1), related=(there,))
            return
