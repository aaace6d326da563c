"""Links between files: pointers into the authority file and to other memoranda, people, transcripts and their lines.

Works on what each file says of itself (`FileLinks`), so that memory stays flat over many files; a file is read again
only where something is found in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from memcon.diagnostics import Diagnostic
from memcon.resources import Outside
from memcon.validation.links.editions import Editions, siblings
from memcon.validation.links.facts import FileLinks, Link, Spot
from memcon.validation.links.gathering import gathered, links_of
from memcon.validation.links.leftovers import Leftovers
from memcon.validation.links.names import doubled, inherited
from memcon.validation.links.packing import Packed, Unpacked, packed, unpacked
from memcon.validation.links.paths import normal
from memcon.validation.links.people import People
from memcon.validation.links.pointing import pointers
from memcon.validation.links.remade import Remake, altered
from memcon.validation.links.shelf import Settled, Shelf
from memcon.validation.links.transcripts import transcript_faults
from memcon.validation.links.variants import variants

__all__ = [
    "FileLinks", "Link", "Packed", "Remake", "Settled", "Spot", "check_links", "check_packed", "gathered", "links_of",
    "packed", "unpacked",
]  # fmt: skip


def check_links(files: Iterable[FileLinks], settled: Settled | None = None) -> Iterator[Diagnostic]:
    """All that is found between files. `settled` remembers the transcripts in whose proof nothing was found."""
    there = {normal(file.path): file for file in files}
    return _found(Shelf(there, ((path, file.brief) for path, file in there.items()), settled))


def check_packed(
    files: Sequence[Packed], settled: Settled | None, outside: Outside, remake: Remake | None = None
) -> Iterator[Diagnostic]:
    """The same of links that are packed; what else is looked at is noted in `outside`. What was edited is held against
    what `remake` makes of the transcript, where it is given."""
    there = Unpacked(files)
    return _found(Shelf(there, there.briefs(), settled, outside), remake)


def _found(shelf: Shelf, remake: Remake | None = None) -> Iterator[Diagnostic]:
    """What all rules find. Each file is opened once, with the others that were made from its transcript."""
    people, editions, beside = People(shelf), Editions(shelf), Leftovers(shelf)
    yield from doubled(shelf)
    for transcript, files in shelf.groups():
        beside.note(transcript, files)
        for file in files:
            yield from pointers(shelf, file)
            yield from inherited(shelf, file)
            yield from people.of(file)
            yield from editions.of(file)
        if transcript:
            yield from transcript_faults(shelf, transcript, files)
            yield from siblings(shelf, files)
            yield from editions.between(transcript, files)
            if remake is not None:
                yield from altered(shelf, transcript, files, remake)
    yield from people.unused()
    yield from variants(shelf)
    yield from editions.in_the_end()
    yield from beside.found()
