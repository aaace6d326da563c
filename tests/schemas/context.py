"""An element of an example in a whole document: in the place of one of its name, with whatever it points to."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from memcon.tei.elements import written
from memcon.tei.names import NSMAP, TEI_NS, XML_ID
from memcon.tei.vocabularies import taxonomies
from memcon.vocabularies import vocabularies
from schemas.support import VALID, parse

_SUPPLIED = {
    "who": (".//t:particDesc/t:listPerson", '<person xml:id="{}" role="unknown"><persName>x</persName></person>'),
    "ref": (".//t:particDesc/t:listPerson", '<person xml:id="{}" role="unknown"><persName>x</persName></person>'),
    "resp": (".//t:titleStmt", '<respStmt xml:id="{}"><resp>x</resp><orgName>x</orgName></respStmt>'),
    "target": (".//t:text/t:back", '<note xml:id="{}">x</note>'),
}
"""Where to put what an attribute points to."""


def placements(example: etree._Element) -> Iterator[bytes]:
    """The right documents of the tests with the example in each place where an element of its name stands."""
    shown = _in_tei(example)
    if etree.QName(shown).localname == "TEI":
        yield etree.tostring(shown)
        return
    for path in VALID:
        count = len(list(parse(path).iter(str(shown.tag))))
        for number in reversed(range(count)):
            root = parse(path).getroot()
            old = list(root.iter(str(shown.tag)))[number]
            parent = old.getparent()
            if parent is not None:
                new = deepcopy(shown)
                new.tail = old.tail
                parent.replace(old, new)
                _supply(root)
                yield etree.tostring(root)


def _in_tei(example: etree._Element) -> etree._Element:
    """The element of an example in the namespace of TEI, in a tree of its own."""
    written = etree.tostring(example, with_tail=False)
    return etree.fromstring(written.replace(b'"http://www.tei-c.org/ns/Examples"', f'"{TEI_NS}"'.encode()))


def _supply(root: etree._Element) -> None:
    """Give the document the vocabularies, and the persons, hands and notes that it points to and does not have."""
    _make_room(root, "encodingDesc", "editorialDecl", "<classDecl/>")
    _make_room(root, "profileDesc", "langUsage", "<particDesc><listPerson/></particDesc>")
    for declared in root.iterfind(".//t:classDecl", NSMAP):
        for taxonomy in [each for each in declared if each.get(XML_ID) in vocabularies()]:
            declared.remove(taxonomy)
        declared.extend(etree.fromstring(written(each, TEI_NS)) for each in taxonomies(vocabularies()))
    known = {element.get(XML_ID) for element in root.iter()}
    hands = root.find(".//t:titleStmt", NSMAP)
    if "edition" not in known and hands is not None:
        hands.append(_made(_SUPPLIED["resp"][1].format("edition")))
        known.add("edition")
    for element in list(root.iter()):
        for name, (place, text) in _SUPPLIED.items():
            for pointer in element.get(name, "").split():
                home = next(iter(root.iterfind(place, NSMAP)), None)
                if pointer.startswith("#") and pointer[1:] not in known and home is not None:
                    home.append(_made(text.format(pointer[1:])))
                    known.add(pointer[1:])


def _make_room(root: etree._Element, parent: str, before: str, element: str) -> None:
    """Put a container into the header after the element it follows, where there is none."""
    made = _made(element)
    home, previous = root.find(f".//t:{parent}", NSMAP), root.find(f".//t:{parent}/t:{before}", NSMAP)
    if home is not None and previous is not None and home.find(str(made.tag)) is None:
        home.insert(home.index(previous) + 1, made)


def _made(text: str) -> etree._Element:
    return etree.fromstring(f'<x xmlns="{TEI_NS}">{text}</x>')[0]
