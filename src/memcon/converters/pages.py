"""Where a page ends and the next begins, as content: its furniture, its break, and the paragraph that goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from memcon.converters.furniture import FurnitureFound, categories
from memcon.converters.inlines import Reading
from memcon.converters.paragraphs import Para
from memcon.model import Certainty, Furniture, FurnitureKind, Inline, PageBreak, Text

_KINDS: dict[str, FurnitureKind] = {
    "banner": "classification",
    "classification-block": "classification",
    "stamp": "stamp",
    "header": "header",
}


def furnished(
    reading: Reading, para: Para, found: FurnitureFound, place: Literal["top", "bottom", ""] = ""
) -> Iterator[Inline]:
    """A paragraph of page furniture as content."""
    if found.role == "page" or para.mark is not None:
        yield from reading.raw(para.span)
        return
    whole = found.role == "banner"
    content = reading.furniture(para.span, parted=not whole)
    yield Furniture(_KINDS.get(found.role, "pageNum"), content, place, whole and para.struck, categories(para, found))


def feeds(reading: Reading, before: Para, after: Para) -> Iterator[PageBreak]:
    """A form feed between two paragraphs is a page break that the transcript itself prints."""
    between = reading.transcript.printed[before.span.end : after.span.start]
    yield from (PageBreak() for _ in range(between.count("\f")))


def in_word(before: str, after: str) -> bool:
    """Whether a page break between these texts divides a word with a hyphen."""
    return re.search(r"[^\W\d_]-\Z", before) is not None and after[:1].islower()


def bridged(before: str, after: Para, loose: Sequence[Inline], certainty: Certainty) -> Iterator[Inline]:
    """What stands between two parts of a paragraph that a page break cut: furniture, and the break itself, which is
    concluded where no form feed prints it."""
    divided = in_word(before, after.text)
    gap = () if divided and not loose else (Text("\n", after.span.start),)
    yield from gap
    yield from loose
    if not any(isinstance(item, PageBreak) for item in loose):
        yield PageBreak(certainty, in_word=divided)
    yield from gap
