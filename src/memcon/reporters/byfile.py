"""Findings file by file, for the formats that are built so."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.diagnostics import Diagnostic
from memcon.findings import Findings


def by_file(findings: Findings) -> Iterator[tuple[str, tuple[Diagnostic, ...]]]:
    """Each path with its findings, sorted by path; files in which nothing was found are among them."""
    groups: dict[str, list[Diagnostic]] = {path: [] for path in findings.checked}
    for found in findings.found:
        groups.setdefault(found.location.path, []).append(found)
    for path in sorted(groups):
        yield path, tuple(groups[path])
