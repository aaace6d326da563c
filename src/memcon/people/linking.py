"""From a person of a document to the person of the authority file, by the document's own pointers."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from memcon.converters.persons.identities import find
from memcon.converters.words.names import read_name
from memcon.model import Authority, AuthorityName
from memcon.people.records import Document, Listed, Mention


@dataclass(frozen=True, slots=True)
class Register:
    """The authority file: its path and its persons; both empty where there is none."""

    path: str = ""
    authority: Authority = field(default_factory=Authority)

    def linked(self, document: Document, pointer: str) -> str:
        """The id that a pointer of a document names in the authority file, whether it is there or not; empty where the
        pointer leads elsewhere."""
        file, _, identifier = pointer.partition("#")
        if not (file and identifier and self.path) or "://" in file:
            return ""
        target = Path(document.path).parent / unquote(file)
        same = os.path.realpath(target) == os.path.realpath(self.path)
        moved = target.name == Path(self.path).name and not os.path.lexists(target)
        return identifier if same or moved else ""

    def person(self, document: Document, listed: Listed) -> AuthorityName | None:
        """The person of the authority file that a listed person is said to be with @sameAs."""
        return self.authority.by_identifier(self.linked(document, listed.same_as)) if listed.same_as else None

    def named_like(self, listed: Listed) -> AuthorityName | None:
        """The one person of the authority file who bears the name of a listed person, as `convert` finds him."""
        exact = find(self.authority, read_name(listed.name))
        return exact if exact is not None and _bears(exact, listed.name) else None


def _bears(person: AuthorityName, name: str) -> bool:
    return any(name.casefold() == each.casefold() for each in person.names)


def mentions_of(document: Document, identifier: str, register: Register) -> Iterator[tuple[Mention, bool]]:
    """Every mention of a person of the authority file in a document, and whether it is by one person alone (a joint
    label is not). Without an authority file the id is that of the document's own header."""
    local = {listed.identifier for listed in document.persons if _is(document, listed, identifier, register)}
    for mention in document.mentions:
        hits = [t for t in mention.targets if t[1:] in local or register.linked(document, t) == identifier]
        if hits:
            yield mention, len(mention.targets) == 1


def listed_as(document: Document, identifier: str, register: Register) -> tuple[Listed, ...]:
    """The entries of a document's header that are that person."""
    return tuple(listed for listed in document.persons if _is(document, listed, identifier, register))


def _is(document: Document, listed: Listed, identifier: str, register: Register) -> bool:
    """By @sameAs where there is one. A person without it is who the header says; where there is an authority file, he
    must bear a name of that person as well, for an id alone may be somebody else's."""
    if listed.same_as and (linked := register.linked(document, listed.same_as)):
        return linked == identifier
    if not register.path:
        return listed.identifier == identifier
    found = register.named_like(listed)
    return found is not None and found.identifier == identifier
