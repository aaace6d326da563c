"""What the kinds of schemas have in common: what is compiled of them, and how libxml2's complaints become findings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from memcon.diagnostics import Diagnostic, Location
from memcon.rules import rule
from memcon.tei.parsing import Tree
from memcon.validation.places import Source

Check = Callable[[Source], tuple[Diagnostic, ...]]
"""From a document to what a schema says of it."""

MOST = 25  # findings per file: behind an early fault later ones are often its consequence
_XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
_HINTS = (f"{_XSI}schemaLocation", f"{_XSI}noNamespaceSchemaLocation")


@dataclass(frozen=True, slots=True)
class Schema:
    """A schema, ready to check, and the digest of all it was made of."""

    check: Check
    digest: bytes


class Unusable(Exception):  # noqa: N818  # it is caught where the schema is compiled, and becomes a diagnostic
    """A schema that cannot be compiled, with the reason and the line where it is known."""

    def __init__(self, message: str, line: int = 0, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.line, self.hint = message, line, hint

    def diagnostic(self, path: str) -> Diagnostic:
        """MC409 for the schema at `path`."""
        return Diagnostic(rule("MC409"), self.message, Location(path, self.line, 1 if self.line else 0), self.hint)


def unusable(error: etree.LxmlError) -> Unusable:
    """Why a compiler of lxml refused a schema: the first complaint that has words and a line."""
    entries = [entry for entry in error.error_log if (entry.message or "").strip()]
    first = next((entry for entry in entries if entry.line > 0), entries[0] if entries else None)
    return Unusable(plain(first.message if first else str(error)), max(first.line, 0) if first else 0)


def plain(message: str) -> str:
    """A message of libxml2 without namespaces."""
    return " ".join(re.sub(r"\{[^{}]*\}", "", message).split())


def complained_of(tree: Tree, entry: Any) -> etree._Element:
    """The element that an entry of libxml2's log is about."""
    if entry.path:
        names = {prefix: uri for each in tree.iter(etree.Element) for prefix, uri in each.nsmap.items() if prefix}
        try:
            found = tree.xpath(entry.path, namespaces=names)
        except etree.XPathError:
            found = []
        if isinstance(found, list) and found and isinstance(found[0], etree._Element):
            return found[0]
    return next((each for each in tree.iter(etree.Element) if (each.sourceline or 0) >= entry.line), tree.getroot())


def local(element: etree._Element | None) -> str:
    """The name of an element without its namespace."""
    return etree.QName(element).localname if element is not None else "the document"


def without_hints(tree: Tree) -> Tree:
    """The document without the addresses of other schemas, which libxml2 would fetch; a copy where it has any."""
    if not any(element.get(name) is not None for element in tree.iter(etree.Element) for name in _HINTS):
        return tree
    copy = etree.fromstring(etree.tostring(tree)).getroottree()
    for element in copy.iter(etree.Element):
        for name in _HINTS:
            element.attrib.pop(name, None)
    return copy


def entries_of(log: Iterable[Any]) -> Iterator[Any]:
    """The entries of an error log of lxml, less those without words."""
    return (entry for entry in log if (entry.message or "").strip())
