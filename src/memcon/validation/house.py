"""House rules that a schema cannot say: pure functions of the tree, each tied to a code."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from pathlib import PurePosixPath

from lxml import etree

from memcon.diagnostics import Diagnostic
from memcon.tei.document import xml_id
from memcon.tei.names import NSMAP, XML_ID
from memcon.tei.serialising import is_pristine, signature
from memcon.validation.places import Source

_XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
_SCHEMA_LOCATIONS = frozenset(_XSI + name for name in ("schemaLocation", "noNamespaceSchemaLocation"))
_POINTERS = frozenset(("who", "ref", "ana", "resp", "target", "scheme", "source", "sameAs", "corresp"))


def house_rules(source: Source) -> Iterator[Diagnostic]:
    """All findings of the house rules over one document, in one walk for those that look at every element."""
    tree = source.tree
    identifiers: dict[str, etree._Element] = {}
    pointing: list[tuple[etree._Element, str, str]] = []
    for element in tree.iter(etree.Element):
        for name, value in element.items():
            if name == XML_ID:
                if value in identifiers:
                    yield source.finding("MC406", f"the xml:id {value!r} stands twice", element)
                identifiers.setdefault(value, element)
            elif name in _POINTERS:
                pointing.append((element, name, value))
            elif name in _SCHEMA_LOCATIONS:
                local = name.removeprefix(_XSI)
                yield source.finding("MC501", f"xsi:{local} is not allowed", element, "remove the attribute")
    yield from _dangling(source, identifiers, pointing)
    yield from _identity(source)
    if signature(tree) is not None and not is_pristine(tree):
        yield source.finding("MC506", "the file was edited since it was generated", tree.getroot())


def _dangling(
    source: Source, identifiers: Container[str], pointing: Iterable[tuple[etree._Element, str, str]]
) -> Iterator[Diagnostic]:
    """MC502 for each pointer within the document that leads nowhere; `pointing` are elements, attributes, values."""
    for element, name, value in pointing:
        for pointer in value.split():
            if pointer.startswith("#") and pointer[1:] not in identifiers:
                message = f"@{name} points to {pointer}, and there is no such xml:id"
                yield source.finding("MC502", message, element)


def _identity(source: Source) -> Iterator[Diagnostic]:
    """The file's name, idno and xml:id say the same; standard input and authority files have no name to compare."""
    tree, root = source.tree, source.tree.getroot()
    idno = next(
        iter(tree.xpath("/t:TEI/t:teiHeader//t:publicationStmt/t:idno[@type='memcon']", namespaces=NSMAP)), None
    )
    if idno is None or root.find("t:text", NSMAP) is None:
        return
    stem = "".join(idno.itertext()).strip()
    name = PurePosixPath(source.path.replace("\\", "/")).name
    if name.endswith(".xml") and name != f"{stem}.xml":
        yield source.finding("MC505", f"idno says {stem!r}, the file is called {name}", idno)
    identifier = root.get(XML_ID, "")
    if identifier != xml_id(stem) and not identifier.startswith(f"{xml_id(stem)}-"):
        yield source.finding("MC505", f"the xml:id {identifier!r} is not made from idno {stem!r}", root)
