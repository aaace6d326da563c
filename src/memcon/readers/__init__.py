"""One file per source format; all of them give the same Transcript.

`read` is the one way in. Plain text and Markdown are one format with and without mark-up: what the
CommonMark rules recognise as emphasis, strike-through or a heading is mark-up, everything else is print.
"""

from __future__ import annotations

import hashlib

from memcon.diagnostics import Outcome
from memcon.readers.decoding import decode
from memcon.readers.markdown import read_markdown
from memcon.transcript import Transcript


def read(data: bytes, name: str, encoding: str | None = None) -> Outcome[Transcript]:
    """Bytes of a transcript -> Transcript.

    `name` is used in diagnostics; `encoding` is a Python codec name (UTF-8, or what a byte-order mark says,
    where it is None). Refuses with MC101, MC102 or MC103.
    """
    decoded = decode(data, name, encoding)
    if decoded.value is None:
        return Outcome(None, decoded.diagnostics)
    digest = hashlib.sha256(data).hexdigest()
    return Outcome(read_markdown(decoded.value, name, digest), decoded.diagnostics)
