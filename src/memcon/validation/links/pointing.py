"""Pointers to other files."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.diagnostics import Diagnostic
from memcon.validation.links.facts import FileLinks
from memcon.validation.links.shelf import Shelf


def pointers(shelf: Shelf, file: FileLinks) -> Iterator[Diagnostic]:
    """MC503 for a pointer to a file or an id that is not there."""
    for link in file.links:
        name, _, identifier = link.target.partition("#")
        named = shelf.named(file, name)
        if named is None:
            message = f"@{link.attribute} points to {name}, which is not there"
            yield shelf.finding("MC503", message, file, link.spot)
        elif identifier and identifier not in named.identifiers:
            message = f"@{link.attribute}: {name} has no xml:id {identifier!r}"
            yield shelf.finding("MC503", message, file, link.spot)
