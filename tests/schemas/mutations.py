"""Small damages to a document: what a slip of an editor's hand, or a bug, would do."""

from __future__ import annotations

import random
from collections.abc import Callable
from copy import deepcopy

from lxml import etree

TEI = "{http://www.tei-c.org/ns/1.0}"
EMPTY = {TEI + name for name in ("pb", "lb", "ptr", "catRef")}
Damage = Callable[[etree._Element, random.Random, list[str]], str]


def mutant(document: etree._ElementTree, chance: random.Random, names: list[str]) -> tuple[str, etree._ElementTree]:
    """Return (what was done, a damaged copy). `names` are the elements of the schema, for renaming."""
    copy = deepcopy(document)
    elements = [element for element in copy.iter(TEI + "*") if element.getparent() is not None]
    damage = chance.choice(DAMAGES)
    while not (done := damage(chance.choice(elements), chance, names)):
        damage = chance.choice(DAMAGES)
    _tidy(copy)
    return done, copy


def _drop(element: etree._Element, chance: random.Random, names: list[str]) -> str:
    parent = element.getparent()
    if parent is None:
        return ""
    parent.remove(element)
    return f"dropped {_path(element)} from {_path(parent)}"


def _double(element: etree._Element, chance: random.Random, names: list[str]) -> str:
    element.addnext(deepcopy(element))
    return f"doubled {_path(element)}"


def _swap(element: etree._Element, chance: random.Random, names: list[str]) -> str:
    other = element.getnext()
    if other is None:
        return ""
    element.addprevious(other)
    return f"swapped {_path(element)} and {_path(other)}"


def _move(element: etree._Element, chance: random.Random, names: list[str]) -> str:
    inside = set(element.iter())
    targets = [other for other in element.getroottree().iter(TEI + "*") if other not in inside]
    target = chance.choice(targets)
    target.insert(chance.randint(0, len(target)), element)
    return f"moved {_path(element)}"


def _rename(element: etree._Element, chance: random.Random, names: list[str]) -> str:
    before = _path(element)
    element.tag = TEI + chance.choice([*names, "u", "ab", "nonsense"])
    return f"renamed {before} to {element.tag}"


def _unwrap(element: etree._Element, chance: random.Random, names: list[str]) -> str:
    if not len(element):
        return ""
    for child in reversed(element):
        element.addnext(child)
    return f"emptied {_path(element)} into its parent"


def _write_words(element: etree._Element, chance: random.Random, names: list[str]) -> str:
    element.tail = "words"
    return f"wrote words after {_path(element)}"


def _drop_attribute(element: etree._Element, chance: random.Random, names: list[str]) -> str:
    return _attribute(element, chance, lambda key, value: None)


def _empty_attribute(element: etree._Element, chance: random.Random, names: list[str]) -> str:
    return _attribute(element, chance, lambda key, value: (key, ""))


def _misspell_value(element: etree._Element, chance: random.Random, names: list[str]) -> str:
    letter = chance.choice("x #-:9 ")
    number = chance.randrange(3)
    return _attribute(element, chance, lambda key, value: (key, (value + letter, letter + value, value[1:])[number]))


def _misspell_attribute(element: etree._Element, chance: random.Random, names: list[str]) -> str:
    return _attribute(element, chance, lambda key, value: (key + "s", value))


def _add_attribute(element: etree._Element, chance: random.Random, names: list[str]) -> str:
    key = chance.choice(("type", "resp", "when", "n", "corresp", "who", "place", "unit", "facs"))
    element.set(key, chance.choice(("sic", "#edition", "1991", "main", "line", "")))
    return f"added {key}={element.get(key)!r} to {_path(element)}"


def _attribute(
    element: etree._Element, chance: random.Random, change: Callable[[str, str], tuple[str, str] | None]
) -> str:
    """Replace an attribute of the nearest element that has one; return what was done."""
    owner = next((one for one in (element, *element.iterancestors()) if one.attrib), None)
    if owner is None:
        return ""
    key = chance.choice(sorted(str(name) for name in owner.attrib))
    value = str(owner.attrib.pop(key))
    new = change(key, value)
    if new is not None:
        owner.set(*new)
    return f"{_path(owner)}/@{key}: {value!r} became {new!r}"


def _path(element: etree._Element) -> str:
    return etree.QName(element).localname


def _tidy(document: etree._ElementTree) -> None:
    """Take white space out of empty elements: RELAX NG allows it there, XML Schema does not."""
    for element in document.iter(*EMPTY):
        if not len(element) and not (element.text or "").strip():
            element.text = None


DAMAGES: tuple[Damage, ...] = (
    _drop,
    _double,
    _swap,
    _move,
    _rename,
    _unwrap,
    _write_words,
    _drop_attribute,
    _empty_attribute,
    _misspell_value,
    _misspell_attribute,
    _add_attribute,
)
