"""Where a page ends and the next begins, as content: its furniture, its break, and the paragraph that goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from memcon.converters.lines.furniture import FurnitureFound, categories
from memcon.converters.lines.inlines import Reading
from memcon.converters.pages.paragraphs import Para
from memcon.model import Certainty, Furniture, FurnitureKind, Hyphen, Inline, PageBreak, Text

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


def feeds(reading: Reading, before: Para, after: Para) -> list[PageBreak]:
    """A form feed between two paragraphs is a page break that the transcript itself prints."""
    count = reading.transcript.printed.count("\f", before.span.end, after.span.start)
    return [PageBreak()] * count if count else []


def in_word(before: str, after: str) -> bool:
    """Whether a page break between these texts divides a word with a hyphen."""
    return re.search(r"[^\W\d_]-\Z", before) is not None and after[:1].islower()


def bridged(last: Inline, text: str, after: Para, loose: Sequence[Inline], certainty: Certainty) -> list[Inline]:
    """The end of a paragraph that a page break cut (`text` is how it reads, `last` its last item) and what stands
    before the rest of it: furniture, and the break itself, which is concluded where no form feed prints it. A hyphen
    that divides a word is told apart where furniture follows it."""
    divided = in_word(text, after.text)
    breaks = [] if any(isinstance(item, PageBreak) for item in loose) else [PageBreak(certainty, in_word=divided)]
    if not divided:
        gap = Text("\n", after.span.start)
        return [last, gap, *loose, *breaks, gap]
    turned = [replace(item, in_word=True) if isinstance(item, PageBreak) else item for item in loose]
    return [*(_hyphenated(last) if loose else (last,)), *turned, *breaks]


def _hyphenated(last: Inline) -> tuple[Inline, ...]:
    """An item that ends with a hyphen, the hyphen told apart."""
    if not isinstance(last, Text) or not last.text.endswith("-"):
        return (last,)
    end = last.start + len(last.text) - 1
    return Text(last.text[:-1], last.start), Hyphen((Text("-", end),))
