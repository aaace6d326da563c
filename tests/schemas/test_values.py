"""Every kind of value: what is right and wrong, in every engine; and what is right for us is right for TEI."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

import pytest
import xmlschema
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from odd.model import Datatype
from odd.reader import read
from odd.xsd import XS
from schemas.samples import BAD, GOOD
from schemas.support import SCHEMAS, Engines, parse

SCHEMA = read(SCHEMAS / "memcon.odd")
KINDS = [kind for kind in SCHEMA.datatypes.values() if kind.pattern]
RNG = "http://relaxng.org/ns/structure/1.0"
TEI = "http://www.tei-c.org/ns/1.0"
IN_TEI = {  # where TEI has an attribute of that kind
    "memcon.id": "<p xml:id={}/>",
    "memcon.local": "<p ana={}/>",
    "memcon.web": "<p><ref target={}/></p>",
    "memcon.urn": "<p><ref target={}/></p>",
    "memcon.file": "<p><ref target={}/></p>",
    "memcon.when": "<p><date when={}/></p>",
    "memcon.number": '<p><gap reason="redacted" quantity={}/></p>',
    "memcon.probability": '<p><certainty locus="value" degree={}/></p>',
    "memcon.language": "<p xml:lang={}/>",
    "memcon.words": "<p n={}/>",
    "memcon.name": '<list><item><desc n="1"/></item></list>',
    "memcon.version": "<p/>",
}
CHARACTERS = st.characters(
    codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co", "Zs", "Zl", "Zp"), include_characters=" "
)
HEADER = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title/></titleStmt>
<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>
<encodingDesc><appInfo><application ident={ident} version={version}><label/></application></appInfo></encodingDesc>
</teiHeader>
<text><body>{body}</body></text></TEI>"""


@pytest.fixture(scope="module")
def values() -> Engines:
    """Schemas of documents <v NAME="..."/>, where NAME is a kind of value."""
    grammar = etree.parse(SCHEMAS / "memcon.rng").getroot()
    start = grammar.find(f"{{{RNG}}}start")
    assert start is not None
    start.clear()
    element = etree.SubElement(start, f"{{{RNG}}}element", name="v")
    schema = etree.parse(SCHEMAS / "memcon.xsd").getroot()
    complex_type = etree.SubElement(etree.SubElement(schema, f"{{{XS}}}element", name="v"), f"{{{XS}}}complexType")
    for kind in KINDS:
        optional = etree.SubElement(element, f"{{{RNG}}}optional")
        attribute = etree.SubElement(optional, f"{{{RNG}}}attribute", name=kind.ident, ns="")
        etree.SubElement(attribute, f"{{{RNG}}}ref", name=kind.ident)
        etree.SubElement(complex_type, f"{{{XS}}}attribute", name=kind.ident, type=kind.ident)
    text = etree.tostring(schema, encoding="unicode")
    located = etree.fromstring(text, base_url=str(SCHEMAS / "memcon.xsd"))
    return Engines(etree.RelaxNG(grammar), etree.XMLSchema(located), xmlschema.XMLSchema(text, base_url=str(SCHEMAS)))


def _document(kind: str, value: str) -> etree._ElementTree:
    return parse(f'<v xmlns="{TEI}" {kind}={quoteattr(value)}/>')


def _in_tei(kind: str, value: str) -> etree._ElementTree:
    given_value = {key: quoteattr(value) if kind == f"memcon.{key}" else '"0"' for key in ("name", "version")}
    ident = given_value["name"] if kind == "memcon.name" else '"x"'
    return parse(HEADER.format(ident=ident, version=given_value["version"], body=IN_TEI[kind].format(quoteattr(value))))


def test_every_kind_has_samples() -> None:
    assert [kind.ident for kind in KINDS] == list(GOOD) == list(BAD) == list(IN_TEI)


@pytest.mark.parametrize("kind", GOOD)
def test_right_and_wrong_values(kind: str, values: Engines) -> None:
    for value in GOOD[kind]:
        assert set(values.verdicts(_document(kind, value)).values()) == {True}, value
    for value in (*BAD[kind], *(" " + good for good in GOOD[kind]), *(good + " " for good in GOOD[kind])):
        assert set(values.verdicts(_document(kind, value)).values()) == {False}, value


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.ident))
def test_any_value_is_right_everywhere(kind: Datatype, values: Engines, tei_all: etree.RelaxNG) -> None:
    ident, pattern = kind.ident, kind.pattern

    @settings(max_examples=30, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(pattern, fullmatch=True, alphabet=CHARACTERS))
    def judge(value: str) -> None:
        assert set(values.verdicts(_document(ident, value)).values()) == {True}
        assert tei_all.validate(_in_tei(ident, value)), tei_all.error_log

    judge()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.ident))
def test_the_engines_agree_on_any_text(kind: Datatype, values: Engines) -> None:
    ident = kind.ident
    near = st.sampled_from(GOOD[ident] + BAD[ident])

    @settings(max_examples=60, deadline=None, derandomize=True, database=None)
    @given(near, st.integers(0, 30), st.sampled_from("aZ09 #:/-.?%+T\u00e9\u0416"))
    def judge(value: str, place: int, letter: str) -> None:
        changed = value[:place] + letter + value[place + 1 :]
        assert len(set(values.verdicts(_document(ident, changed)).values())) == 1

    judge()
