"""Memorandum and its parts: frozen values, which know no XML and no file.

Content is kept in printed order and every leaf is a `Text` with its place in the transcript, so that a
memorandum cannot lose, invent or move a character without the conservation proof noticing.

What is asked for is loaded then: who reads a header needs none of the blocks and marks.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from memcon.model.blocks import (
        Apart,
        Block,
        Dateline,
        Division,
        Heading,
        ItemList,
        ListEntry,
        Paragraph,
        Quotation,
        SourceNoteBlock,
        Trailer,
        Turn,
        TurnBlock,
    )
    from memcon.model.facts import (
        Authority,
        AuthorityName,
        Custody,
        Facts,
        Memorandum,
        Moment,
        Person,
        Publication,
        Role,
        Shelfmark,
        SourceStatement,
    )
    from memcon.model.inline import (
        Certainty,
        Content,
        DateMention,
        Emphasis,
        Footnote,
        Furniture,
        FurnitureKind,
        Gap,
        Hyphen,
        Inline,
        LineBreak,
        Misprint,
        NameList,
        Note,
        NoteMark,
        Omission,
        PageBreak,
        PersonMention,
        PlaceMention,
        PortionMark,
        Sic,
        Stage,
        Supplied,
        Text,
        TimeMention,
    )

EDITION = "#edition"
SOURCE_EDITION = "#source-edition"

__all__ = [
    "EDITION",
    "SOURCE_EDITION",
    "Apart",
    "Authority",
    "AuthorityName",
    "Block",
    "Certainty",
    "Content",
    "Custody",
    "DateMention",
    "Dateline",
    "Division",
    "Emphasis",
    "Facts",
    "Footnote",
    "Furniture",
    "FurnitureKind",
    "Gap",
    "Heading",
    "Hyphen",
    "Inline",
    "ItemList",
    "LineBreak",
    "ListEntry",
    "Memorandum",
    "Misprint",
    "Moment",
    "NameList",
    "Note",
    "NoteMark",
    "Omission",
    "PageBreak",
    "Paragraph",
    "Person",
    "PersonMention",
    "PlaceMention",
    "PortionMark",
    "Publication",
    "Quotation",
    "Role",
    "Shelfmark",
    "Sic",
    "SourceNoteBlock",
    "SourceStatement",
    "Stage",
    "Supplied",
    "Text",
    "TimeMention",
    "Trailer",
    "Turn",
    "TurnBlock",
]


def __getattr__(name: str) -> Any:
    for room in ("facts", "inline", "blocks") if name in __all__ else ():
        found = getattr(import_module(f"{__name__}.{room}"), name, None)
        if found is not None:
            globals()[name] = found
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
