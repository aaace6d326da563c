"""Random documents from a RELAX NG grammar: whatever it allows may turn up, what has not turned up yet first."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

RNG = "{http://relaxng.org/ns/structure/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"
WORDS = ("Yes.", " and ", "[...]", "Gorbachev", "\n", "5 < 6 & 7", "да", "", " ")


@dataclass(frozen=True, eq=False)
class Pattern:
    """A pattern of the grammar; two patterns are the same only if they are one."""

    kind: str
    name: str
    text: str
    items: tuple[Pattern, ...]


class Grammar:
    """A grammar: its defines, and how deep the smallest instance of each is."""

    def __init__(self, tree: etree._ElementTree) -> None:
        root = tree.getroot()
        self.namespace = root.get("ns", "")
        self.defines = {node.get("name", ""): _items(node) for node in root.iter(RNG + "define")}
        (self.start,) = _items(next(root.iter(RNG + "start")))
        self.heights = dict.fromkeys(self.defines, float("inf"))
        while (found := {key: self._tallest(items) for key, items in self.defines.items()}) != self.heights:
            self.heights = found

    def height(self, pattern: Pattern) -> float:
        """Return how many elements deep the smallest instance of a pattern is."""
        if pattern.kind == "ref":
            return self.heights[pattern.name]
        if pattern.kind in ("optional", "zeroOrMore", "attribute"):
            return 0
        if pattern.kind == "choice":
            return min(self.height(item) for item in pattern.items)
        return self._tallest(pattern.items) + (pattern.kind == "element")

    def _tallest(self, items: tuple[Pattern, ...]) -> float:
        return max((self.height(item) for item in items), default=0)

    def pairs(self) -> set[tuple[str, str]]:
        """Return every (parent, child) and (element, @attribute) of the grammar."""
        elements = [item for items in self.defines.values() for item in items if item.kind == "element"]
        return {(owner.name, inner) for owner in elements for item in owner.items for inner in self._inside(item)}

    def _inside(self, pattern: Pattern) -> Iterator[str]:
        if pattern.kind == "element":
            yield pattern.name
        elif pattern.kind == "attribute":
            yield "@" + pattern.name
        else:
            for item in self.defines[pattern.name] if pattern.kind == "ref" else pattern.items:
                yield from self._inside(item)


class Author:
    """Writes documents of one grammar; remembers what it has used, and prefers what it has not.

    `samples` holds examples for each named kind of value.
    """

    def __init__(self, grammar: Grammar, samples: Mapping[str, Sequence[str]], seed: int) -> None:
        self.grammar = grammar
        self.samples = samples
        self.random = random.Random(seed)
        self.used: Counter[tuple[str, Pattern, int]] = Counter()
        self.names = 0
        self.budget = 0

    def document(self, size: int) -> etree._ElementTree:
        """Return a document of about `size` elements."""
        self.budget = size
        self.names = 0
        holder = etree.Element("holder")
        self._write(self.grammar.start, holder, "")
        return etree.ElementTree(etree.fromstring(etree.tostring(holder[0])))

    def _write(self, pattern: Pattern, parent: etree._Element, where: str) -> None:
        """Add an instance of a pattern to `parent`; `where` is the element of the grammar we are in."""
        kind = pattern.kind
        if kind == "element":
            self._write_element(pattern, parent)
        elif kind == "attribute":
            parent.set(pattern.name.replace("xml:", XML), self._attribute(pattern))
        elif kind == "text":
            _append(parent, self.random.choice(WORDS))
        elif kind == "choice":
            self._write(self._pick(pattern, where), parent, where)
        else:
            items = self.grammar.defines[pattern.name] if kind == "ref" else pattern.items
            for _ in range(self._times(pattern, where)):
                for item in items:
                    self._write(item, parent, where)

    def _write_element(self, pattern: Pattern, parent: etree._Element) -> None:
        """Write an element with a random share of what is left to spend, so that what comes late gets some of it."""
        saved = self.budget - 1
        share = self.budget = self.random.randint(0, max(0, saved))
        space = self.grammar.namespace
        made = etree.SubElement(parent, f"{{{space}}}{pattern.name}", nsmap={None: space})
        for item in pattern.items:
            self._write(item, made, pattern.name)
        self.budget += saved - share

    def _times(self, pattern: Pattern, where: str) -> int:
        """Return how often to write a pattern: what is new first, as little as may be when the budget is spent."""
        if pattern.kind not in ("optional", "zeroOrMore", "oneOrMore"):
            return 1
        least = int(pattern.kind == "oneOrMore")
        key = (where, pattern, 0)
        if self._is_spent(fresh=not self.used[key]) and pattern.items[0].kind != "attribute":
            return least
        most = 1 if pattern.kind == "optional" else least + self.random.choice((1, 2, 5))
        self.used[key] += 1
        return most if self.used[key] < 3 else self.random.randint(least, most)

    def _pick(self, pattern: Pattern, where: str) -> Pattern:
        """Return one branch of a choice: mostly the least used, the smallest when the budget is spent."""
        uses = [self.used[where, pattern, index] for index in range(len(pattern.items))]
        if self._is_spent(fresh=not min(uses)):
            return min(pattern.items, key=self.grammar.height)
        wanted = [index for index, used in enumerate(uses) if used == min(uses) or self.random.random() < 0.1]
        index = self.random.choice(wanted)
        self.used[where, pattern, index] += 1
        return pattern.items[index]

    def _is_spent(self, *, fresh: bool) -> bool:
        """Say whether to be brief: when the budget is spent, but now and then not for what has never been used."""
        return self.budget <= 0 and not (fresh and self.random.random() < 0.3)

    def _attribute(self, pattern: Pattern) -> str:
        if pattern.name == "xml:id":  # TEI All wants each only once
            self.names += 1
            return f"i{self.names}"
        return self._value(pattern.items[0])

    def _value(self, pattern: Pattern) -> str:
        if pattern.kind == "value":
            return pattern.text
        if pattern.kind == "ref":
            known = self.samples.get(pattern.name)
            return self.random.choice(known) if known else self._value(self.grammar.defines[pattern.name][0])
        if pattern.kind == "list":
            return " ".join(self._value(pattern.items[0].items[0]) for _ in range(self.random.randint(1, 3)))
        return self._value(self.random.choice(pattern.items))


def pairs_of(document: etree._ElementTree) -> set[tuple[str, str]]:
    """Return every (parent, child) and (element, @attribute) a document uses."""
    found = set()
    for element in document.iter():
        name = etree.QName(element).localname
        found |= {(name, etree.QName(child).localname) for child in element}
        found |= {(name, "@" + str(key).replace(XML, "xml:")) for key in element.attrib}
    return found


def _items(node: etree._Element) -> tuple[Pattern, ...]:
    """Return the patterns inside a node, without the descriptions."""
    return tuple(
        Pattern(etree.QName(child).localname, child.get("name", ""), child.text or "", _items(child))
        for child in node
        if isinstance(child.tag, str) and child.tag.startswith(RNG)
    )


def _append(parent: etree._Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
