"""Workflow commands of GitHub Actions: an annotation for each finding.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from memcon.diagnostics import Diagnostic, Severity
from memcon.findings import Findings
from memcon.reporters.paths import told

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github(findings: Findings) -> Iterator[str]:
    """`::error file=a.xml,line=3,col=5,endColumn=9,title=MC502 dangling-pointer::message`, a line each."""
    for found in findings.found:
        told_ = f"{found.message}\n{found.hint}" if found.hint else found.message
        path = told(found.location.path, findings.base, findings.here)
        properties = ",".join(f"{name}={_property(value)}" for name, value in _properties(found, path))
        yield f"::{_COMMANDS[found.severity]} {properties}::{_data(told_)}"


def _properties(found: Diagnostic, path: str) -> Iterator[tuple[str, str]]:
    place = found.location
    yield "file", path
    if place.line:
        yield "line", str(place.line)
    if place.line and place.column:
        yield "col", str(place.column)
        yield "endColumn", str(place.column + found.width)
    yield "title", f"{found.rule.code} {found.rule.name}"


def _data(text: str) -> str:
    """Text as a message: the toolkit of GitHub Actions escapes these three. Other control characters could steer a
    terminal, and are made visible."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Text as a property: what would end it is escaped, too."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
