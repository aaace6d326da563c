"""memcon validate"""

from __future__ import annotations

import click

from memcon.cli.common import STDIN, Report, inputs, plural, progress, read_bytes, reporting
from memcon.validation import check_links
from memcon.validation import validate as validate_document
from memcon.validation.links import FileLinks, links_of


@click.command(
    epilog="""\b
Examples:
  memcon validate tei/
  memcon validate tei/*.xml --format concise
  memcon validate - < talk.xml"""
)
@click.argument("files", nargs=-1, required=True, metavar="TEI...")
@reporting(to_stderr=False)
def validate(files: tuple[str, ...], report: Report) -> None:
    """Check TEI: schema, house rules, links between files.

    A folder means its *.xml. Nothing is changed.
    """
    links: list[FileLinks] = []
    paths = inputs(files, ".xml")
    for path in progress(paths, "validating"):
        data = read_bytes(path, report)
        if data is None:
            continue
        outcome = validate_document(data, path)
        report.add(*outcome.diagnostics)
        if outcome.value is not None and path != STDIN:
            links.append(links_of(outcome.value, path))
    report.add(*check_links(links))
    report.finish(f"{plural(len(paths), 'file')} checked")
