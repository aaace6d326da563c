"""memcon verify"""

from __future__ import annotations

from pathlib import Path

import click

from memcon.cli.common import STDIN, Report, encoding_name, plural, progress, read_bytes, reporting
from memcon.cli.walking import inputs
from memcon.diagnostics import Severity, worst
from memcon.fidelity import TranscriptReference
from memcon.resources import read_linked
from memcon.verification import verify as verify_document


@click.command(
    epilog="""\b
Examples:
  memcon verify tei/*.xml
  memcon verify tei/ --transcripts scans/text/"""
)
@click.argument("files", nargs=-1, required=True, metavar="TEI...")
@click.option("--transcripts", type=click.Path(exists=True, file_okay=False),
              help="Folder in which the transcripts are, if not where the files say.")  # fmt: skip
@click.option("--encoding", callback=encoding_name, help="Encoding of the transcripts, if it is not UTF-8.")
@reporting(to_stderr=False)
def verify(files: tuple[str, ...], transcripts: str | None, encoding: str | None, report: Report) -> None:
    """Repeat the conservation proof: TEI against transcript.

    The text of each TEI file, white space aside, must be the printed characters of its transcript, in order. A
    folder means its *.xml; a file without text (an authority file) is passed over.
    """
    proven = 0
    for path in progress(inputs(files, report, ".xml"), "verifying"):
        data = read_bytes(path, report)
        if data is None:
            continue
        outcome = verify_document(data, path, _Loader(path, transcripts), encoding)
        report.add(*outcome.diagnostics)
        passed_over = any(d.rule.code == "MC111" for d in outcome.diagnostics)
        proven += outcome.value is not None and not passed_over and worst(outcome.diagnostics) < Severity.ERROR
    report.finish(f"{plural(proven, 'memorandum', 'memoranda')} proven")


class _Loader:
    """Finds the transcript of one TEI file: beside it, as it says, or in the folder that was named."""

    def __init__(self, path: str, transcripts: str | None) -> None:
        self.base = Path() if path == STDIN else Path(path).parent
        self.folder = transcripts

    def __call__(self, named: TranscriptReference) -> tuple[str, bytes]:
        path = self.base / named.path if self.folder is None else Path(self.folder) / Path(named.path).name
        return str(path), read_linked(path)
