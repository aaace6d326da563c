"""Building TEI elements: one way to make one, one way to add text to it, one way to indent.

Whitespace is only ever added inside elements that hold nothing but elements (`ELEMENT_ONLY`); mixed content is
never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from memcon.tei.names import XML_ID, XML_LANG, tei

Element = etree._Element
Child = Element | str

_CONTAINERS = """
    TEI teiHeader fileDesc titleStmt respStmt publicationStmt availability sourceDesc msDesc msIdentifier
    msContents msItem additional adminInfo custodialHist biblStruct monogr imprint encodingDesc editorialDecl
    classDecl taxonomy category appInfo application profileDesc creation langUsage particDesc listPerson person
    settingDesc setting textClass keywords text front body back div list sp standOff revisionDesc
"""
ELEMENT_ONLY = frozenset(map(tei, _CONTAINERS.split()))
_FEEDS = {0x0B: " ", 0x0C: " "}  # white space that XML does not know
_WHITE = re.compile(r"[ \t\r\n\v\f\x85\u2028\u2029]+")


def element(name: str, /, *children: Child, **attributes: str) -> Element:
    """A TEI element with children in order. Empty attribute values are left out; `xml_id` and `xml_lang` mean
    the attributes of the XML namespace, a trailing underscore is dropped (`from_`)."""
    made = etree.Element(tei(name), nsmap={None: "http://www.tei-c.org/ns/1.0"})
    for key, value in attributes.items():
        if value:
            made.set({"xml_id": XML_ID, "xml_lang": XML_LANG}.get(key, key.rstrip("_")), value.translate(_FEEDS))
    append(made, children)
    return made


def append(parent: Element, children: Iterable[Child]) -> None:
    """Add children in order to an element that has none; strings become text where they stand."""
    last: Element | None = None
    texts: list[str] = []
    for child in children:
        if isinstance(child, str):
            texts.append(child)
            continue
        _flush(parent, last, texts)
        parent.append(child)
        last, texts = child, []
    _flush(parent, last, texts)


def _flush(parent: Element, last: Element | None, texts: list[str]) -> None:
    """Set the collected text behind the last child, or at the start."""
    text = "".join(texts).translate(_FEEDS)
    if text and last is not None:
        last.tail = text
    elif text:
        parent.text = text


def white(text: str) -> str:
    """Printed characters for a text node: a run of blanks, tabs and line ends is one blank. Other spaces, such as
    a no-break space, are print."""
    return _WHITE.sub(" ", text)


def indent(parent: Element, level: int = 0) -> None:
    """Indent the element-only parts of a tree by one blank a level; mixed content stays as it is."""
    if parent.tag not in ELEMENT_ONLY or not len(parent):
        return
    parent.text = "\n" + " " * (level + 1)
    for child in parent:
        indent(child, level + 1)
        child.tail = "\n" + " " * (level + 1)
    parent[-1].tail = "\n" + " " * level
