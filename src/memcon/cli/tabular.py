"""What the verbs share that answer with tables: the options, and the three formats.

The data go to standard output, findings always to standard error.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import wraps
from typing import Any

import click

from memcon.cli.common import SEVERITIES, Report, color_option, fail_on_option, read_bytes, write_stdout
from memcon.cli.output import Output
from memcon.tables import csv_lines
from memcon.tei.parsing import Tree, parse_tei

FORMATS = ("table", "csv", "json")


def tabular(verb: Callable[..., Any]) -> Callable[..., Any]:
    """The options --format, --fail-on and --color, handed to the verb as `format_` and `report`."""

    @click.option("--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True,
                  help="How the answer is printed; findings go to standard error.")  # fmt: skip
    @fail_on_option
    @color_option
    @wraps(verb)
    def wrapped(*args: Any, fail_on: str, color: str, **kwargs: Any) -> Any:
        report = Report(Output(color=color, to_stderr=True), SEVERITIES[fail_on], data_to_stdout=True)
        return verb(*args, report=report, **kwargs)

    return wrapped


def trees(paths: Iterable[str], report: Report) -> Iterator[tuple[str, Tree]]:
    """The TEI files one after the other, each with its tree; what cannot be read or parsed is reported and left out."""
    for path in paths:
        data = read_bytes(path, report)
        if data is None:
            continue
        outcome = parse_tei(data, path)
        report.add(*outcome.diagnostics)
        if outcome.value is not None:
            yield path, outcome.value


def echo_csv(rows: Iterable[Sequence[str]]) -> None:
    """CSV to standard output, in UTF-8."""
    for line in csv_lines(rows):
        write_stdout(line.encode("utf-8", "backslashreplace"))


def echo_json(value: object) -> None:
    """One JSON value to standard output, in ASCII, so that no terminal's encoding can spoil it."""
    click.echo(json.dumps(value, indent=2))
