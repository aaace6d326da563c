"""Line and column of every printed character of a TEI file, and of every element.

Used where a difference was found and has to be shown: expat is slower than libxml2, but knows where it is. What is
print is said once more here, in terms of events; `fidelity.printed_text` says it of the tree, and a test holds the two
against each other.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from memcon.tei.names import TEI_NS
from memcon.transcript import PRINTED

Places = list[tuple[int, int]]

_CORR, _TEXT = f"{TEI_NS} corr", f"{TEI_NS} text"
_DECLARED = re.compile(rb"""(?:\xef\xbb\xbf)?<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z][\w.-]*)["']""")


class _Walker:
    """Collects the places of printed characters while expat walks the file: those in the first `text` that is a
    child of the root, less what is inside an addition of the edition."""

    def __init__(self, encoding: str | None) -> None:
        self.places: Places = []
        self.depth = self.inside = self.added = 0
        self.met = False
        self.parser = expat.ParserCreate(encoding, namespace_separator=" ")
        self.parser.buffer_text = False
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        opens = name == _TEXT and self.depth == 2 and not self.met
        self.met = self.met or opens
        if self.inside or opens:
            self.inside += 1
            if self.added or name == _CORR or "#edition" in attributes.get("resp", "").split():
                self.added += 1

    def end(self, _name: str) -> None:
        self.depth -= 1
        self.added -= bool(self.added)
        self.inside -= bool(self.inside)

    def characters(self, data: str) -> None:
        """Expat reports runs without line ends in them, and each line end or reference by itself."""
        if not self.inside or self.added:
            return
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        self.places += [(line, column + n) for run in PRINTED.finditer(data) for n in range(*run.span())]


def printed_places(data: bytes) -> Places:
    """Line and column (from 1, in characters) of each printed character of <text>, in order.

    Nothing where expat cannot read what libxml2 read (XML 1.1, names in scripts that came late to XML).
    """
    data, encoding = _readable(data)
    walker = _Walker(encoding)
    return walker.places if _walked(walker.parser, data) else []


def element_places(data: bytes) -> Places:
    """Line and column (from 1) of each element's start tag, in document order; nothing where expat cannot read it."""
    places: Places = []
    data, encoding = _readable(data)
    parser = expat.ParserCreate(encoding)

    def start(_name: str, _attributes: dict[str, str]) -> None:
        places.append((parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

    parser.StartElementHandler = start
    return places if _walked(parser, data) else []


def _walked(parser: expat.XMLParserType, data: bytes) -> bool:
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError):  # ValueError: pyexpat's word for an encoding of several bytes
        return False
    return True


def _readable(data: bytes) -> tuple[bytes, str | None]:
    """The bytes in an encoding that expat knows, and its name where it is not the declared one."""
    declared = _DECLARED.match(data)
    encoding = declared[1].decode("ascii") if declared else "utf-8"
    if encoding.lower() in ("utf-8", "utf-16", "us-ascii", "iso-8859-1"):
        return data, None
    try:
        return data.decode(encoding).encode("utf-8"), "utf-8"
    except (UnicodeError, LookupError):
        return data, None
