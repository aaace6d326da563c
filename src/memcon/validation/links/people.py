"""People of the headers against the authority file."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.diagnostics import Diagnostic
from memcon.validation.links.facts import FileLinks, Link, Listed, Office
from memcon.validation.links.shelf import Shelf
from memcon.validation.printing import folded


def people(shelf: Shelf) -> Iterator[Diagnostic]:
    """MC587 for a person who points to somebody of another name, MC558 for an office that was not held on the day, and
    MC588 for somebody of the authority file whom none of the files names."""
    used: dict[str, set[str]] = {}
    for file in shelf.memoranda:
        for link in file.links:
            name, _, identifier = link.target.partition("#")
            authority = shelf.named(file, name) if identifier else None
            listed = _listed(authority, identifier)
            if authority is None or listed is None:
                continue
            used.setdefault(authority.path, set()).add(identifier)
            if link.name:
                yield from _named(shelf, file, link, listed)
    for file in shelf.authorities if any(brief.printed for brief in shelf.briefs.values()) else ():
        if shelf.is_whole(file):
            yield from _unused(shelf, file, used.get(file.path, set()))


def _listed(authority: FileLinks | None, identifier: str) -> Listed | None:
    people = authority.listed if authority is not None else ()
    return next((each for each in people if each.identifier == identifier), None)


def _named(shelf: Shelf, file: FileLinks, link: Link, listed: Listed) -> Iterator[Diagnostic]:
    if folded(link.name) not in map(folded, listed.names):
        message = (
            f"{link.name!r} points to {listed.identifier}, who is {listed.names[0] if listed.names else 'nobody'!r}"
        )
        yield shelf.finding("MC587", message, file, link.spot)
    terms = [office for office in listed.offices if office.since or office.until]
    if terms and file.date and not any(_covers(office, file.date) for office in terms):
        office = terms[0]
        message = f"{listed.names[0]} was {office.name} from {office.since or '?'} to {office.until or '?'}"
        yield shelf.finding("MC558", f"{message}, and the talk is of {file.date}", file, link.spot)


def _covers(office: Office, day: str) -> bool:
    since, until = office.since, office.until
    return (not since or since <= day) and (not until or day[: len(until)] <= until)


def _unused(shelf: Shelf, authority: FileLinks, used: set[str]) -> Iterator[Diagnostic]:
    for each in authority.listed:
        if each.identifier not in used:
            yield shelf.finding("MC588", f"no file that was checked names {each.identifier}", authority, each.spot)
