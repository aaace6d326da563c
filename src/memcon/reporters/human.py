"""For people: each finding with its place, its source line and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from memcon.diagnostics import Diagnostic
from memcon.reporters.paint import Paint, plain, safe
from memcon.tables import columns

_WIDEST = 160  # columns of a source line that are shown
_NARROWEST = 20


def human(diagnostics: Iterable[Diagnostic], paint: Paint = plain, width: int = 0) -> Iterator[str]:
    """Each finding with its place, its source line and carets below it. Of a source line there is shown what fits into
    a terminal of that width (0: there is no terminal)."""
    for found in diagnostics:
        label = found.severity.label
        yield f"{paint(f'{label}[{found.rule.code}]', label)} {paint(found.rule.name, 'bold')}: {safe(found.message)}"
        yield paint(f"  --> {safe(str(found.location))}", "dim")
        yield from _excerpt(found, paint, width)
        for place in found.related:
            yield paint(f"  see {safe(str(place))}", "dim")
        if found.hint:
            yield f"   = help: {safe(found.hint)}"
        yield ""


def _excerpt(found: Diagnostic, paint: Paint, width: int) -> Iterator[str]:
    """The source line, cut to a window round the place, and carets."""
    if not found.excerpt.strip() or not found.location.line:
        return
    number = str(found.location.line)
    bar = " " * len(number)
    widest = min(_WIDEST, max(width - len(f" {bar} | "), _NARROWEST)) if width else _WIDEST
    text, before = found.excerpt, max(found.location.column - found.excerpt_column, 0)
    start = max(0, before - widest // 3) if len(text) > widest else 0
    window = safe(text[start : start + widest]).replace("\t", " ")
    at = before - start
    carets = max(1, columns(window[at : at + found.width]))
    yield f" {bar} |"
    yield f" {number} | {window}"
    yield f" {bar} | {' ' * columns(window[:at])}{paint('^' * carets, found.severity.label)}"
