"""What a line of a memorandum holds: words, and the features within them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Certainty = Literal["high", "medium", "low"]


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
