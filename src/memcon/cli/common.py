"""What the verbs share: inputs, progress, small words. Findings are told in `memcon.cli.report`."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import click

from memcon.charsets import is_charset
from memcon.cli.report import SEVERITIES, Report, color_option, fail_on_option, reporting
from memcon.cli.terminal import is_terminal
from memcon.diagnostics import Diagnostic, Location
from memcon.resources import read_input, reason
from memcon.rules import rule

__all__ = [
    "SEVERITIES", "STDIN", "Report", "color_option", "encoding_name", "fail_on_option", "is_terminal",
    "is_unicode", "plural", "progress", "read_bytes", "read_file", "relative", "reporting", "write_stdout",
]  # fmt: skip

STDIN = "-"
_PATIENCE = 1.0  # seconds before a progress bar is shown
T = TypeVar("T")


def encoding_name(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """The value of --encoding, checked before anything is read."""
    if value is not None and not is_charset(value):
        raise click.BadParameter(f"there is no text encoding called {value!r}; cp1252 and koi8-r are two")
    return value


def read_file(path: str) -> bytes:
    """The bytes of a file or of standard input; OSError where they cannot be read."""
    return sys.stdin.buffer.read() if path == STDIN else read_input(path)


def read_bytes(path: str, report: Report) -> bytes | None:
    """The bytes of a file or of standard input; None, and MC105 reported, where they cannot be read."""
    try:
        return read_file(path)
    except OSError as error:
        report.add(Diagnostic(rule("MC105"), f"cannot be read: {reason(error)}", Location(path)))
        return None


def write_stdout(data: bytes) -> None:
    """Data to standard output, at once, so that a fault is met here."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def progress(items: Iterable[T], label: str, length: int = 0) -> Iterator[T]:
    """The items, with a progress bar on standard error once the work takes over a second (on a terminal only). What
    cannot be counted beforehand comes with its `length`."""
    total = len(items) if isinstance(items, Sequence) else length
    if not is_terminal(sys.stderr) or total < 2:
        yield from items
        return
    started = time.monotonic()
    remaining = iter(items)
    done = 0
    for item in remaining:
        yield item
        done += 1
        if time.monotonic() - started > _PATIENCE:
            break
    if done == total:
        return
    with click.progressbar(length=total, label=label, file=sys.stderr) as bar:
        bar.update(done)
        for item in remaining:
            yield item
            bar.update(1)


def relative(path: str | Path, start: str | Path) -> str:
    """A path as seen from a folder, with forward slashes."""
    return Path(os.path.relpath(path, start)).as_posix()


def is_unicode(name: str) -> bool:
    """Whether a file's name can be written into XML: bytes that are not UTF-8 come as half characters."""
    return not any("\ud800" <= character <= "\udfff" for character in name)


def plural(count: int, one: str, many: str = "") -> str:
    """`1 memorandum`, `3 memoranda`."""
    return f"{count} {one if count == 1 else many or one + 's'}"
