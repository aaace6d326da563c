"""memcon inspect"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import click

from memcon.cli.common import Report, read_bytes, reporting
from memcon.conversion import Settings, transcribe
from memcon.editions import load_edition
from memcon.inspection import SeenLine
from memcon.inspection import inspect as inspect_lines

_COLOURS = {
    "label": "green", "head": "blue", "furniture": "magenta", "stamp": "magenta", "banner": "magenta",
    "classification-block": "magenta", "pageNum": "magenta", "page": "magenta", "source-note": "cyan",
    "note-continues": "cyan", "footnote": "cyan", "trailer": "blue", "closer": "blue",
}  # fmt: skip
_WIDTH = 72


@click.command(
    epilog="""\b
Examples:
  memcon inspect talk.txt
  memcon inspect talk.txt --doubts              the lines in doubt alone
  memcon inspect talk.txt --json > seen.json"""
)
@click.argument("transcript")
@click.option("--edition", type=click.Path(dir_okay=False), help="edition.toml: authority file and decisions.")
@click.option("--encoding", help="Encoding of the transcript, if it is not UTF-8.")
@click.option("--doubts", is_flag=True, help="Show the lines in doubt alone.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object per line of the transcript.")
@reporting(to_stderr=True)
def inspect(
    transcript: str, edition: str | None, encoding: str | None, doubts: bool, as_json: bool, report: Report
) -> None:
    """Show what the converter saw: each line of a transcript, what it was taken for, and why.

    A line in doubt can be settled in edition.toml; the next convert obeys.
    """
    settings = Settings()
    if edition is not None:
        loaded = load_edition(Path(edition))
        report.add(*loaded.diagnostics)
        settings = loaded.value or settings
    data = read_bytes(transcript, report)
    outcome = transcribe(data, transcript, settings, encoding) if data is not None else None
    if outcome is None or outcome.value is None:
        report.add(*(outcome.diagnostics if outcome is not None else ()))
        report.finish("nothing to show")
    assert outcome is not None
    assert outcome.value is not None
    lines = inspect_lines(outcome.value, outcome.diagnostics)
    for line in lines:
        if not doubts or line.doubts:
            click.echo(_json(line) if as_json else _shown(line), color=None if _colored() else False)
    report.finish("inspected")


def _colored() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _shown(line: SeenLine) -> str:
    """`12  label    Lindqvist: ...    recurs 4 times`, and the doubts below."""
    text = "".join(c if c.isprintable() else " " for c in line.text)
    text = text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"
    role = click.style(f"{line.role:<14.14}", fg=_COLOURS.get(line.role))
    why = click.style("  ".join(part for part in (line.person, line.evidence) if part), dim=True)
    rows = [f"{line.number:>5}  {role} {text:<{_WIDTH}}  {why}".rstrip()]
    for doubt in line.doubts:
        label = click.style(f"{doubt.severity.label}[{doubt.rule.code}]", fg="yellow")
        rows.append(f"{'':>5}  {'':<14} {label} {doubt.message}")
    return "\n".join(rows)


def _json(line: SeenLine) -> str:
    doubts = [{"code": d.rule.code, "severity": d.severity.label, "message": d.message} for d in line.doubts]
    return json.dumps(
        {"line": line.number, "text": line.text, "role": line.role, "evidence": line.evidence, "person": line.person,
         "memorandum": line.memorandum, "doubts": doubts},
        ensure_ascii=False,
    )  # fmt: skip
