"""Tokens -> the elements of a page and its pieces of text: a plain reading of HTML Living Standard, section 13.2.6.

Tree construction is followed as far as it decides what is a paragraph: implied end tags, scopes, formatting that
overlaps. Text is never moved (the standard fosters stray text out of tables): it stays in the order of the source.
Elements are numbered in document order and know their parents; nothing recurses, and every step is paid for by a tag.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from memcon.readers.html import elements
from memcon.readers.html.elements import (
    BLOCKS,
    CELLS,
    FORMATTING,
    HEADINGS,
    ITEMS,
    PREFORMATTED,
    SCOPES,
    SECTIONS,
    TABLE_PARTS,
    VOID,
)  # fmt: skip
from memcon.readers.html.stack import Look, Open
from memcon.readers.html.tokens import Kind, Token, attributes, tokens
from memcon.readers.limits import DEEPEST, most_elements
from memcon.transcript import is_space

NONE, SPACE, CELL, LINE, PARAGRAPH = range(5)
"""What separates a piece of text from the one before it."""

COLLAPSED = " \t\n\v\f\r"
"""White space that HTML collapses (and the vertical tab, which XML cannot hold): a no-break space is a character."""


@dataclass(slots=True)
class Element:
    """An element. `out` says what it is called where it is left out; `around` where it may be. `text`, `linked` and
    `title` count the characters, white space aside, that stand directly in it, in links, in headings. `row` and `item`
    are the row and the item of an ordered list that it is or is in; `number` is that of such an item, or of the last
    item of a list."""

    name: str
    parent: int
    out: str = ""
    around: str = ""
    heading: int = 0
    preformatted: bool = False
    styles: int = 0
    row: int = 0
    item: int = 0
    number: int = 0
    laid_out: bool = False
    text: int = 0
    linked: int = 0
    title: int = 0
    muted: bool = False


class Piece(NamedTuple):
    """Text from `start` to `end` of the source, or what a reference there stands for."""

    start: int
    end: int
    text: str
    element: int
    gap: int
    styles: int


def _joined(one: Piece, other: Piece) -> Piece | None:
    """Two pieces as one, where nothing but a stray `<` or `&` made them two."""
    beside = one.end == other.start and not one.text and not other.text and other.gap == NONE
    alike = one.element == other.element and one.styles == other.styles
    return one._replace(end=other.end) if beside and alike else None


def _number(given: str, otherwise: int) -> int:
    """The number that an attribute gives."""
    return int(given) if given.isascii() and given.isdigit() and len(given) < _DIGITS else otherwise


_DIGITS = 6


class Call(NamedTuple):
    """A link within the page: the element it stands in, and the id it leads to."""

    element: int
    target: str


@dataclass(slots=True)
class Page:
    """A page in parts. `ids` are the elements that ids stand in; `tally` counts what never is print."""

    elements: list[Element]
    pieces: list[Piece]
    calls: list[Call]
    ids: dict[str, int]
    tally: dict[str, tuple[int, int]]


class Excess(NamedTuple):
    """Where a page has more structure than is read, and in which way."""

    offset: int
    message: str


def parse(source: str) -> Page | Excess:
    """The elements and pieces of an HTML document, unless there are too many."""
    builder = _Builder(source)
    most = most_elements(source)
    for token in tokens(source):
        builder.take(token)
        if len(builder.open.stack) > DEEPEST:
            return Excess(token.start, f"elements nested more than {DEEPEST} deep")
        if len(builder.page.elements) + len(builder.page.pieces) > most:
            return Excess(token.start, f"more than {most} elements and pieces of text in {len(source)} characters")
    return builder.page


class _Builder:
    def __init__(self, source: str) -> None:
        self.source = source
        self.page = Page([Element("body", -1)], [], [], {}, {})
        self.open = Open([0])
        self.looks = [Look()]
        self.gap = NONE
        self.foreign = 0

    def take(self, token: Token) -> None:
        if token.kind == Kind.TEXT:
            self._text(token.start, token.end, "")
        elif token.kind == Kind.REFERENCE:
            self._text(token.start, token.end, token.text)
        elif token.kind == Kind.START:
            self._start(token)
        elif token.kind == Kind.END:
            self._end(token.name)
        elif token.name == "xmp":
            self._text(token.start, token.end, "")
        elif token.name:
            self._count(token.name, 0 if token.kind == Kind.RAW else 1, self.source[token.start : token.end])

    def _count(self, name: str, times: int, text: str = "") -> None:
        before, characters = self.page.tally.get(name, (0, 0))
        self.page.tally[name] = (before + times, characters + len("".join(text.split())))

    # -- text -------------------------------------------------------------------------------------

    def _text(self, start: int, end: int, text: str) -> None:
        here = self.open.stack[-1]
        element, look = self.page.elements[here], self.looks[-1]
        words = text or self.source[start:end]
        size = sum(not is_space(c) for c in text) if text else len("".join(words.split()))
        if not size and not element.preformatted and not words.strip(COLLAPSED):
            self.gap = max(self.gap, SPACE)
            return
        element.text += size
        element.linked += size if look.linked else 0
        element.title += size if element.heading else 0
        made = Piece(start, end, text, here, self.gap, element.styles | look.styles)
        if self.page.pieces and (longer := _joined(self.page.pieces[-1], made)):
            self.page.pieces[-1] = longer
        else:
            self.page.pieces.append(made)
        self.gap = NONE

    # -- start tags -------------------------------------------------------------------------------

    def _start(self, token: Token) -> None:
        name, given = token.name, attributes(token) if token.text else {}
        if name in ("html", "head", "body"):
            return
        self._anchor(name, given)
        if name == "br":
            self._line_end()
        elif name in VOID:
            self._void(name, given)
        elif name in FORMATTING and not elements.left_out(name, given):
            self._switch_on(name, given)
        else:
            self._imply(name)
            if name in TABLE_PARTS and name != "table" and not self.open.has("table"):
                return  # parse error: the tag is ignored
            foreign = self.foreign or name in ("svg", "math")
            if not (foreign and token.text.endswith("/")):
                self._push(name, given)

    def _anchor(self, name: str, given: dict[str, str]) -> None:
        """Ids that notes have, and links that call them."""
        here = self.open.stack[-1]
        inside = name in FORMATTING or name in VOID
        for identifier in (given.get("id"), given.get("name") if name == "a" else None):
            if identifier:
                self.page.ids.setdefault(identifier, here if inside else len(self.page.elements))
        target = given.get("href", "")
        if name == "a" and target.startswith("#") and len(target) > 1:
            self.page.calls.append(Call(here, target[1:]))

    def _line_end(self) -> None:
        self.gap = PARAGRAPH if self.gap >= LINE else LINE
        self._lay_out()

    def _void(self, name: str, given: dict[str, str]) -> None:
        if name == "hr":
            self._close_paragraph()
            self.gap = PARAGRAPH
        elif reason := elements.left_out(name, given):
            self._count(reason, 1)

    def _switch_on(self, name: str, given: dict[str, str]) -> None:
        look = self.looks[-1]
        if name == "a":
            look.linked = bool(given.get("href")) and not given["href"].startswith("#")
        else:
            look.switch(elements.styles(name, given), 1)

    def _imply(self, name: str) -> None:
        """The end tags that a start tag implies (sections 13.2.6.4.7 to 15)."""
        if name in BLOCKS:
            while self.foreign:
                self._pop()
            if name not in TABLE_PARTS or name == "table":
                self._close_paragraph()
        if name in HEADINGS and self._here().name in HEADINGS:
            self._pop()
        if name in CELLS:
            self._close(CELLS)
        elif name == "tr":
            self._close(frozenset({"tr", "caption"}))
        elif name in SECTIONS or name == "caption":
            self._close(frozenset({*SECTIONS, "tr", "caption"}))
        elif name in ITEMS:
            self._close(frozenset({"li"}) if name == "li" else frozenset({"dt", "dd"}))

    def _push(self, name: str, given: dict[str, str]) -> None:
        number = len(self.page.elements)
        parent = self.open.stack[-1]
        above = self.page.elements[parent]
        made = Element(name, parent, above.out or elements.left_out(name, given), elements.surrounding(name, given))
        made.heading = HEADINGS.get(name, above.heading)
        made.preformatted = above.preformatted or name in PREFORMATTED
        made.styles = above.styles | elements.styles(name, given)
        made.row = number if name == "tr" else above.row
        made.item = above.item
        if name == "ol":
            made.number = _number(given.get("start", ""), 1) - 1
        elif name == "li" and above.name == "ol":
            above.number = made.number = _number(given.get("value", ""), above.number + 1)
            made.item = number
        if name in BLOCKS:
            self.gap = max(self.gap, CELL if name in CELLS else PARAGRAPH)
            if name not in CELLS and name != "tr":
                self._lay_out()
        self.page.elements.append(made)
        self.open.push(number, name)
        self.foreign += name in ("svg", "math")
        if name in SCOPES:
            self.looks.append(Look(linked=self.looks[-1].linked and name not in TABLE_PARTS))

    def _lay_out(self) -> None:
        """A row whose cells hold blocks or line ends is lay-out, and each of its cells a column."""
        here = self._here()
        if here.row:
            self.page.elements[here.row].laid_out = True

    # -- end tags ---------------------------------------------------------------------------------

    def _end(self, name: str) -> None:
        if name == "br":
            self._line_end()
        elif name == "p" and not self.open.has("p"):
            self.gap = PARAGRAPH  # an empty paragraph
        elif name in HEADINGS:
            self._close(frozenset(HEADINGS))
        elif self.open.has(name):
            self._close(frozenset({name}))
        elif name == "a":
            self.looks[-1].linked = False
        elif name in FORMATTING:
            self.looks[-1].switch(elements.STYLES.get(name, 0), -1)

    def _close_paragraph(self) -> None:
        self._close(frozenset({"p"}))

    def _close(self, names: frozenset[str]) -> None:
        """Close the innermost open element of one of these names, with all that is open within it."""
        if not any(self.open.has(name) for name in names):
            return
        while self._pop() not in names:
            pass

    def _pop(self) -> str:
        name = self._here().name
        self.open.pop(name)
        self.foreign -= name in ("svg", "math")
        if name in SCOPES:
            self.looks.pop()
        if name in BLOCKS:
            self.gap = max(self.gap, CELL if name in CELLS else PARAGRAPH)
        return name

    def _here(self) -> Element:
        return self.page.elements[self.open.stack[-1]]
