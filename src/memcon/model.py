"""Memorandum and its parts: frozen values, which know no XML and no file.

Content is kept in printed order and every leaf is a `Text` with its place in the transcript, so that a
memorandum cannot lose, invent or move a character without the conservation proof noticing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from memcon.transcript import Span

Role = Literal["principal", "participant", "interpreter", "notetaker", "staff", "press", "operator", "unknown"]
Certainty = Literal["high", "medium", "low"]
EDITION = "#edition"
SOURCE_EDITION = "#source-edition"


# -- inline content -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Printed characters, and the offset of the first in `Transcript.printed`."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line end that the layout means (letterhead, stamp, source note), or one within a word."""

    in_word: bool = False


@dataclass(frozen=True, slots=True)
class Hyphen:
    """A printed hyphen at a line's end, within a word."""

    content: Content


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A page break; `inferred` is the certainty where it is the edition's conclusion, None where it is printed."""

    inferred: Certainty | None = None
    n: str = ""
    in_word: bool = False


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The printed call of a footnote, pointing to the note's id."""

    content: Content
    note: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Emphasis or strike-through that the source format marks."""

    rend: str
    content: Content


@dataclass(frozen=True, slots=True)
class Supplied:
    """Words the editors supplied, in their printed brackets; `resp` points to who did."""

    content: Content
    resp: str


@dataclass(frozen=True, slots=True)
class Omission:
    """A printed sign of omission: `[...]`, a free-standing `...`, `[Omitted here ...]`."""

    content: Content


@dataclass(frozen=True, slots=True)
class Sic:
    """The word that a printed `[sic]` judges."""

    content: Content


@dataclass(frozen=True, slots=True)
class Misprint:
    """Printed characters with the edition's correction beside them."""

    printed: Text
    correction: str


@dataclass(frozen=True, slots=True)
class Stage:
    """A direction about delivery (`(speaks Russian)`) or business between turns."""

    kind: Literal["delivery", "business"]
    content: Content


@dataclass(frozen=True, slots=True)
class Note:
    """A note within the text: `sic` mark, remark of the note-taker, mark of extent (`[excerpt]`)."""

    kind: Literal["editorial", "remark", "extent"]
    content: Content
    rend: str = ""
    subtype: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """Text that is not there: redacted, not heard, not legible, or a blank left to be filled. What is printed of its
    extent, and the ids of the exemptions it is withheld under; `doubtful` where it may be something else."""

    reason: Literal["redacted", "inaudible", "illegible", "blank"]
    content: Content
    unit: str = ""
    quantity: str = ""
    at_most: str = ""
    extent: str = ""
    categories: tuple[str, ...] = ()
    at_least: str = ""
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class PortionMark:
    """The classification of a paragraph, `(C)`; `categories` is empty where the mark cannot be read."""

    content: Content
    categories: tuple[str, ...] = ()
    struck: bool = False


FurnitureKind = Literal["classification", "pageNum", "header", "footer", "lineNum", "stamp", "noise"]


@dataclass(frozen=True, slots=True)
class Furniture:
    """Page furniture where it stands; `struck` where the source format strikes it through. A banner has the terms of
    classification and handling that it names."""

    kind: FurnitureKind
    content: Content
    place: Literal["top", "bottom", ""] = ""
    struck: bool = False
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DateMention:
    """A printed date with its ISO form (empty where it does not exist in the calendar)."""

    content: Content
    when: str = ""


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A printed time or range of times, `hh:mm:ss`."""

    content: Content
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A printed place."""

    content: Content


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A printed name of a person of this memorandum."""

    content: Content
    person: str


@dataclass(frozen=True, slots=True)
class NameList:
    """Printed participants, one entry per line."""

    entries: tuple[Content, ...]


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote where it is printed, which may be amid a paragraph: its label, number and id, and whether it is the
    source note, with the terms of classification that it states."""

    label: Content
    n: str
    identifier: str
    paragraphs: tuple[Content, ...]
    is_source: bool = False
    categories: tuple[str, ...] = ()


Inline = (
    Text | LineBreak | Hyphen | PageBreak | NoteMark | Emphasis | Supplied | Omission | Sic | Misprint | Stage | Note
    | Gap | PortionMark | Furniture | DateMention | TimeMention | PlaceMention | PersonMention | NameList | Footnote
)  # fmt: skip
Content = tuple[Inline, ...]


# -- blocks ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, page breaks and furniture that interrupt it included."""

    content: Content


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One entry of a list: the printed bullet, number or field name, and what follows it."""

    label: Content
    content: Content


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list; kind "fields" for the SUBJECT / PARTICIPANTS block."""

    kind: Literal["bulleted", "ordered", "fields"]
    entries: tuple[ListEntry, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted document or statement in paragraphs of its own."""

    paragraphs: tuple[Content, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """An inline feature that stands between blocks: furniture, an omission, a page break, a stage direction."""

    item: Inline


@dataclass(frozen=True, slots=True)
class Heading:
    """A printed heading; date, time and place inside it where they stand on the title's own line."""

    content: Content


@dataclass(frozen=True, slots=True)
class Dateline:
    """A line that gives date, time or place."""

    content: Content


@dataclass(frozen=True, slots=True)
class Trailer:
    """A closing line such as `-- End of Conversation --`; a closer where it says when the conversation ended."""

    content: Content
    kind: Literal["trailer", "closer"] = "trailer"


@dataclass(frozen=True, slots=True)
class SourceNoteBlock:
    """A printed source note, in one or more paragraphs, with the terms of classification that it states."""

    paragraphs: tuple[Content, ...]
    rend: str = ""
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """A speaker's turn: the label as printed, and who speaks: nobody where unresolved, several for a joint one."""

    label: Content
    persons: tuple[str, ...]
    directions: tuple[Stage, ...]
    blocks: tuple[TurnBlock, ...]


TurnBlock = Paragraph | ItemList | Quotation | Apart
Block = TurnBlock | Heading | Dateline | Trailer | SourceNoteBlock | Footnote | Turn


@dataclass(frozen=True, slots=True)
class Division:
    """A division of the front matter."""

    kind: Literal["letterhead", "masthead", "metadata", "coverSheet"]
    blocks: tuple[Block, ...]


# -- facts for the header -------------------------------------------------------------------------


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
