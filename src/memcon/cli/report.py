"""The findings of one call: collected, told, and turned into an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import Any

import click

from memcon.cli.formats import Target, TargetType, checked
from memcon.cli.output import Output
from memcon.diagnostics import Diagnostic, Severity, in_order
from memcon.findings import Findings
from memcon.reporters import FOR_PEOPLE, summary

SEVERITIES = {severity.label: severity for severity in reversed(Severity)}


@dataclass
class Report:
    """Collects the findings of one call, tells them and knows the exit code. `told` are those that were shown already:
    they count, and people are not told them again."""

    output: Output
    fail_on: Severity
    found: list[Diagnostic] = field(default_factory=list)
    told: list[Diagnostic] = field(default_factory=list)
    checked: list[str] = field(default_factory=list)
    unreadable: bool = False
    data_to_stdout: bool = False

    def add(self, *diagnostics: Diagnostic) -> None:
        """Add findings; an input that cannot be read counts as an I/O fault."""
        self.found += diagnostics
        self.unreadable = self.unreadable or any(d.rule.code == "MC105" for d in diagnostics)

    def findings(self) -> Findings:
        """All findings so far, in order."""
        return Findings(in_order(self.found), (), tuple(self.checked), self.fail_on, *_base())

    def finish(self, done: str = "") -> None:
        """Tell the findings and a summary, and leave with the exit code."""
        sys.exit(self.tell(self.findings(), done))

    def tell(self, findings: Findings, done: str = "") -> int:
        """Tell these findings and a summary; the exit code."""
        counts = summary(findings.found)
        words = ": ".join(part for part in (done, counts or ("nothing found" if not done else "")) if part)
        written = self.output.tell(findings, words, self.data_to_stdout, self.told)
        if left := self.output.left_out(findings):
            words += f"; {left} of them not shown"
        if self.output.format in ("", *FOR_PEOPLE) or not self.output.on_stderr(self.data_to_stdout):
            self._say(words)  # a report for programs is not mixed with anything
        return 2 if self.unreadable or not written else int(findings.failed)

    def _say(self, words: str) -> None:
        if not self.output.quiet:
            click.echo(words, err=True)


def _base() -> tuple[str, str]:
    """The folder whose paths a job of GitHub or GitLab shows, and the current one as seen from it; elsewhere they are
    the same."""
    current = os.getcwd()  # noqa: PTH109
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        checkout = os.environ.get(name, "")
        if Path(checkout).is_absolute() and Path(current).is_relative_to(os.path.realpath(checkout)):
            return checkout, os.path.relpath(current, os.path.realpath(checkout))
    return current, ""


fail_on_option = click.option(
    "--fail-on", type=click.Choice(list(SEVERITIES)), default="error", show_default=True,
    help="The lowest severity that makes the exit code 1.",
)  # fmt: skip
color_option = click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
    help="Colour of findings; auto means: on a terminal, unless NO_COLOR is set.",
)  # fmt: skip


def reporting(to_stderr: bool) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The options --format, --fail-on and --color, handed to the verb as one `report`."""

    def decorate(verb: Callable[..., Any]) -> Callable[..., Any]:
        @click.option("--format", "formats", type=TargetType(), multiple=True, callback=checked,
                      metavar="FORMAT[=FILE]",
                      help="How findings are told: human, concise, json, jsonl, github, gitlab, sarif, junit or "
                      "checkstyle; with a file, written there. Repeatable.  [default: human]")  # fmt: skip
        @fail_on_option
        @color_option
        @wraps(verb)
        def wrapped(*args: Any, formats: tuple[Target, ...], fail_on: str, color: str, **kwargs: Any) -> Any:
            output = Output(formats or (Target("human"),), color, to_stderr)
            return verb(*args, report=Report(output, SEVERITIES[fail_on]), **kwargs)

        return wrapped

    return decorate
