"""Schema -> RELAX NG, XML syntax.

Two patterns that libxml2 misjudges are never written: a quantified `empty` and a quantified `notAllowed`.
"""

from __future__ import annotations

from lxml import etree

from odd.model import Attribute, Content, Datatype, ElementSpec, OddError, Schema
from odd.reader import TEI
from odd.xmltree import node, root

RNG = "http://relaxng.org/ns/structure/1.0"
DOC = "http://relaxng.org/ns/compatibility/annotations/1.0"
XSD_TYPES = "http://www.w3.org/2001/XMLSchema-datatypes"

_QUANTIFIERS = {(0, 1): "optional", (0, None): "zeroOrMore", (1, None): "oneOrMore"}


def build(schema: Schema) -> etree._Element:
    """Return the grammar: a define for each element, class, macro and kind of value, under its own name."""
    grammar = root(RNG, "grammar", {None: RNG, "a": DOC}, ns=TEI, datatypeLibrary=XSD_TYPES)
    grammar.append(_rng("start", _ref(schema.start)))
    grammar.extend(_define(key, _datatype(datatype)) for key, datatype in schema.datatypes.items())
    for key, attributes in schema.attributes.items():
        grammar.append(_define(key, *(_attribute(attribute) for attribute in attributes)))
    for key, members in schema.members.items():
        grammar.append(_define(key, _rng("choice", *(_ref(member) for member in members))))
    grammar.extend(_define(key, _content(content)) for key, content in schema.macros.items())
    grammar.extend(_define(key, _element(schema, element)) for key, element in schema.elements.items())
    return grammar


def _rng(tag: str, /, *children: etree._Element, **attributes: str) -> etree._Element:
    return node(RNG, tag, *children, **attributes)


def _ref(name: str) -> etree._Element:
    return _rng("ref", name=name)


def _define(name: str, *children: etree._Element) -> etree._Element:
    return _rng("define", *children, name=name)


def _doc(text: str) -> etree._Element:
    made = node(DOC, "documentation")
    made.text = text
    return made


def _value(text: str) -> etree._Element:
    made = _rng("value", type="string")
    made.text = text
    return made


def _datatype(datatype: Datatype) -> etree._Element:
    """Return the pattern of one kind of value."""
    if datatype.options:
        return _rng("choice", *(_ref(option) for option in datatype.options))
    if datatype.values:
        return _rng("choice", *(_value(value) for value in datatype.values))
    pattern = _rng("param", name="pattern")
    pattern.text = datatype.pattern
    return _rng("data", pattern, type="string")


def _attribute(attribute: Attribute) -> etree._Element:
    """Return the pattern of an attribute, with its description for editors."""
    if attribute.values:
        values = _rng("choice", *(_value(value) for value in attribute.values))
    else:
        values = _ref(attribute.datatype)
    if attribute.many:
        values = _rng("list", _rng("oneOrMore", values))
    made = _rng("attribute", _doc(attribute.desc), values, name=attribute.ident)
    made.set("ns", "")
    if attribute.ident.startswith("xml:"):
        del made.attrib["ns"]
    return made if attribute.required else _rng("optional", made)


def _element(schema: Schema, element: ElementSpec) -> etree._Element:
    """Return the pattern of an element: its attributes, then its content."""
    classes, single = schema.attributes_of(element)
    return _rng(
        "element",
        _doc(element.desc),
        *(_ref(key) for key in classes),
        *(_attribute(attribute) for attribute in single),
        _content(element.content),
        name=element.ident,
    )


def _content(content: Content) -> etree._Element:
    """Return the pattern of a content model."""
    if content.kind in ("text", "empty"):
        return _rng(content.kind)
    if content.kind in ("element", "class", "macro"):
        return _quantified(content, _ref(content.key))
    items = [_content(item) for item in content.items]
    if len(items) == 1:
        return _quantified(content, items[0])
    return _quantified(content, _rng("group" if content.kind == "sequence" else "choice", *items))


def _quantified(content: Content, pattern: etree._Element) -> etree._Element:
    bounds = (content.low, content.high)
    if bounds == (1, 1):
        return pattern
    if bounds not in _QUANTIFIERS:
        raise OddError(f"content: {bounds} occurrences are not known here")
    return _rng(_QUANTIFIERS[bounds], pattern)
