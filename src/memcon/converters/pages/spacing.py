"""Double-spaced print: a blank line after every line, which ends no paragraph.

That a transcript is double-spaced shows in its sentences: again and again they go on behind a blank line. What ends a
paragraph there is the indentation of the next one; before the first line that is indented, and where none is, a line
ends one if the next word would have fitted on it. The entries below the name of a field stand together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from memcon.transcript import Transcript

_LEAST = 10  # blank lines between two lines
_SHARE = 0.25  # of them within a sentence
_NAMED = re.compile(
    r"[^\W\d_][^\W\d_a-zа-яё &/,.'-]*(?::(?=\s|\Z)|\Z)|[^\W\d_][^\W\d_a-zа-яё &/,.'-]+[\w &/,.'-]{0,30}:"
)
_INDENT = 3  # columns
_OPENS = 3  # paragraphs that are indented
_NEARLY = 0.92  # of the usual length: titles are set a little narrower


class _Row(NamedTuple):
    """A printed line: its number, and its print with the white space before it, tabs expanded."""

    number: int
    printed: str

    @property
    def begin(self) -> int:
        """The column in which it begins."""
        return len(self.printed) - len(self.printed.lstrip())

    @property
    def end(self) -> int:
        """The column in which it ends."""
        return len(self.printed)

    @property
    def word(self) -> int:
        """The length of its first word."""
        return len(self.printed.split(None, 1)[0])

    @property
    def lower(self) -> bool:
        """Whether it begins amid a sentence."""
        return self.printed.lstrip()[0].islower()

    @property
    def runs_on(self) -> bool:
        """Whether it ends amid a sentence."""
        return self.printed[-1].isalnum() or self.printed[-1] in ",-"

    @property
    def listing(self) -> bool:
        """Whether it ends with a comma."""
        return self.printed.endswith(",")

    @property
    def named(self) -> bool:
        """Whether it is or opens with the name of a field."""
        return _NAMED.match(self.printed.lstrip()) is not None


def spacing(transcript: Transcript) -> frozenset[int]:
    """The numbers of the blank lines that only space out the lines of a double-spaced transcript."""
    if not _may_be_spaced(transcript):
        return frozenset()
    rows = tuple(_rows(transcript))
    apart = [(above, below) for above, below in pairwise(rows) if below.number - above.number == 2]
    within = [above for above, below in apart if above.runs_on and below.lower]
    edge = min((row.begin for row in rows), default=0) + _INDENT
    unindented = sum(below.begin < edge for _, below in apart)  # the others open paragraphs
    if len(apart) < _LEAST or len(within) < _SHARE * unindented or len(within) < _SHARE * _LEAST:
        return frozenset()
    return frozenset(_spaces(rows, median(row.end for row in within), _first_indented(apart)))


def _may_be_spaced(transcript: Transcript) -> bool:
    """Whether sentences go on behind a blank line, as often as they do in such a transcript: told before any columns
    are counted, since most transcripts are none."""
    number, last = 0, ""
    within = 0
    for below, (start, end, _) in enumerate(transcript.lines.bounds(), 1):
        text = transcript.printed[start:end].strip()
        if text:
            within += below - number == 2 and text[0].islower() and (last.isalnum() or last in (",", "-"))
            number, last = below, text[-1]
    return within >= _LEAST * _SHARE


def _rows(transcript: Transcript) -> Iterator[_Row]:
    for line in transcript.lines:
        if printed := transcript.text(line.span).expandtabs().rstrip():
            yield _Row(line.number, printed)


def _first_indented(apart: Sequence[tuple[_Row, _Row]]) -> int:
    """The number of the first line that opens a paragraph by its indentation, where many do; else one behind all."""
    last = apart[-1][1].number + 1
    opens = [
        first.number for first, below in apart if first.begin >= below.begin + _INDENT and below.lower and first.runs_on
    ]
    return opens[0] if len(opens) * 10 >= len(apart) or len(opens) >= _OPENS else last


def _spaces(rows: Sequence[_Row], full: float, indented: int) -> Iterator[int]:
    """The numbers of the blank lines; lines are `full` in that column."""
    single = {row.number for row in rows}
    listed = False
    for above, below in pairwise(rows):
        listed = (listed or above.named) and not below.named
        close = above.number - 1 in single or below.number + 1 in single
        if below.number - above.number != 2 or close:
            continue
        fits = above.end + 1 + below.word < _NEARLY * full and not below.lower and not above.listing
        told = indented <= rows[-1].number and (above.number >= indented or (listed and below.number < indented))
        if told or not fits:
            yield above.number + 1
