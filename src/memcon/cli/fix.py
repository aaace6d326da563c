"""memcon fix"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import click

from memcon.cli.common import STDIN, Report, plural, progress, read_bytes, reporting, write_stdout
from memcon.cli.diffs import echo_diff
from memcon.cli.walking import files_of
from memcon.diagnostics import Diagnostic, Location
from memcon.findings import Selection, beginning
from memcon.fixing import REPAIRS, Around, Fixed, refusal
from memcon.fixing import fix as fix_document
from memcon.fixing.surroundings import EDITION, moves, neighbours_schemas, pinned, stated_schemas, transcript_beside
from memcon.reporters.paint import safe
from memcon.resources import reason
from memcon.rules import rule
from memcon.writing import write_aside


@click.command(
    epilog="""\b
Examples:
  memcon fix tei/
  memcon fix tei/ --diff
  memcon fix tei/ --check
  memcon fix tei/*.xml --select MC591,MC590
  memcon fix - < talk.xml > mended.xml"""
)
@click.argument("files", nargs=-1, required=True, metavar="TEI...")
@click.option("--diff", is_flag=True, help="Show what would be changed, and write nothing.")
@click.option("--check", is_flag=True, help="Name the files that would be changed, and write nothing; exit code 1.")
@click.option("--select", multiple=True, metavar="CODES",
              help="Only the repairs of these rules: codes, their beginnings, or names.")  # fmt: skip
@click.option("--ignore", multiple=True, metavar="CODES",
              help="Not the repairs of these rules.")  # fmt: skip
@click.option("--edition", type=click.Path(exists=True, dir_okay=False),
              help="edition.toml, if it is not beside the files: it says where the schemas are.")  # fmt: skip
@reporting(to_stderr=True)
def fix(
    files: tuple[str, ...], diff: bool, check: bool, select: tuple[str, ...], ignore: tuple[str, ...],
    edition: str | None, report: Report,
) -> None:  # fmt: skip
    """Make the repairs that lose nothing: they are tied to rules, which `memcon rule CODE` explains.

    Canonical form (MC580), stable ids (MC581), xml-model instructions (MC590), trailing blanks (MC591), unpaired dates
    (MC592). No printed character is changed: that is proven after each repair. A folder means all *.xml below it; the
    ids are changed in all files together. `-` is read from standard input and written to standard output.
    """
    run = _Run(diff, check, report)
    codes = _chosen(select, ignore)
    chosen = files_of(files)
    paths = chosen.value or ()
    report.add(*chosen.diagnostics)
    if not paths and not chosen.diagnostics:
        raise click.UsageError(f"there is nothing to do: no .xml in {', '.join(files)}")
    report.data_to_stdout = diff or check or STDIN in paths
    surroundings = _Surroundings(report, edition)
    if "MC581" in codes:
        surroundings.number(paths)
    for path in progress(paths, "fixing"):
        report.checked.append(path)
        if (data := surroundings.read(path)) is not None:
            around = surroundings.around(path) if "MC590" in codes else surroundings.ids
            outcome = fix_document(data, path, around, codes, transcript_beside(path))
            report.add(*outcome.diagnostics)
            run.take(path, data, outcome.value)
    run.finish(len(paths))


def _chosen(select: Sequence[str], ignore: Sequence[str]) -> tuple[str, ...]:
    """The codes of the repairs that are wanted."""
    selection = Selection(_words(select), _words(ignore))
    return tuple(code for code in REPAIRS if selection.takes(code))


def _words(values: Iterable[str]) -> tuple[str, ...]:
    """Beginnings of codes of repairs; a word that is none is a mistake in the call."""
    return tuple(_beginning(word.strip()) for value in values for word in value.split(","))


def _beginning(word: str) -> str:
    meant = beginning(word)
    if meant is None or not any(code.startswith(meant) for code in REPAIRS):
        known = ", ".join(f"{code} {rule(code).name}" for code in sorted(REPAIRS))
        raise click.UsageError(f"{word!r} is the code of no repair; there are {known}")
    return meant


class _Run:
    """What is done with each file that is mended, and what has been done."""

    def __init__(self, diff: bool, check: bool, report: Report) -> None:
        self.diff, self.check, self.report = diff, check, report
        self.changed = 0
        self.held: list[tuple[str, bytes, bytes]] = []

    def take(self, path: str, data: bytes, fixed: Fixed | None) -> None:
        """Write a file that was these bytes, or show or tell what would be written."""
        if fixed is None:
            return
        self.changed += bool(fixed.codes)
        if self.diff and fixed.codes:
            echo_diff(fixed.before, fixed.after, path, self.report.output.color)
        elif self.check and fixed.codes:
            click.echo(safe(f"{path}: {', '.join(fixed.codes)}"))
        elif path == STDIN and not self.diff and not self.check:
            write_stdout(fixed.data)
        elif "MC581" in fixed.codes:  # ids and the pointers to them are written together, when all are known
            self.held.append((path, data, fixed.data))
        elif fixed.codes:
            self._write(path, data, fixed.data)

    def _write(self, path: str, before: bytes, after: bytes) -> None:
        """Write a file, unless somebody has edited it meanwhile."""
        if self._is_still(path, before):
            fault = write_aside(Path(path), after)
        else:
            fault = refusal(path, "the file changed while it was mended; it is left alone", "run memcon fix again")
        self.report.add(*([fault] if fault else []))
        self.changed -= fault is not None

    @staticmethod
    def _is_still(path: str, before: bytes) -> bool:
        try:
            return Path(path).read_bytes() == before
        except OSError:
            return False

    def finish(self, count: int) -> None:
        """Print the findings and a summary, and leave; with --check, 1 where something would be changed."""
        for path, before, after in self.held:
            self._write(path, before, after)
        would = self.diff or self.check
        words = f"{self.changed} of {plural(count, 'file')} {'would be ' if would else ''}mended"
        code = self.report.tell(self.report.findings(), words)
        raise SystemExit(code or int(self.check and self.changed > 0))


@dataclass
class _Surroundings:
    """What is known beside the files: the edition of their folders, the ids that change in all of them."""

    report: Report
    edition: str | None
    ids: Around = field(default_factory=Around)
    _stdin: bytes | None = None
    _unreadable: set[str] = field(default_factory=set)
    _schemas: dict[Path, str | None] = field(default_factory=dict)

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; standard input is kept, since it is read but once. What cannot be read is said once."""
        if path in self._unreadable:
            return None
        data = self._stdin if path == STDIN and self._stdin is not None else read_bytes(path, self.report)
        if path == STDIN:
            self._stdin = data
        if data is None:
            self._unreadable.add(path)
        return data

    def number(self, paths: Sequence[str]) -> None:
        """Find the ids that change, and the files whose ids cannot."""
        moved = moves((path, data) for path in paths if (data := self.read(path)) is not None)
        self.ids = Around(moved=moved, pinned=pinned(moved, paths))

    def around(self, path: str) -> Around:
        """What is known beside one file, the schemas included."""
        folder = Path(path).parent
        if folder not in self._schemas:
            self._schemas[folder] = self._address(folder)
        return replace(self.ids, schemas=self._schemas[folder])

    def _address(self, folder: Path) -> str | None:
        edition = Path(self.edition) if self.edition else folder / EDITION
        try:
            address, found = stated_schemas(edition)
        except FileNotFoundError:
            return neighbours_schemas(folder)
        except OSError as error:
            address, found = (
                None,
                (Diagnostic(rule("MC105"), f"cannot be read: {reason(error)}", Location(str(edition))),),
            )
        self.report.add(*found)
        return address
