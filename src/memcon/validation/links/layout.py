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

from memcon.fidelity import all_printed, is_added
from memcon.tei.names import tei
from memcon.tei.parsing import Tree
from memcon.transcript import Span, Transcript

Fault = tuple[str, str, etree._Element]
"""A code, a message, and the element that it is about."""

_WORD = re.compile(r"(\s*)(\S+)")
_LINE_END = re.compile(r"\r\n|[\n\r\f]")
_UNUSUAL = re.compile(r"[^\S \t\r\n]")
_P, _LB, _PB, _NOTE, _TEXT = (tei(name) for name in ("p", "lb", "pb", "note", "text"))
_BEHIND = frozenset(tei(name) for name in ("p", "list", "quote", "sp"))  # blocks behind which a paragraph is begun
_KEPT_LINES = frozenset(tei(name) for name in ("note", "fw", "stamp"))
_UNSAID = frozenset(
    map(
        tei,
        ("head", "date", "dateline", "time", "speaker", "desc", "item", "supplied", "placeName", "persName", "label"),
    )
)  # where emphasis is but a mark of what the element is
_ANSWERED = frozenset(("resp", "facs", "ed", "source"))
_NEAR = 100  # characters between a page's beginning and its printed number
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
    def _begun(self) -> tuple[list[int], list[int]]:
        """The numbers of the first characters of lines, and of those of them that follow a blank line."""
        lines, paragraphs, at, blank = [], [], 0, False
        for line in _LINE_END.split(self.text):
            if size := len("".join(line.split())):
                lines.append(at)
                if blank:
                    paragraphs.append(at)
                at += size
            blank = not size
        return lines, paragraphs

    @property
    def lines(self) -> list[int]:
        """The numbers of the first characters of lines."""
        return self._begun[0]

    @property
    def paragraphs(self) -> list[int]:
        """Those of lines behind blank ones."""
        return self._begun[1]

    @cached_property
    def size(self) -> int:
        """How many characters there are."""
        return len(self.squeezed)

    @cached_property
    def squeezed(self) -> str:
        """The characters."""
        return "".join(self.text.split())


@dataclass(frozen=True, slots=True)
class Piece:
    """A text node or an element of the print: the numbers of its first character and of that behind its last one, its
    own text, and the element, or that in which the text stands."""

    start: int
    end: int
    text: str
    element: etree._Element


def layout_faults(tree: Tree, transcript: Transcript, span: Span) -> Iterator[Fault]:
    """MC594 for words that are joined or divided otherwise than in the transcript, MC595 for paragraphs, lines and
    pages, MC596 for emphasis. The proof must hold."""
    stretch = Stretch(transcript.text(span))
    texts, elements = _walked(tree)
    yield from _spacing(texts, all_printed(tree), stretch)
    yield from _breaks(elements, stretch)
    yield from _lost_divisions(texts, stretch)
    yield from _emphasis(elements, texts, _runs(transcript, span))


def _walked(tree: Tree) -> tuple[list[Piece], list[Piece]]:
    """The text nodes of the print, and its elements."""
    texts: list[Piece] = []
    elements: list[Piece] = []
    text = tree.getroot().find(_TEXT)
    if text is not None:
        _walk(text, 0, texts, elements)
    return texts, elements


def _walk(element: etree._Element, start: int, texts: list[Piece], elements: list[Piece]) -> int:
    """The number of the character behind an element. (The parser lets nothing be nested deeper than 256 elements.)"""
    number, end = len(elements), start
    elements.append(Piece(start, start, "", element))
    if not is_added(element):
        end = _node(element.text, start, element, texts)
        for child in element:
            if isinstance(child.tag, str):
                end = _walk(child, end, texts, elements)
            end = _node(child.tail, end, element, texts)
    elements[number] = Piece(start, end, "", element)
    return end


def _node(text: str | None, at: int, element: etree._Element, texts: list[Piece]) -> int:
    if text is None or text.isspace():
        return at
    end = at + len("".join(text.split()))
    texts.append(Piece(at, end, text, element))
    return end


def _spacing(texts: Sequence[Piece], printed: str, stretch: Stretch) -> Iterator[Fault]:
    """Within a text node white space stands where the transcript has it, and of the same kind. Mostly all words are
    the same, and their places need not be told."""
    if printed.split() == stretch.text.split() and (printed.isascii() or not _UNUSUAL.search(printed)):
        return
    flat, starts = " ".join(stretch.text.split()), list(stretch.gaps)
    shift = -1 if stretch.text[:1].isspace() else 0
    known = set(_UNUSUAL.findall(stretch.text))
    for piece in texts:
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


