"""Blocks at the foot of a page in which the classification and the declassification stand side by side.

They are told by their vocabulary: most cells of most lines open with a word of the trade. What stands in one column is
read together, so that the stamp on the left and the classification on the right say what they say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from memcon.converters.release.classification import is_banner

_GAP = re.compile(r"[ \t]{2,}")
_CELL = re.compile(
    r"(?:(?i:classified|declassified|derived|downgraded?)\s+(?:by|from|on|at|to)\b|DECLASSIFIED\b|"
    r"(?i:declassify\s+on|reason|authority)\s*:|(?i:exempt(?:ed)?\s+from)\b|(?i:schedule\s+of)\b|"
    r"(?i:exemption\s+category)\b|(?i:automatically\s+declassified)\b|(?i:declassification)\b|"
    r"E\.?\s?O\.?\s*\d{4,5}|(?:MR|NND|NLF|NLC|NLS|NSC)\b.{0,12}\d|By\b.{1,30}\b(?:NARA|NLF|NLC|NLS|[Dd]ate)\b)"
)
_LEAST, _MOST = 3, 14  # lines


def is_block(text: str) -> bool:
    """Whether a paragraph is such a block: most of its lines open, in one of their columns, with its vocabulary."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not _LEAST <= len(lines) <= _MOST:
        return False
    if not _opens_as_told(lines[0]):
        return False  # before the other lines are looked at: most paragraphs end here
    return sum(map(_opens_as_told, lines)) * 3 >= 2 * len(lines) and sum(map(_is_stated, lines)) >= 2


def columns(text: str) -> tuple[str, ...]:
    """The text of each column, its lines one below the other; one column for a text that has no others."""
    cells = [(_side(at), cell) for line in text.splitlines() for at, cell in _cells(line)]
    sides = groupby(sorted(cells, key=lambda cell: cell[0]), key=lambda cell: cell[0])
    return tuple("\n".join(cell for _, cell in side) for _, side in sides)


def _side(column: int) -> int:
    """0 for the left half of a page, 1 for the right."""
    return int(column >= 24)


def _cells(line: str) -> Iterator[tuple[int, str]]:
    """The cells of a line, each with the column in which it begins."""
    line = line.expandtabs()
    at = len(line) - len(line.lstrip())
    for gap in [*_GAP.finditer(line, at), None]:
        end = gap.start() if gap else len(line.rstrip())
        if at < end:
            yield at, line[at:end]
        at = gap.end() if gap else end


def _opens_as_told(line: str) -> bool:
    return any(_is_told(cell) for _, cell in _cells(line))


def _is_told(cell: str) -> bool:
    return _is_stated(cell) or is_banner(re.sub(r"(?<!\s)\s*\(\d\)\s*\Z", "", cell))


def _is_stated(line: str) -> bool:
    """Whether a line says, in one of its columns, who classified or declassified, when or why."""
    return any(_CELL.match(cell) for _, cell in _cells(line))
