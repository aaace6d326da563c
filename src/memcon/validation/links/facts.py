"""What one TEI file says of others, and of itself where others must agree: small values, fit to be kept and sent."""

from __future__ import annotations

from typing import NamedTuple

from memcon.fidelity import TranscriptReference


class Spot(NamedTuple):
    """A place in a file: the number of the element in document order (0 for the first), its line, and the attribute
    that is meant."""

    element: int = 0
    line: int = 1
    attribute: str = ""


_WHOLE = Spot()


class Link(NamedTuple):
    """A pointer to another file: attribute, target as written, the number and the line of the element that has it, and,
    for a person of the header, the name and the office there."""

    attribute: str
    target: str
    element: int
    line: int
    name: str = ""
    office: str = ""

    @property
    def spot(self) -> Spot:
        """Where it stands."""
        return Spot(self.element, self.line, self.attribute)


class Office(NamedTuple):
    """An office and the days between which it was held; empty where they are not known."""

    name: str
    since: str = ""
    until: str = ""


class Listed(NamedTuple):
    """A person of an authority file: id, names (that by which he is called first), offices with their days, where the
    entry stands, and when he lived."""

    identifier: str
    names: tuple[str, ...]
    offices: tuple[Office, ...]
    spot: Spot
    born: str = ""
    died: str = ""


class Statement(NamedTuple):
    """Something that the header says and an edition, or other files, say too: what, its value, and where it stands, as
    a `Spot` has it (a flat record is read several times quicker)."""

    of: str
    value: str
    element: int = 0
    line: int = 1
    attribute: str = ""

    @property
    def spot(self) -> Spot:
        """Where it stands."""
        return Spot(self.element, self.line, self.attribute)


class Brief(NamedTuple):
    """What is asked of every file before any is opened: whether it has a text, and whether it lists people, its names,
    and the transcript as it is named."""

    printed: bool
    lists: bool
    idno: str
    identifier: str
    transcript: str


class FileLinks(NamedTuple):
    """What one TEI file says of other files.

    `print` is the digest of what it prints, white space aside, and `encoded` that of the whole file; both are empty
    where there is no text. It is `pristine` where it was not edited since it was generated. `inherits` is the file that
    the date is taken over from. `unlinked` are the persons who point to no authority file.
    """

    path: str
    identifiers: frozenset[str]
    links: tuple[Link, ...]
    transcript: TranscriptReference | None
    print: str = ""
    target: Spot = _WHOLE
    digest: Spot = _WHOLE
    date: str = ""
    inherits: str = ""
    dated: Spot = _WHOLE
    identifier: str = ""
    idno: str = ""
    listed: tuple[Listed, ...] = ()
    statements: tuple[Statement, ...] = ()
    encoded: str = ""
    pristine: bool = False
    unlinked: tuple[Statement, ...] = ()

    @property
    def brief(self) -> Brief:
        """What is asked of it first."""
        transcript = self.transcript.path if self.transcript is not None else ""
        return Brief(bool(self.print), bool(self.listed), self.idno, self.identifier, transcript)
