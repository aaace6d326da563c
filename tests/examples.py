"""The examples that rules carry, put where they belong: an element into a whole memorandum, a piece of a transcript
into a whole transcript."""

from __future__ import annotations

from lxml import etree

from harness import TALK
from memcon.tei.names import TEI_NS, XML_ID

_TOLD_APART_BY = (XML_ID, "type", "n")
_WHOLE = ("Memorandum of Conversation", "PARTICIPANTS", "Haddad:", "Bell: Good morning.")
"""How examples begin that are transcripts by themselves."""
_INSTEAD_OF = {"Moscow": "Moscow, May 3, 1975", "[Source": "[Source: Archive of the Foundation. Fond 1, Opis 2.]"}
"""Paragraphs of TALK, by how the pieces begin that take their places; the others take that of the last turn."""


def placed(example: str, document: bytes) -> str:
    """The document with the example instead of the first element of its name that has the same xml:id, type and n,
    as far as the example has them; without one, in the last paragraph of the first turn.
    """
    root = etree.fromstring(document)
    element = etree.fromstring(f'<x xmlns="{TEI_NS}">{example}</x>')[0]
    for old in root.iter(str(element.tag)):
        if all(old.get(name) == element.get(name) for name in _TOLD_APART_BY if element.get(name) is not None):
            element.tail = old.tail
            parent = old.getparent()
            assert parent is not None
            parent.replace(old, element)
            return etree.tostring(root.getroottree(), encoding="unicode")
    paragraph = next(root.iter(f"{{{TEI_NS}}}sp"))[-1]
    paragraph.append(element)
    return etree.tostring(root.getroottree(), encoding="unicode")


def transcribed(example: str) -> str:
    """TALK with the example instead of its date, its source note or its last turn; one with a beginning of its own is
    a transcript by itself."""
    if example.startswith(_WHOLE):
        return example
    old = next((text for start, text in _INSTEAD_OF.items() if example.startswith(start)), "Dorn: I agree.")
    assert old in TALK
    return TALK.replace(old, example)
