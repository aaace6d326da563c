"""Writing files so that nothing is half-written and no edited file is lost."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path, PurePosixPath

from memcon.conversion import Document
from memcon.diagnostics import Diagnostic, Location
from memcon.fidelity import reference
from memcon.rules import rule
from memcon.tei.parsing import parse_tei
from memcon.tei.serialising import is_pristine


def write_aside(path: Path, data: bytes) -> Diagnostic | None:
    """Write a file aside and rename it when it is complete; MC106 where that fails, with nothing changed."""
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with aside.open("wb") as stream:
            stream.write(data)
        aside.replace(path)
    except OSError as error:
        with suppress(OSError):
            aside.unlink()
        return Diagnostic(rule("MC106"), f"cannot be written: {error.strerror or error}", Location(str(path)))
    return None


def write_document(document: Document, folder: Path, replace_edited: bool = False) -> Diagnostic | None:
    """Write a document as IDENTIFIER.xml. An existing file is replaced only where it is as it was generated, from
    the same transcript; MC107 and MC303 otherwise."""
    path = folder / f"{document.identifier}.xml"
    try:
        before = path.read_bytes()
    except FileNotFoundError:
        return write_aside(path, document.data)
    except OSError as error:
        return Diagnostic(rule("MC106"), f"cannot be written: {error.strerror or error}", Location(str(path)))
    if before == document.data:
        return None
    refused = None if replace_edited else _refusal(before, path, document)
    return refused or write_aside(path, document.data)


def _refusal(before: bytes, path: Path, document: Document) -> Diagnostic | None:
    tree = parse_tei(before, str(path)).value
    if tree is None or not is_pristine(tree):
        message = "the file is not as it was generated; it is left alone"
        hint = "--replace-edited replaces it; the edits are lost then"
        return Diagnostic(rule("MC107"), message, Location(str(path), 1, 1), hint)
    named = reference(tree)
    if named is None or PurePosixPath(named.path).name != PurePosixPath(document.transcript.replace("\\", "/")).name:
        message = (
            f"{document.identifier!r} is the identifier of a memorandum from {named.path if named else '?'} already"
        )
        hint = "give one of them another identifier under [[memorandum]] in edition.toml"
        return Diagnostic(rule("MC303"), message, Location(document.transcript, document.lines[0] + 1, 1), hint)
    return None
