"""Transcripts and their lines: each is there, is what the files were made from, and is in them to the letter."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from hashlib import sha256

from memcon.diagnostics import Diagnostic, Location
from memcon.fidelity import digest, printed_span, prove, prove_without
from memcon.readers import read
from memcon.transcript import Transcript
from memcon.validation.links.facts import FileLinks
from memcon.validation.links.layout import layout_faults
from memcon.validation.links.marked import changed_markup
from memcon.validation.links.paths import folder
from memcon.validation.links.shelf import Shelf


def transcript_faults(shelf: Shelf, path: str, files: list[FileLinks]) -> Iterator[Diagnostic]:
    """MC104 for a missing transcript, and MC115 and MC116 for what was changed all the same; MC110 for one that
    changed, MC112 for lines it does not have, MC109 where the proof fails, and MC504 for lines of a transcript that no
    file encodes or that two do. `files` are those that were made from the transcript at that path."""
    try:
        data = shelf.outside.read(path)
    except OSError:
        for file in files:
            yield shelf.finding("MC104", f"the transcript {path} is not there", file, file.target)
            yield from _without(shelf, file)
        yield from _ranges(shelf, files)
        return
    key = _key(shelf, path, data, files) if shelf.settled is not None else b""
    if shelf.settled is not None and key in shelf.settled:
        return
    found = tuple(_transcript(shelf, path, data, files))
    yield from found
    if shelf.settled is not None and not found:
        shelf.settled.add(key)


def _without(shelf: Shelf, file: FileLinks) -> Iterator[Diagnostic]:
    """A file as it was generated has the print and the mark-up it had then."""
    source = None if file.pristine else shelf.source(file.path)
    if source is not None:
        yield from prove_without(source.tree, source.data, file.path)
        yield from changed_markup(source)


def _key(shelf: Shelf, path: str, data: bytes, files: list[FileLinks]) -> bytes:
    """The digest of all that decides what is found between a transcript and its files."""
    facts = [(file.transcript, file.print, file.encoded) for file in files]
    whole = _are_whole(shelf, files)
    return sha256(repr((posixpath.basename(path), sha256(data).digest(), facts, whole)).encode()).digest()


def _are_whole(shelf: Shelf, files: list[FileLinks]) -> bool:
    """Whether all files were checked that lie beside any of these."""
    return all(shelf.is_whole(folder(file)) for file in files)


def _transcript(shelf: Shelf, path: str, data: bytes, files: list[FileLinks]) -> Iterator[Diagnostic]:
    named = (file.transcript.encoding for file in files if file.transcript is not None)
    outcome = read(data, path, next(filter(None, named), None))
    transcript = outcome.value
    if transcript is None:
        yield from outcome.diagnostics
        return
    for file in files:
        yield from _proof(shelf, file, transcript)
    yield from _coverage(shelf, transcript, files)


def _proof(shelf: Shelf, file: FileLinks, transcript: Transcript) -> Iterator[Diagnostic]:
    """The digest tells whether the proof holds; where it does, the layout is held against the transcript."""
    named = file.transcript
    assert named is not None
    if named.sha256 and named.sha256 != transcript.sha256:
        message = f"{transcript.name} is not the transcript this file was made from"
        yield shelf.finding("MC110", message, file, file.digest)
    span = printed_span(transcript, named.lines)
    if span is None:
        message = f"{transcript.name} has {len(transcript.lines)} lines, and the file names {named.lines}"
        yield shelf.finding("MC112", message, file, file.target)
        return
    holds = digest(transcript.text(span)) == file.print
    if holds and file.pristine and named.sha256 == transcript.sha256:
        return  # nobody has touched what the converter made of this very transcript
    source = shelf.source(file.path)
    if source is not None and not holds:
        yield from prove(source.tree, source.data, file.path, transcript, span)
    elif source is not None:
        for code, message, element in layout_faults(source.tree, transcript, span):
            yield source.finding(code, message, element)


def _coverage(shelf: Shelf, transcript: Transcript, files: list[FileLinks]) -> Iterator[Diagnostic]:
    """The first line that is left out or stands in two files. Blank ones count: where a range was changed by a line or
    two nothing else may show it."""
    if _is_covered(transcript, files):
        return
    owners: list[FileLinks | None] = [None] * len(transcript.lines)
    for file in files:
        assert file.transcript is not None
        start, end = file.transcript.lines or (0, len(owners))
        for number in range(start, min(end, len(owners))):
            if (owner := owners[number]) is not None:
                yield _line(shelf, transcript, number, "in more than one file", (file, owner))
                return
            owners[number] = file
    if all(owner is not None for owner in owners) or not _are_whole(shelf, files):
        return  # a file that was not checked may have what lacks
    number = owners.index(None)
    before = next((each for each in reversed(owners[:number]) if each is not None), None)
    behind = next((each for each in owners[number:] if each is not None), None)
    yield _line(shelf, transcript, number, "in no file", [each for each in (before, behind) if each] or files)


def _is_covered(transcript: Transcript, files: Sequence[FileLinks]) -> bool:
    """Whether each file begins where another one ends, from the first line to the last."""
    count = len(transcript.lines)
    at = 0
    for start, end in sorted(file.transcript.lines or (0, count) for file in files if file.transcript is not None):
        if not at == start < end:
            return False
        at = end
    return at == count


def _ranges(shelf: Shelf, files: Sequence[FileLinks]) -> Iterator[Diagnostic]:
    """The same without the transcript: one file begins where another ends. The last may end anywhere."""
    placed = [(file.transcript.lines, file) for file in files if file.transcript is not None and file.transcript.lines]
    at, before = 0, None
    for (start, end), file in sorted(placed, key=lambda each: each[0]):
        if start < at or (start > at and _are_whole(shelf, list(files))):
            what = "more than one file" if start < at else "no file"
            message = f"line {min(start, at) + 1} of the transcript is in {what}"
            beside = (shelf.location(before, before.target),) if before is not None else ()
            yield shelf.finding("MC504", message, file, file.target, related=beside)
            return
        at, before = end, file


def _line(shelf: Shelf, transcript: Transcript, number: int, what: str, files: Sequence[FileLinks]) -> Diagnostic:
    """A finding about a line, in the first of the files that it may belong to; the others stand beside it."""
    message = f"line {number + 1} of {transcript.name} is {what}"
    others = tuple(shelf.location(file, file.target) for file in files[1:2])
    there = Location(transcript.name, number + 1, 1)
    return shelf.finding("MC504", message, files[0], files[0].target, related=(there, *others))
