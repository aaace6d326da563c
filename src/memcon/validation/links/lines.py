"""What edition.toml decides of labels and lines: there is such a label, or line, and the files follow."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from memcon.diagnostics import Diagnostic, Location
from memcon.readers import read
from memcon.rules import rule
from memcon.tei.names import XML_ID, tei
from memcon.transcript import Transcript
from memcon.validation.conversation import pointers, read_label
from memcon.validation.links.facts import FileLinks
from memcon.validation.links.shelf import Shelf
from memcon.validation.places import Source
from memcon.validation.printing import folded

if TYPE_CHECKING:
    from memcon.decisions import Edition, LabelDecision

BY_LINES = (".txt", ".md", ".markdown")
"""How transcripts are called of which the lines that are read are those of the source."""


def labels(shelf: Shelf, file: FileLinks, edition: Edition, met: set[LabelDecision]) -> Iterator[Diagnostic]:
    """MC589 for a turn that is by somebody else than edition.toml decides of its label, or whose label it decides to be
    none. The decisions that were met are noted in `met`."""
    name = posixpath.basename(file.transcript.path) if file.transcript is not None else ""
    decided = {folded(each.label): each for each in edition.labels if each.transcript in ("", name)}
    source = shelf.source(file.path) if decided else None
    if source is None:
        return
    persons = _persons(source)
    for speaker in source.tree.iter(tei("speaker")):
        decision, turn = decided.get(folded(read_label(speaker))), speaker.getparent()
        if decision is None or turn is None:
            continue
        met.add(decision)
        who = [persons.get(each, each) for each in pointers(turn.get("who"))]
        meant = "text" if decision.text else decision.person
        if (decision.text or decision.person) and who != [decision.person]:
            message = f"{decision.label!r} is {' and '.join(who) or 'nobody'} here, and edition.toml decides {meant!r}"
            yield source.finding("MC589", message, speaker)


def _persons(source: Source) -> dict[str, str]:
    """The ids that the persons of a header have in the authority file, by those that they have here."""
    linked = ((each.get(XML_ID, ""), each.get("sameAs", "")) for each in source.tree.iter(tei("person")))
    return {here: there.partition("#")[2] or here for here, there in linked}


def named_lines(shelf: Shelf, path: str, files: Sequence[FileLinks], edition: Edition) -> Iterator[Diagnostic]:
    """MC902 for a decision about a line of a transcript that is blank or not there, or on which no memorandum begins.
    `files` are those that were made from the transcript at that path."""
    name = posixpath.basename(path)
    begun = [(each.line, each.at) for each in edition.memoranda if each.transcript == name]
    others = [(each.line, each.at) for each in edition.joins if each.transcript == name]
    others += [(each.line, each.at) for each in edition.lines if each.transcript == name]
    if not (begun or others) or not name.endswith(BY_LINES):
        return
    try:
        transcript = read(shelf.outside.read(path), path).value
    except OSError:
        return
    if transcript is None:
        return
    printed = [at for at, line in enumerate(transcript.lines, 1) if transcript.text(line.span).strip()]
    for line, at in others:
        if line not in printed:
            yield _idle(edition, at, f"line {line} of {name} is blank, or not there")
    for line, at in begun:
        if not any(_begins(transcript, file, line, printed) for file in files):
            yield _idle(edition, at, f"no memorandum begins on line {line} of {name}")


def _begins(transcript: Transcript, file: FileLinks, line: int, printed: Sequence[int]) -> bool:
    """Whether a memorandum begins on a line: its first that is printed, or a blank one above that."""
    assert file.transcript is not None
    start, end = file.transcript.lines or (0, len(transcript.lines))
    return start < line <= next((each for each in printed if start < each <= end), end)


def _idle(edition: Edition, at: int, message: str) -> Diagnostic:
    return Diagnostic(rule("MC902"), message, Location(edition.path, at or 1, 1))
