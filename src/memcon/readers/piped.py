"""Tables of pipes in Markdown (GFM 0.29, section 4.10): a head, a row of hyphens, rows up to a line without a pipe.

A table is lay-out, most of all where one column says who speaks. The row of hyphens is mark-up; a pipe becomes the
white space that a web page would have in its place: each row stands apart, and a tab parts its cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from memcon.transcript import Span

_RULE = re.compile(
    r"^[ ]{0,3}(?:\|[ \t]*)?:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)+(?:\|[ \t]*+)?(?=\r?$|\Z)", re.MULTILINE
)
_PIPE = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Tables:
    """Where tables stand in a text: their rows of hyphens, the pipes that open a row, and all others."""

    rules: tuple[Span, ...] = ()
    opening: tuple[int, ...] = ()
    parting: tuple[int, ...] = ()

    def blanked(self, source: str) -> str:
        """The text with white space for the pipes, as long as it was."""
        signs = dict.fromkeys(self.parting, "\t") | dict.fromkeys(self.opening, "\n")
        bounds = (-1, *sorted(signs), len(source))
        return "".join(source[a + 1 : b] + signs.get(b, "") for a, b in pairwise(bounds))


def has_tables(source: str) -> bool:
    """Whether there may be a table."""
    return "|" in source and _RULE.search(source) is not None


def tables(source: str, body: int) -> Tables:
    """The tables of a text from an offset on."""
    if "|" not in source:
        return Tables()
    rules: list[Span] = []
    rows: list[Span] = []
    for match in _RULE.finditer(source, body):
        head = _before(source, match.start(), body)
        if head is None or _cells(source, head) != _cells(source, Span(*match.span())):
            continue
        if rows and head.start < rows[-1].end:  # a row of hyphens in a table
            continue
        rules.append(Span(*match.span()))
        rows += [head, *_below(source, match.end())]
    opening: list[int] = []
    parting: list[int] = []
    for row in rows:
        pipes = [match.start() for match in _PIPE.finditer(source, *row)]
        opens = pipes[:1] if not source[row.start : pipes[0]].strip() else []
        opening += opens
        parting += pipes[len(opens) :]
    return Tables(tuple(rules), tuple(opening), tuple(parting))


def _before(source: str, offset: int, body: int) -> Span | None:
    """The line above an offset, where it has a pipe."""
    end = source.rfind("\n", body, offset)
    start = source.rfind("\n", body, max(end, body)) + 1 or body
    return Span(start, end) if end > start and _PIPE.search(source, start, end) else None


def _below(source: str, offset: int) -> Iterator[Span]:
    """The lines below an offset that have pipes, up to one that has none."""
    at = source.find("\n", offset) + 1
    while at:
        end = source.find("\n", at)
        stop = end if end >= 0 else len(source)
        if not _PIPE.search(source, at, stop):
            return
        yield Span(at, stop)
        at = end + 1


def _cells(source: str, row: Span) -> int:
    """How many cells a row has."""
    text = source[row.start : row.end].strip().removeprefix("|").removesuffix("|")
    return len(_PIPE.findall(text)) + 1
