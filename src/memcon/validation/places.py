"""From an element of a tree to a Location: line and column in the file, and the XPath."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from itertools import islice

from lxml import etree

from memcon.diagnostics import Diagnostic, Location, window
from memcon.rules import rule
from memcon.tei.names import XML_ID
from memcon.tei.parsing import Tree

_LINE_END = re.compile(r"\r\n|\n|\r")
_TAG = re.compile(r"""<[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*""")
_START = re.compile(r"<([^\s<>/!?]+)")
_LONGEST_TAG = 40  # lines
_LAST_LINE = 0xFFFF  # up to which libxml2 counts
_LONGEST_MESSAGE = 300  # the explanation of a schema processor can quote the whole content model


class Source:
    """A parsed document together with the bytes it was parsed from. What a finding needs is worked out once, at the
    first finding; most documents have none."""

    def __init__(self, tree: Tree, data: bytes, path: str) -> None:
        self.tree, self.data, self.path = tree, data, path

    @cached_property
    def _numbers(self) -> dict[etree._Element, int]:
        return {element: number for number, element in enumerate(self.tree.iter(etree.Element))}

    def numbered(self, number: int, line: int) -> etree._Element | None:
        """The element of that number; None where that one is not in this line any more. The root, 0, always is."""
        if not number:
            return self.tree.getroot()
        found = next(islice(self.tree.iter(etree.Element), number, None), None)
        return found if found is not None and (found.sourceline or 1) == line else None

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        from memcon.tei.places import element_places  # expat is wanted only where something was found

        return element_places(self.data)

    @cached_property
    def _lines(self) -> list[str]:
        text = self.data.decode(self.tree.docinfo.encoding or "utf-8", "replace").removeprefix("\ufeff")
        return _LINE_END.split(text) if "\r" in text else text.split("\n")

    def location(self, element: etree._Element) -> Location:
        """Where an element's start tag stands."""
        line, column = self._seen(element) or self._counted(element)
        return Location(self.path, line, column, xpath(element), anchors(element))

    def _seen(self, element: etree._Element) -> tuple[int, int] | None:
        """Line and column of a start tag, as libxml2 and the line itself tell them; None where they do not.

        The line that libxml2 knows is that of the tag's end: the tag begins there as well, unless a `>` comes before
        all tags.
        """
        line = element.sourceline or 0
        if not 0 < line < _LAST_LINE or line > len(self._lines) or b"\r" in self.data:
            return None
        text = self._lines[line - 1]
        local = etree.QName(element).localname
        name = f"{element.prefix}:{local}" if element.prefix else local
        starts = [match.start() for match in _START.finditer(text) if match[1] == name]
        if len(starts) != 1 or ">" in text[: text.index("<")]:
            return None
        return line, starts[0] + 1

    def _counted(self, element: etree._Element) -> tuple[int, int]:
        """The same of any element."""
        number = self._numbers.get(element, -1)
        if 0 <= number < len(self._places):
            return self._places[number]
        return element.sourceline or 0, 0

    def before(self, line: int, column: int, name: str) -> etree._Element:
        """The last element of that name whose start tag begins before a place; where there is none, the last of any."""
        last, named = self.tree.getroot(), None
        for element, place in zip(self._numbers, self._places, strict=False):
            if place >= (line, column):
                break
            last = element
            named = element if etree.QName(element).localname == name else named
        return last if named is None else named

    def attribute_location(self, element: etree._Element, name: str) -> Location:
        """Where an attribute stands, `name` as it is written (`xml:id`); the start tag where that cannot be told."""
        place = self.location(element)
        if not place.column:
            return place
        lines = self._lines[place.line - 1 :]
        tag = _TAG.match("\n".join(lines[:_LONGEST_TAG]), place.column - 1)
        written = re.search(rf"\s{re.escape(name)}\s*=", tag.group()) if tag else None
        if tag is None or written is None:
            return place
        before = tag.string[: tag.start() + written.start() + 1]
        line = before.count("\n")
        return replace(place, line=place.line + line, column=len(before) - before.rfind("\n"))

    def finding(
        self,
        code: str,
        message: str,
        element: etree._Element,
        hint: str = "",
        attribute: str = "",
        related: tuple[Location, ...] = (),
    ) -> Diagnostic:
        """A diagnostic about an element, or about an attribute of it, with its source line as the excerpt."""
        place = self.attribute_location(element, attribute) if attribute else self.location(element)
        text = self._lines[place.line - 1] if 0 < place.line <= len(self._lines) else ""
        excerpt, column = window(text, max(place.column, 1))
        width = len(attribute) or len(etree.QName(element).localname) + 1
        return Diagnostic(rule(code), _short(message), place, hint, excerpt, width, related, excerpt_column=column)


def _short(message: str) -> str:
    return message if len(message) <= _LONGEST_MESSAGE else f"{message[:_LONGEST_MESSAGE]}…"


def xpath(element: etree._Element) -> str:
    """The XPath of an element, namespaces aside: `/TEI/text/body/div/sp[3]`."""
    tree = element.getroottree()
    inner = re.sub(r"\{[^{}]*\}", "", tree.getelementpath(element))
    return f"/{etree.QName(tree.getroot()).localname}" + (f"/{inner}" if inner != "." else "")


def anchors(element: etree._Element) -> tuple[str, ...]:
    """The xml:ids of an element and of those around it, the nearest first."""
    around = (element, *element.iterancestors())
    return tuple(identifier for each in around if (identifier := each.get(XML_ID)))
