"""The vocabularies that @ana and catRef point into, as taxonomies of encodingDesc/classDecl."""

from __future__ import annotations

from collections.abc import Iterable

from memcon.tei.elements import Element, element

VOCABULARIES: dict[str, tuple[str, dict[str, str]]] = {
    "classification": (
        "Classification of documents and of their paragraphs",
        {"TS": "Top Secret", "S": "Secret", "C": "Confidential", "R": "Restricted", "U": "Unclassified",
         "LOU": "Limited Official Use", "OUO": "Official Use Only", "FOUO": "For Official Use Only",
         "SBU": "Sensitive but Unclassified"},
    ),
    "medium": (
        "Medium of the conversation",
        {"in-person": "in person", "telephone": "by telephone", "teletype": "by teletype"},
    ),
    "date": (
        "Basis of a date that the memorandum does not print",
        {"from-previous": "taken over from the memorandum before in the same transcript"},
    ),
}  # fmt: skip
"""Identifier of a vocabulary -> its description, and its categories: identifier -> description."""


def taxonomies(used: Iterable[str]) -> list[Element]:
    """The taxonomies of the named vocabularies, each complete, in one order."""
    wanted = set(used)
    return [_taxonomy(name, *VOCABULARIES[name]) for name in VOCABULARIES if name in wanted]


def _taxonomy(name: str, description: str, categories: dict[str, str]) -> Element:
    return element(
        "taxonomy",
        element("desc", description),
        *(element("category", element("catDesc", text), xml_id=f"{name}.{key}") for key, text in categories.items()),
        xml_id=name,
    )
