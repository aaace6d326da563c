"""Paragraphs, lists, turns and the other blocks of a memorandum, and its divisions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from memcon.model.inline import Content, Footnote, Inline, Stage


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
