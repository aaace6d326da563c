"""Bytes -> characters, or a diagnostic that says which byte or character is in the way."""

from __future__ import annotations

import re

from memcon.charsets import charset, marked
from memcon.diagnostics import Diagnostic, Location, Outcome, window
from memcon.readers.likelihood import likely_encoding
from memcon.rules import rule
from memcon.transcript import character_name, forbidden, is_space

_CRLF = "\r\n"  # one line end, and counted as one character
_LINE_END = re.compile(r"\r\n|\n|\r")


def decode(data: bytes, name: str, encoding: str | None = None, *, printed: bool = True) -> Outcome[str]:
    """Decode the bytes of a transcript and check that XML can carry every character.

    A byte-order mark is obeyed (and is not print); otherwise `encoding`, or UTF-8. Refuses with MC101
    (nothing printed), MC102 (not decodable, or an encoding Python does not know) or MC103 (a forbidden
    character). Where not all of the text is `printed`, forbidden characters are its reader's business.
    """
    mark, told = marked(data)
    codec = told or encoding or "utf-8"
    body = data[len(mark) :]
    try:
        text = body.decode(codec)
    except UnicodeDecodeError as error:
        return _undecodable(body, error.start, len(mark), codec, name)
    except UnicodeError:  # punycode and its like do not say where
        return _refused("MC102", f"the bytes are not {codec.upper()}", Location(name, 1, 1))
    except (LookupError, ValueError):  # ValueError: a NUL in the name
        return _refused(
            "MC102", f"there is no encoding called {codec}", Location(name, 1, 1), "see Python's list of codecs"
        )
    if printed and (at := forbidden(text)) >= 0:
        return _forbidden(text, at, body, name)
    if all(is_space(c) for c in text):
        return _refused("MC101", "nothing is printed in this file", Location(name, 1, 1))
    return Outcome(text)


def integrity_check(data: bytes, encoding: str | None) -> str:
    """The integrity check of RFC 5147 (section 2.2) that names the encoding of a transcript, and its length in
    characters; empty for UTF-8 and where a byte-order mark says what it is. The bytes were decoded before."""
    if not encoding or charset(encoding) in ("utf-8", "ascii") or marked(data)[0]:
        return ""
    text = data.decode(encoding)
    return f"length={len(text) - text.count(_CRLF)},{charset(encoding)}"


def place_in_text(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of a character of `text`."""
    line, start = 1, 0
    for end in _LINE_END.finditer(text, 0, offset):
        line, start = line + 1, end.end()
    return line, offset - start + 1


def _undecodable(body: bytes, at: int, skipped: int, codec: str, name: str) -> Outcome[str]:
    """MC102 at byte number `at` of `body`, which follows a byte-order mark of `skipped` bytes."""
    before = _before(body[:at], codec)
    line, column = place_in_text(before, len(before))
    byte = f"byte 0x{body[at]:02X}" if at < len(body) else "the end"
    message = f"{byte} at offset {at + skipped} is not {codec.upper()}"
    likely = likely_encoding(body)
    hint = _try(likely) if likely else "is it a text file? if so, name its --encoding"
    return _refused("MC102", message, Location(name, line, column), hint)


def _try(encoding: str) -> str:
    decision = f'encoding = "{encoding}" under [[transcript]] in edition.toml'
    return f"it may be {encoding}: try --encoding {encoding}, or {decision}"


def _before(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec, "replace")
    except UnicodeError:  # idna knows no replacement
        return ""


def _forbidden(text: str, at: int, body: bytes, name: str) -> Outcome[str]:
    line, column = place_in_text(text, at)
    message = f"the character {character_name(text[at])} is not allowed in XML"
    likely = likely_encoding(body) if text[at] == "\x00" else ""
    if likely:
        hint = _try(likely)
    elif text[at] == "\x00":
        hint = "is it a text file, and in this encoding?"
    else:
        hint = "remove it, or restore what it stands for"
    start = at - column + 1
    end = _LINE_END.search(text, at)
    excerpt, first = window(text[start : end.start() if end else len(text)], column)
    found = Diagnostic(rule("MC103"), message, Location(name, line, column), hint, excerpt, excerpt_column=first)
    return Outcome(None, (found,))


def _refused(code: str, message: str, location: Location, hint: str = "") -> Outcome[str]:
    return Outcome(None, (Diagnostic(rule(code), message, location, hint),))
