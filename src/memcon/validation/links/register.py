"""What has to be at hand of every file, however many there are: a few bytes of each."""

from __future__ import annotations

import posixpath
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, groupby

from memcon.validation.links.facts import Brief
from memcon.validation.links.paths import normal


class Register:
    """Files by their normal paths. Of their names and transcripts hashes are kept: what is alike by them is nearly
    always the same, and is looked at."""

    def __init__(self, briefs: Iterable[tuple[str, Brief]]) -> None:
        """From the normal paths and what is asked of each file."""
        self._paths: list[str] = []
        self._printed, self._lists = bytearray(), bytearray()
        self._idnos, self._identifiers, self._transcripts = array("q"), array("q"), array("q")
        for path, brief in briefs:
            made_from = _beside(path, brief.transcript) if brief.printed and brief.transcript else ""
            self._paths.append(path)
            self._printed.append(brief.printed)
            self._lists.append(brief.lists)
            self._idnos.append(hash(brief.idno))
            self._identifiers.append(hash(brief.identifier))
            self._transcripts.append(hash(made_from))

    @property
    def authorities(self) -> Iterator[str]:
        """The files that list people."""
        return compress(self._paths, self._lists)

    @property
    def has_memoranda(self) -> bool:
        """Whether any file has a text."""
        return any(self._printed)

    def of_one_idno(self) -> Iterator[list[str]]:
        """Each two or more files that have, by all appearance, one idno."""
        return (self._named(some) for some in _alike(self._idnos) if len(some) > 1)

    def of_one_identifier(self) -> Iterator[list[str]]:
        """Each two or more files that have, by all appearance, one xml:id."""
        return (self._named(some) for some in _alike(self._identifiers) if len(some) > 1)

    def groups(self) -> Iterator[list[str]]:
        """All files, together those that were made, by all appearance, from one transcript."""
        return map(self._named, _alike(self._transcripts))

    def _named(self, numbers: Sequence[int]) -> list[str]:
        return [self._paths[number] for number in numbers]


def _alike(keys: array[int]) -> list[tuple[int, ...]]:
    """The numbers of equal keys together, in the order of the first of each; those that have none are alone."""
    none = hash("")
    found: list[tuple[int, ...]] = []
    for key, equal in groupby(sorted(range(len(keys)), key=keys.__getitem__), keys.__getitem__):
        numbers = tuple(equal)
        found += zip(numbers) if key == none else [numbers]
    return sorted(found)


def _beside(path: str, name: str) -> str:
    return normal(posixpath.join(posixpath.dirname(path), name))
