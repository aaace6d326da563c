"""GitLab's code quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from memcon.diagnostics import Severity
from memcon.findings import Findings, fingerprinted
from memcon.reporters.paths import told

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def gitlab(findings: Findings) -> Iterator[str]:
    """One JSON array. GitLab wants fingerprints that are unique in the whole report, and a line."""
    made: list[dict[str, object]] = []
    for found, fingerprint in fingerprinted(findings.found):
        path = told(found.location.path, findings.base, findings.here)
        unique = hashlib.sha256(f"{path}\0{fingerprint}".encode("utf-8", "surrogatepass")).hexdigest()
        made.append({
            "check_name": found.rule.code,
            "description": f"{found.rule.code} {found.rule.name}: {found.message}",
            "severity": _SEVERITIES[found.severity],
            "fingerprint": unique,
            "location": {"path": path, "lines": {"begin": max(found.location.line, 1)}},
        })  # fmt: skip
    yield json.dumps(made, indent=2)
