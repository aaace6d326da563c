"""Adding persons and names to an authority file as text: every byte that is there stays as it is.

What is added is indented like its neighbours, and has their line ends and their prefix.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape

from memcon.tei.names import TEI_NS, XML_NS

_READABLE = ("utf-8", "us-ascii", "iso-8859-1")
_DECLARED = re.compile(rb"""(?:\xef\xbb\xbf)?<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z][\w.-]*)["']""")
_NAME = re.compile(rb"<([^\s/>]+)")


@dataclass(slots=True)
class _Person:
    """Where a person stands: byte offsets of the start tag, of the first and behind the last persName, behind all."""

    start: int
    first_name: int = -1
    last_name: int = -1
    names_end: int = -1
    end: int = -1


@dataclass(slots=True)
class Places:
    """Where the persons of standOff stand, by their ids, and the last of them."""

    encoding: str
    persons: dict[str, _Person] = field(default_factory=dict)
    last: _Person | None = None


class _Walker:
    """Walks a file with expat. The end of an element is where the next event begins."""

    def __init__(self, encoding: str) -> None:
        self.places = Places(encoding)
        self.path: list[str] = []
        self.person: _Person | None = None
        self.ended = ""
        self.closing: _Person | None = None
        parser = self.parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = False
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = parser.CommentHandler = self.other
        parser.StartCdataSectionHandler = self.other
        parser.ProcessingInstructionHandler = self.other

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.settle()
        namespace, _, local = name.rpartition(" ")
        self.path.append(local if namespace == TEI_NS else "")
        at = self.parser.CurrentByteIndex
        if self.path[:2] == ["TEI", "standOff"] and self.path[-2:] == ["listPerson", "person"]:
            self.person = self.places.last = _Person(at)
            self.places.persons.setdefault(attributes.get(f"{XML_NS} id", ""), self.person)
        elif self.person is not None and self.path[-2:] == ["person", "persName"]:
            self.person.last_name = at
            self.person.first_name = at if self.person.first_name < 0 else self.person.first_name

    def end(self, _name: str) -> None:
        self.settle()
        tail = self.path[-2:]
        self.path.pop()
        if self.person is not None and tail == ["person", "persName"]:
            self.ended, self.closing = "name", self.person
        elif self.person is not None and tail == ["listPerson", "person"]:
            self.ended, self.closing, self.person = "person", self.person, None

    def other(self, *_data: object) -> None:
        self.settle()

    def settle(self) -> None:
        """Note where what ended last has its end."""
        at = self.parser.CurrentByteIndex
        if self.closing is not None and self.ended == "name":
            self.closing.names_end = at
        elif self.closing is not None:
            self.closing.end = at
        self.closing = None


def places_in(data: bytes) -> Places | None:
    """Where the persons of an authority file stand; None where the file is in an encoding that cannot be edited in
    place. The file has been parsed before, and every person has a name."""
    declared = _DECLARED.match(data)
    encoding = declared[1].decode("ascii").lower() if declared else "utf-8"
    if encoding not in _READABLE or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    walker = _Walker(encoding)
    try:
        walker.parser.Parse(data, True)
    except expat.ExpatError:
        return None
    return walker.places if walker.places.last is not None else None


def insert(
    data: bytes, places: Places, persons: Sequence[tuple[str, str]], variants: Iterable[tuple[str, str]]
) -> bytes:
    """The file with persons (id and name) behind the last one, and variants (id of a person and form) behind the names
    of theirs. A variant may belong to a person that is added."""
    new = {identifier for identifier, _ in persons}
    added: dict[int, list[bytes]] = {}
    forms: dict[str, list[str]] = {}
    for identifier, form in variants:
        if identifier in new:
            forms.setdefault(identifier, []).append(form)
        else:
            person = places.persons[identifier]
            element = _names(data, person, [form], places.encoding, variant=True)
            added.setdefault(person.names_end, []).append(element)
    assert places.last is not None
    for identifier, name in persons:
        one = _person(data, places.last, identifier, name, forms.get(identifier, []), places.encoding)
        added.setdefault(places.last.end, []).append(one)
    return _spliced(data, added)


def _spliced(data: bytes, added: dict[int, list[bytes]]) -> bytes:
    pieces, done = [], 0
    for at in sorted(added):
        pieces += [data[done:at], *added[at]]
        done = at
    return b"".join([*pieces, data[done:]])


def _person(data: bytes, model: _Person, identifier: str, name: str, forms: list[str], encoding: str) -> bytes:
    """A person like the one before it: as deeply indented, its names too."""
    tag = _tag(data, model.start)
    before = _indent(data, model.start)
    inner = _names(data, model, [name], encoding) + _names(data, model, forms, encoding, variant=True)
    start = tag[:-1] + f' xml:id="{identifier}">'.encode(encoding, "xmlcharrefreplace")
    closing = before if _indent(data, model.first_name) else b""
    return before + start + inner + closing + b"</" + tag[1:]


def _names(data: bytes, model: _Person, names: Iterable[str], encoding: str, variant: bool = False) -> bytes:
    tag = _tag(data, model.last_name)
    start = tag[:-1] + b' type="variant">' if variant else tag
    before = _indent(data, model.first_name)
    return b"".join(
        before + start + escape(name).encode(encoding, "xmlcharrefreplace") + b"</" + tag[1:] for name in names
    )


def _tag(data: bytes, at: int) -> bytes:
    """The start tag at an offset, without attributes: `<persName>`, with its prefix."""
    found = _NAME.match(data, at)
    assert found is not None
    return b"<" + found[1] + b">"


def _indent(data: bytes, at: int) -> bytes:
    """The line end and the blanks before a tag; nothing where something else stands on its line."""
    start = at
    while start and data[start - 1 : start] in (b" ", b"\t"):
        start -= 1
    if data[start - 1 : start] not in (b"\n", b"\r"):
        return b""
    end = b"\r\n" if data[start - 2 : start] == b"\r\n" else data[start - 1 : start]
    return end + data[start:at]
