"""Schema -> W3C XML Schema 1.0, and the little schema of xml:id and xml:lang beside it.

Named complex types with local elements and one global element; a group for each class and macro, an attribute group for
each class of attributes: so processors load it fast, and none of them takes a part of a document for a whole.
"""

from __future__ import annotations

from lxml import etree

from odd.model import Attribute, Content, Datatype, ElementSpec, OddError, Schema
from odd.reader import TEI
from odd.xmltree import node, root

XS = "http://www.w3.org/2001/XMLSchema"
XML = "http://www.w3.org/XML/1998/namespace"
_LIST = ".list"


def build(schema: Schema) -> etree._Element:
    """Return the schema of the TEI namespace; it imports xml.xsd."""
    prefixes: dict[str | None, str] = {"xs": XS, None: TEI}
    made = root(XS, "schema", prefixes, targetNamespace=TEI, elementFormDefault="qualified")
    made.append(_xs("import", namespace=XML, schemaLocation="xml.xsd"))
    made.append(_xs("element", name=schema.start, type=schema.start))
    made.extend(_simple_type(datatype) for datatype in schema.datatypes.values())
    made.extend(_list_type(key) for key in _listed(schema))
    made.extend(_enumerations(schema))
    for key, attributes in schema.attributes.items():
        made.append(_xs("attributeGroup", *(_attribute(key, attribute) for attribute in attributes), name=key))
    for key, members in schema.members.items():
        made.append(_xs("group", _xs("choice", *(_local(member) for member in members)), name=key))
    made.extend(_macro(key, content) for key, content in schema.macros.items())
    made.extend(_complex_type(schema, element) for element in schema.elements.values())
    return made


def build_xml(schema: Schema) -> etree._Element:
    """Return the schema of the XML namespace: the attributes xml:* that the ODD defines, each of one kind of value."""
    made = root(XS, "schema", {"xs": XS}, targetNamespace=XML)
    kinds: dict[str, str] = {}
    for name, attribute in schema.every_attribute():
        if attribute.ident.startswith("xml:") and kinds.setdefault(attribute.ident, attribute.datatype) != (
            attribute.datatype
        ):
            raise OddError(f"{name}/@{attribute.ident}: another kind of value than elsewhere")
    for ident, key in kinds.items():
        kind = _simple_type(schema.datatypes[key])
        del kind.attrib["name"]
        made.append(_xs("attribute", kind, name=ident.removeprefix("xml:")))
    return made


def _xs(tag: str, /, *children: etree._Element, **attributes: str) -> etree._Element:
    return node(XS, tag, *children, **attributes)


def _local(name: str) -> etree._Element:
    return _xs("element", name=name, type=name)


def _doc(text: str) -> etree._Element:
    made = _xs("documentation")
    made.text = text
    return _xs("annotation", made)


def _enumeration(values: tuple[str, ...]) -> etree._Element:
    return _xs("restriction", *(_xs("enumeration", value=value) for value in values), base="xs:string")


def _simple_type(datatype: Datatype) -> etree._Element:
    """Return the named simple type of a kind of value."""
    if datatype.options:
        body = _xs("union", memberTypes=" ".join(datatype.options))
    elif datatype.values:
        body = _enumeration(datatype.values)
    else:
        body = _xs("restriction", _xs("pattern", value=datatype.pattern), base="xs:string")
    return _xs("simpleType", body, name=datatype.ident)


def _listed(schema: Schema) -> list[str]:
    """Return the kinds of value that some attribute holds several of."""
    return sorted({attribute.datatype for _, attribute in schema.every_attribute() if attribute.many})


def _list_type(key: str) -> etree._Element:
    """Return the type of a list of values that is never empty."""
    items = _xs("simpleType", _xs("list", itemType=key))
    return _xs("simpleType", _xs("restriction", items, _xs("minLength", value="1")), name=key + _LIST)


def _enumerations(schema: Schema) -> list[etree._Element]:
    """Return a named type for each attribute that has its own list of values."""
    return [
        _xs("simpleType", _enumeration(attribute.values), name=f"{owner}.{attribute.ident}")
        for owner, attribute in schema.every_attribute()
        if attribute.values
    ]


def _attribute(owner: str, attribute: Attribute) -> etree._Element:
    """Return the use of an attribute by `owner`, an element or a class."""
    use = {"use": "required"} if attribute.required else {}
    if attribute.ident.startswith("xml:"):
        return _xs("attribute", _doc(attribute.desc), ref=attribute.ident, **use)
    if attribute.values and attribute.many:
        raise OddError(f"{owner}/@{attribute.ident}: several values of a list of its own are not known here")
    kind = f"{owner}.{attribute.ident}" if attribute.values else attribute.datatype
    kind += _LIST if attribute.many else ""
    return _xs("attribute", _doc(attribute.desc), name=attribute.ident, type=kind, **use)


def _macro(key: str, content: Content) -> etree._Element:
    """Return a macro as a group; that text may stand in it is said where it is used."""
    particle = _particle(content)
    if particle is None:
        raise OddError(f"{key}: a macro of text alone is not known here")
    return _xs("group", _xs("sequence", particle), name=key)


def _complex_type(schema: Schema, element: ElementSpec) -> etree._Element:
    """Return the named type of an element."""
    made = _xs("complexType", _doc(element.desc), name=element.ident)
    if schema.is_mixed(element.content):
        made.set("mixed", "true")
    particle = _particle(element.content)
    if particle is not None:
        alone = particle.tag == f"{{{XS}}}element"
        made.append(_xs("sequence", particle) if alone else particle)
    classes, single = schema.attributes_of(element)
    made.extend(_attribute(_owner(element, attribute), attribute) for attribute in single)
    made.extend(_xs("attributeGroup", ref=key) for key in classes)
    return made


def _owner(element: ElementSpec, attribute: Attribute) -> str:
    """Return whose enumeration an attribute listed on an element uses: a class's where it is inherited."""
    if attribute in element.attributes or not attribute.values:
        return element.ident
    raise OddError(f"{element.ident}/@{attribute.ident}: a class with such a list cannot be overridden in part")


def _particle(content: Content) -> etree._Element | None:
    """Return a content model without its text; None where nothing is left."""
    if content.kind in ("text", "empty"):
        return None
    if content.kind == "element":
        return _occurring(content, _local(content.key))
    if content.kind in ("class", "macro"):
        return _occurring(content, _xs("group", ref=content.key))
    items = [particle for item in content.items if (particle := _particle(item)) is not None]
    return _occurring(content, _xs(content.kind, *items)) if items else None


def _occurring(content: Content, particle: etree._Element) -> etree._Element:
    if content.low != 1:
        particle.set("minOccurs", str(content.low))
    if content.high != 1:
        particle.set("maxOccurs", "unbounded" if content.high is None else str(content.high))
    return particle
