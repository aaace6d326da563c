"""Read an ODD file into a Schema, and refuse one that does not hold together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from odd.model import Attribute, Content, Datatype, ElementSpec, Kind, OddError, Rule, Schema

TEI = "http://www.tei-c.org/ns/1.0"
SCH = "http://purl.oclc.org/dsdl/schematron"
NS = {"t": TEI, "sch": SCH}

_KINDS: dict[str, Kind] = {
    "textNode": "text",
    "empty": "empty",
    "elementRef": "element",
    "classRef": "class",
    "macroRef": "macro",
    "sequence": "sequence",
    "alternate": "choice",
}


def read(path: Path) -> Schema:
    """Return the customisation in the file at `path`."""
    tree = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True))
    spec = tree.find(".//t:schemaSpec", NS)
    if spec is None:
        raise OddError(f"{path.name}: no schemaSpec")
    schema = Schema(
        start=spec.get("start", "TEI"),
        elements={ident: _element(node) for ident, node in _named(spec, "elementSpec")},
        members={ident: _members(spec, ident) for ident, node in _named(spec, "classSpec") if _is_model(node)},
        attributes={ident: _attributes(node) for ident, node in _named(spec, "classSpec") if not _is_model(node)},
        macros={ident: _content(_only(node, "content")) for ident, node in _named(spec, "macroSpec")},
        datatypes={ident: _datatype(node) for ident, node in _named(spec, "dataSpec")},
        declarations=tuple(child for decl in spec.iterfind("t:constraintDecl", NS) for child in decl),
        rules=tuple(_rule(node) for node in spec.iter(f"{{{TEI}}}constraintSpec")),
    )
    _check(schema, spec)
    return schema


def _named(spec: etree._Element, tag: str) -> Iterator[tuple[str, etree._Element]]:
    """Yield (ident, node) for the definitions of one kind, each ident once."""
    seen: set[str] = set()
    for node in spec.iterfind(f"t:{tag}", NS):
        ident = node.get("ident", "")
        if ident in seen:
            raise OddError(f"{tag} {ident}: defined twice")
        seen.add(ident)
        yield ident, node


def _is_model(node: etree._Element) -> bool:
    return node.get("type") == "model"


def _only(node: etree._Element, tag: str) -> etree._Element:
    """Return the only child of that name; content has exactly one child of its own."""
    found = node.findall(f"t:{tag}", NS)
    if len(found) != 1:
        raise OddError(f"{node.get('ident')}: {len(found)} x {tag}")
    return found[0][0] if tag == "content" and len(found[0]) == 1 else found[0]


def _desc(node: etree._Element) -> str:
    return " ".join((node.findtext("t:desc", "", NS)).split())


def _memberships(node: etree._Element) -> list[str]:
    return [member.get("key", "") for member in node.iterfind("t:classes/t:memberOf", NS)]


def _members(spec: etree._Element, key: str) -> tuple[str, ...]:
    """Return the elements that say they belong to a model class."""
    return tuple(ident for ident, node in _named(spec, "elementSpec") if key in _memberships(node))


def _element(node: etree._Element) -> ElementSpec:
    return ElementSpec(
        ident=node.get("ident", ""),
        desc=_desc(node),
        content=_content(_only(node, "content")),
        attributes=_attributes(node),
        classes=tuple(key for key in _memberships(node) if key.startswith("att.")),
    )


def _content(node: etree._Element) -> Content:
    """Return a part of a content model written in Pure ODD."""
    name = etree.QName(node).localname
    if name not in _KINDS:
        raise OddError(f"content: {name} is not known here")
    high = node.get("maxOccurs", "1")
    return Content(
        kind=_KINDS[name],
        key=node.get("key", ""),
        items=tuple(_content(child) for child in node),
        low=int(node.get("minOccurs", "1")),
        high=None if high == "unbounded" else int(high),
    )


def _attributes(node: etree._Element) -> tuple[Attribute, ...]:
    """Return the attributes defined on an element or class; those deleted from TEI's own are not among them."""
    found = node.iterfind("t:attList/t:attDef", NS)
    return tuple(_attribute(attribute) for attribute in found if attribute.get("mode") != "delete")


def _attribute(node: etree._Element) -> Attribute:
    kind = node.find("t:datatype", NS)
    reference = node.find("t:datatype/t:dataRef", NS)
    return Attribute(
        ident=node.get("ident", ""),
        desc=_desc(node),
        required=node.get("usage") == "req",
        many=kind is not None and kind.get("maxOccurs") == "unbounded",
        datatype="" if reference is None else reference.get("key", ""),
        values=_values(node.find("t:valList", NS)),
    )


def _values(node: etree._Element | None) -> tuple[str, ...]:
    if node is None:
        return ()
    if node.get("type") != "closed":
        raise OddError("valList: only closed lists are known here")
    return tuple(item.get("ident", "") for item in node.iterfind("t:valItem", NS))


def _datatype(node: etree._Element) -> Datatype:
    """Return a kind of value: a pattern over strings, a closed list, or a choice of other kinds."""
    found = list(node.iterfind("t:content//t:dataRef", NS))
    if any(reference.get("name", "string") != "string" for reference in found):
        raise OddError(f"{node.get('ident')}: engines differ on dates, addresses and the like; restrict string")
    return Datatype(
        ident=node.get("ident", ""),
        desc=_desc(node),
        pattern="".join(reference.get("restriction", "") for reference in found),
        values=_values(node.find("t:content/t:valList", NS)),
        options=tuple(reference.get("key", "") for reference in found if reference.get("key")),
    )


def _rule(node: etree._Element) -> Rule:
    return Rule(
        ident=node.get("ident", ""),
        desc=_desc(node),
        rules=tuple(node.iterfind("t:constraint/sch:rule", NS)),
    )


def _check(schema: Schema, spec: etree._Element) -> None:
    """Raise OddError where something is referred to that is not defined, or one choice offers an element twice."""
    included = " ".join(module.get("include", "") for module in spec.iterfind("t:moduleRef", NS)).split()
    if sorted(included) != sorted(schema.elements):
        raise OddError(f"moduleRef and elementSpec differ: {sorted(set(included) ^ set(schema.elements))}")
    for name, attribute in schema.every_attribute():
        if not attribute.values and attribute.datatype not in schema.datatypes:
            raise OddError(f"{name}/@{attribute.ident}: no kind of value '{attribute.datatype}'")
    for element in schema.elements.values():
        _check_content(schema, element.ident, element.content)
        for key in element.classes:
            if key not in schema.attributes:
                raise OddError(f"{element.ident}: no class '{key}'")
    for ident, content in schema.macros.items():
        _check_content(schema, ident, content)


def _check_content(schema: Schema, where: str, content: Content) -> None:
    tables = {"element": schema.elements, "class": schema.members, "macro": schema.macros}
    if content.kind in tables and content.key not in tables[content.kind]:
        raise OddError(f"{where}: no {content.kind} '{content.key}'")
    if content.kind == "choice":
        offered = list(schema.offered(content))
        if twice := {key for key in offered if offered.count(key) > 1}:
            raise OddError(f"{where}: a choice offers an element twice: {sorted(twice)}")
    for item in content.items:
        _check_content(schema, where, item)
