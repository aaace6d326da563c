"""Rows of cells -> an aligned table for people, or CSV for spreadsheets. Nothing is printed here."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence

_GAP = "  "
_ZERO_WIDTH = frozenset({"Mn", "Me", "Cf"})
_FORMULA = frozenset("=+-@＝＋－＠\t\r")  # what a spreadsheet may take for the beginning of a formula


def aligned(
    header: Sequence[str], rows: Iterable[Sequence[str]], right: Collection[int] = (), last: Sequence[str] = ()
) -> Iterator[str]:
    """The lines of a table: the header, a rule, the rows, and below a second rule the `last` row where there is one.

    Columns whose numbers are in `right` are aligned to the right. Cells are made safe for a terminal.
    """
    body = [[printable(cell) for cell in row] for row in rows]
    foot = [[printable(cell) for cell in last]] if last else []
    every = [list(header), *body, *foot]
    widths = [max(columns(row[n]) for row in every) for n in range(len(header))]
    bar = _GAP.join("-" * width for width in widths)
    for line in (every[0], bar, *body, *([bar, *foot] if foot else [])):
        yield line if isinstance(line, str) else _line(line, widths, right)


def _line(row: Sequence[str], widths: Sequence[int], right: Collection[int]) -> str:
    cells = []
    for n, (cell, width) in enumerate(zip(row, widths, strict=True)):
        blanks = " " * (width - columns(cell))
        cells.append(blanks + cell if n in right else cell + blanks)
    return _GAP.join(cells).rstrip()


def columns(text: str) -> int:
    """How many columns of a terminal the text takes: wide characters two, combining ones none."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in _ZERO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def printable(text: str) -> str:
    """The text on one line and without control characters: a file must not be able to steer the terminal."""
    flat = " ".join(text.split())
    return flat if flat.isprintable() else "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in flat)


def csv_lines(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """CSV as RFC 4180 has it, a record at a time: commas, CRLF, quotation marks where they are needed. No cell can be
    taken for a formula."""
    for row in rows:
        buffer = io.StringIO()
        csv.writer(buffer, lineterminator="\r\n").writerow([safe_cell(cell) for cell in row])
        yield buffer.getvalue()


def safe_cell(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula, or for one that has its
    apostrophe already."""
    return f"'{text}" if text.lstrip("'").lstrip(" ")[:1] in _FORMULA and text.strip("' ") else text


def plain_cell(text: str) -> str:
    """The text that `safe_cell` was given."""
    return text[1:] if text.startswith("'") and safe_cell(text[1:]) == text else text
