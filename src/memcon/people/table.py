"""The table of proposals: tab-separated values that an editor reviews in a spreadsheet or a text editor.

Written with LF, read with any line ends, in UTF-8 or in the UTF-16 that spreadsheets call Unicode text, with or
without quotation marks round cells.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from memcon.diagnostics import Diagnostic, Location, Outcome, window
from memcon.rules import rule
from memcon.tables import plain_cell, safe_cell

COLUMNS = ("action", "id", "name", "variant", "evidence", "documents", "count", "score", "second_best", "decision")
"""The columns in the order in which they are written; read in any order."""
NEEDED = ("action", "id", "name", "variant", "decision")
"""The columns without which nothing can be applied. Others than COLUMNS are the editor's own, and passed over."""

_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Row:
    """One proposal. `action` is person (add this person), variant (add this form of the name to that person) or
    variant? (it may be a form of that person's name); `decision` is empty, yes, no, or the id of the person it is
    instead. `line` and `columns` say where the cells stand in the table that was read."""

    action: str
    id: str
    name: str
    variant: str = ""
    evidence: str = ""
    documents: str = ""
    count: str = ""
    score: str = ""
    second_best: str = ""
    decision: str = ""
    line: int = field(default=0, compare=False)
    columns: tuple[int, ...] = field(default=(), compare=False)

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells in the order of COLUMNS."""
        return tuple(getattr(self, name) for name in COLUMNS)

    @property
    def key(self) -> tuple[str, str, str]:
        """What the proposal is about: it keeps its decision when the table is made again."""
        return (self.action, self.id, self.variant or self.name)


class Findings:
    """Makes findings at a cell of the table."""

    def __init__(self, path: str, lines: list[str]) -> None:
        self.path, self.lines = path, lines
        self.found: list[Diagnostic] = []

    def add(self, code: str, message: str, line: int, column: int, hint: str = "", width: int = 1) -> None:
        """A finding at a line and column."""
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        excerpt, first = window(text, column)
        place = Location(self.path, line, column)
        self.found.append(Diagnostic(rule(code), message, place, hint, excerpt, max(width, 1), excerpt_column=first))

    def at(self, row: Row, column: str, message: str, hint: str = "", code: str = "MC305") -> None:
        """A finding at one cell of a row."""
        n = COLUMNS.index(column)
        self.add(code, message, row.line, row.columns[n] if row.columns else 1, hint, len(row.cells[n]))


def write_table(rows: Iterable[Row]) -> bytes:
    """The table as UTF-8, the names of the columns first. No cell can be taken for a formula."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter="\t", lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([safe_cell(" ".join(cell.split())) for cell in row.cells])
    return buffer.getvalue().encode("utf-8", "backslashreplace")


def read_table(data: bytes, path: str) -> Outcome[tuple[tuple[Row, ...], Findings]]:
    """The rows of a reviewed table, and what makes findings at its cells. MC305 for what is no such table; blank lines
    are passed over."""
    text, fault = _decoded(data)
    lines = _LINE_END.split(text)
    findings = Findings(path, lines)
    if fault:
        findings.add("MC305", fault, 1, 1, "save it as UTF-8")
        return Outcome(None, tuple(findings.found))
    header = [cell.strip().casefold() for cell, _ in _cells(lines[0], 1, findings)]
    for name in (n for n in NEEDED if header.count(n) != 1):
        what = "stands twice" if name in header else "is missing"
        findings.add(
            "MC305", f"the column {name!r} {what}", 1, 1, f"the first line names the columns: {', '.join(NEEDED)}"
        )
    rows: list[Row] = []
    if not findings.found:
        places = [header.index(name) if name in header else -1 for name in COLUMNS]
        for number, line in enumerate(lines[1:], 2):
            cells = list(_cells(line, number, findings))
            if any(text for text, _ in cells):
                rows.append(_row(cells, places, number))
    return Outcome(None if findings.found else (tuple(rows), findings), tuple(findings.found))


def _decoded(data: bytes) -> tuple[str, str]:
    """The text, or what is wrong with its encoding."""
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return data.decode(encoding), ""
    except UnicodeDecodeError as error:
        return "", f"byte {error.start} is not {encoding.removesuffix('-sig').upper()}"


def _row(cells: list[tuple[str, int]], places: list[int], line: int) -> Row:
    """The cells in the order of COLUMNS; those that a short line lacks are empty, and stand at its end."""
    end = cells[-1][1] + len(cells[-1][0])
    picked = [cells[at] if 0 <= at < len(cells) else ("", end) for at in places]
    action, identifier, name, variant, evidence, documents, count, score, second, decision = (
        text for text, _ in picked
    )
    columns = tuple(column for _, column in picked)
    return Row(action, identifier, name, variant, evidence, documents, count, score, second, decision, line, columns)


def _cells(line: str, number: int, findings: Findings) -> Iterator[tuple[str, int]]:
    """The cells of a line, white space round them left out, each with its column. A quoted cell may hold no tab, and
    has to end on its line."""
    at = 0
    while at <= len(line):
        if line[at : at + 1] == '"':
            text, end = _quoted(line, at)
            if end < 0 or line[end : end + 1] not in ("", "\t"):
                what = "a quoted cell does not end where the cell ends"
                findings.add(
                    "MC305", what, number, at + 1, "a cell holds no line end; quotation marks in it are doubled"
                )
                return
            if "\t" in text:
                findings.add("MC305", "a cell holds a tab", number, at + 1, "take the tab out")
        else:
            end = line.find("\t", at)
            end = len(line) if end < 0 else end
            text = line[at:end]
        yield plain_cell(" ".join(text.split(" ")).strip()), at + 1
        at = end + 1


def _quoted(line: str, at: int) -> tuple[str, int]:
    """The text of the quoted cell that begins at a quotation mark, and where it ends; -1 where it does not end."""
    end = at + 1
    while (end := line.find('"', end)) >= 0:
        if line[end + 1 : end + 2] != '"':
            return line[at + 1 : end].replace('""', '"'), end + 1
        end += 2
    return "", -1
