"""Transcript -> paragraphs: what stands between blank lines, a heading or a line of page furniture being one alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from memcon.converters.classification import is_banner, names_level
from memcon.converters.marks import Marks
from memcon.converters.stamps import is_release_line, is_stamp
from memcon.transcript import Line, Span, Transcript

_INDENT = 2  # columns that make an indentation
_SEVERAL = 3
_RUNS_ON = 30  # characters of a line in capitals that may go on in the next
_PAGE = re.compile(r"[-–—][ \t]?\d{1,4}[ \t]?[-–—]|(?i:page)[ \t]\d{1,4}(?:[ \t]of[ \t]\d{1,4})?")
_ENDS = frozenset(".?!:;…\"”'’)]»")


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph: its stripped span, its stripped lines, its text as it is to be understood (note calls and
    page marks are blanks), whether all of it is a heading, bold, italic or struck, and the page it is the mark of."""

    span: Span
    lines: tuple[Span, ...]
    text: str
    heading: bool = False
    bold: bool = False
    italic: bool = False
    struck: bool = False
    page: str = ""

    @property
    def closed(self) -> bool:
        """Whether the paragraph ends with punctuation that can end a sentence."""
        return self.text[-1:] in _ENDS


def paragraphs(marks: Marks) -> tuple[Para, ...]:
    """The paragraphs of a transcript in order, none of them empty; a page mark outside of them is one by itself."""
    found = list(_paragraphs(marks))
    outside = list(_outside(marks, found))
    return tuple(sorted([*found, *outside], key=lambda p: p.span)) if outside else tuple(found)


def _outside(marks: Marks, found: list[Para]) -> Iterator[Para]:
    """Page marks that stand before, behind or between paragraphs."""
    ends = [p.span.end for p in found]
    for mark in marks.marks:
        at = bisect_right(ends, mark.span.start)
        if mark.page and not (at < len(found) and found[at].span.start <= mark.span.start):
            yield Para(mark.span, (mark.span,), marks.paged.text(mark.span), page=mark.page)


def _paragraphs(marks: Marks) -> Iterator[Para]:
    transcript = marks.paged
    indented = _paragraph_indent(transcript)
    lines: list[Span] = []
    furnished = False
    for line in transcript.lines:
        span = transcript.strip(line.span)
        blank = span.start == span.end
        opens = not blank and 0 < indented <= indentation(transcript, line)
        notes = bool(lines) and lines[0].start < marks.notes_start <= span.start
        text = transcript.text(span)
        stamped = bool(lines) and is_stamp(transcript.text(lines[0]))
        apart = not stamped and _stands_apart(text, transcript.text(lines[-1]) if lines else "")
        if apart and lines and _PAGE.fullmatch(transcript.text(lines[-1])):
            yield from (para(marks, each) for each in (lines[:-1], lines[-1:]) if each)
            lines = []
        if lines and (blank or line.heading or opens or notes or apart):
            yield para(marks, lines)
            lines = []
        if apart or (furnished and _PAGE.fullmatch(text)):
            yield para(marks, [span])
        elif line.heading and not blank:
            yield para(marks, [span], heading=True)
        elif not blank:
            lines.append(span)
        furnished = apart
    if lines:
        yield para(marks, lines)


def _stands_apart(text: str, before: str) -> bool:
    """Whether a line is page furniture by its form alone: a stamp of release, or a classification in capitals that is
    not the end of a sentence in capitals."""
    if is_release_line(text):
        return True
    runs_on = before.isupper() and len(before) > _RUNS_ON and before[-1:] not in _ENDS
    return text.isupper() and not runs_on and is_banner(text) and names_level(text)


def indentation(transcript: Transcript, line: Line) -> int:
    """The columns of white space at the start of a line; tabs stand every eight columns."""
    text = transcript.text(line.span)
    return len(text[: len(text) - len(text.lstrip())].expandtabs())


def column(transcript: Transcript, offset: int) -> int:
    """The column, from 0, in which a character stands in its line; tabs stand every eight columns."""
    return len(transcript.text(Span(transcript.line_at(offset).span.start, offset)).expandtabs())


def _paragraph_indent(transcript: Transcript) -> int:
    """By how many columns the transcript indents the first lines of paragraphs; 0 where it does not.

    First lines are followed by lines at the margin; the commonest such indentation is meant, if it is common at all
    and lines indented alike do not prevail (they are set as a block).
    """
    columns = [
        indentation(transcript, line) if transcript.text(line.span).strip() else None for line in transcript.lines
    ]
    margin = _margin(columns)
    hanging: Counter[int] = Counter()
    block = 0
    for indent, beneath in pairwise(columns):
        if indent is None or beneath is None or indent < margin + _INDENT:
            continue
        if beneath < indent and beneath <= margin:
            hanging[indent] += 1
        block += beneath >= indent
    indent, times = hanging.most_common(1)[0] if hanging else (0, 0)
    return indent if times >= _SEVERAL and times * 4 >= block else 0


def _margin(columns: Iterable[int | None]) -> int:
    """The leftmost column at which lines begin again and again."""
    begins = Counter(column for column in columns if column is not None)
    least = max(_SEVERAL, begins.total() // 25)
    return min((column for column, times in begins.items() if times >= least), default=0)


def para(marks: Marks, lines: list[Span], heading: bool = False) -> Para:
    """A paragraph of these lines."""
    span = Span(lines[0].start, lines[-1].end)
    text = marks.seen.text(span).rstrip()
    whole = {style.rend for style in marks.seen.styles_in(span) if _covers(text, style.span, span)}
    return Para(span, tuple(lines), text, heading, "bold" in whole, "italic" in whole, "strikethrough" in whole)


def _covers(text: str, style: Span, span: Span) -> bool:
    """Whether nothing but white space and a final full stop of the paragraph is outside the style."""
    outside = text[: style.start - span.start] + text[style.end - span.start :]
    return not outside.strip(" \t\r\n.")


def split_at(marks: Marks, paras: Iterable[Para], starts: frozenset[int]) -> tuple[Para, ...]:
    """The paragraphs, cut in two wherever a line begins at one of the offsets; page marks between the two are
    paragraphs by themselves."""
    result: list[Para] = []
    for each in paras:
        cuts = [at for at, line in enumerate(each.lines) if at and line.start in starts]
        if not cuts:
            result.append(each)
            continue
        bounds = [0, *cuts, len(each.lines)]
        pieces = [para(marks, list(each.lines[a:b]), each.heading) for a, b in pairwise(bounds)]
        for before, after in pairwise(pieces):
            result.append(before)
            between = marks.within(Span(before.span.end, after.span.start))
            result += [Para(m.span, (m.span,), marks.paged.text(m.span), page=m.page) for m in between]
        result.append(pieces[-1])
    return tuple(result)
