"""Memorandum -> a whole TEI document, as the serialiser spells it and not yet signed."""

from __future__ import annotations

from memcon.model import Memorandum
from memcon.tei.elements import element, written
from memcon.tei.grammars import instructions
from memcon.tei.header import Publication, header
from memcon.tei.names import TEI_NS
from memcon.tei.printsums import printsums
from memcon.tei.serialising import DECLARATION, unsigned
from memcon.tei.text import text


def document(memorandum: Memorandum, publication: Publication, identifier: str, squeezed: str) -> bytes:
    """The TEI document of one memorandum, its digest still to be told; `identifier` is its xml:id, `squeezed` its print
    without white space. A test holds these bytes against what the serialiser makes of them."""
    language = publication.metadata.language
    encoded = text(memorandum)
    root = element("TEI", header(memorandum, publication, encoded), encoded, xml_id=identifier, xml_lang=language)
    models = instructions(publication.metadata.schemas)
    return "\n".join([DECLARATION, *models, unsigned(printsums(squeezed)), written(root, TEI_NS), ""]).encode()
