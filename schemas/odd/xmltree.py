"""Build and write the XML of the schemas."""

from __future__ import annotations

from lxml import etree

NOTICE = " Generated from memcon.odd by build.py: edit that file, not this one. "


def node(uri: str, local: str, /, *children: etree._Element, **attributes: str) -> etree._Element:
    """Return an element of the namespace `uri` with attributes and children."""
    made = etree.Element(f"{{{uri}}}{local}", attributes)
    made.extend(children)
    return made


def root(uri: str, local: str, prefixes: dict[str | None, str], /, **attributes: str) -> etree._Element:
    """Return the outermost element of a schema, with its namespace prefixes declared."""
    return etree.Element(f"{{{uri}}}{local}", attributes, nsmap=prefixes)


def write(tree: etree._Element) -> bytes:
    """Return a schema as bytes: always the same for the same tree, with a notice where it comes from."""
    etree.indent(tree, "  ")
    body = etree.tostring(tree, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<!--{NOTICE}-->\n{body}\n'.encode()
