"""One file per source format; all of them give the same Transcript.

`read` is the one way in; it tells formats apart by content, not by name. Plain text and Markdown are one format with
and without mark-up: what the CommonMark rules recognise as emphasis, strike-through or a heading is mark-up,
everything else is print.
"""

from __future__ import annotations

import hashlib

from memcon.diagnostics import Diagnostic, Location, Outcome
from memcon.readers.decoding import decode
from memcon.readers.detection import foreign, is_html
from memcon.readers.limits import excessive, refusal, too_many
from memcon.readers.markdown import count_marks, most_marks, read_markdown
from memcon.rules import rule
from memcon.transcript import Transcript


def read(data: bytes, name: str, encoding: str | None = None) -> Outcome[Transcript]:
    """Bytes of a transcript -> Transcript.

    `name` is used in diagnostics; `encoding` is a Python codec name (where it is None: what a byte-order mark or a
    web page says, or UTF-8). Refuses with MC101, MC102, MC103, MC113 or MC114.
    """
    if (found := foreign(data, encoding)) is not None:
        message = f"this is {found.name}, not a transcript"
        return Outcome(None, (Diagnostic(rule("MC113"), message, Location(name, 1, 1), found.hint),))
    digest = hashlib.sha256(data).hexdigest()
    made = (_page if is_html(data, encoding) else _text)(data, name, digest, encoding)
    if made.value is not None and (fault := excessive(made.value)) is not None:
        return Outcome(None, (fault,))
    return made


def _page(data: bytes, name: str, digest: str, encoding: str | None) -> Outcome[Transcript]:
    """A web page."""
    from memcon.readers.html import read_html

    return read_html(data, name, digest, encoding)


def _text(data: bytes, name: str, digest: str, encoding: str | None) -> Outcome[Transcript]:
    """Text with or without Markdown."""
    decoded = decode(data, name, encoding)
    if decoded.value is None:
        return Outcome(None, decoded.diagnostics)
    length = len(decoded.value)
    if too_many(most_marks(decoded.value), length) and too_many(marks := count_marks(decoded.value), length):
        message = f"{marks} marks of emphasis and headings in {length} characters"
        return Outcome(None, (refusal(message, Location(name, 1, 1)),))
    return Outcome(read_markdown(decoded.value, name, digest), decoded.diagnostics)