def _breaks(elements: Sequence[Piece], stretch: Stretch) -> Iterator[Fault]:
    """What begins where no line of the transcript does, and what is broken twice where it is broken once."""
    lines, before = {0, stretch.size, *stretch.lines}, -1
    for each in elements:
        tag, element = each.element.tag, each.element
        if each.start not in lines and (message := _begins(element)):
            yield "MC595", f"{message} in the middle of a line of the transcript", element
        elif tag == _PB and not (element.get("n") or element.get("resp")) and not _is_fed(each, stretch):
            yield "MC595", "no page ends here in the transcript; a conclusion bears @resp and @cert", element
        elif tag == _PB and not _ANSWERED.intersection(element.keys()) and not _is_numbered(each, stretch):
            message = f"the transcript has no {element.get('n')} near this place; @resp says who gives the number"
            yield "MC595", message, element
        elif tag == _LB and each.start == before and stretch.gaps.get(before, "").count("\n") < 2:
            yield "MC595", "the transcript ends one line here, and this is the second lb", element
        before = each.start if tag == _LB else -1


def _is_fed(each: Piece, stretch: Stretch) -> bool:
    return "\f" in stretch.gaps.get(each.start, "") or each.start in (0, stretch.size)


def _is_numbered(page: Piece, stretch: Stretch) -> bool:
    """Whether the number of a page is printed beside its beginning."""
    number = page.element.get("n", "")
    return number in stretch.squeezed[max(page.start - _NEAR, 0) : page.start + _NEAR]


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


def _lost_divisions(texts: Sequence[Piece], stretch: Stretch) -> Iterator[Fault]:
    """A paragraph in which the transcript has a blank line, or the only one with a line end, has swallowed another."""
    inside = []
    for piece in texts:
        tag = piece.element.tag
        if tag != _P and tag not in _KEPT_LINES:
            continue
        if tag == _P and _within(stretch.paragraphs, piece):
            yield "MC595", "the transcript has a blank line in this paragraph, and begins another", piece.element
        elif tag == _P and _within(stretch.lines, piece):
            inside.append(piece)
        elif _keeps_lines(piece.element) and _within(stretch.lines, piece):
            yield "MC595", "the transcript ends a line in these words, and there is no lb", piece.element
    if len(inside) == 1 and not stretch.paragraphs:
        yield "MC595", "the transcript ends a line in this paragraph, and in no other", inside[0].element


def _keeps_lines(element: etree._Element) -> bool:
    """Whether each line of the print has its lb: in page furniture, and in source notes in brackets."""
    return element.tag in _KEPT_LINES and (element.tag != _NOTE or (element.text or "").lstrip().startswith("["))


def _within(numbers: Sequence[int], piece: Piece) -> bool:
    """Whether one of the numbers, which ascend, is that of a character in a piece, its first one aside."""
    at = bisect_right(numbers, piece.start)
    return at < bisect_left(numbers, piece.end)


def _runs(transcript: Transcript, span: Span) -> list[tuple[int, int, str]]:
    """The runs of emphasis in a span: numbers of characters, and @rend."""
    numbers: dict[int, int] = {}
    styles = list(transcript.styles_in(span))
    last, number = span.start, 0
    for offset in sorted({at for style in styles for at in style.span}):
        number += len("".join(transcript.printed[last:offset].split()))
        numbers[offset], last = number, offset
    return [(numbers[style.span.start], numbers[style.span.end], style.rend) for style in styles]


def _emphasis(
    elements: Sequence[Piece], texts: Sequence[Piece], marked: Sequence[tuple[int, int, str]]
) -> Iterator[Fault]:
    """What bears the @rend of an emphasis that the transcript does not have there, brackets around it aside; and what
    the transcript emphasises, and nothing says so."""
    rendered = [(each, rend) for each in elements if (rend := each.element.get("rend")) and each.start < each.end]
    for each, rend in rendered:
        there = [of for start, end, of in marked if start <= each.start + 1 and each.end - 1 <= end]
        if rend not in there and not each.element.get("resp"):
            yield "MC596", f"the transcript has {' and '.join(there) or 'no ' + rend} here", each.element
    for start, end, rend in marked:
        said = any(each.start <= start and end <= each.end for each, _ in rendered)
        if not said and start < end and rend != "bold" and (own := _holding(texts, start, end)) is not None:
            yield "MC596", f"the transcript has {rend} here, and nothing says so", own


def _holding(texts: Sequence[Piece], start: int, end: int) -> etree._Element | None:
    """The element in whose own text the characters stand; None where they stand in several, or where emphasis is but
    a mark of what is there."""
    at = bisect_right(texts, start, key=lambda piece: piece.start) - 1
    own = texts[at] if at >= 0 else None
    return own.element if own is not None and end <= own.end and own.element.tag not in _UNSAID else None
