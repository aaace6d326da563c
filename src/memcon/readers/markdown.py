"""Text with or without Markdown -> Transcript: the mark-up is taken out, every other character is print.

Only emphasis (`*`, `_`), strike-through (`~~`) and ATX headings (`#`) count as mark-up, by the rules of
CommonMark 0.31 (sections 4.2 and 6.2) and GFM (6.5), paragraph by paragraph. Three departures keep print safe:
runs of four or more marks are rules or blanks to be filled, a single tilde means "about", and code spans do
not exist (a back-tick is a quotation mark in many transcripts). There is no mark-up in front matter.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from heapq import merge

from memcon.readers.frontmatter import front_matter
from memcon.readers.limits import FREE
from memcon.transcript import Breaks, Lines, Markup, Span, Style, Transcript, line_bounds

_HEADING = re.compile(r"[ ]{0,3}(#{1,6}[ \t]+)(?=\S)")
_HEADINGS = re.compile(r"(?:\A|[\r\n])[ ]{0,3}#{1,6}[ \t]")
_CLOSING = re.compile(r"(?<![ \t])[ \t]+#+[ \t]*\Z")
_RUN = re.compile(r"\\[*_~#\\]|\*\**|__*|~~*")  # each begins with one character: so `re` looks for these, and is quick
_REND_MARKS = ("*", "_", "~")
_LONGEST_RUN = 3
_REND = {1: "italic", 2: "bold"}


@dataclass(slots=True)
class _Delimiter:
    """A run of `*`, `_` or `~` that may open or close emphasis; `start` and `count` shrink as it is used."""

    mark: str
    start: int
    count: int
    opens: bool
    closes: bool
    length: int


def read_markdown(source: str, name: str, sha256: str) -> Transcript:
    """Take the mark-up out of decoded text. `sha256` is that of the bytes."""
    front = front_matter(source)
    body = front.end if front else 0
    lines = _lines(source, body)
    markup: list[Markup] = []
    styles: list[Style] = []
    for start, end, heading in lines.bounds() if any(lines.headings) else ():
        if heading:
            markup += _heading_marks(source, start, end)
    for start, end in _paragraphs(source, lines, body):
        _emphasis(source, start, end, markup, styles)
    markup.sort()
    return replace(_without(source, name, sha256, lines, tuple(markup), styles), front_matter=front)


def most_marks(source: str) -> int:
    """How many marks of emphasis, strike-through and headings there are at most; quick to tell."""
    return len(source) if len(source) <= FREE else sum(map(source.count, "*_~#"))


def count_marks(source: str) -> int:
    """How many marks of emphasis, strike-through and headings there may be, counted and not kept."""
    return sum(1 for _ in _delimiters(source, 0, len(source))) + sum(1 for _ in _HEADINGS.finditer(source))


def _lines(source: str, body: int) -> Lines:
    """The lines, the one behind a final line end not counted; headings from `body` on."""
    starts, ends = line_bounds(source)
    headings = bytearray(len(ends))
    first = source.find("#", body)
    for number in range(bisect_left(ends, first) if first >= 0 else len(ends), len(ends)):
        if starts[number] >= body and (heading := _HEADING.match(source, starts[number], ends[number])):
            headings[number] = len(heading.group(1).rstrip())
    return Lines.of(starts, ends, headings)


def _heading_marks(source: str, start: int, end: int) -> Iterator[Markup]:
    text = source[start:end]
    opening = _HEADING.match(text)
    assert opening is not None
    yield Markup(Span(start + opening.start(1), start + opening.end(1)), "heading")
    if closing := _CLOSING.search(text, opening.end()):
        yield Markup(Span(start + closing.start(), start + closing.end()), "heading")


def _paragraphs(source: str, lines: Lines, body: int) -> Iterator[tuple[int, int]]:
    """Stretches within which emphasis may open and close: lines up to a blank one, headings by themselves. Only those
    with a mark of it are told; most have none."""
    end = body
    for at in merge(*(_places(mark, source, body) for mark in _REND_MARKS)):
        if at >= end:
            start, end = _around(at, source, lines, body)
            yield start, end


def _places(mark: str, source: str, start: int) -> Iterator[int]:
    at = source.find(mark, start)
    while at >= 0:
        yield at
        at = source.find(mark, at + 1)


def _around(at: int, source: str, lines: Lines, body: int) -> tuple[int, int]:
    """The start and the end of the lines with that in which a mark stands."""

    def goes_on(number: int) -> bool:
        start = lines.starts[number]
        return start >= body and not lines.headings[number] and source[start : lines.ends[number]].strip() != ""

    first = last = bisect_right(lines.starts, at) - 1
    if not lines.headings[first]:
        while first and goes_on(first - 1):
            first -= 1
        while last + 1 < len(lines) and goes_on(last + 1):
            last += 1
    return lines.starts[first], lines.ends[last]


def _emphasis(source: str, start: int, end: int, markup: list[Markup], styles: list[Style]) -> None:
    """The CommonMark procedure "process emphasis" over one paragraph: linear, thanks to the bottoms."""
    openers: list[_Delimiter] = []
    bottoms: dict[tuple[str, bool, int], int] = {}
    for closer in _delimiters(source, start, end):
        while closer.closes and closer.count:
            kind = (closer.mark, closer.opens, closer.length % 3)
            at = _opener(openers, closer, bottoms.get(kind, 0))
            if at is None:
                bottoms[kind] = len(openers)
                break
            _pair(openers[at], closer, markup, styles)
            del openers[at + (openers[at].count > 0) :]
            for key, bottom in bottoms.items():
                bottoms[key] = min(bottom, len(openers))
        if closer.opens and closer.count:
            openers.append(closer)


def _opener(openers: list[_Delimiter], closer: _Delimiter, bottom: int) -> int | None:
    """The nearest opener that fits (CommonMark's rule of three included)."""
    for at in range(len(openers) - 1, bottom - 1, -1):
        opener = openers[at]
        if opener.mark != closer.mark or (closer.mark == "~" and opener.count != closer.count):
            continue
        both = opener.closes or closer.opens
        if both and (opener.length + closer.length) % 3 == 0 and (opener.length % 3 or closer.length % 3):
            continue
        return at
    return None


def _pair(opener: _Delimiter, closer: _Delimiter, markup: list[Markup], styles: list[Style]) -> None:
    used = 2 if opener.count >= 2 and closer.count >= 2 else 1
    left = Span(opener.start + opener.count - used, opener.start + opener.count)
    right = Span(closer.start, closer.start + used)
    rend = "strikethrough" if opener.mark == "~" else _REND[used]
    markup += [Markup(left, rend), Markup(right, rend)]
    styles.append(Style(Span(left.end, right.start), rend))
    opener.count -= used
    closer.start, closer.count = closer.start + used, closer.count - used


def _delimiters(source: str, start: int, end: int) -> Iterator[_Delimiter]:
    if not _has_mark(source, start, end):
        return  # as most paragraphs: much quicker to see than by the pattern
    for match in _RUN.finditer(source, start, end):
        mark, count = match.group()[0], len(match.group())
        if mark == "\\" or count > _LONGEST_RUN or (mark == "~" and count != 2):
            continue
        before = _flank(source[match.start() - 1]) if match.start() > start else " "
        after = _flank(source[match.end()]) if match.end() < end else " "
        left = after != " " and (not after or before != "")
        right = before != " " and (not before or after != "")
        if mark == "_":
            opens, closes = left and (not right or before == "P"), right and (not left or after == "P")
        else:
            opens, closes = left, right
        if opens or closes:
            yield _Delimiter(mark, match.start(), count, opens, closes, count)


def _has_mark(source: str, start: int, end: int) -> bool:
    """Whether there is any mark of emphasis or strike-through."""
    return any(source.find(mark, start, end) >= 0 for mark in _REND_MARKS)


@lru_cache(maxsize=1024)
def _flank(character: str) -> str:
    """What stands beside a run of marks: a blank for white space, P for punctuation and symbols, else nothing."""
    if character.isspace():
        return " "
    return "P" if unicodedata.category(character)[0] in "PS" else ""


def _without(
    source: str, name: str, sha256: str, lines: Lines, markup: tuple[Markup, ...], styles: list[Style]
) -> Transcript:
    """Cut the mark-up out, and translate lines and styles into offsets of what remains."""
    breaks = Breaks.of(_breaks(markup))
    bounds = (0, *(offset for span, _ in markup for offset in span), len(source))
    printed = _line_ends("".join(source[bounds[at] : bounds[at + 1]] for at in range(0, len(bounds), 2)))
    shift = _Shift(breaks)
    return Transcript(
        name, sha256, source, printed,
        shift.lines(lines) if markup else lines,
        tuple(sorted((Style(shift.span(s.span), s.rend) for s in styles), key=lambda s: (s.span.start, -s.span.end))),
        markup, breaks, source_lines=lines,
    )  # fmt: skip


def _line_ends(text: str) -> str:
    """The text with every line ended as all passes expect it, and no character more or less."""
    return text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text


def _breaks(markup: tuple[Markup, ...]) -> Iterator[tuple[int, int]]:
    """Behind each piece of mark-up: the printed offset, and that in the source."""
    removed = 0
    yield 0, 0
    for (start, end), _ in markup:
        removed += end - start
        yield end - removed, end


@dataclass(frozen=True, slots=True)
class _Shift:
    """From offsets of the source to offsets of the print."""

    breaks: Breaks

    def lines(self, lines: Lines) -> Lines:
        """The same lines. A line end is no mark-up: the next line begins as far behind it as in the source."""
        ends, starts = self._all(lines.ends), array("q", (0,))
        starts.extend(end + begun - was for end, begun, was in zip(ends, lines.starts[1:], lines.ends, strict=False))
        return Lines.of(starts, ends, lines.headings)

    def _all(self, offsets: array[int]) -> array[int]:
        """The same for many offsets that are in order: between two breaks all are shifted alike, and those in mark-up
        to where it was taken out."""
        printed, source = self.breaks
        first = bisect_left(offsets, source[0])  # what is less is in mark-up at the very beginning
        moved = array("q", bytes(first * array("q").itemsize))
        for at, start in enumerate(source):
            goes_on = at + 1 < len(source)
            last = bisect_left(offsets, source[at + 1], first) if goes_on else len(offsets)
            if first < last:
                shift, most = printed[at] - start, printed[at + 1] if goes_on else offsets[-1]
                within = bisect_right(offsets, most - shift, first, last)
                moved.extend([each + shift for each in offsets[first:within]])
                moved.extend([most] * (last - within))
                first = last
        return moved

    def span(self, span: Span) -> Span:
        return Span(self._offset(span.start), self._offset(span.end))

    def _offset(self, source: int) -> int:
        at = bisect_right(self.breaks.source, source) - 1
        if at < 0:  # in mark-up at the very beginning
            return 0
        printed = self.breaks.printed[at] + source - self.breaks.source[at]
        return min(printed, self.breaks.printed[at + 1]) if at + 1 < len(self.breaks.printed) else printed
