"""A list of diagnostics -> text: for people, one a line, or JSON. Nothing is printed here."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from memcon.diagnostics import Diagnostic, Severity

Paint = Callable[[str, str], str]
"""From text and a style ("error", "warning", "info", "dim", "bold") to the text in that style."""

_WIDEST = 160  # columns of a source line that are shown


def plain(text: str, _style: str) -> str:
    """No colour."""
    return text


def human(diagnostics: Iterable[Diagnostic], paint: Paint = plain) -> Iterator[str]:
    """Each finding with its place, its source line and carets below it."""
    for found in diagnostics:
        label = found.severity.label
        yield f"{paint(f'{label}[{found.rule.code}]', label)} {paint(found.rule.name, 'bold')}: {_safe(found.message)}"
        yield paint(f"  --> {_safe(str(found.location))}", "dim")
        yield from _excerpt(found, paint)
        for place in found.related:
            yield paint(f"  see {_safe(str(place))}", "dim")
        if found.hint:
            yield f"   = help: {_safe(found.hint)}"
        yield ""


def _excerpt(found: Diagnostic, paint: Paint) -> Iterator[str]:
    """The source line, cut to a window round the place, and carets."""
    if not found.excerpt.strip() or not found.location.line:
        return
    text, before = found.excerpt, max(found.location.column - found.excerpt_column, 0)
    start = max(0, before - _WIDEST // 3) if len(text) > _WIDEST else 0
    window = _safe(text[start : start + _WIDEST]).replace("\t", " ")
    number = str(found.location.line)
    bar = " " * len(number)
    width = max(1, min(found.width, len(window) - (before - start)))
    yield f" {bar} |"
    yield f" {number} | {window}"
    yield f" {bar} | {' ' * (before - start)}{paint('^' * width, found.severity.label)}"


def _safe(text: str) -> str:
    """Text without control characters: a file must not be able to steer the terminal."""
    return "".join(c if c.isprintable() or c == "\t" else "\N{REPLACEMENT CHARACTER}" for c in text)


def concise(diagnostics: Iterable[Diagnostic], paint: Paint = plain) -> Iterator[str]:
    """One line each: path:line:column: severity code message."""
    for found in diagnostics:
        label = found.severity.label
        yield f"{_safe(str(found.location))}: {paint(f'{label} {found.rule.code}', label)} {_safe(found.message)}"


def as_json(diagnostics: Iterable[Diagnostic], _paint: Paint = plain) -> Iterator[str]:
    """One JSON array of objects; lines and columns from 1, 0 where they are not known. It is ASCII, so that no
    terminal's encoding and no file name that is not Unicode can spoil it."""
    yield json.dumps([_object(found) for found in diagnostics], indent=2)


def _object(found: Diagnostic) -> dict[str, object]:
    place = found.location
    return {
        "code": found.rule.code, "name": found.rule.name, "severity": found.severity.label, "message": found.message,
        "path": place.path, "line": place.line, "column": place.column, "xpath": place.xpath, "hint": found.hint,
        "related": [{"path": r.path, "line": r.line, "column": r.column} for r in found.related],
    }  # fmt: skip


Reporter = Callable[[Iterable[Diagnostic], Paint], Iterator[str]]
REPORTERS: Mapping[str, Reporter] = MappingProxyType({"human": human, "concise": concise, "json": as_json})
"""The formats by name."""


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """`2 errors, 1 warning`; empty where nothing was found."""
    counts = dict.fromkeys(reversed(Severity), 0)
    for found in diagnostics:
        counts[found.severity] += 1
    words = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    return ", ".join(f"{n} {words[s]}{'s' if n > 1 else ''}" for s, n in counts.items() if n)
