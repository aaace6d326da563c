"""What memcon says about a file: values with a place and a code, never exceptions.

A function that can find fault with its input returns an `Outcome`: the value (or None where there is
none) and the diagnostics. Exceptions are kept for bugs and for I/O.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Generic, TypeVar

T = TypeVar("T", covariant=True)

_WIDEST = 400  # characters of a source line that a finding carries: a line may have millions, and many findings
_BEFORE = 100  # of them before the place


class Severity(IntEnum):
    """How grave a finding is; ordered, so that `>=` compares with a threshold."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The lower-case name, as it is printed."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of finding. Codes are never reused; `memcon rule CODE` prints the explanation.

    `bad` and `good` are examples, as like each other as can be: an element of TEI (it begins with `<`), which in a
    whole memorandum takes the place of the one of its name, a piece of a transcript or of edition.toml, or a command.
    `fix` is what to do about it, where the explanation does not say so; `elements` are those of the schema that the
    rule watches, and whose page in the encoding guide names it.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    explanation: str
    status: str = "stable"
    bad: str = ""
    good: str = ""
    fix: str = ""
    elements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file: line and column count from 1 in code points, 0 where they are not known. `anchors` are the
    xml:ids of the element there and of those around it, the nearest first."""

    path: str
    line: int = 0
    column: int = 0
    xpath: str = ""
    anchors: tuple[str, ...] = ()

    def __str__(self) -> str:
        parts = [self.path, *(str(n) for n in (self.line, self.column) if n)]
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Edit:
    """A repair in the text of a file: what stands from a line and column up to another (from 1, in characters, the
    last one not included) becomes `text`."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: the rule, what is wrong here, where, and what to do about it.

    `excerpt` is the source line the place is on, or the part of a long one that begins at `excerpt_column`
    (empty where there is none); `width` is how many of its characters, from the column on, are meant. `edits` mend it
    and lose nothing; there are none where only an editor can.
    """

    rule: Rule
    message: str
    location: Location
    hint: str = ""
    excerpt: str = ""
    width: int = 1
    related: tuple[Location, ...] = ()
    excerpt_column: int = 1
    edits: tuple[Edit, ...] = ()

    @property
    def severity(self) -> Severity:
        """The severity of the rule."""
        return self.rule.severity

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Path, line, column, code, message: the one order in which findings are reported."""
        place = self.location
        return (place.path, place.line, place.column, self.rule.code, self.message)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """A value together with what was found on the way to it; `value` is None where there is none."""

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def ok(self) -> bool:
        """True where there is a value and nothing of severity error was found."""
        return self.value is not None and worst(self.diagnostics) < Severity.ERROR


def window(line: str, column: int) -> tuple[str, int]:
    """The part of a source line to show round a column (from 1), and the column at which that part begins."""
    start = max(0, column - 1 - _BEFORE) if len(line) > _WIDEST else 0
    return line[start : start + _WIDEST], start + 1


def worst(diagnostics: Iterable[Diagnostic]) -> int:
    """The highest severity among the diagnostics, 0 where there are none."""
    return max((d.severity for d in diagnostics), default=0)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics sorted by path, line, column and code, doubles removed."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda d: d.sort_key))
