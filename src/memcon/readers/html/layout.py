"""The pieces of a page -> printed text: paragraphs apart by blank lines, white space collapsed, nothing added.

White space is collapsed as CSS Text 3, section 4.1 has it, kept in `pre`. Bullets, list numbers and quotation marks
that a browser would draw are not in the file, and so not print.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from memcon.readers.html.elements import RENDS
from memcon.readers.html.tree import CELL, COLLAPSED, LINE, NONE, PARAGRAPH, SPACE, Element, Page, Piece
from memcon.transcript import Breaks, Lines, Span, Style

_SEPARATORS = {NONE: "", SPACE: " ", CELL: "\t", LINE: "\n", PARAGRAPH: "\n\n"}
_STRETCH = re.compile(f"[^{COLLAPSED}]++(?:[{COLLAPSED}][^{COLLAPSED}]++)*+")
_LINE_END = re.compile(r"\r\n|\n|\r")
_BLANKS = str.maketrans("\t\n\v\f\r", "     ")


@dataclass(slots=True)
class Printed:
    """Printed text while it grows. `breaks` is that of a Transcript; `headings` are levels by line, from 0;
    `items` where items of ordered lists begin, with their numbers, and `due` is the number of one that begins next;
    `terms` where terms of lists of them begin, and `term` is whether one does next."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    breaks: Breaks = field(default_factory=lambda: Breaks.of(()))
    styles: list[Style] = field(default_factory=list)
    headings: dict[int, int] = field(default_factory=dict)
    items: list[tuple[int, int]] = field(default_factory=list)
    terms: list[int] = field(default_factory=list)
    due: int = 0
    term: bool = False
    line: int = 0
    _open: list[tuple[int, int]] = field(default_factory=list)

    def add(self, text: str, source: int, gap: int, styles: int, heading: int) -> None:
        """Text that stands at `source`, behind a separator."""
        self._end_runs(styles if gap < PARAGRAPH else 0)
        separator = _SEPARATORS[gap] if self.length else ""
        self.parts += (separator, text)
        self.length += len(separator)
        self.line += separator.count("\n")
        if heading:
            self.headings[self.line] = heading
        printed, sources = self.breaks
        if not printed or self.length - printed[-1] != source - sources[-1]:
            printed.append(self.length)
            sources.append(source)
        if self.due:
            self.items.append((self.length, self.due))
            self.due = 0
        if self.term:
            self.terms.append(self.length)
            self.term = False
        running = sum(bit for bit, _ in self._open)
        self._open += ((bit, self.length) for bit in RENDS if bit & styles & ~running)
        self.length += len(text)

    def _end_runs(self, styles: int) -> None:
        """End the runs that are not among these styles, and those that were opened within them: runs nest."""
        keep = next((at for at, (bit, _) in enumerate(self._open) if not styles & bit), len(self._open))
        while len(self._open) > keep:
            bit, start = self._open.pop()
            self.styles.append(Style(Span(start, self.length), RENDS[bit]))

    def finish(self) -> tuple[str, Lines, tuple[Style, ...]]:
        """The text, its lines and its style runs, in order."""
        self._end_runs(0)
        text = "".join(self.parts)
        styles = sorted(self.styles, key=lambda style: (style.span.start, -style.span.end))
        return text, Lines(self._lines(text)), tuple(styles)

    def _lines(self, text: str) -> Iterator[tuple[int, int, int]]:
        start = number = 0
        while (end := text.find("\n", start)) >= 0:
            yield start, end, self.headings.get(number, 0)
            start, number = end + 1, number + 1
        yield start, len(text), self.headings.get(number, 0)


def lay_out(page: Page, source: str) -> Printed:
    """Print the pieces that are not left out."""
    printed = Printed()
    gap = NONE
    item = 0
    for piece in page.pieces:
        element = page.elements[piece.element]
        gap = max(gap, _gap(page, piece))
        if element.out or element.muted:
            continue
        if element.item > item:
            item = element.item
            printed.due = page.elements[item].number
        printed.term = printed.term or (element.name == "dt" and gap >= PARAGRAPH)
        if piece.text:
            gap = _reference(printed, piece, gap, element)
        elif element.preformatted:
            gap = _preformatted(printed, source, piece, gap, element.heading)
        else:
            gap = _collapsed(printed, source, piece, gap, element.heading)
    return printed


def _gap(page: Page, piece: Piece) -> int:
    """What separates a piece from the one before: cells of a row that is lay-out stand apart."""
    row = page.elements[piece.element].row
    return PARAGRAPH if piece.gap == CELL and row and page.elements[row].laid_out else piece.gap


def _reference(printed: Printed, piece: Piece, gap: int, element: Element) -> int:
    """What a character reference stands for, each character at the reference."""
    for character in piece.text:
        if character in COLLAPSED:
            gap = max(gap, LINE if character == "\n" and element.preformatted else SPACE)
            continue
        printed.add(character, piece.start, gap, piece.styles, element.heading)
        gap = NONE
    return gap


def _collapsed(printed: Printed, source: str, piece: Piece, gap: int, heading: int) -> int:
    """Words with one blank between them. Returns the separator that is due."""
    at = piece.start
    for stretch in _STRETCH.finditer(source, piece.start, piece.end):
        if stretch.start() > at:
            gap = max(gap, SPACE)
        printed.add(stretch.group().translate(_BLANKS), stretch.start(), gap, piece.styles, heading)
        gap, at = NONE, stretch.end()
    return max(gap, SPACE) if at < piece.end else gap


def _preformatted(printed: Printed, source: str, piece: Piece, gap: int, heading: int) -> int:
    """Lines with all of their white space."""
    for number, (start, end) in enumerate(_lines(source, piece)):
        if number:
            gap = LINE if gap < LINE else PARAGRAPH
        text = source[start:end].rstrip()
        if text.strip():
            printed.add(text, start, gap, piece.styles, heading)
            gap = SPACE if len(text) < end - start else NONE
        elif start < end:
            gap = max(gap, SPACE)
    return gap


def _lines(source: str, piece: Piece) -> Iterable[tuple[int, int]]:
    start = piece.start
    for end in _LINE_END.finditer(source, piece.start, piece.end):
        yield start, end.start()
        start = end.end()
    yield start, piece.end
