"""What the house rules look at: a document, walked once, its elements by name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.names import TEI_NS, XML_ID
from memcon.tei.parsing import Tree
from memcon.validation.places import Source
from memcon.validation.printing import Print

_PREFIX = f"{{{TEI_NS}}}"


class Survey:
    """A parsed document as the house rules see it. It is walked once, and nothing in it is changed."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.elements = tuple(source.tree.iter(etree.Element))
        """All elements in document order."""
        self._by_tag: dict[str, list[etree._Element]] = {}
        for element in self.elements:
            self._by_tag.setdefault(str(element.tag), []).append(element)

    @property
    def tree(self) -> Tree:
        """The document."""
        return self.source.tree

    @property
    def root(self) -> etree._Element:
        """Its root element."""
        return self.source.tree.getroot()

    @property
    def path(self) -> str:
        """The path it was read from, `-` for standard input."""
        return self.source.path

    @cached_property
    def print(self) -> Print:
        """What it prints."""
        return Print(self.source.tree)

    def every(self, *names: str) -> tuple[etree._Element, ...]:
        """The TEI elements of these local names: those of the first name in document order, then those of the next."""
        return tuple(element for name in names for element in self._by_tag.get(_PREFIX + name, ()))

    @cached_property
    def identifiers(self) -> Mapping[str, etree._Element]:
        """The first element of each xml:id."""
        found: dict[str, etree._Element] = {}
        for element in self.elements:
            if identifier := element.get(XML_ID):
                found.setdefault(identifier, element)
        return found

    def finding(
        self, code: str, message: str, element: etree._Element, hint: str = "", attribute: str = ""
    ) -> Diagnostic:
        """A diagnostic about an element, or about the attribute of it that is named as it is written."""
        return self.source.finding(code, message, element, hint, attribute)
