"""The vocabularies are those of memcon.odd, and a printed form means one term."""

from __future__ import annotations

from collections import Counter

import pytest

from harness import TALK
from memcon.conversion import convert
from memcon.tei.names import NSMAP, XML_ID
from memcon.tei.parsing import parse_tei
from memcon.vocabularies import vocabularies

WANTED = {
    "classification": """TS S C R CUI SBU LOU FOUO OUO U NODIS EXDIS LIMDIS STADIS NOFORN ORCON NOCONTRACT SENSITIVE
        EYES-ONLY EXCLUSIVELY-EYES-ONLY RD FRD COSMIC ATOMAL""",
    "foia": "b1 b2 b3 b4 b5 b6 b7 b7A b7B b7C b7D b7E b7F b8 b9",
    "eo": """1.4a 1.4b 1.4c 1.4d 1.4e 1.4f 1.4g 1.4h 1.5a 1.5b 1.5c 3.3b1 3.3b2 3.3b3 3.3b4 3.3b5 3.3b6 3.3b7 3.3b8
        3.3b9 25X1 25X2 25X3 25X4 25X5 25X6 25X7 25X8 25X9 50X1""",
}


@pytest.mark.parametrize("name", WANTED)
def test_the_terms_of_the_field_are_there(name: str) -> None:
    known = {category.identifier for category in vocabularies()[name].all()}
    assert {f"{name}.{term}" for term in WANTED[name].split()} <= known


def test_identifiers_and_printed_forms_are_unique() -> None:
    every = [category for vocabulary in vocabularies().values() for category in vocabulary.all()]
    assert max(Counter(category.identifier for category in every).values()) == 1
    forms = {(category.identifier, form.casefold()) for category in every for _, form in category.forms}
    assert max(Counter(form for _, form in forms).values()) == 1
    assert {kind for category in every for kind, _ in category.forms} == {"words", "beside", "mark"}
    levels, handling = vocabularies()["classification"].categories
    assert all(each.forms for each in (*levels.narrower, *handling.narrower))


def test_the_header_repeats_the_vocabulary() -> None:
    made = convert(TALK.replace("Bell: ", "SECRET/NODIS\n\nBell: ", 1).encode(), "talk.txt").value
    assert made is not None
    tree = parse_tei(made[0].data, "talk.xml").value
    assert tree is not None
    found = tree.getroot().find(".//t:classDecl", NSMAP)
    assert found is not None
    categories = found.iterfind("t:taxonomy//t:category", NSMAP)
    printed = [(c.get(XML_ID), c.findtext("t:catDesc", namespaces=NSMAP)) for c in categories]
    printed = [each for each in printed if (each[0] or "").startswith("classification.")]
    assert printed == [(c.identifier, c.description) for c in vocabularies()["classification"].all()]
