"""Lines at the top of a document in which several things stand side by side, wide gaps between them: a letterhead with
the classification at its left or the date at its right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from memcon.converters.lines.inlines import Reading
from memcon.converters.release.classification import is_level, marking
from memcon.converters.talks.datelines import When, read_dateline
from memcon.converters.talks.mentions import mentioned
from memcon.model import Content, Furniture, Inline
from memcon.transcript import Span

_CELL = re.compile(r"[^\s](?:[^\n\t ]| {1,2}(?=[^\s]))*")
_WIDE = "   "  # the narrowest gap
_BESIDE = re.compile(r"(?P<text>[^\W\d_][^\n\t\[]{2,39}?)(?: (?=\[)|(?<=[A-Z]{3}) (?=[A-Z][a-z]))")
_DAY = len("YYYY-MM-DD")


@dataclass(frozen=True, slots=True)
class Line:
    """A line as content, the terms of classification that it names, and what a cell of it says of when and where; with
    the text of that cell and where it begins."""

    content: Content
    categories: tuple[str, ...] = ()
    when: When | None = None
    text: str = ""
    start: int = 0


def has_cells(text: str) -> bool:
    """Whether a wide gap stands in a text."""
    return _WIDE in text or "\t" in text


def read_line(reading: Reading, line: Span) -> Line | None:
    """A line whose cells are more than text; None for any other."""
    text = reading.seen(line)
    cells = tuple(_cells(text))
    if len(cells) < 2:
        return None
    items: list[Inline] = []
    categories: tuple[str, ...] = ()
    found: tuple[When, str, int] | None = None
    at = line.start
    for start, end in cells:
        cell, span = text[start:end], Span(line.start + start, line.start + end)
        items += reading.raw(Span(at, span.start))
        at = span.end
        when = read_dateline(cell) if found is None else None
        if is_level(cell):
            said = marking(cell).categories
            categories += said
            items.append(Furniture("classification", reading.furniture(span), categories=said))
        elif when is not None and when.date is not None and len(when.date.iso) == _DAY:
            found = (when, cell, span.start)
            items += mentioned(reading, span, when)
        else:
            items += reading.raw(span)
    items += reading.raw(Span(at, line.end))
    if not categories and found is None:
        return None
    when, said_in, start = found if found is not None else (None, "", 0)
    return Line(tuple(items), categories, when, said_in, start)


def _cells(text: str) -> Iterator[tuple[int, int]]:
    """Where the cells of a line begin and end; a banner is one by itself in capitals before what follows it."""
    banner = _BESIDE.match(text)
    if banner is not None and is_level(banner["text"]):
        yield banner.span("text")
        yield banner.end(), len(text.rstrip())
        return
    yield from (match.span() for match in _CELL.finditer(text))
