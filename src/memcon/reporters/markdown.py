"""The job summary of GitHub Actions, in its Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from memcon.findings import Findings
from memcon.reporters.paint import safe
from memcon.reporters.paths import told

_MOST = 100  # rows: GitHub refuses a summary of more than a mebibyte
_LONGEST = 500  # characters of a cell
_MARKUP = re.compile(r"[\\`*_{}\[\]()<>#+\-.!|~&@:$=^\"']")


def markdown(findings: Findings, title: str) -> Iterator[str]:
    """A heading, and a table of the findings where there are any; every character means itself."""
    yield f"### memcon: {_cell(title)}"
    yield ""
    if not findings.found:
        return
    yield "| place | severity | rule | finding |"
    yield "| --- | --- | --- | --- |"
    for found in findings.found[:_MOST]:
        place = found.location
        numbers = "".join(f":{number}" for number in (place.line, place.column) if number)
        cells = (f"{told(place.path, findings.base, findings.here)}{numbers}", found.severity.label,
                 f"{found.rule.code} {found.rule.name}", found.message)  # fmt: skip
        yield f"| {' | '.join(map(_cell, cells))} |"
    yield ""
    if len(findings.found) > _MOST:
        yield f"and {len(findings.found) - _MOST} more"
        yield ""


def _cell(text: str) -> str:
    """Text in which nothing is mark-up: punctuation as character references, which no Markdown reads as its own."""
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return _MARKUP.sub(lambda found: f"&#{ord(found[0])};", safe(short.replace("\n", " ").replace("\t", " ")))
