"""memcon inspect"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from memcon.cli.common import Report, encoding_name, read_bytes, reporting
from memcon.cli.prose import paragraph
from memcon.cli.terminal import is_colored, width_of
from memcon.conversion import Settings, transcribe
from memcon.editions import load_edition
from memcon.inspection import SeenLine
from memcon.inspection import inspect as inspect_lines
from memcon.tables import columns

_COLOURS = {
    "label": "green", "head": "blue", "furniture": "magenta", "stamp": "magenta", "banner": "magenta",
    "classification-block": "magenta", "pageNum": "magenta", "page": "magenta", "source-note": "cyan",
    "note-continues": "cyan", "footnote": "cyan", "trailer": "blue", "closer": "blue",
}  # fmt: skip
_TEXT = 72  # columns of a line's text
_BEFORE = 22  # columns before it: number and role
_LEAST = 20


@click.command(
    epilog="""\b
Examples:
  memcon inspect talk.txt
  memcon inspect talk.txt --doubts              the lines in doubt alone
  memcon inspect talk.txt --json > seen.json"""
)
@click.argument("transcript")
@click.option("--edition", type=click.Path(dir_okay=False), help="edition.toml: authority file and decisions.")
@click.option("--encoding", callback=encoding_name, help="Encoding of the transcript, if it is not UTF-8.")
@click.option("--doubts", is_flag=True, help="Show the lines in doubt alone.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object per line of the transcript.")
@reporting(to_stderr=True)
def inspect(
    transcript: str, edition: str | None, encoding: str | None, doubts: bool, as_json: bool, report: Report
) -> None:
    """Show what the converter saw: each line of a transcript, what it was taken for, and why.

    A line in doubt can be settled in edition.toml; the next convert obeys. Doubts are findings: --format tells them in
    another form, too, and --fail-on counts them.
    """
    report.data_to_stdout = True
    settings = Settings()
    if edition is not None:
        loaded = load_edition(Path(edition))
        report.add(*loaded.diagnostics)
        settings = loaded.value or settings
    data = read_bytes(transcript, report)
    outcome = transcribe(data, transcript, settings, encoding) if data is not None else None
    if outcome is not None:
        report.add(*outcome.diagnostics)
    if outcome is None or outcome.value is None:
        report.finish("nothing to show")
    assert outcome is not None
    assert outcome.value is not None
    colored = is_colored(report.output.color, sys.stdout)
    terminal = width_of(sys.stdout)
    for line in inspect_lines(outcome.value, outcome.diagnostics):
        report.told += line.doubts
        if not doubts or line.doubts:
            for row in (_json(line),) if as_json else shown(line, terminal):
                click.echo(row, color=colored)
    report.finish("inspected")


def shown(line: SeenLine, terminal: int) -> Iterator[str]:
    """`12  label    Lindqvist: ...    recurs 4 times`, and the doubts below. Where a terminal of so many columns (0: of
    any width) is too narrow, the evidence stands below, too."""
    room = max(terminal - _BEFORE, _LEAST) if terminal else 0
    width = min(_TEXT, room or _TEXT)
    text = "".join(c if c.isprintable() else " " for c in line.text)
    text = text if len(text) <= width else text[: width - 1] + "…"
    role = click.style(f"{line.role:<14.14}", fg=_COLOURS.get(line.role))
    why = "  ".join(part for part in (line.person, line.evidence) if part)
    beside = not room or width + 2 + len(why) <= room
    told = f"  {click.style(why, dim=True)}" if why and beside else ""
    yield f"{line.number:>5}  {role} {text}{' ' * (width - columns(text))}{told}".rstrip()
    if why and not beside:
        yield from (click.style(row, dim=True) for row in _below(why, terminal))
    for doubt in line.doubts:
        label = f"{doubt.severity.label}[{doubt.rule.code}]"
        first, *more = _below(f"{label} {doubt.message}", terminal)
        yield first.replace(label, click.style(label, fg="yellow"), 1)
        yield from more
        if doubt.hint:
            yield from _below(f"help: {doubt.hint}", terminal)


def _below(words: str, terminal: int) -> list[str]:
    """Words below the text of a line, wrapped where there is a terminal."""
    indent = " " * _BEFORE
    if not terminal:
        return [indent + words]
    return paragraph(words, max(terminal, _BEFORE + _LEAST), indent).splitlines()


def _json(line: SeenLine) -> str:
    doubts = [{"code": d.rule.code, "severity": d.severity.label, "message": d.message} for d in line.doubts]
    return json.dumps(
        {"line": line.number, "text": line.text, "role": line.role, "evidence": line.evidence, "person": line.person,
         "memorandum": line.memorandum, "doubts": doubts},
        ensure_ascii=False,
    )  # fmt: skip
