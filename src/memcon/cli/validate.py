"""memcon validate"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import click

from memcon.checking import AllLinked, Checked, Linked
from memcon.cli.changed import only_changed, revision_name
from memcon.cli.checks import Checks, checked_by
from memcon.cli.common import STDIN, Report, plural, progress, reporting
from memcon.cli.controls import Control, controlled
from memcon.cli.sections import Sectioned
from memcon.cli.settling import settle
from memcon.cli.walking import files_of

Check = Callable[[Iterable[str]], Iterator[Checked]]
"""From paths to what is found in each file."""

_SECTIONS = {
    "Files": ("changed_since", "edition"),
    "Checks": ("schema", "engine", "jobs", "cache_dir", "no_cache", "watch"),
    "What counts": ("select", "ignore", "fail_on", "baseline", "update_baseline", "write_baseline"),
    "What is said": ("formats", "most", "statistics", "quiet", "silent", "color"),
    "Help": ("help",),
}


@click.command(
    cls=Sectioned,
    sections=_SECTIONS,
    epilog="""\b
Examples:
  memcon validate tei/
  memcon validate 'tei/**/1991-*.xml' --format concise
  memcon validate tei/ --changed-since origin/main --fail-on warning
  memcon validate tei/ --format github --format sarif=memcon.sarif
  memcon validate tei/ --select MC5 --ignore MC506 --statistics
  memcon validate tei/ --write-baseline known.json  accept what there is
  memcon validate tei/ --baseline known.json   and hear of what is new
  memcon validate tei/ --watch                 check what changes, at once
  memcon validate corpus/ --schema tei_all.rng another schema
  memcon validate - < talk.xml""",
)
@click.argument("files", nargs=-1, required=True, metavar="TEI...")
@click.option("--changed-since", metavar="REV", callback=revision_name,
              help="Only files that changed since this revision of git, or are new.")  # fmt: skip
@click.option("--edition", type=click.Path(dir_okay=False), metavar="FILE",
              help="The edition.toml of all files.  [default: the one beside each file, or above it]")  # fmt: skip
@reporting(to_stderr=False)
@controlled
@checked_by
@click.option("--watch", is_flag=True,
              help="Check again whatever changes, until Ctrl-C; the exit code is that of the last state.")  # fmt: skip
def validate(
    files: tuple[str, ...],
    changed_since: str | None,
    edition: str | None,
    control: Control,
    report: Report,
    checks: Checks,
    watch: bool,
) -> None:
    """Check TEI: schema, house rules, links between files.

    A folder means all *.xml below it; a pattern in quotation marks means what fits it, ** any folders; - is standard
    input. Nothing is changed.

    What an [[ignore]] in edition.toml settles, with its reason, is not reported. Exit codes: 0 clean, 1 findings at or
    above --fail-on, 2 usage or I/O.
    """

    def once(of: Check = checks.of) -> int:
        now = replace(report, found=[], checked=[], unreadable=False)
        check_files(_chosen(files, changed_since, now), checks, of, now)
        findings, settled = settle(now, control, edition, now.checked if checks.linked else ())
        done = f"{plural(len(now.checked), 'file')} checked" + (f" ({settled})" if settled else "")
        return now.tell(findings, done)

    if not watch:
        raise SystemExit(once())
    from memcon.cli.watching import Remembered, watched

    remembered = Remembered(checks)
    raise SystemExit(watched(files, remembered, lambda: once(remembered.of), report.output.files))


def _chosen(arguments: tuple[str, ...], revision: str | None, report: Report) -> tuple[str, ...]:
    """The files to check; what is wrong with the arguments is reported."""
    outcome = files_of(arguments)
    report.add(*outcome.diagnostics)
    paths = outcome.value or ()
    if revision is not None:
        return only_changed(paths, revision)
    if not paths and not outcome.diagnostics:
        raise click.UsageError(f"there is nothing to do: no .xml in {', '.join(arguments)}")
    return paths


def check_files(paths: tuple[str, ...], checks: Checks, of: Check, report: Report) -> None:
    """Check files by themselves, as `of` does it, then the links between them, and report what is found."""
    if unusable := checks.unusable():
        report.add(*unusable)
        return
    links = AllLinked()
    for checked in progress(of(paths), "validating", len(paths)):
        report.checked.append(checked.path)
        report.add(*checked.diagnostics)
        if checked.links is not None and checked.path != STDIN:
            links.append(Linked(checked.path, checked.links, checked.key))
    report.add(*checks.between(links))
