"""The transcript: decoded text in which every printed character keeps its place in the source.

`Transcript.printed` is the source without the source format's own mark-up. Everything after the readers
counts in offsets of `printed`; `Transcript.location` leads back to the line and column of the source.

Two counts of lines, which are one for plain text and Markdown:
- `Transcript.lines` are the lines of the printed text, numbered from 1 without gaps (`lines[n].number == n + 1`).
  What names lines names these: the ranges `#line=` in the TEI, the decisions in edition.toml.
- `Transcript.location` is a place in the source file, as an editor of text shows it: source line and column. In a
  format whose lines are not those of the print (HTML), the two differ.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, count
from typing import NamedTuple, overload

from memcon.diagnostics import Diagnostic, Location, window
from memcon.rules import rule

# What XML 1.0 (section 2.2, production Char) excludes, less the white space that becomes a line or page break.
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FORBIDDEN_BYTES = bytes((*range(0x09), *range(0x0E, 0x20)))
# The names that Unicode gives them as aliases (NameAliases.txt): unicodedata has no way to ask for these.
_CONTROLS = (
    "NULL", "START OF HEADING", "START OF TEXT", "END OF TEXT", "END OF TRANSMISSION", "ENQUIRY", "ACKNOWLEDGE",
    "ALERT", "BACKSPACE", "", "", "", "", "", "SHIFT OUT", "SHIFT IN", "DATA LINK ESCAPE", "DEVICE CONTROL ONE",
    "DEVICE CONTROL TWO", "DEVICE CONTROL THREE", "DEVICE CONTROL FOUR", "NEGATIVE ACKNOWLEDGE", "SYNCHRONOUS IDLE",
    "END OF TRANSMISSION BLOCK", "CANCEL", "END OF MEDIUM", "SUBSTITUTE", "ESCAPE", "INFORMATION SEPARATOR FOUR",
    "INFORMATION SEPARATOR THREE", "INFORMATION SEPARATOR TWO", "INFORMATION SEPARATOR ONE",
)  # fmt: skip
_LINE_END = re.compile(r"\r\n|\n|\r")


class Span(NamedTuple):
    """A stretch of characters: start inclusive, end exclusive, in code points."""

    start: int
    end: int


class Style(NamedTuple):
    """A run of emphasis or strike-through that the source format marks."""

    span: Span
    rend: str


class Line(NamedTuple):
    """One line of the printed text, without its line end. `heading` is the level of a heading, else 0."""

    number: int
    span: Span
    heading: int = 0


_KEPT = 20_000  # lines


class Lines(Sequence[Line]):
    """The lines of a text, from its first character on, held in arrays: a Line by itself takes two hundred bytes,
    and a file may be little else than line ends."""

    __slots__ = ("_made", "ends", "headings", "starts")

    def __init__(self, lines: Iterable[tuple[int, int, int]]) -> None:
        """From the start, the end and the level of heading of each line."""
        self.starts, self.ends, self.headings = array("q"), array("q"), bytearray()
        self._made: tuple[Line, ...] = ()
        for start, end, heading in lines:
            self.starts.append(start)
            self.ends.append(end)
            self.headings.append(heading)

    @classmethod
    def of(cls, starts: array[int], ends: array[int], headings: bytearray) -> Lines:
        """From all starts, all ends and all levels of heading."""
        made = cls(())
        made.starts, made.ends, made.headings = starts, ends, headings
        return made

    def __len__(self) -> int:
        return len(self.ends)

    def __iter__(self) -> Iterator[Line]:
        """One line after the other; those of an ordinary transcript are made once and kept."""
        if not self._made and len(self) <= _KEPT:
            self._made = tuple(self._each())
        return iter(self._made) if self._made else self._each()

    def _each(self) -> Iterator[Line]:
        yield from map(Line, count(1), map(Span, self.starts, self.ends), self.headings)

    def bounds(self) -> Iterator[tuple[int, int, int]]:
        """The start, the end and the level of heading of each line, as numbers alone."""
        return zip(self.starts, self.ends, self.headings, strict=True)

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Line]: ...
    def __getitem__(self, at: int | slice) -> Line | Sequence[Line]:
        if self._made:
            return self._made[at]
        if isinstance(at, slice):
            return tuple(self[n] for n in range(*at.indices(len(self))))
        start, end, heading = self.starts[at], self.ends[at], self.headings[at]
        return Line(at % len(self) + 1, Span(start, end), heading)


class Breaks(NamedTuple):
    """Where print and source drift apart: from each offset of `printed` on, up to the next, the characters stand in
    the source from the offset of the same number in `source` on. Both are in ascending order."""

    printed: array[int]
    source: array[int]

    @classmethod
    def of(cls, pairs: Iterable[tuple[int, int]]) -> Breaks:
        """From pairs of offsets; of several at one printed offset the last one counts."""
        made = cls(array("q"), array("q"))
        for printed, source in pairs:
            if made.printed and made.printed[-1] == printed:
                made.source[-1] = source
            else:
                made.printed.append(printed)
                made.source.append(source)
        return made


class Markup(NamedTuple):
    """Characters of the source that are its format's mark-up, not print. Offsets count in the source."""

    span: Span
    kind: str


