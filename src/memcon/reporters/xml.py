"""What the reports in XML share: text that XML can carry, and writing a small tree."""

from __future__ import annotations

import re

from lxml import etree

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PICTURES = 0x2400  # U+2400 SYMBOL FOR NULL, and 31 more in the order of the control characters


def visible(text: str) -> str:
    """Text with a visible sign in the place of each character that XML 1.0 cannot carry: the control pictures of
    Unicode for C0 controls, U+FFFD for surrogates and noncharacters."""
    return _FORBIDDEN.sub(_sign, text)


def _sign(found: re.Match[str]) -> str:
    number = ord(found[0])
    return chr(_PICTURES + number) if number < 0x20 else "\N{REPLACEMENT CHARACTER}"


def child(parent: etree._Element, name: str, /, **attributes: str) -> etree._Element:
    """A new last child; names and values are in the order given."""
    return etree.SubElement(parent, name, {key: visible(value) for key, value in attributes.items()})


def written(root: etree._Element) -> str:
    """The report as text: declared as UTF-8, in ASCII, so that it survives every encoding."""
    etree.indent(root)
    body = etree.tostring(root, encoding="us-ascii").decode("ascii")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}'
