"""From all findings of validate to those that count."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

import click

from memcon.cli.common import STDIN, plural, relative
from memcon.cli.controls import Control
from memcon.cli.report import Report
from memcon.diagnostics import Diagnostic, in_order
from memcon.findings import Findings, Known, divided, known, told_once, write_baseline


def settle(report: Report, control: Control, edition: str | None, governed: Sequence[str]) -> tuple[Findings, str]:
    """The findings of a report that are not settled by an edition (to which the `governed` files belong), not
    deselected, and not in the baseline; and what to say of that in the summary, if anything. The baseline is written
    where that was asked for."""
    left = _unsettled(report, control, edition, governed)
    everything = report.findings()
    ignored = len(set(everything.found) - set(left))
    findings = replace(everything, found=told_once(control.selection.of(left)))
    words = [f"{ignored} settled in edition.toml"] if ignored else []
    if control.baseline is not None:
        findings, said = _compared(findings, control)
        words += said
    return findings, ", ".join(words)


def _unsettled(
    report: Report, control: Control, edition: str | None, governed: Sequence[str]
) -> tuple[Diagnostic, ...]:
    """The findings that no edition settles. What is wrong with an edition is reported."""
    if not governed:
        return report.findings().found
    from memcon.cli.governing import editions_of, unsettled

    editions = editions_of(governed, edition)
    report.add(*editions.diagnostics)
    return in_order(unsettled(report.findings().found, editions.value or (), control.selection))


def _compared(findings: Findings, control: Control) -> tuple[Findings, list[str]]:
    """The findings that the baseline does not know, and what is to say of it."""
    folder = Path(control.baseline_file).parent

    def name(path: str) -> str:
        return path if path == STDIN else relative(path, folder)

    checked = {name(path) for path in findings.checked}

    def looked_for(entry: Known) -> bool:
        deleted = entry.path != STDIN and not (folder / entry.path).exists()
        return control.selection.takes(entry.code) and (deleted or entry.path in checked)

    assert control.baseline is not None
    unread = tuple(each for each in findings.found if each.rule.code == "MC105")  # no state that one could accept
    readable = [each for each in findings.found if each.rule.code != "MC105"]
    new, gone, now = divided(known(readable, name), control.baseline, looked_for)
    words = [f"{len(readable) - len(new)} in the baseline"] if len(new) < len(readable) else []
    words += [f"{len(gone)} gone since"] if gone else []
    if control.write_to:
        new, gone = (), ()
        words = [f"{plural(len(now), 'finding')} written to {control.write_to}"]
        _write(control.write_to, write_baseline(now))
    told = tuple(replace(each, path=_from_here(each.path, folder)) for each in gone)
    return replace(findings, found=in_order((*unread, *new)), gone=told, compared=True), words


def _from_here(path: str, folder: Path) -> str:
    return path if path == STDIN else os.path.normpath(folder / path)


def _write(path: str, data: bytes) -> None:
    from memcon.writing import write_aside

    fault = write_aside(Path(path), data)
    if fault is not None:
        raise _Unwritten(f"the baseline {path} {fault.message}")


class _Unwritten(click.ClickException):
    """A fault of I/O, and not of how memcon was called."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(f"memcon: {self.message}", file=file, err=file is None)
