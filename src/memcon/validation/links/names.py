"""Names of files: each is of one file alone; and dates that one file takes over from another."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.diagnostics import Diagnostic, Location
from memcon.validation.links.facts import FileLinks, Spot
from memcon.validation.links.shelf import Shelf


def doubled(shelf: Shelf) -> Iterator[Diagnostic]:
    """MC586 for an idno or xml:id of a file that another one has."""
    for of in ("idno", "identifier"):
        owners: dict[str, str] = {}
        for path, brief in shelf.briefs.items():
            name: str = getattr(brief, of)
            owner = owners.setdefault(name, path)
            if name and owner != path:
                what, other = "idno" if of == "idno" else "xml:id", shelf.files[owner].path
                message = f"the {what} {name!r} is that of {other}"
                yield shelf.finding("MC586", message, shelf.files[path], Spot(), related=(Location(other, 1, 1),))


def inherited(shelf: Shelf) -> Iterator[Diagnostic]:
    """MC556 for a date that is taken over from a file with another one, or round in a ring."""
    for path, brief in shelf.briefs.items():
        if not brief.printed or not brief.inherits:
            continue
        file = shelf.files[path]
        before = shelf.named(file, file.inherits)
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
