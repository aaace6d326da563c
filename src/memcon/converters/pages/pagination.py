"""The lines that a page prints over and under its text: numbers, banners, running heads and feet, stamps.

They stand between the lines of a paragraph as often as between paragraphs. A line is furniture if it stands where
pages meet (at a form feed, beside a number that counts the pages, at the end of the transcript) and comes again and
again, or if it comes again at regular distance; digits do not count. A line that could be speech is left alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Literal, NamedTuple

from memcon.converters.release.classification import is_banner
from memcon.transcript import Span, Transcript

LineKind = Literal["classification", "pageNum", "header", "footer"]
Place = Literal["top", "bottom", ""]

_NUMBER = r"(?:[-–—]\s*)?(?:(?P<word>pages?|pg?\.?|стр\.?)\s*)?(?P<n>\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*[-–—])?"
_ALONE = re.compile(_NUMBER, re.I)
_BEHIND = re.compile(rf"(?P<rest>.*?\S)(?P<gap>\s+){_NUMBER}", re.I)
_AHEAD = re.compile(r"(?P<n>\d{1,4})(?P<gap>\s{3,})(?P<rest>\S.*)")
_DIGITS = re.compile(r"\d+")
_LONGEST = 100  # characters
_PAGE = 8  # printed lines that a page has at least
_COMMON = 3  # times that a running head comes
_REGULAR = 4  # times that it comes where nothing but the distance tells
_APART = 20  # lines between two of them, at least
_EVEN = 0.15  # by which the distances may differ from their median


@dataclass(frozen=True, slots=True)
class PageLine:
    """A stretch of page furniture, what it is, and where on its page it stands."""

    span: Span
    kind: LineKind
    place: Place = ""


@dataclass(frozen=True, slots=True)
class Pagination:
    """All page furniture in order, and the places where a page ends though no form feed says so."""

    lines: tuple[PageLine, ...]
    breaks: tuple[int, ...]


class _Row(NamedTuple):
    """A printed line: its words without the number of a page (`key` with digits folded), that number, and whether a
    form feed or an edge of the transcript, or white space, is above and below it."""

    line: int
    span: Span
    rest: Span
    number: Span
    key: str
    n: int
    fed_above: bool
    fed_below: bool
    open_above: bool
    open_below: bool
    banner: bool
    eligible: bool


def pagination(transcript: Transcript) -> Pagination:
    """The page furniture of a transcript; above the first line of text, which may be a letterhead, only banners with
    a number."""
    rows = tuple(_rows(transcript))
    taken = _counted(rows) | _regular(rows)
    while more := _beside(rows, taken):
        taken |= more
    first = next((at for at in range(len(rows)) if at not in taken and not rows[at].banner), 0)
    taken = {at for at in taken if at >= first or (rows[at].banner and rows[at].n)}
    bottom = next((rows[at].n for at in sorted(taken) if rows[at].n), 2) <= 1
    gaps = tuple(_gaps(taken))
    lines = tuple(line for gap in gaps for line in _lines([rows[at] for at in gap]))
    breaks = (_break(rows, gap, bottom) for gap in gaps)
    return Pagination(lines, tuple(offset for offset in breaks if offset))


# -- rows -----------------------------------------------------------------------------------------


def _rows(transcript: Transcript) -> Iterator[_Row]:
    spans = [(line.number, span) for line in transcript.lines if (span := transcript.strip(line.span)).start < span.end]
    starts, ends = [span.start for _, span in spans], [span.end for _, span in spans]
    last = len(spans) - 1
    bounds = zip([0, *ends], [*starts, len(transcript.printed)], strict=True)
    between = [transcript.printed[end:start] for end, start in bounds]
    fed, blank = ["\f" in each for each in between], [_blank(each) for each in between]
    for at, (number, span) in enumerate(spans):
        fed_below = fed[at + 1] or (at == last and blank[at])
        edges = (fed[at], fed_below, at == 0 or blank[at], at == last or blank[at + 1])
        yield _row(transcript.text(span), number, span, edges)


def _blank(between: str) -> bool:
    """Whether the white space between two lines holds an empty line."""
    return between.count("\n") > 1 or "\f" in between


def _row(text: str, line: int, span: Span, edges: tuple[bool, bool, bool, bool]) -> _Row:
    if len(text) > _LONGEST:
        banner = text.isupper() and is_banner(" ".join(text.split()))
        return _Row(line, span, span, Span(span.end, span.end), "", 0, *edges, banner, eligible=False)
    numbered = text[0].isdecimal() or text[-1].isdecimal() or text[-1] in "-–—"
    if not numbered and not text.isupper() and _like_speech(text):  # as most lines
        return _Row(line, span, span, Span(span.end, span.end), "", 0, *edges, banner=False, eligible=False)
    rest, number, n = _parted(text, span)
    words = " ".join(text[rest.start - span.start : rest.end - span.start].split())
    banner = words.isupper() and is_banner(words)
    eligible = bool(n) or banner or not _like_speech(words)
    key = _DIGITS.sub("#", words) if eligible else ""  # asked for of no others
    return _Row(line, span, rest, number, key, n, *edges, banner, eligible)


def _parted(text: str, span: Span) -> tuple[Span, Span, int]:
    """The words of a line, the number of the page beside them, and its value; 0 where there is none."""
    ends = text[-1:].isdecimal() or text[-1:] in "-–—"  # as a number does
    if ends and (match := _ALONE.fullmatch(text)):
        return Span(span.end, span.end), span, int(match["n"])
    match = _BEHIND.fullmatch(text) if ends else None
    if match and (match["word"] or len(match["gap"]) > 1):
        at = span.start + match.end("gap")
        return Span(span.start, span.start + match.end("rest")), Span(at, span.end), int(match["n"])
    if text[:1].isdecimal() and (match := _AHEAD.fullmatch(text)):
        return (
            Span(span.start + match.start("rest"), span.end),
            Span(span.start, span.start + match.end("n")),
            int(match["n"]),
        )
    return span, Span(span.end, span.end), 0


def _like_speech(words: str) -> bool:
    """Whether a line may be a part of what is said: it ends as a sentence or a label does, or begins amid one."""
    return words[:1].islower() or words[-1:] in ":,;?!-" or (words[-1:] in '.”"' and not words.isupper())


# -- evidence -------------------------------------------------------------------------------------


def _counted(rows: Sequence[_Row]) -> set[int]:
    """Lines with a number that counts pages: it rises from one to the next, a page apart, and something else tells."""
    groups: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if row.n and row.eligible:
            groups[row.key].append(at)
    return {at for key, group in groups.items() for run in _rising(rows, group) if _told(rows, run, key) for at in run}


def _rising(rows: Sequence[_Row], group: Sequence[int]) -> Iterator[list[int]]:
    """Stretches of lines whose numbers count pages, on every page or on every other."""
    run: list[int] = []
    for at in group:
        if run and not (rows[at].n - rows[run[-1]].n in (1, 2) and at - run[-1] >= _PAGE):
            yield run
            run = []
        run.append(at)
    if run:
        yield run


def _told(rows: Sequence[_Row], run: Sequence[int], key: str) -> bool:
    """Whether more than the numbers tells that a stretch of lines counts pages."""
    fed = sum(rows[at].fed_above or rows[at].fed_below for at in run)
    apart = sum(rows[at].open_above and rows[at].open_below for at in run)
    if rows[run[0]].banner:
        return True
    if fed * 2 > len(run) or (len(run) > 1 and apart * 2 > len(run)):
        return not key or len(run) > 1
    beside = sum(any(0 <= n < len(rows) and rows[n].banner for n in (at - 1, at + 1, at - 2, at + 2)) for at in run)
    if beside * 2 > len(run) > 1:
        return True
    dashed = all(rows[at].number.end - rows[at].number.start > len(str(rows[at].n)) for at in run)
    return len(run) >= _COMMON and (bool(key) or dashed or _even([rows[at].line for at in run]))


def _even(lines: Sequence[int]) -> bool:
    """Whether lines stand at regular distance, a page apart."""
    distances = [after - before for before, after in pairwise(lines)]
    middle = median(distances)
    return min(distances) >= _APART and all(abs(distance - middle) <= _EVEN * middle for distance in distances)


def _regular(rows: Sequence[_Row]) -> set[int]:
    """Lines that come again to the letter at regular distance."""
    groups: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if row.eligible and row.key and not row.n:
            groups[row.key].append(at)
    return {
        at
        for key, group in groups.items()
        if len(group) >= _REGULAR and "#" not in key and _even([rows[at].line for at in group])
        for at in group
    }


def _beside(rows: Sequence[_Row], taken: set[int]) -> set[int]:
    """Lines that come again and again where pages meet: at a form feed, or beside a line that is taken; banners and
    numbers with white space on one side need not come again."""
    groups: dict[str, list[int]] = defaultdict(list)
    times: dict[str, int] = defaultdict(int)
    for at, row in enumerate(rows):
        if at not in taken and row.eligible:
            times[row.key] += 1
            if row.fed_above or row.fed_below or at - 1 in taken or at + 1 in taken:
                groups[row.key].append(at)
    return {
        at
        for key, group in groups.items()
        for at in group
        if rows[at].banner
        or (not key and (rows[at].open_above or rows[at].open_below))
        or (len(group) >= _COMMON and len(group) * 2 > times[key])
    }


# -- results --------------------------------------------------------------------------------------


def _gaps(taken: set[int]) -> Iterator[list[int]]:
    """Lines of furniture with nothing between them."""
    gap: list[int] = []
    for at in sorted(taken):
        if gap and at != gap[-1] + 1:
            yield gap
            gap = []
        gap.append(at)
    if gap:
        yield gap


def _lines(gap: Sequence[_Row]) -> Iterator[PageLine]:
    feed = next((at for at, row in enumerate(gap) if row.fed_above), len(gap) if gap[-1].fed_below else None)
    for at, row in enumerate(gap):
        place: Place = "" if feed is None else "bottom" if at < feed else "top"
        kind: LineKind = "classification" if row.banner else "footer" if place == "bottom" else "header"
        parts: tuple[tuple[Span, LineKind], ...] = ((row.rest, kind), (row.number, "pageNum"))
        yield from (PageLine(span, what, place) for span, what in sorted(parts) if span.start < span.end)


def _break(rows: Sequence[_Row], gap: Sequence[int], bottom: bool) -> int:
    """Where a page ends at a gap that no form feed divides, as an offset; 0 where one does, or the text ends."""
    first, last = rows[gap[0]], rows[gap[-1]]
    if any(rows[at].fed_above for at in gap) or last.fed_below:
        return 0
    return last.span.end if bottom else first.span.start
