"""Taking a memorandum apart, for the damages that are done to it on purpose."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from itertools import pairwise

from lxml import etree

from memcon.tei.names import XML_ID, tei

Element = etree._Element
Damage = Callable[[Element, random.Random], tuple[Element, ...]]
"""From a root element and chance to the elements concerned; nothing where the document has no place for it."""


def every(root: Element, name: str, within: str = "text") -> list[Element]:
    """The elements of a name in the text, or in another child of the root."""
    part = root.find(tei(within))
    return [] if part is None else list(part.iter(tei(name)))


def flat(element: Element | None) -> str:
    """The characters of an element."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def two_speakers(root: Element) -> list[tuple[Element, Element]]:
    """Turns in a row that are by two people who have labels of their own."""
    turns = every(root, "sp")
    pairs = [(a, b) for a, b in pairwise(turns) if a.get("who") and b.get("who")]
    return [(a, b) for a, b in pairs if a.get("who") != b.get("who") and _named(root, a) and _named(root, b)]


def _named(root: Element, turn: Element) -> bool:
    """Whether the label has the surname of the one who speaks."""
    person = next((p for p in every(root, "person", "teiHeader") if f"#{p.get(XML_ID)}" == turn.get("who")), None)
    name = flat(person.find(tei("persName"))) if person is not None else ""
    return bool(name) and name.split()[-1].lower() in flat(turn.find(tei("speaker"))).lower()


def paragraphs(root: Element, least: int = 1) -> list[Element]:
    """Paragraphs of turns that hold nothing but text."""
    found = (p for turn in every(root, "sp") for p in turn.iterchildren(tei("p")))
    return [p for p in found if not len(p) and len(p.text or "") >= least]


def remove(element: Element, keep_text: bool = False) -> None:
    """Take an element out; its tail stays, its text where it is told to."""
    parent, before = element.getparent(), element.getprevious()
    assert parent is not None
    left = ((element.text or "") if keep_text else "") + (element.tail or "")
    if before is not None:
        before.tail = (before.tail or "") + left
    else:
        parent.text = (parent.text or "") + left
    parent.remove(element)


def one(found: list[Element], chance: random.Random) -> Iterator[Element]:
    """One of the elements, if there are any."""
    if found:
        yield chance.choice(found)
