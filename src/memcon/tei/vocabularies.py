"""The vocabularies that @ana and catRef point into, as taxonomies of encodingDesc/classDecl."""

from __future__ import annotations

from collections.abc import Iterable

from memcon.tei.elements import Element, element
from memcon.vocabularies import Category, Vocabulary, vocabularies


def taxonomies(used: Iterable[str]) -> list[Element]:
    """The taxonomies of the named vocabularies, each complete, in one order."""
    wanted = set(used)
    return [_taxonomy(each) for name, each in vocabularies().items() if name in wanted]


def _taxonomy(vocabulary: Vocabulary) -> Element:
    described = element("desc", vocabulary.description)
    return element("taxonomy", described, *map(_category, vocabulary.categories), xml_id=vocabulary.identifier)


def _category(category: Category) -> Element:
    described = element("catDesc", category.description)
    return element("category", described, *map(_category, category.narrower), xml_id=category.identifier)
