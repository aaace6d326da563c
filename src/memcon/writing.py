"""Writing files so that nothing is half-written and no edited file is lost."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING

from memcon.diagnostics import Diagnostic, Location
from memcon.fidelity import TranscriptReference, reference
from memcon.resources import read_linked, reason
from memcon.rules import rule
from memcon.tei.parsing import parse_tei
from memcon.tei.serialising import is_pristine

if TYPE_CHECKING:
    from memcon.conversion import Document  # takes long to load, and most that is written is no document of it


def write_aside(path: Path, data: bytes) -> Diagnostic | None:
    """Write a file aside and rename it when it is complete; MC106 where that fails, with nothing changed.

    A symbolic link is followed, and a file that is replaced keeps its permissions.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(Path(os.path.realpath(path)), data)
    except OSError as error:
        return _unwritten(path, error)
    return None


def _replace(path: Path, data: bytes) -> None:
    """The file aside has a short name of its own, which no other process or thread has: one made from a long name could
    be too long."""
    aside = path.with_name(f".memcon.{os.getpid()}.{get_ident()}.part")
    try:
        with aside.open("wb") as stream:
            stream.write(data)
        with suppress(FileNotFoundError):
            aside.chmod(stat.S_IMODE(path.stat().st_mode))
        aside.replace(path)
    finally:  # an interrupted run leaves nothing behind either
        aside.unlink(missing_ok=True)


def write_document(document: Document, folder: Path, replace_edited: bool = False) -> Diagnostic | None:
    """Write a document as IDENTIFIER.xml. An existing file is replaced only where it is as it was generated, from
    the same transcript; MC107 and MC303 otherwise."""
    path = folder / f"{document.identifier}.xml"
    try:
        before = read_linked(path)
    except FileNotFoundError:
        return write_aside(path, document.data)
    except OSError as error:
        return _unwritten(path, error)
    if before == document.data:
        return None
    refused = None if replace_edited else _refusal(before, path, document)
    return refused or write_aside(path, document.data)


def _unwritten(path: Path, error: OSError) -> Diagnostic:
    return Diagnostic(rule("MC106"), f"cannot be written: {reason(error)}", Location(str(path)))


def _refusal(before: bytes, path: Path, document: Document) -> Diagnostic | None:
    tree = parse_tei(before, str(path)).value
    if tree is None or not is_pristine(tree):
        message = "the file is not as it was generated; it is left alone"
        hint = "--replace-edited replaces it; the edits are lost then"
        return Diagnostic(rule("MC107"), message, Location(str(path), 1, 1), hint)
    named = reference(tree)
    if named is None or not _same_transcript(named, path, document):
        message = (
            f"{document.identifier!r} is the identifier of a memorandum from {named.path if named else '?'} already"
        )
        hint = "give one of them another identifier under [[memorandum]] in edition.toml"
        return Diagnostic(rule("MC303"), message, document.place, hint)
    return None


def _same_transcript(named: TranscriptReference, path: Path, document: Document) -> bool:
    """Whether a generated file is from the document's transcript: from that path, or from one of that name that
    was moved since."""
    before, now = path.parent / named.path, Path(document.place.path)
    if os.path.realpath(before) == os.path.realpath(now) or named.path == document.place.path:
        return True
    return Path(named.path).name == now.name and not before.is_file()
