"""House rules that a schema cannot say: pure functions of the tree, each tied to a code."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.document import xml_id
from memcon.tei.names import NSMAP, XML_ID
from memcon.tei.parsing import Tree
from memcon.tei.serialising import is_pristine, signature
from memcon.validation.places import finding

_XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
_POINTERS = ("who", "ref", "ana", "resp", "target", "scheme", "source", "sameAs", "corresp")


def house_rules(tree: Tree, data: bytes, path: str) -> Iterator[Diagnostic]:
    """All findings of the house rules over one document, in one walk for those that look at every element."""
    identifiers: dict[str, etree._Element] = {}
    for element in tree.iter(etree.Element):
        identifier = element.get(XML_ID)
        if identifier is not None and identifier in identifiers:
            yield finding("MC406", f"the xml:id {identifier!r} stands twice", element, data, path)
        elif identifier is not None:
            identifiers[identifier] = element
        for name in ("schemaLocation", "noNamespaceSchemaLocation"):
            if element.get(_XSI + name) is not None:
                yield finding("MC501", f"xsi:{name} is not allowed", element, data, path, "remove the attribute")
    yield from _dangling(tree, frozenset(identifiers), data, path)
    yield from _identity(tree, data, path)
    if signature(tree) is not None and not is_pristine(tree):
        yield finding("MC506", "the file was edited since it was generated", tree.getroot(), data, path)


def _dangling(tree: Tree, identifiers: frozenset[str], data: bytes, path: str) -> Iterator[Diagnostic]:
    for element in tree.iter(etree.Element):
        for name in _POINTERS:
            for pointer in (element.get(name) or "").split():
                if pointer.startswith("#") and pointer[1:] not in identifiers:
                    message = f"@{name} points to {pointer}, and there is no such xml:id"
                    yield finding("MC502", message, element, data, path)


def _identity(tree: Tree, data: bytes, path: str) -> Iterator[Diagnostic]:
    """The file's name, idno and xml:id say the same; standard input and authority files have no name to compare."""
    root = tree.getroot()
    idno = next(
        iter(tree.xpath("/t:TEI/t:teiHeader//t:publicationStmt/t:idno[@type='memcon']", namespaces=NSMAP)), None
    )
    if idno is None or root.find("t:text", NSMAP) is None:
        return
    stem = "".join(idno.itertext()).strip()
    name = PurePosixPath(path.replace("\\", "/")).name
    if name.endswith(".xml") and name != f"{stem}.xml":
        yield finding("MC505", f"idno says {stem!r}, the file is called {name}", idno, data, path)
    identifier = root.get(XML_ID, "")
    if identifier != xml_id(stem) and not identifier.startswith(f"{xml_id(stem)}-"):
        yield finding("MC505", f"the xml:id {identifier!r} is not made from idno {stem!r}", root, data, path)
