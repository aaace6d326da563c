"""An authority file that is not there yet: made of the first persons an editor decides on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from memcon.decisions import EditionMetadata
from memcon.tei.elements import element, written
from memcon.tei.grammars import instructions
from memcon.tei.header import edition_statement, publication_statement
from memcon.tei.names import TEI_NS
from memcon.tei.serialising import DECLARATION
from memcon.tei.xmlids import xml_id

_LANGUAGE = "en"  # of what memcon itself writes
_SOURCE = (
    "Everybody who speaks, takes part, interprets or takes notes in the memoranda of this edition, with the forms of "
    "the name that the transcripts print."
)


def begun(
    stem: str, metadata: EditionMetadata, persons: Sequence[tuple[str, str]], variants: Iterable[tuple[str, str]]
) -> bytes:
    """An authority file, called by that stem, of persons (id and name) and the other forms of their names (id of a
    person and form); `metadata` are those of its edition."""
    forms: dict[str, list[str]] = {}
    for identifier, form in variants:
        forms.setdefault(identifier, []).append(form)
    people = (
        element(
            "person",
            element("persName", name),
            *(element("persName", form, type="variant") for form in forms.get(identifier, ())),
            xml_id=identifier,
        )
        for identifier, name in persons
    )
    title = element("title", "Persons of the edition", type="main")
    described = element(
        "fileDesc",
        element("titleStmt", title, edition_statement(metadata)),
        publication_statement(stem, metadata),
        element("sourceDesc", element("p", _SOURCE)),
    )
    standing = element("standOff", element("listPerson", *people))
    root = element("TEI", element("teiHeader", described), standing, xml_id=xml_id(stem), xml_lang=_LANGUAGE)
    return "\n".join([DECLARATION, *instructions(metadata.schemas), written(root, TEI_NS), ""]).encode()
