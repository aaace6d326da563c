"""How the print is laid out, against the transcript: words, lines, paragraphs and emphasis.

The proof compares characters and no white space. Since they correspond one to one, each text node stands for a stretch
of the transcript, and what lies between its words there can be told.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from memcon.fidelity import is_added
from memcon.tei.names import tei
from memcon.tei.parsing import Tree
from memcon.transcript import Span, Transcript

Fault = tuple[str, str, etree._Element]
"""A code, a message, and the element that it is about."""

_WORD = re.compile(r"(\s*)(\S+)")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_UNUSUAL = re.compile(r"[^\S \t\r\n]")
_P, _LB, _PB, _SP, _DIV, _TEXT = (tei(name) for name in ("p", "lb", "pb", "sp", "div", "text"))
_BEHIND = frozenset(tei(name) for name in ("p", "list", "quote", "sp"))  # blocks behind which a paragraph is begun
_KEPT_LINES = frozenset(tei(name) for name in ("note", "fw", "stamp"))  # in which each line of the print has its lb
_EMPHASIS = frozenset(("italic", "bold", "strikethrough"))  # what transcripts mark
_SHOWN = 20  # characters on either side


@dataclass(frozen=True)
class Stretch:
    """The print of a transcript's lines, its characters numbered white space aside."""

    text: str

    @cached_property
    def gaps(self) -> dict[int, str]:
        """The white space before a character, by its number."""
        found, at = {}, 0
        for blank, word in _WORD.findall(self.text):
            if blank:
                found[at] = blank
            at += len(word)
        return found

    @cached_property
    def starts(self) -> list[int]:
        """The numbers of the characters before which there is white space."""
        return list(self.gaps)

    @cached_property
    def lines(self) -> list[int]:
        """The numbers of the first characters of lines."""
        return [at for at, blank in self.gaps.items() if "\n" in blank or "\f" in blank]

    @cached_property
    def paragraphs(self) -> list[int]:
        """Those of lines behind blank ones."""
        return [at for at in self.lines if _BLANK_LINE.search(self.gaps[at])]

    @cached_property
    def squeezed(self) -> str:
        """The characters."""
        return "".join(self.text.split())


@dataclass(frozen=True, slots=True)
class Piece:
    """A text node of the print: the numbers of its first character and of that behind its last one, its text, and the
    element in which it stands."""

    start: int
    end: int
    text: str
    element: etree._Element


def layout_faults(tree: Tree, transcript: Transcript, span: Span) -> Iterator[Fault]:
    """MC594 for words that are joined or divided otherwise than in the transcript, MC595 for paragraphs, lines and
    pages, MC596 for emphasis. The proof must hold."""
    stretch = Stretch(transcript.text(span))
    pieces, elements = walked(tree)
    yield from _spacing(pieces, stretch)
    yield from _divisions(pieces, elements, stretch)


def walked(tree: Tree) -> tuple[list[Piece], list[tuple[int, etree._Element]]]:
    """The text nodes of the print, and each element with the number of the first character behind its start tag."""
    pieces: list[Piece] = []
    elements: list[tuple[int, etree._Element]] = []
    text = tree.getroot().find(_TEXT)
    if text is not None:
        _walk(text, 0, pieces, elements)
    return pieces, elements


def _walk(
    element: etree._Element, at: int, pieces: list[Piece], elements: list[tuple[int, etree._Element]]
) -> int:
    """The number of the character behind an element."""
    elements.append((at, element))
    if is_added(element):
        return at
    at = _node(element.text, at, element, pieces)
    for child in element:
        if isinstance(child.tag, str):
            at = _walk(child, at, pieces, elements)
        at = _node(child.tail, at, element, pieces)
    return at


def _node(text: str | None, at: int, element: etree._Element, pieces: list[Piece]) -> int:
    if text is None or text.isspace():
        return at
    end = at + len("".join(text.split()))
    pieces.append(Piece(at, end, text, element))
    return end


def _spacing(pieces: Sequence[Piece], stretch: Stretch) -> Iterator[Fault]:
    """Within a text node white space stands where the transcript has it, and of the same kind."""
    flat, starts = " ".join(stretch.text.split()), stretch.starts
    shift = -1 if stretch.text[:1].isspace() else 0
    known = set(_UNUSUAL.findall(stretch.text))
    for piece in pieces:
        words = " ".join(piece.text.split())
        before = piece.start + bisect_right(starts, piece.start) + shift
        if flat[before : before + len(words)] != words:
            yield "MC594", _joined(piece, stretch), piece.element
        elif not piece.text.isascii() and (strange := set(_UNUSUAL.findall(piece.text)) - known):
            names = ", ".join(f"U+{ord(each):04X}" for each in sorted(strange))
            yield "MC594", f"the transcript has no white space of this kind: {names}", piece.element


def _joined(piece: Piece, stretch: Stretch) -> str:
    at, ours = piece.start, set()
    for word in piece.text.split():
        ours.add(at)
        at += len(word)
    theirs = {each for each in stretch.gaps if piece.start < each < piece.end}
    first = min((ours - {piece.start}) ^ theirs)
    around = stretch.squeezed[max(piece.start, first - _SHOWN) : first], stretch.squeezed[first : first + _SHOWN]
    what = "is white space" if first in ours else "is none"
    return f"between {around[0]!r} and {around[1]!r} there {what}, and the transcript has it otherwise"


def _divisions(
    pieces: Sequence[Piece], elements: Sequence[tuple[int, etree._Element]], stretch: Stretch
) -> Iterator[Fault]:
    lines = set(stretch.lines) | {0, len(stretch.squeezed)}
    for at, element in elements:
        if at not in lines and (message := _begins(element)):
            yield "MC595", f"{message} in the middle of a line of the transcript", element
    yield from _lost_divisions(pieces, stretch)


def _begins(element: etree._Element) -> str:
    """What begins with an element where a line of the transcript must; nothing for others."""
    if element.tag == _P:
        before = element.getprevious()
        return "a paragraph begins" if before is not None and before.tag in _BEHIND else ""
    if element.tag == _LB:
        return "" if element.get("resp") else "a line begins"
    if element.tag == _PB and element.get("cert") and not element.get("n"):
        return "a page is concluded to begin"
    return ""


def _lost_divisions(pieces: Sequence[Piece], stretch: Stretch) -> Iterator[Fault]:
    """A paragraph in which the transcript has a blank line, or the only one with a line end, has swallowed another."""
    inside = []
    for piece in pieces:
        tag = piece.element.tag
        if tag == _P and _within(stretch.paragraphs, piece):
            yield "MC595", "the transcript has a blank line in this paragraph, and begins another", piece.element
        elif tag == _P and _within(stretch.lines, piece):
            inside.append(piece)
        elif tag in _KEPT_LINES and _within(stretch.lines, piece):
            yield "MC595", "the transcript ends a line in these words, and there is no lb", piece.element
    if len(inside) == 1 and not stretch.paragraphs:
        yield "MC595", "the transcript ends a line in this paragraph, and in no other", inside[0].element


def _within(numbers: Sequence[int], piece: Piece) -> bool:
    """Whether one of the numbers, which ascend, is that of a character in a piece, its first one aside."""
    at = bisect_right(numbers, piece.start)
    return at < bisect_left(numbers, piece.end)
