"""One finding a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from memcon.diagnostics import Diagnostic
from memcon.reporters.paint import Paint, plain, safe


def concise(diagnostics: Iterable[Diagnostic], paint: Paint = plain) -> Iterator[str]:
    """One line each: path:line:column: severity code message."""
    for found in diagnostics:
        label = found.severity.label
        yield f"{safe(str(found.location))}: {paint(f'{label} {found.rule.code}', label)} {safe(found.message)}"
