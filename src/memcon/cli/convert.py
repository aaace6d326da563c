"""memcon convert"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import Path

import click

from memcon.cli.common import (
    STDIN,
    Report,
    encoding_name,
    is_unicode,
    plural,
    progress,
    read_bytes,
    relative,
    reporting,
    write_stdout,
)
from memcon.cli.walking import inputs
from memcon.conversion import Document, Settings, Transcribed, encode, transcribe
from memcon.decisions import Decision, never_met, strangers
from memcon.diagnostics import Diagnostic, Location
from memcon.editions import load_edition
from memcon.identifiers import Registry
from memcon.readers.detection import is_tei
from memcon.rules import rule
from memcon.writing import write_document

_EDITION = "edition.toml"


@click.command(
    epilog="""\b
Examples:
  memcon convert talk.txt        makes talk.xml; of several talk-1.xml, ...
  memcon convert transcripts/ --out tei/
  memcon convert tei/transcripts/* --edition tei/edition.toml --out tei/
  memcon convert - < talk.txt > talk.xml"""
)
@click.argument("transcripts", nargs=-1, required=True, metavar="TRANSCRIPT...")
@click.option("--edition", type=click.Path(dir_okay=False), help="edition.toml: metadata, authority file, decisions.")
@click.option("--out", type=click.Path(file_okay=False), help="Folder for the TEI files.  [default: the current one]")
@click.option(
    "--encoding",
    callback=encoding_name,
    help="Encoding of the transcripts, if it is not UTF-8 (a byte-order mark is obeyed).",
)
@click.option("--replace-edited", is_flag=True, help="Replace TEI files that were edited by hand.")
@reporting(to_stderr=True)
def convert(
    transcripts: tuple[str, ...], edition: str | None, out: str | None, encoding: str | None, replace_edited: bool,
    report: Report,
) -> None:  # fmt: skip
    """Encode transcripts as TEI, one file per memorandum.

    Each file is proven (every printed character is in it, none is invented) and validated before it is written. A
    folder means the files in it, TEI files and edition.toml aside; - is standard input, and the TEI goes to standard
    output unless --out is given.
    """
    report.data_to_stdout = STDIN in transcripts and out is None
    if report.data_to_stdout and set(transcripts) != {STDIN}:
        raise click.UsageError("standard input goes alone, or with --out")
    settings = _settings(edition, out, report)
    folder = Path(out or ".")
    registry = Registry()
    written = 0
    met: set[Decision] = set()
    asked_for = frozenset(transcripts)
    names = [name for name in inputs(transcripts, report) if name in asked_for or Path(name).name != _EDITION]
    report.add(*strangers(settings.edition, _neighbours(names)))
    for name in progress(names, "converting"):
        transcribed = _transcribed(name, asked_for, settings, encoding, report)
        if transcribed is None:
            continue
        met |= set(transcribed.converted.met)
        target = None if name == STDIN else relative(name, folder)
        outcomes = tuple(encode(transcribed, settings, registry, target))
        report.add(*(d for outcome in outcomes for d in outcome.diagnostics))
        documents = tuple(outcome.value for outcome in outcomes if outcome.value is not None)
        written += _write(documents, folder, replace_edited, report)
    report.add(*never_met(settings.edition, met))
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


def _neighbours(names: Sequence[str]) -> frozenset[str]:
    """The file names among which a decision's transcript may be: the inputs and what stands beside them. (Who
    converts one transcript of five does not want to hear of the other four.)"""
    found = {Path(name).name for name in names}
    for folder in {Path(name).parent for name in names if name != STDIN}:
        with suppress(OSError):
            found |= {path.name for path in folder.iterdir()}
    return frozenset(found)


def _transcribed(
    name: str, asked_for: Collection[str], settings: Settings, encoding: str | None, report: Report
) -> Transcribed | None:
    """A transcript that was read and taken apart; None, with findings, where that is not possible. TEI that stands in a
    folder among transcripts, and was not asked for by its name, is passed over."""
    if not is_unicode(name):
        report.add(Diagnostic(rule("MC105"), "the file's name is not UTF-8: rename it", Location(name)))
        return None
    data = read_bytes(name, report)
    if data is None or (name not in asked_for and is_tei(data)):
        return None
    outcome = transcribe(data, "stdin.txt" if name == STDIN else name, settings, encoding)
    report.add(*outcome.diagnostics)
    return outcome.value


def _write(documents: Sequence[Document], folder: Path, replace_edited: bool, report: Report) -> int:
    """Write the documents of one transcript; how many were written, or need not be."""
    if report.data_to_stdout:
        return _print(documents, report)
    faults = [fault for d in documents if (fault := write_document(d, folder, replace_edited)) is not None]
    report.add(*faults)
    return len(documents) - len(faults)


def _print(documents: Sequence[Document], report: Report) -> int:
    if len(documents) > 1:
        message = f"standard output holds one memorandum, and the transcript has {len(documents)}"
        report.add(Diagnostic(rule("MC106"), message, Location(STDIN), "name a folder with --out"))
        return 0
    for document in documents:
        write_stdout(document.data)
    return len(documents)
