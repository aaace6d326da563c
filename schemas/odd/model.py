"""What an ODD says, as frozen values: elements, classes, macros, kinds of values, rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from lxml import etree

Kind = Literal["text", "empty", "element", "class", "macro", "sequence", "choice"]


class OddError(ValueError):
    """The ODD contradicts itself or uses what this compiler does not know."""


@dataclass(frozen=True)
class Content:
    """A content model, or a part of one. `high` is None for "any number"."""

    kind: Kind
    key: str = ""
    items: tuple[Content, ...] = ()
    low: int = 1
    high: int | None = 1


@dataclass(frozen=True)
class Attribute:
    """An attribute: either `values` holds its closed list or `datatype` names its kind of value."""

    ident: str
    desc: str
    required: bool
    many: bool
    datatype: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Datatype:
    """A kind of value: exactly one of pattern, values and options (other kinds of value) is given."""

    ident: str
    desc: str
    pattern: str
    values: tuple[str, ...]
    options: tuple[str, ...]


@dataclass(frozen=True)
class ElementSpec:
    """An element: its content, its own attributes, and the classes it takes further attributes from."""

    ident: str
    desc: str
    content: Content
    attributes: tuple[Attribute, ...]
    classes: tuple[str, ...]


@dataclass(frozen=True)
class Rule:
    """A Schematron constraint: its name, why it is there, and the sch:rule elements as written."""

    ident: str
    desc: str
    rules: tuple[etree._Element, ...]


@dataclass(frozen=True)
class Schema:
    """A whole customisation. Mappings keep the order of the file; `members` has the elements of each model class."""

    start: str
    elements: Mapping[str, ElementSpec]
    members: Mapping[str, tuple[str, ...]]
    attributes: Mapping[str, tuple[Attribute, ...]]
    macros: Mapping[str, Content]
    datatypes: Mapping[str, Datatype]
    declarations: tuple[etree._Element, ...]
    rules: tuple[Rule, ...]

    def attributes_of(self, element: ElementSpec) -> tuple[tuple[str, ...], tuple[Attribute, ...]]:
        """Return (attribute classes taken whole, attributes listed one by one): what is said on the element wins."""
        own = {attribute.ident for attribute in element.attributes}
        whole: list[str] = []
        single: list[Attribute] = []
        for key in element.classes:
            inherited = self.attributes[key]
            if own.isdisjoint(attribute.ident for attribute in inherited):
                whole.append(key)
            else:
                single += [attribute for attribute in inherited if attribute.ident not in own]
        return tuple(whole), (*element.attributes, *single)

    def every_attribute(self) -> Iterator[tuple[str, Attribute]]:
        """Yield (name of the class or element, attribute) for every attribute the schema defines."""
        for key, shared in self.attributes.items():
            yield from ((key, attribute) for attribute in shared)
        for element in self.elements.values():
            yield from ((element.ident, attribute) for attribute in element.attributes)

    def offered(self, content: Content) -> Iterator[str]:
        """Yield the elements a choice offers one by one, as often as it does; sequences within it are left out."""
        if content.kind == "element":
            yield content.key
        elif content.kind == "class":
            yield from self.members[content.key]
        elif content.kind == "macro":
            yield from self.offered(self.macros[content.key])
        elif content.kind == "choice":
            for item in content.items:
                yield from self.offered(item)

    def is_mixed(self, content: Content) -> bool:
        """Say whether text may stand in a content model."""
        if content.kind == "macro":
            return self.is_mixed(self.macros[content.key])
        return content.kind == "text" or any(self.is_mixed(item) for item in content.items)
