"""JSON: one array of objects. It is ASCII, so that no terminal's encoding and no file name that is not Unicode can
spoil it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from memcon.findings import Findings
from memcon.reporters.objects import objects


def json_array(findings: Findings) -> Iterator[str]:
    """One JSON array, indented."""
    yield json.dumps(list(objects(findings)), indent=2)
