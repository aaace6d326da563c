"""Line numbers down the margin: every line's, or every fifth line's.

One number is no evidence, a run is: each number is the one before it and one more (or five more), in the same column,
until it begins anew on the next page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from memcon.transcript import Span, Transcript

_NUMBER = re.compile(r"\s{0,12}(?P<n>\d{1,4})(?=\s|\Z)")
_RUN = 10  # numbers that make a run where each line has one
_FIFTHS = 3  # and where each fifth line has one
_SHARE = 0.6  # of the printed lines, where the run never begins anew
_SLACK = 1  # columns by which the ends of numbers may differ


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A line that begins with a number: where among the printed lines it stands, the number, its span and the column
    behind it."""

    row: int
    n: int
    span: Span
    column: int


def line_numbers(transcript: Transcript) -> tuple[Span, ...]:
    """The numbers of lines that are printed in the margin, in order."""
    found: list[_Numbered] = []
    rows = 0
    for start, end, _ in transcript.lines.bounds():
        text = transcript.printed[start:end].lstrip()
        if text[:1].isdecimal() and (each := _numbered(transcript, rows, Span(start, end))):
            found.append(each)
        rows += bool(text)
    column = _column(found)
    found = [each for each in found if abs(each.column - column) <= _SLACK]
    return _every(found, rows) or _fifth(found)


def _numbered(transcript: Transcript, row: int, line: Span) -> _Numbered | None:
    match = _NUMBER.match(transcript.printed, line.start, line.end)
    if match is None:
        return None
    column = len(transcript.text(Span(line.start, match.end())).strip("\r\f").expandtabs())
    return _Numbered(row, int(match["n"]), Span(*match.span("n")), column)


def _column(found: Sequence[_Numbered]) -> int:
    """The column in which most of the numbers end."""
    ends = Counter(each.column for each in found)
    return ends.most_common(1)[0][0] if ends else 0


def _every(found: Sequence[_Numbered], rows: int) -> tuple[Span, ...]:
    """The numbers where each line has one; a last, short run needs a long one before it."""
    runs = list(_runs(found, step=1))
    long = [run for run in runs if len(run) >= _RUN]
    told = sum(map(len, long)) >= _SHARE * rows or sum(run[0].n == 1 for run in long) >= 2
    if not long or not told:
        return ()
    longest = max(map(len, long))
    taken = (run for run in runs if len(run) >= _RUN or (run[0].n == 1 and len(run) <= longest))
    return tuple(each.span for run in taken for each in run)


def _fifth(found: Sequence[_Numbered]) -> tuple[Span, ...]:
    """The numbers where each fifth line has one."""
    fifths = [each for each in found if each.n % 5 == 0]
    runs = [run for run in _runs(fifths, step=5) if len(run) >= _FIFTHS and run[0].n == 5]
    spaced = [b.row - a.row for run in runs for a, b in pairwise(run)]
    if len(runs) < 2 or sum(distance == 5 for distance in spaced) < 0.8 * len(spaced):
        return ()
    return tuple(each.span for run in runs for each in run)


def _runs(found: Sequence[_Numbered], step: int) -> Iterator[list[_Numbered]]:
    """The longest stretches in which each number is the one before and a step more, `step` lines at most below it."""
    run: list[_Numbered] = []
    for each in found:
        if run and (each.n != run[-1].n + step or each.row > run[-1].row + 2 * step):
            yield run
            run = []
        run.append(each)
    if run:
        yield run
