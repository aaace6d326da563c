"""The public API: bytes or paths in, values with diagnostics out. `import memcon` offers all of it.

A source is a path, or the bytes themselves together with a `name` for diagnostics. Functions raise OSError where a
path cannot be read; everything that is wrong with a file's content is a diagnostic.
"""

from __future__ import annotations

import os
from pathlib import Path

from memcon.conversion import Document, Settings
from memcon.conversion import convert as _convert
from memcon.diagnostics import Diagnostic, Outcome
from memcon.editions import load_edition
from memcon.fidelity import TranscriptReference
from memcon.tei.parsing import Tree, parse_tei
from memcon.transformers.html import css, to_html
from memcon.transformers.stylesheets import UserSheet, compile_user
from memcon.transformers.text import to_diplomatic, to_text
from memcon.validation import validate as _validate
from memcon.verification import verify as _verify
from memcon.writing import write_document

__all__ = [
    "Diagnostic", "Document", "Outcome", "Settings", "convert", "css", "load_edition", "render_diplomatic",
    "render_html", "render_text", "validate", "verify", "write",
]  # fmt: skip

Source = bytes | str | os.PathLike[str]


def convert(
    source: Source, *, name: str = "", settings: Settings | None = None, encoding: str | None = None
) -> Outcome[tuple[Document, ...]]:
    """A transcript -> its TEI documents, one for each memorandum, each of them proven and valid.

    `settings` come from `load_edition`. The value is None where the transcript was refused; a document that has
    errors is missing from it.
    """
    data, path = _read(source, name or "transcript.txt")
    return _convert(data, path, settings, encoding=encoding)


def verify(source: Source, transcript: Source | None = None, *, name: str = "") -> Outcome[Tree]:
    """Repeat the conservation proof of a TEI file, against the transcript it names or the one that is given."""
    data, path = _read(source, name or "memorandum.xml")

    def load(named: TranscriptReference) -> tuple[str, bytes]:
        if isinstance(transcript, bytes):
            return named.path, transcript
        where = Path(transcript) if transcript is not None else Path(path).parent / named.path
        return str(where), where.read_bytes()

    return _verify(data, path, load)


def validate(source: Source, *, name: str = "") -> Outcome[Tree]:
    """Check one TEI file by itself: schema, Schematron, house rules. The value is its tree where it can be parsed."""
    data, path = _read(source, name or "-")
    return _validate(data, path)


def render_html(
    source: Source, *, name: str = "", css_href: str = "memcon.css", stylesheet: Source | None = None
) -> Outcome[str]:
    """The HTML page of a TEI file; its CSS is `css()`. `stylesheet` is an XSLT 1.0 style sheet of your own."""
    data, path = _read(source, name or "memorandum.xml")
    outcome = parse_tei(data, path)
    if outcome.value is None:
        return Outcome(None, outcome.diagnostics)
    sheet = _sheet(stylesheet)
    if sheet.value is None and stylesheet is not None:
        return Outcome(None, sheet.diagnostics)
    address = None if isinstance(source, bytes) else Path(path).name
    return to_html(outcome.value, path=path, stylesheet=sheet.value, css_href=css_href, tei_href=address)


def render_text(source: Source, *, name: str = "", width: int = 80) -> Outcome[str]:
    """A TEI file as plain text, wrapped at `width` columns (20 or more)."""
    data, path = _read(source, name or "memorandum.xml")
    outcome = parse_tei(data, path)
    if outcome.value is None:
        return Outcome(None, outcome.diagnostics)
    return to_text(outcome.value, path=path, width=width)


def render_diplomatic(source: Source, *, name: str = "") -> Outcome[str]:
    """The printed text of a TEI file, and nothing that the edition adds."""
    data, path = _read(source, name or "memorandum.xml")
    outcome = parse_tei(data, path)
    if outcome.value is None:
        return Outcome(None, outcome.diagnostics)
    return to_diplomatic(outcome.value, path=path)


def _sheet(stylesheet: Source | None) -> Outcome[UserSheet]:
    if stylesheet is None:
        return Outcome(None)
    return compile_user(*_read(stylesheet, "stylesheet.xsl"))


def write(
    document: Document, folder: str | os.PathLike[str], *, replace_edited: bool = False
) -> tuple[Diagnostic, ...]:
    """Write a document as IDENTIFIER.xml; a file that was edited by hand is left alone, unless told otherwise."""
    fault = write_document(document, Path(folder), replace_edited)
    return (fault,) if fault is not None else ()


def _read(source: Source, name: str) -> tuple[bytes, str]:
    if isinstance(source, bytes):
        return source, name
    path = Path(source)
    return path.read_bytes(), str(path)
