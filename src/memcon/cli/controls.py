"""The options of validate by which findings are chosen and counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any

import click

from memcon.cli.report import Report
from memcon.findings import Known, Selection, beginning, read_baseline
from memcon.resources import read_input, reason
from memcon.rules import RULES


@dataclass(frozen=True, slots=True)
class Control:
    """What counts: the rules that are listened to; the baseline, where there is one, and the file that it is written
    to anew, if it is."""

    selection: Selection
    baseline: tuple[Known, ...] | None = None
    baseline_file: str = ""
    write_to: str = ""


def controlled(verb: Callable[..., Any]) -> Callable[..., Any]:
    """The options --select to --silent: what counts is handed to the verb as `control`, what is shown is set in its
    `report`."""

    @click.option("--select", multiple=True, callback=_codes, metavar="CODES",
                  help="Only these rules: codes, their beginnings, or names, as in MC502,MC51.")  # fmt: skip
    @click.option("--ignore", multiple=True, callback=_codes, metavar="CODES",
                  help="Not these rules. The more exact of --select and --ignore decides.")  # fmt: skip
    @click.option("--baseline", type=click.Path(dir_okay=False), metavar="FILE",
                  help="Only what is not in this file counts; what is gone of it is said.")  # fmt: skip
    @click.option("--update-baseline", is_flag=True, help="Write the file of --baseline anew.")
    @click.option("--write-baseline", type=click.Path(dir_okay=False), metavar="FILE",
                  help="Write all findings down as a baseline; none of them counts.")  # fmt: skip
    @click.option("--max", "most", type=click.IntRange(min=0), metavar="N",
                  help="Print no more than N findings. All are counted, and written to files.")  # fmt: skip
    @click.option("--statistics", is_flag=True, help="Print how often each rule found something instead.")
    @click.option("-q", "--quiet", is_flag=True, help="Print findings and nothing else.")
    @click.option("-s", "--silent", is_flag=True, help="Print nothing: the exit code says it.")
    @wraps(verb)
    def wrapped(
        *args: Any, select: tuple[str, ...], ignore: tuple[str, ...], baseline: str | None, update_baseline: bool,
        write_baseline: str | None, most: int | None, statistics: bool, quiet: bool, silent: bool, report: Report,
        **kwargs: Any,
    ) -> Any:  # fmt: skip
        control = _with_baseline(Control(Selection(select, ignore)), baseline, update_baseline, write_baseline)
        if statistics and report.output.format not in ("", "human", "concise"):
            raise click.UsageError("--statistics is for people: it goes with --format human or concise, or with files")
        report.output = replace(report.output, most=most, counts=statistics, quiet=2 if silent else int(quiet))
        return verb(*args, control=control, report=report, **kwargs)

    return wrapped


def _codes(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The value of --select and --ignore: beginnings of codes."""
    words = [word.strip() for value in values for word in value.split(",") if word.strip()]
    return tuple(map(_code, words))


def _code(word: str) -> str:
    code = beginning(word)
    if code is None:
        known = [*RULES, *(each.name for each in RULES.values())]
        import difflib

        near = difflib.get_close_matches(word.upper(), known, 3) or difflib.get_close_matches(word.lower(), known, 3)
        meant = f"; did you mean {' or '.join(near)}?" if near else "; memcon rule lists all of them"
        raise click.BadParameter(f"there is no rule {word}{meant}")
    return code


def _with_baseline(control: Control, baseline: str | None, update: bool, write: str | None) -> Control:
    """The control with the baseline that is read or written."""
    if baseline and write:
        raise click.UsageError("--write-baseline writes a first baseline; --update-baseline writes one anew")
    if update and not baseline:
        raise click.UsageError("--update-baseline needs --baseline FILE")
    if write:
        return replace(control, baseline=(), baseline_file=write, write_to=write)
    if not baseline:
        return control
    return replace(
        control, baseline=_read(baseline, update), baseline_file=baseline, write_to=baseline if update else ""
    )


def _read(path: str, may_be_missing: bool) -> tuple[Known, ...]:
    try:
        return read_baseline(read_input(path))
    except FileNotFoundError as error:
        if may_be_missing:
            return ()
        hint = f"memcon validate ... --write-baseline {path} makes it"
        raise click.UsageError(f"there is no baseline {path}; {hint}") from error
    except OSError as error:
        raise click.UsageError(f"the baseline {path} cannot be read: {reason(error)}") from error
    except ValueError as error:
        raise click.UsageError(f"the baseline {path} cannot be used: {error}") from error
