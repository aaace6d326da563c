"""Transcript -> paragraphs: what stands between blank lines, a heading or a line of page furniture being one alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from memcon.converters.pages.indents import ENDS, indented, labels_alone, openings
from memcon.converters.pages.longlines import unwrapped
from memcon.converters.pages.marks import Mark, Marks
from memcon.converters.pages.spacing import spacing
from memcon.converters.pages.stamps import is_release_line, is_stamp, opens_block
from memcon.converters.release.classification import is_banner, names_level
from memcon.transcript import Span, Transcript

_RUNS_ON = 30  # characters of a line in capitals that may go on in the next
_PAGE = re.compile(r"[-–—][ \t]?\d{1,4}[ \t]?[-–—]|(?i:page)[ \t]\d{1,4}(?:[ \t]of[ \t]\d{1,4})?")


@dataclass(frozen=True)
class Para:
    """A paragraph: its stripped span, its stripped lines, its text as it is to be understood (note calls and
    page marks are blanks), whether all of it is a heading, bold, italic or struck, the page it is the mark of,
    whether it hangs (all its lines but the first are indented), whether the transcript tells by indentation where
    paragraphs begin, the page furniture that it is, and whether lines of the transcript are paragraphs."""

    span: Span
    lines: tuple[Span, ...]
    text: str
    heading: bool = False
    bold: bool = False
    italic: bool = False
    struck: bool = False
    page: str = ""
    hung: bool = False
    told: bool = False
    mark: Mark | None = None
    unwrapped: bool = False

    @property
    def closed(self) -> bool:
        """Whether the paragraph ends with punctuation that can end a sentence."""
        return self.text[-1:] in ENDS


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


def with_furniture(marks: Marks, paras: Sequence[Para], within: Span) -> tuple[Para, ...]:
    """The paragraphs and, as paragraphs by themselves, the lines of page furniture between them."""
    spans = [p.span for p in paras]
    outside = [
        Para(mark.span, (mark.span,), marks.transcript.text(mark.span), mark=mark)
        for mark in marks.furniture_in(within)
        if mark.kind not in ("", "lineNum") and not _is_within(spans, mark.span.start)
    ]
    return tuple(sorted((*paras, *outside), key=lambda p: p.span)) if outside else tuple(paras)


def _is_within(spans: Sequence[Span], offset: int) -> bool:
    """Whether an offset lies in one of the spans, which come in order."""
    at = bisect_right(spans, offset, key=lambda span: span.start)
    return at > 0 and offset < spans[at - 1].end


def _paragraphs(marks: Marks) -> Iterator[Para]:
    transcript = marks.paged
    spaces = spacing(transcript)
    opens = openings(transcript, spaces)
    whole = unwrapped(transcript)
    labelled = labels_alone(transcript)
    furnished = {transcript.line_at(mark.span.start).number for mark in marks.furniture if mark.kind != "lineNum"}
    lines: list[Span] = []
    blank = paged = marked = False
    for line in transcript.lines:
        span = transcript.strip(line.span)
        if line.number in spaces:
            continue
        if span.start == span.end:
            printed = line.number in furnished
            blank, paged, marked = blank or not printed, paged or printed, False
            continue
        text = transcript.text(span)
        alone = _stands_apart(transcript, lines, text)
        if alone and lines and _PAGE.fullmatch(transcript.text(lines[-1])):
            yield from (
                para(marks, e, hung=opens.hanging, told=opens.telling, unwrapped=bool(whole))
                for e in (lines[:-1], lines[-1:])
                if e
            )
            lines = []
        apart = alone or (blank and not (paged and opens.telling))
        notes = bool(lines) and marks.in_notes(span.start) != marks.in_notes(lines[0].start)
        opening = line.number in opens.lines or line.number in whole or line.number in labelled
        opening = opening or (bool(lines) and opens_block(text, transcript.text(lines[-1])))
        if lines and (apart or line.heading or opening or notes):
            yield para(marks, lines, hung=opens.hanging, told=opens.telling, unwrapped=bool(whole))
            lines = []
        if alone or line.heading or (marked and _PAGE.fullmatch(text)):
            yield para(marks, [span], heading=bool(line.heading) and not alone)
        else:
            lines.append(span)
        blank, paged, marked = False, False, alone
    if lines:
        yield para(marks, lines, hung=opens.hanging, told=opens.telling, unwrapped=bool(whole))


def _stands_apart(transcript: Transcript, lines: Sequence[Span], text: str) -> bool:
    """Whether a line below these is page furniture by its form alone: a stamp of release, or a classification in
    capitals that is not the end of a sentence in capitals."""
    if not (is_release_line(text) or (text.isupper() and is_banner(text) and names_level(text))):
        return False
    if lines and is_stamp(transcript.text(lines[0])):
        return False
    before = transcript.text(lines[-1]) if lines else ""
    runs_on = before.isupper() and len(before) > _RUNS_ON and before[-1:] not in ENDS and "    " not in before
    return not runs_on or is_release_line(text)


def para(
    marks: Marks,
    lines: list[Span],
    heading: bool = False,
    hung: bool = False,
    told: bool = False,
    unwrapped: bool = False,
) -> Para:
    """A paragraph of these lines; `hung` in a transcript whose paragraphs hang, `told` in one that indents them,
    `unwrapped` in one whose lines are paragraphs."""
    span = Span(lines[0].start, lines[-1].end)
    text = marks.seen.text(span).rstrip()
    whole = {style.rend for style in marks.seen.styles_in(span) if _covers(text, style.span, span)}
    hung = hung and len(lines) > 1 and all(map(indented(marks.paged, lines[0]), lines[1:]))
    bold, italic, struck = "bold" in whole, "italic" in whole, "strikethrough" in whole
    return Para(span, tuple(lines), text, heading, bold, italic, struck, hung=hung, told=told, unwrapped=unwrapped)


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
        pieces = [
            para(marks, list(each.lines[a:b]), each.heading, unwrapped=each.unwrapped) for a, b in pairwise(bounds)
        ]
        for before, after in pairwise(pieces):
            result.append(before)
            between = marks.within(Span(before.span.end, after.span.start))
            result += [Para(m.span, (m.span,), marks.paged.text(m.span), page=m.page) for m in between]
        result.append(pieces[-1])
    return tuple(result)
