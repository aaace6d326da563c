"""memcon people"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import click

from memcon.cli.common import STDIN, Report, plural, progress, read_bytes, write_stdout
from memcon.cli.diffs import echo_diff
from memcon.cli.mentions import show
from memcon.cli.tabular import tabular, trees
from memcon.cli.walking import inputs
from memcon.decisions import EditionMetadata, read_edition
from memcon.diagnostics import Diagnostic
from memcon.people import (
    Document,
    Gatherer,
    Register,
    Row,
    apply_table,
    keep_decisions,
    people_of,
    read_table,
    write_table,
)
from memcon.resources import read_input
from memcon.tei.authority import read_authority
from memcon.writing import write_aside


@click.command(
    epilog="""\b
Examples:
  memcon people tei/ --authority tei/persons.xml --propose people.tsv
  memcon people --authority tei/persons.xml --apply people.tsv --diff
  memcon people --authority tei/persons.xml --apply people.tsv
  memcon people tei/ --authority tei/persons.xml --mentions lindqvist
  memcon people tei/ --mentions lindqvist --format csv"""
)
@click.argument("files", nargs=-1, metavar="[TEI]...")
@click.option("--authority", type=click.Path(dir_okay=False), help="The authority file, such as tei/persons.xml.")
@click.option("--propose", type=click.Path(dir_okay=False, allow_dash=True),
              help="Write what the authority file lacks as a table to review (TSV; - is standard output).")  # fmt: skip
@click.option("--apply", "apply_", type=click.Path(dir_okay=False), help="Carry out the decisions of a reviewed table.")
@click.option("--diff", is_flag=True, help="With --apply: show what would change, and write nothing.")
@click.option("--mentions", metavar="ID", help="List every mention of a person, as --format says.")
@tabular
def people(
    files: tuple[str, ...], authority: str | None, propose: str | None, apply_: str | None, diff: bool,
    mentions: str | None, format_: str, report: Report,
) -> None:  # fmt: skip
    """Keep the authority file: proposals, decisions, mentions.

    --propose writes a table with a column for the editor's decision: yes, no, or the id of the person it is instead.
    Nothing is merged by itself. A table that is there already keeps its decisions. --apply adds the persons and the
    forms of names that were decided on, and leaves every other byte of the authority file as it is; one that is not
    there yet it makes.
    """
    _check_usage(files, authority, propose, apply_, diff, mentions)
    if mentions is None and format_ != "table":
        raise click.UsageError("--format goes with --mentions; --propose and --apply have a table of their own")
    if apply_ is not None:
        assert authority is not None
        _apply(authority, apply_, diff, report)
        return
    missing = propose is not None and authority is not None and not os.path.lexists(authority)
    register = Register() if missing else _register(authority, report)
    paths = inputs(files, report, ".xml")
    documents = (people_of(tree, path) for path, tree in trees(progress(paths, "reading"), report))
    if propose is not None:
        told = f"; {authority} is not there yet: --apply makes it" if missing else ""
        _propose(documents, register, propose, told, report)
    else:
        assert mentions is not None
        show(documents, mentions, register, format_)
        report.finish(f"{plural(len(paths), 'file')} read")


def _check_usage(
    files: tuple[str, ...], authority: str | None, propose: str | None, apply_: str | None, diff: bool,
    mentions: str | None,
) -> None:  # fmt: skip
    if sum(option is not None for option in (propose, apply_, mentions)) != 1:
        raise click.UsageError("say what to do: one of --propose, --apply and --mentions")
    if apply_ is not None and (files or authority is None):
        raise click.UsageError("--apply takes a table and --authority, and no TEI files")
    if apply_ is None and not files:
        raise click.UsageError("name the TEI files, or their folder")
    if diff and apply_ is None:
        raise click.UsageError("--diff goes with --apply")


def _register(path: str | None, report: Report) -> Register:
    """The authority file; where it cannot be read the call ends here."""
    if path is None:
        return Register()
    data = read_bytes(path, report)
    outcome = read_authority(data, path, "") if data is not None else None
    if outcome is not None and outcome.value is not None:
        return Register(path, outcome.value)
    report.add(*(outcome.diagnostics if outcome is not None else ()))
    report.finish("nothing done")
    raise AssertionError("an authority file without a value has findings")


def _propose(documents: Iterator[Document], register: Register, target: str, told: str, report: Report) -> None:
    """Write the table, and a summary that ends with what else is `told`."""
    gathered = Gatherer(register)
    for document in documents:
        gathered.add(document)
    before = _before(target, report)
    rows = keep_decisions(gathered.proposals(), before, register.authority) if before is not None else ()
    if before is not None:
        _write(target, write_table(rows), report)
    undecided = sum(not row.decision for row in rows)
    report.finish(f"{plural(len(rows), 'proposal')}, {undecided} undecided{told}")


def _before(target: str, report: Report) -> tuple[Row, ...] | None:
    """The rows of the table that is there already; None, with findings, where what is there is no such table: it is
    not overwritten."""
    if target == STDIN or not os.path.lexists(target):
        return ()
    data = read_bytes(target, report)
    if data is None:
        return None
    outcome = read_table(data, target)
    report.add(*outcome.diagnostics)
    return outcome.value[0] if outcome.value is not None else None


def _write(target: str, data: bytes, report: Report) -> None:
    fault: Diagnostic | None = None
    if target == STDIN:
        write_stdout(data)
    else:
        fault = write_aside(Path(target), data)
    report.add(*([fault] if fault else []))


def _apply(authority: str, table: str, diff: bool, report: Report) -> None:
    """Carry out the decisions; an authority file that is not there begins with them."""
    data = read_bytes(authority, report) if os.path.lexists(authority) else b""
    reviewed = read_bytes(table, report)
    if data is None or reviewed is None:
        report.finish("nothing applied")
        return
    outcome = apply_table(data, authority, reviewed, table, EditionMetadata() if data else _metadata(authority))
    report.add(*outcome.diagnostics)
    if outcome.value is None:
        report.finish("nothing applied")
        return
    changes = outcome.value.changes
    if diff:
        before, after = (each.decode("utf-8", "replace") for each in (data, outcome.value.data))
        echo_diff(before, after, authority, report.output.color)
    elif changes:
        _write(authority, outcome.value.data, report)
    added = f"{plural(len(changes.persons), 'person')} and {plural(changes.forms, 'form')} of names"
    report.finish(f"{added} {'to add' if diff else 'added'}" if changes else "nothing to add")


def _metadata(authority: str) -> EditionMetadata:
    """What the edition.toml beside an authority file says of the edition, where there is one that can be read."""
    path = Path(authority).parent / "edition.toml"
    try:
        edition = read_edition(read_input(path), str(path)).value
    except OSError:
        edition = None
    return edition.metadata if edition is not None else EditionMetadata()
