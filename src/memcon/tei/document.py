"""Memorandum -> a whole TEI document, signed and ready to be written."""

from __future__ import annotations

from lxml import etree

from memcon.model import Memorandum
from memcon.tei.elements import element, indent
from memcon.tei.grammars import GRAMMARS, TARGET, address_of, data_of
from memcon.tei.header import Publication, header
from memcon.tei.parsing import Tree
from memcon.tei.serialising import sign
from memcon.tei.text import text

# What the schema lets an xml:id hold: letters that XML has known from its first edition, of scripts we know. A test
# holds the two against each other.


def document(memorandum: Memorandum, publication: Publication, identifier: str) -> Tree:
    """The TEI document of one memorandum; `identifier` is its xml:id."""
    language = publication.metadata.language
    encoded = text(memorandum)
    root = element("TEI", header(memorandum, publication, encoded), encoded, xml_id=identifier, xml_lang=language)
    indent(root)
    folder = address_of(publication.metadata.schemas)
    for grammar in GRAMMARS:
        root.addprevious(etree.ProcessingInstruction(TARGET, data_of(grammar, folder)))
    tree = root.getroottree()
    sign(tree)
    return tree
