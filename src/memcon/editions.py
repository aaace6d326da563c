"""Loading an edition: edition.toml and the authority file it names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from memcon.decisions import Edition, read_edition
from memcon.diagnostics import Diagnostic, Location, Outcome
from memcon.model import Authority
from memcon.resources import read_input, read_linked, reason
from memcon.rules import rule
from memcon.settings import Settings
from memcon.tei.authority import read_authority

_BEGIN = (
    "leave persons out of edition.toml until there are TEI files; memcon people --propose and --apply make the "
    "authority file from them"
)


def load_edition(path: Path, out: Path | None = None) -> Outcome[Settings]:
    """The settings that edition.toml states. `out` is the folder TEI files will be written to (default: that of
    edition.toml), from which they point to the authority file. Refuses with MC105, MC901 or MC903."""
    try:
        read = read_edition(read_input(path), str(path))
    except OSError as error:
        return Outcome(None, (_unreadable(path, error),))
    if read.value is None:
        return Outcome(None, read.diagnostics)
    edition = read.value
    if not edition.metadata.persons:
        return Outcome(Settings(edition, Authority()))
    persons = path.parent / edition.metadata.persons
    link = quote(Path(os.path.relpath(persons, out or path.parent)).as_posix())
    try:
        authority = read_authority(read_linked(persons), str(persons), link)
    except FileNotFoundError as error:
        return Outcome(None, (_unreadable(persons, error, _BEGIN),))
    except OSError as error:
        return Outcome(None, (_unreadable(persons, error),))
    if authority.value is None:
        return Outcome(None, authority.diagnostics)
    return Outcome(Settings(edition, authority.value), tuple(_unknown(edition, authority.value)))


def _unknown(edition: Edition, authority: Authority) -> Iterator[Diagnostic]:
    """MC904 for each person that a decision names and the authority file does not have."""
    for label in edition.labels:
        if label.person and authority.by_identifier(label.person) is None:
            yield _stranger(edition, label.at, label.person)
    for memorandum in edition.memoranda:
        for person in memorandum.principals:
            if authority.by_identifier(person) is None:
                yield _stranger(edition, memorandum.at, person)


def _stranger(edition: Edition, line: int, person: str) -> Diagnostic:
    message = f"{person!r} is nobody of the authority file"
    return Diagnostic(rule("MC904"), message, Location(edition.path, line, 1), "add the person to persons.xml first")


def _unreadable(path: Path, error: OSError, hint: str = "") -> Diagnostic:
    return Diagnostic(rule("MC105"), f"cannot be read: {reason(error)}", Location(str(path)), hint)
