"""A finding as the object it is in JSON and in JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator

from memcon.diagnostics import Diagnostic
from memcon.findings import Findings, Known, fingerprinted


def objects(findings: Findings) -> Iterator[dict[str, object]]:
    """Each finding, then each that is gone since the baseline; `state` is `found` or `gone`. Lines and columns count
    from 1 in code points and are 0 where they are not known; a repair (`edits`) ends before its end column."""
    for found, fingerprint in fingerprinted(findings.found):
        yield _found(found, fingerprint)
    yield from map(_gone, findings.gone)


def _found(found: Diagnostic, fingerprint: str) -> dict[str, object]:
    place = found.location
    return {
        "state": "found", "code": found.rule.code, "name": found.rule.name, "severity": found.severity.label,
        "message": found.message, "path": place.path, "line": place.line, "column": place.column,
        "end_column": place.column + found.width if place.column else 0, "xpath": place.xpath,
        "id": place.anchors[0] if place.anchors else "", "hint": found.hint,
        "related": [{"path": r.path, "line": r.line, "column": r.column} for r in found.related],
        "edits": [
            {"line": e.line, "column": e.column, "end_line": e.end_line, "end_column": e.end_column, "text": e.text}
            for e in found.edits
        ],
        "fingerprint": fingerprint,
    }  # fmt: skip


def _gone(gone: Known) -> dict[str, object]:
    return {"state": "gone", "code": gone.code, "message": gone.message, "path": gone.path,
            "fingerprint": gone.fingerprint}  # fmt: skip
