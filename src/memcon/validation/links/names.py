"""Names of files: each is of one file alone; and dates that one file takes over from another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from memcon.diagnostics import Diagnostic, Location
from memcon.validation.links.facts import FileLinks, Spot
from memcon.validation.links.shelf import Shelf


def doubled(shelf: Shelf) -> Iterator[Diagnostic]:
    """MC586 for an idno or xml:id of a file that another one has."""
    for paths in shelf.register.of_one_idno():
        yield from _doubled(shelf, "idno", [(file, file.idno) for file in map(shelf.files.__getitem__, paths)])
    for paths in shelf.register.of_one_identifier():
        yield from _doubled(shelf, "xml:id", [(file, file.identifier) for file in map(shelf.files.__getitem__, paths)])


def _doubled(shelf: Shelf, what: str, named: Sequence[tuple[FileLinks, str]]) -> Iterator[Diagnostic]:
    owners: dict[str, str] = {}
    for file, name in named:
        other = owners.setdefault(name, file.path)
        if name and other != file.path:
            message = f"the {what} {name!r} is that of {other}"
            yield shelf.finding("MC586", message, file, Spot(), related=(Location(other, 1, 1),))


def inherited(shelf: Shelf, file: FileLinks) -> Iterator[Diagnostic]:
    """MC556 for a date that is taken over from a file with another one, or round in a ring."""
    before = shelf.named(file, file.inherits) if file.print and file.inherits else None
    if before is None:
        return
    if before.date != file.date:
        message = f"{file.inherits} is dated {before.date or 'nothing'}, and this file {file.date}"
        yield shelf.finding("MC556", message, file, file.dated)
    elif _is_ring(shelf, file):
        yield shelf.finding("MC556", "this date leads back to itself", file, file.dated)


def _is_ring(shelf: Shelf, start: FileLinks) -> bool:
    met = {start.path}
    file: FileLinks | None = start
    while file is not None and file.inherits:
        file = shelf.named(file, file.inherits)
        if file is not None and file.path in met:
            return True
        if file is not None:
            met.add(file.path)
    return False
