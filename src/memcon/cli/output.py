"""Printing findings and writing them to files, in every format that was asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import click

from memcon.cli.formats import Target
from memcon.cli.terminal import is_colored, painted, width_of
from memcon.diagnostics import Diagnostic
from memcon.findings import Findings
from memcon.reporters import FOR_PEOPLE, REPORTERS, Paint, human, plain
from memcon.reporters.summary import statistics


@dataclass(frozen=True, slots=True)
class Output:
    """How findings are told: the reports that are wanted, colour, the stream; at most `most` are printed, or their
    counts alone. `quiet` is 1 where nothing but findings is printed, 2 where they are not either."""

    targets: tuple[Target, ...] = (Target("human"),)
    color: str = "auto"
    to_stderr: bool = False
    most: int | None = None
    counts: bool = False
    quiet: int = 0

    @property
    def format(self) -> str:
        """The format of what is printed; empty where reports go to files alone."""
        return next((target.format for target in self.targets if not target.file), "")

    @property
    def _for_people(self) -> bool:
        return self.format in FOR_PEOPLE

    @property
    def files(self) -> tuple[str, ...]:
        """The files that reports are written to."""
        return tuple(target.file for target in self.targets if target.file)

    def on_stderr(self, data_to_stdout: bool) -> bool:
        """Whether findings go to standard error. Reports for programs go there only where standard output carries
        the data."""
        return data_to_stdout or (self.to_stderr and self._for_people)

    def tell(self, findings: Findings, title: str, data_to_stdout: bool, told: Collection[Diagnostic] = ()) -> bool:
        """Print and write all reports, and append to the job summary of GitHub Actions. False where a file could not
        be written, which is said. Findings that were `told` are not printed for people again."""
        if self.quiet < 2:
            left = tuple(each for each in findings.found if each not in told) if self._for_people else findings.found
            self._print(replace(findings, found=left), self.on_stderr(data_to_stdout))
        wanted = [target for target in self.targets if target.file]
        wrote = [_write(target, findings) for target in wanted]
        return all(wrote) and _summarise(findings, title)

    def _print(self, findings: Findings, err: bool) -> None:
        stream = sys.stderr if err else sys.stdout
        colored = is_colored(self.color, stream)
        for line in self._lines(findings, painted if colored else plain, width_of(stream)):
            click.echo(line, err=err, color=colored)

    def _lines(self, findings: Findings, paint: Paint, width: int) -> Iterator[str]:
        if self.counts:
            return statistics(findings.found, paint)
        if not self.format or (self._for_people and not findings.found):
            return iter(())
        shown = findings.found[: self.most]
        if self.format == "human":
            return human(shown, paint, width)
        return REPORTERS[self.format](replace(findings, found=shown), paint)

    def left_out(self, findings: Findings) -> int:
        """How many findings --max keeps from being printed."""
        if self.most is None or self.counts or not self.format:
            return 0
        return max(len(findings.found) - self.most, 0)


def _write(target: Target, findings: Findings) -> bool:
    from memcon.writing import write_aside

    text = "".join(f"{line}\n" for line in REPORTERS[target.format](findings, plain))
    fault = write_aside(Path(target.file), text.encode("utf-8", "backslashreplace"))
    if fault is not None:
        click.echo(f"memcon: {fault.location.path} {fault.message}", err=True)
    return fault is None


def _summarise(findings: Findings, title: str) -> bool:
    """A job summary, where GitHub Actions says which file holds it."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return True
    from memcon.reporters.markdown import markdown

    try:
        with Path(path).open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.writelines(f"{line}\n" for line in markdown(findings, title))
    except OSError as error:
        click.echo(f"memcon: the job summary cannot be written: {error.strerror or error}", err=True)
        return False
    return True
