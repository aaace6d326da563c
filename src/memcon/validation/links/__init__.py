"""Links between files: pointers into the authority file and to other memoranda, people, transcripts and their lines.

Works on what each file says of itself (`FileLinks`), so that memory stays flat over many files; a file is read again
only where something is found in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from memcon.diagnostics import Diagnostic
from memcon.resources import Outside
from memcon.validation.links.editions import against_editions
from memcon.validation.links.facts import FileLinks, Link, Spot
from memcon.validation.links.gathering import gathered, links_of
from memcon.validation.links.names import doubled, inherited
from memcon.validation.links.packing import Unpacked, packed, unpacked
from memcon.validation.links.people import people
from memcon.validation.links.pointing import pointers
from memcon.validation.links.shelf import Settled, Shelf, normal
from memcon.validation.links.transcripts import transcripts
from memcon.validation.links.variants import variants

__all__ = [
    "FileLinks", "Link", "Settled", "Spot", "check_links", "check_packed", "gathered", "links_of", "packed", "unpacked",
]  # fmt: skip

_RULES: tuple[Callable[[Shelf], Iterator[Diagnostic]], ...] = (
    pointers,
    doubled,
    inherited,
    people,
    variants,
    transcripts,
    against_editions,
)


def check_links(files: Iterable[FileLinks], settled: Settled | None = None) -> Iterator[Diagnostic]:
    """All that is found between files: each rule looks at all of them. `settled` remembers the transcripts in whose
    proof nothing was found."""
    return _found(Shelf({normal(file.path): file for file in files}, settled))


def check_packed(files: Mapping[str, str], settled: Settled | None, outside: Outside) -> Iterator[Diagnostic]:
    """The same of links that are packed, by the paths of their files; what else is looked at is noted in `outside`."""
    return _found(Shelf(Unpacked({normal(path): (path, text) for path, text in files.items()}), settled, outside))


def _found(shelf: Shelf) -> Iterator[Diagnostic]:
    for rule in _RULES:
        yield from rule(shelf)
