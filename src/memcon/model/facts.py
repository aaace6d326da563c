"""The facts of a memorandum that its header states, the memorandum as a whole, and the people an edition knows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from memcon.model.blocks import Block, Division
    from memcon.transcript import Span

Role = Literal["principal", "participant", "interpreter", "notetaker", "staff", "press", "operator", "unknown"]


@dataclass(frozen=True, slots=True)
class Moment:
    """When the talk took place: ISO date, times `hh:mm:ss` and an offset, each only where it is known.

    `inherited`: the date is that of the memorandum before; `decided`: an editor's; `told_in`: the id of a note."""

    date: str = ""
    start: str = ""
    end: str = ""
    offset: str = ""
    inherited: bool = False
    decided: bool = False
    told_in: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of this memorandum by xml:id and names; `authority` is whether the authority file has the person,
    `attendance` what is printed of late arrival or early leave, `present` from and until when (`hh:mm:ss`)."""

    identifier: str
    name: str
    role: Role
    office: str = ""
    authority: bool = False
    variants: tuple[str, ...] = ()
    attendance: str = ""
    present: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Shelfmark:
    """Where the document is kept, as the source note says: parts in printed order, each of a known kind."""

    repository: str = ""
    settlement: str = ""
    parts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Publication:
    """An earlier publication, as the source note names it."""

    author: str
    title: str
    place: str = ""
    publisher: str = ""
    date: str = ""
    volume: str = ""
    pages: str = ""


@dataclass(frozen=True, slots=True)
class SourceStatement:
    """What one source note says."""

    shelfmark: Shelfmark
    publication: Publication | None = None
    translators: tuple[str, ...] = ()
    edition: str = ""


@dataclass(frozen=True, slots=True)
class Custody:
    """Classification, declassification or release, as it stands on the document: its date, who answers for it, the
    numbers of the appeal and of the release, and the terms of classification that it names."""

    kind: Literal["classification", "declassification", "release"]
    text: str
    when: str = ""
    authority: str = ""
    appeal: str = ""
    number: str = ""
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What the header says; empty where nothing is printed or decided."""

    title: str = ""
    title_decided: bool = False
    subject: str = ""
    moment: Moment = field(default_factory=Moment)
    number: str = ""
    place: str = ""
    place_decided: bool = False
    locale: str = ""
    medium: Literal["in-person", "telephone", "teletype", ""] = ""
    persons: tuple[Person, ...] = ()
    featured: tuple[str, ...] = ()
    sources: tuple[SourceStatement, ...] = ()
    translators: tuple[str, ...] = ()
    source_edition: str = ""
    custody: tuple[Custody, ...] = ()
    classification: tuple[str, ...] = ()
    excerpt: bool = False
    original_language: str = ""


@dataclass(frozen=True, slots=True)
class Memorandum:
    """One memorandum of conversation, and the stretch of the transcript that it encodes: `span`, and `lines`, which are
    counted between lines from 0, as RFC 5147 does: (0, 50) are lines 1 to 50."""

    transcript: str
    lines: tuple[int, int]
    span: Span
    facts: Facts
    front: tuple[Division, ...]
    body: tuple[Block, ...]
    back: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class AuthorityName:
    """A person of the authority file: the id, the names and variants, the preferred one first."""

    identifier: str
    names: tuple[str, ...]

    @property
    def preferred(self) -> str:
        """The name by which the authority lists the person."""
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Authority:
    """The authority file as the converters need it. `link` is its address relative to the TEI files."""

    persons: tuple[AuthorityName, ...] = ()
    link: str = ""

    def by_identifier(self, identifier: str) -> AuthorityName | None:
        """The person of that id."""
        return next((p for p in self.persons if p.identifier == identifier), None)
