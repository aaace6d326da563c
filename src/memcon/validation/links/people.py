"""People of the headers against the authority file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from memcon.converters.words.names import words_of
from memcon.diagnostics import Diagnostic
from memcon.validation.lifespans import Lifespan, is_after
from memcon.validation.links.facts import FileLinks, Link, Listed, Office
from memcon.validation.links.paths import folder
from memcon.validation.links.shelf import Shelf
from memcon.validation.printing import folded

_PRESENT = ("sameAs", "who")  # whoever is pointed to by one of these takes part; others are spoken of


class People:
    """The people of some headers, one file after the other, and in the end those whom nobody named."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._used: dict[str, set[str]] = {}
        self._listed: dict[str, Mapping[str, Listed]] = {}

    def of(self, file: FileLinks) -> Iterator[Diagnostic]:
        """MC587 for a person who points to somebody of another name, or to nobody and could, MC558 for an office that
        was not held on the day, MC310 for somebody who was not alive then."""
        for link in file.links if file.print else ():
            name, _, identifier = link.target.partition("#")
            authority = self._shelf.named(file, name) if identifier else None
            listed = self._of(authority).get(identifier) if authority is not None else None
            if authority is None or listed is None:
                continue
            self._used.setdefault(authority.path, set()).add(identifier)
            if link.name:
                yield from _named(self._shelf, file, link, listed)
                yield from _held(self._shelf, file, link, listed)
            if link.attribute in _PRESENT and file.date:
                yield from _lived(self._shelf, file, link, listed)
        if file.print:
            yield from _unlinked(self._shelf, file)

    def _of(self, authority: FileLinks) -> Mapping[str, Listed]:
        """The people of a file by their ids, of which the first counts."""
        if authority.path not in self._listed:
            self._listed[authority.path] = {each.identifier: each for each in reversed(authority.listed)}
        return self._listed[authority.path]

    def unused(self) -> Iterator[Diagnostic]:
        """MC588 for somebody of an authority file whom none of the files names."""
        for file in self._shelf.authorities if self._shelf.register.has_memoranda else ():
            if self._shelf.is_whole(folder(file)):
                yield from _unused(self._shelf, file, self._used.get(file.path, set()))


def _named(shelf: Shelf, file: FileLinks, link: Link, listed: Listed) -> Iterator[Diagnostic]:
    if folded(link.name) not in map(folded, listed.names):
        message = (
            f"{link.name!r} points to {listed.identifier}, who is {listed.names[0] if listed.names else 'nobody'!r}"
        )
        yield shelf.finding("MC587", message, file, link.spot)
    elif link.name not in listed.names or _is_less(link.name, listed.names[0]):
        message = f"{link.name!r} is not all of the name, or not to the letter: it is {listed.names[0]!r}"
        yield shelf.finding("MC587", message, file, link.spot)


def _held(shelf: Shelf, file: FileLinks, link: Link, listed: Listed) -> Iterator[Diagnostic]:
    """The office of the header, where the authority file has just that one with its days, and else any of them."""
    terms = [office for office in listed.offices if office.since or office.until]
    terms = [office for office in terms if folded(office.name) == folded(link.office)] or terms
    if terms and file.date and not any(_covers(office, file.date) for office in terms):
        office = terms[0]
        message = f"{listed.names[0]} was {office.name} from {office.since or '?'} to {office.until or '?'}"
        yield shelf.finding("MC558", f"{message}, and the talk is of {file.date}", file, link.spot)


def _lived(shelf: Shelf, file: FileLinks, link: Link, listed: Listed) -> Iterator[Diagnostic]:
    if message := Lifespan(listed.born, listed.died).excludes(file.date):
        name = listed.names[0] if listed.names else listed.identifier
        yield shelf.finding("MC310", f"{name} {message}, and the talk is of {file.date}", file, link.spot)


def _unlinked(shelf: Shelf, file: FileLinks) -> Iterator[Diagnostic]:
    """Whoever does not point to the authority file, and is in it under the very name."""
    if not file.unlinked:
        return
    named = [shelf.named(file, link.target) for link in file.links if link.attribute == "sameAs"]
    beside = [each for each in shelf.authorities if folder(each) == folder(file)]
    listed = (each for other in (*named, *beside) if other is not None for each in other.listed)
    people = {each.identifier: each for each in listed if each.names}
    known = {each.names[0]: each.identifier for each in people.values()}
    for said in file.unlinked:
        if said.of == "label":
            if len(meant := [each for each in people.values() if folded(said.value) in map(folded, each.names)]) == 1:
                message = f"{said.value!r} is {meant[0].identifier} of the authority file, and the turn is nobody's"
                yield shelf.finding("MC587", message, file, said.spot)
        elif said.value in known:
            message = f"{said.value!r} is {known[said.value]} of the authority file, and does not point there"
            yield shelf.finding("MC587", message, file, said.spot)


def _is_less(name: str, whole: str) -> bool:
    """Whether a name lacks a given name of another one, or has but an initial of it."""
    given, meant = words_of(name), words_of(whole)
    return len(given) < len(meant) or (
        len(given) == len(meant)
        and sum(map(len, given)) < sum(map(len, meant))
        and any(len(word) == 1 < len(other) for word, other in zip(given, meant, strict=True))
    )


def _covers(office: Office, day: str) -> bool:
    return not is_after(office.since, day) and not is_after(day, office.until)


def _unused(shelf: Shelf, authority: FileLinks, used: set[str]) -> Iterator[Diagnostic]:
    for each in authority.listed:
        if each.identifier not in used:
            yield shelf.finding("MC588", f"no file that was checked names {each.identifier}", authority, each.spot)
