"""From an element of a tree to a Location: line and column in the file, and the XPath."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import etree

from memcon.diagnostics import Diagnostic, Location
from memcon.rules import rule
from memcon.tei.places import element_places


@lru_cache(maxsize=4)
def _places(data: bytes) -> list[tuple[int, int]]:
    return element_places(data)


def location(element: etree._Element, data: bytes, path: str) -> Location:
    """Where an element's start tag stands in the bytes it was parsed from."""
    tree = element.getroottree()
    number = next((n for n, each in enumerate(tree.iter(etree.Element)) if each is element), -1)
    places = _places(data)
    line, column = places[number] if 0 <= number < len(places) else (element.sourceline or 0, 0)
    return Location(path, line, column, xpath(element))


def xpath(element: etree._Element) -> str:
    """The XPath of an element, namespaces aside: `/TEI/text/body/div/sp[3]`."""
    return (
        re.sub(r"\{[^}]*\}|\*\[local-name\(\)='(\w+)'\]", r"\1", element.getroottree().getelementpath(element))
        .join((f"/{etree.QName(element.getroottree().getroot()).localname}/", ""))
        .removesuffix("/.")
    )


def finding(code: str, message: str, element: etree._Element, data: bytes, path: str, hint: str = "") -> Diagnostic:
    """A diagnostic about an element, with its source line as the excerpt."""
    place = location(element, data, path)
    lines = data.splitlines()
    text = lines[place.line - 1].decode("utf-8", "replace") if 0 < place.line <= len(lines) else ""
    return Diagnostic(rule(code), message, place, hint, text[:240], len(etree.QName(element).localname) + 1)
