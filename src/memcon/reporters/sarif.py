"""SARIF 2.1.0, the format of GitHub code scanning and of many editors.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; paragraphs (§) below are of that text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from memcon.diagnostics import Diagnostic, Edit, Location, Severity
from memcon.findings import Findings, Known, fingerprinted
from memcon.reporters.paths import uri
from memcon.reporters.sarifrules import LEVELS, descriptor
from memcon.rules import RULES
from memcon.version import VERSION

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "SRCROOT"
_FINGERPRINT = "memcon/v1"
_NUMBERS = {code: number for number, code in enumerate(RULES)}

Object = dict[str, object]


def sarif(findings: Findings) -> Iterator[str]:
    """One log with one run. All rules are described, so that a viewer can tell what was looked for."""
    yield json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(findings)]}, indent=2)


def _run(findings: Findings) -> Object:
    paths = dict.fromkeys((*findings.checked, *(found.location.path for found in findings.found)))
    driver = {"name": "memcon", "version": VERSION, "semanticVersion": VERSION,
              "rules": [descriptor(each) for each in RULES.values()]}  # fmt: skip
    complete = all(found.rule.code != "MC105" for found in findings.found)
    return {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder that paths begin in."}}},
        "invocations": [{"executionSuccessful": complete}],
        "artifacts": [{"location": _artifact(path, findings)} for path in sorted(paths)],
        "results": [
            *(_result(found, fingerprint, findings) for found, fingerprint in fingerprinted(findings.found)),
            *(_absent(gone, findings) for gone in findings.gone),
        ],
    }  # fmt: skip


def _result(found: Diagnostic, fingerprint: str, findings: Findings) -> Object:
    message = f"{found.message}\n{found.hint}" if found.hint else found.message
    made: Object = {
        "ruleId": found.rule.code,
        "ruleIndex": _NUMBERS[found.rule.code],
        "level": LEVELS[found.severity],
        "message": {"text": message},
        "locations": [_location(found.location, findings, found.width)],
        "partialFingerprints": {_FINGERPRINT: fingerprint},
    }
    if findings.compared:
        made["baselineState"] = "new"
    if found.related:
        made["relatedLocations"] = [{"id": n, **_location(place, findings)} for n, place in enumerate(found.related, 1)]
    if found.edits:
        made["fixes"] = [_fix(found, findings)]
    return made


def _absent(gone: Known, findings: Findings) -> Object:
    """§3.27.24: a result of the baseline that is no longer found."""
    severity = RULES[gone.code].severity if gone.code in RULES else Severity.WARNING
    return {
        "ruleId": gone.code, "level": LEVELS[severity], "message": {"text": gone.message}, "baselineState": "absent",
        "locations": [_location(Location(gone.path), findings)],
        "partialFingerprints": {_FINGERPRINT: gone.fingerprint},
    }  # fmt: skip


def _location(place: Location, findings: Findings, width: int = 0) -> Object:
    physical: Object = {"artifactLocation": _artifact(place.path, findings)}
    if place.line:
        region = {"startLine": place.line}
        if place.column:
            region["startColumn"] = place.column
        if place.column and width:
            region["endColumn"] = place.column + width
        physical["region"] = region
    made: Object = {"physicalLocation": physical}
    if place.xpath:
        made["logicalLocations"] = [{"fullyQualifiedName": place.xpath, "kind": "element"}]
    return made


def _artifact(path: str, findings: Findings) -> Object:
    """§3.4: relative to the root where it is within it, percent-encoded."""
    address = uri(path, findings.base, findings.here)
    return {"uri": address} if address.startswith("file:") else {"uri": address, "uriBaseId": _ROOT}


def _fix(found: Diagnostic, findings: Findings) -> Object:
    """§3.55: all edits of a finding belong together."""
    change = {"artifactLocation": _artifact(found.location.path, findings),
              "replacements": [_replacement(edit) for edit in found.edits]}  # fmt: skip
    return {"description": {"text": found.hint or found.rule.summary}, "artifactChanges": [change]}


def _replacement(edit: Edit) -> Object:
    region = {"startLine": edit.line, "startColumn": edit.column, "endLine": edit.end_line,
              "endColumn": edit.end_column}  # fmt: skip
    return {"deletedRegion": region, "insertedContent": {"text": edit.text}}
