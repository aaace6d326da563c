"""ODD -> the encoding guide as data, and as JSON. What only readers need (remarks, examples, meanings of values) is
taken from the file itself; the schemas do without it."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from lxml import etree

from memcon.reference.guide import Attribute, Constraint, Element, Group, Guide, Shared, Value
from odd.guide_tasks import TASKS
from odd.guide_words import in_words
from odd.model import Attribute as Definition
from odd.model import Content, OddError, Schema
from odd.reader import NS, TEI

_EXAMPLES = "{http://www.tei-c.org/ns/Examples}"
_WRITTEN = {"gi": "<{}>", "att": "@{}", "val": "'{}'", "q": "“{}”"}


def build(path: Path, schema: Schema) -> Guide:
    """The guide of the customisation in the file at `path`, which `schema` was read from."""
    spec = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True))
    nodes = {node.get("ident", ""): node for node in spec.iter(f"{{{TEI}}}elementSpec", f"{{{TEI}}}classSpec")}
    lists = {node.get("ident", ""): node for node in spec.iter(f"{{{TEI}}}dataSpec")}
    constraints = dict(_constraints(spec))
    titles = {key: _words(nodes[key].find("t:gloss", NS)) for key in schema.members}
    children = {name: _children(element.content, schema) for name, element in schema.elements.items()}
    listed = [name for task in TASKS for name in task.elements]
    if sorted(listed) != sorted(schema.elements):
        raise OddError(f"the tasks of the guide and the elements differ: {set(listed) ^ set(schema.elements)}")
    elements = []
    for name in listed:
        element, node = schema.elements[name], nodes[name]
        elements.append(Element(
            name=name,
            meaning=element.desc,
            remarks=" ".join(_words(part) for part in node.iterfind("t:remarks/t:p", NS)),
            attributes=tuple(_attribute(each, node, lists, schema) for each in element.attributes),
            shared=element.classes,
            content=in_words(element.content, schema, titles),
            children=children[name],
            parents=tuple(sorted(other for other, inside in children.items() if name in inside)),
            examples=tuple(_example(example) for example in node.iterfind("t:exemplum/*", NS)),
            constraints=tuple(each for each, names in constraints.items() if name in names),
            address=next((ptr.get("target", "") for ptr in node.iterfind("t:listRef/t:ptr", NS)), ""),
        ))  # fmt: skip
    shared = tuple(
        Shared(key, _words(nodes[key].find("t:desc", NS)),
               tuple(_attribute(each, nodes[key], lists, schema) for each in attributes))
        for key, attributes in schema.attributes.items()
    )  # fmt: skip
    groups = tuple(
        Group(key, titles[key], _words(nodes[key].find("t:desc", NS)), tuple(sorted(members)))
        for key, members in schema.members.items()
    )
    everywhere = tuple(each for each, names in constraints.items() if not names)
    return Guide(TASKS, tuple(elements), shared, groups, everywhere)


def to_json(guide: Guide) -> bytes:
    """The guide as JSON, one element a line, so that a change shows as one."""
    parts = []
    for key, values in asdict(guide).items():
        lines = ",\n".join(json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in values)
        parts.append(f'"{key}":[\n{lines}\n]')
    return ("{" + ",\n".join(parts) + "}\n").encode()


def _attribute(
    definition: Definition, owner: etree._Element, lists: dict[str, etree._Element], schema: Schema
) -> Attribute:
    own = owner.find(f"t:attList/t:attDef[@ident='{definition.ident}']/t:valList", NS)
    kind = ""
    values = own
    if own is None:
        kind = schema.datatypes[definition.datatype].desc.rstrip(".")
        values = lists[definition.datatype].find("t:content/t:valList", NS)
    if values is not None:
        kind = "one of these values"
    kind += "; several may stand there, with spaces between them" if definition.many else ""
    return Attribute(definition.ident, definition.desc.rstrip("."), definition.required, kind, _values(values))


def _values(node: etree._Element | None) -> tuple[Value, ...]:
    items = () if node is None else node.iterfind("t:valItem", NS)
    return tuple(Value(item.get("ident", ""), _words(item.find("t:desc", NS))) for item in items)


def _children(content: Content, schema: Schema) -> tuple[str, ...]:
    """The elements that a content model mentions, at whatever depth, in alphabetical order."""

    def every(part: Content) -> Iterator[str]:
        if part.kind == "element":
            yield part.key
        elif part.kind == "class":
            yield from schema.members[part.key]
        elif part.kind == "macro":
            yield from every(schema.macros[part.key])
        for item in part.items:
            yield from every(item)

    return tuple(sorted(set(every(content)), key=str.lower))


def _constraints(spec: etree._ElementTree) -> Iterator[tuple[Constraint, frozenset[str]]]:
    """The Schematron constraints, each with the elements it is about: the one it stands in, and those that its
    contexts end with; none where it is about all of them."""
    for node in spec.iter(f"{{{TEI}}}constraintSpec"):
        names = set()
        for rule in node.iterfind("t:constraint/sch:rule", NS):
            bare = re.sub(r"\[[^\]]*\]", "", rule.get("context", ""))
            names |= {step.rpartition(":")[2] for path in bare.split("|") if (step := path.strip().split("/")[-1])}
        owner = node.getparent()
        if owner is not None and owner.tag == f"{{{TEI}}}elementSpec":
            names.add(owner.get("ident", ""))
        constraint = Constraint(node.get("ident", ""), _words(node.find("t:desc", NS)))
        yield constraint, frozenset(names - {"*"})


def _words(node: etree._Element | None) -> str:
    """The text of a description: `<gi>sp</gi>` becomes `<sp>`, `<att>who</att>` `@who`."""
    if node is None:
        return ""
    parts = [node.text or ""]
    for child in node:
        shown = _WRITTEN.get(etree.QName(child).localname, "{}").format("".join(map(str, child.itertext())))
        parts += [shown, child.tail or ""]
    return " ".join("".join(parts).split())


def _example(node: etree._Element) -> str:
    """The mark-up of an example as it is written in the ODD, without the namespaces that are declared around it."""
    (shown,) = node
    written = etree.tostring(shown, encoding="unicode", with_tail=False)
    indent = (node.text or "").rpartition("\n")[2]
    return textwrap.dedent(indent + re.sub(r' xmlns(:\w+)?="[^"]*"', "", written))
