"""memcon convert"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from memcon.cli.common import STDIN, Report, inputs, plural, progress, read_bytes, relative, reporting
from memcon.conversion import Document, Settings, Transcribed, encode, transcribe
from memcon.editions import load_edition
from memcon.identifiers import Registry
from memcon.writing import write_document


@click.command(
    epilog="""\b
Examples:
  memcon convert talk.txt                     one memorandum: talk.xml; several: talk-1.xml, ...
  memcon convert transcripts/ --out tei/
  memcon convert tei/transcripts/* --edition tei/edition.toml --out tei/
  memcon convert - < talk.txt > talk.xml"""
)
@click.argument("transcripts", nargs=-1, required=True, metavar="TRANSCRIPT...")
@click.option("--edition", type=click.Path(dir_okay=False), help="edition.toml: metadata, authority file, decisions.")
@click.option("--out", type=click.Path(file_okay=False), help="Folder for the TEI files.  [default: the current one]")
@click.option("--encoding", help="Encoding of the transcripts, if it is not UTF-8 (a byte-order mark is obeyed).")
@click.option("--replace-edited", is_flag=True, help="Replace TEI files that were edited by hand.")
@reporting(to_stderr=True)
def convert(
    transcripts: tuple[str, ...], edition: str | None, out: str | None, encoding: str | None, replace_edited: bool,
    report: Report,
) -> None:  # fmt: skip
    """Encode transcripts as TEI, one file per memorandum.

    Each file is proven (every printed character is in it, none is invented) and validated before it is written. A
    folder means the files in it; - is standard input, and the TEI goes to standard output unless --out is given.
    """
    settings = _settings(edition, out, report)
    to_stdout = STDIN in transcripts and out is None
    folder = Path(out or ".")
    registry = Registry()
    written = 0
    for name in progress(inputs(transcripts), "converting"):
        transcribed = _transcribed(name, settings, encoding, report)
        if transcribed is None:
            continue
        target = name if name == STDIN else relative(name, folder)
        for outcome in encode(transcribed, settings, registry, target):
            report.add(*outcome.diagnostics)
            if outcome.value is not None:
                written += _write(outcome.value, folder, replace_edited, to_stdout, report)
    report.finish(f"{plural(written, 'memorandum', 'memoranda')} converted")


def _settings(edition: str | None, out: str | None, report: Report) -> Settings:
    if edition is None:
        return Settings()
    outcome = load_edition(Path(edition), Path(out or "."))
    report.add(*outcome.diagnostics)
    if outcome.value is None:
        report.finish("nothing converted")
    assert outcome.value is not None
    return outcome.value


def _transcribed(name: str, settings: Settings, encoding: str | None, report: Report) -> Transcribed | None:
    data = read_bytes(name, report)
    if data is None:
        return None
    outcome = transcribe(data, name, settings, encoding)
    report.add(*outcome.diagnostics)
    return outcome.value


def _write(document: Document, folder: Path, replace_edited: bool, to_stdout: bool, report: Report) -> int:
    if to_stdout:
        sys.stdout.buffer.write(document.data)
        return 1
    fault = write_document(document, folder, replace_edited)
    if fault is not None:
        report.add(fault)
    return int(fault is None)
