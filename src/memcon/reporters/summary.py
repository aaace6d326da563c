"""Counts: of severities in one line, of rules in a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from memcon.diagnostics import Diagnostic, Severity
from memcon.reporters.paint import Paint, plain
from memcon.rules import rule

_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """`2 errors, 1 warning`; empty where nothing was found."""
    counts = Counter(found.severity for found in diagnostics)
    return ", ".join(f"{counts[s]} {_WORDS[s]}{'s' if counts[s] > 1 else ''}" for s in reversed(Severity) if counts[s])


def statistics(diagnostics: Iterable[Diagnostic], paint: Paint = plain) -> Iterator[str]:
    """A line for each rule that found something, the most frequent first: count, code, severity, name, and how many
    of its findings carry a repair."""
    found = tuple(diagnostics)
    counts = Counter(each.rule.code for each in found)
    mended = Counter(each.rule.code for each in found if each.edits)
    width = len(str(max(counts.values(), default=0)))
    for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        label = rule(code).severity.label
        repairs = f"  ({mended[code]} with a repair)" if mended[code] else ""
        yield f"{count:>{width}}  {paint(f'{code} {label:<7}', label)}  {rule(code).name}{repairs}"
