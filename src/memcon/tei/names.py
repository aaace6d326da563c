"""Names of the TEI vocabulary: the namespaces, and Clark notation for them."""

from functools import cache

TEI_NS = "http://www.tei-c.org/ns/1.0"
XML_NS = "http://www.w3.org/XML/1998/namespace"
XML_ID = f"{{{XML_NS}}}id"
XML_LANG = f"{{{XML_NS}}}lang"
NSMAP = {"t": TEI_NS}
"""Prefixes for XPath over TEI."""


@cache
def tei(name: str) -> str:
    """The Clark name of a TEI element: `tei("p")` is `{http://www.tei-c.org/ns/1.0}p`."""
    return f"{{{TEI_NS}}}{name}"
