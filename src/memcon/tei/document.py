"""Memorandum -> a whole TEI document, signed and ready to be written."""

from __future__ import annotations

import re

from lxml import etree

from memcon.model import Memorandum
from memcon.tei.elements import element, indent
from memcon.tei.header import Publication, header
from memcon.tei.parsing import Tree
from memcon.tei.serialising import sign
from memcon.tei.text import text

_GRAMMARS = (
    ("memcon.rng", "http://relaxng.org/ns/structure/1.0"),
    ("memcon.sch", "http://purl.oclc.org/dsdl/schematron"),
)


def xml_id(stem: str) -> str:
    """`m-` and the stem as an NCName: what a name may not hold becomes a hyphen."""
    return "m-" + re.sub(r"[^\w.-]", "-", stem, flags=re.ASCII)


def document(memorandum: Memorandum, publication: Publication, identifier: str) -> Tree:
    """The TEI document of one memorandum; `identifier` is its xml:id."""
    language = publication.metadata.language
    root = element("TEI", header(memorandum, publication), text(memorandum), xml_id=identifier, xml_lang=language)
    indent(root)
    for name, kind in _GRAMMARS:
        address = f"{publication.metadata.schemas.rstrip('/')}/{name}" if publication.metadata.schemas else name
        model = f'href="{address}" type="application/xml" schematypens="{kind}"'
        root.addprevious(etree.ProcessingInstruction("xml-model", model))
    tree = root.getroottree()
    sign(tree)
    return tree
