"""Setting plain text: the one thing XSLT 1.0 cannot do is wrap lines.

text.xsl makes a tree of `block`, `br` and `rule` (it says what they mean); here it becomes lines. A word is
whatever stands between white space of XML: no character is lost, and none but that white space moves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from memcon.tables import columns
from memcon.tei.parsing import Tree

_SPACE = re.compile(r"[ \t\r\n]+")
_BREAK = ""
"""An empty word: the line ends here."""


def lay_out(tree: Tree, width: int | None) -> str:
    """The lines of a page; without a width, a line is as long as its block."""
    root = tree.getroot()
    if root is None:
        return str(tree)
    setter = _Setter(width)
    page = _Frame()
    setter.walk(root, page)
    setter.end_line(page)
    return "\n".join(setter.lines) + "\n" if setter.lines else ""


@dataclass
class _Frame:
    """A block that is being set: its first line begins at `indent`, all others `hang` columns further in."""

    indent: int = 0
    hang: int = 0
    begun: bool = False

    @property
    def left(self) -> int:
        """Where the next line begins."""
        return self.indent + (self.hang if self.begun else 0)


@dataclass
class _Setter:
    """The lines so far, and the words that are to become the next ones."""

    width: int | None
    lines: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    partial: bool = False  # no white space has followed the last word yet
    gap: bool = False  # a blank line is due before the next line
    glued: bool = False  # the block before goes on in what comes now

    def walk(self, element: etree._Element, frame: _Frame) -> None:
        """Set what is in an element; the text after a child belongs to the element's own block."""
        self.add(element.text)
        for child in element:
            if child.tag == "block":
                self.block(child, frame)
            elif child.tag == "br":
                self.words.append(_BREAK)
                self.partial = False
            elif child.tag == "rule":
                self.end_line(frame)
                self.gap = True
                self.emit(0, "-" * min(self.width or 72, 72))
                self.gap = True
            else:
                self.walk(child, frame)
            self.add(child.tail)

    def block(self, element: etree._Element, outer: _Frame) -> None:
        """Set a block: it begins a line unless one is glued to it, and ends one unless it is glued to the next."""
        spaced = element.get("gap") == "1"
        if not self.glued:
            self.end_line(outer)
            self.gap = self.gap or spaced
        self.glued = self.partial = False
        frame = _Frame(outer.left + int(element.get("indent", "0")), int(element.get("hang", "0")))
        self.walk(element, frame)
        self.partial = False
        if element.get("glue") == "yes":
            self.glued = bool(self.words)
            return
        self.end_line(frame)
        outer.begun = outer.begun or frame.begun
        self.gap = self.gap or spaced

    def add(self, text: str | None) -> None:
        """Take in text: its first word goes on the last one where no white space stands between them."""
        if not text:
            return
        pieces = _SPACE.split(text)
        if pieces[0] and self.partial:
            self.words[-1] += pieces.pop(0)
        words = [piece for piece in pieces if piece]
        self.words.extend(words)
        self.glued = self.glued and not words
        self.partial = text[-1] not in " \t\r\n"

    def end_line(self, frame: _Frame) -> None:
        """Break the words into lines."""
        line: list[str] = []
        used = 0
        for word in self.words:
            room = (self.width or 0) - self.margin(frame)
            size = columns(word)
            if line and (word == _BREAK or (self.width is not None and used + 1 + size > room)):
                self.emit(self.margin(frame), " ".join(line))
                frame.begun, line, used = True, [], 0
            if word != _BREAK:
                used += size + (1 if line else 0)
                line.append(word)
        if line:
            self.emit(self.margin(frame), " ".join(line))
            frame.begun = True
        self.words.clear()
        self.partial = self.glued = False

    def margin(self, frame: _Frame) -> int:
        """Where the frame's next line begins; deep nesting leaves half of the width to the words."""
        return frame.left if self.width is None else min(frame.left, self.width // 2)

    def emit(self, margin: int, line: str) -> None:
        """Add a line, after a blank one where that is due."""
        if self.gap and self.lines:
            self.lines.append("")
        self.gap = False
        self.lines.append(" " * margin + line)
