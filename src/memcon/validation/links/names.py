"""Names of files: each is of one file alone; and dates that one file takes over from another."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.diagnostics import Diagnostic, Location
from memcon.validation.links.facts import FileLinks, Spot
from memcon.validation.links.shelf import Shelf


def doubled(shelf: Shelf) -> Iterator[Diagnostic]:
    """MC586 for an idno or xml:id of a file that another one has."""
    for of in ("idno", "identifier"):
        owners: dict[str, FileLinks] = {}
        for file in shelf.files.values():
            name: str = getattr(file, of)
            owner = owners.setdefault(name, file)
            if name and owner is not file:
                what = "idno" if of == "idno" else "xml:id"
                message = f"the {what} {name!r} is that of {owner.path}"
                yield shelf.finding("MC586", message, file, Spot(), related=(Location(owner.path, 1, 1),))


def inherited(shelf: Shelf) -> Iterator[Diagnostic]:
    """MC556 for a date that is taken over from a file with another one, or round in a ring."""
    for file in shelf.memoranda:
        before = shelf.named(file, file.inherits) if file.inherits else None
        if before is None:
            continue
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
