"""Text with or without Markdown -> Transcript: the mark-up is taken out, every other character is print.

Only emphasis (`*`, `_`), strike-through (`~~`) and ATX headings (`#`) count as mark-up, by the rules of
CommonMark 0.31 (sections 4.2 and 6.2) and GFM (6.5), paragraph by paragraph. Three departures keep print safe:
runs of four or more marks are rules or blanks to be filled, a single tilde means "about", and code spans do
not exist (a back-tick is a quotation mark in many transcripts). There is no mark-up in front matter.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from memcon.readers.frontmatter import front_matter
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
    lines = Lines(_lines(source, body))
    markup: list[Markup] = []
    styles: list[Style] = []
    for start, end, heading in lines.bounds():
        if heading:
            markup += _heading_marks(source, start, end)
    if _has_mark(source, body, len(source)):
        for start, end in _paragraphs(source, lines, body):
            _emphasis(source, start, end, markup, styles)
    markup.sort()
    return replace(_without(source, name, sha256, lines, tuple(markup), styles), front_matter=front)


def most_marks(source: str) -> int:
    """How many marks of emphasis, strike-through and headings there are at most; quick to tell."""
    return sum(map(source.count, "*_~#"))


def count_marks(source: str) -> int:
    """How many marks of emphasis, strike-through and headings there may be, counted and not kept."""
    return sum(1 for _ in _delimiters(source, 0, len(source))) + sum(1 for _ in _HEADINGS.finditer(source))


def _lines(source: str, body: int) -> Iterator[tuple[int, int, int]]:
    """The lines, the one behind a final line end not counted; headings from `body` on."""
    first = source.find("#", body)
    headed = first if first >= 0 else len(source)  # no line that ends before it is a heading
    for start, end in line_bounds(source):
        heading = _HEADING.match(source, start, end) if start >= body and end > headed else None
        yield start, end, len(heading.group(1).rstrip()) if heading else 0


def _heading_marks(source: str, start: int, end: int) -> Iterator[Markup]:
    text = source[start:end]
    opening = _HEADING.match(text)
    assert opening is not None
    yield Markup(Span(start + opening.start(1), start + opening.end(1)), "heading")
    if closing := _CLOSING.search(text, opening.end()):
        yield Markup(Span(start + closing.start(), start + closing.end()), "heading")


def _paragraphs(source: str, lines: Lines, body: int) -> Iterator[tuple[int, int]]:
    """Stretches within which emphasis may open and close: lines up to a blank one, headings by themselves."""
    start = end = -1
    for begin, stop, heading in lines.bounds():
        if begin < body:
            continue
        if heading or not source[begin:stop].strip():
            if start >= 0:
                yield start, end
            start = -1
            if heading:
                yield begin, stop
        else:
            start, end = (begin if start < 0 else start), stop
    if start >= 0:
        yield start, end


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
        before = source[match.start() - 1] if match.start() > start else " "
        after = source[match.end()] if match.end() < end else " "
        left = not after.isspace() and (not _punctuation(after) or before.isspace() or _punctuation(before))
        right = not before.isspace() and (not _punctuation(before) or after.isspace() or _punctuation(after))
        if mark == "_":
            opens, closes = left and (not right or _punctuation(before)), right and (not left or _punctuation(after))
        else:
            opens, closes = left, right
        if opens or closes:
            yield _Delimiter(mark, match.start(), count, opens, closes, count)


def _has_mark(source: str, start: int, end: int) -> bool:
    """Whether there is any mark of emphasis or strike-through."""
    return any(source.find(mark, start, end) >= 0 for mark in _REND_MARKS)


def _punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


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
        Lines(shift.lines(lines)) if markup else lines,
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

    def lines(self, lines: Lines) -> Iterator[tuple[int, int, int]]:
        """The start, the end and the level of heading of each line."""
        starts = self._ascending(lines.starts)
        ends = self._ascending(end for _, end, _ in lines.bounds())
        return zip(starts, ends, (heading for _, _, heading in lines.bounds()), strict=True)

    def _ascending(self, offsets: Iterable[int]) -> Iterator[int]:
        """The same for many offsets that come in order."""
        printed, source = self.breaks
        at, last = 0, len(source) - 1
        for offset in offsets:
            while at < last and source[at + 1] <= offset:
                at += 1
            moved = printed[at] + offset - source[at]
            if at < last and moved > printed[at + 1]:
                moved = printed[at + 1]
            yield moved if moved > 0 else 0  # less in mark-up at the very beginning

    def span(self, span: Span) -> Span:
        return Span(self._offset(span.start), self._offset(span.end))

    def _offset(self, source: int) -> int:
        at = bisect_right(self.breaks.source, source) - 1
        if at < 0:  # in mark-up at the very beginning
            return 0
        printed = self.breaks.printed[at] + source - self.breaks.source[at]
        return min(printed, self.breaks.printed[at + 1]) if at + 1 < len(self.breaks.printed) else printed
