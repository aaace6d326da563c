"""The vocabularies of the edition, read from the one place where they stand: the taxonomies of memcon.odd.

A category has a name and, where its forms are printed in documents, the forms: `words` in banners and source notes,
`beside` such as are a marking only beside another one, `mark` in portion marks and behind the slashes of a banner.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lxml import etree

from memcon.resources import schema_file

_TEI = "{http://www.tei-c.org/ns/1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"


@dataclass(frozen=True, slots=True)
class Category:
    """One category: its id (`classification.TS`), its name in words, its printed forms as pairs of a type and the
    form, narrower categories, and where the name needs it an explanation."""

    identifier: str
    description: str
    forms: tuple[tuple[str, str], ...] = ()
    narrower: tuple[Category, ...] = ()
    explanation: str = ""

    def all(self) -> Iterator[Category]:
        """The category and all narrower ones, in order."""
        yield self
        for category in self.narrower:
            yield from category.all()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One vocabulary: its id, what it is of, and its categories."""

    identifier: str
    description: str
    categories: tuple[Category, ...]

    def all(self) -> Iterator[Category]:
        """Every category, narrower ones included, in order."""
        for category in self.categories:
            yield from category.all()


@cache
def vocabularies() -> dict[str, Vocabulary]:
    """Every vocabulary by its id, in the order of memcon.odd."""
    found: dict[str, Vocabulary] = {}
    with schema_file("memcon.odd").open("rb") as file:
        for _, taxonomy in etree.iterparse(file, tag=(f"{_TEI}taxonomy", f"{_TEI}teiHeader")):
            if taxonomy.tag == f"{_TEI}teiHeader":
                break
            identifier = taxonomy.get(_ID, "")
            described = _words(taxonomy.find(f"{_TEI}desc"))
            found[identifier] = Vocabulary(identifier, described, tuple(map(_category, _categories(taxonomy))))
    return found


def _category(element: etree._Element) -> Category:
    terms = element.iterfind(f"{_TEI}catDesc/{_TEI}term")
    forms = tuple((term.get("type", ""), _words(term)) for term in terms)
    name, *beside = element.iterfind(f"{_TEI}catDesc")
    explained = " ".join(str(part) for each in beside for part in each.xpath("text()")).strip(" ;\n")
    narrower = tuple(map(_category, _categories(element)))
    return Category(element.get(_ID, ""), _words(name), forms, narrower, " ".join(explained.split()))


def _categories(element: etree._Element) -> list[etree._Element]:
    return element.findall(f"{_TEI}category")


def _words(element: etree._Element | None) -> str:
    return "" if element is None else " ".join("".join(map(str, element.itertext())).split())
