"""The mark-up of a well-formed file as text: where its tags, their attributes and its characters stand.

The parsers say what a document means; here is how it is spelt, for repairs that leave all else as it is. The file has
been parsed before: it is well-formed, and has no document type declaration.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from html import escape  # not that of xml.sax.saxutils, which loads all that speaks HTTP

from memcon.diagnostics import Edit

_TOKEN = re.compile(
    r"<!--(?s:.*?)(?:-->|\Z)|<!\[CDATA\[(?s:.*?)(?:\]\]>|\Z)|<\?(?s:.*?)(?:\?>|\Z)|</[^<>]*>"
    r"""|<(?P<name>[^\s/<>!?]++)(?:[^<>"']++|"[^"]*+"|'[^']*+')*+>|(?P<text>[^<]++)"""
)
_ATTRIBUTE = re.compile(r"""\s([^\s=/<>"']++)\s*+=\s*+("[^"]*+"|'[^']*+')""")
_LINE_END = re.compile(r"\r\n|\n|\r")
_SPELT = str.maketrans({'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})
_BLANKS = re.compile(r"(?<![ \t])[ \t]++(?=[\r\n])")

Change = tuple[int, int, str]
"""From an offset up to another one: what shall stand there."""


@dataclass(frozen=True, slots=True)
class StartTag:
    """The start tag of an element, or its only one: its offsets, and those of its attributes' values as quoted."""

    start: int
    end: int
    attributes: tuple[tuple[str, int, int], ...]

    def value(self, name: str) -> tuple[int, int] | None:
        """The offsets of an attribute's value, the quotation marks included."""
        return next(((start, end) for each, start, end in self.attributes if each == name), None)


class Markup:
    """The text of a file, taken apart where that is asked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def tags(self) -> tuple[StartTag, ...]:
        """The start tags: the n-th is that of the n-th element of the document."""
        return tuple(_start_tag(match) for match in _TOKEN.finditer(self.text) if match["name"])

    def trailing_blanks(self) -> Iterator[Change]:
        """Blanks and tabs before a line end, in running text and between tags; where xml:space says that they are
        meant to stay, they are passed over, and so are comments, instructions and CDATA."""
        kept: list[bool] = [False]
        for match in _TOKEN.finditer(self.text):
            token = match.group()
            if match["text"]:
                if not kept[-1]:
                    yield from (
                        (found.start(), found.end(), "") for found in _BLANKS.finditer(self.text, *match.span())
                    )
            elif match["name"]:
                if not token.endswith("/>"):
                    kept.append(_keeps_space(_start_tag(match), self.text, kept[-1]))
            elif token.startswith("</"):
                kept.pop()

    @cached_property
    def _starts(self) -> list[int]:
        """The offset at which each line begins."""
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, number: int) -> str:
        """A line by its number, without its end."""
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[self._starts[number - 1] : end].rstrip("\r\n")

    def edit(self, change: Change) -> Edit:
        """A change as an edit, which counts lines and columns."""
        start, end, text = change
        return Edit(*self.place(start), *self.place(end), text)

    def edited(self, edits: Iterable[Edit]) -> str:
        """The text with these edits made, no two of which overlap."""
        return self.changed(
            (self._starts[e.line - 1] + e.column - 1, self._starts[e.end_line - 1] + e.end_column - 1, e.text)
            for e in edits
        )

    def changed(self, changes: Iterable[Change]) -> str:
        """The text with these changes made; of several at one place, in the order in which they come."""
        pieces, done = [], 0
        for start, end, new in sorted(changes, key=lambda change: change[:2]):
            pieces += [self.text[done:start], new]
            done = end
        return "".join([*pieces, self.text[done:]])

    def with_attribute(self, number: int, name: str, value: str) -> Change:
        """The change that gives the element of that number an attribute, or another value of one."""
        tag = self.tags[number]
        spelt = escape(value, quote=False).translate(_SPELT)
        if (at := tag.value(name)) is not None:
            return (*at, f'"{spelt}"')
        end = tag.end - (2 if self.text.startswith("/>", tag.end - 2) else 1)
        while self.text[end - 1].isspace():
            end -= 1
        return (end, end, f' {name}="{spelt}"')

    @cached_property
    def line_end(self) -> str:
        """The line end that the file uses most."""
        ends = _LINE_END.findall(self.text)
        return max(("\n", "\r\n", "\r"), key=ends.count)


def _start_tag(match: re.Match[str]) -> StartTag:
    found = _ATTRIBUTE.finditer(match.string, match.end("name"), match.end())
    return StartTag(match.start(), match.end(), tuple((each[1], *each.span(2)) for each in found))


def _keeps_space(tag: StartTag, text: str, inherited: bool) -> bool:
    at = tag.value("xml:space")
    return inherited if at is None else text[at[0] + 1 : at[1] - 1] == "preserve"
