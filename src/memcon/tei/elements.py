"""Building TEI elements: one way to make one, one way to write it, indented.

An element is made without a document and written as text, once, with all that is in it: to give each one a tree of
libxml2's to live in until it is moved into the next takes three times as long. Whitespace is only ever added inside
elements that hold nothing but elements (`ELEMENT_ONLY`); mixed content is never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_CONTAINERS = """
    TEI teiHeader fileDesc titleStmt respStmt publicationStmt availability sourceDesc msDesc msIdentifier
    msContents msItem additional adminInfo custodialHist biblStruct monogr imprint encodingDesc editorialDecl
    classDecl taxonomy category appInfo application profileDesc creation langUsage particDesc listPerson person
    settingDesc setting textClass keywords text front body back div list sp standOff revisionDesc
"""
ELEMENT_ONLY = frozenset(_CONTAINERS.split())
_WHITE = re.compile(r"[\t\r\n\v\f\x85\u2028\u2029][ \t\r\n\v\f\x85\u2028\u2029]*| [ \t\r\n\v\f\x85\u2028\u2029]+")
_TOLD_WHITE = ("\n", "  ", "\t", "\r", "\v", "\f", "\x85", "\u2028", "\u2029")
_NAMES = {"xml_id": "xml:id", "xml_lang": "xml:lang"}
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;", "\v": " ", "\f": " "})
_VALUE = _TEXT | str.maketrans({'"': "&quot;", "\t": "&#9;", "\n": "&#10;"})
_TOLD_IN_TEXT = ("&", "<", ">", "\r", "\v", "\f")
_TOLD = re.compile(r'[&<>"\r\v\f\t\n]')  # what may have to be spelt otherwise


class Element:
    """A TEI element to be written, with children in order. Empty attribute values are left out; `xml_id` and `xml_lang`
    mean the attributes of the XML namespace, a trailing underscore is dropped (`from_`)."""

    __slots__ = ("attributes", "children", "name")

    def __init__(self, name: str, /, *children: Child, **attributes: str) -> None:
        self.name, self.children, self.attributes = name, children, attributes

    def every(self, attribute: str) -> Iterator[str]:
        """The values of an attribute here and in all that is inside, in no order."""
        stack = [self]
        while stack:
            each = stack.pop()
            if value := each.attributes.get(attribute):
                yield value
            stack += [child for child in each.children if not isinstance(child, str)]


class Constant(Element):
    """An element that is the same in every document: it is written once."""

    __slots__ = ()


Child = Element | str


element = Element


def white(text: str) -> str:
    """Printed characters for a text node: a run of blanks, tabs and line ends is one blank. Other spaces, such as
    a no-break space, are print."""
    return _WHITE.sub(" ", text) if any(map(text.__contains__, _TOLD_WHITE)) else text


def written(root: Element, namespace: str) -> str:
    """The element as XML, as the root of a document: its element-only parts are indented by one blank a level. White
    space that XML does not know is a blank."""
    pieces: list[str] = []
    _write(Element(root.name, *root.children, xmlns=namespace, **root.attributes), "\n", pieces)
    return "".join(pieces)


def _write(made: Element, line: str, pieces: list[str]) -> None:
    """Write an element; `line` is what begins a line for it, empty where white space would be print."""
    name, children = made.name, made.children
    pieces.append(f"<{name}")
    for key, value in made.attributes.items():
        if value:
            pieces.append(f' {_attribute(key)}="{value.translate(_VALUE) if _TOLD.search(value) else value}"')
    if not children:
        pieces.append("/>")
        return
    opened = len(pieces)
    pieces.append(">")
    inner = f"{line} " if line and name in ELEMENT_ONLY else ""
    for child in children:
        if isinstance(child, str):
            if child:
                pieces.append(_spelt(child))
            continue
        if inner:
            pieces.append(inner)
        if isinstance(child, Constant):
            pieces.append(_constant(child, inner))
        else:
            _write(child, inner, pieces)
    if len(pieces) == opened + 1:  # nothing but empty text
        pieces[opened] = "/>"
    else:
        pieces.append(f"{line}</{name}>" if inner else f"</{name}>")


def _spelt(text: str) -> str:
    """A text node as XML. To look for one character after the other is quicker than for any of them at once."""
    return text.translate(_TEXT) if any(map(text.__contains__, _TOLD_IN_TEXT)) else text


@cache
def _constant(made: Constant, line: str) -> str:
    pieces: list[str] = []
    _write(made, line, pieces)
    return "".join(pieces)


@cache
def _attribute(key: str) -> str:
    return _NAMES.get(key) or key.rstrip("_")
