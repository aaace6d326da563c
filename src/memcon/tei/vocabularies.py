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
    "foia": (
        "Exemptions of the Freedom of Information Act, 5 U.S.C. 552(b)",
        {"b1": "classified for national defense or foreign policy", "b2": "internal personnel rules",
         "b3": "exempted by another statute", "b4": "trade secrets", "b5": "privileged communication within agencies",
         "b6": "personal privacy", "b7": "law enforcement", "b7A": "law enforcement: pending proceedings",
         "b7B": "law enforcement: fair trial", "b7C": "law enforcement: personal privacy",
         "b7D": "law enforcement: confidential source", "b7E": "law enforcement: techniques",
         "b7F": "law enforcement: safety of a person", "b8": "financial institutions", "b9": "wells"},
    ),
    "eo": (
        "Sections of the executive orders on classified national security information (12356, 12958, 13292, 13526)",
        {f"1.{n}{letter}": f"section 1.{n}({letter})" for n in "45" for letter in "abcdefgh"}
        | {f"3.3b{n}": f"section 3.3(b)({n})" for n in range(1, 10)}
        | {f"{years}X{n}": f"{years}-year automatic declassification, exemption {n}"
           for years in (25, 50) for n in range(1, 10)},
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
