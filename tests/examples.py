"""An element, as a rule's example has it, put into a whole memorandum."""

from __future__ import annotations

from lxml import etree

from memcon.tei.names import TEI_NS, XML_ID

_TOLD_APART_BY = (XML_ID, "type", "n")


def placed(example: str, document: bytes) -> str:
    """The document with the example instead of the first element of its name that has the same xml:id, type and n,
    as far as the example has them; without one, in the last paragraph of the first turn.
    """
    root = etree.fromstring(document)
    element = etree.fromstring(f'<x xmlns="{TEI_NS}">{example}</x>')[0]
    for old in root.iter(str(element.tag)):
        if all(old.get(name) == element.get(name) for name in _TOLD_APART_BY if element.get(name) is not None):
            element.tail = old.tail
            parent = old.getparent()
            assert parent is not None
            parent.replace(old, element)
            return etree.tostring(root, encoding="unicode")
    paragraph = next(root.iter(f"{{{TEI_NS}}}sp"))[-1]
    paragraph.append(element)
    return etree.tostring(root, encoding="unicode")