class LeftOut(NamedTuple):
    """What a reader leaves out on purpose (a menu, a script): how often, and how many characters, white space aside."""

    name: str
    times: int
    characters: int


def is_space(character: str) -> bool:
    """Unicode White_Space. (`str.isspace` also takes the separators U+001C to U+001F, which XML forbids.)"""
    return character.isspace() and not "\x1c" <= character <= "\x1f"


PRINTED = re.compile(r"[\S\x1c-\x1f]+")  # a run of characters that are no white space, as `is_space` says


_ASCII = bytes(range(128))
_ASCII_SPACE = bytes(n for n in _ASCII if chr(n).isspace())
_WIDE_SPACE = tuple(chr(n).encode() for n in range(128, 0x3001) if chr(n).isspace())


def squeezed_bytes(text: str) -> bytes:
    """The text without white space, in UTF-8: much quicker than to split it into words. (The separators U+001C to
    U+001F, which count as white space here too, are in no XML and in no transcript.)"""
    data = text.encode("utf-8", "surrogatepass")
    wide = data.translate(None, _ASCII) if len(data) > len(text) else b""
    data = data.translate(None, _ASCII_SPACE)
    for space in _WIDE_SPACE if wide else ():
        if space in wide:  # few characters, and in UTF-8 no character is a part of another
            data = data.replace(space, b"")
    return data


def line_bounds(text: str) -> tuple[array[int], array[int]]:
    """Where the lines of a text begin, and where they end; nothing behind a final line end is a line."""
    if "\r" in text:
        starts, ends = array("q", (0,)), array("q")
        for end in _LINE_END.finditer(text):
            ends.append(end.start())
            starts.append(end.end())
    else:
        ends = array("q", _line_ends(text))
        starts = array("q", (0,))
        starts.extend(end + 1 for end in ends)
    if starts[-1] < len(text) or not ends:
        ends.append(len(text))
    return starts[: len(ends)], ends


def _line_ends(text: str) -> Iterator[int]:
    at = text.find("\n")
    while at >= 0:
        yield at
        at = text.find("\n", at + 1)


def forbidden(text: str) -> int:
    """The offset of the first character that XML cannot carry; -1 where there is none, which its bytes tell soonest."""
    if _is_allowed(text):
        return -1
    found = _FORBIDDEN.search(text)
    return found.start() if found else -1


def _is_allowed(text: str) -> bool:
    try:
        data = text.encode()
    except UnicodeEncodeError:  # a surrogate
        return False
    return len(data.translate(None, _FORBIDDEN_BYTES)) == len(data) and "\ufffe" not in text and "\uffff" not in text


def character_name(character: str) -> str:
    """The code point and the name of a character that XML forbids: `U+0008 BACKSPACE`."""
    number = ord(character)
    if number < len(_CONTROLS):
        return f"U+{number:04X} {_CONTROLS[number]}"
    return f"U+{number:04X}, a {'surrogate' if number < 0xE000 else 'noncharacter'}"


