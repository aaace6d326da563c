"""Line and column of every printed character of a TEI file.

Used where a difference was found and has to be shown; expat is slower than libxml2, but knows where it is.
"""

from __future__ import annotations

from xml.parsers import expat

from memcon.tei.names import TEI_NS
from memcon.transcript import is_space

_CORR, _TEXT = f"{TEI_NS} corr", f"{TEI_NS} text"


class _Walker:
    """Collects the places of printed characters while expat walks the file."""

    def __init__(self) -> None:
        self.places: list[tuple[int, int]] = []
        self.inside = self.added = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = False
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self.inside or name == _TEXT:
            self.inside += 1
            if self.added or name == _CORR or "#edition" in attributes.get("resp", "").split():
                self.added += 1

    def end(self, name: str) -> None:
        self.added -= bool(self.added)
        self.inside -= bool(self.inside)

    def characters(self, data: str) -> None:
        """Expat reports runs without line ends in them, and each line end or reference by itself."""
        if not self.inside or self.added:
            return
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        self.places += [(line, column + n) for n, c in enumerate(data) if not is_space(c)]


def printed_places(data: bytes) -> list[tuple[int, int]]:
    """Line and column (from 1, in characters) of each printed character of <text>, in order."""
    walker = _Walker()
    walker.parser.Parse(data, True)
    return walker.places


def element_places(data: bytes) -> list[tuple[int, int]]:
    """Line and column (from 1) of each element's start tag, in document order."""
    places: list[tuple[int, int]] = []
    parser = expat.ParserCreate()

    def start(_name: str, _attributes: dict[str, str]) -> None:
        places.append((parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

    parser.StartElementHandler = start
    parser.Parse(data, True)
    return places
