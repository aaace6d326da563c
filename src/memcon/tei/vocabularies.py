"""The vocabularies that @ana and catRef point into, as taxonomies of encodingDesc/classDecl."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from memcon.tei.elements import Constant, Element, element
from memcon.vocabularies import Category, Vocabulary, vocabularies


def taxonomies(used: Iterable[str]) -> list[Element]:
    """The taxonomies of the named vocabularies, each complete, in one order."""
    wanted = set(used)
    return [_made(name) for name in vocabularies() if name in wanted]


@cache
def _made(name: str) -> Constant:
    """A taxonomy, made once: it is the same in every document."""
    return _taxonomy(vocabularies()[name])


def _taxonomy(vocabulary: Vocabulary) -> Constant:
    described = element("desc", vocabulary.description)
    return Constant("taxonomy", described, *map(_category, vocabulary.categories), xml_id=vocabulary.identifier)


def _category(category: Category) -> Element:
    described = element("catDesc", category.description)
    return element("category", described, *map(_category, category.narrower), xml_id=category.identifier)
