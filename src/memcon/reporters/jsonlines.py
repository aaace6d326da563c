"""JSON Lines: one object a line, in ASCII."""

from __future__ import annotations

import json
from collections.abc import Iterator

from memcon.findings import Findings
from memcon.reporters.objects import objects


def json_lines(findings: Findings) -> Iterator[str]:
    """The objects of the JSON array, each on a line of its own."""
    return map(json.dumps, objects(findings))