@dataclass(frozen=True)
class Transcript:
    """A transcript as a reader delivers it.

    `breaks` maps offsets of `printed` to offsets of `source` (mark-up removed in between makes the two drift apart).
    Every line of `printed` ends with a line feed, whatever it ends with in `source`.
    A reader may set white space between printed characters that is not in the source; all else in `printed` stands in
    it, or is what a character reference stands for. `front_matter` is where metadata stand before the text, in
    `printed`; `source_lines` where the lines of `source` stand, if the reader knows; `items` where those of
    ordered lists begin whose numbers are drawn and not printed, each with its number; `terms` where
    terms begin that a list explains, or under which it says who speaks.
    """

    name: str
    sha256: str
    source: str
    printed: str
    lines: Lines
    styles: tuple[Style, ...] = ()
    markup: tuple[Markup, ...] = ()
    breaks: Breaks = field(default_factory=lambda: Breaks.of(((0, 0),)))
    left_out: tuple[LeftOut, ...] = ()
    front_matter: Span | None = None
    source_lines: Lines | None = None
    items: tuple[tuple[int, int], ...] = ()
    terms: frozenset[int] = frozenset()

    @cached_property
    def _style_starts(self) -> tuple[int, ...]:
        return tuple(style.span.start for style in self.styles)

    @cached_property
    def _style_reach(self) -> tuple[int, ...]:
        """For each style the furthest end among it and those before it."""
        return tuple(accumulate((style.span.end for style in self.styles), max))

    def lines_in(self, span: Span) -> Sequence[Line]:
        """The lines that begin in a span."""
        return self.lines[bisect_left(self.lines.starts, span.start) : bisect_left(self.lines.starts, span.end)]

    def source_offset(self, offset: int) -> int:
        """The offset in `source` of the printed character at `offset`."""
        at = max(bisect_right(self.breaks.printed, offset) - 1, 0)
        return self.breaks.source[at] + offset - self.breaks.printed[at]

    def line_at(self, offset: int) -> Line:
        """The line on which the printed character at `offset` stands."""
        return self.lines[max(bisect_right(self.lines.starts, offset) - 1, 0)]

    @cached_property
    def _source_lines(self) -> Lines:
        """Where each line stands in `source`, mark-up included; nothing behind a final line end is a line."""
        if self.source_lines:
            return self.source_lines
        starts, ends = line_bounds(self.source)
        return Lines.of(starts, ends, bytearray(len(ends)))

    def source_line(self, offset: int) -> int:
        """The line of the source, from 1, in which the printed character at `offset` stands."""
        return max(bisect_right(self._source_lines.starts, self.source_offset(offset)), 1)

    def location(self, offset: int) -> Location:
        """Line and column in the source, both from 1, of the printed character at `offset`."""
        number = self.source_line(offset)
        return Location(self.name, number, self.source_offset(offset) - self._source_lines.starts[number - 1] + 1)

    def diagnostic(self, code: str, message: str, span: Span, hint: str = "") -> Diagnostic:
        """A diagnostic about the printed characters of `span`, with the source line as its excerpt."""
        place = self.location(span.start)
        bounds = self._source_lines[place.line - 1].span
        end = min(self.source_offset(max(span.end - 1, span.start)) + 1, bounds.end)
        width = max(end - bounds.start - place.column + 1, 1)
        excerpt, column = window(self.source[bounds.start : bounds.end], place.column)
        return Diagnostic(rule(code), message, place, hint, excerpt, width, excerpt_column=column)

    def text(self, span: Span) -> str:
        """The printed characters of a span."""
        return self.printed[span.start : span.end]

    def styles_in(self, span: Span) -> tuple[Style, ...]:
        """The style runs that touch the span, clipped to it. Runs may nest but do not overlap otherwise."""
        if not self.styles:
            return ()
        last = bisect_right(self._style_starts, span.end)
        first = last
        while first and self._style_reach[first - 1] > span.start:
            first -= 1
        if first == last:
            return ()
        found: list[Style] = []
        for style in self.styles[first:last]:
            (start, end), rend = style
            if span.start <= start < end <= span.end:  # most are whole
                found.append(style)
            elif (begin := max(start, span.start)) < (stop := min(end, span.end)):
                found.append(Style(Span(begin, stop), rend))
        return tuple(found)

    def strip(self, span: Span) -> Span:
        """The span without white space at its edges."""
        first, last = span
        if first == last or (first < last and not (self.printed[first].isspace() or self.printed[last - 1].isspace())):
            return span
        text = self.text(span)
        start = span.start + len(text) - len(text.lstrip())
        return Span(start, max(start, span.start + len(text.rstrip())))

    def line_spans(self, span: Span) -> Iterator[Span]:
        """The lines of a span, each stripped of white space; blank ones are left out."""
        first = max(bisect_right(self.lines.starts, span.start) - 1, 0)
        for at in range(first, len(self.lines)):
            line = self.lines[at]
            if line.span.start >= span.end:
                return
            part = self.strip(Span(max(line.span.start, span.start), min(line.span.end, span.end)))
            if part.start < part.end:
                yield part
