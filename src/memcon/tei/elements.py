"""Building TEI elements: one way to make one, one way to add text to it, one way to indent.

Whitespace is only ever added inside elements that hold nothing but elements (`ELEMENT_ONLY`); mixed content is
never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from lxml import etree

from memcon.tei.names import TEI_NS, XML_ID, XML_LANG, tei

Element = etree._Element
Child = Element | str

_CONTAINERS = """
    TEI teiHeader fileDesc titleStmt respStmt publicationStmt availability sourceDesc msDesc msIdentifier
    msContents msItem additional adminInfo custodialHist biblStruct monogr imprint encodingDesc editorialDecl
    classDecl taxonomy category appInfo application profileDesc creation langUsage particDesc listPerson person
    settingDesc setting textClass keywords text front body back div list sp standOff revisionDesc
"""
ELEMENT_ONLY = frozenset(map(tei, _CONTAINERS.split()))
_WHITE = re.compile(r"[\t\r\n\v\f\x85\u2028\u2029][ \t\r\n\v\f\x85\u2028\u2029]*| [ \t\r\n\v\f\x85\u2028\u2029]+")
_NAMES = {"xml_id": XML_ID, "xml_lang": XML_LANG}
_NAMESPACES = {None: TEI_NS}


def element(name: str, /, *children: Child, **attributes: str) -> Element:
    """A TEI element with children in order. Empty attribute values are left out; `xml_id` and `xml_lang` mean
    the attributes of the XML namespace, a trailing underscore is dropped (`from_`)."""
    made = etree.Element(tei(name), nsmap=_NAMESPACES)
    for key, value in attributes.items():
        if value:
            made.set(_attribute(key), value if value.isprintable() else _fed(value))
    if len(children) == 1 and isinstance(children[0], str):
        made.text = _fed(children[0]) or None
    elif children:
        append(made, children)
    return made


@cache
def _attribute(key: str) -> str:
    return _NAMES.get(key) or key.rstrip("_")


def _fed(text: str) -> str:
    """The text without white space that XML does not know."""
    return text.replace("\v", " ").replace("\f", " ")


def append(parent: Element, children: Iterable[Child]) -> None:
    """Add children in order to an element that has none; strings become text where they stand."""
    last: Element | None = None
    text = ""
    for child in children:
        if isinstance(child, str):
            text += child
            continue
        if text:
            _flush(parent, last, text)
        parent.append(child)
        last, text = child, ""
    if text:
        _flush(parent, last, text)


def _flush(parent: Element, last: Element | None, text: str) -> None:
    """Set the collected text behind the last child, or at the start."""
    if last is not None:
        last.tail = _fed(text)
    else:
        parent.text = _fed(text)


def white(text: str) -> str:
    """Printed characters for a text node: a run of blanks, tabs and line ends is one blank. Other spaces, such as
    a no-break space, are print."""
    if text.isprintable() and "  " not in text:
        return text  # there is nothing but single blanks, and print
    return _WHITE.sub(" ", text)


def indent(parent: Element, level: int = 0) -> None:
    """Indent the element-only parts of a tree by one blank a level; mixed content stays as it is."""
    if parent.tag not in ELEMENT_ONLY or not len(parent):
        return
    inner = "\n" + " " * (level + 1)
    parent.text = inner
    for child in parent:
        if child.tag in ELEMENT_ONLY:
            indent(child, level + 1)
        child.tail = inner
    parent[-1].tail = inner[:-1]
