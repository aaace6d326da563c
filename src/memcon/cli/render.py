"""memcon render"""

from __future__ import annotations

from pathlib import Path

import click

from memcon.cli.common import (
    STDIN,
    Report,
    is_unicode,
    plural,
    progress,
    read_bytes,
    relative,
    reporting,
    write_stdout,
)
from memcon.cli.walking import inputs
from memcon.diagnostics import Diagnostic, Location, Outcome
from memcon.fidelity import has_text
from memcon.rules import rule
from memcon.tei.parsing import Tree, parse_tei
from memcon.transformers.html import css, to_html, to_whole_html
from memcon.transformers.stylesheets import UserSheet, compile_user
from memcon.transformers.text import NARROWEST, to_diplomatic, to_text
from memcon.writing import write_aside

_SUFFIX = {"html": ".html", "text": ".txt"}


@click.command(
    epilog="""\b
Examples:
  memcon render tei/*.xml --to html --out build/html
  memcon render talk.xml --to text --width 72
  memcon render talk.xml --to text --diplomatic     the printed text back
  memcon render tei/ --to html --out site --stylesheet mine.xsl"""
)
@click.argument("files", nargs=-1, required=True, metavar="TEI...")
@click.option("--to", "to", type=click.Choice(list(_SUFFIX)), default="html", show_default=True, help="What to make.")
@click.option("--out", type=click.Path(file_okay=False), help="Folder for the results.  [default: standard output]")
@click.option(
    "--width", type=click.IntRange(min=NARROWEST), default=80, show_default=True, help="Columns of plain text."
)
@click.option("--diplomatic", is_flag=True, help="With --to text: the printed text alone.")
@click.option("--stylesheet", type=click.Path(dir_okay=False),
              help="An XSLT 1.0 style sheet; it may import memcon:html.xsl or memcon:text.xsl.")  # fmt: skip
@reporting(to_stderr=True)
def render(
    files: tuple[str, ...], to: str, out: str | None, width: int, diplomatic: bool, stylesheet: str | None,
    report: Report,
) -> None:  # fmt: skip
    """Make HTML pages or plain text from TEI.

    A folder means its *.xml; a file without text (an authority file) is passed over. HTML pages in a
    folder link to memcon.css, which is written beside them; a page on standard output has it in itself.
    """
    if diplomatic and (to != "text" or stylesheet):
        raise click.UsageError("--diplomatic goes with --to text, and without --stylesheet")
    paths = inputs(files, report, ".xml")
    if to == "html" and out is None and len(paths) > 1:
        raise click.UsageError("several pages need a folder: name it with --out")
    report.data_to_stdout = out is None
    sheet = _sheet(stylesheet, report)
    made = 0
    targets: dict[str, str] = {}
    for path in progress(paths, "rendering"):
        tree = _tree(path, report)
        if tree is None:
            continue
        outcome = _rendered(tree, path, to, out, width, diplomatic, sheet)
        report.add(*outcome.diagnostics)
        if outcome.value is not None:
            made += _write(outcome.value, path, to, out, targets, report)
    if made and out is not None and to == "html" and (fault := write_aside(Path(out) / "memcon.css", css().encode())):
        report.add(fault)
    report.finish(f"{plural(made, 'memorandum', 'memoranda')} rendered")


def _sheet(path: str | None, report: Report) -> UserSheet | None:
    if path is None:
        return None
    data = read_bytes(path, report)
    outcome = compile_user(data, path) if data is not None else None
    if outcome is not None:
        report.add(*outcome.diagnostics)
    if outcome is None or outcome.value is None:
        report.finish("nothing rendered")
    assert outcome is not None
    return outcome.value


def _tree(path: str, report: Report) -> Tree | None:
    """The parsed file; None where it cannot be parsed or holds no text."""
    data = read_bytes(path, report)
    if data is None:
        return None
    outcome = parse_tei(data, path)
    report.add(*outcome.diagnostics)
    if outcome.value is not None and not has_text(outcome.value):
        message = "there is no text in this file: nothing to render"
        report.add(Diagnostic(rule("MC111"), message, Location(path, 1, 1)))
        return None
    return outcome.value


def _rendered(
    tree: Tree, path: str, to: str, out: str | None, width: int, diplomatic: bool, sheet: UserSheet | None
) -> Outcome[str]:
    if diplomatic:
        return to_diplomatic(tree, path=path)
    if to == "text":
        return to_text(tree, path=path, width=width, stylesheet=sheet)
    address = relative(path, out or ".") if path != STDIN and is_unicode(path) else ""
    make = to_html if out is not None else to_whole_html
    return make(tree, path=path, stylesheet=sheet, tei_href=address or None)


def _write(text: str, path: str, to: str, out: str | None, targets: dict[str, str], report: Report) -> int:
    """Write one result; `targets` are the names given out so far, each with the file it came from."""
    if out is None:
        write_stdout(text.encode())
        return 1
    name = f"{'stdin' if path == STDIN else Path(path).stem}{_SUFFIX[to]}"
    owner = targets.setdefault(name.casefold(), path)
    if owner != path:
        report.add(Diagnostic(rule("MC106"), f"{name} was made from {owner} already", Location(path)))
        return 0
    fault = write_aside(Path(out) / name, text.encode())
    if fault is not None:
        report.add(fault)
    return int(fault is None)
