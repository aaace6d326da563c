"""The encoding guide as data: what the schema says about each element, for an editor. schemas/build.py makes guide.json
from the ODD; which rules of memcon watch an element is looked up here, in the table of rules."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from memcon.diagnostics import Rule
from memcon.reference.rules import watched
from memcon.resources import schema_file


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a closed list, and what it means."""

    ident: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute; `kind` says in words what its value is like, `values` is its closed list, where it has one."""

    name: str
    meaning: str
    required: bool
    kind: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """Attributes that many elements have in common."""

    ident: str
    meaning: str
    attributes: tuple[Attribute, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a content model in words: a list item, so many levels deep. Elements are written `<name>`."""

    depth: int
    words: str


@dataclass(frozen=True, slots=True)
class Constraint:
    """What the schema's Schematron asks for."""

    ident: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the schema. `shared` names the `Shared` attributes it has beside its own; `children` and `parents`
    are the elements it may hold and stand in; `examples` are valid TEI; `address` is the TEI Guidelines' section."""

    name: str
    meaning: str
    remarks: str
    attributes: tuple[Attribute, ...]
    shared: tuple[str, ...]
    content: tuple[Line, ...]
    children: tuple[str, ...]
    parents: tuple[str, ...]
    examples: tuple[str, ...]
    constraints: tuple[Constraint, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Task:
    """What an editor is at, and the elements for it."""

    title: str
    about: str
    elements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Elements that stand in the same places; content models name them by the title."""

    ident: str
    title: str
    meaning: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """The whole guide. `everywhere` are the constraints on all elements."""

    tasks: tuple[Task, ...]
    elements: tuple[Element, ...]
    shared: tuple[Shared, ...]
    groups: tuple[Group, ...]
    everywhere: tuple[Constraint, ...]

    def element(self, name: str) -> Element | None:
        """The element of that name."""
        return next((element for element in self.elements if element.name == name), None)

    def attributes_of(self, element: Element) -> tuple[Attribute, ...]:
        """The shared attributes of an element, those left out that it defines itself."""
        own = {attribute.name for attribute in element.attributes}
        inherited = (shared for shared in self.shared if shared.ident in element.shared)
        return tuple(each for shared in inherited for each in shared.attributes if each.name not in own)


@cache
def guide() -> Guide:
    """The guide that comes with the package."""
    data = json.loads(schema_file("guide.json").read_bytes())
    return Guide(
        tuple(Task(task["title"], task["about"], tuple(task["elements"])) for task in data["tasks"]),
        tuple(map(_element, data["elements"])),
        tuple(Shared(each["ident"], each["meaning"], _attributes(each)) for each in data["shared"]),
        tuple(Group(g["ident"], g["title"], g["meaning"], tuple(g["members"])) for g in data["groups"]),
        _constraints(data["everywhere"]),
    )


def watching(element: str, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules that watch an element, in order of their codes."""
    return tuple(sorted((rule for rule in rules if element in watched(rule)), key=lambda rule: rule.code))


def sentence(words: str) -> str:
    """Words with a capital at the beginning and a full stop at the end."""
    return words[:1].upper() + words[1:].rstrip(".") + "."


def _element(data: dict[str, Any]) -> Element:
    return Element(
        name=data["name"],
        meaning=data["meaning"],
        remarks=data["remarks"],
        attributes=_attributes(data),
        shared=tuple(data["shared"]),
        content=tuple(Line(line["depth"], line["words"]) for line in data["content"]),
        children=tuple(data["children"]),
        parents=tuple(data["parents"]),
        examples=tuple(data["examples"]),
        constraints=_constraints(data["constraints"]),
        address=data["address"],
    )


def _attributes(data: dict[str, Any]) -> tuple[Attribute, ...]:
    return tuple(
        Attribute(
            each["name"], each["meaning"], each["required"], each["kind"],
            tuple(Value(value["ident"], value["meaning"]) for value in each["values"]),
        )
        for each in data["attributes"]
    )  # fmt: skip


def _constraints(data: list[dict[str, str]]) -> tuple[Constraint, ...]:
    return tuple(Constraint(each["ident"], each["meaning"]) for each in data)
