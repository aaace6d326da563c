"""Every example of the ODD is right in a whole document, by the schema, its constraints and the house rules."""

from __future__ import annotations

import pytest
from lxml import etree

from memcon.diagnostics import Severity
from memcon.validation import validate
from schemas.context import placements
from schemas.support import SCHEMAS, parse

NS = {"t": "http://www.tei-c.org/ns/1.0", "e": "http://www.tei-c.org/ns/Examples"}
EXAMPLES = [
    pytest.param(shown[0], id=f"{spec.get('ident')}-{number}")
    for spec in parse(SCHEMAS / "memcon.odd").iterfind(".//t:elementSpec", NS)
    for number, shown in enumerate(spec.iterfind("t:exemplum/e:egXML", NS), 1)
]
NAMED_ELSEWHERE = {"MC505"}  # the file's name is not the example's


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_right_in_a_document(example: etree._Element) -> None:
    said = []
    for document in placements(example):
        found = validate(document, "example.xml").diagnostics
        errors = [d for d in found if d.severity >= Severity.ERROR and d.rule.code not in NAMED_ELSEWHERE]
        if not errors:
            return
        said.append("; ".join(f"{each.rule.code} {each.message}" for each in errors))
    pytest.fail("\n".join(said) or "no document of the tests has such an element")
