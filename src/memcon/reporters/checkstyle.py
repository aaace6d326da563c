"""Checkstyle's XML: a file element for each file that was checked, an error element for each finding."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from memcon.findings import Findings
from memcon.reporters.byfile import by_file
from memcon.reporters.paths import told
from memcon.reporters.xml import child, written


def checkstyle(findings: Findings) -> Iterator[str]:
    """The whole report. A line of 0 means the file as a whole; a column that is not known is left out."""
    root = etree.Element("checkstyle", version="4.3")
    for path, group in by_file(findings):
        file = child(root, "file", name=told(path, findings.base, findings.here))
        for found in group:
            place = found.location
            column = {"column": str(place.column)} if place.column else {}
            message = f"{found.message}\n{found.hint}" if found.hint else found.message
            child(file, "error", line=str(place.line), **column, severity=found.severity.label, message=message,
                  source=f"memcon.{found.rule.code}")  # fmt: skip
    yield written(root)
