"""The characters of a TEI file, and how they are written: encoding and byte order mark.

What is repaired as text is written back as it was found, so that a repair changes what it means to change.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from memcon.charsets import marked
from memcon.tei.parsing import Tree, parse

DECLARATION = re.compile(r"<\?xml\s[^?]*?\?>")
"""The XML declaration."""
_DECLARED = re.compile(rb"""<\?xml\s[^?]*?\bencoding\s*=\s*["']([A-Za-z][\w.-]*)["']""")


@dataclass(frozen=True, slots=True)
class Coding:
    """How the characters of a file become its bytes."""

    name: str = "utf-8"
    mark: bytes = b""

    def encode(self, text: str) -> bytes:
        """The bytes of the text; a character that the encoding has not becomes a reference."""
        return self.mark + text.encode(self.name, "xmlcharrefreplace")


def decode(data: bytes, tree: Tree) -> tuple[str, Coding] | None:
    """The characters of a parsed file, without byte order mark, and their coding. None where Python does not read
    the file as the parser did, or could not write it back as it is."""
    coding = _coding(data)
    try:
        text = data.removeprefix(coding.mark).decode(coding.name)
        same = coding.encode(text) == data
    except (UnicodeError, LookupError):
        return None
    return (text, coding) if same and (coding == Coding() or _says(text, tree)) else None


def _coding(data: bytes) -> Coding:
    mark, told = marked(data)
    if mark:
        return Coding(told, mark)
    if data.startswith((b"<\x00", b"\x00<")):
        return Coding("utf-16-le" if data.startswith(b"<") else "utf-16-be")
    declared = _DECLARED.match(data)
    return Coding(declared[1].decode("ascii").lower()) if declared and not _is_utf8(declared[1]) else Coding()


def _is_utf8(name: bytes) -> bool:
    return name.lower() in (b"utf-8", b"utf8")


def _says(text: str, tree: Tree) -> bool:
    """Whether the characters are the document that the parser saw."""
    again = parse(DECLARATION.sub("", text, count=1).encode(), "").value
    return again is not None and etree.tostring(again, encoding="unicode") == etree.tostring(tree, encoding="unicode")
