"""What the verbs share: options, inputs, colour, progress, reporting."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import Any, TextIO, TypeVar

import click

from memcon.diagnostics import Diagnostic, Location, Severity, in_order
from memcon.reporters import REPORTERS, plain, summary
from memcon.resources import reason
from memcon.rules import rule

STDIN = "-"
_STYLES: dict[str, dict[str, Any]] = {
    "error": {"fg": "red", "bold": True}, "warning": {"fg": "yellow", "bold": True}, "info": {"fg": "cyan"},
    "dim": {"dim": True}, "bold": {"bold": True},
}  # fmt: skip
SEVERITIES = {severity.label: severity for severity in reversed(Severity)}
_PATIENCE = 1.0  # seconds before a progress bar is shown
T = TypeVar("T")


@dataclass
class Report:
    """Collects the findings of one call, prints them and knows the exit code."""

    format: str
    fail_on: Severity
    color: str
    to_stderr: bool
    found: list[Diagnostic] = field(default_factory=list)
    unreadable: bool = False
    data_to_stdout: bool = False

    def add(self, *diagnostics: Diagnostic) -> None:
        """Add findings; an input that cannot be read counts as an I/O fault."""
        self.found += diagnostics
        self.unreadable = self.unreadable or any(d.rule.code == "MC105" for d in diagnostics)

    def finish(self, done: str = "") -> None:
        """Print the findings in order and a summary, and leave with the exit code."""
        found = in_order(self.found)
        colored = self._colored()
        paint = (lambda text, style: click.style(text, **_STYLES[style])) if colored else plain
        if found or self.format == "json":
            for line in REPORTERS[self.format](found, paint):
                click.echo(line, err=self._err, color=colored)
        counts = summary(found)
        words = ": ".join(part for part in (done, counts or ("nothing found" if not done else "")) if part)
        if self.format != "json" or not self._err:  # JSON is not mixed with anything
            click.echo(words, err=True)
        if self.unreadable:
            sys.exit(2)
        sys.exit(1 if any(d.severity >= self.fail_on for d in found) else 0)

    @property
    def _err(self) -> bool:
        """Whether findings go to standard error: JSON only where standard output carries the data."""
        return self.data_to_stdout or (self.to_stderr and self.format != "json")

    def _colored(self) -> bool:
        return is_colored(self.color, sys.stderr if self._err else sys.stdout)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether the stream is a terminal; a closed one is None."""
    return stream is not None and stream.isatty()


def is_colored(color: str, stream: TextIO | None) -> bool:
    """Whether to colour what goes to a stream, by the option --color."""
    if color != "auto":
        return color == "always"
    return is_terminal(stream) and not os.environ.get("NO_COLOR")


def encoding_name(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """The value of --encoding, checked before anything is read."""
    try:
        if value is not None:
            b"    ".decode(value)  # an empty string is decoded by any name
    except UnicodeError:
        pass
    except (LookupError, ValueError) as error:
        raise click.BadParameter(f"there is no text encoding called {value!r}; cp1252 and koi8-r are two") from error
    return value


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
        @click.option("--format", "format_", type=click.Choice(list(REPORTERS)), default="human", show_default=True,
                      help="How findings are printed.")  # fmt: skip
        @fail_on_option
        @color_option
        @wraps(verb)
        def wrapped(*args: Any, format_: str, fail_on: str, color: str, **kwargs: Any) -> Any:
            return verb(*args, report=Report(format_, SEVERITIES[fail_on], color, to_stderr), **kwargs)

        return wrapped

    return decorate


def inputs(paths: Sequence[str], suffix: str = "") -> list[str]:
    """The files that the arguments mean: a folder stands for its files (with that suffix), hidden ones left out.
    Nothing stands twice."""
    files: list[str] = []
    for path in paths:
        if path == STDIN or not os.path.isdir(path):  # noqa: PTH112  # Path.is_dir raises where a name is too long
            files.append(path)
            continue
        inside = sorted(p for p in Path(path).iterdir() if p.is_file() and not p.name.startswith("."))
        files += [str(p) for p in inside if p.name.endswith(suffix)]
    if not files:
        raise click.UsageError(f"there is nothing to do: no {suffix or 'file'} in {', '.join(paths)}")
    return list(dict.fromkeys(files))


def read_bytes(path: str, report: Report) -> bytes | None:
    """The bytes of a file or of standard input; None, and MC105 reported, where they cannot be read."""
    try:
        return sys.stdin.buffer.read() if path == STDIN else Path(path).read_bytes()
    except OSError as error:
        report.add(Diagnostic(rule("MC105"), f"cannot be read: {reason(error)}", Location(path)))
        return None


def write_stdout(data: bytes) -> None:
    """Data to standard output, at once, so that a fault is met here."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def progress(items: Sequence[T], label: str) -> Iterator[T]:
    """The items, with a progress bar on standard error once the work takes over a second (on a terminal only)."""
    if not is_terminal(sys.stderr) or len(items) < 2:
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
    if done == len(items):
        return
    with click.progressbar(length=len(items), label=label, file=sys.stderr) as bar:
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


def unique(values: Iterable[T]) -> list[T]:
    """The values in order, each once."""
    return list(dict.fromkeys(values))
