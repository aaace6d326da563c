"""Bytes -> characters, or a diagnostic that says which byte or character is in the way."""

from __future__ import annotations

import codecs
import re

from memcon.diagnostics import Diagnostic, Location, Outcome
from memcon.rules import rule
from memcon.transcript import is_space

# What XML 1.0 (section 2.2, production Char) excludes, less the white space that becomes a line or page break.
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile(r"\r\n|\n|\r")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SAMPLE = 1 << 18  # bytes that charset-normalizer looks at: enough to tell, and quick
_NONCHARACTER = "U+{:04X}"


def decode(data: bytes, name: str, encoding: str | None = None) -> Outcome[str]:
    """Decode the bytes of a transcript and check that XML can carry every character.

    A byte-order mark is obeyed (and is not print); otherwise `encoding`, or UTF-8. Refuses with MC101
    (nothing printed), MC102 (not decodable, or an encoding Python does not know) or MC103 (a forbidden
    character).
    """
    mark, codec = next(((m, c) for m, c in _MARKS if data.startswith(m)), (b"", encoding or "utf-8"))
    try:
        text = data[len(mark) :].decode(codec)
    except LookupError:
        return _refused("MC102", f"there is no encoding called {codec}", Location(name), "see Python's list of codecs")
    except UnicodeDecodeError as error:
        return _undecodable(data, error.start + len(mark), codec, name)
    if found := _FORBIDDEN.search(text):
        return _forbidden(text, found.start(), name)
    if all(is_space(c) for c in text):
        return _refused("MC101", "nothing is printed in this file", Location(name, 1, 1))
    return Outcome(text)


def place_in_text(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of a character of `text`."""
    line, start = 1, 0
    for end in _LINE_END.finditer(text, 0, offset):
        line, start = line + 1, end.end()
    return line, offset - start + 1


def _undecodable(data: bytes, at: int, codec: str, name: str) -> Outcome[str]:
    before = data[:at].decode(codec, "replace")
    line, column = place_in_text(before, len(before))
    message = f"byte 0x{data[at] if at < len(data) else 0:02X} at offset {at} is not {codec.upper()}"
    likely = _likely_encoding(data)
    hint = f"it may be {likely}: try --encoding {likely}" if likely else "is it a text file? if so, name its --encoding"
    return _refused("MC102", message, Location(name, line, column), hint)


def _likely_encoding(data: bytes) -> str:
    """What charset-normalizer takes the bytes for; empty where it has no answer or they look binary."""
    if b"\x00" in data[:_SAMPLE]:
        return ""
    from charset_normalizer import from_bytes  # only where it is needed: it costs a tenth of a second

    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding.replace("_", "-") if best is not None else ""


def _forbidden(text: str, at: int, name: str) -> Outcome[str]:
    line, column = place_in_text(text, at)
    message = f"the character {_NONCHARACTER.format(ord(text[at]))} is not allowed in XML"
    hint = (
        "is it a text file, and in this encoding?" if text[at] == "\x00" else "remove it, or restore what it stands for"
    )
    return _refused("MC103", message, Location(name, line, column), hint)


def _refused(code: str, message: str, location: Location, hint: str = "") -> Outcome[str]:
    return Outcome(None, (Diagnostic(rule(code), message, location, hint),))
