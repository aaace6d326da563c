"""An authority file that is not there yet: made of the first persons an editor decides on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from memcon.tei.elements import element, written
from memcon.tei.formulas import ANSWERS
from memcon.tei.names import TEI_NS
from memcon.tei.serialising import DECLARATION
from memcon.tei.xmlids import xml_id

_SOURCE = (
    "Everybody who speaks, takes part, interprets or takes notes in the memoranda of this edition, with the forms of "
    "the name that the transcripts print."
)


def begun(stem: str, persons: Sequence[tuple[str, str]], variants: Iterable[tuple[str, str]]) -> bytes:
    """An authority file, called by that stem, of persons (id and name) and the other forms of their names (id of a
    person and form). It says of its publication what a memorandum without an edition says: an editor knows more."""
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
    title = element(
        "titleStmt",
        element("title", "Persons of the edition", type="main"),
        element("respStmt", element("resp", ANSWERS["edition"]), element("orgName", "the edition"), xml_id="edition"),
    )
    published = element(
        "publicationStmt",
        element("authority", "unpublished"),
        element("idno", stem, type="memcon"),
        element("availability", element("p", "No licence is stated."), status="unknown"),
    )
    described = element("fileDesc", title, published, element("sourceDesc", element("p", _SOURCE)))
    standing = element("standOff", element("listPerson", *people))
    root = element("TEI", element("teiHeader", described), standing, xml_id=xml_id(stem), xml_lang="en")
    return f"{DECLARATION}\n{written(root, TEI_NS)}\n".encode()
