"""For people: each finding with its place, its source line and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from memcon.diagnostics import Diagnostic
from memcon.reporters.paint import Paint, plain, safe

_WIDEST = 160  # columns of a source line that are shown


def human(diagnostics: Iterable[Diagnostic], paint: Paint = plain) -> Iterator[str]:
    """Each finding with its place, its source line and carets below it."""
    for found in diagnostics:
        label = found.severity.label
        yield f"{paint(f'{label}[{found.rule.code}]', label)} {paint(found.rule.name, 'bold')}: {safe(found.message)}"
        yield paint(f"  --> {safe(str(found.location))}", "dim")
        yield from _excerpt(found, paint)
        for place in found.related:
            yield paint(f"  see {safe(str(place))}", "dim")
        if found.hint:
            yield f"   = help: {safe(found.hint)}"
        yield ""


def _excerpt(found: Diagnostic, paint: Paint) -> Iterator[str]:
    """The source line, cut to a window round the place, and carets."""
    if not found.excerpt.strip() or not found.location.line:
        return
    text, before = found.excerpt, max(found.location.column - found.excerpt_column, 0)
    start = max(0, before - _WIDEST // 3) if len(text) > _WIDEST else 0
    window = safe(text[start : start + _WIDEST]).replace("\t", " ")
    number = str(found.location.line)
    bar = " " * len(number)
    width = max(1, min(found.width, len(window) - (before - start)))
    yield f" {bar} |"
    yield f" {number} | {window}"
    yield f" {bar} | {' ' * (before - start)}{paint('^' * width, found.severity.label)}"
