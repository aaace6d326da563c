"""Memorandum -> a whole TEI document, signed and ready to be written."""

from __future__ import annotations

from memcon.model import Memorandum
from memcon.tei.elements import element, written
from memcon.tei.grammars import GRAMMARS, TARGET, address_of, data_of
from memcon.tei.header import Publication, header
from memcon.tei.names import TEI_NS
from memcon.tei.parsing import Tree, well_formed
from memcon.tei.printsums import printsums
from memcon.tei.serialising import sign
from memcon.tei.text import text


def document(memorandum: Memorandum, publication: Publication, identifier: str, squeezed: str) -> Tree:
    """The TEI document of one memorandum; `identifier` is its xml:id, `squeezed` its print without white space."""
    language = publication.metadata.language
    encoded = text(memorandum)
    root = element("TEI", header(memorandum, publication, encoded), encoded, xml_id=identifier, xml_lang=language)
    folder = address_of(publication.metadata.schemas)
    models = "".join(f"<?{TARGET} {data_of(grammar, folder)}?>" for grammar in GRAMMARS)
    tree = well_formed(models + written(root, TEI_NS))
    sign(tree, printsums(squeezed))
    return tree
